//===- CanonicalText.cpp - which headers OpenMP accepts as they stand -----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A loop that counts is not yet one that a directive may stand in front of: the compilers look at
// how the header is written.
//
//   for (int i = 0; !(i >= n); i++)        no comparison for clang and g++
//   for (int i = 0; (i) < n; ++(i))        no index for g++
//   for (short i = 0; i < 8u; i++)         two conversions of the index, no index for g++
//
//===----------------------------------------------------------------------===//

#include "analyses/HeaderText.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

#include <algorithm>

using namespace clang;

namespace loomp {

/// `int i{0}`, `int i(0)`, `i = {0}`: OpenMP wants `= 0`.
static bool isBraced(const Stmt *init) {
  if (const auto *declarations = dyn_cast<DeclStmt>(init)) {
    const auto *variable = dyn_cast<VarDecl>(declarations->getSingleDecl());
    if (!variable || variable->getInitStyle() != VarDecl::CInit)
      return true;
    init = variable->getInit();
  } else if (const auto *assignment = dyn_cast<BinaryOperator>(init)) {
    init = assignment->getRHS();
  }
  const auto *value = dyn_cast<Expr>(init);
  const auto *construct = value ? dyn_cast<CXXConstructExpr>(value->IgnoreImplicit()) : nullptr;
  return value && (isa<InitListExpr>(value->IgnoreImplicit()) ||
                   (construct && construct->isListInitialization()));
}

static bool isInParentheses(const Expr *expression) {
  return isa<ParenExpr>(expression->IgnoreImplicit());
}

/// `a OP b`, `++a`: no operand stands in parentheses and names the index.
static bool hasBareOperands(const Expr *expression, const VarDecl *index) {
  auto isBare = [&](const Stmt *operand) {
    const auto *value = dyn_cast_or_null<Expr>(operand);
    return !value || !isInParentheses(value) || namedVariable(value) != index;
  };
  expression = expression->IgnoreImplicit();
  return !isa<ParenExpr>(expression) &&
         std::all_of(expression->child_begin(), expression->child_end(), isBare);
}

/// Is the update the increment, or an operand of its commas?
static bool isOperand(const Expr *increment, const Expr *update) {
  increment = increment->IgnoreImplicit();
  if (increment == update->IgnoreImplicit())
    return true;
  const auto *comma = dyn_cast<BinaryOperator>(increment);
  return comma && comma->getOpcode() == BO_Comma &&
         (isOperand(comma->getLHS(), update) || isOperand(comma->getRHS(), update));
}

bool isBareText(const HeaderView &view) {
  const Loop &loop = view.loop;
  const Expr *condition = view.parts.condition, *update = loop.advance.update;
  if (const auto *init = dyn_cast_or_null<Expr>(view.parts.init))
    if (!hasBareOperands(init, loop.index))
      return false;
  if (!condition || !view.parts.increment || !update || !isOperand(view.parts.increment, update) ||
      !hasBareOperands(update, loop.index) || !hasBareOperands(condition, loop.index))
    return false;
  if (const auto *unary = dyn_cast<UnaryOperator>(condition->IgnoreImplicit()))
    return unary->getOpcode() != UO_LNot;
  const auto *call = dyn_cast<CXXOperatorCallExpr>(condition->IgnoreImplicit());
  if (call && call->getOperator() == OO_Exclaim)
    return false;
  const auto *assignment = dyn_cast<BinaryOperator>(update->IgnoreImplicit());
  return !assignment || assignment->isCompoundAssignmentOp() ||
         hasBareOperands(assignment->getRHS(), loop.index); // `i = i + 1`
}

bool isCanonicalText(const HeaderView &view) {
  const Loop &loop = view.loop;
  std::vector<LoopStart> starts;
  return isa<ForStmt>(loop.statement) && !view.parts.exitTest &&
         splitStarts(view.parts.init, starts) && starts.size() == 1 &&
         starts.front().variable == loop.index && !isBraced(view.parts.init) &&
         loop.updateSite == UpdateSite::Increment && loop.boundExpression && isBareText(view) &&
         namedVariable(loop.indexExpression) == loop.index;
}

bool comparesTooWide(const HeaderView &view) {
  const ASTContext &context = view.context;
  auto narrow = context.getTypeSize(context.IntTy);
  if (!context.getLangOpts().CPlusPlus || context.getTypeSize(view.loop.index->getType()) >= narrow)
    return false;
  auto isWide = [&](const Expr *bound) {
    QualType type = bound->IgnoreParenImpCasts()->getType();
    if (!type->isIntegerType() || type->isDependentType())
      return false;
    auto size = context.getTypeSize(type);
    return size > narrow || (size == narrow && type->isUnsignedIntegerType());
  };
  return (view.loop.boundExpression && isWide(view.loop.boundExpression)) ||
         std::any_of(view.loop.bounds.begin(), view.loop.bounds.end(),
                     [&](const BoundTest &test) { return isWide(test.bound); });
}

std::string operandText(const HeaderView &view, const Expr &expression) {
  std::string text = view.text(expression.getSourceRange());
  const Expr *inner = expression.IgnoreImpCasts();
  const auto *binary = dyn_cast<BinaryOperator>(inner);
  const auto *call = dyn_cast<CXXOperatorCallExpr>(inner);
  bool isArithmetic = binary && (binary->isAdditiveOp() || binary->isMultiplicativeOp());
  bool isPrimary = isa<DeclRefExpr, IntegerLiteral, CharacterLiteral, MemberExpr, CallExpr,
                       ArraySubscriptExpr, ParenExpr, UnaryOperator, CXXNamedCastExpr>(inner);
  bool isInfix = call && call->getOperator() != OO_Subscript && call->getOperator() != OO_Call;
  return text.empty() || isArithmetic || (isPrimary && !isInfix) ? text : "(" + text + ")";
}

bool mayChangeStarts(const HeaderView &view, const Expr &start) {
  if (!start.HasSideEffects(view.context))
    return false;
  const SourceManager &sources = view.context.getSourceManager();
  std::vector<const Stmt *> pending = {&start};
  while (!pending.empty()) {
    const Stmt *each = pending.back();
    pending.pop_back();
    if (!each)
      continue;
    const auto *call = dyn_cast<CXXMemberCallExpr>(each);
    const auto *made = dyn_cast<CXXConstructExpr>(each);
    const auto *sum = dyn_cast<CXXOperatorCallExpr>(each);
    const FunctionDecl *called = nullptr;
    if (made)
      called = made->getConstructor();
    else if (call && call->getNumArgs() == 0)
      called = call->getMethodDecl();
    else if (sum && (sum->getOperator() == OO_Plus || sum->getOperator() == OO_Minus))
      called = sum->getDirectCallee(); // `v.end() - 1`
    bool isAsked = called && sources.isInSystemHeader(called->getLocation());
    bool isPlain = isa<DeclRefExpr, MemberExpr, CastExpr, ParenExpr, IntegerLiteral, CXXThisExpr,
                       MaterializeTemporaryExpr, ExprWithCleanups>(each);
    if (!isAsked && !isPlain)
      return true;
    for (const Stmt *child : each->children())
      pending.push_back(child);
  }
  return false;
}

bool knowsAllUses(const HeaderView &view, const Stmt *statement) {
  if (!statement)
    return true;
  if (const auto *lambda = dyn_cast<LambdaExpr>(statement)) {
    // A copy is read where the lambda stands, what it refers to where it runs.
    auto initializer = lambda->capture_init_begin();
    bool isCopied = false, isKnown = true;
    for (const LambdaCapture &capture : lambda->captures()) {
      const Expr *source = *initializer++;
      bool isIndex = capture.capturesVariable() && capture.getCapturedVar()->getCanonicalDecl() ==
                                                       view.loop.index->getCanonicalDecl();
      bool isReference = capture.getCaptureKind() == LCK_ByRef;
      isCopied |= isIndex && !isReference;
      isKnown &= (isIndex && isReference) || knowsAllUses(view, source);
    }
    return isKnown && (isCopied || knowsAllUses(view, lambda->getBody()));
  }
  if (const auto *reference = dyn_cast<DeclRefExpr>(statement);
      reference &&
      reference->getDecl()->getCanonicalDecl() == view.loop.index->getCanonicalDecl()) {
    bool before = false, behind = false;
    for (const auto &[use, isAfter] : view.loop.advance.uses)
      if (use == reference)
        (isAfter ? behind : before) = true;
    if (before == behind) {
      std::vector<const Stmt *> parts = {view.loop.advance.update};
      bool isUpdate = false;
      while (!parts.empty()) {
        const Stmt *part = parts.back();
        parts.pop_back();
        isUpdate |= part == reference;
        for (const Stmt *child : part->children())
          if (child)
            parts.push_back(child);
      }
      if (!isUpdate)
        return false;
    }
  }
  return std::all_of(statement->child_begin(), statement->child_end(),
                     [&](const Stmt *child) { return knowsAllUses(view, child); });
}

/// Does a lambda in the statement hold the update?
static bool isInLambda(const Stmt *statement, const Stmt *update, bool isLambda) {
  if (!statement || statement == update)
    return statement && isLambda;
  isLambda |= isa<LambdaExpr>(statement);
  return llvm::any_of(statement->children(),
                      [&](const Stmt *child) { return isInLambda(child, update, isLambda); });
}

bool keepsLambdas(const HeaderView &view, const HeaderTexts &texts) {
  const InductionCandidate &advance = view.loop.advance;
  if (!advance.usedInLambda)
    return true;
  // No text in them can be replaced: the name in a lambda may mean a copy.
  bool isReplaced = view.loop.needsOwnIndex || texts.shift != 0 ||
                    texts.name != view.loop.index->getNameAsString();
  return !isReplaced && !isInLambda(view.loop.statement, advance.update, false) &&
         llvm::none_of(advance.uses, [](const auto &use) { return use.second; });
}

} // namespace loomp
