//===- TidyModule.cpp - loomp's findings as checks of clang-tidy ----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//     clang-tidy-22 -load build/lib/libloomp-tidy.so -checks='-*,loomp-*' -fix pi.cpp
//
// A check per finding of the registry, with two exceptions: `loomp-openmp-race` stands for all that
// can be wrong with a directive, and `loomp-serial-loop` for all reasons why a loop is not
// parallel. Checks say what `loomp check` says, in its words and at its places; a diagnostic of the
// command line that is a note, such as the role of a variable, is one of its own here.
//
// The symbols of clang-tidy itself come from the process that loads the module.
//
//===----------------------------------------------------------------------===//

#include "tool/tidy/TidyUnit.h"

#include "clang-tidy/ClangTidyModule.h"
#include "clang/ASTMatchers/ASTMatchers.h"

using namespace llvm;
using namespace clang::tidy;

namespace loomp {
namespace {

/// Says of each translation unit what has its slug.
class LoompCheck : public ClangTidyCheck {
public:
  LoompCheck(StringRef name, ClangTidyContext *context, std::shared_ptr<TidyUnit> unit)
      : ClangTidyCheck(name, context), Name(name), Unit(std::move(unit)) {}

  void registerPPCallbacks(const clang::SourceManager &, clang::Preprocessor *preprocessor,
                           clang::Preprocessor *) override {
    watch(*Unit, *preprocessor);
  }
  void registerMatchers(clang::ast_matchers::MatchFinder *finder) override {
    finder->addMatcher(clang::ast_matchers::translationUnitDecl(), this);
  }
  void check(const clang::ast_matchers::MatchFinder::MatchResult &match) override;
  void storeOptions(ClangTidyOptions::OptionMap &options) override {
    storeTidyOptions(Name, Options, options);
  }

private:
  std::string Name;
  std::shared_ptr<TidyUnit> Unit;
};

class LoompModule : public ClangTidyModule {
public:
  void addCheckFactories(ClangTidyCheckFactories &factories) override;
};

} // namespace

static bool isOfDirective(StringRef slug);
static bool isReported(const TidyUnit &unit, const Diagnostic &diagnostic);
static bool belongsTo(StringRef check, const TidyUnit &unit, const Diagnostic &diagnostic);
static void emit(ClangTidyCheck &check, const Diagnostic &diagnostic,
                 const clang::SourceManager &sources);
static Diagnostic ofNote(const Note &note, const Diagnostic &diagnostic);

void LoompModule::addCheckFactories(ClangTidyCheckFactories &factories) {
  // The checks of one translation unit live and die together, and share what they own.
  auto current = std::make_shared<std::weak_ptr<TidyUnit>>();
  auto create = [current](StringRef name, ClangTidyContext *context) {
    std::shared_ptr<TidyUnit> unit = current->lock();
    if (!unit || &unit->context != context)
      *current = unit = std::make_shared<TidyUnit>(TidyUnit{*context});
    return std::make_unique<LoompCheck>(name, context, unit);
  };
#define FINDING(row, summary)                                                                      \
  if (!isOfDirective(row))                                                                         \
    factories.registerCheckFactory("loomp-" row, create);
#include "analyses/Registry.def"
  factories.registerCheckFactory("loomp-openmp-race", create);
  factories.registerCheckFactory("loomp-serial-loop", create);
}

static bool isOfDirective(StringRef slug) {
  return slug.starts_with("race-") || slug.starts_with("missing-");
}

void LoompCheck::check(const clang::ast_matchers::MatchFinder::MatchResult &match) {
  analyzeUnit(*Unit, *match.Context);
  for (const Diagnostic &diagnostic : Unit->diagnostics) {
    if (diagnostic.suppressed || !isReported(*Unit, diagnostic))
      continue;
    if (belongsTo(Name, *Unit, diagnostic))
      emit(*this, diagnostic, *match.SourceManager);
    for (const Note &note : diagnostic.notes)
      if (!note.slug.empty() && Name == "loomp-" + note.slug)
        emit(*this, ofNote(note, diagnostic), *match.SourceManager);
  }
}

/// A warning is for something that can be done: not for loops that are, or run inside of what is,
/// parallel already.
static bool isReported(const TidyUnit &unit, const Diagnostic &diagnostic) {
  if (!diagnostic.loop)
    return true;
  const LoopResult &loop = unit.report.result.loops[*diagnostic.loop];
  if (loop.verdict == Verdict::AlreadyParallel)
    return false;
  if (loop.verdict == Verdict::Parallel)
    return !loop.insideParallelRegion && (!unit.tidy.onlyFixable || !diagnostic.edits.empty());
  return true;
}

static bool belongsTo(StringRef check, const TidyUnit &unit, const Diagnostic &diagnostic) {
  if (diagnostic.finding)
    return check == "loomp-openmp-race";
#define FINDING(row, summary)                                                                      \
  if (diagnostic.slug == row)                                                                      \
    return check == "loomp-" row;
#include "analyses/Registry.def"
  return check == "loomp-serial-loop" &&
         (unit.tidy.explained == Explained::All ||
          (unit.tidy.explained == Explained::Serial && diagnostic.isWarning));
}

/// What the command line says in a note, as a diagnostic that refers to its loop.
static Diagnostic ofNote(const Note &note, const Diagnostic &diagnostic) {
  Diagnostic result{note.slug, /*isWarning=*/false, note.position, note.message};
  result.notes = {{diagnostic.position, diagnostic.message}};
  return result;
}

static clang::SourceLocation locationIn(const clang::SourceManager &sources,
                                        const std::string &file, unsigned offset) {
  auto entry = sources.getFileManager().getOptionalFileRef(file);
  clang::FileID id = entry ? sources.translateFile(*entry) : clang::FileID();
  return id.isValid() ? sources.getLocForStartOfFile(id).getLocWithOffset(offset)
                      : clang::SourceLocation();
}

static void emit(ClangTidyCheck &check, const Diagnostic &diagnostic,
                 const clang::SourceManager &sources) {
  const std::string &file = diagnostic.position.file;
  { // the builder says it when it goes
    clang::DiagnosticBuilder builder =
        check.diag(locationIn(sources, file, diagnostic.position.offset), "%0");
    builder << diagnostic.message;
    for (const Edit &edit : diagnostic.edits)
      builder << clang::FixItHint::CreateReplacement(
          clang::CharSourceRange::getCharRange(locationIn(sources, file, edit.range.begin),
                                               locationIn(sources, file, edit.range.end)),
          edit.text);
  }
  for (const Note &note : diagnostic.notes)
    check.diag(locationIn(sources, note.position.file, note.position.offset), "%0",
               clang::DiagnosticIDs::Note)
        << note.message;
}

static ClangTidyModuleRegistry::Add<LoompModule> registered("loomp-module", "loops and OpenMP");

} // namespace loomp
