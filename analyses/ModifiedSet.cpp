//===- ModifiedSet.cpp - what a piece of code may write -------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "analyses/ModifiedSet.h"

#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace loomp {

/// One recursive walk; children first come, nothing is skipped that may write.
class ModifiedSetBuilder {
public:
  ModifiedSetBuilder(ModifiedSets &sets, ModifiedSet &result,
                     const std::set<const Stmt *> &without = {})
      : Sets(sets), Result(result), Without(without) {}

  void walk(const Stmt *statement);
  /// Something of this type, standing in this member (null: anywhere), is written indirectly.
  void addWrite(QualType type, const FieldDecl *field, const VarDecl *through = nullptr);

private:
  void write(const Expr *place, bool isAssignment);
  void call(const FunctionDecl *callee, const Expr *object, llvm::ArrayRef<const Expr *> arguments);
  void accessRange(llvm::ArrayRef<const Expr *> arguments, const EffectRow &row);
  void writeElements(const Expr *position);
  void writeThrough(const EffectRow &row, llvm::ArrayRef<const Expr *> arguments,
                    QualType characters);
  void destroy(QualType type);
  void destroyElements(const CXXRecordDecl &container);

  ModifiedSets &Sets;
  ModifiedSet &Result;
  const std::set<const Stmt *> Without;      ///< calls that are left out
  std::set<const CXXRecordDecl *> Destroyed; ///< classes whose destructors are in the set
};

void ModifiedSet::merge(const ModifiedSet &other) {
  variables.insert(other.variables.begin(), other.variables.end());
  reorganized.insert(other.reorganized.begin(), other.reorganized.end());
  called.insert(other.called.begin(), other.called.end());
  indirect.insert(indirect.end(), other.indirect.begin(), other.indirect.end());
  anything |= other.anything;
  for (const auto &[variable, count] : other.assignments)
    assignments[variable] += count;
}

const ModifiedSet &ModifiedSets::of(const Stmt &statement) {
  auto place = Statements.find(&statement);
  if (place != Statements.end())
    return place->second;
  ModifiedSet result;
  ModifiedSetBuilder(*this, result).walk(&statement);
  return Statements.emplace(&statement, std::move(result)).first->second;
}

const ModifiedSet &ModifiedSets::ofIterations(const Stmt &loop) {
  const auto *counted = dyn_cast<ForStmt>(&loop);
  if (!counted || !counted->getInit() || counted->getConditionVariable())
    return of(loop);
  auto place = Iterations.find(&loop);
  if (place != Iterations.end())
    return place->second;
  return Iterations.emplace(&loop, ofIterationsWithout(loop, {})).first->second;
}

ModifiedSet ModifiedSets::ofIterationsWithout(const Stmt &loop,
                                              const std::set<const Stmt *> &calls) {
  ModifiedSet result;
  ModifiedSetBuilder builder(*this, result, calls);
  if (const auto *counted = dyn_cast<ForStmt>(&loop))
    for (const Stmt *part : std::initializer_list<const Stmt *>{
             counted->getCond(), counted->getInc(), counted->getBody()})
      builder.walk(part);
  else
    builder.walk(&loop);
  return result;
}

const ModifiedSet &ModifiedSets::ofFunction(const FunctionDecl &function) {
  auto place = Functions.find(&function);
  if (place != Functions.end())
    return place->second;
  ModifiedSet result;
  const FunctionDecl *definition = nullptr;
  if (!function.hasBody(definition) || !InProgress.insert(&function).second) {
    // No body, or a recursion whose effects are not known yet.
    static const ModifiedSet Anything = {.anything = true}, Nothing;
    return definition && RecursionSummaries.of(function).isQuiet ? Nothing : Anything;
  }
  ModifiedSetBuilder builder(*this, result);
  builder.walk(definition->getBody());
  for (const ParmVarDecl *parameter : definition->parameters())
    result.anything |= runsCode(parameter->getOriginalType(), definition->getASTContext());
  if (const auto *constructor = dyn_cast<CXXConstructorDecl>(definition)) {
    for (const CXXCtorInitializer *initializer : constructor->inits()) {
      builder.walk(initializer->getInit());
      if (const FieldDecl *field = initializer->getAnyMember())
        builder.addWrite(field->getType(), field->getType()->isScalarType() ? field : nullptr);
    }
  }
  result.leaveFunction(*definition);
  InProgress.erase(&function);
  // Within a recursion an incomplete answer must not be remembered for the inner functions.
  return Functions.emplace(&function, std::move(result)).first->second;
}

