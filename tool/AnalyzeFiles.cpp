//===- AnalyzeFiles.cpp - from the files of a run to their results --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/AnalyzeFiles.h"
#include "analyses/Analyze.h"
#include "tool/Guard.h"
#include "tool/Options.h"
#include "tool/Parse.h"

#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace loomp {

static void nameFiles(TranslationUnitResult &result, std::map<std::string, std::string> &texts,
                      const std::string &given, const CompileCommand &command);
static std::map<std::string, std::string> textsOf(const TranslationUnitResult &result,
                                                  clang::ASTContext &context);

/// What the analysis of several files has in common.
struct AnalyzeFiles {
  const Options &options;
  bool colorErrors;
  std::shared_ptr<Regex> headerFilter = std::make_shared<Regex>(options.headerFilter);
  Databases databases = {};
  Report report = {};
  UserFlags flags = {}; ///< of the first file

  void analyzeFile(const std::string &file, bool isQuiet);
};

Report analyzeFiles(const Options &options, bool colorErrors, UserFlags &flags) {
  AnalyzeFiles run{options, colorErrors};
  const std::vector<std::string> &files = options.files;
  Guard guard(options.limits);
  for (unsigned done = 0; done < files.size();) {
    std::optional<Interruption> interruption = guard.start(done);
    unsigned end = interruption ? interruption->file : files.size();
    for (; done < end; ++done) {
      guard.beginFile(done);
      run.analyzeFile(files[done], /*isQuiet=*/interruption.has_value());
    }
    if (interruption) {
      run.report.result.errors.push_back({files[done], interruption->why});
      ++done;
    }
  }
  guard.end();
  flags = std::move(run.flags);
  return std::move(run.report);
}

void AnalyzeFiles::analyzeFile(const std::string &file, bool isQuiet) {
  std::string error;
  CompileCommand command = findCompileCommand(file, options, databases, error);
  if (!error.empty()) {
    report.result.errors.push_back({file, error});
    return;
  }
  AnalysisOptions analysis;
  analysis.strictFloatingPoint = options.strictFloatingPoint;
  analysis.wrappingIntegers = command.wrappingIntegers;
  analysis.strictAliasing = command.strictAliasing;
  analysis.findsSections = options.form == Form::Sections;
  analysis.effects = options.effects;
  analysis.assumesNoAlias = options.assumesNoAlias;
  if (!options.assumesAllNoAlias)
    analysis.assumedNames = options.assumedNames;
  analysis.includeHeader = [&](const std::string &path) {
    return !options.headerFilter.empty() && headerFilter->match(path);
  };

  TranslationUnitResult result;
  std::map<std::string, std::string> texts;
  ParseOptions parse;
  parse.color = colorErrors;
  parse.isQuiet = isQuiet;
  parse.isLast = &file == &options.files.back();
  std::optional<std::string> failure = parseFile(command, parse, [&](clang::ASTContext &context) {
    result = analyze(context, analysis);
    texts = textsOf(result, context);
  });
  if (failure) {
    report.result.errors.push_back({file, *failure});
    return;
  }
  nameFiles(result, texts, file, command);
  mergeResult(report, std::move(result), std::move(texts));
  report.lacksOpenMP |= !command.openMP;
  if (flags.empty())
    flags = command.userFlags;
}

/// The content that was analysed of each file that has loops, as the compiler read it.
static std::map<std::string, std::string> textsOf(const TranslationUnitResult &result,
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

/// Calls files what the user calls them: the main file as given, headers relative to the current
/// folder where they are in it. The compiler may have run in another folder.
static void nameFiles(TranslationUnitResult &result, std::map<std::string, std::string> &texts,
                      const std::string &given, const CompileCommand &command) {
  SmallString<256> current;
  sys::fs::current_path(current);
  std::map<std::string, std::string> names = {{command.file, given}};
  auto rename = [&](std::string &file) {
    auto [entry, isNew] = names.try_emplace(file, file);
    if (isNew && command.directory != current.str()) {
      SmallString<256> path(file);
      sys::path::make_absolute(command.directory, path);
      sys::path::remove_dots(path, true);
      StringRef name = path;
      if (name.consume_front(current) && !name.consume_front("/"))
        name = path;
      entry->second = name.str();
    }
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
  std::map<std::string, std::string> renamed;
  for (auto &[file, text] : texts) {
    std::string name = file;
    rename(name);
    renamed.emplace(name, std::move(text));
  }
  texts = std::move(renamed);
}

} // namespace loomp
