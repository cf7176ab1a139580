//===- Progress.cpp - work that takes a while -----------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/lsp/Progress.h"

#include "llvm/Support/Path.h"

using namespace llvm;

namespace loomp {

static constexpr StringLiteral prefix = "loomp-progress ";

Progress::Progress(lsp::MessageHandler &handler)
    : Notify(handler.outgoingNotification<json::Value>("$/progress")),
      Create(handler.outgoingRequest<json::Value, RawParams>(
          "window/workDoneProgress/create", [this](json::Value id, Expected<RawParams> result) {
            if (!result)
              return consumeError(result.takeError()); // then the client shows none
            created(id.getAsString().value_or("").str());
          })) {}

void Progress::begin(const std::string &path) {
  std::string token = json::fixUTF8((prefix + path).str());
  {
    std::lock_guard lock(Mutex);
    if (!IsEnabled || !Seen.insert(path).second)
      return;
    Running[token] = false;
  }
  Create(json::Object{{"token", token}}, token);
}

void Progress::created(const std::string &token) {
  std::lock_guard lock(Mutex);
  auto found = Running.find(token);
  if (found == Running.end())
    return; // done before the client was ready
  found->second = true;
  Notify(json::Object{
      {"token", token},
      {"value", json::Object{{"kind", "begin"},
                             {"title", "loomp"},
                             {"message", "reading " + sys::path::filename(token).str()}}}});
}

void Progress::end(const std::string &path) {
  std::string token = json::fixUTF8((prefix + path).str());
  std::lock_guard lock(Mutex);
  auto found = Running.find(token);
  if (found == Running.end())
    return;
  if (found->second)
    Notify(json::Object{{"token", token}, {"value", json::Object{{"kind", "end"}}}});
  Running.erase(found);
}

} // namespace loomp
