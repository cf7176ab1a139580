//===- EvaluateExpression.cpp - values, places and conditions -------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Every expression class that is not listed here is an effect on anything: default deny.
//
//===----------------------------------------------------------------------===//

#include "analyses/Evaluator.h"

#include "llvm/Support/SaveAndRestore.h"

using namespace clang;

namespace loomp {

Value Evaluator::unsupported(const Stmt *statement, const std::string &what) {
  addEffect({.reason = "unsupported-construct", .message = what + " is not understood"}, statement);
  forgetEverything();
  if (!Quiet) {
    Result.loseReachableStorage(true);
    readNamedIn(statement, statement);
  }
  if (const auto *expression = dyn_cast_or_null<Expr>(statement))
    return fresh(expression->getType(), currentLoop(), "value", nullptr);
  return {};
}

/// Code that is not understood may read each variable that it names.
void Evaluator::readNamedIn(const Stmt *statement, const Stmt *site) {
  if (!statement)
    return;
  if (const auto *reference = dyn_cast<DeclRefExpr>(statement))
    if (const auto *variable = dyn_cast<VarDecl>(reference->getDecl()->getCanonicalDecl()))
      for (const Frame &frame : Frames)
        if (auto known = frame.variables.find(variable); known != frame.variables.end())
          recordUnseenRead({known->second, {}, variable->getType()}, site);
  if (const auto *lambda = dyn_cast<LambdaExpr>(statement))
    readNamedIn(lambda->getBody(), site);
  for (const Stmt *child : statement->children())
    readNamedIn(child, site);
}

Place Evaluator::temporary(QualType type) {
  ObjectId object = addObject({.kind = ObjectKind::Temporary,
                               .name = "temporary",
                               .loop = currentLoop(),
                               .reachable = false,
                               .preexisting = false});
  return {.path = {object, {}, type}};
}

/// A library function that returns a reference returns one of its arguments, and it is not known
/// which: `std::max(x, y)`. Its value is, and stands in a temporary.
void Evaluator::loseResult(Place &place, const Expr *expression) {
  const Expr *inner = expression;
  while (true) {
    inner = inner->IgnoreParenImpCasts();
    const auto *member = dyn_cast<MemberExpr>(inner);
    if (const auto *full = dyn_cast<ExprWithCleanups>(inner))
      inner = full->getSubExpr();
    else if (member && !member->isArrow())
      inner = member->getBase();
    else
      break;
  }
  if (isa<CallExpr>(inner) && inner->isGLValue() &&
      Result.objects[place.path.object].kind == ObjectKind::Temporary)
    place.path = {addObject({.kind = ObjectKind::Anything, .name = sourceText(expression)}),
                  {{.kind = Component::Kind::Unknown}},
                  expression->getType()};
}

/// A member of reference type is a pointer that nobody sees.
void Evaluator::bindReference(Path member, const Expr *initializer) {
  Place place = evaluatePlace(initializer);
  loseResult(place, initializer);
  member.type = Context.getPointerType(initializer->getType());
  store({.path = std::move(member)}, Value::pointer(place.path), initializer);
}

/// Notes that the name of the place's variable stands here: not in the initializer of a constant,
/// or in a default argument, that stands elsewhere.
void Evaluator::nameInText(Place &place, const Expr *site) const {
  LoopId loop = currentLoop();
  const Stmt *text =
      loop == NoLoop ? Frames.back().function->getBody() : Result.loops[loop].statement;
  bool isHere =
      Frames.back().isLexical && site &&
      sources().isPointWithin(site->getBeginLoc(), text->getBeginLoc(), text->getEndLoc());
  place.path.name = isHere ? place.name : nullptr;
  place.path.namedIn = loop;
}

Place Evaluator::placeOfDeclaration(const ValueDecl &declaration, const Expr *site) {
  Place place;
  // A clause can only spell a plain name, and no static member.
  const auto *named = dyn_cast_or_null<DeclRefExpr>(site);
  const auto *storage = dyn_cast<VarDecl>(&declaration);
  if (named && !named->hasQualifier() && !(storage && storage->isStaticDataMember()))
    place.name = &declaration;
  QualType type = declaration.getType();
  place.isVolatile = type.getNonReferenceType().isVolatileQualified();
  if (auto captured = Frames.back().captures.find(cast<ValueDecl>(declaration.getCanonicalDecl()));
      captured != Frames.back().captures.end()) {
    place.path = captured->second;
    // Captured by reference it is that very variable, unless it is an alias of something.
    if (Result.objects[place.path.object].declaration != declaration.getCanonicalDecl() ||
        !isWholeVariable(place.path))
      place.name = nullptr;
    return place;
  }
  if (const auto *binding = dyn_cast<BindingDecl>(&declaration)) {
    const VarDecl *holder = binding->getHoldingVar();
    if (holder)
      place = placeOfDeclaration(*holder, site);
    else if (binding->getBinding())
      place = evaluatePlace(binding->getBinding());
    else
      unsupported(site, "'" + declaration.getNameAsString() + "'");
    place.name = nullptr;
    return place;
  }
  if (type->isReferenceType()) {
    for (auto frame = Frames.rbegin(); frame != Frames.rend(); ++frame) {
      auto bound = frame->references.find(&declaration);
      if (bound == frame->references.end())
        continue;
      place.path = bound->second;
      // A reference parameter names its referent; any other reference is an alias of something.
      const Object &object = Result.objects[place.path.object];
      if (object.declaration != &declaration || !isWholeVariable(place.path))
        place.name = nullptr;
      else
        nameInText(place, site);
      return place;
    }
    const auto *variable = dyn_cast<VarDecl>(&declaration);
    place.name = nullptr;
    // One that a lambda captures is bound before the lambda runs, as a parameter is.
    bool isCaptured = variable && variable->hasLocalStorage();
    place.path.object = addObject({.kind = isCaptured ? ObjectKind::Pointee : ObjectKind::Loaded,
                                   .name = declaration.getNameAsString(),
                                   .declaration = isCaptured ? variable : nullptr,
                                   .isReference = isCaptured});
    place.path.type = type.getNonReferenceType();
    if (variable)
      Frames.front().references[&declaration] = place.path;
    return place;
  }
  // One that has another name may be any other variable, too.
  bool isRenamed = storage && (storage->hasAttr<AliasAttr>() || storage->hasAttr<WeakRefAttr>() ||
                               storage->hasAttr<AsmLabelAttr>());
  if (const auto *variable = dyn_cast<VarDecl>(&declaration); variable && !isRenamed) {
    place.path = {objectOf(*variable), {}, scalarType(type)};
    nameInText(place, site);
    if (variable->getTLSKind() != VarDecl::TLS_None && !keepsFirstValue(Context, *variable))
      addEffect({.reason = "hidden-state",
                 .message = "'" + variable->getNameAsString() + "' is thread_local"},
                site);
    return place;
  }
  unsupported(site, "'" + declaration.getNameAsString() + "'");
  place.name = nullptr;
  place.path = {
      addObject({.kind = ObjectKind::Anything, .name = declaration.getNameAsString()}), {}, type};
  return place;
}

static bool hasSeveralBases(const CXXRecordDecl &record) {
  if (!record.hasDefinition() || record.getNumBases() > 1 || record.getNumVBases() > 0)
    return true;
  for (const CXXBaseSpecifier &base : record.bases())
    if (const CXXRecordDecl *parent = base.getType()->getAsCXXRecordDecl();
        parent && hasSeveralBases(*parent))
      return true;
  return false;
}

Place Evaluator::evaluatePlace(const Expr *expression) {
  expression = expression->IgnoreParens();
  QualType type = expression->getType();
  auto unknown = [&](const std::string &what) {
    unsupported(expression, what);
    ObjectId object = addObject({.kind = ObjectKind::Anything, .name = "something"});
    return Place{.path = {object, {{.kind = Component::Kind::Unknown}}, type}};
  };
  switch (expression->getStmtClass()) {
  case Stmt::DeclRefExprClass:
    return placeOfDeclaration(*cast<DeclRefExpr>(expression)->getDecl(), expression);

  case Stmt::ArraySubscriptExprClass: {
    const auto *subscript = cast<ArraySubscriptExpr>(expression);
    Value pointer = evaluateValue(subscript->getBase());
    Value number = evaluateValue(subscript->getIdx());
    addDecision(number.taint);
    Value element = offsetPointer(
        pointer, Value::integer(elementNumber(number, subscript->getIdx()->getType())), false);
    if (element.kind != Value::Kind::Pointer)
      return unknown("the array '" + sourceText(subscript->getBase()) + "'");
    element.target.type = type;
    return {.path = element.target, .isVolatile = type.isVolatileQualified()};
  }

  case Stmt::MemberExprClass: {
    const auto *member = cast<MemberExpr>(expression);
    const ValueDecl *declaration = member->getMemberDecl();
    Place base;
    if (member->isArrow()) {
      Value pointer = evaluateValue(member->getBase());
      if (pointer.kind != Value::Kind::Pointer)
        return unknown("the pointer '" + sourceText(member->getBase()) + "'");
      base.path = pointer.target;
      base.isVolatile = member->getBase()->getType()->getPointeeType().isVolatileQualified();
    } else if (member->getBase()->isGLValue()) {
      base = evaluatePlace(member->getBase());
    } else {
      base = temporary(member->getBase()->getType());
      evaluateInitializer(base.path, member->getBase()->getType(), member->getBase());
    }
    if (isa<VarDecl>(declaration))
      return placeOfDeclaration(*declaration, expression);
    const auto *field = dyn_cast<FieldDecl>(declaration);
    if (!field)
      return unknown("'" + declaration->getNameAsString() + "'");
    // `p->x` with p = &a[0] addresses the element that p points to.
    Place place = base;
    place.path.components.push_back({.kind = Component::Kind::Field, .field = field});
    place.path.type = scalarType(field->getType());
    place.isVolatile |= field->getType().isVolatileQualified();
    place.isSharedByte = field->isBitField();
    const auto *self = dyn_cast<CXXThisExpr>(member->getBase()->IgnoreParenImpCasts());
    place.name = self && self->isImplicit() && !member->hasQualifier() ? declaration : nullptr;
    if (field->getType()->isReferenceType()) {
      // A pointer that nobody sees.
      QualType referee = field->getType().getNonReferenceType();
      place.path.type = Context.getPointerType(referee);
      Value target = load(place, expression);
      if (target.kind != Value::Kind::Pointer)
        return unknown("'" + declaration->getNameAsString() + "'");
      target.target.type = referee;
      return {.path = target.target, .isVolatile = referee.isVolatileQualified()};
    }
    return place;
  }

  case Stmt::UnaryOperatorClass: {
    const auto *unary = cast<UnaryOperator>(expression);
    if (unary->getOpcode() == UO_Deref) {
      Value pointer = evaluateValue(unary->getSubExpr());
      if (pointer.kind != Value::Kind::Pointer)
        return unknown("the pointer '" + sourceText(unary->getSubExpr()) + "'");
      pointer.target.type = type;
      return {.path = pointer.target, .isVolatile = type.isVolatileQualified()};
    }
    if (unary->isPrefix() && unary->isIncrementDecrementOp()) {
      Place place;
      evaluateIncrement(*unary, &place);
      return place;
    }
    if (unary->getOpcode() == UO_Extension || unary->getOpcode() == UO_Real)
      return evaluatePlace(unary->getSubExpr());
    return unknown("this operator");
  }

  case Stmt::BinaryOperatorClass:
  case Stmt::CompoundAssignOperatorClass: {
    const auto *binary = cast<BinaryOperator>(expression);
    if (binary->getOpcode() == BO_Comma) {
      evaluateDiscarded(binary->getLHS());
      return evaluatePlace(binary->getRHS());
    }
    if (!binary->isAssignmentOp() || type->isRecordType() ||
        isa<ConditionalOperator>(binary->getLHS()->IgnoreParens()))
      return unknown("this operator");
    Place place;
    if (const auto *compound = dyn_cast<CompoundAssignOperator>(binary))
      evaluateCompoundAssignment(*compound, &place);
    else
      evaluateAssignment(*binary, &place);
    return place;
  }

  case Stmt::ImplicitCastExprClass:
  case Stmt::CStyleCastExprClass:
  case Stmt::CXXStaticCastExprClass:
  case Stmt::CXXFunctionalCastExprClass:
  case Stmt::CXXReinterpretCastExprClass:
  case Stmt::CXXConstCastExprClass: {
    const auto *cast = llvm::cast<CastExpr>(expression);
    switch (cast->getCastKind()) {
    case CK_NoOp:
    case CK_DerivedToBase:
    case CK_UncheckedDerivedToBase:
    case CK_ConstructorConversion:
    case CK_UserDefinedConversion: {
      if (!cast->getSubExpr()->isGLValue()) {
        Place place = temporary(type);
        evaluateInitializer(place.path, type, cast->getSubExpr());
        return place;
      }
      Place place = evaluatePlace(cast->getSubExpr());
      place.isVolatile |= type.isVolatileQualified();
      // With several bases, one class may stand in an object more than once.
      const CXXRecordDecl *derived = cast->getSubExpr()->getType()->getAsCXXRecordDecl();
      if (cast->getCastKind() != CK_NoOp && derived && hasSeveralBases(*derived))
        place.path.components.push_back({.kind = Component::Kind::Unknown});
      return place;
    }
    case CK_LValueBitCast: {
      // Other bytes of the object may be meant than those of the part.
      Place place = evaluatePlace(cast->getSubExpr());
      place.path.components = {{.kind = Component::Kind::Unknown}};
      place.path.type = type;
      place.name = nullptr;
      place.isVolatile |= type.isVolatileQualified();
      return place;
    }
    default:
      return unknown("this cast");
    }
  }

  case Stmt::MaterializeTemporaryExprClass: {
    const auto *materialized = cast<MaterializeTemporaryExpr>(expression);
    if (materialized->getExtendingDecl())
      return lastingTemporary(*materialized);
    Place place = temporary(type);
    Value value = evaluateInitializer(place.path, type, materialized->getSubExpr());
    addCleanup(place.path, type, expression);
    if ((!type->isRecordType() || value.kind == Value::Kind::Closure) && !Quiet) {
      Entry &entry = Now.memory[keyOf(place.path)];
      entry.path = place.path;
      entry.value = value;
    }
    return place;
  }

  case Stmt::ExprWithCleanupsClass: {
    size_t cleanups = Cleanups.size();
    Place place = evaluatePlace(cast<ExprWithCleanups>(expression)->getSubExpr());
    runCleanups(cleanups, true);
    return place;
  }
  case Stmt::ConstantExprClass:
    return evaluatePlace(cast<ConstantExpr>(expression)->getSubExpr());
  case Stmt::SubstNonTypeTemplateParmExprClass:
    return evaluatePlace(cast<SubstNonTypeTemplateParmExpr>(expression)->getReplacement());
  case Stmt::CXXDefaultArgExprClass:
    return evaluatePlace(cast<CXXDefaultArgExpr>(expression)->getExpr());

  case Stmt::CallExprClass:
  case Stmt::CXXMemberCallExprClass:
  case Stmt::CXXOperatorCallExprClass: {
    Place place;
    evaluateCallPlace(*cast<CallExpr>(expression), place);
    return place;
  }

  case Stmt::ConditionalOperatorClass: {
    const auto *conditional = cast<ConditionalOperator>(expression);
    Condition condition = evaluateCondition(conditional->getCond());
    State before = Now;
    pushCondition(condition, true);
    Place first = evaluatePlace(conditional->getTrueExpr());
    State afterTrue = std::exchange(Now, before);
    pushCondition(condition, false);
    Place second = evaluatePlace(conditional->getFalseExpr());
    Now = join(afterTrue, Now);
    Now.guard = before.guard;
    if (first.path.object == second.path.object)
      return {.path = {first.path.object, {{.kind = Component::Kind::Unknown}}, type}};
    return unknown("a choice between two objects");
  }

  case Stmt::StringLiteralClass:
  case Stmt::PredefinedExprClass:
    return temporary(type);
  case Stmt::CXXThisExprClass:
    break;
  default:
    if (!expression->isGLValue() && type->isRecordType()) {
      Place place = temporary(type);
      evaluateInitializer(place.path, type, expression);
      return place;
    }
    break;
  }
  return unknown(std::string("this construct (") + expression->getStmtClassName() + ")");
}

/// Evaluates the call and sets the place of its result.
Value Evaluator::evaluateCallPlace(const CallExpr &call, Place &place) {
  QualType type = call.getType();
  place.path.object = ~0U;
  Value value = evaluateCallExpression(call, &place);
  if (place.path.object == ~0U) {
    if (type->isRecordType() || !call.isGLValue()) {
      place = temporary(type);
      return value;
    }
    ObjectId object =
        addObject({.kind = ObjectKind::Anything, .name = sourceText(&call), .loop = currentLoop()});
    place.path = {object, {{.kind = Component::Kind::Unknown}}, type};
  }
  place.path.type = type;
  place.name = nullptr;
  return value;
}

Value Evaluator::evaluateQuietly(const Expr *expression) {
  llvm::SaveAndRestore quiet(Quiet, true);
  return evaluateValue(expression);
}

Value Evaluator::evaluateValue(const Expr *expression) {
  expression = expression->IgnoreParens();
  QualType type = expression->getType();
  if (Depth > 400)
    return unsupported(expression, "an expression nested this deeply");
  struct Nesting {
    unsigned &depth;
    explicit Nesting(unsigned &depth) : depth(depth) { ++depth; }
    ~Nesting() { --depth; }
  } nesting(Depth);

  switch (expression->getStmtClass()) {
  case Stmt::IntegerLiteralClass:
  case Stmt::CharacterLiteralClass:
  case Stmt::CXXBoolLiteralExprClass:
  case Stmt::UnaryExprOrTypeTraitExprClass:
  case Stmt::SizeOfPackExprClass:
  case Stmt::TypeTraitExprClass:
  case Stmt::OffsetOfExprClass: {
    if (const auto *trait = dyn_cast<UnaryExprOrTypeTraitExpr>(expression);
        trait && trait->getTypeOfArgument()->isVariablyModifiedType())
      return unsupported(expression, "the size of a variable-length array");
    Expr::EvalResult constant;
    if (integerType(type) && !expression->isValueDependent() &&
        expression->EvaluateAsInt(constant, Context))
      return Value::integer(Polynomial(constant.Val.getInt().getExtValue()));
    return fresh(type, currentLoop(), sourceText(expression), expression);
  }
  case Stmt::FloatingLiteralClass:
  case Stmt::ImaginaryLiteralClass: {
    Value literal;
    literal.level = NoLoop;
    return literal;
  }
  case Stmt::CXXNullPtrLiteralExprClass:
  case Stmt::GNUNullExprClass:
  case Stmt::CXXNoexceptExprClass:
  case Stmt::RequiresExprClass:
  case Stmt::ConceptSpecializationExprClass:
    return {};
  case Stmt::ImplicitValueInitExprClass:
  case Stmt::CXXScalarValueInitExprClass:
    return integerType(type) ? Value::integer(Polynomial()) : Value();
  case Stmt::DeclRefExprClass: {
    const auto *reference = cast<DeclRefExpr>(expression);
    if (const auto *constant = dyn_cast<EnumConstantDecl>(reference->getDecl()))
      return Value::integer(Polynomial(constant->getInitVal().getExtValue()));
    if (isa<FunctionDecl>(reference->getDecl()))
      return {};
    if (reference->isGLValue()) {
      evaluatePlace(expression);
      return {};
    }
    return unsupported(expression, "'" + reference->getDecl()->getNameAsString() + "'");
  }
  case Stmt::ConstantExprClass:
    return evaluateValue(cast<ConstantExpr>(expression)->getSubExpr());
  case Stmt::SubstNonTypeTemplateParmExprClass:
    return evaluateValue(cast<SubstNonTypeTemplateParmExpr>(expression)->getReplacement());
  case Stmt::CXXDefaultArgExprClass:
    return evaluateValue(cast<CXXDefaultArgExpr>(expression)->getExpr());
  case Stmt::CXXDefaultInitExprClass:
    return evaluateValue(cast<CXXDefaultInitExpr>(expression)->getExpr());
  case Stmt::ExprWithCleanupsClass: {
    size_t cleanups = Cleanups.size();
    Value value = evaluateValue(cast<ExprWithCleanups>(expression)->getSubExpr());
    runCleanups(cleanups, true);
    return value;
  }
  case Stmt::CXXBindTemporaryExprClass: {
    const auto *bound = cast<CXXBindTemporaryExpr>(expression);
    Place place = temporary(type);
    evaluateInitializer(place.path, type, bound->getSubExpr());
    addCleanup(place.path, type, expression);
    return {};
  }
  case Stmt::MaterializeTemporaryExprClass:
    evaluatePlace(expression);
    return {};
  case Stmt::ImplicitCastExprClass:
  case Stmt::CStyleCastExprClass:
  case Stmt::CXXStaticCastExprClass:
  case Stmt::CXXFunctionalCastExprClass:
  case Stmt::CXXReinterpretCastExprClass:
  case Stmt::CXXConstCastExprClass:
    if (const auto *written = dyn_cast<CStyleCastExpr>(expression);
        written && runsCode(written->getTypeAsWritten(), Context))
      unsupported(expression, "the size in the type of this cast");
    if (const auto *written = dyn_cast<ExplicitCastExpr>(expression))
      evaluateSizes(written->getTypeAsWritten());
    return evaluateCast(*cast<CastExpr>(expression));
  case Stmt::UnaryOperatorClass:
    return evaluateUnary(*cast<UnaryOperator>(expression));
  case Stmt::CompoundAssignOperatorClass:
    return evaluateCompoundAssignment(*cast<CompoundAssignOperator>(expression));
  case Stmt::BinaryOperatorClass:
    return evaluateBinary(*cast<BinaryOperator>(expression));
  case Stmt::ConditionalOperatorClass:
  case Stmt::BinaryConditionalOperatorClass:
    return evaluateConditional(*cast<AbstractConditionalOperator>(expression));
  case Stmt::OpaqueValueExprClass: {
    auto known = OpaqueValues.find(expression);
    if (known != OpaqueValues.end())
      return known->second;
    return unsupported(expression, "this construct");
  }
  case Stmt::CallExprClass:
  case Stmt::CXXMemberCallExprClass:
  case Stmt::CXXOperatorCallExprClass:
    return evaluateCallExpression(*cast<CallExpr>(expression), nullptr);
  case Stmt::CXXConstructExprClass:
  case Stmt::CXXTemporaryObjectExprClass:
  case Stmt::InitListExprClass: {
    if (!type->isRecordType() && !type->isArrayType())
      return evaluateInitializer({}, type, expression);
    Place place = temporary(type);
    return evaluateInitializer(place.path, type, expression);
  }
  case Stmt::CXXThisExprClass: {
    if (!Frames.back().thisObject)
      return unsupported(expression, "'this'");
    return Value::pointer(*Frames.back().thisObject);
  }
  case Stmt::CXXRewrittenBinaryOperatorClass:
    if (auto form = cast<CXXRewrittenBinaryOperator>(expression)->getDecomposedForm();
        isPosition(form.LHS->getType()) && isPosition(form.RHS->getType())) {
      positionValue(form.LHS);
      positionValue(form.RHS);
      return fresh(type, currentLoop(), sourceText(expression), nullptr);
    }
    return evaluateValue(cast<CXXRewrittenBinaryOperator>(expression)->getSemanticForm());
  case Stmt::LambdaExprClass:
    return evaluateLambda(*cast<LambdaExpr>(expression));
  case Stmt::CXXNewExprClass:
    return evaluateNew(*cast<CXXNewExpr>(expression));
  case Stmt::CXXDeleteExprClass:
    return evaluateDelete(*cast<CXXDeleteExpr>(expression));
  case Stmt::StmtExprClass:
    return evaluateStatementExpression(*cast<StmtExpr>(expression));
  case Stmt::CXXThrowExprClass:
    evaluateThrow(*cast<CXXThrowExpr>(expression));
    return {};
  default:
    break;
  }
  if (expression->isGLValue()) {
    evaluatePlace(expression);
    return {};
  }
  return unsupported(expression,
                     std::string("this construct (") + expression->getStmtClassName() + ")");
}

/// `({ ... value; })`, as macros of the C library use it.
Value Evaluator::evaluateStatementExpression(const StmtExpr &expression) {
  const CompoundStmt &block = *expression.getSubStmt();
  if (expression.getType()->isRecordType())
    return unsupported(&expression, "a block that yields an object");
  size_t cleanups = Cleanups.size(), inScope = Frames.back().declared.size();
  Value result;
  for (const Stmt *child : block.body()) {
    const auto *value = dyn_cast<Expr>(child);
    if (value && child == block.body_back() && !expression.getType()->isVoidType() && !Now.dead)
      result = evaluateValue(value);
    else
      evaluate(child);
  }
  runCleanups(cleanups, true);
  Frames.back().declared.resize(inScope);
  return result;
}

} // namespace loomp
