//===- MessageInput.h - messages that an editor sends ---------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// LLVM's transport ends at the first message that is no JSON-RPC, and does not tell a handler the
// id of its request. So this stands in front of it: it takes the bytes apart, answers by itself
// what no handler shall see, and knows what is being handled.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_LSP_MESSAGEINPUT_H
#define LOOMP_TOOL_LSP_MESSAGEINPUT_H

#include "llvm/ADT/FunctionExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/LSP/Transport.h"

#include <cstdio>
#include <optional>
#include <string>

namespace loomp {

/// A message as far as everyone must know it.
struct Envelope {
  std::string method;                  ///< empty: an answer to a request of the server's
  std::optional<llvm::json::Value> id; ///< absent: a notification
};

class MessageInput : public llvm::lsp::JSONTransportInput {
public:
  /// Answers a message that does not reach a handler. Without an id: one that has none to answer.
  using Refuse = llvm::unique_function<void(std::optional<llvm::json::Value> id, int code,
                                            llvm::StringRef why)>;
  /// Whether the message may reach its handler; answers it otherwise.
  using Admit = llvm::unique_function<bool(const Envelope &)>;

  MessageInput(std::FILE *in, Refuse refuse, Admit admit)
      : In(in), TheRefuse(std::move(refuse)), TheAdmit(std::move(admit)) {}

  bool hasError() const override { return std::ferror(In); }
  bool isEndOfInput() const override { return std::feof(In); }
  /// Reads up to the next message that a handler may see. Fails at the end of the input.
  llvm::LogicalResult readStandardMessage(std::string &json) override;
  llvm::LogicalResult readDelimitedMessage(std::string &) override { return llvm::failure(); }

  /// The message that was read last, which the running handler is for.
  const Envelope &current() const { return Current; }

private:
  std::optional<size_t> readHeader();
  bool readContent(std::string &json, size_t length);
  bool isForHandler(const std::string &json);

  std::FILE *In;
  Refuse TheRefuse;
  Admit TheAdmit;
  Envelope Current;
};

} // namespace loomp

#endif // LOOMP_TOOL_LSP_MESSAGEINPUT_H
