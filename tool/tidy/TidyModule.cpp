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
      : ClangTidyCheck(name, context), Unit(std::move(unit)) {
    // `--verify-config` learns the names of options when a check is made.
    ClangTidyOptions::OptionMap known;
    storeTidyOptions(name, Options, known);
  }

  void registerPPCallbacks(const clang::SourceManager &, clang::Preprocessor *preprocessor,
                           clang::Preprocessor *) override {
    watch(*Unit, *preprocessor);
  }
  void registerMatchers(clang::ast_matchers::MatchFinder *finder) override {
    finder->addMatcher(clang::ast_matchers::translationUnitDecl(), this);
  }
  void check(const clang::ast_matchers::MatchFinder::MatchResult &match) override;
  void storeOptions(ClangTidyOptions::OptionMap &options) override {
    storeTidyOptions(getID(), Options, options);
  }

private:
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
static std::vector<Edit> withoutRemovals(const std::vector<Edit> &edits, StringRef text);
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
    if (belongsTo(getID(), *Unit, diagnostic))
      emit(*this, diagnostic, *match.SourceManager);
    for (const Note &note : diagnostic.notes)
      if (!note.slug.empty() && getID() == "loomp-" + note.slug)
        emit(*this, ofNote(note, diagnostic), *match.SourceManager);
  }
}

/// A warning is for what can be done: not for loops that have a directive, or run inside of what
/// has one.
static bool isReported(const TidyUnit &unit, const Diagnostic &diagnostic) {
  if (!diagnostic.loop)
    return true;
  const LoopResult &loop = unit.report.result.loops[*diagnostic.loop];
  if (loop.verdict == Verdict::AlreadyParallel)
    return false;
  if (loop.verdict == Verdict::Parallel)
    return !loop.hasDirective && !loop.insideParallelRegion &&
           (!unit.tidy.onlyFixable || !diagnostic.edits.empty());
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

static clang::FileID fileNamed(const clang::SourceManager &sources, const std::string &name) {
  auto entry = sources.getFileManager().getOptionalFileRef(name);
  return entry ? sources.translateFile(*entry) : clang::FileID();
}

static clang::SourceLocation locationOf(const clang::SourceManager &sources,
                                        const Position &position) {
  clang::FileID file = fileNamed(sources, position.file);
  return file.isValid() ? sources.getLocForStartOfFile(file).getLocWithOffset(position.offset)
                        : clang::SourceLocation();
}

static void emit(ClangTidyCheck &check, const Diagnostic &diagnostic,
                 const clang::SourceManager &sources) {
  { // the builder says it when it goes
    clang::DiagnosticBuilder builder = check.diag(locationOf(sources, diagnostic.position), "%0");
    builder << diagnostic.message;
    clang::FileID file = fileNamed(sources, diagnostic.position.file);
    if (!diagnostic.edits.empty() && file.isValid()) {
      clang::SourceLocation begin = sources.getLocForStartOfFile(file);
      for (const Edit &edit : withoutRemovals(diagnostic.edits, sources.getBufferData(file)))
        builder << clang::FixItHint::CreateReplacement(
            clang::CharSourceRange::getCharRange(begin.getLocWithOffset(edit.range.begin),
                                                 begin.getLocWithOffset(edit.range.end)),
            edit.text);
    }
  }
  for (const Note &note : diagnostic.notes)
    check.diag(locationOf(sources, note.position), "%0", clang::DiagnosticIDs::Note)
        << note.message;
}

/// Clang takes away blanks around what a fix-it removes, and indentation with them. So nothing is
/// removed: the character behind it is replaced along with it, by itself.
static std::vector<Edit> withoutRemovals(const std::vector<Edit> &edits, StringRef text) {
  std::vector<Edit> result;
  for (Edit edit : edits) {
    if (!result.empty() && result.back().text.empty() &&
        result.back().range.end == edit.range.begin) {
      edit.range.begin = result.back().range.begin;
      result.pop_back();
    }
    result.push_back(std::move(edit));
  }
  auto isContinued = [&](size_t offset) { // of a character in UTF-8
    return (text[offset] & 0xC0) == 0x80;
  };
  for (size_t i = 0; i < result.size(); ++i) {
    Edit &edit = result[i];
    size_t begin = edit.range.end, end = begin + 1;
    size_t most = i + 1 < result.size() ? result[i + 1].range.begin : text.size();
    if (!edit.text.empty() || end > most)
      continue;
    while (end < most && isContinued(end))
      ++end;
    edit.text = text.slice(begin, end).str();
    edit.range.end = end;
  }
  return result;
}

static ClangTidyModuleRegistry::Add<LoompModule> registered("loomp-module", "loops and OpenMP");

} // namespace loomp
