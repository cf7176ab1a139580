//===- AddressTaken.cpp - variables that are reached other than by name ---===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Everything that may hand out the address of a variable: `&x`, a reference bound to it, an array
// that decays, a capture, an argument of a function that may keep it, a reference returned. A
// variable that is not in the set is written by its name only.
//
//===----------------------------------------------------------------------===//

#include "analyses/Evaluator.h"

#include "clang/AST/DynamicRecursiveASTVisitor.h"

using namespace clang;

namespace loomp {

/// The variables that the place may be a part of, or that a call may hand out a reference to:
/// `std::max(x, y)` is one of its arguments.
static void takeAddress(const Expr *expression, const EffectTable &effects,
                        std::set<const ValueDecl *> &found) {
  for (const VarDecl *variable : rootsOf(expression).variables)
    found.insert(variable->getCanonicalDecl());
  // An element of a container is a part of it.
  while (true) {
    expression = expression->IgnoreParens();
    if (const auto *cast = dyn_cast<CastExpr>(expression); cast && cast->isGLValue())
      expression = cast->getSubExpr();
    else if (const auto *member = dyn_cast<MemberExpr>(expression); member && !member->isArrow())
      expression = member->getBase();
    else if (const auto *subscript = dyn_cast<ArraySubscriptExpr>(expression)) {
      // What a pointer leads to is no part of the pointer.
      const auto *decay = dyn_cast<ImplicitCastExpr>(subscript->getBase()->IgnoreParens());
      if (!decay || decay->getCastKind() != CK_ArrayToPointerDecay)
        return;
      expression = decay->getSubExpr();
    } else if (const auto *call = dyn_cast<CallExpr>(expression); call && call->isGLValue()) {
      // What an iterator leads to is no part of the iterator.
      const auto *operation = dyn_cast<CXXOperatorCallExpr>(call);
      const FunctionDecl *callee = calledFunction(*call);
      if (operation && callee && isPositionCall(effects, *callee) &&
          (operation->getOperator() == OO_Star || operation->getOperator() == OO_Subscript))
        return;
      if (const auto *member = dyn_cast<CXXMemberCallExpr>(call))
        if (const Expr *object = member->getImplicitObjectArgument(); object && object->isGLValue())
          takeAddress(object, effects, found);
      for (const Expr *argument : call->arguments())
        if (argument->isGLValue())
          takeAddress(argument, effects, found);
      return;
    } else if (const auto *choice = dyn_cast<AbstractConditionalOperator>(expression)) {
      takeAddress(choice->getTrueExpr(), effects, found);
      expression = choice->getFalseExpr();
    } else
      break;
  }
  for (const VarDecl *variable : rootsOf(expression).variables)
    found.insert(variable->getCanonicalDecl());
}

/// May an object of this type hold an address? Not numbers and records of numbers.
static bool mayHoldAddress(QualType type) {
  type = type.getCanonicalType();
  if (const auto *array = type->getAsArrayTypeUnsafe())
    return mayHoldAddress(array->getElementType());
  if (const auto *record = type->getAsCXXRecordDecl())
    return !record->hasDefinition() ||
           (!record->isEmpty() &&
            (!record->hasTrivialCopyConstructor() ||
             any_of(record->bases(),
                    [](const CXXBaseSpecifier &base) { return mayHoldAddress(base.getType()); }) ||
             any_of(record->fields(),
                    [](const FieldDecl *field) { return mayHoldAddress(field->getType()); })));
  return !type->isArithmeticType() && !type->isEnumeralType();
}

/// May the object that a function of a container makes of `argument` keep its address? A template
/// such as `emplace` leaves it to a constructor of the element, any other function copies the
/// argument.
static bool mayMakeKeeper(const FunctionDecl &callee, const Expr &argument) {
  const auto *record = argument.getType()->getAsCXXRecordDecl();
  if (!callee.getPrimaryTemplate())
    return record && !isOfLibrary(*record) && mayHoldAddress(argument.getType());
  const auto *method = dyn_cast<CXXMethodDecl>(&callee);
  const auto *container =
      method ? dyn_cast<ClassTemplateSpecializationDecl>(method->getParent()) : nullptr;
  if (!container)
    return true;
  // The elements are among the arguments of the template.
  return any_of(container->getTemplateArgs().asArray(), [](const TemplateArgument &each) {
    return each.getKind() != TemplateArgument::Integral &&
           (each.getKind() != TemplateArgument::Type || mayHoldAddress(each.getAsType()));
  });
}

/// Collects the variables that may be reached other than by their name.
static void collectAddressTaken(const Stmt *statement, ModifiedSets &modified,
                                const EffectTable &effects, TakenAddresses &found) {
  if (!statement)
    return;
  auto take = [&](const Expr *expression) { takeAddress(expression, effects, found.byPointers); };
  // `a[i]` goes through the address of `a`, but hands it out to nobody.
  if (const auto *subscript = dyn_cast<ArraySubscriptExpr>(statement)) {
    const Expr *base = subscript->getBase()->IgnoreParens();
    if (const auto *decay = dyn_cast<ImplicitCastExpr>(base);
        decay && decay->getCastKind() == CK_ArrayToPointerDecay)
      base = decay->getSubExpr();
    collectAddressTaken(base, modified, effects, found);
    return collectAddressTaken(subscript->getIdx(), modified, effects, found);
  }
  if (const auto *unary = dyn_cast<UnaryOperator>(statement)) {
    if (unary->getOpcode() == UO_AddrOf)
      take(unary->getSubExpr());
  } else if (const auto *cast = dyn_cast<ImplicitCastExpr>(statement)) {
    if (cast->getCastKind() == CK_ArrayToPointerDecay)
      take(cast->getSubExpr());
  } else if (const auto *returned = dyn_cast<ReturnStmt>(statement)) {
    if (const Expr *value = returned->getRetValue(); value && value->isGLValue())
      take(value);
  } else if (const auto *declarations = dyn_cast<DeclStmt>(statement)) {
    for (const Decl *declaration : declarations->decls())
      if (const auto *variable = dyn_cast<VarDecl>(declaration))
        if (variable->getType()->isReferenceType() && variable->hasInit())
          take(variable->getInit());
  } else if (const auto *call = dyn_cast<CallExpr>(statement)) {
    // A library function that only reads its arguments keeps no reference to them.
    const FunctionDecl *callee = calledFunction(*call);
    const EffectRow *row = callee ? effectRow(effects, *callee) : nullptr;
    bool keepsNone =
        (callee && (callee->isTrivial() || isPositionCall(effects, *callee))) ||
        (row && (row->effect <= CallEffect::Absolute || row->effect == CallEffect::Lookup ||
                 (CallEffect::Element <= row->effect && row->effect <= CallEffect::Empty) ||
                 ((row->effect == CallEffect::ReadRange ||
                   (row->effect == CallEffect::ModifyRange && !row->into.empty())) &&
                  !functionOf(call->getArg(call->getNumArgs() - 1)))));
    bool changesObject =
        row && (row->effect == CallEffect::FindOrInsert || row->effect == CallEffect::Reorganize ||
                row->effect == CallEffect::Modify);
    if (const auto *member = dyn_cast<CXXMemberCallExpr>(call))
      if (const Expr *object = member->getImplicitObjectArgument();
          object && object->isGLValue() && !keepsNone && !changesObject)
        take(object);
    // Elements are assigned and compared by functions of their class, which may keep the address.
    auto isCompared = [&](const Expr &argument) {
      const auto *record = argument.getType()->getAsCXXRecordDecl();
      return row && CallEffect::Absolute < row->effect && record && !isOfLibrary(*record) &&
             positionDirection(effects, argument.getType()) == 0;
    };
    for (const Expr *argument : call->arguments())
      if (argument->isGLValue() &&
          (isCompared(*argument) ||
           (!keepsNone && (!changesObject || mayMakeKeeper(*callee, *argument)))))
        take(argument);
  } else if (const auto *construct = dyn_cast<CXXConstructExpr>(statement);
             construct && !construct->getConstructor()->isTrivial() &&
             !isPositionCall(effects, *construct->getConstructor())) {
    // `std::vector<long>(4, i)` has copies of `i`.
    const CXXConstructorDecl *constructor = construct->getConstructor();
    const EffectRow *row = effectRow(effects, *constructor);
    bool makesElements =
        row && row->effect == CallEffect::Construct && isOfLibrary(*constructor->getParent());
    for (const Expr *argument : construct->arguments())
      if (argument->isGLValue() && (!makesElements || mayMakeKeeper(*constructor, *argument)))
        take(argument);
  } else if (const auto *lambda = dyn_cast<LambdaExpr>(statement)) {
    auto initializer = lambda->capture_init_begin();
    for (const LambdaCapture &capture : lambda->captures()) {
      const Expr *source = *initializer++;
      collectAddressTaken(source, modified, effects, found);
      if (!capture.capturesVariable() || capture.getCaptureKind() != LCK_ByRef)
        continue;
      const auto *variable = llvm::cast<ValueDecl>(capture.getCapturedVar()->getCanonicalDecl());
      bool isReference = isa<VarDecl>(variable) && llvm::cast<VarDecl>(variable)->isInitCapture();
      if (isReference)
        take(source);
      // Wherever the closure goes, its body only reads the variable, and by its name.
      // What a pattern does with it is not resolved.
      else if (lambda->isGenericLambda())
        found.byPointers.insert(variable);
      else if (modified.of(*lambda->getBody()).variables.count(variable))
        found.byClosures.insert(variable);
    }
    collectAddressTaken(lambda->getBody(), modified, effects, found);
    return;
  } else if (isa<CXXConstructExpr, InitListExpr, CXXParenListInitExpr>(statement) &&
             !(construct && isPositionCall(effects, *construct->getConstructor()))) {
    for (const Stmt *child : statement->children())
      if (const auto *expression = dyn_cast_or_null<Expr>(child))
        if (expression->isGLValue())
          take(expression);
  }
  for (const Stmt *child : statement->children()) {
    if (const auto *operand = dyn_cast_or_null<Expr>(child);
        operand && isa<AsmStmt>(statement) && operand->isGLValue())
      take(operand);
    collectAddressTaken(child, modified, effects, found);
  }
}

static const MemberExpr *ownScalar(const Expr *place) {
  const auto *member = dyn_cast<MemberExpr>(place->IgnoreParens());
  return member && member->getType()->isScalarType() &&
                 isa<CXXThisExpr>(member->getBase()->IgnoreParenImpCasts())
             ? member
             : nullptr;
}

/// Is `this` used for more than to read and assign scalar members?
static bool handsOutThis(const Stmt *statement) {
  if (!statement)
    return false;
  if (const auto *initialized = dyn_cast<CXXDefaultInitExpr>(statement))
    return handsOutThis(initialized->getExpr());
  if (const auto *assignment = dyn_cast<BinaryOperator>(statement);
      assignment && assignment->isAssignmentOp() && ownScalar(assignment->getLHS()))
    return handsOutThis(assignment->getRHS());
  if (const auto *cast = dyn_cast<ImplicitCastExpr>(statement);
      cast && cast->getCastKind() == CK_LValueToRValue && ownScalar(cast->getSubExpr()))
    return false;
  // A member of the library's hands out nothing but itself, to the library.
  if (const auto *call = dyn_cast<CXXMemberCallExpr>(statement)) {
    const auto *member =
        dyn_cast<MemberExpr>(call->getImplicitObjectArgument()->IgnoreParenImpCasts());
    const CXXRecordDecl *record = member ? member->getType()->getAsCXXRecordDecl() : nullptr;
    if (record && isOfLibrary(*record) &&
        isa<CXXThisExpr>(member->getBase()->IgnoreParenImpCasts()))
      return any_of(call->arguments(), handsOutThis);
  }
  if (const auto *construct = dyn_cast<CXXConstructExpr>(statement);
      construct && keepsItself(*construct->getConstructor()))
    return true;
  return isa<CXXThisExpr, LambdaExpr>(statement) || any_of(statement->children(), handsOutThis);
}

bool keepsItself(const CXXConstructorDecl &constructor) {
  const FunctionDecl *definition = nullptr;
  if (constructor.isTrivial() || isOfLibrary(*constructor.getParent()))
    return false;
  if (!constructor.hasBody(definition))
    return true;
  return llvm::any_of(
             cast<CXXConstructorDecl>(definition)->inits(),
             [](const CXXCtorInitializer *each) { return handsOutThis(each->getInit()); }) ||
         handsOutThis(definition->getBody());
}

static bool mentionsThis(const Stmt *statement) {
  if (const auto *initialized = dyn_cast_or_null<CXXDefaultInitExpr>(statement))
    return mentionsThis(initialized->getExpr());
  return statement && (isa<CXXThisExpr>(statement) || any_of(statement->children(), mentionsThis));
}

/// `struct Sum { long total = 0; };`: does a constructor give its members, which are no objects of
/// classes, their values, and never say `this`?
static bool onlyInitializes(const CXXConstructorDecl &constructor) {
  const CXXRecordDecl &record = *constructor.getParent();
  return constructor.doesThisDeclarationHaveABody() && !constructor.isDelegatingConstructor() &&
         record.getNumBases() == 0 && !record.isPolymorphic() &&
         llvm::none_of(record.fields(),
                       [](const FieldDecl *field) {
                         return field->getType()->getBaseElementTypeUnsafe()->isRecordType();
                       }) &&
         llvm::none_of(
             constructor.inits(),
             [](const CXXCtorInitializer *each) { return mentionsThis(each->getInit()); }) &&
         !mentionsThis(constructor.getBody());
}

/// May the construction of the variable hand out its address? Not that of plain data and of the
/// containers of the effect tables.
bool Evaluator::constructionSharesAddress(const VarDecl &variable) const {
  QualType type = variable.getType();
  const Expr *initializer = variable.getInit();
  if (const auto *full = dyn_cast_or_null<ExprWithCleanups>(initializer))
    initializer = full->getSubExpr();
  if (!type->isRecordType() || !initializer || isa<InitListExpr>(initializer) ||
      positionDirection(Effects, type))
    return false;
  const auto *construct = dyn_cast<CXXConstructExpr>(initializer);
  if (!construct)
    return true;
  const CXXConstructorDecl *constructor = construct->getConstructor();
  const FunctionDecl *definition = nullptr;
  return !constructor->isTrivial() && !effectRow(Effects, *constructor) &&
         !(constructor->hasBody(definition) &&
           onlyInitializes(*cast<CXXConstructorDecl>(definition)));
}

const TakenAddresses &ModifiedSets::takenIn(const FunctionDecl &function) {
  auto [place, isNew] = Taken.try_emplace(&function);
  TakenAddresses &taken = place->second;
  if (!isNew)
    return taken;
  collectAddressTaken(function.getBody(), *this, Effects, taken);
  // What a constructor does in front of its body.
  if (const auto *constructor = dyn_cast<CXXConstructorDecl>(&function))
    for (const CXXCtorInitializer *initializer : constructor->inits()) {
      collectAddressTaken(initializer->getInit(), *this, Effects, taken);
      if (initializer->getInit()->isGLValue())
        takeAddress(initializer->getInit(), Effects, taken.byPointers);
    }
  return taken;
}

void Evaluator::noteAddressTaken(const FunctionDecl &function) {
  if (!Scanned.insert(&function).second)
    return;
  const TakenAddresses &taken = Modified.takenIn(function);
  AddressTaken.insert(taken.byPointers.begin(), taken.byPointers.end());
  AddressTaken.insert(taken.byClosures.begin(), taken.byClosures.end());
}

// Theorem: whatever names a local variable, or a closure's copy of it, stands in the function that
// declares the variable. If nothing there hands out its address, no pointer or reference leads to
// it; other closures may still assign it. The function that is searched is the outermost one around
// the lambda. What generic lambdas and members of classes within it declare does not stand there as
// it is used: nothing is said of that.
void Evaluator::noteCaptures(const CXXRecordDecl &closure) {
  const FunctionDecl *outermost = nullptr;
  for (const DeclContext *around = closure.getParent(); around; around = around->getParent())
    if (const auto *function = dyn_cast<FunctionDecl>(around); function && function->hasBody())
      outermost = function;
  if (!outermost)
    return;
  const TakenAddresses &taken = Modified.takenIn(*outermost);
  for (const LambdaCapture &capture : closure.captures()) {
    if (!capture.capturesVariable())
      continue;
    const auto *variable = cast<ValueDecl>(capture.getCapturedVar()->getCanonicalDecl());
    bool isPointedTo = taken.byPointers.count(variable);
    if (isPointedTo || taken.byClosures.count(variable))
      AddressTaken.insert(variable);
    if (!isPointedTo && variable->getParentFunctionOrMethod() == outermost)
      NamedOnly.insert(variable);
  }
}

namespace {
/// Looks for a use of a variable that is not a read of its value.
class OtherUses : public ConstDynamicRecursiveASTVisitor {
public:
  explicit OtherUses(const VarDecl &variable) : Variable(variable) {}

  bool TraverseImplicitCastExpr(const ImplicitCastExpr *cast) override {
    const auto *reference = dyn_cast<DeclRefExpr>(cast->getSubExpr()->IgnoreParens());
    bool isRead = cast->getCastKind() == CK_LValueToRValue && reference &&
                  reference->getDecl()->getCanonicalDecl() == Variable.getCanonicalDecl();
    return isRead || ConstDynamicRecursiveASTVisitor::TraverseImplicitCastExpr(cast);
  }
  bool VisitDeclRefExpr(const DeclRefExpr *reference) override {
    return reference->getDecl()->getCanonicalDecl() != Variable.getCanonicalDecl();
  }

private:
  const VarDecl &Variable;
};
} // namespace

bool keepsFirstValue(const ASTContext &context, const VarDecl &variable) {
  const auto *function = dyn_cast_or_null<FunctionDecl>(variable.getParentFunctionOrMethod());
  return function && variable.isStaticLocal() && function->hasBody() &&
         variable.getType()->isScalarType() && !variable.getType().isVolatileQualified() &&
         variable.hasConstantInitialization() &&
         OtherUses(variable).TraverseStmt(function->getBody());
}

} // namespace loomp
