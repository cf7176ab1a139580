//===- PlaceRoots.cpp - what an lvalue may be a part of -------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "analyses/ModifiedSet.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace loomp {

const Expr *placeWithoutCasts(const Expr *place) {
  while (true) {
    if (const auto *paren = dyn_cast<ParenExpr>(place))
      place = paren->getSubExpr();
    else if (const auto *cast = dyn_cast<CastExpr>(place))
      place = cast->getSubExpr();
    else if (const auto *full = dyn_cast<FullExpr>(place))
      place = full->getSubExpr();
    else if (const auto *parameter = dyn_cast<SubstNonTypeTemplateParmExpr>(place))
      place = parameter->getReplacement();
    else
      return place;
  }
}

static void collectRoots(const Expr *place, PlaceRoots &roots) {
  place = placeWithoutCasts(place);
  if (isa<MaterializeTemporaryExpr>(place))
    return;
  if (const auto *member = dyn_cast<MemberExpr>(place)) {
    const auto *variable = dyn_cast<VarDecl>(member->getMemberDecl());
    if (variable && !variable->getType()->isReferenceType())
      roots.variables.insert(variable->getCanonicalDecl());
    else if (variable || member->isArrow() || member->getMemberDecl()->getType()->isReferenceType())
      roots.indirect = true;
    else
      collectRoots(member->getBase(), roots);
    return;
  }
  if (const auto *subscript = dyn_cast<ArraySubscriptExpr>(place)) {
    const Expr *base = subscript->getBase()->IgnoreParenImpCasts();
    if (base->getType()->isArrayType())
      return collectRoots(base, roots);
    roots.indirect = true;
    return;
  }
  if (const auto *reference = dyn_cast<DeclRefExpr>(place)) {
    const auto *variable = dyn_cast<VarDecl>(reference->getDecl());
    if (variable && !variable->getType()->isReferenceType())
      roots.variables.insert(variable->getCanonicalDecl());
    else
      roots.indirect = true;
    return;
  }
  if (const auto *conditional = dyn_cast<AbstractConditionalOperator>(place)) {
    collectRoots(conditional->getTrueExpr(), roots);
    return collectRoots(conditional->getFalseExpr(), roots);
  }
  if (const auto *binary = dyn_cast<BinaryOperator>(place))
    return collectRoots(binary->getOpcode() == BO_Comma ? binary->getRHS() : binary->getLHS(),
                        roots);
  if (const auto *unary = dyn_cast<UnaryOperator>(place);
      unary && (unary->isIncrementDecrementOp() || unary->getOpcode() == UO_Extension ||
                unary->getOpcode() == UO_Real || unary->getOpcode() == UO_Imag))
    return collectRoots(unary->getSubExpr(), roots);
  roots.indirect = true;
  // Whatever else mentions variables may hand one of them through.
  if (isa<CallExpr, UnaryOperator, MaterializeTemporaryExpr, CXXConstructExpr, StringLiteral>(
          place))
    return;
  std::vector<const Stmt *> pending = {place};
  while (!pending.empty()) {
    const Stmt *statement = pending.back();
    pending.pop_back();
    if (!statement)
      continue;
    if (const auto *reference = dyn_cast<DeclRefExpr>(statement))
      if (const auto *variable = dyn_cast<VarDecl>(reference->getDecl()))
        roots.variables.insert(variable->getCanonicalDecl());
    for (const Stmt *child : statement->children())
      pending.push_back(child);
  }
}

PlaceRoots rootsOf(const Expr *place) {
  PlaceRoots roots;
  collectRoots(place, roots);
  return roots;
}

const VarDecl *rootVariable(const Expr *place) {
  PlaceRoots roots = rootsOf(place);
  return roots.variables.size() == 1 && !roots.indirect ? *roots.variables.begin() : nullptr;
}

/// Theorem: a scalar stands directly (or as an array element) in at most one member of a class that
/// is no union, so writes to different members never meet.

void ModifiedSet::leaveFunction(const FunctionDecl &function) {
  for (IndirectWrite &write : indirect)
    write.through = nullptr;
  auto isOwn = [&](const ValueDecl *written) {
    const auto *variable = dyn_cast<VarDecl>(written);
    return variable && variable->hasLocalStorage() && !variable->getType()->isReferenceType() &&
           variable->getDeclContext() == &function;
  };
  for (std::set<const ValueDecl *> *each : {&variables, &reorganized, &called})
    std::erase_if(*each, isOwn);
  std::erase_if(assignments, [&](const auto &count) { return isOwn(count.first); });
}

} // namespace loomp
