//===- MessageInput.h - messages that an editor sends ---------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// LLVM's transport ends at the first message that is no JSON-RPC, and does not tell a handler the
// id of its request. So this stands in front of it: it takes the bytes apart, knows what is being
// handled, and hands over, in place of a message that no handler shall see, a request to refuse it.
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

/// Why a message is not handled. `code` is one of the protocol's.
struct Refusal {
  int code = 0;
  std::string why;
};

class MessageInput : public llvm::lsp::JSONTransportInput {
public:
  /// What the handler is called that answers with the error that it is given: a Refusal.
  static constexpr llvm::StringLiteral refuseMethod = "loomp/refuse";

  /// Whether a message may reach its handler. Notifications that may not are dropped.
  using Admit = llvm::unique_function<std::optional<Refusal>(const Envelope &)>;

  MessageInput(std::FILE *in, Admit admit) : In(in), TheAdmit(std::move(admit)) {}

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
  bool skip(size_t length);
  std::optional<std::string> replacement(llvm::StringRef json);

  std::FILE *In;
  Admit TheAdmit;
  Envelope Current;
};

llvm::json::Value toJSON(const Refusal &refusal);
bool fromJSON(const llvm::json::Value &value, Refusal &refusal, llvm::json::Path path);

} // namespace loomp

#endif // LOOMP_TOOL_LSP_MESSAGEINPUT_H
