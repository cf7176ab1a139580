//===- AnalyzeFiles.cpp - from the files of a run to their results --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/AnalyzeFiles.h"
#include "tool/Archive.h"
#include "tool/Jobs.h"
#include "tool/Options.h"
#include "tool/ProgressLine.h"

#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/Threading.h"

using namespace llvm;

namespace loomp {

static void dropDetails(TranslationUnitResult &result);
static void leaveAlone(TranslationUnitResult &result);
static FilesOfRun identify(const std::vector<std::string> &files);
static void includeFiles(AnalysisOptions &analysis, const FilesOfRun &files,
                         const std::string &directory);
static void nameFiles(TranslationUnitResult &result, std::map<std::string, std::string> &texts,
                      const std::string &given, const CompileCommand &command,
                      const FilesOfRun &others);

std::string chooseFiles(Options &options, Databases &databases) {
  if (!options.files.empty())
    return "";
  const Database &database = databaseIn(options.buildPath, databases);
  if (!database.error.empty())
    return database.error;
  options.files = sourceFilesOf(database);
  if (!options.files.empty())
    return "";
  return formatv("no {0} in '{1}'",
                 database.commands ? "file in C or C++ is listed" : "compile_commands.json",
                 options.buildPath);
}

Report analyzeFiles(const Options &options, Databases &databases, bool colorErrors,
                    UserFlags &flags) {
  const std::vector<std::string> &files = options.files;
  for (const std::string &file : files) // once, rather than in each process
    readDatabase(file, options, databases);
  unsigned jobs = options.jobs ? options.jobs : hardware_concurrency().compute_thread_count();
  const FilesOfRun others = files.size() > 1 ? identify(files) : FilesOfRun();
  FileProgress progress(!options.quiet && errs().is_displayed(), files.size());

  Report report;
  auto work = [&](unsigned i, bool isLast) {
    ParseOptions parse;
    parse.color = colorErrors;
    parse.isLast = isLast;
    AnalyzedFile file = analyzeFile(files[i], options, databases, parse, others);
    if (options.command != Command::Explain)
      dropDetails(file.result);
    return JobResult{toBytes(file), file.isCrash};
  };
  auto finish = [&](unsigned i, JobEnd end) {
    AnalyzedFile file;
    if (end.problem.empty() && !fromBytes(end.bytes, file))
      end.problem = "internal error: the result of the analysis is incomplete";
    if (!end.problem.empty())
      file.result = {.errors = {{files[i], end.problem}}};
    if (!end.messages.empty())
      progress.hide();
    errs() << end.messages;
    if (flags.empty())
      flags = file.flags;
    mergeFile(report, std::move(file));
  };
  auto tick = [&](std::optional<unsigned> done) {
    if (done)
      progress.add(files[*done]);
    else
      progress.show();
  };
  runJobs(files.size(), std::min<size_t>(jobs, files.size()), options.limits,
          {.work = work, .finish = finish, .tick = tick});
  return report;
}

/// Leaves out what only `explain` shows.
static void dropDetails(TranslationUnitResult &result) {
  for (LoopResult &loop : result.loops) {
    loop.accesses.clear();
    loop.dependences.clear();
    // What the loop is in another form has details of its own.
    for (std::vector<LoopResult> *form : {&loop.asScan, &loop.asTasks})
      for (LoopResult &other : *form) {
        other.accesses.clear();
        other.dependences.clear();
      }
  }
}

AnalyzedFile analyzeFile(const std::string &file, const Options &options, Databases &databases,
                         const ParseOptions &parse, const FilesOfRun &others) {
  AnalyzedFile analyzed;
  std::string error;
  CompileCommand command = findCompileCommand(file, options, databases, error);
  if (!error.empty()) {
    analyzed.result.errors.push_back({file, error});
    return analyzed;
  }
  AnalysisOptions analysis = analysisOptionsOf(options);
  analysis.wrappingIntegers = command.wrappingIntegers;
  analysis.strictAliasing = command.strictAliasing;
  includeFiles(analysis, others, command.directory);

  auto use = [&](clang::ASTContext &context, const clang::Preprocessor &preprocessor) {
    if (parse.memory) {
      analysis.headers = parse.memory->preamble.headers();
      analysis.added = analysis.headers ? &parse.memory->preamble.added() : nullptr;
      analysis.answers = &parse.memory->answers;
    }
    analysis.preprocessor = &preprocessor;
    analyzed.result = analyze(context, analysis);
    analyzed.texts = textsOf(analyzed.result, context);
  };
  ParseEnd end = parseFile(command, parse, use);
  analyzed.isCrash = end.isCrash;
  if (!end.failure.empty()) {
    analyzed.result.errors.push_back({file, end.failure});
    return analyzed;
  }
  nameFiles(analyzed.result, analyzed.texts, file, command, others);
  if (command.isOneOfSeveral)
    leaveAlone(analyzed.result);
  analyzed.lacksOpenMP = !command.openMP;
  analyzed.flags = command.userFlags;
  return analyzed;
}

static FilesOfRun identify(const std::vector<std::string> &files) {
  FilesOfRun identified;
  for (const std::string &file : files) {
    sys::fs::UniqueID id;
    if (!sys::fs::getUniqueID(file, id))
      identified.emplace(id, file);
  }
  return identified;
}

/// The name that a file of the run was given; nothing for any other file. `path` may be relative to
/// `directory`.
static std::optional<std::string> nameGivenTo(StringRef path, const FilesOfRun &files,
                                              StringRef directory) {
  if (files.empty())
    return std::nullopt;
  SmallString<256> absolute(path);
  sys::path::make_absolute(directory, absolute);
  sys::fs::UniqueID id;
  if (sys::fs::getUniqueID(absolute, id))
    return std::nullopt;
  auto found = files.find(id);
  return found == files.end() ? std::nullopt : std::optional(found->second);
}

/// Lets in what another file includes of the run, beside what the filter of headers does.
static void includeFiles(AnalysisOptions &analysis, const FilesOfRun &files,
                         const std::string &directory) {
  if (files.empty())
    return;
  analysis.includeHeader = [&files, directory, filter = std::move(analysis.includeHeader),
                            known =
                                std::map<std::string, bool>()](const std::string &path) mutable {
    auto [entry, isNew] = known.try_emplace(path);
    if (isNew)
      entry->second = (filter && filter(path)) || nameGivenTo(path, files, directory);
    return entry->second;
  };
}

/// What holds of the file as it is compiled in one way may not hold in the others.
static void leaveAlone(TranslationUnitResult &result) {
  for (LoopResult &loop : result.loops)
    if (loop.editable) {
      loop.editable = false;
      loop.notEditableBecause = "compile_commands.json has several commands for the file";
    }
}

void mergeFile(Report &report, AnalyzedFile file) {
  report.lacksOpenMP |= file.lacksOpenMP;
  mergeResult(report, std::move(file.result), std::move(file.texts));
}

AnalysisOptions analysisOptionsOf(const Options &options) {
  AnalysisOptions analysis;
  analysis.strictFloatingPoint = options.strictFloatingPoint;
  analysis.findsSections = options.form == Form::Sections || options.form == Form::Tasks;
  analysis.prefersTaskGraphs = options.form == Form::Tasks;
  analysis.findsDeviceRegions = options.form == Form::Target;
  analysis.effects = options.effects;
  analysis.assumesNoAlias = options.assumesNoAlias;
  if (!options.assumesAllNoAlias)
    analysis.assumedNames = options.assumedNames;
  if (!options.headerFilter.empty())
    analysis.includeHeader = [filter = std::make_shared<Regex>(options.headerFilter)](
                                 const std::string &path) { return filter->match(path); };
  return analysis;
}

std::map<std::string, std::string> textsOf(const TranslationUnitResult &result,
                                           clang::ASTContext &context) {
  clang::SourceManager &sources = context.getSourceManager();
  std::map<std::string, std::string> texts;
  for (const LoopResult &loop : result.loops) {
    if (texts.count(loop.position.file))
      continue;
    auto file = sources.getFileManager().getOptionalFileRef(loop.position.file);
    auto buffer = file ? sources.getMemoryBufferForFileOrNone(*file) : std::nullopt;
    if (buffer)
      texts.emplace(loop.position.file, buffer->getBuffer().str());
  }
  return texts;
}

/// What the user calls a file: one of the run as given, others relative to the current folder where
/// they are in it. The compiler may have run in another folder.
static std::string nameOf(const std::string &file, const std::string &directory,
                          const FilesOfRun &others) {
  if (std::optional<std::string> given = nameGivenTo(file, others, directory))
    return *given;
  SmallString<256> current, path(file);
  sys::fs::current_path(current);
  if (directory == current.str())
    return file;
  sys::path::make_absolute(directory, path);
  sys::path::remove_dots(path, true);
  return relativeToCurrent(path);
}

/// Calls files what the user calls them.
static void nameFiles(TranslationUnitResult &result, std::map<std::string, std::string> &texts,
                      const std::string &given, const CompileCommand &command,
                      const FilesOfRun &others) {
  std::map<std::string, std::string> names = {{command.file, given}};
  auto rename = [&](std::string &file) {
    auto [entry, isNew] = names.try_emplace(file);
    if (isNew)
      entry->second = nameOf(file, command.directory, others);
    file = entry->second;
  };
  auto renameOptional = [&](std::optional<Position> &position) {
    if (position)
      rename(position->file);
  };
  for (Finding &finding : result.findings) {
    rename(finding.position.file);
    for (auto &[position, message] : finding.notes)
      rename(position.file);
  }
  for (LoopResult &loop : result.loops) {
    rename(loop.position.file);
    for (Role &role : loop.roles)
      if (!role.declaration.file.empty())
        rename(role.declaration.file);
    for (Blocker &blocker : loop.blockers) {
      renameOptional(blocker.source);
      renameOptional(blocker.sink);
    }
    for (AccessInfo &access : loop.accesses)
      rename(access.position.file);
  }
  auto renameKeys = [&](auto &ofFiles) {
    std::decay_t<decltype(ofFiles)> renamed;
    for (auto &[file, value] : ofFiles) {
      std::string name = file;
      rename(name);
      renamed.emplace(name, std::move(value));
    }
    ofFiles = std::move(renamed);
  };
  renameKeys(texts);
  renameKeys(result.declared);
}

} // namespace loomp
