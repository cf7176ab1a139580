//===- Server.cpp - findings in editors -----------------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// One thread reads messages and answers what it can at once. What needs an analysis is answered by
// the thread that made it (Workspace.h); all messages go out through LLVM's handler, which lets one
// thread write at a time.
//
//===----------------------------------------------------------------------===//

#include "tool/lsp/Server.h"
#include "tool/OptionTable.h"
#include "tool/lsp/Client.h"
#include "tool/lsp/MessageInput.h"
#include "tool/lsp/Progress.h"
#include "tool/lsp/Workspace.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <atomic>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <malloc.h>

using namespace llvm;

namespace loomp {

namespace {

using Reply = lsp::Callback<json::Value>;
/// What is answered from the analysis of a document.
using FromAnalysis = unique_function<Expected<json::Value>(const NamedAnalysis &)>;

class Server {
public:
  Server(const Options &options, std::FILE *in, raw_ostream &out);
  int run();

private:
  std::optional<Refusal> admit(const Envelope &message);
  void addHandlers();

  // The life of the connection.
  void initialize(const RawParams &params, Reply reply);
  void initialized(const RawParams &params);
  void shutdown(const RawParams &params, Reply reply);
  void refuse(const Refusal &refusal, Reply reply);
  void cancel(const RawParams &params);

  // Documents.
  void didOpen(const lsp::DidOpenTextDocumentParams &params);
  void didChange(const lsp::DidChangeTextDocumentParams &params);
  void didSave(const RawParams &params);
  void didClose(const lsp::DidCloseTextDocumentParams &params);

  // Settings.
  void didChangeConfiguration(const RawParams &params);
  void didChangeWatchedFiles(const RawParams &params);
  void didChangeWorkspaceFolders(const RawParams &) {} // each file has its own root
  void configure(const json::Value &section);

  // Questions.
  void codeAction(const RawParams &params, Reply reply);
  void codeLens(const RawParams &params, Reply reply);
  void inlayHint(const RawParams &params, Reply reply);
  void hover(const RawParams &params, Reply reply);
  void executeCommand(const RawParams &params, Reply reply);
  void answer(const json::Value *document, Reply reply, FromAnalysis from);

  // What threads say on their own.
  void analysisEnded(const std::string &path, SharedAnalysis analysis);
  void say(lsp::MessageType type, StringRef method, const std::string &message);
  void applyEdit(StringRef label, json::Value edit);
  std::string nextId() { return "loomp-" + std::to_string(++LastRequest); }

  enum class Phase { Fresh, Running, ShutDown };

  MessageInput *Input; ///< owned by the transport
  lsp::JSONTransport Transport;
  lsp::MessageHandler Handler;
  Phase ThePhase = Phase::Fresh;

  Settings TheSettings;
  std::chrono::milliseconds Debounce;
  ClientTraits Client;
  ClientRequests Requests;
  EditorSettings Editor;
  bool ExplainsInResult = false; ///< the client shows explanations itself
  std::string Root;

  lsp::OutgoingNotification<json::Value> Publish, ShowMessage, LogMessage;
  lsp::OutgoingRequest<json::Value> ApplyEdit, Configuration, Register, RefreshLens, RefreshHints;
  Progress TheProgress;

  std::atomic<unsigned> LastRequest = 0;
  std::mutex Mutex;                        ///< of what follows
  std::map<std::string, std::string> Uris; ///< of the open documents, by path
  std::map<std::string, int64_t> Published;
  std::map<std::string, std::string> Said; ///< errors, by path

