//===- Parse.cpp - from a file and its flags to an AST --------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The user's command line is read with the driver's own option table and put together anew: what
// produces output or loads code goes, what clang does not know (flags of GCC) goes too, the rest
// stays in order. Nothing is ever executed.
//
// OpenMP is always on, or directives would be missing from the AST. If the user's build has it off,
// `_OPENMP` is undefined again, so that `#ifdef _OPENMP` reads as it does there.
//
//===----------------------------------------------------------------------===//

#include "tool/Parse.h"
#include "analyses/HeaderName.h"
#include "tool/Options.h"
#include "tool/WriteFile.h"

#include "clang/Frontend/CompilerInvocation.h"
#include "clang/Frontend/TextDiagnosticPrinter.h"
#include "clang/Options/Options.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace loomp {

static std::vector<std::string> commandFromDatabase(const std::string &file, const Options &options,
                                                    Databases &databases, std::string &directory,
                                                    bool &isOneOfSeveral, std::string &error);
static void readUserFlags(CompileCommand &command, ArrayRef<std::string> arguments);
static std::vector<std::string> userFlagsOf(ArrayRef<std::string> arguments);
static bool isCFile(StringRef file) { return sys::path::extension(file) == ".c"; }
static std::string absolutePath(const std::string &file);

CompileCommand findCompileCommand(const std::string &file, const Options &options,
                                  Databases &databases, std::string &error) {
  CompileCommand command;
  command.isCxx = !isCFile(file);
  SmallString<256> current;
  sys::fs::current_path(current);
  command.directory = current.str();

  std::vector<std::string> flags;
  std::string compiler = command.isCxx ? "clang++" : "clang";
  if (options.flags) {
    flags = *options.flags;
  } else {
    flags = commandFromDatabase(file, options, databases, command.directory, command.isOneOfSeveral,
                                error);
    if (!error.empty())
      return command;
    command.isGuess = flags.empty();
    if (!flags.empty()) {
      compiler = StringRef(flags.front()).contains("++") ? "clang++" : "clang";
      flags.erase(flags.begin());
    }
  }
  flags.insert(flags.begin(), options.extraArgsBefore.begin(), options.extraArgsBefore.end());
  flags.insert(flags.end(), options.extraArgs.begin(), options.extraArgs.end());
  readUserFlags(command, flags);
  if (command.isGuess || options.flags) {
    bool hasStandard = any_of(flags, [](StringRef f) {
      return f.starts_with("-std=") || f.starts_with("--std") || f == "-ansi";
    });
    // With the GNU extensions, as compilers do by default: M_PI is one.
    if (!hasStandard)
      command.userFlags.insert(command.userFlags.begin(),
                               command.isCxx ? "-std=gnu++20" : "-std=gnu17");
  }

  command.file = file;
  if (command.directory != current.str() && sys::path::is_relative(file)) {
    SmallString<256> absolute = current;
    sys::path::append(absolute, file);
    command.file = absolute.str();
  }

  std::vector<std::string> &arguments = command.arguments;
  arguments = {compiler};
  if (!command.openMP)
    arguments.push_back("-U_OPENMP"); // before the user's flags, which may define it
  append_range(arguments, command.userFlags);
  if (none_of(flags, [](StringRef f) { return f.starts_with("-resource-dir"); }))
    arguments.push_back("-resource-dir=" LOOMP_RESOURCE_DIR);
  for (const char *flag : {"-fopenmp", "-fsyntax-only", "-w", "-Qunused-arguments"})
    arguments.push_back(flag);
  // A header is read as the language it is meant for. A name without an extension may be anything.
  if (command.isGuess && isHeaderName(file) && sys::path::has_extension(file))
    append_range(arguments, std::vector<std::string>{"-x", "c++-header"});
  arguments.push_back("--");
  arguments.push_back(command.file);
  return command;
}

static std::string absolutePath(const std::string &file) {
  SmallString<256> path(file);
  sys::fs::make_absolute(path);
  sys::path::remove_dots(path, true);
  return path.str().str();
}

/// The database that counts for the file at this absolute path.
static const Database &findDatabase(StringRef path, const Options &options, Databases &databases) {
  return options.buildPath.empty() ? databaseFor(path, databases)
                                   : databaseIn(options.buildPath, databases);
}

