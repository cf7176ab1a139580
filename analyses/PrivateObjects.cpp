//===- PrivateObjects.cpp - what iterations fill anew ---------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//     double w[4];                          #pragma omp parallel for private(w)
//     for (int i = 0; i < n; i++) {         for (int i = 0; i < n; i++) {
//       for (int k = 0; k < 4; k++)     →     ...
//         w[k] = a[i + k];
//       b[i] = w[0] * w[3];
//     }
//
// Theorem: a local variable v of any type does not order the iterations of a loop L that all name
// it, if each read of it in L
//   (private)       is covered by writes of the same iteration (Coverage.cpp), or
//   (firstprivate)  else reads what no iteration writes, so that a copy of what v held before L
//                   will do; or what no earlier one writes, where each thread runs its iterations
//                   in order, so that its copy still holds what v held before L;
// and if after L
//   (dead)          nobody reads what L left in v, or
//   (lastprivate)   each iteration writes all that any earlier one writes, so that the last one
//                   leaves what the serial loop leaves. What L does not write comes from a copy
//                   (firstprivate as well), unless each iteration writes all of v.
// Copies must be made without effects: the type is trivially copyable and, for `private`, has a
// default constructor that only sets members to constants; or it is a `std::vector` of such a type
// that L does not resize, or that each iteration empties before it uses it otherwise: then it is
// `private`, and may be `lastprivate` if no iteration leaves before that. Or each iteration gives
// it its size first, changes that no more, and reads elements only that it wrote behind that. Or it
// has no elements ever: its declaration gives it none, and all that the function calls of it leaves
// an empty one empty. So is what the default constructor makes.
//
// Arrays that are too large for a stack get memory from the heap, if they are neither firstprivate
// nor lastprivate: a reference to it, of the same name, stands in a region around the loop.
//
// A static variable of the function that is used in L only, by its name, and that each iteration
// fills before it reads, is as good as one of the iteration: no later call reads what L left.
//
// Other arrays of static storage, global ones among them, are always read later, and any function
// may know them: that each access stands in the text of the loop rules out those that are called
// there. They are tried when nothing else helps (`copyGlobals`): a condition in front of the loop
// costs no copies.
//
// Not handled: large arrays in C; members, and what pointers point to, which no clause can copy.
//
//===----------------------------------------------------------------------===//

#include "analyses/Coverage.h"
#include "analyses/Judgement.h"
#include "analyses/LoopParts.h"

#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"

#include <algorithm>

using namespace clang;

