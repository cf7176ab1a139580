//===- DeviceScratch.cpp - arrays that only a device uses -----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   std::vector<double> t(n);
//   for (int i = 0; i < n; i++) t[i] = ...;      t lives on the device alone
//   for (int i = 0; i < n; i++) y[i] = ...t...;
//
// Theorem. Let V be a local variable of the function that owns its elements, or a pointer whose
// first and only value is memory that was just allocated. Nothing reads behind the statements S
// what they leave in the elements, if V is named outside of loops that the device runs only
//
//   1. where its size is asked for, or its memory is given back;
//   2. in front of S, where one element is read or assigned; and if a loop holds S, then in front
//      of that loop, unless V begins and ends in each of its iterations.
//
// For then no pointer or reference to the elements is ever made, and the end of V does not read
// them. (On the device, none can be kept: elements are plain data, see DeviceText.cpp.) What is
// written in front of S, S finds no more, but that is asked elsewhere.
//
// Default deny: any other mention, a lambda that holds one, jumps, directives.
//
//===----------------------------------------------------------------------===//

#include "analyses/DeviceScratch.h"

#include "analyses/LoopParts.h"
#include "analyses/Model.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/AST/StmtOpenMP.h"
#include "clang/Basic/SourceManager.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace loomp {

namespace {
/// What stands around a mention of the variable.
struct Surroundings {
  bool isBehind = false;   ///< S has been passed
  bool isRepeated = false; ///< a loop holds it and S, and not the variable
};

class MentionReader {
public:
  MentionReader(const VarDecl &variable, llvm::ArrayRef<const Stmt *> statements,
                llvm::ArrayRef<const Stmt *> inside)
      : V(variable), Statements(statements), Inside(inside) {}

  bool isHarmless(const Stmt *statement);

private:
  bool names(const Expr *expression) const;
  bool isElement(const Expr *expression) const;
  bool holdsStatements(const Stmt *statement) const;

  const VarDecl &V;
  llvm::ArrayRef<const Stmt *> Statements, Inside;
  Surroundings Here;
};
} // namespace

static bool ownsItsElements(const ASTContext &context, const VarDecl &variable);

bool isUnreadBehind(const ASTContext &context, const FunctionDecl &function,
                    const VarDecl &variable, llvm::ArrayRef<const Stmt *> statements,
                    llvm::ArrayRef<const Stmt *> inside) {
  return variable.isLocalVarDecl() && variable.hasLocalStorage() &&
         variable.getDeclContext() == &function && !variable.getType().isVolatileQualified() &&
         ownsItsElements(context, variable) &&
         MentionReader(variable, statements, inside).isHarmless(function.getBody());
}

/// `new T[n]`, `malloc(n)`, `std::make_unique<T[]>(n)`.
static bool isAllocation(const Expr *value) {
  value = value ? value->IgnoreImplicit()->IgnoreParenCasts()->IgnoreImplicit() : nullptr;
  if (const auto *made = dyn_cast_or_null<CXXNewExpr>(value))
    return made->isArray() && made->getNumPlacementArgs() == 0;
  const auto *call = dyn_cast_or_null<CallExpr>(value);
  const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
  if (!callee || !callee->getDeclName().isIdentifier())
    return false;
  unsigned builtin = callee->getBuiltinID();
  return builtin == Builtin::BImalloc || builtin == Builtin::BIcalloc ||
         (isOfLibrary(*callee) && callee->getName() == "make_unique");
}

/// Does the constructor get nothing but numbers, so that all elements are its own?
static bool isMadeOfNumbers(const Expr *value) {
  const auto *made = dyn_cast_or_null<CXXConstructExpr>(value ? value->IgnoreImplicit() : nullptr);
  return made && llvm::all_of(made->arguments(), [](const Expr *argument) {
           return isa<CXXDefaultArgExpr>(argument) || argument->getType()->isArithmeticType();
         });
}

static bool ownsItsElements(const ASTContext &context, const VarDecl &variable) {
  QualType type = variable.getType();
  if (type->isConstantArrayType())
    return true;
  if (type->isPointerType())
    return isAllocation(variable.getInit());
  if (ownsPlainElements(type, context))
    return isMadeOfNumbers(variable.getInit());
  return isStandardClass(type) && isAllocation(variable.getInit());
}

