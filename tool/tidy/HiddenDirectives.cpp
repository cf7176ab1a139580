//===- HiddenDirectives.cpp - OpenMP that the compiler ignores ------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/tidy/HiddenDirectives.h"
#include "analyses/LoopText.h"

#include "clang/AST/DynamicRecursiveASTVisitor.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/PreprocessorLexer.h"

using namespace llvm;
using namespace clang;

namespace loomp {

static bool isDirective(const Preprocessor &preprocessor, PragmaIntroducerKind introducer,
                        HiddenDirectives &directives);
static std::set<FileID> filesOf(const HiddenDirectives &directives, ASTContext &context);
static bool isPrecompiled(FileID file, const SourceManager &sources);
static std::set<std::string> functionsIn(const std::set<FileID> &files, ASTContext &context);

namespace {
class PragmaWatcher : public PPCallbacks {
public:
  PragmaWatcher(Preprocessor &preprocessor, HiddenDirectives &directives)
      : preprocessor(preprocessor), directives(directives) {}
  void PragmaDirective(SourceLocation location, PragmaIntroducerKind introducer) override {
    if (isDirective(preprocessor, introducer, directives))
      directives.places.push_back(preprocessor.getSourceManager().getExpansionLoc(location));
  }

private:
  Preprocessor &preprocessor;
  HiddenDirectives &directives;
};
} // namespace

void watchDirectives(Preprocessor &preprocessor, HiddenDirectives &directives) {
  preprocessor.addPPCallbacks(std::make_unique<PragmaWatcher>(preprocessor, directives));
}

/// Whether the pragma that is being read is one of OpenMP. The lexer stands behind `pragma`, or at
/// the begin of the text of a `_Pragma`.
static bool isDirective(const Preprocessor &preprocessor, PragmaIntroducerKind introducer,
                        HiddenDirectives &directives) {
  if (introducer == PIK___pragma) // tokens that nobody can look at: it may be one
    return true;
  const auto *lexer = static_cast<const Lexer *>(preprocessor.getCurrentLexer());
  if (!lexer)
    return true;
  // The end of a line, or of the text of a `_Pragma`, which has one in the place of its quote.
  const char *begin = lexer->getBufferLocation(), *end = begin;
  for (; *end && *end != '\n'; ++end)
    if (*end == '\\' && end[1] == '\r' && end[2] == '\n')
      end += 2;
    else if (*end == '\\' && end[1] == '\n')
      ++end;
  std::string text(begin, end);
  Lexer words(SourceLocation(), preprocessor.getLangOpts(), text.data(), text.data(),
              text.data() + text.size());
  // A word may hold the end of a line: then it is not spelled as it reads.
  Token first, second;
  words.LexFromRawLexer(first);
  words.LexFromRawLexer(second);
  bool isSpelled = first.is(tok::raw_identifier) && !first.needsCleaning();
  bool isOpenMP = !isSpelled || first.getRawIdentifier() == "omp";
  bool isLoopOrBlock = isSpelled && second.is(tok::raw_identifier) && !second.needsCleaning() &&
                       second.getRawIdentifier() != "threadprivate";
  directives.changesVariables |= isOpenMP && !isLoopOrBlock;
  return isOpenMP;
}

std::vector<std::string> suppressHidden(TranslationUnitResult &result,
                                        const HiddenDirectives &directives, ASTContext &context) {
  const SourceManager &sources = context.getSourceManager();
  std::set<FileID> files = filesOf(directives, context);
  std::set<std::string> names, functions = functionsIn(files, context);
  std::vector<std::string> userFiles;
  for (FileID file : files) {
    SourceLocation begin = sources.getLocForStartOfFile(file);
    std::string name = sources.getFilename(begin).str();
    if (names.insert(name).second && !sources.isInSystemHeader(begin))
      userFiles.push_back(name);
  }
  auto isHidden = [&](const std::string &name) {
    auto entry = sources.getFileManager().getOptionalFileRef(name);
    return names.count(name) || (entry && isPrecompiled(sources.translateFile(*entry), sources));
  };
  for (LoopResult &loop : result.loops)
    loop.suppressed |= directives.changesVariables || isHidden(loop.position.file) ||
                       functions.count(loop.functionKey) ||
                       any_of(loop.callees, [&](const std::string &callee) {
                         return functions.count(callee) != 0;
                       });
  for (Finding &finding : result.findings)
    finding.suppressed |= isHidden(finding.position.file);
  return userFiles;
}

/// The files that hold the pragmas, and each file that includes one of these where a declaration
/// has begun and not ended.
static std::set<FileID> filesOf(const HiddenDirectives &directives, ASTContext &context) {
  const SourceManager &sources = context.getSourceManager();
  auto isInDeclaration = [&](SourceLocation location) {
    return any_of(context.getTranslationUnitDecl()->decls(), [&](const Decl *declaration) {
      SourceRange range = sources.getExpansionRange(declaration->getSourceRange()).getAsRange();
      return range.isValid() && sources.isBeforeInTranslationUnit(range.getBegin(), location) &&
             sources.isBeforeInTranslationUnit(location, range.getEnd());
    });
  };
  std::set<FileID> files;
  for (SourceLocation place : directives.places) {
    FileID file = sources.getFileID(place);
    SourceLocation includer = sources.getIncludeLoc(file);
    bool isNew = files.insert(file).second;
    for (; isNew && includer.isValid() && isInDeclaration(includer);
         includer = sources.getIncludeLoc(sources.getFileID(includer)))
      files.insert(sources.getFileID(includer));
  }
  return files;
}

/// A header of the user that was compiled earlier. Nobody saw its pragmas.
static bool isPrecompiled(FileID file, const SourceManager &sources) {
  return sources.isLoadedFileID(file) &&
         !sources.isInSystemHeader(sources.getLocForStartOfFile(file));
}

namespace {
class FunctionCollector : public DynamicRecursiveASTVisitor {
public:
  FunctionCollector(const std::set<FileID> &files, const SourceManager &sources)
      : files(files), sources(sources) {
    ShouldVisitTemplateInstantiations = true;
    ShouldVisitImplicitCode = true;
  }
  bool VisitFunctionDecl(FunctionDecl *function) override {
    FileID file = sources.getFileID(sources.getExpansionLoc(function->getBeginLoc()));
    if (function->doesThisDeclarationHaveABody() &&
        (files.count(file) || isPrecompiled(file, sources)))
      keys.insert(functionKey(*function));
    return true;
  }

  std::set<std::string> keys;

private:
  const std::set<FileID> &files;
  const SourceManager &sources;
};
} // namespace

/// The functions whose bodies stand in `files` or in precompiled headers, by `functionKey`.
static std::set<std::string> functionsIn(const std::set<FileID> &files, ASTContext &context) {
  if (files.empty() && !context.getExternalSource())
    return {};
  FunctionCollector collector(files, context.getSourceManager());
  collector.TraverseDecl(context.getTranslationUnitDecl());
  return std::move(collector.keys);
}

} // namespace loomp
