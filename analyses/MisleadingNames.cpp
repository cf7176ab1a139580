//===- MisleadingNames.cpp - where a text would mean something else -------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "analyses/MisleadingNames.h"

#include "analyses/ProgramFacts.h"

#include "clang/AST/DeclCXX.h"
#include "clang/Lex/Preprocessor.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

#include <map>

using namespace clang;

namespace loomp {

//===----------------------------------------------------------------------===//
// Names of the language
//===----------------------------------------------------------------------===//

/// What texts name besides what the loop names.
static const llvm::StringSet<> &wordsOfTexts() {
  static const llvm::StringSet<> words = {
      "uintptr_t",          "size_t", "std", "omp_get_thread_num", "omp_get_num_threads",
      "omp_get_max_threads"};
  return words;
}

static QualType typeNamed(const NamedDecl &declaration) {
  const NamedDecl *named = declaration.getUnderlyingDecl();
  if (const auto *tag = dyn_cast<TagDecl>(named))
    return declaration.getASTContext().getCanonicalTagType(tag);
  const auto *alias = dyn_cast<TypedefNameDecl>(named);
  return alias ? alias->getUnderlyingType().getCanonicalType() : QualType();
}

/// Does the scope around the contexts, outside of functions, have a type of the name, other than
/// `own`?
static bool isTypeOutside(const DeclContext *scope, const NamedDecl &inner, QualType own) {
  bool isC = !inner.getASTContext().getLangOpts().CPlusPlus;
  for (; scope; scope = scope->getParent()) {
    if (scope->isFunctionOrMethod())
      continue;
    for (const NamedDecl *found : scope->getRedeclContext()->lookup(inner.getDeclName())) {
      QualType type = typeNamed(*found);
      bool isOtherSpace = isC && isa<TagDecl>(found) != isa<TagDecl>(inner);
      if (!type.isNull() && !isOtherSpace && type != own)
        return true;
    }
  }
  return false;
}

std::string misleadingName(const FunctionDecl &function) {
  const ASTContext &context = function.getASTContext();
  const SourceManager &sources = context.getSourceManager();
  // The name and, in C, whether it is one of a tag.
  std::map<std::pair<const IdentifierInfo *, bool>, const NamedDecl *> types;
  for (const DeclContext *scope = &function; scope; scope = scope->getParent()) {
    const DeclContext *around = scope->getParent();
    bool isLocal = scope->isFunctionOrMethod();
    if (!isLocal && !isa<CXXRecordDecl>(scope)) {
      // Of namespaces only what hides the library.
      if (!scope->isTranslationUnit() && !scope->isStdNamespace())
        for (const NamedDecl *found : scope->getRedeclContext()->lookup(&context.Idents.get("std")))
          return found->getNameAsString();
      continue;
    }
    for (const Decl *each : scope->decls()) {
      const auto *named = dyn_cast<NamedDecl>(each);
      if (!named || named->isImplicit() || !named->getDeclName().isIdentifier() ||
          !named->getIdentifier())
        continue;
      if (wordsOfTexts().contains(named->getName()))
        return named->getNameAsString();
      QualType type = typeNamed(*named);
      if (type.isNull() && !isLocal) // of a class only types, as its members are what texts name
        continue;
      if (isTypeOutside(around, *named, isLocal ? QualType() : type))
        return named->getNameAsString();
      if (!isLocal)
        continue;
      // Two parts of the function.
      bool isTag = !context.getLangOpts().CPlusPlus && isa<TagDecl>(named);
      auto [known, isNew] = types.try_emplace({named->getIdentifier(), isTag}, named);
      if (!isNew && known->second->getCanonicalDecl() != named->getCanonicalDecl() &&
          (!type.isNull() || !typeNamed(*known->second).isNull()))
        return named->getNameAsString();
    }
  }
  // `typedef unsigned short uintptr_t;` of the program's own.
  for (const NamedDecl *found :
       context.getTranslationUnitDecl()->lookup(&context.Idents.get("uintptr_t")))
    if (found->getLocation().isValid() &&
        !sources.isInSystemHeader(sources.getExpansionLoc(found->getLocation())) &&
        !context.hasSameType(typeNamed(*found), context.getUIntPtrType()))
      return found->getNameAsString();
  return "";
}

//===----------------------------------------------------------------------===//
// Macros
//===----------------------------------------------------------------------===//

namespace {
struct Words {
  std::vector<llvm::StringRef> clauses; ///< in front of parentheses
  std::vector<llvm::StringRef> others;
};
} // namespace

static std::string macroAmong(const ASTContext &context, const Preprocessor &preprocessor,
                              const Words &words) {
  auto isMacro = [&](llvm::StringRef word, bool isCalled) {
    const IdentifierInfo *name = findSpelled(context, word);
    if (!name || !name->hadMacroDefinition())
      return false;
    const MacroInfo *macro = preprocessor.getMacroInfo(name);
    return !macro || isCalled || macro->isObjectLike(); // null: it is none any more
  };
  for (llvm::StringRef word : words.clauses)
    if (isMacro(word, true))
      return word.str();
  for (llvm::StringRef word : words.others)
    if (isMacro(word, false))
      return word.str();
  return "";
}

static const Words &wordsOfLoops() {
  static const Words words = {
      {"private", "firstprivate", "lastprivate", "reduction", "shared", "default", "schedule",
       "collapse", "if", "linear", "aligned", "safelen", "simdlen", "uniform", "initializer",
       "uintptr_t", "for"},
      {"omp",       "parallel",     "simd",     "none",        "static",   "dynamic",  "guided",
       "monotonic", "nonmonotonic", "declare",  "omp_in",      "omp_out",  "omp_priv", "omp_orig",
       "atomic",    "read",         "write",    "update",      "capture",  "barrier",  "single",
       "master",    "nowait",       "critical", "notinbranch", "inbranch", "std",      "size_t"}};
  return words;
}

static const Words &wordsOfOtherForms() {
  static const Words words = {
      {"map", "depend", "grainsize", "num_tasks", "final", "num_threads", "device"},
      {"task",   "taskloop", "taskwait",   "taskgroup", "sections", "section",
       "target", "teams",    "distribute", "data",      "enter",    "exit",
       "to",     "from",     "tofrom",     "alloc",     "release",  "in",
       "out",    "inout",    "nogroup",    "untied",    "mergeable"}};
  return words;
}

MacroWords macroWords(const ASTContext &context, const Preprocessor *preprocessor) {
  MacroWords macros;
  if (!preprocessor)
    return macros;
  macros.ofLoops = macroAmong(context, *preprocessor, wordsOfLoops());
  macros.ofOtherForms = macroAmong(context, *preprocessor, wordsOfOtherForms());
  for (const char *op : {"max", "min"})
    if (!macroAmong(context, *preprocessor, {{}, {op}}).empty())
      macros.ofReductions.insert(op);
  return macros;
}

void refuseMacros(const MacroWords &macros, LoopResult &result) {
  for (std::vector<LoopResult> *form : {&result.asScan, &result.asTasks})
    for (LoopResult &other : *form)
      refuseMacros(macros, other);
  std::string word = macros.ofLoops;
  for (const Role &role : result.roles)
    if (word.empty() && macros.ofReductions.count(role.op))
      word = role.op;
  bool isLoop = result.kind != LoopKind::Function && result.kind != LoopKind::Statements;
  if (const std::string &other = macros.ofOtherForms; !other.empty()) {
    if (!isLoop)
      word = other;
    else if (result.notOnDeviceBecause.empty())
      result.notOnDeviceBecause = "the program defines a macro '" + other + "'";
    result.taskLoop.reset();
  }
  if (!word.empty())
    refuseEdits(result, "the program defines a macro '" + word + "'");
}

} // namespace loomp
