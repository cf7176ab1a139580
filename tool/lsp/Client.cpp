//===- Client.cpp - what the client says of itself ------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/lsp/Client.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/LSP/Protocol.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace loomp {

const json::Value *member(const json::Value &value, StringRef path) {
  SmallVector<StringRef> names;
  path.split(names, '.');
  const json::Value *found = &value;
  for (StringRef name : names) {
    const json::Object *object = found ? found->getAsObject() : nullptr;
    found = object ? object->get(name) : nullptr;
  }
  return found;
}

static bool isTrue(const json::Value &value, StringRef path) {
  const json::Value *found = member(value, path);
  return found && found->getAsBoolean().value_or(false);
}

static bool isThere(const json::Value &value, StringRef path) {
  const json::Value *found = member(value, path);
  return found && found->kind() != json::Value::Null;
}

/// The first string of a list that `accept` takes.
static bool anyOf(const json::Value *list, function_ref<bool(StringRef)> accept) {
  if (const json::Array *array = list ? list->getAsArray() : nullptr)
    for (const json::Value &each : *array)
      if (std::optional<StringRef> name = each.getAsString(); name && accept(*name))
        return true;
  return false;
}

ClientTraits readTraits(const json::Value &params) {
  ClientTraits traits;
  // The first encoding that both know.
  anyOf(member(params, "capabilities.general.positionEncodings"), [&](StringRef name) {
    traits.encoding = name == "utf-8"    ? PositionEncoding::UTF8
                      : name == "utf-32" ? PositionEncoding::UTF32
                                         : PositionEncoding::UTF16;
    return name == "utf-8" || name == "utf-16" || name == "utf-32";
  });
  const std::string document = "capabilities.textDocument.";
  traits.takesRelatedInformation =
      isTrue(params, document + "publishDiagnostics.relatedInformation");
  traits.takesCodeDescription =
      isTrue(params, document + "publishDiagnostics.codeDescriptionSupport");
  traits.takesActions = isThere(params, document + "codeAction.codeActionLiteralSupport");
  traits.takesVersionedEdits =
      isTrue(params, "capabilities.workspace.workspaceEdit.documentChanges");
  traits.takesMarkdown = anyOf(member(params, document + "hover.contentFormat"),
                               [](StringRef name) { return name == "markdown"; });
  return traits;
}

ClientRequests readRequests(const json::Value &params) {
  ClientRequests requests;
  const std::string workspace = "capabilities.workspace.";
  requests.applyEdit = isTrue(params, workspace + "applyEdit");
  requests.configuration = isTrue(params, workspace + "configuration");
  requests.registerWatchers =
      isTrue(params, workspace + "didChangeWatchedFiles.dynamicRegistration");
  requests.progress = isTrue(params, "capabilities.window.workDoneProgress");
  requests.refreshCodeLens = isTrue(params, workspace + "codeLens.refreshSupport");
  requests.refreshInlayHints = isTrue(params, workspace + "inlayHint.refreshSupport");
  return requests;
}

EditorSettings readSettings(const json::Value &section, StringRef root) {
  EditorSettings settings;
  const json::Object *object = section.getAsObject();
  if (!object)
    return settings;
  for (const auto &[key, value] : *object) {
    std::string name = StringRef(key).str();
    if (name == "debounce") {
      if (std::optional<int64_t> given = value.getAsInteger(); given && *given >= 0)
        settings.debounce = std::chrono::milliseconds(std::min<int64_t>(*given, 60'000));
    } else if (name == "codeLens") {
      settings.codeLens = value.getAsBoolean().value_or(true);
    } else if (name == "inlayHints") {
      settings.inlayHints = value.getAsBoolean().value_or(false);
    } else if (name == "explain") {
      // What the client can do rather than what its user wants: it is read once, at the start.
    } else if (std::optional<bool> isSet = value.getAsBoolean()) {
      settings.options.emplace_back(name, *isSet ? "true" : "false");
    } else if (std::optional<int64_t> number = value.getAsInteger()) {
      settings.options.emplace_back(name, std::to_string(*number));
    } else if (std::optional<StringRef> given = value.getAsString()) {
      SmallString<256> text(*given);
      if (name == "p" && !root.empty())
        sys::path::make_absolute(root, text);
      if (!text.empty()) // editors send what the user has not set, too
        settings.options.emplace_back(name, text.str());
    } else if (const json::Array *list = value.getAsArray()) {
      for (const json::Value &each : *list)
        if (std::optional<StringRef> given = each.getAsString())
          settings.options.emplace_back(name, given->str());
    }
  }
  return settings;
}

std::string rootFolder(const json::Value &params) {
  const json::Value *folders = member(params, "workspaceFolders");
  const json::Array *list = folders ? folders->getAsArray() : nullptr;
  const json::Value *uri = list && !list->empty() ? member(list->front(), "uri") : nullptr;
  if (!uri)
    uri = member(params, "rootUri");
  return pathOfUri(uri);
}

std::string pathOfUri(const json::Value *uri) {
  std::optional<StringRef> text = uri ? uri->getAsString() : std::nullopt;
  if (!text)
    return "";
  Expected<lsp::URIForFile> file = lsp::URIForFile::fromURI(*text);
  if (!file)
    return consumeError(file.takeError()), "";
  return file->file().str();
}

} // namespace loomp
