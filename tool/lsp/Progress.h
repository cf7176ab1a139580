//===- Progress.h - work that takes a while -------------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_LSP_PROGRESS_H
#define LOOMP_TOOL_LSP_PROGRESS_H

#include "llvm/Support/JSON.h"
#include "llvm/Support/LSP/Transport.h"

#include <map>
#include <mutex>
#include <set>
#include <string>

namespace loomp {

/// Parameters and results that are looked at piece by piece.
struct RawParams {
  llvm::json::Value value = nullptr;
};
inline bool fromJSON(const llvm::json::Value &value, RawParams &params, llvm::json::Path) {
  params.value = value;
  return true;
}

/// Shows that a file is being read for the first time, headers and all; later reads are quick.
class Progress {
public:
  explicit Progress(llvm::lsp::MessageHandler &handler);

  void enable(bool isWanted) { IsEnabled = isWanted; }
  /// From any thread.
  void begin(const std::string &path);
  void end(const std::string &path);

private:
  void created(const std::string &token);

  bool IsEnabled = false;
  llvm::lsp::OutgoingNotification<llvm::json::Value> Notify;
  llvm::lsp::OutgoingRequest<llvm::json::Value> Create;
  std::mutex Mutex; ///< of what follows
  std::set<std::string> Seen;
  std::map<std::string, bool> Running; ///< by token: whether the client shows it
};

} // namespace loomp

#endif // LOOMP_TOOL_LSP_PROGRESS_H
