//===- LocalCopy.cpp - reductions of what no clause can name --------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (i = 0; i < n; i++)            auto sumLocal = s.sum;
//     s.sum += a[i];                   for (i = 0; i < n; i++)
//                                  →     sumLocal += a[i];
//                                      s.sum = sumLocal;
//
// Theorem: let every access of the loop to a place be an update of one reduction, and let each
// spell a chain of members that starts at a variable that the loop does not change. Then the value
// of the place matters in front of the loop and after it only, and a local variable may stand for
// it in between. Where the chain goes through a pointer the place may not exist unless the loop
// runs.
//
//===----------------------------------------------------------------------===//

#include "analyses/Judge.h"

#include "clang/AST/ExprCXX.h"
#include "clang/Lex/Lexer.h"

#include <algorithm>

using namespace clang;

namespace loomp {

/// The variable at which a chain of members starts; `this` is a chain's start without a variable.
static bool startOf(const Expr *place, const ValueDecl *&variable, bool &throughPointer) {
  while (const auto *member = dyn_cast<MemberExpr>(place)) {
    if (isa<VarDecl>(member->getMemberDecl())) { // a static member
      variable = member->getMemberDecl();
      return true;
    }
    const Expr *base = member->getBase()->IgnoreParenImpCasts();
    if (isa<CXXThisExpr>(base))
      return true;
    if (member->isArrow()) {
      if (!isa<DeclRefExpr>(base))
        return false;
      throughPointer = true;
    }
    place = base;
  }
  const auto *reference = dyn_cast<DeclRefExpr>(place);
  variable = reference ? reference->getDecl() : nullptr;
  return isa_and_nonnull<VarDecl>(variable);
}

/// `m_sum_` → `sum`
static std::string plainName(std::string name) {
  if (name.starts_with("m_") && name.size() > 2)
    name.erase(0, 2);
  while (name.size() > 1 && name.back() == '_')
    name.pop_back();
  while (name.size() > 1 && name.front() == '_')
    name.erase(0, 1);
  return name;
}

std::optional<LocalCopy> localCopyOf(const JudgeContext &judgement, LoopId id,
                                     const ValueDecl &variable, const std::vector<size_t> &accesses,
                                     std::string &name) {
  const Model &model = judgement.model;
  const Loop &loop = model.loops[id];
  const SourceManager &sources = judgement.context.getSourceManager();
  const LangOptions &language = judgement.context.getLangOpts();
  LocalCopy copy;
  QualType type = variable.getType().getNonReferenceType().getUnqualifiedType();
  copy.type = language.CPlusPlus ? "auto" : type.getAsString(PrintingPolicy(language));
  for (size_t each : accesses) {
    const Access &access = model.accesses[each];
    const Expr *place = access.expression ? access.expression->IgnoreParenImpCasts() : nullptr;
    const ValueDecl *start = nullptr;
    if (!place || !access.isInFunction || place->getBeginLoc().isMacroID() ||
        place->getEndLoc().isMacroID() || !startOf(place, start, copy.mayTrap) ||
        !sources.isPointWithin(place->getBeginLoc(), loop.statement->getBeginLoc(),
                               loop.statement->getEndLoc()))
      return std::nullopt;
    if (start) {
      if (sources.isPointWithin(start->getLocation(), loop.statement->getBeginLoc(),
                                loop.statement->getEndLoc()))
        return std::nullopt;
      bool isPlace = isa<DeclRefExpr>(place);
      for (size_t i = loop.accessBegin; i < loop.accessEnd && !isPlace; ++i)
        if (model.accesses[i].isWrite && isWholeVariable(model.accesses[i].path) &&
            model.objects[model.accesses[i].path.object].declaration == start->getCanonicalDecl())
          return std::nullopt;
    }
    CharSourceRange range = CharSourceRange::getTokenRange(place->getSourceRange());
    copy.uses.push_back({sources.getFileOffset(place->getBeginLoc()),
                         sources.getFileOffset(Lexer::getLocForEndOfToken(place->getEndLoc(), 0,
                                                                          sources, language))});
    if (copy.place.empty())
      copy.place = Lexer::getSourceText(range, sources, language).str();
  }
  auto before = [](const TextRange &a, const TextRange &b) { return a.begin < b.begin; };
  auto same = [](const TextRange &a, const TextRange &b) { return a.begin == b.begin; };
  std::sort(copy.uses.begin(), copy.uses.end(), before);
  copy.uses.erase(std::unique(copy.uses.begin(), copy.uses.end(), same), copy.uses.end());
  if (copy.uses.empty() || copy.place.empty())
    return std::nullopt;
  // A name that means nothing in the loop.
  std::string text =
      Lexer::getSourceText(CharSourceRange::getTokenRange(loop.statement->getSourceRange()),
                           sources, language)
          .str();
  std::string base = plainName(variable.getNameAsString()) + "Local";
  name = base;
  for (unsigned number = 2; text.find(name) != std::string::npos; ++number)
    name = base + std::to_string(number);
  return copy;
}

} // namespace loomp
