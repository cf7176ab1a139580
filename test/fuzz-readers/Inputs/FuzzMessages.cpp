//===- FuzzMessages.cpp - any bytes as what an editor sends ---------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The input is sent as it is, and once more with each of its lines as one message. What must hold:
// all that comes back are messages; of the lines, each request has one answer and each line that is
// no message one refusal; and places in the texts that were sent are places of these texts.
//
//===----------------------------------------------------------------------===//

#include "tool/ReadFile.h"
#include "tool/lsp/Client.h"
#include "tool/lsp/MessageInput.h"
#include "tool/lsp/Progress.h"
#include "tool/lsp/TextDocument.h"

#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/raw_ostream.h"

#include <cmath>
#include <map>

using namespace llvm;
using namespace loomp;

namespace {

using Reply = lsp::Callback<json::Value>;

/// As much of the server as takes messages apart.
class Reader {
public:
  Reader(std::FILE *in, raw_ostream &out) : Transport(makeInput(in), out), Handler(Transport) {
    Handler.method("initialize", this, &Reader::initialize);
    Handler.method(MessageInput::refuseMethod, this, &Reader::refuse);
    Handler.method("textDocument/hover", this, &Reader::hover);
    Handler.notification("textDocument/didOpen", this, &Reader::didOpen);
    Handler.notification("textDocument/didChange", this, &Reader::didChange);
    Handler.notification("textDocument/didClose", this, &Reader::didClose);
  }

  void run() {
    if (Error error = Transport.run(Handler))
      consumeError(std::move(error)); // the end of the input
  }

private:
  std::unique_ptr<MessageInput> makeInput(std::FILE *in) {
    return std::make_unique<MessageInput>(
        in, [this](const Envelope &message) -> std::optional<Refusal> {
          if (IsRunning || message.method == "initialize" || message.method == "exit" ||
              message.method == MessageInput::refuseMethod)
            return std::nullopt;
          return Refusal{int(lsp::ErrorCode::ServerNotInitialized), message.method};
        });
  }

  void initialize(const RawParams &params, Reply reply) {
    IsRunning = true;
    Encoding = readTraits(params.value).encoding;
    readRequests(params.value);
    readSettings(params.value, rootFolder(params.value));
    reply(nullptr);
  }

  void refuse(const Refusal &refusal, Reply reply) {
    reply(make_error<lsp::LSPError>(refusal.why, lsp::ErrorCode(refusal.code)));
  }

  void didOpen(const lsp::DidOpenTextDocumentParams &params) {
    Texts[params.textDocument.uri.file().str()] = params.textDocument.text;
  }

  void didChange(const lsp::DidChangeTextDocumentParams &params) {
    auto text = Texts.find(params.textDocument.uri.file().str());
    if (text != Texts.end())
      applyChanges(text->second, params.contentChanges, Encoding);
  }

  void didClose(const lsp::DidCloseTextDocumentParams &params) {
    Texts.erase(params.textDocument.uri.file().str());
  }

  void hover(const lsp::TextDocumentPositionParams &params, Reply reply) {
    for (const auto &[path, text] : Texts) {
      LineIndex lines(text, Encoding);
      size_t offset = lines.offset(params.position);
      if (offset > text.size() || lines.offset(lines.position(offset)) != offset)
        report_fatal_error("a place outside of the text, or another one");
      lines.lineAt(offset);
    }
    reply(nullptr);
  }

  bool IsRunning = false;
  PositionEncoding Encoding = PositionEncoding::UTF16;
  std::map<std::string, std::string> Texts;
  lsp::JSONTransport Transport;
  lsp::MessageHandler Handler;
};

/// How many messages the output holds, each of which must be one.
unsigned countMessages(StringRef output) {
  unsigned count = 0;
  for (; !output.empty(); ++count) {
    size_t length = 0;
    if (!output.consume_front("Content-Length: ") || output.consumeInteger(10, length) ||
        !output.consume_front("\r\n\r\n") || length > output.size())
      report_fatal_error("what comes back has no frame");
    Expected<json::Value> message = json::parse(output.take_front(length));
    if (!message)
      report_fatal_error("what comes back is no JSON: " + Twine(toString(message.takeError())));
    output = output.drop_front(length);
  }
  return count;
}

unsigned answersTo(std::string sent) {
  std::FILE *in = fmemopen(sent.data(), sent.size(), "r");
  if (!in)
    return 0; // nothing was sent
  std::string output;
  raw_string_ostream out(output);
  Reader(in, out).run();
  std::fclose(in);
  return countMessages(output);
}

enum class Kind { Nothing, Question, End };

/// What the server has to make of a line.
Kind kindOf(StringRef line) {
  if (line.empty())
    return Kind::Nothing;
  if (bracketsNestTooDeep(line))
    return Kind::Question;
  Expected<json::Value> parsed = json::parse(line);
  if (!parsed)
    return consumeError(parsed.takeError()), Kind::Question;
  const json::Object *object = parsed->getAsObject();
  const json::Value *id = object ? object->get("id") : nullptr;
  const json::Value *method = object ? object->get("method") : nullptr;
  bool isVersion2 = object && object->getString("jsonrpc") == StringRef("2.0");
  bool isAnswer = id && !method;
  bool isNamed = !id || id->getAsString() || std::isfinite(id->getAsNumber().value_or(NAN));
  bool isMessage = isVersion2 && isNamed && (isAnswer || (method && method->getAsString()));
  if (!isMessage)
    return Kind::Question;
  if (!id && method->getAsString() == StringRef("exit"))
    return Kind::End;
  return id && !isAnswer ? Kind::Question : Kind::Nothing;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  // What is wrong with a message is said on stderr, too.
  lsp::Logger::setLogLevel(lsp::Logger::Level(int(lsp::Logger::Level::Error) + 1));
  StringRef text(reinterpret_cast<const char *>(data), size);
  answersTo(text.str());

  std::string framed;
  unsigned expected = 0;
  bool isOver = false;
  while (!text.empty()) {
    auto [line, rest] = text.split('\n');
    text = rest;
    framed += "Content-Length: " + std::to_string(line.size()) + "\r\n\r\n" + line.str();
    Kind kind = kindOf(line);
    isOver |= kind == Kind::End;
    expected += !isOver && kind == Kind::Question;
  }
  if (answersTo(framed) != expected)
    report_fatal_error("not one answer for each request");
  return 0;
}
