//===- Invariant.cpp - expressions that a loop leaves alone ---------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Theorem: a pure expression has one value all through a loop if the loop writes none of the
// variables and none of the memory that it reads. Where and how many the elements of a container
// are changes with the container as a whole, whatever becomes of its elements.
//
//===----------------------------------------------------------------------===//

#include "analyses/Evaluator.h"

#include <algorithm>

using namespace clang;

namespace loomp {

/// The member that a scalar path ends in, through elements of an array only.
static const FieldDecl *innermostField(const Path &path) {
  if (path.type.isNull() || !path.type->isScalarType())
    return nullptr;
  for (auto component = path.components.rbegin(); component != path.components.rend();
       ++component) {
    if (component->kind == Component::Kind::Field)
      return component->field->getParent()->isUnion() ? nullptr
                                                      : component->field->getCanonicalDecl();
    if (component->kind != Component::Kind::Index)
      return nullptr;
  }
  return nullptr;
}

/// The object that the local pointer or reference leads into now.
std::optional<ObjectId> Evaluator::leadsTo(const VarDecl &variable) const {
  for (auto frame = Frames.rbegin(); frame != Frames.rend(); ++frame) {
    if (auto bound = frame->references.find(&variable); bound != frame->references.end())
      return bound->second.object;
    auto place = frame->variables.find(&variable);
    if (place == frame->variables.end())
      continue;
    auto entry = Now.memory.find(keyOf({place->second, {}, variable.getType()}));
    if (entry == Now.memory.end() || entry->second.value.kind != Value::Kind::Pointer)
      return std::nullopt;
    return entry->second.value.target.object;
  }
  return std::nullopt;
}

/// Does the local pointer or reference lead, all through the loop, to memory other than the object?
bool Evaluator::leadsElsewhere(const VarDecl &variable, LoopId loop, ObjectId object) const {
  const Stmt *statement = Result.loops[loop].statement;
  if (AddressTaken.count(&variable) ||
      sources().isPointWithin(variable.getLocation(), statement->getBeginLoc(),
                              statement->getEndLoc()))
    return false;
  auto target = leadsTo(variable);
  return target && !Result.mayOverlap(*target, object);
}

/// May a pointer or reference to a scalar of this type, standing in this member (null: in none),
/// lead into a variable that is written by its name? Only into one that others can reach, and that
/// has such a scalar, or such a member.
bool Evaluator::mayReachNamed(const ModifiedSet &modified, QualType type,
                              const FieldDecl *field) const {
  if (modified.sparesNamed)
    return false;
  return llvm::any_of(modified.variables, [&](const ValueDecl *written) {
    const auto *variable = dyn_cast<VarDecl>(written);
    if (!variable || variable->getType()->isReferenceType() ||
        (variable->hasLocalStorage() && !AddressTaken.count(variable->getCanonicalDecl())))
      return false;
    QualType element = Context.getBaseElementType(variable->getType());
    if (!element->isRecordType())
      return (!field || !Result.strictAliasing) && Result.typesMayOverlap(element, type);
    auto leaves = leavesOf(element);
    return !leaves || llvm::any_of(*leaves, [&](const Leaf &leaf) {
      bool isOther = field && Result.strictAliasing && !leaf.components.empty() &&
                     leaf.components.back().kind == Component::Kind::Field &&
                     leaf.components.back().field->getCanonicalDecl() != field->getCanonicalDecl();
      return !isOther && Result.typesMayOverlap(leaf.type, type);
    });
  });
}

/// May code that writes `modified`, and in other ways than by name `indirectly`, write what stands
/// at `path`?
bool Evaluator::mayWrite(const ModifiedSet &modified, const ModifiedSet &indirectly,
                         const Path &path,
                         llvm::function_ref<bool(const VarDecl &)> isElsewhere) const {
  const Object &object = Result.objects[path.object];
  // The header of a container changes with the container as a whole. One that is an element of
  // another container is written as such.
  bool isOfMember =
      isHeader(path) && std::all_of(path.components.begin(), path.components.end() - 1,
                                    [](const auto &c) { return c.kind == Component::Kind::Field; });
  if (isOfMember) {
    bool isWhole = false;
    for (const ValueDecl *variable : {object.declaration, object.capturedFrom})
      isWhole |= variable && modified.reorganized.count(variable);
    return isWhole || modified.mayReorganize(Result.typeAt(path, path.components.size() - 1));
  }
  // Member functions reach the members of any class object.
  bool isPrivate = object.kind == ObjectKind::Variable && !object.reachable &&
                   !(object.declaration && object.declaration->getType()->isRecordType());
  for (const ValueDecl *variable : {object.declaration, object.capturedFrom})
    if (variable && modified.variables.count(variable))
      return true;
  if (isPrivate)
    return false;
  QualType type = standsInUnion(path) ? QualType() : Result.typeInMemory(path);
  bool isForeign = object.kind == ObjectKind::Pointee || object.kind == ObjectKind::Loaded ||
                   object.kind == ObjectKind::This || object.kind == ObjectKind::Anything;
  if (isForeign && !object.isRestrict && !indirectly.sparesNamed &&
      mayReachNamed(modified, type, innermostField(path)))
    return true;
  return indirectly.mayWriteIndirectly(Result, type, innermostField(path), isInMember(path),
                                       isElsewhere);
}

/// May executing the loop write what stands at `path`?
bool Evaluator::loopMayWrite(size_t depth, const Path &path) const {
  const ModifiedSet &modified = *LoopModified[depth];
  return mayWrite(modified, maySpare(depth, path) ? *LoopSpared[depth] : modified, path,
                  [&](const VarDecl &variable) {
                    return leadsElsewhere(variable, LoopStack[depth], path.object);
                  });
}

bool Evaluator::bodyMayWrite(const Path &path) const {
  return loopMayWrite(LoopModified.size() - 1, path);
}

LoopId Evaluator::outermostInvariant(const Path &path) const {
  const Object &object = Result.objects[path.object];
  LoopId level = currentLoop();
  for (size_t i = LoopStack.size(); i-- > 0;) {
    LoopId loop = LoopStack[i];
    if (Result.isInside(object.loop, loop) || loopMayWrite(i, path))
      return level;
    for (const Component &component : path.components)
      if (component.kind == Component::Kind::Unknown ||
          (component.kind == Component::Kind::Index &&
           (!component.index || Result.varies(*component.index, loop))))
        return level;
    level = Result.loops[loop].parent;
  }
  return level;
}

/// `v.size()`, `s.parts.begin()`: does the loop leave the container as a whole alone? Absent if the
/// call is another one, or the container no variable, no member of one or of `*this`, and nothing
/// that such a member refers to. (What is reached through a reference may be any variable that the
/// loop names.)
std::optional<bool> Evaluator::isHeaderFixed(const CXXMemberCallExpr &call,
                                             const ModifiedSet &modified) const {
  const CXXMethodDecl *callee = call.getMethodDecl();
  const EffectRow *row = callee ? effectRow(Effects, *callee) : nullptr;
  if (!row || row->effect < CallEffect::Size || row->effect > CallEffect::End ||
      call.getNumArgs() != 0)
    return std::nullopt;
  const Expr *object = call.getImplicitObjectArgument()->IgnoreParenImpCasts();
  QualType container = object->getType();
  bool isIndirect = false;
  while (const auto *member = dyn_cast<MemberExpr>(object)) {
    object = member->getBase()->IgnoreParenImpCasts();
    if (!isa<FieldDecl>(member->getMemberDecl()) ||
        (member->isArrow() && !isa<CXXThisExpr>(object)))
      return std::nullopt;
    isIndirect |= member->isArrow() || member->getMemberDecl()->getType()->isReferenceType();
  }
  if (isIndirect && !modified.reorganized.empty())
    return std::nullopt;
  if (isa<CXXThisExpr>(object))
    return !modified.mayReorganize(container);
  const auto *reference = dyn_cast<DeclRefExpr>(object);
  const auto *variable = reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
  const Stmt *loop = Result.loops[currentLoop()].statement;
  if (!variable || variable->getType()->isPointerType() ||
      variable->getType().isVolatileQualified() ||
      sources().isPointWithin(variable->getLocation(), loop->getBeginLoc(), loop->getEndLoc()))
    return std::nullopt;
  return !modified.reorganized.count(variable->getCanonicalDecl()) &&
         !modified.mayReorganize(container);
}

/// Is the lvalue reached through a pointer or a reference?
static bool leadsAnywhere(const Expr *place) {
  return place->isGLValue() && rootsOf(place).indirect;
}

bool Evaluator::isInvariant(const Expr *expression, const ModifiedSet &modified,
                            const VarDecl *except) const {
  const Stmt *loop = Result.loops[currentLoop()].statement;
  if (!isPure(expression, MaximalPureDepth)) // what a body reads besides is not looked at
    return false;
  std::vector<const Stmt *> pending = {expression};
  while (!pending.empty()) {
    const Stmt *statement = pending.back();
    pending.pop_back();
    if (!statement)
      continue;
    if (const auto *call = dyn_cast<CXXMemberCallExpr>(statement))
      if (auto isFixed = isHeaderFixed(*call, modified)) {
        if (!*isFixed)
          return false;
        continue;
      }
    if (const auto *reference = dyn_cast<DeclRefExpr>(statement)) {
      const auto *variable = dyn_cast<VarDecl>(reference->getDecl());
      if (variable && variable == except)
        continue;
      if (!variable && !isa<EnumConstantDecl, FunctionDecl>(reference->getDecl()))
        return false;
      if (variable) {
        // What the loop declares is another variable in each iteration.
        if (sources().isPointWithin(variable->getLocation(), loop->getBeginLoc(),
                                    loop->getEndLoc()))
          return false;
        if (modified.variables.count(variable->getCanonicalDecl()) ||
            variable->getType().isVolatileQualified())
          return false;
        bool shared = !variable->hasLocalStorage() ||
                      AddressTaken.count(variable->getCanonicalDecl()) ||
                      variable->getType()->isReferenceType();
        QualType type = variable->getType().getNonReferenceType();
        if (shared && modified.mayWriteIndirectly(Result, type, nullptr, false))
          return false;
        if (variable->getType()->isReferenceType() && type->isScalarType() &&
            mayReachNamed(modified, type, nullptr))
          return false;
      }
    } else if (const auto *member = dyn_cast<MemberExpr>(statement);
               member && isa<FieldDecl>(member->getMemberDecl())) {
      const auto *field = cast<FieldDecl>(member->getMemberDecl());
      bool isPlain = field->getType()->isScalarType() && !field->getParent()->isUnion();
      QualType type = field->getParent()->isUnion() ? QualType() : member->getType();
      if (modified.mayWriteIndirectly(Result, type, isPlain ? field->getCanonicalDecl() : nullptr))
        return false;
      if (leadsAnywhere(member) && mayReachNamed(modified, type, isPlain ? field : nullptr))
        return false;
    } else if (isa<MemberExpr, ArraySubscriptExpr, CXXMemberCallExpr, CXXOperatorCallExpr>(
                   statement) ||
               (isa<UnaryOperator>(statement) &&
                cast<UnaryOperator>(statement)->getOpcode() == UO_Deref)) {
      QualType type = cast<Expr>(statement)->getType();
      if (modified.mayWriteIndirectly(Result, type, nullptr, false))
        return false;
      if (type->isScalarType() && leadsAnywhere(cast<Expr>(statement)) &&
          !isa<CXXMemberCallExpr, CXXOperatorCallExpr>(statement) &&
          mayReachNamed(modified, type, nullptr))
        return false;
    }
    for (const Stmt *child : statement->children())
      pending.push_back(child);
  }
  return true;
}

/// Does the text of the value in front of the loop mean the same in the body, and behind the loop?
bool Evaluator::isStable(const Loop &loop, const Polynomial &value) const {
  for (const auto &[monomial, coefficient] : value.terms())
    for (SymbolId id : monomial) {
      const Symbol &symbol = Result.symbols[id];
      bool isNamed = loop.namesAtEntry.count(id);
      bool isFixed = isNamed                 ? !loop.renamed.count(id)
                     : symbol.positivePartOf ? isStable(loop, *symbol.positivePartOf)
                     : symbol.indicatorOf    ? isStable(loop, symbol.indicatorOf->value)
                     : symbol.dividend
                         ? isStable(loop, *symbol.dividend)
                         : symbol.origin && isInvariant(symbol.origin, *LoopModified.back());
      if (!isFixed)
        return false;
    }
  return value.isValid();
}

} // namespace loomp
