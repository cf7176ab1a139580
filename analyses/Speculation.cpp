//===- Speculation.cpp - expressions that may be evaluated once more ------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// `ok = ok && e` and `if (e < best) { best = e; at = f; }` evaluate e or f only while an earlier
// iteration has not settled the matter. Threads that do not know of each other evaluate them more
// often.
//
// Theorem: evaluating an expression in an iteration that would skip it cannot be seen if
//   (quiet)  it and all that it calls write nothing and keep nothing,
//   (ends)   there is no loop and no recursion in it,
//   (traps)  it divides by constants other than 0 only, and
//   (loads)  each place it reads is there: a variable or a member of one, an element within the
//            bounds of a declared array or within the size that its container has in the loop, or
//            one that the same iteration accesses anyway.
//
//===----------------------------------------------------------------------===//

#include "analyses/CallSites.h"
#include "analyses/Dependence.h"
#include "analyses/EffectTable.h"
#include "analyses/Judge.h"
#include "analyses/ModifiedSet.h"

#include "clang/AST/ExprCXX.h"

#include <algorithm>

using namespace clang;

namespace loomp {

namespace {
class Speculation {
public:
  Speculation(const JudgeContext &judgement, LoopId loop, std::optional<int> guard,
              bool namesOnly = false)
      : J(judgement), L(loop), Guard(guard), NamesOnly(namesOnly) {}

  bool allows(const Stmt *statement, unsigned depth = 0);
  bool loadsExist() const;

private:
  bool allowsCall(const CallExpr &call, unsigned depth);
  bool exists(const Access &access) const;
  int guardOf(const Access &access) const { return Guard.value_or(access.guard); }
  bool isWithinSize(const Access &access, size_t element) const;

