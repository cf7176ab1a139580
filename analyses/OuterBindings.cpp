//===- OuterBindings.cpp - structured bindings that a loop uses -----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   auto &[scale, count] = config;     auto &scaleLocal = scale, &countLocal = count;
//   for (i = 0; i < count; i++)     →  for (i = 0; i < countLocal; i++)
//     a[i] *= scale;                     a[i] *= scaleLocal;
//
// Theorem: clang captures no structured binding in the region of a directive. A reference that is
// declared in front of the loop names the same object as the binding, and any use of the one may
// be a use of the other. Where a role has renamed the uses already, nothing is left to do.
//
// Not handled: members that are bit-fields, explicit captures of lambdas, packs, names from macros,
// and names in texts that another edit of the loop replaces.
//
//===----------------------------------------------------------------------===//

#include "analyses/Judgement.h"
#include "analyses/LoopParts.h"
#include "analyses/LoopText.h"

#include "clang/AST/ExprCXX.h"
#include "clang/Lex/Lexer.h"

#include <algorithm>

using namespace clang;

namespace loomp {

/// Is this a member that no reference can be bound to since it may not be aligned?
static bool isPacked(const Expr &place) {
  const auto *member = dyn_cast<MemberExpr>(place.IgnoreParenImpCasts());
  const auto *field = member ? dyn_cast<FieldDecl>(member->getMemberDecl()) : nullptr;
  return field && (field->hasAttr<PackedAttr>() || field->getParent()->hasAttr<PackedAttr>() ||
                   field->getParent()->hasAttr<MaxFieldAlignmentAttr>());
}

static bool contains(const TextRange &outer, const TextRange &inner) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

/// The ranges that edits of the loop replace, but for local copies.
static std::vector<TextRange> replacedRanges(const LoopResult &result) {
  std::vector<TextRange> ranges;
  for (const Role &role : result.roles) {
    if (role.induction)
      for (const InductionUse &use : role.induction->uses)
        ranges.push_back(use.range);
    if (role.array) {
      ranges.insert(ranges.end(), role.array->uses.begin(), role.array->uses.end());
      for (const ComparedUpdate &update : role.array->compared)
        ranges.push_back(update.statement);
    }
  }
  if (const auto &form = result.canonicalForm) {
    ranges.push_back(form->header);
    ranges.push_back(form->tail);
    for (const TextChange &change : form->changes)
      ranges.push_back(change.range);
  }
  return ranges;
}

/// Gives the bindings from outside that the loop uses names that a region can capture; false if one
/// of them cannot have any.
bool Judgement::renameBindings() {
  const SourceManager &sources = J.context.getSourceManager();
  const LangOptions &language = J.context.getLangOpts();
  const Stmt *whole = Judged.statement;
  if (!usesOuterBinding(J.context, whole))
    return true;
  if (!Out.selections.empty())
    return false;
  const std::vector<TextRange> replaced = replacedRanges(Out);
  std::vector<std::pair<const BindingDecl *, std::vector<TextRange>>> found;
  llvm::SmallVector<const Stmt *> pending = {whole};
  while (!pending.empty()) {
    const Stmt *statement = pending.pop_back_val();
    if (!statement)
      continue;
    if (const auto *lambda = dyn_cast<LambdaExpr>(statement)) {
      for (const LambdaCapture &capture : lambda->captures()) {
        if (!capture.capturesVariable())
          continue;
        const auto *variable = dyn_cast<VarDecl>(capture.getCapturedVar());
        if (variable && variable->isInitCapture())
          pending.push_back(variable->getInit());
        else if (capture.isExplicit() && isa<BindingDecl>(capture.getCapturedVar()))
          return false;
      }
      pending.push_back(lambda->getBody());
      continue;
    }
    pending.append(statement->child_begin(), statement->child_end());
    const auto *use = dyn_cast<DeclRefExpr>(statement);
    const auto *binding = use ? dyn_cast<BindingDecl>(use->getDecl()) : nullptr;
    if (!binding ||
        sources.isPointWithin(binding->getLocation(), whole->getBeginLoc(), whole->getEndLoc()))
      continue;
    if (use->getBeginLoc().isMacroID() || binding->isParameterPack() || !binding->getBinding() ||
        binding->getBinding()->refersToBitField() || isPacked(*binding->getBinding()) ||
        !binding->getDeclName().isIdentifier())
      return false;
    unsigned begin = sources.getFileOffset(use->getBeginLoc());
    TextRange range{begin, begin + static_cast<unsigned>(binding->getName().size())};
    if (Lexer::getSourceText(CharSourceRange::getTokenRange(use->getSourceRange()), sources,
                             language) != binding->getName())
      return false;
    bool isRenamed = llvm::any_of(Out.roles, [&](const Role &role) {
      return role.localCopy && llvm::any_of(role.localCopy->uses, [&](const TextRange &each) {
               return contains(each, range);
             });
    });
    if (isRenamed)
      continue;
    if (llvm::any_of(replaced, [&](const TextRange &each) { return contains(each, range); }))
      return false;
    auto known = llvm::find_if(found, [&](const auto &each) { return each.first == binding; });
    if (known == found.end())
      known = found.insert(known, {binding, {}});
    if (!llvm::is_contained(known->second, range))
      known->second.push_back(range);
  }
  const auto *range = dyn_cast<CXXForRangeStmt>(whole);
  const Stmt *body = range ? range->getBody() : partsOf(*whole).body;
  for (auto &[binding, uses] : found) {
    llvm::sort(uses, [](const TextRange &a, const TextRange &b) { return a.begin < b.begin; });
    // Some forms write a header of their own.
    if (uses.front().begin < sources.getFileOffset(body->getBeginLoc()) ||
        uses.back().begin > sources.getFileOffset(body->getEndLoc()))
      Out.dealt.reset();
    std::string name = binding->getNameAsString();
    Role role{.variable = name + "Local",
              .declaration = positionOf(J.context, binding->getLocation())};
    role.localCopy = LocalCopy{.place = name, .type = "auto &", .uses = std::move(uses)};
    nameApart(role);
    Out.roles.push_back(std::move(role));
  }
  return true;
}

} // namespace loomp