/// Theorem: writing a whole class object writes its scalars, each of which stands in its member. A
/// container of the library keeps them for itself: it writes its header, that of no object of
/// another type, and its elements.
void ModifiedSetBuilder::addWrite(QualType type, const FieldDecl *field, const VarDecl *through) {
  if (type->isRecordType()) {
    if (auto leaves = leavesOf(type)) {
      for (const Leaf &leaf : *leaves) {
        const FieldDecl *innermost = nullptr;
        for (const Component &component : leaf.components)
          if (component.kind == Component::Kind::Field)
            innermost = component.field;
        Result.indirect.push_back(
            {.type = leaf.type, .field = innermost->getCanonicalDecl(), .through = through});
      }
      return;
    }
    QualType element = ownedScalar(Sets.Effects, type);
    if (!element.isNull())
      Result.indirect.push_back({.type = element, .isOwnedElement = true});
    else
      Result.anything = true;
  }
  Result.indirect.push_back(
      {.type = type, .field = field ? field->getCanonicalDecl() : nullptr, .through = through});
}

/// The member of an lvalue like `x.a` or `p->a[i][j]` of scalar type.
static const FieldDecl *innermostField(const Expr *place) {
  if (!place->getType()->isScalarType())
    return nullptr;
  place = place->IgnoreParenImpCasts();
  while (const auto *subscript = dyn_cast<ArraySubscriptExpr>(place)) {
    place = subscript->getBase()->IgnoreParenImpCasts();
    if (!place->getType()->isArrayType())
      return nullptr;
  }
  const auto *member = dyn_cast<MemberExpr>(place);
  const auto *field = member ? dyn_cast<FieldDecl>(member->getMemberDecl()) : nullptr;
  bool plain = field && !field->getParent()->isUnion() && !field->getType()->isReferenceType() &&
               !field->isBitField();
  return plain ? field->getCanonicalDecl() : nullptr;
}

/// The local pointer variable that the pointer expression adds to.
static const VarDecl *pointerVariable(const Expr *pointer) {
  pointer = pointer->IgnoreParenImpCasts();
  if (const auto *sum = dyn_cast<BinaryOperator>(pointer); sum && sum->isAdditiveOp())
    return pointerVariable(sum->getLHS()->getType()->isPointerType() ? sum->getLHS()
                                                                     : sum->getRHS());
  const auto *reference = dyn_cast<DeclRefExpr>(pointer);
  const auto *variable = reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
  return variable && variable->hasLocalStorage() && variable->getType()->isPointerType()
             ? variable->getCanonicalDecl()
             : nullptr;
}

/// The local pointer or reference through which the place is reached, if by nothing else.
static const VarDecl *leadingVariable(const Expr *place) {
  place = place->IgnoreParenImpCasts();
  if (const auto *member = dyn_cast<MemberExpr>(place)) {
    if (!isa<FieldDecl>(member->getMemberDecl()) ||
        member->getMemberDecl()->getType()->isReferenceType())
      return nullptr;
    return member->isArrow() ? pointerVariable(member->getBase())
                             : leadingVariable(member->getBase());
  }
  if (const auto *subscript = dyn_cast<ArraySubscriptExpr>(place)) {
    const Expr *base = subscript->getBase()->IgnoreParenImpCasts();
    return base->getType()->isArrayType() ? leadingVariable(base) : pointerVariable(base);
  }
  if (const auto *unary = dyn_cast<UnaryOperator>(place))
    return unary->getOpcode() == UO_Deref ? pointerVariable(unary->getSubExpr()) : nullptr;
  const auto *reference = dyn_cast<DeclRefExpr>(place);
  const auto *variable = reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
  return variable && variable->hasLocalStorage() && variable->getType()->isReferenceType()
             ? variable->getCanonicalDecl()
             : nullptr;
}

/// Is the lvalue a member of a union, or a part of one?
static bool standsInUnion(const Expr *place) {
  while (true) {
    place = place->IgnoreParenImpCasts();
    if (const auto *subscript = dyn_cast<ArraySubscriptExpr>(place)) {
      place = subscript->getBase();
      continue;
    }
    const auto *member = dyn_cast<MemberExpr>(place);
    const auto *field = member ? dyn_cast<FieldDecl>(member->getMemberDecl()) : nullptr;
    if (!field)
      return false;
    if (field->getParent()->isUnion())
      return true;
    place = member->getBase();
  }
}

