//===- LinearStep.cpp - steps that a clause can name ----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (int i = 0; i < n; i++) {       linear(k : 2): each lane finds k0 + 2 * t in iteration t,
//     a[i] = b[k];                      and moves a k of its own
//     k += 2;
//   }
//
// Theorem. Let every iteration leave in k what it finds there plus s, with an s that is the same in
// all. Under `linear(k : s)` (OpenMP 5.2, 5.4.6) iteration t starts with a k of its own that holds
// k0 + s * t, which is what the iterations before it leave there one after the other, and moves it
// as the text says; the k of the last iteration is assigned to the variable. So the text stays as
// it is, and k has its value everywhere: before and behind its updates, and after the loop.
//
// What is asked of s besides: it is evaluated in front of the loop, also if that runs no iteration,
// so it is a constant or the name of a variable. It counts elements, of a pointer.
//
// clang 22 computes s * t in the type of a product of s and the number of the iteration, which has
// 32 bits where the index has no more. Where the product may not fit, s is spelled in a wider type;
// where no type is known to be wide enough, or a negative product would be one of unsigned numbers
// and be added to a pointer, there is no clause. Nor is there one where a pointer counts the
// iterations: there g++ 12.2 lets the blocks of a team start with other values. These values g++
// computes in the type of the variable, where the product may not fit either: a step in a wider
// type says so, and is none for threads (rewriters/Simd.cpp), unless a pointer moves.
//
//===----------------------------------------------------------------------===//

#include "analyses/EntryText.h"
#include "analyses/Judge.h"

#include <algorithm>

using namespace clang;

namespace loomp {

namespace {
/// The product of a step and the number of an iteration, and what it is added to.
struct LinearProduct {
  const ASTContext &context;
  bool isPointer = false;    ///< what moves is a pointer
  bool isWide = false;       ///< it is a pointer, or has 64 bits
  bool isExact = false;      ///< it never wraps
  bool isNumbered64 = false; ///< the number of an iteration has 64 bits, else 32
  bool isUnsigned = false;   ///< the number of an iteration has an unsigned type
  bool wraps = false;        ///< what moves has an unsigned type
  std::optional<Coefficient> start;
};
} // namespace

static bool isPlainInteger(const ASTContext &context, QualType type) {
  return isa<BuiltinType>(type.getCanonicalType()) && type->isIntegerType() &&
         !type->isBooleanType() && context.getIntWidth(type) <= 64;
}

static std::string constantStep(const LinearProduct &product, Coefficient step) {
  constexpr Coefficient most = 1 << 20; // in 64 bits no product with a number of iterations wraps
  bool isDown = step < 0, isUnit = step == 1 || step == -1;
  bool isBelow = product.isPointer && product.isNumbered64 && product.isUnsigned && isDown;
  if (step == 0 || step > most || step < -most || isBelow)
    return "";
  // The product of an exact variable that starts at 0, or on that side of it, is in its range, too.
  bool isWithin =
      product.isExact && product.start && (*product.start == 0 || (*product.start > 0) == !isDown);
  bool fits = product.isNumbered64 ? true
              : isUnit             ? !(product.isWide && product.isUnsigned && isDown)
                                   : !product.isWide && (product.isUnsigned || isWithin);
  bool fitsOwn = product.isPointer || product.wraps || isWithin ||
                 (product.isExact && (isUnit || product.isWide));
  return toString(step) + (fits && fitsOwn ? "" : wideSuffix(product.context));
}

/// `type` is that of the variable that holds the step, whose sign is not known.
static std::string namedStep(const LinearProduct &product, const std::string &name, QualType type,
                             bool isDown) {
  const ASTContext &context = product.context;
  bool isLong = context.getIntWidth(type) == 64;
  if (type->isUnsignedIntegerType())
    return isLong && product.isNumbered64 && !isDown ? name : "";
  bool startsAtZero = product.isExact && product.start && *product.start == 0;
  // The product of two numbers of 32 bits has room in 64. That of wider ones is what the variable
  // moves by, or wraps as it does.
  bool isLarge = isLong || product.isNumbered64;
  bool wraps = product.isNumbered64 && product.isUnsigned;
  bool fits = !isLarge || (wraps ? !product.isPointer : product.isPointer || startsAtZero);
  if (!fits || (isLong && isDown)) // the smallest number has no counterpart
    return "";
  if (!isDown && (isLarge || (!product.isWide && startsAtZero)))
    return name;
  std::string wide = wideInteger(context);
  return (isDown ? "-" : "") + (context.getLangOpts().CPlusPlus
                                    ? "static_cast<" + wide + ">(" + name + ")"
                                    : "(" + wide + ")" + name);
}

std::string linearStep(const JudgeContext &judgement, LoopId loop, const VarDecl &variable,
                       const Polynomial &step, bool isExact) {
  const ASTContext &context = judgement.context;
  const Loop &judged = judgement.model.loops[loop];
  QualType type = variable.getType().getCanonicalType();
  bool isPointer = type->isPointerType() && type->getPointeeType()->isObjectType();
  // In a template the text means another number each time; a variable from outside of a lambda is
  // no variable of the function.
  auto isOutside = [&](const Object &object) {
    return object.kind == ObjectKind::Variable && object.declaration == &variable &&
           object.preexisting;
  };
  if (!judged.index || judgement.model.isInstantiated || !variable.hasLocalStorage() ||
      (!isPointer && !isPlainInteger(context, type)) ||
      std::any_of(judgement.model.objects.begin(), judgement.model.objects.end(), isOutside))
    return "";
  LinearProduct product{.context = context, .isPointer = isPointer, .isExact = isExact};
  QualType index = judged.index->getType();
  if (judged.isPosition || !isPlainInteger(context, index))
    return "";
  product.isWide = isPointer || context.getIntWidth(type) == 64;
  product.wraps = type->isUnsignedIntegerType();
  product.isNumbered64 = context.getIntWidth(index) == 64;
  product.isUnsigned = index->isUnsignedIntegerType() && context.getIntWidth(index) >= 32;
  if (auto start = judged.valuesAtEntry.find(&variable); start != judged.valuesAtEntry.end())
    product.start = start->second.asConstant();
  if (auto constant = step.asConstant())
    return constantStep(product, *constant);
  bool isDown = !step.asSymbol();
  Polynomial size = isDown ? Polynomial() - step : step;
  if (!size.asSymbol())
    return "";
  auto name = renderAtEntry(judgement.model, loop, size, context);
  auto named = name ? judged.scope.find(*name) : judged.scope.end();
  const auto *holder = named == judged.scope.end() ? nullptr : dyn_cast<VarDecl>(named->second);
  return holder && isPlainInteger(context, holder->getType())
             ? namedStep(product, *name, holder->getType(), isDown)
             : "";
}

} // namespace loomp