void readDatabase(const std::string &file, const Options &options, Databases &databases) {
  if (!options.flags)
    findDatabase(absolutePath(file), options, databases);
}

/// The arguments with those of response files (`@FILE`) in their place.
static std::vector<std::string> expandArguments(const std::vector<std::string> &arguments,
                                                const std::string &directory, std::string &error) {
  BumpPtrAllocator allocator;
  SmallVector<const char *> words;
  for (const std::string &argument : arguments)
    words.push_back(argument.c_str());
  IntrusiveRefCntPtr<vfs::FileSystem> files = regularFilesOf(vfs::getRealFileSystem());
  cl::ExpansionContext expansion(allocator, cl::TokenizeGNUCommandLine);
  expansion.setVFS(files.get()).setCurrentDir(directory);
  if (Error failure = expansion.expandResponseFiles(words))
    error = "cannot be compiled: " + toString(std::move(failure));
  return {words.begin(), words.end()};
}

/// The arguments for `file`, compiler first, or none if there is no database for it. A database
/// that was named is taken at its word, also for files it does not list: their flags are those of
/// the most similar file. One that was only found counts for its own files, and for headers;
/// flags that were found count for all files.
static std::vector<std::string> commandFromDatabase(const std::string &file, const Options &options,
                                                    Databases &databases, std::string &directory,
                                                    bool &isOneOfSeveral, std::string &error) {
  std::string path = absolutePath(file);
  bool isGiven = !options.buildPath.empty();
  const Database &database = findDatabase(path, options, databases);
  error = database.error;
  if (isGiven && error.empty() && !database.commands)
    error = "no compile_commands.json in '" + options.buildPath + "'";
  if (!error.empty() || !database.commands)
    return {};
  if (!isGiven && !database.isFlags && !isHeaderName(path) && !listsFile(database, path))
    return {};
  std::vector<clang::tooling::CompileCommand> commands =
      database.commands->getCompileCommands(path);
  if (commands.empty())
    return {};
  // Recorders of builds also write down what the driver starts, which is not a command of a user.
  auto isDriver = [](const clang::tooling::CompileCommand &command) {
    return !is_contained(command.CommandLine, "-cc1");
  };
  auto command = find_if(commands, isDriver);
  if (command == commands.end())
    command = commands.begin();
  std::vector<std::string> flags = userFlagsOf(command->CommandLine);
  isOneOfSeveral = any_of(commands, [&](const clang::tooling::CompileCommand &other) {
    return isDriver(other) &&
           (other.Directory != command->Directory || userFlagsOf(other.CommandLine) != flags);
  });
  SmallString<256> absolute(command->Directory);
  sys::fs::make_absolute(absolute);
  directory = absolute.str();
  return expandArguments(command->CommandLine, directory, error);
}

/// Drops what produces output, names inputs, loads code into the compiler or is unknown to clang.
/// A precompiled header was built without OpenMP; builds that use one also name its text.
static bool isKept(const opt::Arg &argument) {
  using namespace clang::options;
  const opt::Option &option = argument.getOption();
  switch (option.getID()) {
  case OPT_INPUT:
  case OPT_UNKNOWN:
  case OPT__DASH_DASH:
  case OPT_o:
  case OPT_c:
  case OPT_S:
  case OPT_E:
  case OPT_emit_llvm:
  case OPT_MJ:
  case OPT_include_pch:
  case OPT_fplugin_EQ:
  case OPT_fpass_plugin_EQ:
  case OPT_save_temps:
  case OPT_save_temps_EQ:
  case OPT_ftime_trace:
  case OPT_ftime_trace_EQ:
  case OPT_fmodules: // of clang, which writes what headers compile to; without it they are included
  case OPT_fmodules_cache_path:
  case OPT__serialize_diags:
    return false;
  default:
    return !option.matches(OPT_M_Group) && !option.matches(OPT_Link_Group);
  }
}

static std::vector<std::string> userFlagsOf(ArrayRef<std::string> arguments) {
  CompileCommand command;
  readUserFlags(command, arguments.drop_front(!arguments.empty())); // the compiler
  return command.userFlags;
}