void ModifiedSetBuilder::write(const Expr *place, bool isAssignment) {
  PlaceRoots roots = rootsOf(place);
  for (const VarDecl *variable : roots.variables) {
    Result.variables.insert(variable);
    if (place->getType()->isRecordType())
      Result.reorganized.insert(variable);
    // Only `x = e` and its kin count as the one assignment that a counted loop may make.
    if (isAssignment)
      Result.assignments[variable] += isa<DeclRefExpr>(place->IgnoreParens()) ? 1 : 2;
  }
  if (!roots.indirect)
    return;
  place = place->IgnoreParenImpCasts();
  // An element of a container variable is part of that variable.
  if (const auto *call = dyn_cast<CXXOperatorCallExpr>(place)) {
    const FunctionDecl *callee = call->getDirectCallee();
    const EffectRow *row = callee ? effectRow(Sets.Effects, *callee) : nullptr;
    if (row && row->effect == CallEffect::Element) {
      const VarDecl *variable = rootVariable(call->getArg(0));
      if (row->storage == Storage::Owned && place->getType()->isScalarType()) {
        if (variable)
          Result.called.insert(variable);
        Result.indirect.push_back({.type = place->getType(), .isOwnedElement = true});
        return;
      }
      if (variable) {
        Result.variables.insert(variable);
        return;
      }
    }
  }
  if (standsInUnion(place)) {
    Result.indirect.push_back({.through = leadingVariable(place)}); // of any type
    return;
  }
  addWrite(place->getType(), innermostField(place), leadingVariable(place));
}

void ModifiedSetBuilder::destroy(QualType type) {
  const CXXRecordDecl *record = type->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition() || record->hasTrivialDestructor())
    return;
  if (!Destroyed.insert(record->getCanonicalDecl()).second)
    return;
  const CXXDestructorDecl *destructor = record->getDestructor();
  if (!destructor) {
    Result.anything = true;
    return;
  }
  if (effectRow(Sets.Effects, *destructor))
    return destroyElements(*record);
  if (!destructor->isDefaulted() && destructor->hasBody())
    Result.merge(Sets.ofFunction(*destructor));
  else if (!destructor->isDefaulted())
    Result.anything = true;
  for (const FieldDecl *field : record->fields())
    destroy(field->getType());
  for (const CXXBaseSpecifier &base : record->bases())
    destroy(base.getType());
}

/// The elements of a container are class objects with members of their own.
void ModifiedSetBuilder::destroyElements(const CXXRecordDecl &container) {
  if (const auto *specialization = dyn_cast<ClassTemplateSpecializationDecl>(&container))
    for (const TemplateArgument &argument : specialization->getTemplateArgs().asArray())
      if (argument.getKind() == TemplateArgument::Type) {
        const auto *record = argument.getAsType()->getAsCXXRecordDecl();
        bool isElement = isElementArgument(*specialization, argument);
        // Allocators and deleters of the library hold nothing; others may do anything.
        QualType type = argument.getAsType();
        if (!isElement &&
            (record ? !isOfLibrary(*record)
                    : type->isFunctionPointerType() || type->isFunctionReferenceType()))
          Result.anything = true;
        else if (!record || !record->hasDefinition() || isElement || !record->isEmpty())
          destroy(argument.getAsType());
        if (isElement && record && !memberType(container, "element_type").isNull() &&
            !deletesQuietly(*record))
          Result.anything = true;
      }
}