bool MentionReader::names(const Expr *expression) const {
  const auto *named = dyn_cast<DeclRefExpr>(expression->IgnoreParenImpCasts());
  return named && named->getDecl()->getCanonicalDecl() == V.getCanonicalDecl();
}

/// `v[i]`, whose subscript is looked at elsewhere.
bool MentionReader::isElement(const Expr *expression) const {
  expression = expression->IgnoreParens();
  if (const auto *subscript = dyn_cast<ArraySubscriptExpr>(expression))
    return names(subscript->getBase());
  const auto *call = dyn_cast<CXXOperatorCallExpr>(expression);
  return call && call->getOperator() == OO_Subscript && call->getNumArgs() == 2 &&
         names(call->getArg(0));
}

bool MentionReader::holdsStatements(const Stmt *statement) const {
  return statement && (statement == Statements.front() ||
                       llvm::any_of(statement->children(),
                                    [&](const Stmt *child) { return holdsStatements(child); }));
}

/// Reads in the order of the text.
bool MentionReader::isHarmless(const Stmt *statement) {
  Here.isBehind |= statement == Statements.front();
  if (!statement || llvm::is_contained(Inside, statement))
    return true;
  if (isa<GotoStmt, IndirectGotoStmt, LabelStmt, OMPExecutableDirective, StmtExpr, BlockExpr,
          AsmStmt, CoroutineBodyStmt>(statement))
    return false;
  if (isa<LambdaExpr>(statement))
    return !mentions(statement, &V);
  if (const auto *expression = dyn_cast<Expr>(statement); expression && names(expression))
    return false;
  const Expr *element = nullptr, *rest = nullptr;
  if (const auto *cast = dyn_cast<ImplicitCastExpr>(statement);
      cast && cast->getCastKind() == CK_LValueToRValue)
    element = cast->getSubExpr();
  else if (const auto *binary = dyn_cast<BinaryOperator>(statement);
           binary && binary->isAssignmentOp())
    element = binary->getLHS(), rest = binary->getRHS();
  else if (const auto *unary = dyn_cast<UnaryOperator>(statement);
           unary && unary->isIncrementDecrementOp())
    element = unary->getSubExpr();
  if (element && isElement(element)) {
    const auto *subscript = dyn_cast<ArraySubscriptExpr>(element->IgnoreParens());
    const Expr *index = subscript ? subscript->getIdx()
                                  : cast<CXXOperatorCallExpr>(element->IgnoreParens())->getArg(1);
    return !Here.isBehind && !Here.isRepeated && isHarmless(index) && (!rest || isHarmless(rest));
  }
  if (const auto *call = dyn_cast<CXXMemberCallExpr>(statement)) {
    const CXXMethodDecl *method = call->getMethodDecl();
    if (method && method->getDeclName().isIdentifier() && method->getName() == "size" &&
        call->getNumArgs() == 0 && names(call->getImplicitObjectArgument()))
      return true;
  }
  if (const auto *deletion = dyn_cast<CXXDeleteExpr>(statement);
      deletion && names(deletion->getArgument()))
    return true;
  if (const auto *call = dyn_cast<CallExpr>(statement)) {
    const FunctionDecl *callee = call->getDirectCallee();
    if (callee && callee->getBuiltinID() == Builtin::BIfree && call->getNumArgs() == 1 &&
        names(call->getArg(0)))
      return true;
  }
  bool wasRepeated = Here.isRepeated;
  if (isLoop(*statement) && !llvm::is_contained(Statements, statement) &&
      holdsStatements(statement)) {
    bool holdsVariable = false;
    std::vector<const Stmt *> pending = {statement};
    while (!pending.empty() && !holdsVariable) {
      const Stmt *next = pending.back();
      pending.pop_back();
      if (const auto *declarations = dyn_cast<DeclStmt>(next))
        holdsVariable |= llvm::is_contained(declarations->decls(), &V);
      for (const Stmt *child : next->children())
        if (child)
          pending.push_back(child);
    }
    Here.isRepeated |= !holdsVariable;
  }
  bool isFine =
      llvm::all_of(statement->children(), [&](const Stmt *child) { return isHarmless(child); });
  Here.isRepeated = wasRepeated;
  return isFine;
}

} // namespace loomp
