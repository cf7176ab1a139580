//===- LaneText.cpp - functions that lanes can call -----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   static float clamped(float x, float most) {     declare simd uniform(most) notinbranch
//     if (x > most)
//       return most;
//     return x;
//   }
//   for (int i = 0; i < n; i++) y[i] = clamped(x[i], 3);
//
// A directive above a function asks for a version of it that computes as many results at a time as
// there are lanes. All that such a version may do is compute: numbers come in, a number goes out,
// and in between nothing is named but parameters, local variables, constants, and functions that
// compute as well. Loops and jumps would run as long as the slowest lane, and are left alone.
//
// What is said of the calls holds of all in the text of the loop: no condition stands around any of
// them, and a parameter gets a constant, or a variable that the loop only reads and that is reached
// by its name only (`uniform`).
//
// Theorem (`linear`): let the index i grow by s in each iteration, let an argument be c * i + d for
// a constant c and a d that is the same in all iterations, and let nothing on the way to the
// parameter wrap. Then the parameter grows by c * s from one lane to the next, whose iterations
// follow each other; it is enough to be given that of the first lane. The function itself must not
// change the parameter.
//
// Not handled: members, templates, and functions that were declared before: what reads their
// declaration would not know of the other version.
//
//===----------------------------------------------------------------------===//

#include "analyses/LaneText.h"

#include "analyses/Judge.h"
#include "analyses/LoopParts.h"

#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Basic/TargetInfo.h"

#include <algorithm>
#include <map>

using namespace clang;

