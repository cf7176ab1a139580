//===- InBounds.cpp - what accesses in bounds say of an iteration ---------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   static double a[400];
//   for (i = 0; i < n; i++) {
//     if (x[i] > 0) a[i] = 1;
//     a[i + 200] = 2;             in bounds: i < 200 in every iteration, so the two never meet
//   }
//
// Theorem: let the access C stand under a condition that is one of those of the access A, or under
// none that A does not stand under, with no loop around it that is not around A. Then every
// iteration (of all loops around C) that performs A and is completed performs C: before A, or
// behind it, where nothing leaves the iteration. An iteration of a program without undefined
// behaviour performs C within the bounds of its array (docs/standing-assumptions.md), so the
// subscript of C is in range wherever A is performed. Its symbols have the values that they have at
// A: they change with the iterations of loops around both only.
//
// A last iteration that ends with the program would not be completed: what may end it is an effect
// of the loop, and then nothing is said. Neither is it where labels or handlers are: they lead to
// places that the chain of conditions does not tell.
//
// C must be what the text spells as an element of an array of known size, read or written in
// place. Not an array at the end of a structure, behind which programs put more elements, nor one
// that a cast makes of other memory; no pointer that may have left its row; nothing that a callee
// or the library does, who may do it not at all.
//
//===----------------------------------------------------------------------===//

#include "analyses/PairSystem.h"

using namespace clang;

namespace loomp {

/// Do programs take the member for the begin of a larger array?
static bool mayBeLonger(const FieldDecl &field) {
  return field.getParent()->isUnion() ||
         field.getFieldIndex() + 1 ==
             std::distance(field.getParent()->field_begin(), field.getParent()->field_end());
}

/// Adds what the access says of its own subscripts.
static void addSubscripts(const Access &access, std::vector<Polynomial> &values) {
  if (!access.expression || !access.isInFunction || access.mayKeep)
    return;
  const Expr *place = access.expression->IgnoreParenImpCasts();
  if (!place->isGLValue() || !place->getType()->isScalarType())
    return;
  std::vector<Polynomial> found;
  const auto &components = access.path.components;
  for (size_t i = components.size(); i-- > 0;) {
    const Component &component = components[i];
    if (const auto *member = dyn_cast<MemberExpr>(place);
        member && component.kind == Component::Kind::Field && !member->isArrow()) {
      place = member->getBase()->IgnoreParenImpCasts();
      continue;
    }
    const auto *subscript = dyn_cast<ArraySubscriptExpr>(place);
    if (!subscript || component.kind != Component::Kind::Index)
      break;
    const Expr *base = subscript->getBase()->IgnoreParenImpCasts();
    const auto *array = dyn_cast_or_null<ConstantArrayType>(
        base->getType().getCanonicalType()->getAsArrayTypeUnsafe());
    if (!array)
      break;
    place = base;
    const auto *member = dyn_cast<MemberExpr>(base);
    const auto *field = member ? dyn_cast<FieldDecl>(member->getMemberDecl()) : nullptr;
    if (!component.index || !component.index->isAffine() || component.isFlat || !component.extent ||
        array->getSize() != static_cast<uint64_t>(*component.extent) ||
        (member && (!field || mayBeLonger(*field))))
      continue;
    found.push_back(*component.index);
    found.push_back(Polynomial(*component.extent - 1) - *component.index);
  }
  // A row of what a pointer leads to is as long as its type says, if no cast gave it the type.
  while (const auto *subscript = dyn_cast<ArraySubscriptExpr>(place))
    place = subscript->getBase()->IgnoreParenImpCasts();
  if (const auto *pointee = dyn_cast<UnaryOperator>(place);
      pointee && pointee->getOpcode() == UO_Deref)
    place = pointee->getSubExpr()->IgnoreParenImpCasts();
  if (isa<DeclRefExpr, MemberExpr>(place))
    values.insert(values.end(), found.begin(), found.end());
}

std::vector<Polynomial> valuesInBounds(const Model &model, LoopId loop, const Access &access) {
  constexpr size_t mostAccesses = 2000, mostValues = 16;
  const Loop &judged = model.loops[loop];
  std::vector<Polynomial> values;
  if (model.hasJumps || judged.accessEnd - judged.accessBegin > mostAccesses)
    return values;
  for (size_t i = judged.effectBegin; i < judged.effectEnd; ++i)
    if (model.effects[i].reason == "early-exit" || model.effects[i].reason == "may-throw")
      return values;
  // Which threads run a construct in it is another condition.
  for (const Construct &construct : model.constructs)
    if (construct.accessBegin >= judged.accessBegin && construct.accessEnd <= judged.accessEnd)
      return values;
  std::set<int> conditions;
  for (int guard = access.guard; guard >= 0; guard = model.guards[guard].parent)
    conditions.insert(guard);
  for (size_t i = judged.accessBegin; i < judged.accessEnd; ++i) {
    const Access &other = model.accesses[i];
    if (!conditions.count(other.guard) || !model.isInside(other.loop, loop) ||
        !model.isInside(access.loop, other.loop))
      continue;
    std::vector<Polynomial> found;
    addSubscripts(other, found);
    for (Polynomial &value : found) {
      bool isSame = true;
      for (const auto &[monomial, coefficient] : value.terms())
        for (SymbolId symbol : monomial)
          isSame &= model.symbols[symbol].loop == NoLoop ||
                    model.isInside(other.loop, model.symbols[symbol].loop);
      bool isKnown = false;
      for (Polynomial &each : values)
        if (auto gain = (each - value).asConstant(); gain && isSame) {
          isKnown = true;
          if (*gain > 0) // the narrower one
            each = value;
          break;
        }
      if (isSame && !isKnown && values.size() < mostValues)
        values.push_back(std::move(value));
    }
  }
  return values;
}

} // namespace loomp
