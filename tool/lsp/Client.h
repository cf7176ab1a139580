//===- Client.h - what the client says of itself --------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_LSP_CLIENT_H
#define LOOMP_TOOL_LSP_CLIENT_H

#include "tool/lsp/Answers.h"

#include "llvm/Support/JSON.h"

#include <chrono>
#include <optional>

namespace loomp {

/// The member of an object at a path of names with dots between them; null if there is none.
const llvm::json::Value *member(const llvm::json::Value &value, llvm::StringRef path);

/// The path that a URI leads to; empty if it is no text, or leads to nothing on the disk. `uri` may
/// be null.
std::string pathOfUri(const llvm::json::Value *uri);

/// What an editor can do, of what the server may ask of it.
struct ClientRequests {
  bool applyEdit = false;        ///< workspace/applyEdit
  bool configuration = false;    ///< workspace/configuration
  bool registerWatchers = false; ///< client/registerCapability for files that change
  bool progress = false;         ///< window/workDoneProgress/create
  bool refreshCodeLens = false, refreshInlayHints = false;
};

/// Reads `InitializeParams`. What is missing or of another type counts as not there.
ClientTraits readTraits(const llvm::json::Value &params);
ClientRequests readRequests(const llvm::json::Value &params);

/// What the user wants of the editor: the section `loomp` of its configuration, or
/// `initializationOptions`.
struct EditorSettings {
  /// Options of the command line by name, as in a `.loomp.yaml`; paths are absolute.
  std::vector<std::pair<std::string, std::string>> options;
  std::optional<std::chrono::milliseconds> debounce;
  bool codeLens = true, inlayHints = false;
};

/// `root`: the folder that relative paths are relative to; may be empty.
EditorSettings readSettings(const llvm::json::Value &section, llvm::StringRef root);

/// The first folder that the client has open; empty if there is none.
std::string rootFolder(const llvm::json::Value &params);

} // namespace loomp

#endif // LOOMP_TOOL_LSP_CLIENT_H