void ModifiedSetBuilder::call(const FunctionDecl *callee, const Expr *object,
                              llvm::ArrayRef<const Expr *> arguments) {
  if (!callee) {
    Result.anything = true;
    return;
  }
  if (const auto *destructor = dyn_cast<CXXDestructorDecl>(callee); destructor && object) {
    write(object, true);
    return destroy(callee->getASTContext().getCanonicalTagType(destructor->getParent()));
  }
  const EffectRow *row = effectRow(Sets.Effects, *callee);
  if (!row && isPositionCall(Sets.Effects, *callee)) {
    const auto *method = dyn_cast<CXXMethodDecl>(callee);
    if (object && method && !method->isConst() && !isa<CXXConstructorDecl>(method))
      write(object, true);
    return;
  }
  if (!row) {
    const auto *method = dyn_cast<CXXMethodDecl>(callee);
    if (callee->isTrivial()) {
      if (object && !isa<CXXConstructorDecl>(callee))
        write(object, true);
      return;
    }
    Result.merge(Sets.ofFunction(*callee));
    // What a callee writes through its own reference parameters it writes to the arguments: of an
    // object of class type no more than the members that it names, as of `*this`.
    for (const Expr *argument : arguments)
      if (argument->isGLValue())
        for (const VarDecl *variable : rootsOf(argument).variables)
          if (!variable->getType().isConstQualified())
            (variable->getType()->isRecordType() ? Result.called : Result.variables)
                .insert(variable);
    if (object && method && !method->isConst())
      for (const VarDecl *variable : rootsOf(object).variables)
        Result.called.insert(variable);
    return;
  }
  if (const auto *method = dyn_cast<CXXMethodDecl>(callee); method && row->makesElements())
    Result.anything |= mayRunConstructors(Sets.Effects, *method, arguments);
  switch (row->effect) {
  case CallEffect::Modify:
  case CallEffect::Reorganize:
  case CallEffect::FindOrInsert:
  case CallEffect::Exchange:
    if (object)
      write(object, true);
    for (const Expr *argument : arguments) {
      bool exchanges = row->effect == CallEffect::Exchange;
      if (exchanges ? argument->isGLValue() : argument->isXValue())
        write(argument, true);
      Result.anything |= exchanges && !object && !movesQuietly(Sets.Effects, argument->getType());
    }
    break;
  case CallEffect::Adopt:
    if (object)
      write(object, true);
    [[fallthrough]];
  case CallEffect::Construct:
    for (const Expr *argument : arguments)
      if (argument->isXValue())
        write(argument, true);
    break;
  case CallEffect::Release:
    Result.anything = true;
    break;
  case CallEffect::Minimum:
  case CallEffect::Maximum:
    Result.anything |= !areComparedByLibrary(arguments);
    break;
  case CallEffect::ModifyRange:
  case CallEffect::ReadRange:
    accessRange(arguments, *row);
    break;
  case CallEffect::Memory:
  case CallEffect::Allocate:
    writeThrough(*row, arguments, callee->getASTContext().CharTy);
    break;
  case CallEffect::Pure:
    for (const Expr *argument : arguments)
      if (argument->isXValue() && argument->getType()->isRecordType())
        write(argument, true);
    [[fallthrough]];
  default:
    break;
  }
  if (row->setsErrno || row->effect == CallEffect::InputOutput)
    Result.indirect.push_back({.type = callee->getASTContext().IntTy, .isOwnedElement = true});
  if (row->effect == CallEffect::InputOutput)
    writeThrough(*row, arguments, callee->getASTContext().CharTy);
  if ((row->effect == CallEffect::InputOutput && row->uses.empty()) ||
      row->effect == CallEffect::HiddenState)
    Result.anything = true;
}

/// What an algorithm over a range of elements writes, and what the function does that it calls.
void ModifiedSetBuilder::accessRange(llvm::ArrayRef<const Expr *> arguments, const EffectRow &row) {
  Result.anything |= arguments.size() <= row.last;
  bool writes = row.effect == CallEffect::ModifyRange;
  for (const Expr *argument :
       arguments.drop_front(std::min<size_t>(row.last + 1, arguments.size()))) {
    if (isPlainArgument(argument) || positionDirection(Sets.Effects, argument->getType()) != 0)
      continue;
    const FunctionDecl *function = functionOf(argument);
    if (!function) {
      Result.anything |= !isComparedByLibrary(argument->getType());
      continue;
    }
    QualType element = elementOf(Sets.Effects, arguments.front()->getType());
    Result.anything |= element.isNull() || !isCalledQuietly(*function, argument, element);
    Result.merge(Sets.ofFunction(*function));
    const auto *method = dyn_cast<CXXMethodDecl>(function);
    if (method && !method->isConst() && !method->getParent()->isLambda())
      for (const VarDecl *variable : rootsOf(argument).variables)
        Result.called.insert(variable);
    for (const ParmVarDecl *parameter : function->parameters())
      writes |= parameter->getType()->isReferenceType() &&
                !parameter->getType()->getPointeeType().isConstQualified();
  }
  for (unsigned i = 0; i < arguments.size(); ++i)
    if ((i == 0 && writes) || llvm::is_contained(row.into, i))
      writeElements(arguments[i]);
}

