//===- EvaluateException.cpp - exceptions that an iteration catches -------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Theorem: an exception of a known type that is thrown within the block of a `try`, with no
// function between that must not throw, ends in the first handler of that `try` that takes the
// type. So it leaves the loops that stand inside the block, and no loop around it: there the
// iteration goes on behind the handlers.
//
// Arithmetic on scalars throws nothing, nor does a function that is `noexcept`. Anything from the
// first other statement of the block on may be what throws: what is in front of it runs as if it
// stood in front of the `try`. What the rest accesses stands under a condition that is not known,
// the same for all of it (what runs after an access in the block runs only if that did). A handler
// is reached from the rest only, so what the block certainly wrote before has been written there;
// but it knows of no value that the block may write: the rest may write it again, and destructors
// do on the way.
//
// Where the block consists of such arithmetic alone, no handler runs.
//
// The object that is thrown is copied, as a handler may ask for, and destroyed behind the handler.
// What the program has its own functions for is not followed.
//
//===----------------------------------------------------------------------===//

#include "analyses/Evaluator.h"

#include "clang/AST/CXXInheritance.h"

using namespace clang;

namespace loomp {

bool isThrownQuietly(QualType type) {
  const CXXRecordDecl *record = type->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
  if (!record)
    return true;
  if (!record->hasDefinition())
    return false;
  record = record->getDefinition();
  if (isOfLibrary(*record))
    return !isa<ClassTemplateSpecializationDecl>(record) || isComparedByLibrary(type);
  if (record->hasUserDeclaredCopyConstructor() || record->hasUserDeclaredMoveConstructor() ||
      (record->hasUserDeclaredDestructor() && !record->hasTrivialDestructor() &&
       !record->getDestructor()->isDefaulted()))
    return false;
  return llvm::all_of(record->bases(),
                      [](const auto &base) { return isThrownQuietly(base.getType()); }) &&
         llvm::all_of(record->fields(),
                      [](const FieldDecl *field) { return isThrownQuietly(field->getType()); });
}

/// Does a handler for `caught` take an exception of this type?
static bool takes(QualType caught, QualType thrown) {
  caught = caught.getNonReferenceType().getCanonicalType().getUnqualifiedType();
  thrown = thrown.getCanonicalType().getUnqualifiedType();
  if (caught == thrown)
    return true;
  const CXXRecordDecl *base = caught->getAsCXXRecordDecl(), *derived = thrown->getAsCXXRecordDecl();
  if (!base || !derived || !base->hasDefinition() || !derived->hasDefinition())
    return false;
  CXXBasePaths paths;
  if (!derived->isDerivedFrom(base, paths) || paths.isAmbiguous(CanQualType::CreateUnsafe(caught)))
    return false;
  return std::any_of(paths.begin(), paths.end(),
                     [](const CXXBasePath &path) { return path.Access == AS_public; });
}

/// The `try` that certainly catches what is thrown here; null if there is none.
const Attempt *Evaluator::catching(const Thrown &thrown) const {
  size_t frame = Frames.size();
  for (auto attempt = Attempts.rbegin(); attempt != Attempts.rend(); ++attempt) {
    for (; frame > attempt->frames; --frame) {
      const FunctionDecl *function = Frames[frame - 1].function;
      const auto *type = function ? function->getType()->getAs<FunctionProtoType>() : nullptr;
      if (!type || isUnresolvedExceptionSpec(type->getExceptionSpecType()) ||
          type->canThrow() == CT_Cannot)
        return nullptr;
    }
    for (unsigned i = 0; i < attempt->statement->getNumHandlers(); ++i) {
      const CXXCatchStmt &handler = *attempt->statement->getHandler(i);
      if (!handler.getExceptionDecl())
        return &*attempt;
      QualType caught = handler.getCaughtType();
      if (!thrown.type.isNull() && takes(caught, thrown.type))
        return &*attempt;
      const CXXRecordDecl *record = caught.getNonReferenceType()->getAsCXXRecordDecl();
      if (thrown.row && record &&
          llvm::is_contained(thrown.row->throws, record->getQualifiedNameAsString()))
        return &*attempt;
    }
  }
  return nullptr;
}

/// An exception may be thrown here. `effect` says so where it leaves an iteration.
void Evaluator::evaluateException(const Thrown &thrown, Effect effect, const Stmt *site) {
  const Attempt *attempt = catching(thrown);
  if (!attempt)
    return addEffect(std::move(effect), site);
  if (LoopStack.size() > attempt->loops) {
    effect.outermost = LoopStack[attempt->loops];
    addEffect(std::move(effect), site);
  }
  // On its way to the handler it destroys what the block and the functions in it have built.
  State before = Now;
  runCleanups(attempt->cleanups, false);
  Now = std::move(before);
}

/// `at`: an exception where the element is not there. `sizes`: what is known of the number of
/// elements, one of which may say more than another.
void Evaluator::checkElement(const EffectRow &row, const std::string &name, const Value &number,
                             QualType type, std::initializer_list<Value> sizes, const Expr *site) {
  Effect effect{.reason = "may-throw",
                .message = "'" + name + "' throws if the element number is out of bounds",
                .remedy = "use '[]' where the bounds are known to hold"};
  bool isInteger = number.kind == Value::Kind::Integer;
  Polynomial index = isInteger ? exact(number, type) : Polynomial();
  bool isPositive = isInteger && index.isValid() && provenNonNegative(index);
  for (const Value &size : sizes) {
    if (!isInteger || size.kind != Value::Kind::Integer)
      continue;
    Polynomial last = exact(size, Context.getSizeType()) - Polynomial(1);
    if (!last.isValid())
      continue;
    if (isPositive && provenNonNegative(last - index))
      return;
    // Not of what the conversion makes of it: that is the same number where both are in range.
    effect.margins = {number.number, last - number.number};
  }
  evaluateException({.row = &row}, std::move(effect), site);
}

void Evaluator::evaluateThrow(const CXXThrowExpr &expression) {
  Thrown thrown;
  if (const Expr *operand = expression.getSubExpr()) {
    thrown.type = operand->getType();
    if (thrown.type->isRecordType())
      evaluateInitializer(temporary(thrown.type).path, thrown.type, operand);
    else
      evaluateValue(operand);
    if (!isThrownQuietly(thrown.type))
      callUnknown(&expression, thrown.type.getAsString(), "an exception is copied and destroyed");
  }
  // Where the conditions around it contradict each other nothing is thrown.
  if (!isContradiction())
    evaluateException(
        thrown,
        {.reason = "may-throw", .message = "an exception leaves the iteration", .proven = true},
        &expression);
  Now.dead = true;
}

/// The object that a handler gets is nobody else's, and what it holds is not known.
void Evaluator::declareException(const VarDecl &variable) {
  Frames.back().declared.push_back(&variable);
  if (variable.getType()->isReferenceType())
    Frames.back().references[&variable] = temporary(variable.getType().getNonReferenceType()).path;
  else
    declareUnknown(variable, currentLoop());
}

/// `noexcept`: of an override, too.
static bool isCalleeQuiet(const CallExpr &call) {
  const FunctionDecl *callee = call.getDirectCallee();
  const auto *type = callee ? callee->getType()->getAs<FunctionProtoType>() : nullptr;
  return type && !isUnresolvedExceptionSpec(type->getExceptionSpecType()) &&
         type->canThrow() == CT_Cannot && !call.getType()->isRecordType();
}

/// Does the statement consist of arithmetic on scalars, and of nothing that may throw? What is not
/// known to be quiet is not.
static bool throwsNothing(const Stmt *statement) {
  if (!statement)
    return true;
  if (const auto *expression = dyn_cast<Expr>(statement)) {
    bool isQuiet = isa<DeclRefExpr, IntegerLiteral, FloatingLiteral, CharacterLiteral,
                       CXXBoolLiteralExpr, ParenExpr, UnaryOperator, BinaryOperator,
                       ConditionalOperator, ArraySubscriptExpr, MemberExpr, CastExpr>(expression);
    if (const auto *call = dyn_cast<CallExpr>(expression))
      isQuiet = isCalleeQuiet(*call);
    const auto *cast = dyn_cast<CastExpr>(expression);
    if (!isQuiet || isa_and_nonnull<CXXDynamicCastExpr, BuiltinBitCastExpr>(cast) ||
        (cast && (cast->getCastKind() == CK_UserDefinedConversion ||
                  cast->getCastKind() == CK_ConstructorConversion)))
      return false;
  } else if (const auto *declarations = dyn_cast<DeclStmt>(statement)) {
    for (const Decl *declaration : declarations->decls()) {
      const auto *variable = dyn_cast<VarDecl>(declaration);
      if (!variable || !variable->getType()->isScalarType() || !variable->hasLocalStorage())
        return false;
    }
  } else if (!isa<CompoundStmt, IfStmt, ForStmt, WhileStmt, DoStmt, BreakStmt, ContinueStmt,
                  NullStmt>(statement)) {
    return false;
  }
  return llvm::all_of(statement->children(), throwsNothing);
}

/// The statement `child` of a block is the next one. Is it the first that the block of a `try` may
/// be left from by an exception?
void Evaluator::mayThrowFrom(const CompoundStmt &block, const Stmt &child) {
  if (Attempts.empty() || Attempts.back().before ||
      Attempts.back().statement->getTryBlock() != &block ||
      Attempts.back().frames != Frames.size() || throwsNothing(&child))
    return;
  Attempts.back().before = Now;
  pushGuard(std::nullopt);
  Attempts.back().guard = Now.guard;
}

void Evaluator::evaluateTry(const CXXTryStmt &statement) {
  if (throwsNothing(statement.getTryBlock()))
    return evaluate(statement.getTryBlock());
  Result.hasJumps = true; // a handler may read what the block left halfway
  State before = Now;
  // The handlers of a whole constructor or destructor throw again.
  bool isWholeBody = Frames.back().function && Frames.back().function->getBody() == &statement;
  if (isWholeBody)
    pushGuard(std::nullopt);
  else
    Attempts.push_back({.statement = &statement,
                        .frames = Frames.size(),
                        .loops = LoopStack.size(),
                        .cleanups = Cleanups.size()});
  evaluate(statement.getTryBlock());
  int guard = before.guard;
  bool mayLeave = Now.dead;
  if (!isWholeBody) {
    Attempt attempt = std::move(Attempts.back());
    Attempts.pop_back();
    if (attempt.before)
      before = std::move(*attempt.before);
    mayLeave |= before.guard != guard || Now.guard != attempt.guard;
  }
  std::vector<State> exits = {std::move(Now)};
  const ModifiedSet &modified = Modified.of(*statement.getTryBlock());
  for (unsigned i = 0; i < statement.getNumHandlers(); ++i) {
    const CXXCatchStmt &handler = *statement.getHandler(i);
    Now = before;
    if (modified.anything || isWholeBody)
      forgetEverything();
    else
      forgetWritten(modified, [&](const Path &path) { return mayWrite(modified, modified, path); });
    pushGuard(std::nullopt);
    int inside = Now.guard;
    size_t inScope = Frames.back().declared.size();
    if (const VarDecl *variable = handler.getExceptionDecl())
      declareException(*variable);
    evaluate(handler.getHandlerBlock());
    Frames.back().declared.resize(inScope);
    mayLeave |= Now.dead || Now.guard != inside;
    exits.push_back(std::move(Now));
  }
  // Where some way through leaves the iteration, what follows need not run.
  Now = joinAll(std::move(exits));
  Now.guard = guard;
  if (mayLeave && !Now.dead)
    pushGuard(std::nullopt);
}

} // namespace loomp
