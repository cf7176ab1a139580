//===- MessageInput.cpp - messages that an editor sends -------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/lsp/MessageInput.h"
#include "tool/ReadFile.h"

#include "llvm/Support/LSP/Protocol.h"

#include <cmath>

using namespace llvm;

namespace loomp {

/// What a client may send at once; more is a client gone wrong.
static constexpr size_t mostBytes = 256u << 20;
static constexpr size_t longestHeader = 4096;

static std::string refusing(const json::Value &id, int code, std::string why);
static bool canBeId(const json::Value &value);

LogicalResult MessageInput::readStandardMessage(std::string &json) {
  while (std::optional<size_t> length = readHeader()) {
    if (*length > mostBytes) {
      if (!skip(*length))
        return failure();
      json = refusing(nullptr, int(lsp::ErrorCode::InvalidRequest), "the message is too long");
      return success();
    }
    if (!readContent(json, *length))
      return failure();
    if (*length == 0)
      continue;
    if (std::optional<std::string> other = replacement(json))
      json = std::move(*other);
    if (!json.empty())
      return success();
  }
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

/// Piece by piece: a message takes as much memory as was sent of it, whatever length it claims.
bool MessageInput::readContent(std::string &json, size_t length) {
  constexpr size_t piece = 1 << 20;
  json.clear();
  while (json.size() < length) {
    size_t before = json.size(), wanted = std::min(length - before, piece);
    json.resize(before + wanted);
    if (std::fread(json.data() + before, 1, wanted, In) != wanted)
      return false;
  }
  return true;
}

bool MessageInput::skip(size_t length) {
  for (char bytes[1 << 16]; length > 0;) {
    size_t got = std::fread(bytes, 1, std::min(length, sizeof bytes), In);
    if (got == 0)
      return false;
    length -= got;
  }
  return true;
}

/// What is handled instead of the message, if it is not handled itself: a refusal, or nothing.
std::optional<std::string> MessageInput::replacement(StringRef text) {
  if (bracketsNestTooDeep(text))
    return refusing(nullptr, int(lsp::ErrorCode::ParseError), "brackets nest too deep");
  Expected<json::Value> parsed = json::parse(text);
  if (!parsed)
    return refusing(nullptr, int(lsp::ErrorCode::ParseError), toString(parsed.takeError()));
  const json::Object *object = parsed->getAsObject();
  const json::Value *id = object ? object->get("id") : nullptr;
  if (id && !canBeId(*id))
    object = nullptr;
  std::optional<StringRef> method = object ? object->getString("method") : std::nullopt;
  bool isAnswer = object && id && !object->get("method");
  if (!object || object->getString("jsonrpc") != StringRef("2.0") || (!method && !isAnswer))
    return refusing(object && id ? *id : nullptr, int(lsp::ErrorCode::InvalidRequest),
                    "this is no message of JSON-RPC 2.0");
  Current = {method.value_or("").str(), id ? std::optional(*id) : std::nullopt};
  std::optional<Refusal> refusal = isAnswer ? std::nullopt : TheAdmit(Current);
  if (!refusal)
    return std::nullopt;
  return id ? refusing(*id, refusal->code, refusal->why) : "";
}

/// A text, or a number that can be sent back: 1e999 is read as one, and JSON has no word for it.
static bool canBeId(const json::Value &value) {
  std::optional<double> number = value.getAsNumber();
  return number ? std::isfinite(*number) : value.kind() == json::Value::String;
}

static std::string refusing(const json::Value &id, int code, std::string why) {
  json::Value request = json::Object{{"jsonrpc", "2.0"},
                                     {"id", id},
                                     {"method", MessageInput::refuseMethod},
                                     {"params", Refusal{code, std::move(why)}}};
  std::string text;
  raw_string_ostream(text) << request;
  return text;
}

json::Value toJSON(const Refusal &refusal) {
  return json::Object{{"code", refusal.code}, {"why", json::fixUTF8(refusal.why)}};
}

bool fromJSON(const json::Value &value, Refusal &refusal, json::Path path) {
  json::ObjectMapper map(value, path);
  return map && map.map("code", refusal.code) && map.map("why", refusal.why);
}

} // namespace loomp