/// Elements at a position and behind it, which may come from a container itself.
void ModifiedSetBuilder::writeElements(const Expr *position) {
  QualType element = elementOf(Sets.Effects, position->getType());
  if (element.isNull()) {
    Result.anything = true;
    return;
  }
  std::vector<const Stmt *> pending = {position};
  bool isOwned = false;
  while (!pending.empty()) {
    const Stmt *each = pending.back();
    pending.pop_back();
    if (!each)
      continue;
    if (const auto *reference = dyn_cast<DeclRefExpr>(each))
      if (const auto *variable = dyn_cast<VarDecl>(reference->getDecl());
          variable && variable->getType().getNonReferenceType()->isArrayType())
        Result.variables.insert(variable->getCanonicalDecl());
    if (const auto *call = dyn_cast<CXXMemberCallExpr>(each)) {
      const EffectRow *row =
          call->getMethodDecl() ? effectRow(Sets.Effects, *call->getMethodDecl()) : nullptr;
      const VarDecl *variable = rootVariable(call->getImplicitObjectArgument());
      if (row && row->storage == Storage::Owned)
        isOwned = each == placeWithoutCasts(position);
      else if (variable)
        Result.variables.insert(variable);
    }
    for (const Stmt *child : each->children())
      pending.push_back(child);
  }
  if (element->isRecordType())
    return addWrite(element, nullptr);
  Result.indirect.push_back({.type = element, .isOwnedElement = isOwned});
}

/// Theorem: what a function writes through a pointer lies in the object that the pointer leads to,
/// and is written as characters. See ApplyMemoryUses.cpp.
void ModifiedSetBuilder::writeThrough(const EffectRow &row, llvm::ArrayRef<const Expr *> arguments,
                                      QualType characters) {
  for (const MemoryUse &use : row.uses) {
    // Further arguments that are only read may be written, too (`%n`).
    if (!use.isWrite && !use.andFurther)
      continue;
    size_t last = use.andFurther ? arguments.size() : size_t(use.argument) + 1;
    for (size_t i = use.argument; i < std::min(last, arguments.size()); ++i) {
      const Expr *pointer = arguments[i]->IgnoreParenImpCasts();
      QualType type = pointer->getType();
      bool isPointer = type->isPointerType() || type->isArrayType();
      QualType pointee = type->isPointerType() ? type->getPointeeType() : type;
      if (!isPointer || (!use.isWrite && (pointee.isConstQualified() || type->isArrayType() ||
                                          pointee->isAnyCharacterType())))
        continue;
      const auto *unary = dyn_cast<UnaryOperator>(pointer);
      const Expr *place = unary && unary->getOpcode() == UO_AddrOf ? unary->getSubExpr() : nullptr;
      if (type->isArrayType())
        place = pointer;
      if (place)
        for (const VarDecl *variable : rootsOf(place).variables) {
          Result.variables.insert(variable);
          Result.reorganized.insert(variable);
        }
      if (!place || rootsOf(place).indirect)
        Result.indirect.push_back(
            {.type = characters,
             .through = place ? leadingVariable(place) : pointerVariable(pointer)});
    }
  }
}