namespace loomp {

namespace {
/// A call in the text of the loop.
struct LaneCall {
  const CallExpr *call = nullptr;
  bool isConditional = false;
};

/// What counts the iterations, and by how much it grows.
struct LaneIndex {
  const VarDecl *variable = nullptr;
  std::int64_t step = 1;
};
} // namespace

static bool isNumber(QualType type) {
  type = type.getCanonicalType();
  const auto *builtin = dyn_cast<BuiltinType>(type.getTypePtr());
  return builtin && !type.isVolatileQualified() &&
         (type->isIntegerType() || type->isSpecificBuiltinType(BuiltinType::Float) ||
          type->isSpecificBuiltinType(BuiltinType::Double)) &&
         !type->isBooleanType() && !type->isSpecificBuiltinType(BuiltinType::Int128) &&
         !type->isSpecificBuiltinType(BuiltinType::UInt128);
}

/// Of the library, or declared as one that depends on its arguments alone. That some set `errno` is
/// no effect on a loop that is parallel.
static bool isMathFunction(const ASTContext &context, const FunctionDecl &function) {
  unsigned builtin = function.getBuiltinID();
  return function.hasAttr<ConstAttr>() ||
         (builtin && (context.BuiltinInfo.isConst(builtin) ||
                      context.BuiltinInfo.isConstWithoutErrnoAndExceptions(builtin)));
}

static bool isComputation(const ASTContext &context, const FunctionDecl &function, unsigned depth);

/// Does the part of a function nothing but compute?
static bool computes(const ASTContext &context, const Stmt *part, unsigned depth) {
  if (!part)
    return true;
  if (const auto *named = dyn_cast<DeclRefExpr>(part)) {
    const ValueDecl *declaration = named->getDecl();
    if (isa<EnumConstantDecl>(declaration))
      return true;
    const auto *variable = dyn_cast<VarDecl>(declaration);
    return variable && isNumber(variable->getType()) &&
           (variable->hasLocalStorage() || (variable->getType().isConstQualified() &&
                                            variable->isUsableInConstantExpressions(context)));
  }
  if (const auto *declarations = dyn_cast<DeclStmt>(part))
    return std::all_of(declarations->decl_begin(), declarations->decl_end(), [&](const Decl *each) {
      const auto *variable = dyn_cast<VarDecl>(each);
      return variable && variable->hasLocalStorage() && isNumber(variable->getType()) &&
             computes(context, variable->getInit(), depth);
    });
  if (const auto *call = dyn_cast<CallExpr>(part)) {
    const FunctionDecl *callee = call->getDirectCallee(), *definition = nullptr;
    bool isPlain =
        callee && !isa<CXXMemberCallExpr, CXXOperatorCallExpr>(call) &&
        (isMathFunction(context, *callee) ||
         (callee->hasBody(definition) && isComputation(context, *definition, depth + 1)));
    return isPlain && std::all_of(call->arg_begin(), call->arg_end(), [&](const Expr *argument) {
             return computes(context, argument, depth);
           });
  }
  if (const auto *unary = dyn_cast<UnaryOperator>(part);
      unary && (unary->getOpcode() == UO_AddrOf || unary->getOpcode() == UO_Deref))
    return false;
  bool isKnown = isa<CompoundStmt, ReturnStmt, IfStmt, NullStmt, ImplicitCastExpr, CStyleCastExpr,
                     CXXStaticCastExpr, CXXFunctionalCastExpr, ParenExpr, BinaryOperator,
                     UnaryOperator, ConditionalOperator, IntegerLiteral, FloatingLiteral,
                     CharacterLiteral, CXXBoolLiteralExpr, InitListExpr, ConstantExpr>(part);
  return isKnown && std::all_of(part->child_begin(), part->child_end(),
                                [&](const Stmt *child) { return computes(context, child, depth); });
}

static bool isComputation(const ASTContext &context, const FunctionDecl &function, unsigned depth) {
  constexpr unsigned deepest = 4; // a recursive function is no computation
  return depth < deepest && !function.isVariadic() && isNumber(function.getReturnType()) &&
         std::all_of(
             function.param_begin(), function.param_end(),
             [](const ParmVarDecl *each) { return isNumber(each->getType()); }) &&
         computes(context, function.getBody(), depth);
}

bool isOpenDefinition(const ASTContext &context, const FunctionDecl &function,
                      const std::string &file) {
  const SourceManager &sources = context.getSourceManager();
  SourceLocation begin = function.getBeginLoc();
  if (begin.isInvalid() || begin.isMacroID() || function.getEndLoc().isMacroID() ||
      positionOf(context, begin).file != file || function.getPreviousDecl() ||
      !function.hasPrototype() || isa<CXXMethodDecl>(function) ||
      function.isTemplateInstantiation() || function.isTemplated() || function.isConstexpr() ||
      function.isMain() || !function.getLexicalDeclContext()->isFileContext())
    return false;
  if (function.hasAttrs()) // which may stand above, or ask for the same in another way
    return false;
  bool isInvalid = false;
  StringRef text = sources.getBufferData(sources.getFileID(begin), &isInvalid);
  StringRef before = text.take_front(sources.getFileOffset(begin));
  return !isInvalid && before.drop_front(before.rfind('\n') + 1).trim().empty();
}

/// Compilers for other processors have versions for lanes only where all numbers have one size.
static bool hasLaneTypes(const ASTContext &context, const FunctionDecl &function) {
  auto size = context.getTypeSize(function.getReturnType());
  return function.getNumParams() > 0 &&
         (context.getTargetInfo().getTriple().isX86() ||
          std::all_of(function.param_begin(), function.param_end(), [&](const ParmVarDecl *each) {
            return context.getTypeSize(each->getType()) == size;
          }));
}

/// Calls in the text; false: something in it may skip the rest of an iteration.
static bool collectCalls(const Stmt *part, bool isConditional, std::vector<LaneCall> &found) {
  if (!part || isa<LambdaExpr>(part))
    return true;
  if (isa<ContinueStmt, BreakStmt, GotoStmt, LabelStmt, SwitchStmt, ReturnStmt>(part))
    return false;
  if (const auto *call = dyn_cast<CallExpr>(part))
    found.push_back({call, isConditional});
  const auto *logical = dyn_cast<BinaryOperator>(part);
  bool chooses = isa<IfStmt, AbstractConditionalOperator>(part) || isLoop(*part) ||
                 (logical && logical->isLogicalOp());
  bool isStraight = true;
  for (const Stmt *child : part->children())
    isStraight &= collectCalls(child, isConditional || chooses, found);
  return isStraight;
}

/// Is the variable named in another way than to read it? `allowsWrites`: or to write it by name.
static bool isNamedOtherwise(const Stmt *part, const VarDecl *variable, bool allowsWrites) {
  if (!part)
    return false;
  auto names = [&](const Expr *expression) {
    const auto *named = dyn_cast<DeclRefExpr>(expression->IgnoreParens());
    return named && named->getDecl()->getCanonicalDecl() == variable->getCanonicalDecl();
  };
  if (const auto *cast = dyn_cast<ImplicitCastExpr>(part);
      cast && cast->getCastKind() == CK_LValueToRValue) {
    const Expr *read = cast->getSubExpr()->IgnoreParens();
    if (names(read))
      return false;
    if (const auto *choice = dyn_cast<ConditionalOperator>(read))
      return isNamedOtherwise(choice->getCond(), variable, allowsWrites) ||
             (!names(choice->getTrueExpr()) &&
              isNamedOtherwise(choice->getTrueExpr(), variable, allowsWrites)) ||
             (!names(choice->getFalseExpr()) &&
              isNamedOtherwise(choice->getFalseExpr(), variable, allowsWrites));
  }
  if (const auto *binary = dyn_cast<BinaryOperator>(part);
      allowsWrites && binary && binary->isAssignmentOp() && names(binary->getLHS()))
    return isNamedOtherwise(binary->getRHS(), variable, allowsWrites);
  if (const auto *unary = dyn_cast<UnaryOperator>(part);
      allowsWrites && unary && unary->isIncrementDecrementOp() && names(unary->getSubExpr()))
    return false;
  if (const auto *expression = dyn_cast<DeclRefExpr>(part); expression && names(expression))
    return true;
  return std::any_of(part->child_begin(), part->child_end(), [&](const Stmt *child) {
    return isNamedOtherwise(child, variable, allowsWrites);
  });
}

/// Has the argument the same value in all iterations?
static bool isUniform(const ASTContext &context, const Stmt *loop, const Expr *argument) {
  argument = argument->IgnoreParenImpCasts();
  if (isa<IntegerLiteral, FloatingLiteral, CharacterLiteral>(argument))
    return true;
  const VarDecl *variable = namedVariable(argument);
  if (!variable || !isNumber(variable->getType()) || !variable->hasLocalStorage() ||
      !context.getSourceManager().isBeforeInTranslationUnit(variable->getLocation(),
                                                            loop->getBeginLoc()))
    return false;
  const auto *function = dyn_cast<FunctionDecl>(variable->getDeclContext());
  return function && function->getBody() && !isNamedOtherwise(loop, variable, false) &&
         !isNamedOtherwise(function->getBody(), variable, true);
}

/// The variable that nothing but the increment of a `for` loop changes, by a constant: its index.
static std::optional<LaneIndex> indexOf(const ASTContext &context, const Stmt *loop,
                                        const Stmt *body) {
  const auto *counted = dyn_cast<ForStmt>(loop);
  const Expr *update = counted ? counted->getInc() : nullptr, *size = nullptr;
  update = update ? update->IgnoreParenImpCasts() : nullptr;
  const Expr *target = update ? updateTarget(*update) : nullptr;
  LaneIndex index{.variable = target ? namedVariable(target) : nullptr};
  bool isDown = false;
  if (!index.variable || !isNumber(index.variable->getType()) ||
      !index.variable->getType()->isIntegerType() ||
      !splitUpdate(update, index.variable, size, isDown) ||
      isNamedOtherwise(body, index.variable, false) ||
      isNamedOtherwise(counted->getCond(), index.variable, false))
    return std::nullopt;
  auto step = size ? size->getIntegerConstantExpr(context) : std::optional(llvm::APSInt::get(1));
  if (!step || !step->isSignedIntN(16))
    return std::nullopt;
  index.step = isDown ? -step->getExtValue() : step->getExtValue();
  return index;
}

/// By how much an integer grows from one iteration to the next. What it is computed from does not
/// wrap, and has its type, or a narrower one.
static std::optional<std::int64_t> growthOf(const ASTContext &context, const Stmt *loop,
                                            const Expr *value, const LaneIndex &index) {
  value = value->IgnoreParens();
  auto of = [&](const Expr *part) { return growthOf(context, loop, part, index); };
  if (const auto *cast = dyn_cast<ImplicitCastExpr>(value)) {
    const Expr *from = cast->getSubExpr()->IgnoreParens();
    if (cast->getCastKind() == CK_LValueToRValue)
      return namedVariable(from) == index.variable ? std::optional(index.step) : std::nullopt;
    bool isIndex = namedVariable(from->IgnoreParenImpCasts()) == index.variable;
    bool isWider = context.getIntWidth(cast->getType()) > context.getIntWidth(from->getType());
    bool isExact = from->getType()->isSignedIntegerType() || isIndex;
    return cast->getCastKind() == CK_IntegralCast && isWider && isExact ? of(from) : std::nullopt;
  }
  const auto *binary = dyn_cast<BinaryOperator>(value);
  if (!binary || !binary->getType()->isIntegerType())
    return std::nullopt;
  const Expr *left = binary->getLHS(), *right = binary->getRHS();
  auto isFixed = [&](const Expr *part) { return isUniform(context, loop, part); };
  switch (binary->getOpcode()) {
  case BO_Add:
    return isFixed(right) ? of(left) : isFixed(left) ? of(right) : std::nullopt;
  case BO_Sub: {
    auto grows = isFixed(right) ? of(left) : isFixed(left) ? of(right) : std::nullopt;
    return grows && !isFixed(right) ? -*grows : grows;
  }
  case BO_Mul: {
    auto factor = left->getIntegerConstantExpr(context);
    auto grows = of(factor ? right : left);
    if (!factor)
      factor = right->getIntegerConstantExpr(context);
    return grows && factor && factor->isSignedIntN(16)
               ? std::optional(*grows * factor->getExtValue())
               : std::nullopt;
  }
  default:
    return std::nullopt;
  }
}

/// Does the function call the other one?
static bool calls(const Stmt *part, const FunctionDecl *other) {
  if (!part)
    return false;
  const auto *call = dyn_cast<CallExpr>(part);
  if (call && call->getDirectCallee() &&
      call->getDirectCallee()->getCanonicalDecl() == other->getCanonicalDecl())
    return true;
  return std::any_of(part->child_begin(), part->child_end(),
                     [&](const Stmt *child) { return calls(child, other); });
}

void describeLaneFunctions(const ASTContext &context, const Stmt *loop, const Stmt *body,
                           const std::set<const FunctionDecl *> &called, LoopResult &result) {
  std::vector<LaneCall> inText;
  bool isStraight = collectCalls(body, false, inText);
  std::map<unsigned, LaneFunction> found;
  std::optional<LaneIndex> index = indexOf(context, loop, body);
  for (const LaneCall &each : inText) {
    const FunctionDecl *callee = each.call->getDirectCallee(), *definition = nullptr;
    if (!callee || !callee->hasBody(definition) ||
        !isOpenDefinition(context, *definition, result.position.file) ||
        !hasLaneTypes(context, *definition) || !isComputation(context, *definition, 0))
      continue;
    unsigned offset = positionOf(context, definition->getBeginLoc()).offset;
    bool isCalledByOthers =
        std::any_of(called.begin(), called.end(),
                    [&](const FunctionDecl *other) { return calls(other->getBody(), definition); });
    auto [place, isNew] = found.try_emplace(offset);
    LaneFunction &function = place->second;
    if (isNew)
      function = {offset, definition->getNameAsString(), isStraight && !isCalledByOthers, {}, {}};
    function.isUnconditional &= !each.isConditional;
    for (unsigned i = 0; i < definition->getNumParams(); ++i) {
      const ParmVarDecl *parameter = definition->getParamDecl(i);
      const Expr *argument = each.call->getArg(i);
      std::string name = parameter->getNameAsString();
      bool isKnown = !isCalledByOthers && !name.empty() &&
                     !isNamedOtherwise(definition->getBody(), parameter, false);
      bool isSame = isKnown && isUniform(context, loop, argument);
      if (isNew && isSame)
        function.uniform.push_back(name);
      else if (!isSame)
        std::erase(function.uniform, name);
      std::optional<std::int64_t> growth;
      if (isKnown && !isSame && index && parameter->getType()->isIntegerType() &&
          context.getIntWidth(parameter->getType()) >= context.getIntWidth(context.IntTy))
        growth = growthOf(context, loop, argument, *index);
      bool grows = growth && *growth != 0;
      if (isNew && grows)
        function.linear.push_back({name, *growth});
      else
        std::erase_if(function.linear, [&](const LinearParameter &linear) {
          return linear.name == name && !(grows && linear.step == *growth);
        });
    }
  }
  for (auto &[offset, function] : found)
    result.laneFunctions.push_back(std::move(function));
}

} // namespace loomp
