//===- AnalyzeFiles.cpp - from the files of a run to their results --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/AnalyzeFiles.h"
#include "tool/Guard.h"
#include "tool/Options.h"

#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace loomp {

static void nameFiles(TranslationUnitResult &result, std::map<std::string, std::string> &texts,
                      const std::string &given, const CompileCommand &command);

Report analyzeFiles(const Options &options, bool colorErrors, UserFlags &flags) {
  Report report;
  Databases databases;
  const std::vector<std::string> &files = options.files;
  Guard guard(options.limits);
  for (unsigned done = 0; done < files.size();) {
    std::optional<Interruption> interruption = guard.start(done);
    unsigned end = interruption ? interruption->file : files.size();
    for (; done < end; ++done) {
      guard.beginFile(done);
      ParseOptions parse;
      parse.color = colorErrors;
      parse.isQuiet = interruption.has_value();
      parse.isLast = done + 1 == files.size();
      AnalyzedFile file = analyzeFile(files[done], options, databases, parse);
      if (flags.empty())
        flags = file.flags;
      mergeFile(report, std::move(file));
    }
    if (interruption) {
      report.result.errors.push_back({files[done], interruption->why});
      ++done;
    }
  }
  guard.end();
  return report;
}

AnalyzedFile analyzeFile(const std::string &file, const Options &options, Databases &databases,
                         const ParseOptions &parse) {
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

  std::optional<std::string> failure = parseFile(command, parse, [&](clang::ASTContext &context) {
    if (parse.memory) {
      analysis.headers = parse.memory->preamble.headers();
      analysis.answers = &parse.memory->answers;
    }
    analyzed.result = analyze(context, analysis);
    analyzed.texts = textsOf(analyzed.result, context);
  });
  if (failure) {
    analyzed.result.errors.push_back({file, *failure});
    return analyzed;
  }
  nameFiles(analyzed.result, analyzed.texts, file, command);
  analyzed.lacksOpenMP = !command.openMP;
  analyzed.flags = command.userFlags;
  return analyzed;
}

void mergeFile(Report &report, AnalyzedFile file) {
  report.lacksOpenMP |= file.lacksOpenMP;
  mergeResult(report, std::move(file.result), std::move(file.texts));
}

AnalysisOptions analysisOptionsOf(const Options &options) {
  AnalysisOptions analysis;
  analysis.strictFloatingPoint = options.strictFloatingPoint;
  analysis.findsSections = options.form == Form::Sections;
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