void ModifiedSetBuilder::walk(const Stmt *statement) {
  if (!statement)
    return;
  if (const auto *range = dyn_cast<CXXForRangeStmt>(statement);
      range && isLinked(Sets.Effects, range->getRangeInit()->getType())) {
    // How it walks from one element to the next is nobody else's business.
    for (const Stmt *part : std::initializer_list<const Stmt *>{
             range->getInit(), range->getRangeInit(), range->getLoopVarStmt(), range->getBody()})
      walk(part);
    return;
  }
  if (Without.count(statement)) {
    const auto *appended = cast<CallExpr>(statement)->getArg(0);
    if (appended->getType()->isRecordType())
      addWrite(appended->getType(), nullptr);
    else
      Result.indirect.push_back({.type = appended->getType(), .isOwnedElement = true});
    return walk(appended);
  }
  if (const auto *trait = dyn_cast<UnaryExprOrTypeTraitExpr>(statement)) {
    // sizeof evaluates the bounds of a variable-length array, and nothing else.
    if (trait->getTypeOfArgument()->isVariablyModifiedType())
      Result.anything = true;
    return;
  }
  if (const auto *list = dyn_cast<InitListExpr>(statement))
    if (const Expr *filler = list->getArrayFiller())
      walk(filler);
  if (const auto *lambda = dyn_cast<LambdaExpr>(statement)) {
    for (const Expr *initializer : lambda->capture_inits())
      walk(initializer);
    walk(lambda->getBody());
    return;
  }
  if (const auto *assignment = dyn_cast<BinaryOperator>(statement)) {
    if (assignment->isAssignmentOp())
      write(assignment->getLHS(), true);
  } else if (const auto *unary = dyn_cast<UnaryOperator>(statement)) {
    if (unary->isIncrementDecrementOp())
      write(unary->getSubExpr(), true);
  } else if (const auto *construct = dyn_cast<CXXConstructExpr>(statement)) {
    llvm::ArrayRef<const Expr *> arguments(construct->getArgs(), construct->getNumArgs());
    call(construct->getConstructor(), nullptr, arguments);
    destroy(construct->getType());
  } else if (const auto *member = dyn_cast<CXXMemberCallExpr>(statement)) {
    llvm::ArrayRef<const Expr *> arguments(member->getArgs(), member->getNumArgs());
    const auto *access = dyn_cast<MemberExpr>(member->getCallee()->IgnoreParens());
    const CXXMethodDecl *method = member->getMethodDecl();
    if (method)
      method = calledMethod(*method, member->getImplicitObjectArgument(),
                            access && access->hasQualifier());
    call(method, member->getImplicitObjectArgument(), arguments);
  } else if (const auto *operation = dyn_cast<CXXOperatorCallExpr>(statement)) {
    llvm::ArrayRef<const Expr *> arguments(operation->getArgs(), operation->getNumArgs());
    const auto *method = dyn_cast_or_null<CXXMethodDecl>(operation->getDirectCallee());
    if (method && !method->isStatic())
      call(calledMethod(*method, arguments.front(), false), arguments.front(),
           arguments.drop_front());
    else
      call(operation->getDirectCallee(), nullptr, arguments);
  } else if (const auto *plain = dyn_cast<CallExpr>(statement);
             plain && !isa<CXXPseudoDestructorExpr>(plain->getCallee()->IgnoreParens())) {
    llvm::ArrayRef<const Expr *> arguments(plain->getArgs(), plain->getNumArgs());
    call(calledFunction(*plain), nullptr, arguments);
  } else if (const auto *cast = dyn_cast<CStyleCastExpr>(statement);
             cast && cast->getTypeAsWritten()->isVariablyModifiedType()) {
    Result.anything = true;
  } else if (const auto *thrown = dyn_cast<CXXThrowExpr>(statement)) {
    Result.anything |= thrown->getSubExpr() && !isThrownQuietly(thrown->getSubExpr()->getType());
  } else if (isa<CXXDeleteExpr, GCCAsmStmt, MSAsmStmt, AtomicExpr, CXXInheritedCtorInitExpr,
                 CoroutineSuspendExpr, VAArgExpr>(statement)) {
    Result.anything = true;
  } else if (const auto *allocation = dyn_cast<CXXNewExpr>(statement)) {
    if (allocation->getNumPlacementArgs() > 0)
      addWrite(allocation->getAllocatedType(), nullptr);
  } else if (const auto *declarations = dyn_cast<DeclStmt>(statement)) {
    for (const Decl *declaration : declarations->decls())
      if (const auto *variable = dyn_cast<VarDecl>(declaration)) {
        if (variable->hasInit())
          destroy(variable->getType());
        Result.anything |= variable->hasAttr<CleanupAttr>();
      }
  } else if (const auto *bound = dyn_cast<CXXBindTemporaryExpr>(statement)) {
    destroy(bound->getType());
  } else if (const auto *argument = dyn_cast<CXXDefaultArgExpr>(statement)) {
    walk(argument->getExpr());
  } else if (const auto *initializer = dyn_cast<CXXDefaultInitExpr>(statement)) {
    walk(initializer->getExpr());
  }
  for (const Stmt *child : statement->children())
    walk(child);
}

} // namespace loomp