  std::optional<Workspace> TheWorkspace; ///< last: its threads use all of the above
};

} // namespace

/// What one analysis frees, the next one needs: to give it to the system and ask for it again would
/// cost a tenth of the time.
static void keepFreedMemory() {
#ifdef __GLIBC__
  ::mallopt(M_ARENA_MAX, 1); // those of threads are given back whatever the threshold
  ::mallopt(M_TRIM_THRESHOLD, 512 << 20);
  ::mallopt(M_TOP_PAD, 64 << 20);
  ::mallopt(M_MMAP_THRESHOLD, 32 << 20);
#endif
}

int serve(const Options &options) {
  keepFreedMemory();
  Server server(options, stdin, outs());
  int status = server.run();
  outs().flush();
  // An analysis that still runs is of no use to anyone.
  std::_Exit(status);
}

/// The words with which `check` has the options of the server.
static std::vector<std::string> argumentsOf(const Options &options) {
  std::vector<std::string> arguments;
  for (const auto &[name, value] : options.given)
    for (const OptionInfo &option : optionTable())
      if (option.name.ltrim('-') == name && option.commands & OnCheck)
        arguments.push_back(option.name.str() + (option.argument.empty() ? "" : "=" + value));
  if (options.flags) {
    arguments.push_back("--");
    append_range(arguments, *options.flags);
  }
  return arguments;
}

static std::unique_ptr<MessageInput> makeInput(std::FILE *in, MessageInput::Admit admit,
                                               MessageInput *&input) {
  auto owned = std::make_unique<MessageInput>(in, std::move(admit));
  input = owned.get();
  return owned;
}

Server::Server(const Options &options, std::FILE *in, raw_ostream &out)
    : Transport(makeInput(
                    in, [this](const Envelope &message) { return admit(message); }, Input),
                out),
      Handler(Transport), TheSettings{argumentsOf(options), {}}, Debounce(options.debounce),
      Publish(Handler.outgoingNotification<json::Value>("textDocument/publishDiagnostics")),
      ShowMessage(Handler.outgoingNotification<json::Value>("window/showMessage")),
      LogMessage(Handler.outgoingNotification<json::Value>("window/logMessage")),
      TheProgress(Handler) {
  addHandlers();
}

int Server::run() {
  if (Error error = Transport.run(Handler))
    consumeError(std::move(error)); // the client is gone
  return ThePhase == Phase::ShutDown ? 0 : 1;
}

std::optional<Refusal> Server::admit(const Envelope &message) {
  if (message.method == "exit" || message.method == MessageInput::refuseMethod)
    return std::nullopt;
  bool isFirst = message.method == "initialize";
  if (ThePhase == Phase::ShutDown)
    return Refusal{int(lsp::ErrorCode::InvalidRequest), "the server was shut down"};
  if (ThePhase == Phase::Fresh && !isFirst)
    return Refusal{int(lsp::ErrorCode::ServerNotInitialized), "the server is not initialized"};
  if (ThePhase == Phase::Running && isFirst)
    return Refusal{int(lsp::ErrorCode::InvalidRequest), "the server is initialized already"};
  return std::nullopt;
}

void Server::addHandlers() {
  Handler.method("initialize", this, &Server::initialize);
  Handler.notification("initialized", this, &Server::initialized);
  Handler.method("shutdown", this, &Server::shutdown);
  Handler.method(MessageInput::refuseMethod, this, &Server::refuse);
  Handler.notification("$/cancelRequest", this, &Server::cancel);

  Handler.notification("textDocument/didOpen", this, &Server::didOpen);
  Handler.notification("textDocument/didChange", this, &Server::didChange);
  Handler.notification("textDocument/didSave", this, &Server::didSave);
  Handler.notification("textDocument/didClose", this, &Server::didClose);

  Handler.notification("workspace/didChangeConfiguration", this, &Server::didChangeConfiguration);
  Handler.notification("workspace/didChangeWatchedFiles", this, &Server::didChangeWatchedFiles);
  Handler.notification("workspace/didChangeWorkspaceFolders", this,
                       &Server::didChangeWorkspaceFolders);

  Handler.method("textDocument/codeAction", this, &Server::codeAction);
  Handler.method("textDocument/codeLens", this, &Server::codeLens);
  Handler.method("textDocument/inlayHint", this, &Server::inlayHint);
  Handler.method("textDocument/hover", this, &Server::hover);
  Handler.method("workspace/executeCommand", this, &Server::executeCommand);

  auto request = [&](StringLiteral method) {
    return Handler.outgoingRequest<json::Value, RawParams>(
        method, [](json::Value, Expected<RawParams> result) { consumeError(result.takeError()); });
  };
  ApplyEdit = request("workspace/applyEdit");
  Register = request("client/registerCapability");
  RefreshLens = request("workspace/codeLens/refresh");
  RefreshHints = request("workspace/inlayHint/refresh");
  Configuration = Handler.outgoingRequest<json::Value, RawParams>(
      "workspace/configuration", [this](json::Value, Expected<RawParams> result) {
        const json::Array *sections = result ? result->value.getAsArray() : nullptr;
        if (!result)
          consumeError(result.takeError());
        if (sections && !sections->empty() && sections->front().getAsObject())
          configure(sections->front());
      });
}

//===----------------------------------------------------------------------===//
// The life of the connection
//===----------------------------------------------------------------------===//

static StringRef encodingName(PositionEncoding encoding) {
  return encoding == PositionEncoding::UTF8    ? "utf-8"
         : encoding == PositionEncoding::UTF16 ? "utf-16"
                                               : "utf-32";
}

void Server::initialize(const RawParams &params, Reply reply) {
  Client = readTraits(params.value);
  Requests = readRequests(params.value);
  TheProgress.enable(Requests.progress);
  Root = rootFolder(params.value);
  if (const json::Object *object = params.value.getAsObject())
    if (const json::Value *given = object->get("initializationOptions")) {
      Editor = readSettings(*given, Root);
      const json::Object *options = given->getAsObject();
      ExplainsInResult = options && options->getString("explain") == StringRef("result");
    }
  TheSettings.options = Editor.options;
  TheWorkspace.emplace(
      TheSettings, Editor.debounce.value_or(Debounce), !Requests.registerWatchers,
      Workspace::Listener{[this](const std::string &path) { TheProgress.begin(path); },
                          [this](const std::string &path, SharedAnalysis analysis) {
                            analysisEnded(path, std::move(analysis));
                          }});
  ThePhase = Phase::Running;
  reply(json::Object{
      {"serverInfo", json::Object{{"name", "loomp"}, {"version", LOOMP_VERSION}}},
      {"capabilities",
       json::Object{
           {"positionEncoding", encodingName(Client.encoding)},
           {"textDocumentSync",
            json::Object{{"openClose", true},
                         {"change", int(lsp::TextDocumentSyncKind::Incremental)},
                         {"save", true}}},
           {"codeActionProvider",
            Client.takesActions
                ? json::Value(json::Object{
                      {"codeActionKinds", json::Array{"quickfix", "refactor.rewrite",
                                                      "refactor.explain", "source.fixAll.loomp"}}})
                : json::Value(true)},
           {"codeLensProvider", json::Object{{"resolveProvider", false}}},
           {"inlayHintProvider", true},
           {"hoverProvider", true},
           {"executeCommandProvider",
            json::Object{{"commands", json::Array{applyCommand, explainCommand, fixAllCommand}}}},
           {"workspace",
            json::Object{{"workspaceFolders",
                          json::Object{{"supported", true}, {"changeNotifications", true}}}}}}}});
}

void Server::initialized(const RawParams &) {
  json::Array watchers;
  for (const char *name :
       {"compile_commands.json", "compile_flags.txt", ".loomp.yaml", "*.{h,hh,hpp,hxx,inc}"})
    watchers.push_back(json::Object{{"globPattern", std::string("**/") + name}});
  if (Requests.registerWatchers)
    Register(
        json::Object{{"registrations",
                      json::Array{json::Object{
                          {"id", "loomp-files"},
                          {"method", "workspace/didChangeWatchedFiles"},
                          {"registerOptions", json::Object{{"watchers", std::move(watchers)}}}}}}},
        "loomp-watch");
  if (Requests.configuration)
    didChangeConfiguration({});
}

void Server::shutdown(const RawParams &, Reply reply) {
  ThePhase = Phase::ShutDown;
  reply(nullptr);
}

void Server::refuse(const Refusal &refusal, Reply reply) {
  reply(make_error<lsp::LSPError>(refusal.why, lsp::ErrorCode(refusal.code)));
}

void Server::cancel(const RawParams &params) {
  const json::Object *object = params.value.getAsObject();
  if (const json::Value *id = object ? object->get("id") : nullptr)
    TheWorkspace->cancel(debugString(*id));
}

//===----------------------------------------------------------------------===//
// Documents
//===----------------------------------------------------------------------===//

void Server::didOpen(const lsp::DidOpenTextDocumentParams &params) {
  std::string path = params.textDocument.uri.file().str();
  {
    std::lock_guard lock(Mutex);
    Uris[path] = params.textDocument.uri.uri();
  }
  TheWorkspace->open(path, params.textDocument.text, params.textDocument.version);
}

void Server::didChange(const lsp::DidChangeTextDocumentParams &params) {
  std::string path = params.textDocument.uri.file().str();
  if (!TheWorkspace->change(path, params.contentChanges, params.textDocument.version,
                            Client.encoding))
    say(lsp::MessageType::Error, "log", path + ": a change that cannot be applied was ignored");
}

/// The path of a document of the parameters; empty if it has none on the disk.
static std::string pathOf(const json::Value *document) {
  return document ? pathOfUri(member(*document, "uri")) : "";
}

void Server::didSave(const RawParams &params) {
  TheWorkspace->save(pathOf(member(params.value, "textDocument")));
}

void Server::didClose(const lsp::DidCloseTextDocumentParams &params) {
  std::string path = params.textDocument.uri.file().str();
  if (!TheWorkspace->close(path))
    return;
  {
    std::lock_guard lock(Mutex);
    Uris.erase(path);
    Published.erase(path);
    Said.erase(path);
  }
  Publish(json::Object{{"uri", params.textDocument.uri.uri()}, {"diagnostics", json::Array{}}});
}

//===----------------------------------------------------------------------===//
// Settings
//===----------------------------------------------------------------------===//

void Server::didChangeConfiguration(const RawParams &params) {
  const json::Value *settings = member(params.value, "settings");
  const json::Value *section = settings ? member(*settings, "loomp") : nullptr;
  if (section && section->getAsObject())
    return configure(*section);
  if (Requests.configuration)
    Configuration(json::Object{{"items", json::Array{json::Object{{"section", "loomp"}}}}},
                  nextId());
}

void Server::configure(const json::Value &section) {
  Editor = readSettings(section, Root);
  TheWorkspace->configure(Editor.options, Editor.debounce.value_or(Debounce));
}

void Server::didChangeWatchedFiles(const RawParams &) { TheWorkspace->analyzeAll(); }

//===----------------------------------------------------------------------===//
// Questions
//===----------------------------------------------------------------------===//

void Server::answer(const json::Value *document, Reply reply, FromAnalysis from) {
  std::string path = pathOf(document);
  if (path.empty())
    return reply(nullptr); // a document that is on no disk
  std::string request = debugString(Input->current().id.value_or(nullptr));
  std::string uri = document->getAsObject()->getString("uri")->str();
  TheWorkspace->whenAnalyzed(path, request,
                             [this, uri, reply = std::move(reply),
                              from = std::move(from)](Expected<SharedAnalysis> analysis) mutable {
                               if (!analysis)
                                 return reply(analysis.takeError());
                               reply(from({**analysis, uri, Client}));
                             });
}

/// The range of the parameters, or all of the document.
static lsp::Range rangeIn(const json::Value &params) {
  lsp::Range range;
  json::Path::Root root;
  const json::Value *given = member(params, "range");
  if (given && fromJSON(*given, range, root))
    return range;
  return lsp::Range(lsp::Position(0, 0), lsp::Position(INT_MAX, 0));
}

static std::optional<lsp::Position> positionIn(const json::Value &value) {
  lsp::Position position;
  json::Path::Root root;
  return fromJSON(value, position, root) ? std::optional(position) : std::nullopt;
}

void Server::codeAction(const RawParams &params, Reply reply) {
  std::vector<std::string> only;
  const json::Value *context = member(params.value, "context");
  const json::Value *kinds = context ? member(*context, "only") : nullptr;
  if (const json::Array *list = kinds ? kinds->getAsArray() : nullptr)
    for (const json::Value &kind : *list)
      if (std::optional<StringRef> name = kind.getAsString())
        only.push_back(name->str());
  answer(member(params.value, "textDocument"), std::move(reply),
         [range = rangeIn(params.value), only](const NamedAnalysis &document) -> json::Value {
           return codeActionsAnswer(document, range, only);
         });
}

void Server::codeLens(const RawParams &params, Reply reply) {
  if (!Editor.codeLens)
    return reply(json::Array{});
  answer(member(params.value, "textDocument"), std::move(reply),
         [](const NamedAnalysis &document) -> json::Value { return codeLensAnswer(document); });
}

void Server::inlayHint(const RawParams &params, Reply reply) {
  if (!Editor.inlayHints)
    return reply(json::Array{});
  answer(member(params.value, "textDocument"), std::move(reply),
         [range = rangeIn(params.value)](const NamedAnalysis &document) -> json::Value {
           return inlayHintAnswer(document, range);
         });
}

void Server::hover(const RawParams &params, Reply reply) {
  const json::Value *given = member(params.value, "position");
  std::optional<lsp::Position> position = given ? positionIn(*given) : std::nullopt;
  if (!position)
    return reply(make_error<lsp::LSPError>("no position", lsp::ErrorCode::InvalidParams));
  answer(member(params.value, "textDocument"), std::move(reply),
         [position = *position](const NamedAnalysis &document) {
           return hoverAnswer(document, position);
         });
}

void Server::executeCommand(const RawParams &params, Reply reply) {
  auto fail = [](StringRef why) -> Expected<json::Value> {
    return make_error<lsp::LSPError>(why.str(), lsp::ErrorCode::InvalidParams);
  };
  const json::Object *object = params.value.getAsObject();
  std::string command = object ? object->getString("command").value_or("").str() : "";
  if (command != applyCommand && command != explainCommand && command != fixAllCommand)
    return reply(fail("unknown command '" + command + "'"));
  const json::Value *arguments = object->get("arguments");
  const json::Array *list = arguments ? arguments->getAsArray() : nullptr;
  if (!list || list->empty() || pathOf(&list->front()).empty())
    return reply(fail("expected an object with 'uri', 'line' and 'character'"));
  if (command != explainCommand && !Requests.applyEdit)
    return reply(fail("the client does not take edits"));
  std::optional<lsp::Position> position = positionIn(list->front());
  answer(&list->front(), std::move(reply),
         [this, command, position, fail](const NamedAnalysis &document) -> Expected<json::Value> {
           if (command == fixAllCommand) {
             applyEdit("Parallelize all loops",
                       workspaceEdit(document, editsOfFile(document.analysis)));
             return nullptr;
           }
           const Diagnostic *diagnostic = position ? diagnosticAt(document, *position) : nullptr;
           if (!diagnostic && position && command == explainCommand)
             diagnostic = loopAround(document, *position);
           if (!diagnostic)
             return fail("there is no loop at this place");
           if (command == applyCommand) {
             if (diagnostic->edits.empty())
               return fail("there is nothing to change at this place");
             applyEdit("Parallelize", workspaceEdit(document, diagnostic->edits));
             return nullptr;
           }
           std::string text = explanationOf(document.analysis, *diagnostic);
           if (!ExplainsInResult)
             say(lsp::MessageType::Info, "show", text);
           return json::fixUTF8(text);
         });
}

void Server::applyEdit(StringRef label, json::Value edit) {
  ApplyEdit(json::Object{{"label", label}, {"edit", std::move(edit)}}, nextId());
}

//===----------------------------------------------------------------------===//
// What threads say on their own
//===----------------------------------------------------------------------===//

void Server::say(lsp::MessageType type, StringRef method, const std::string &message) {
  json::Object params{{"type", int(type)}, {"message", json::fixUTF8(message)}};
  if (method == "show")
    ShowMessage(std::move(params));
  else
    LogMessage(std::move(params));
}

void Server::analysisEnded(const std::string &path, SharedAnalysis analysis) {
  TheProgress.end(path);
  if (!analysis)
    return;
  std::string uri;
  bool isNews = false, isAgain = false;
  {
    std::lock_guard lock(Mutex);
    uri = Uris[path];
    isNews = std::exchange(Said[path], analysis->error) != analysis->error;
    auto [entry, isFirst] = Published.try_emplace(path, analysis->version);
    isAgain = !isFirst && entry->second == analysis->version;
    entry->second = analysis->version;
  }
  if (isNews && !analysis->error.empty())
    say(analysis->isUsersFault ? lsp::MessageType::Error : lsp::MessageType::Info,
        analysis->isUsersFault ? "show" : "log",
        analysis->isUsersFault ? analysis->error : path + ": " + analysis->error);
  Publish(json::Object{{"uri", uri},
                       {"version", analysis->version},
                       {"diagnostics", diagnosticsAnswer({*analysis, uri, Client})}});
  // The editor has asked for this version already, and got what no longer holds.
  if (isAgain && Requests.refreshCodeLens)
    RefreshLens(json::Object{}, nextId());
  if (isAgain && Requests.refreshInlayHints)
    RefreshHints(json::Object{}, nextId());
}

} // namespace loomp