  const JudgeContext &J;
  LoopId L;
  std::optional<int> Guard;     ///< what holds whenever they are evaluated; absent: see the access
  bool NamesOnly = false;       ///< what they lead to is accessed by others, and exists
  std::set<const Stmt *> Parts; ///< all that would be evaluated more often
};
} // namespace

/// A constant other than 0 and -1: what an integer may be divided by.
static bool isSafeDivisor(const ASTContext &context, const Expr *expression) {
  Expr::EvalResult result;
  return !expression->isValueDependent() && expression->EvaluateAsInt(result, context) &&
         !result.Val.getInt().isZero() && !result.Val.getInt().isAllOnes();
}

/// Is this, with all parts, quiet and without traps other than loads?
bool Speculation::allows(const Stmt *statement, unsigned depth) {
  if (!statement)
    return true;
  Parts.insert(statement);
  switch (statement->getStmtClass()) {
  case Stmt::CompoundStmtClass:
  case Stmt::ReturnStmtClass:
  case Stmt::NullStmtClass:
  case Stmt::ParenExprClass:
  case Stmt::DeclRefExprClass:
  case Stmt::IntegerLiteralClass:
  case Stmt::FloatingLiteralClass:
  case Stmt::CharacterLiteralClass:
  case Stmt::CXXBoolLiteralExprClass:
  case Stmt::CXXNullPtrLiteralExprClass:
  case Stmt::CXXThisExprClass:
  case Stmt::ImplicitCastExprClass:
  case Stmt::CStyleCastExprClass:
  case Stmt::CXXStaticCastExprClass:
  case Stmt::CXXFunctionalCastExprClass:
  case Stmt::MaterializeTemporaryExprClass:
  case Stmt::ExprWithCleanupsClass:
  case Stmt::ConstantExprClass:
  case Stmt::ConditionalOperatorClass:
  case Stmt::ArraySubscriptExprClass:
  case Stmt::SubstNonTypeTemplateParmExprClass:
    break;
  case Stmt::IfStmtClass:
    if (cast<IfStmt>(statement)->isConstexpr())
      return false;
    break;
  case Stmt::DeclStmtClass:
    for (const Decl *declaration : cast<DeclStmt>(statement)->decls()) {
      const auto *variable = dyn_cast<VarDecl>(declaration);
      QualType type = variable ? variable->getType() : QualType();
      if (!variable || type.isVolatileQualified() || !type.getNonReferenceType()->isScalarType())
        return false;
      if (variable->hasLocalStorage() ? !allows(variable->getInit(), depth)
                                      : !isSetAtStart(J.context, *variable))
        return false;
    }
    return true;
  case Stmt::MemberExprClass: {
    const auto *member = cast<MemberExpr>(statement);
    if (member->isArrow() && !isa<CXXThisExpr>(member->getBase()->IgnoreParenImpCasts()))
      return false;
    break;
  }
  case Stmt::UnaryOperatorClass: {
    UnaryOperatorKind op = cast<UnaryOperator>(statement)->getOpcode();
    if (op != UO_Plus && op != UO_Minus && op != UO_Not && op != UO_LNot)
      return false;
    break;
  }
  case Stmt::BinaryOperatorClass: {
    const auto *binary = cast<BinaryOperator>(statement);
    bool divides = binary->getOpcode() == BO_Div || binary->getOpcode() == BO_Rem;
    if (binary->isAssignmentOp() || binary->isPtrMemOp() ||
        (divides && !binary->getType()->isFloatingType() &&
         !isSafeDivisor(J.context, binary->getRHS())))
      return false;
    break;
  }
  case Stmt::CallExprClass:
  case Stmt::CXXMemberCallExprClass:
  case Stmt::CXXOperatorCallExprClass:
    return allowsCall(*cast<CallExpr>(statement), depth);
  default:
    return false;
  }
  if (const auto *expression = dyn_cast<Expr>(statement);
      expression && expression->isGLValue() && expression->getType().isVolatileQualified())
    return false;
  return std::all_of(statement->child_begin(), statement->child_end(),
                     [&](const Stmt *child) { return allows(child, depth); });
}

bool Speculation::allowsCall(const CallExpr &call, unsigned depth) {
  const FunctionDecl *callee = call.getDirectCallee();
  if (!callee || depth > 8)
    return false;
  for (const Expr *argument : call.arguments())
    if (argument->getType().getNonReferenceType()->isRecordType() && !argument->isGLValue())
      return false;
  bool quiet = std::all_of(call.arg_begin(), call.arg_end(),
                           [&](const Expr *argument) { return allows(argument, depth); });
  if (const auto *member = dyn_cast<CXXMemberCallExpr>(&call))
    quiet &= allows(member->getCallee()->IgnoreParens(), depth);
  if (!quiet)
    return false;
  if (const EffectRow *row = effectRow(J.effects, *callee))
    return (row->effect <= CallEffect::Absolute && !callee->getReturnType()->isRecordType()) ||
           row->effect == CallEffect::Element || row->effect == CallEffect::Size ||
           row->effect == CallEffect::Empty ||
           (NamesOnly && (row->effect == CallEffect::First || row->effect == CallEffect::Last ||
                          row->effect == CallEffect::Data));
  const auto *method = dyn_cast<CXXMethodDecl>(callee);
  const FunctionDecl *definition = nullptr;
  if ((method && method->isVirtual()) || !callee->hasBody(definition) || callee->isVariadic() ||
      J.context.getSourceManager().isInSystemHeader(definition->getLocation()))
    return false;
  return allows(definition->getBody(), depth + 1);
}

static bool isSameComponent(const Component &a, const Component &b) {
  return a.kind == b.kind && a.kind != Component::Kind::Unknown && a.field == b.field &&
         (a.kind != Component::Kind::Index || (a.index && b.index && *a.index == *b.index));
}

/// Does the loop read a size of the container around component `element` that is larger than the
/// subscript, and leave the container at that size?
bool Speculation::isWithinSize(const Access &access, size_t element) const {
  const Model &model = J.model;
  const Loop &loop = model.loops[L];
  const auto &path = access.path.components;
  bool isRead = false;
  for (size_t i = loop.accessBegin; i < loop.accessEnd; ++i) {
    const Access &size = model.accesses[i];
    const auto &components = size.path.components;
    bool isSize = isHeader(size.path);
    if (size.isWrite && model.mayOverlap(size.path.object, access.path.object) &&
        (isSize || components.size() < element))
      return false;
    if (!isSize || size.path.object != access.path.object || components.size() != element ||
        !size.value ||
        !std::equal(components.begin(), components.end() - 1, path.begin(), isSameComponent))
      continue;
    Polynomial last = *size.value - Polynomial(1) - *path[element].index;
    isRead |= isNonNegativeAt(model, J.solver, guardOf(access), last);
  }
  return isRead;
}

/// Is what the access reads there even if the iteration would not have read it?
bool Speculation::exists(const Access &access) const {
  const Model &model = J.model;
  const Loop &loop = model.loops[L];
  for (size_t i = loop.accessBegin; i < loop.accessEnd; ++i) {
    const Access &other = model.accesses[i];
    const auto &a = access.path.components, &b = other.path.components;
    if (other.path.object != access.path.object || other.loop != access.loop ||
        Parts.count(other.expression) || !other.expression ||
        !std::equal(a.begin(), a.end(), b.begin(), b.end(), isSameComponent))
      continue;
    for (int guard = guardOf(access); guard >= 0; guard = model.guards[guard].parent)
      if (guard == other.guard)
        return true;
  }
  const auto &components = access.path.components;
  for (size_t c = 0; c < components.size(); ++c) {
    const Component &component = components[c];
    if (component.kind == Component::Kind::Field || component.kind == Component::Kind::Size ||
        (component.kind == Component::Kind::Buffer && c + 1 < components.size()))
      continue;
    if (component.kind != Component::Kind::Index || !component.index || component.isFlat ||
        !isNonNegativeAt(model, J.solver, guardOf(access), *component.index))
      return false;
    if (component.extent) {
      Polynomial last = Polynomial(*component.extent - 1) - *component.index;
      if (!isNonNegativeAt(model, J.solver, guardOf(access), last))
        return false;
    } else if (c == 0 || components[c - 1].kind != Component::Kind::Buffer ||
               !isWithinSize(access, c)) {
      return false;
    }
  }
  return true;
}

bool Speculation::loadsExist() const {
  const Loop &loop = J.model.loops[L];
  for (size_t i = loop.accessBegin; i < loop.accessEnd; ++i) {
    const Access &access = J.model.accesses[i];
    bool isPart = access.expression && Parts.count(access.expression);
    // A callee's own variables are its own.
    bool isOwn = isPart && J.model.objects[access.path.object].kind == ObjectKind::Variable &&
                 isWholeVariable(access.path);
    if (isPart && !isOwn && !exists(access))
      return false;
  }
  return true;
}

bool isHarmless(const JudgeContext &judgement, LoopId loop,
                const std::vector<const Expr *> &expressions, std::optional<int> guard) {
  Speculation speculation(judgement, loop, guard);
  return std::all_of(expressions.begin(), expressions.end(),
                     [&](const Expr *each) { return speculation.allows(each); }) &&
         speculation.loadsExist();
}

bool isQuiet(const JudgeContext &judgement, LoopId loop, const CallExpr &call) {
  return Speculation(judgement, loop, std::nullopt, true).allows(&call);
}

} // namespace loomp