static void readUserFlags(CompileCommand &command, ArrayRef<std::string> arguments) {
  using namespace clang::options;
  std::vector<const char *> pointers;
  for (const std::string &argument : arguments)
    pointers.push_back(argument.c_str());
  unsigned missingIndex = 0, missingCount = 0;
  opt::InputArgList list = clang::getDriverOptTable().ParseArgs(
      pointers, missingIndex, missingCount, opt::Visibility(ClangOption));

  opt::ArgStringList kept;
  bool dropsNextXclang = false; // `-Xclang -load -Xclang FILE` is one option in four words
  for (const opt::Arg *argument : list) {
    if (argument->getOption().matches(OPT_Xclang)) {
      StringRef value = argument->getValue();
      bool namesInput = value == "-load" || value.contains("plugin") || value == "-include-pch";
      bool isDropped = namesInput || dropsNextXclang;
      dropsNextXclang = namesInput && !dropsNextXclang;
      if (isDropped)
        continue;
    }
    if (isKept(*argument))
      argument->render(list, kept);
  }
  command.userFlags.assign(kept.begin(), kept.end());
  command.openMP = list.hasFlag(OPT_fopenmp, OPT_fopenmp_EQ, OPT_fno_openmp, false);
  command.wrappingIntegers = list.hasFlag(OPT_fwrapv, OPT_fno_wrapv, false) ||
                             list.hasFlag(OPT_fno_strict_overflow, OPT_fstrict_overflow, false);
  command.strictAliasing = list.hasFlag(OPT_fstrict_aliasing, OPT_fno_strict_aliasing, true);
}

//===----------------------------------------------------------------------===//
// Parsing
//===----------------------------------------------------------------------===//

namespace {

using UseContext = function_ref<void(clang::ASTContext &, const clang::Preprocessor &)>;

class HandOverConsumer : public clang::ASTConsumer {
public:
  HandOverConsumer(FileMemory *memory, const clang::Preprocessor &preprocessor, UseContext use)
      : memory(memory), preprocessor(preprocessor), use(use) {}
  clang::ASTMutationListener *GetASTMutationListener() override {
    return memory ? &memory->preamble.added() : nullptr;
  }
  void HandleTranslationUnit(clang::ASTContext &context) override {
    if (!context.getDiagnostics().hasErrorOccurred())
      use(context, preprocessor);
  }

private:
  FileMemory *memory;
  const clang::Preprocessor &preprocessor;
  UseContext use;
};

class HandOverAction : public clang::ASTFrontendAction {
public:
  HandOverAction(const ParseOptions &options, UseContext use) : options(options), use(use) {}
  std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance &compiler,
                                                        StringRef) override {
    return std::make_unique<HandOverConsumer>(options.memory, compiler.getPreprocessor(), use);
  }
  bool BeginInvocation(clang::CompilerInstance &compiler) override {
    // To take the last AST apart just before the process ends would cost 7 % of the run.
    compiler.getFrontendOpts().DisableFree = options.isLast;
    if (options.isQuiet)
      compiler.setVerboseOutputStream(nulls()); // it counts errors
    return true;
  }

private:
  ParseOptions options;
  UseContext use;
};

/// Takes from clang's own options what would write files or load code, whatever flag asked for it.
class HandOverFactory : public clang::tooling::FrontendActionFactory {
public:
  HandOverFactory(const ParseOptions &options, UseContext use) : options(options), use(use) {}
  std::unique_ptr<clang::FrontendAction> create() override {
    return std::make_unique<HandOverAction>(options, use);
  }
  bool runInvocation(std::shared_ptr<clang::CompilerInvocation> invocation,
                     clang::FileManager *files,
                     std::shared_ptr<clang::PCHContainerOperations> operations,
                     clang::DiagnosticConsumer *consumer) override {
    invocation->getDependencyOutputOpts() = {};
    invocation->getDiagnosticOpts().DiagnosticLogFile.clear();
    invocation->getDiagnosticOpts().DiagnosticSerializationFile.clear();
    invocation->getLangOpts().ImplicitModules = false;
    clang::FrontendOptions &frontend = invocation->getFrontendOpts();
    frontend.Plugins.clear();
    frontend.AddPluginActions.clear();
    for (std::string *output : {&frontend.OutputFile, &frontend.StatsFile, &frontend.TimeTracePath,
                                &frontend.ModuleOutputPath, &frontend.DumpMinimizationHintsPath,
                                &frontend.SymbolGraphOutputDir})
      output->clear();
    if (!options.memory)
      return FrontendActionFactory::runInvocation(invocation, files, operations, consumer);
    IntrusiveRefCntPtr<clang::FileManager> withPreamble =
        options.memory->preamble.use(*invocation, *files, operations);
    return FrontendActionFactory::runInvocation(invocation, withPreamble.get(), operations,
                                                consumer);
  }

private:
  ParseOptions options;
  UseContext use;
};

