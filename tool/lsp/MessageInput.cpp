//===- MessageInput.cpp - messages that an editor sends -------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/lsp/MessageInput.h"
#include "tool/ReadFile.h"

#include "llvm/Support/LSP/Protocol.h"

using namespace llvm;

namespace loomp {

/// What a client may send at once; more is a client gone wrong.
static constexpr size_t mostBytes = 256u << 20;
static constexpr size_t longestHeader = 4096;

LogicalResult MessageInput::readStandardMessage(std::string &json) {
  while (std::optional<size_t> length = readHeader())
    if (readContent(json, *length) && isForHandler(json))
      return success();
  return failure();
}

/// Reads lines up to an empty one. Returns how many bytes follow, 0 if no line told; nothing at the
/// end of the input.
std::optional<size_t> MessageInput::readHeader() {
  size_t length = 0;
  std::string line;
  for (int c; (c = std::getc(In)) != EOF;) {
    if (c != '\n') {
      if (line.size() < longestHeader)
        line += char(c);
      continue;
    }
    StringRef field = StringRef(line).rtrim('\r');
    if (field.empty())
      return length;
    auto [name, value] = field.split(':');
    if (name.trim().equals_insensitive("Content-Length") && value.trim().getAsInteger(10, length))
      length = 0;
    line.clear();
  }
  return std::nullopt;
}

/// What is too much is read to its end, and dropped.
bool MessageInput::readContent(std::string &json, size_t length) {
  bool isTooMuch = length > mostBytes;
  json.clear();
  for (size_t left = length; left > 0;) {
    char bytes[1 << 16];
    size_t got = std::fread(bytes, 1, std::min(left, sizeof bytes), In);
    if (got == 0)
      return false;
    left -= got;
    if (!isTooMuch)
      json.append(bytes, got);
  }
  if (isTooMuch)
    TheRefuse(std::nullopt, int(lsp::ErrorCode::InvalidRequest), "the message is too long");
  return !isTooMuch && length > 0;
}

bool MessageInput::isForHandler(const std::string &json) {
  if (bracketsNestTooDeep(json)) {
    TheRefuse(std::nullopt, int(lsp::ErrorCode::ParseError), "brackets nest too deep");
    return false;
  }
  Expected<json::Value> parsed = json::parse(json);
  if (!parsed) {
    TheRefuse(std::nullopt, int(lsp::ErrorCode::ParseError), toString(parsed.takeError()));
    return false;
  }
  const json::Object *object = parsed->getAsObject();
  const json::Value *id = object ? object->get("id") : nullptr;
  std::optional<StringRef> method = object ? object->getString("method") : std::nullopt;
  bool isAnswer = object && !object->get("method") && id;
  bool isIdFine = !id || id->kind() == json::Value::Number || id->kind() == json::Value::String;
  if (!object || object->getString("jsonrpc") != std::optional<StringRef>("2.0") ||
      (!method && !isAnswer) || !isIdFine) {
    TheRefuse(id && isIdFine ? std::optional(*id) : std::nullopt,
              int(lsp::ErrorCode::InvalidRequest), "this is no message of JSON-RPC 2.0");
    return false;
  }
  Current = {method.value_or("").str(), id ? std::optional(*id) : std::nullopt};
  return isAnswer || TheAdmit(Current);
}

} // namespace loomp