namespace loomp {

namespace {
/// How a variable can be copied for a thread.
struct Copyable {
  bool asPrivate = false; ///< by its default constructor
  bool isArray = false;
  bool isVector = false;
  bool canCopy = true;   ///< in firstprivate
  bool canAssign = true; ///< in lastprivate
  std::uint64_t bytes = 0;
};
} // namespace

static bool hasPublicDestructor(const CXXRecordDecl &record) {
  const CXXDestructorDecl *destructor = record.getDestructor();
  return !destructor || (!destructor->isDeleted() && destructor->getAccess() == AS_public);
}

/// Does the default constructor do nothing but set members to constants?
static bool constructsHarmlessly(const ASTContext &context, const CXXRecordDecl &record) {
  for (const CXXConstructorDecl *constructor : record.ctors())
    if (constructor->isDefaultConstructor() &&
        (constructor->isDeleted() || constructor->getAccess() != AS_public))
      return false;
  if (record.hasTrivialDefaultConstructor())
    return true;
  if (!record.hasDefaultConstructor() || record.getNumBases() > 0)
    return false;
  auto isConstant = [&](const Expr *initializer) {
    if (!initializer)
      return true;
    const auto *construct = dyn_cast<CXXConstructExpr>(initializer);
    return construct
               ? construct->getConstructor()->isTrivial() && construct->getNumArgs() == 0
               : !initializer->isValueDependent() &&
                     initializer->isConstantInitializer(const_cast<ASTContext &>(context), false);
  };
  for (const CXXConstructorDecl *constructor : record.ctors()) {
    if (!constructor->isDefaultConstructor())
      continue;
    if (constructor->isDefaulted())
      break;
    const auto *body = dyn_cast_or_null<CompoundStmt>(constructor->getBody());
    if (!body || !body->body_empty() || constructor->getNumParams() > 0)
      return false;
    for (const CXXCtorInitializer *initializer : constructor->inits())
      if (!initializer->isAnyMemberInitializer() || !isConstant(initializer->getInit()))
        return false;
    return true;
  }
  for (const FieldDecl *field : record.fields()) {
    const auto *inner = field->getType()->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
    if (!isConstant(field->getInClassInitializer()) ||
        (inner && !constructsHarmlessly(context, *inner)))
      return false;
  }
  return true;
}

static std::optional<Copyable> copyableType(const ASTContext &context, QualType type) {
  if (type.isVolatileQualified() || type.isConstQualified() || type->isIncompleteType())
    return std::nullopt;
  Copyable result;
  const auto *record =
      dyn_cast_or_null<ClassTemplateSpecializationDecl>(type->getAsCXXRecordDecl());
  if (record && record->getQualifiedNameAsString() == "std::vector") {
    QualType element = record->getTemplateArgs()[0].getAsType();
    if (!element.isTriviallyCopyableType(context) || element->isBooleanType())
      return std::nullopt;
    result.isVector = true;
    return result;
  }
  result.isArray =
      type->isConstantArrayType() || (record && record->getQualifiedNameAsString() == "std::array");
  bool isKnown = type->isConstantArrayType() || type->isRecordType();
  if (!isKnown || !type.isTriviallyCopyableType(context))
    return std::nullopt;
  const CXXRecordDecl *base = type->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
  result.asPrivate = !base || constructsHarmlessly(context, *base);
  if (base) {
    // Of a class with a move of its own the implicit copies are deleted.
    bool isMoved = base->hasUserDeclaredMoveConstructor() || base->hasUserDeclaredMoveAssignment();
    bool isDestroyed = hasPublicDestructor(*base), isCopied = isDestroyed && !isMoved;
    result.asPrivate &= isDestroyed;
    result.canCopy = isCopied && base->hasSimpleCopyConstructor();
    result.canAssign = isCopied && base->hasSimpleCopyAssignment();
  }
  result.bytes = context.getTypeSizeInChars(type).getQuantity();
  return result;
}

namespace {
/// What an iteration, or a part of it, does with a vector before it uses it otherwise.
enum class Refill {
  Nothing, ///< it does not name the vector
  Perhaps, ///< `Replaces`, or nothing at all
  Sizes,   ///< `w.resize(n)`: elements may be left from before
  Replaces,
  Uses
};
} // namespace

/// `w.clear()`, `w.resize(...)`, `w.assign(...)`, `w = std::vector<T>(...)`, without a look at what
/// w held.
static Refill refillBy(const CallExpr &call, const VarDecl &variable) {
  const auto *method = dyn_cast_or_null<CXXMethodDecl>(call.getDirectCallee());
  if (!method || !isStandardClass(method->getASTContext().getCanonicalTagType(method->getParent())))
    return Refill::Uses;
  const auto *assignment = dyn_cast<CXXOperatorCallExpr>(&call);
  const auto *member = dyn_cast<CXXMemberCallExpr>(&call);
  const Expr *object = assignment ? call.getArg(0)
                       : member   ? member->getImplicitObjectArgument()
                                  : nullptr;
  if (!object || namedVariable(object) != &variable)
    return Refill::Uses;
  for (unsigned i = assignment ? 1 : 0; i < call.getNumArgs(); ++i)
    if (mentions(call.getArg(i), &variable))
      return Refill::Uses;
  // What has no name is no reference to the vector itself.
  if (assignment)
    return assignment->getOperator() == OO_Equal &&
                   isa<MaterializeTemporaryExpr, CXXBindTemporaryExpr, CXXStdInitializerListExpr>(
                       call.getArg(1)->IgnoreParens()) &&
                   call.getArg(1)->IgnoreImplicit()->isPRValue()
               ? Refill::Replaces
               : Refill::Uses;
  if (!method->getDeclName().isIdentifier())
    return Refill::Uses;
  if (method->getName() == "resize") {
    Expr::EvalResult size;
    bool isEmptied = !call.getArg(0)->isValueDependent() &&
                     call.getArg(0)->EvaluateAsInt(size, method->getASTContext()) &&
                     size.Val.getInt().isZero();
    return isEmptied ? Refill::Replaces : Refill::Sizes;
  }
  return method->getName() == "clear" || method->getName() == "assign" ? Refill::Replaces
                                                                       : Refill::Uses;
}

/// Collects the calls that do it. In the body of a loop it happens only if the loop runs.
static Refill refillIn(const Stmt *statement, const VarDecl &variable,
                       std::vector<const CallExpr *> &calls) {
  if (!statement || !mentions(statement, &variable))
    return Refill::Nothing;
  if (const auto *block = dyn_cast<CompoundStmt>(statement)) {
    bool isSure = true;
    for (const Stmt *each : block->body()) {
      Refill refill = refillIn(each, variable, calls);
      if (refill == Refill::Uses || refill == Refill::Replaces || refill == Refill::Sizes)
        return refill == Refill::Sizes && !isSure ? Refill::Uses : refill;
      isSure &= refill == Refill::Nothing;
    }
    return Refill::Perhaps;
  }
  if (const auto *choice = dyn_cast<IfStmt>(statement)) {
    Refill then = refillIn(choice->getThen(), variable, calls);
    Refill otherwise = refillIn(choice->getElse(), variable, calls);
    auto isSafe = [](Refill refill) { return refill != Refill::Uses && refill != Refill::Sizes; };
    if (mentions(choice->getInit(), &variable) || mentions(choice->getCond(), &variable) ||
        mentions(choice->getConditionVariableDeclStmt(), &variable) || !isSafe(then) ||
        !isSafe(otherwise))
      return Refill::Uses;
    return then == Refill::Replaces && otherwise == Refill::Replaces ? Refill::Replaces
                                                                     : Refill::Perhaps;
  }
  const Stmt *body = nullptr;
  if (const auto *loop = dyn_cast<ForStmt>(statement);
      loop && !mentions(loop->getInit(), &variable) && !mentions(loop->getCond(), &variable) &&
      !mentions(loop->getInc(), &variable) &&
      !mentions(loop->getConditionVariableDeclStmt(), &variable))
    body = loop->getBody();
  if (const auto *loop = dyn_cast<WhileStmt>(statement);
      loop && !mentions(loop->getCond(), &variable) &&
      !mentions(loop->getConditionVariableDeclStmt(), &variable))
    body = loop->getBody();
  if (body) {
    Refill refill = refillIn(body, variable, calls);
    return refill == Refill::Replaces || refill == Refill::Perhaps ? Refill::Perhaps : Refill::Uses;
  }
  const auto *expression = dyn_cast<Expr>(statement);
  const auto *call =
      expression ? dyn_cast<CallExpr>(expression->IgnoreParens()->IgnoreImplicit()) : nullptr;
  if (!call)
    return Refill::Uses;
  calls.push_back(call);
  return refillBy(*call, variable);
}

static bool callsMember(const Stmt *statement, const VarDecl &variable, llvm::StringRef name) {
  const auto *member = dyn_cast_or_null<MemberExpr>(statement);
  if (member && mentions(member->getBase(), &variable) &&
      member->getMemberDecl()->getDeclName().isIdentifier() &&
      member->getMemberDecl()->getName() == name)
    return true;
  return statement &&
         std::any_of(statement->child_begin(), statement->child_end(),
                     [&](const Stmt *child) { return callsMember(child, variable, name); });
}

/// Does the loop ask where the elements of the vector stand, or for how many there is room, or give
/// its storage away?
static bool tellsStorage(const Stmt *statement, const VarDecl &variable) {
  if (!statement)
    return false;
  const auto *member = dyn_cast<MemberExpr>(statement);
  if (member && mentions(member->getBase(), &variable) &&
      member->getMemberDecl()->getDeclName().isIdentifier() &&
      !llvm::is_contained({"assign", "at", "back", "clear", "emplace_back", "empty", "front",
                           "pop_back", "push_back", "reserve", "resize", "size", "begin", "end"},
                          member->getMemberDecl()->getName()))
    return true;
  // Another function, or another name, may ask as well.
  if (const auto *call = dyn_cast<CallExpr>(statement); call && !isa<CXXOperatorCallExpr>(call))
    for (const Expr *argument : call->arguments())
      if (namedVariable(argument) == &variable)
        return true;
  if (const auto *declaration = dyn_cast<DeclStmt>(statement))
    for (const Decl *each : declaration->decls())
      if (const auto *reference = dyn_cast<VarDecl>(each);
          reference && !reference->isImplicit() && reference->getType()->isReferenceType() &&
          reference->getInit() && namedVariable(reference->getInit()) == &variable)
        return true;
  return std::any_of(statement->child_begin(), statement->child_end(),
                     [&](const Stmt *child) { return tellsStorage(child, variable); });
}

static bool hasStandardAllocator(const VarDecl &variable) {
  const auto *record =
      dyn_cast_or_null<ClassTemplateSpecializationDecl>(variable.getType()->getAsCXXRecordDecl());
  const CXXRecordDecl *allocator =
      record && record->getTemplateArgs().size() > 1
          ? record->getTemplateArgs()[1].getAsType()->getAsCXXRecordDecl()
          : nullptr;
  return allocator && allocator->getQualifiedNameAsString() == "std::allocator";
}

/// Is each mention of the vector a call of one of its members, none of which adds elements?
static bool addsNothing(const Stmt *statement, const VarDecl &variable) {
  if (!statement || !mentions(statement, &variable))
    return true;
  auto isObject = [&](const Expr *object) { return object && namedVariable(object) == &variable; };
  if (const auto *call = dyn_cast<CXXMemberCallExpr>(statement);
      call && isObject(call->getImplicitObjectArgument())) {
    const CXXMethodDecl *method = call->getMethodDecl();
    if (!method || !method->getDeclName().isIdentifier() ||
        !llvm::is_contained({"at", "back", "begin", "clear", "empty", "end", "front", "size"},
                            method->getName()))
      return false;
    return llvm::all_of(call->arguments(),
                        [&](const Expr *argument) { return addsNothing(argument, variable); });
  }
  if (const auto *call = dyn_cast<CXXOperatorCallExpr>(statement);
      call && call->getOperator() == OO_Subscript && isObject(call->getArg(0)))
    return addsNothing(call->getArg(1), variable);
  if (const auto *range = dyn_cast<CXXForRangeStmt>(statement);
      range && isObject(range->getRangeInit()))
    return addsNothing(range->getInit(), variable) && addsNothing(range->getBody(), variable);
  return !isa<DeclRefExpr, LambdaExpr, BlockExpr>(statement) &&
         std::all_of(statement->child_begin(), statement->child_end(),
                     [&](const Stmt *child) { return addsNothing(child, variable); });
}

/// Is the vector empty all the time?
static bool isNeverFilled(const VarDecl &variable, const Stmt *function) {
  const auto *construct = dyn_cast_or_null<CXXConstructExpr>(
      variable.getInit() ? variable.getInit()->IgnoreImplicit() : nullptr);
  return construct && !isa<ParmVarDecl>(variable) && construct->getNumArgs() == 0 &&
         hasStandardAllocator(variable) && addsNothing(function, variable);
}

/// Does each iteration empty the vector, or give it new content or a new size, before it uses it
/// otherwise? Then it does not matter what the vector held, or what size it had. Only its capacity,
/// and where its elements stand, tell of iterations before. `call` is the one that comes first.
static Refill refillFirst(const ASTContext &context, const Model &model, LoopId loop,
                          const VarDecl &variable, const std::vector<size_t> &accesses,
                          const CallExpr *&first) {
  const Stmt *statement = model.loops[loop].statement;
  const auto *range = dyn_cast<CXXForRangeStmt>(statement);
  LoopParts parts = range ? LoopParts{.body = range->getBody()} : partsOf(*statement);
  const auto *body = dyn_cast_or_null<CompoundStmt>(parts.body);
  if (!body || !hasStandardAllocator(variable) || mentions(parts.condition, &variable) ||
      mentions(parts.increment, &variable) || tellsStorage(statement, variable))
    return Refill::Uses;
  std::vector<const CallExpr *> calls;
  Refill refill = refillIn(body, variable, calls);
  SourceLocation location = model.accesses[accesses.front()].location;
  for (const CallExpr *call : calls)
    if (context.getSourceManager().isPointWithin(location, call->getBeginLoc(), call->getEndLoc()))
      first = call;
  return first ? refill : Refill::Uses;
}

static bool isNamedInClosure(const Stmt *statement, const VarDecl &variable) {
  if (!statement)
    return false;
  if (isa<LambdaExpr, BlockExpr>(statement))
    return mentions(statement, &variable) || isa<BlockExpr>(statement);
  return std::any_of(statement->child_begin(), statement->child_end(),
                     [&](const Stmt *child) { return isNamedInClosure(child, variable); });
}

/// An array of static storage that a clause can name, but for what compilers do in closures: g++
/// renames there only what they capture.
static bool isGlobalArray(const VarDecl &variable, const Stmt *loop) {
  return variable.hasGlobalStorage() && !variable.isStaticDataMember() &&
         variable.getTLSKind() == VarDecl::TLS_None &&
         !variable.hasAttr<OMPThreadPrivateDeclAttr>() &&
         variable.getType()->isConstantArrayType() && !isNamedInClosure(loop, variable);
}

/// Gives copies to arrays of static storage that stand in the way of the loop.
bool Judgement::copyGlobals() {
  std::set<ObjectId> found, tried;
  for (const Dependence &dependence : Carried) {
    ObjectId id = M.accesses[dependence.source].path.object;
    if (!tried.insert(id).second)
      continue;
    // What is only written is no temporary: loops inside fill it at less cost. A copy takes back
    // all elements, also those that no check would ask about.
    std::vector<size_t> accesses = accessesOf(id);
    bool isRead = std::any_of(accesses.begin(), accesses.end(),
                              [&](size_t i) { return !M.accesses[i].isWrite; });
    if (isRead && !overlapsAnother(id, accesses) && isPrivateObject(id, accesses, true))
      found.insert(id);
  }
  Settled.insert(found.begin(), found.end());
  WithRole.insert(found.begin(), found.end());
  std::erase_if(Carried, [&](const Dependence &dependence) {
    return found.count(M.accesses[dependence.source].path.object);
  });
  return !found.empty();
}

/// Gives the object its roles, or says why what it holds after the loop stands against them.
/// False: nothing to do, or nothing that helps.
bool Judgement::isPrivateObject(ObjectId id, const std::vector<size_t> &accesses, bool isGlobal) {
  const Object &object = M.objects[id];
  const auto *variable = dyn_cast_or_null<VarDecl>(object.declaration);
  bool isStatic = isStaticOfLoop(M, L, id);
  bool isStorageKnown =
      isGlobal ? !isStatic && variable && isGlobalArray(*variable, Judged.statement)
               : isStatic || (variable && !object.preexisting && variable->hasLocalStorage());
  if (object.kind != ObjectKind::Variable || !variable || M.hasJumps || !isStorageKnown ||
      !isNamedInLoop(id, accesses) || !Judged.isVisible(*variable))
    return false;
  auto type = copyableType(J.context, variable->getType());
  if (!type)
    return false;
  bool isLarge = type->bytes > MaximalCopy - std::min(MaximalCopy, CopiedBytes);
  // A reference to an array on the heap can have the array's name in C++.
  if (isLarge && (!type->isArray || isStatic || isGlobal || !J.context.getLangOpts().CPlusPlus11))
    return false;
  const CallExpr *refilledBy = nullptr;
  bool isEmpty = type->isVector && !isStatic && isNeverFilled(*variable, M.function->getBody());
  Refill refill = type->isVector && !isStatic
                      ? refillFirst(J.context, M, L, *variable, accesses, refilledBy)
                      : Refill::Uses;
  bool isReplaced = isEmpty || refill == Refill::Replaces || refill == Refill::Perhaps;
  bool isSized = !isReplaced && refill == Refill::Sizes;
  size_t firstUse = Judged.accessBegin;
  std::vector<size_t> reads, writes;
  for (size_t i : accesses) {
    const Access &access = M.accesses[i];
    const auto &components = access.path.components;
    if (isSized && J.context.getSourceManager().isPointWithin(
                       access.location, refilledBy->getBeginLoc(), refilledBy->getEndLoc())) {
      firstUse = i + 1;
      if (access.isWrite)
        writes.push_back(i);
      continue;
    }
    if (isReplaced) {
      (access.isWrite ? writes : reads).push_back(i);
      continue;
    }
    // A vector keeps its size, and so its storage.
    if (type->isVector && components.size() == 1 && components[0].kind == Component::Kind::Size &&
        !access.isWrite)
      continue;
    if (type->isVector && (components.size() < 2 || components[0].kind != Component::Kind::Buffer ||
                           components[1].kind != Component::Kind::Index))
      return false;
    (access.isWrite ? writes : reads).push_back(i);
  }
  bool carries = std::any_of(writes.begin(), writes.end(), [&](size_t write) {
    return std::any_of(accesses.begin(), accesses.end(),
                       [&](size_t other) { return depends(write, other); });
  });
  if (!carries)
    return false;
  bool needsValue = !type->asPrivate && !isReplaced && !isSized, inOrder = false;
  for (size_t read : reads) {
    if (isReplaced || isCovered(J.context, M, J.solver, L, read, firstUse))
      continue;
    if (isSized)
      return false;
    needsValue = true;
    if (isCoveredOrOld(J.context, M, J.solver, L, read))
      continue;
    inOrder = true;
    if (!isCoveredOrOld(J.context, M, J.solver, L, read, true))
      return false;
  }
  // A value from before the loop is one that an earlier call may have left.
  if (isStatic && needsValue)
    return false;
  bool isLive = isGlobal || (!isStatic && !isEmpty &&
                             isReadLater(J.context, M, J.solver, L, id, isReplaced || isSized));
  // A copy is assigned its elements, not the room for more.
  auto tellsRoom = [&] {
    return callsMember(Judged.statement, *variable, "reserve") ||
           callsMember(M.function->getBody(), *variable, "capacity");
  };
  if (isLive && (isSized || (isReplaced && tellsRoom())))
    return false;
  if (isLive && isReplaced && M.accesses[accesses.front()].guard != Judged.guardInside)
    return false;
  if (isLive && !isReplaced && !isRewrittenByEach(J.context, M, J.solver, L, id)) {
    if (isGlobal)
      return false;
    addBlocker(
        {.reason = "value-used-after-loop",
         .message = "the value of '" + object.name + "' after the loop may come from any iteration",
         .object = object.name,
         .source = positionOf(J.context, M.accesses[writes.front()].location),
         .remedy = "declare '" + object.name + "' in the loop if it is not needed after it"});
    return true;
  }
  needsValue |= isLive && !isReplaced && !isFilledByEach(J.context, M, J.solver, L, id);
  if ((isLarge && (needsValue || isLive)) || (needsValue && !type->canCopy) ||
      (isLive && !type->canAssign))
    return false;
  CopiedBytes += isLarge ? 0 : type->bytes;
  Role role{.variable = object.name,
            .array = ArrayForm{.bytes = type->bytes, .isLarge = isLarge, .collides = Collides},
            .inOrder = inOrder,
            .declaration = positionOf(J.context, variable->getLocation())};
  auto add = [&](RoleKind kind) {
    role.kind = kind;
    Out.roles.push_back(role);
  };
  if (needsValue)
    add(RoleKind::FirstPrivate);
  if (isLive)
    add(RoleKind::LastPrivate);
  if (!needsValue && !isLive)
    add(type->isArray ? RoleKind::ArrayPrivate : RoleKind::Private);
  describeRole(role);
  return true;
}

} // namespace loomp