/// Prints to stderr and remembers the first error.
class ErrorPrinter : public clang::TextDiagnosticPrinter {
public:
  ErrorPrinter(std::string &firstError, raw_ostream &out, clang::DiagnosticOptions &options)
      : TextDiagnosticPrinter(out, options), firstError(firstError) {}
  void HandleDiagnostic(clang::DiagnosticsEngine::Level level,
                        const clang::Diagnostic &diagnostic) override {
    TextDiagnosticPrinter::HandleDiagnostic(level, diagnostic);
    if (level < clang::DiagnosticsEngine::Error || !firstError.empty())
      return;
    SmallString<128> text;
    diagnostic.FormatDiagnostic(text);
    firstError = text.str();
  }

private:
  std::string &firstError;
};

} // namespace

/// `disk`, but for what editors have not saved.
static IntrusiveRefCntPtr<vfs::FileSystem> withTexts(IntrusiveRefCntPtr<vfs::FileSystem> disk,
                                                     const UnsavedTexts *unsaved) {
  if (!unsaved || unsaved->empty())
    return disk;
  auto texts = makeIntrusiveRefCnt<vfs::InMemoryFileSystem>();
  for (const auto &[path, each] : *unsaved)
    texts->addFile(path, each.stamp, MemoryBuffer::getMemBufferCopy(each.text, path));
  auto files = makeIntrusiveRefCnt<vfs::OverlayFileSystem>(std::move(disk));
  files->pushOverlay(std::move(texts));
  return files;
}

ParseEnd parseFile(const CompileCommand &command, const ParseOptions &options, UseContext use) {
  IntrusiveRefCntPtr<vfs::FileSystem> disk =
      withTexts(vfs::createPhysicalFileSystem(), options.unsaved);
  if (std::error_code error = disk->setCurrentWorkingDirectory(command.directory))
    return {"cannot enter '" + command.directory + "': " + describe(error)};
  auto status = disk->status(command.file);
  if (!status)
    return {describe(status.getError())};
  if (status->isDirectory())
    return {"is a directory"};
  if (!status->isRegularFile())
    return {"is not a regular file"};

  if (options.memory) {
    options.memory->seen = {};
    disk = options.memory->seen.watch(std::move(disk));
  }

  bool isParsed = false;
  std::string firstError;
  // On a thread of its own: with a stack that deep nests do not exhaust, and a crash of the
  // compiler or of the analysis is an error of this file only.
  constexpr unsigned stackSize = 256u << 20;
  CrashRecoveryContext recovery;
  bool isAlive = recovery.RunSafelyOnThread(
      [&] {
        auto files = makeIntrusiveRefCnt<clang::FileManager>(clang::FileSystemOptions(),
                                                             regularFilesOf(std::move(disk)));
        clang::DiagnosticOptions diagnosticOptions;
        diagnosticOptions.ShowColors = options.color;
        diagnosticOptions.IgnoreWarnings = true; // the build shows them
        ErrorPrinter printer(firstError, options.isQuiet ? nulls() : errs(), diagnosticOptions);
        // Named: the action keeps a reference to it.
        auto handOver = [&](clang::ASTContext &context, const clang::Preprocessor &preprocessor) {
          // Refused flags stop clang, but not this parse.
          if (!firstError.empty())
            return;
          isParsed = true;
          use(context, preprocessor);
        };
        HandOverFactory factory(options, handOver);
        clang::tooling::ToolInvocation invocation(
            command.arguments, &factory, files.get(),
            std::make_shared<clang::PCHContainerOperations>());
        invocation.setDiagnosticConsumer(&printer);
        invocation.setDiagnosticOptions(&diagnosticOptions);
        invocation.run();
      },
      stackSize);
  // Some errors (a file in UTF-16) clang does not survive; what it said first is the reason.
  if (!isAlive && firstError.empty())
    return {"internal error: the analysis crashed", true};
  if (!isParsed)
    return {firstError.empty() ? "does not compile" : "does not compile: " + firstError, !isAlive};
  return {"", !isAlive};
}

} // namespace loomp
