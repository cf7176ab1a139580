//===- Induction.cpp - variables with one update by a fixed step ----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Theorem: if a loop changes x in one place only, once in each iteration and by a step that is the
// same in all of them, then x is x0 + t * step in iteration t before its update, and one step more
// behind it.
//
// "In one place only" is a matter of names for a variable whose address nobody has. Of a global one
// anybody may have it, and of a local one whoever got it: then the loop must write nothing else of
// a type that the variable could be written through. What reads it there is met as any other
// access. A scalar variable is no member of an object and no element of a container. What is
// different in each thread is left alone.
//
// What is no variable of its own is a place: see MovedPlaces.cpp.
//
//===----------------------------------------------------------------------===//

#include "analyses/Evaluator.h"
#include "analyses/LoopParts.h"

#include "clang/AST/Attr.h"

using namespace clang;

namespace loomp {

/// May the loop write the variable by its name only?
static bool isWrittenByName(const Model &model, const VarDecl &variable,
                            const ModifiedSet &modified, bool isAddressTaken) {
  if (variable.hasLocalStorage() && !isAddressTaken)
    return true;
  if (variable.getTLSKind() != VarDecl::TLS_None || variable.hasAttr<OMPThreadPrivateDeclAttr>() ||
      modified.anything)
    return false;
  return llvm::none_of(modified.indirect, [&](const IndirectWrite &write) {
    return !(write.field && model.strictAliasing) && !write.isOwnedElement &&
           model.typesMayOverlap(write.type, variable.getType());
  });
}

void Evaluator::addInduction(LoopId loop, const Expr *update, bool valueUsed) {
  const Expr *target = updateTarget(*update);
  const VarDecl *variable = target ? namedVariable(target) : nullptr;
  if (!target || (variable && (variable == Result.loops[loop].index ||
                               variable->getType().isVolatileQualified())))
    return;
  bool isNamed =
      variable && !variable->getType()->isReferenceType() &&
      isWrittenByName(Result, *variable, *LoopModified.back(), AddressTaken.count(variable) > 0);
  // A variable declared in the body starts anew in every iteration.
  Path path;
  for (const auto &[key, entry] : Now.memory)
    if (isNamed && isNamedHere(entry.path, variable))
      path = entry.path;
  if (isNamed && path.type.isNull() && !variable->hasLocalStorage())
    path = {objectOf(*variable), {}, variable->getType()};
  bool isPlace = path.type.isNull();
  if (isPlace)
    path = movedPlace(*target).value_or(Path());
  if (path.type.isNull())
    return;
  InductionCandidate candidate{.variable = isPlace ? nullptr : variable,
                               .place = isPlace ? path : Path(),
                               .update = update,
                               .valueUsed = valueUsed};
  // The path of an iterator has the type of a pointer.
  QualType type = isPlace ? path.type : variable->getType();
  bool isInteger =
      integerType(type).has_value() && !type->isBooleanType() && !type->isEnumeralType();
  QualType scalar = scalarType(type);
  bool isPointer = scalar->isPointerType() && scalar->getPointeeType()->isObjectType() &&
                   !isLinkedPosition(Effects, type) && !isPlace;
  auto isTarget = [&](const Expr *operand) {
    if (!isPlace)
      return namedVariable(operand) == variable;
    std::optional<Path> place = movedPlace(*operand);
    return place && isSamePlace(*place, path);
  };
  if ((!isInteger && !isPointer && !type->isRealFloatingType()) ||
      !splitUpdate(update, isTarget, candidate.step, candidate.negative))
    return;
  const ModifiedSet &modified = *LoopModified.back();
  auto assignments = modified.assignments.find(variable);
  bool isOnce = isPlace ? MovedStarts[keyOf(path)].updates == 1
                        : (assignments != modified.assignments.end() && assignments->second == 1);
  if (!isOnce ||
      (candidate.step && !isInvariant(candidate.step, modified) && !isSparedPlace(*candidate.step)))
    return;
  if (isInteger || isPointer) {
    Value step = Value::integer(Polynomial(1));
    if (candidate.step) {
      step = evaluateQuietly(candidate.step);
      if (step.kind != Value::Kind::Integer || step.modulus != 0 || !step.number.isValid())
        return;
    }
    bool isDown = candidate.negative != (positionDirection(Effects, type) < 0);
    candidate.stepValue = isDown ? Polynomial() - step.number : step.number;
  }
  Entry &entry = Now.memory[keyOf(path)];
  if (isPointer) {
    auto known = Result.loops[loop].targetsAtEntry.find(variable);
    Value start =
        known != Result.loops[loop].targetsAtEntry.end()
            ? Value::pointer(known->second)
            : fresh(scalar, Result.loops[loop].parent, variable->getNameAsString(), nullptr);
    if (start.kind != Value::Kind::Pointer)
      return;
    loseRow(start.target);
    candidate.target = start.target;
    entry.value = offsetPointer(
        start, Value::integer(*candidate.stepValue * Result.loops[loop].iteration), false);
  }
  if (isInteger) {
    auto width = integerType(type);
    const Loop &entered = Result.loops[loop];
    auto known = entered.valuesAtEntry.find(variable);
    auto residue = entered.residuesAtEntry.find(variable);
    bool isResidue =
        known == entered.valuesAtEntry.end() && residue != entered.residuesAtEntry.end();
    if (isPlace) {
      const Value &start = MovedStarts[keyOf(path)].value;
      if (start.kind != Value::Kind::Integer)
        return;
      isResidue = start.modulus != 0;
      candidate.start = start.number;
    } else if (known != entered.valuesAtEntry.end() || isResidue)
      candidate.start = isResidue ? residue->second : known->second;
    else
      candidate.start =
          fresh(type, Result.loops[loop].parent, variable->getNameAsString(), nullptr).number;
    // `k += u` with an unsigned u is computed modulo 2^w, whatever the type of k. A sum in a wider
    // type is cut to that of k, which is no overflow either.
    QualType computed = type;
    if (const auto *compound = dyn_cast<CompoundAssignOperator>(update))
      computed = compound->getComputationResultType();
    else if (const auto *assignment = dyn_cast<BinaryOperator>(update))
      computed = assignment->getRHS()->IgnoreParenImpCasts()->getType();
    bool isCut = !computed->isIntegerType() ||
                 Context.getTypeSize(computed) >
                     std::max<std::uint64_t>(width->width, Context.getTypeSize(Context.IntTy));
    candidate.modulus = width->isSigned && !computed->isUnsignedIntegerType() && !isCut &&
                                width->width >= Context.getIntWidth(Context.IntTy) &&
                                !Options.wrappingIntegers && !isResidue
                            ? 0
                            : width->width;
    entry.value = Value::integer(
        candidate.start + *candidate.stepValue * Result.loops[loop].iteration, candidate.modulus);
  }
  entry.path = path;
  if (isPlace)
    Result.loops[loop].movedPlaces.push_back(path);
  Result.loops[loop].inductions.push_back(candidate);
}

void Evaluator::findInductions(LoopId loop, const LoopParts &parts) {
  FoundUpdates updates = findBodyUpdates(parts.body);
  if (parts.increment)
    findUpdates(parts.increment, false, updates);
  for (const auto &[update, valueUsed] : updates)
    addInduction(loop, update, valueUsed);
}

} // namespace loomp
