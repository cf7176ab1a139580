//===- EvaluateAllocation.cpp - new and delete ----------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// What the global `new` returns is an object of its own. A placement `new` is the initialization of
// what stands at the place.
//
//===----------------------------------------------------------------------===//

#include "analyses/Evaluator.h"

using namespace clang;

namespace loomp {

/// `operator new(size, p)` that returns p.
static bool returnsItsPlace(const FunctionDecl &function) {
  if (function.isReservedGlobalPlacementOperator())
    return true;
  const FunctionDecl *definition = nullptr;
  if (!function.hasBody(definition) || definition->getNumParams() != 2)
    return false;
  const auto *body = dyn_cast<CompoundStmt>(definition->getBody());
  const auto *result =
      body && body->size() == 1 ? dyn_cast<ReturnStmt>(body->body_front()) : nullptr;
  const auto *returned = result && result->getRetValue()
                             ? dyn_cast<DeclRefExpr>(result->getRetValue()->IgnoreParenImpCasts())
                             : nullptr;
  return returned && returned->getDecl() == definition->getParamDecl(1);
}

/// Is this a closure, or an object with one for a member?
static bool holdsClosure(QualType type, unsigned depth = 0) {
  const CXXRecordDecl *record = type->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition() || record->isLambda() || depth > 4)
    return record;
  return llvm::any_of(
             record->fields(),
             [&](const FieldDecl *field) { return holdsClosure(field->getType(), depth + 1); }) ||
         llvm::any_of(record->bases(), [&](const CXXBaseSpecifier &base) {
           return holdsClosure(base.getType(), depth + 1);
         });
}

Value Evaluator::evaluateNew(const CXXNewExpr &allocation) {
  const FunctionDecl *function = allocation.getOperatorNew();
  QualType allocated = allocation.getAllocatedType();
  const Expr *initializer = allocation.getInitializer();
  if (function && allocation.getNumPlacementArgs() == 1 && !allocation.isArray() &&
      returnsItsPlace(*function)) {
    // Elsewhere a closure holds for good what it was made with.
    if (holdsClosure(allocated)) {
      for (auto &[key, entry] : Now.memory)
        if (entry.value.kind == Value::Kind::Closure)
          entry.value = {};
      return unsupported(&allocation, "a closure that may take the place of another one");
    }
    Value place = evaluateValue(allocation.getPlacementArg(0));
    Path target = place.target;
    bool isTyped = place.kind == Value::Kind::Pointer && !target.type.isNull() &&
                   Context.hasSameUnqualifiedType(target.type, allocated);
    if (isTyped) {
      if (initializer) {
        Value value = evaluateInitializer(target, allocated, initializer);
        if (!allocated->isRecordType() && !allocated->isArrayType())
          store({.path = target}, value, &allocation);
      }
      return place;
    }
    if (place.kind != Value::Kind::Pointer)
      target.object = addObject(
          {.kind = ObjectKind::Anything, .name = sourceText(allocation.getPlacementArg(0))});
    target.components = {{.kind = Component::Kind::Unknown}};
    target.type = allocated;
    if (initializer)
      evaluateInitializer(temporary(allocated).path, allocated, initializer);
    store({.path = target}, {}, &allocation);
    return Value::pointer(target);
  }
  if (allocation.getNumPlacementArgs() || !function ||
      !function->isReplaceableGlobalAllocationFunction())
    return unsupported(&allocation, "this form of 'new'");
  if (auto size = allocation.getArraySize(); size && *size)
    evaluateValue(*size);
  ObjectId object = addObject({.kind = ObjectKind::Allocation,
                               .name = "new",
                               .loop = currentLoop(),
                               .reachable = true,
                               .preexisting = false,
                               .elementType = allocated});
  Path target{object, {{.kind = Component::Kind::Index, .index = Polynomial()}}, allocated};
  if (initializer) {
    if (allocation.isArray() && allocated->isRecordType()) {
      const auto *construct = dyn_cast<CXXConstructExpr>(initializer);
      if (!construct || !construct->getConstructor()->isTrivial())
        unsupported(&allocation, "an array of objects with constructors");
    } else {
      evaluateInitializer(target, allocated, initializer);
    }
  }
  // Where the constructor left the address, others know what an owner gets.
  if (const CXXConstructExpr *construct = allocation.getConstructExpr();
      construct && keepsItself(*construct->getConstructor())) {
    Result.objects[object].hasSharedStorage = true;
    for (auto &[key, entry] : Now.memory)
      if (entry.value.kind == Value::Kind::Pointer && entry.value.target.object == object)
        entry.value = {};
  }
  return Value::pointer(target);
}

Value Evaluator::evaluateDelete(const CXXDeleteExpr &release) {
  Value pointer = evaluateValue(release.getArgument());
  QualType pointee = release.getDestroyedType();
  const CXXRecordDecl *record = pointee.isNull() ? nullptr : pointee->getAsCXXRecordDecl();
  if (pointer.kind != Value::Kind::Pointer || (record && !record->hasTrivialDestructor()))
    return unsupported(&release, "this 'delete'");
  Path target{pointer.target.object, {{.kind = Component::Kind::Unknown}}, pointee};
  store({.path = target}, {}, &release);
  return {};
}

} // namespace loomp
