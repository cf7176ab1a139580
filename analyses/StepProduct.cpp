//===- StepProduct.cpp - the type of a number times a step ----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (int i = 0; i < n; ++i) {        const unsigned q_i =
//     a[i] = q;                              q + static_cast<unsigned long long>(i) * step;
//     q += step;
//   }
//
// Let x be an integer of w bits to which each iteration adds the same step. Its closed form x +
// number * step is right modulo 2^w, but it may overflow where the running sum did not.
//
// Theorem: it has the value of x, and nothing overflows, if the type in which the product is formed
//   (unsigned) has no sign, and w bits or more: such a product, and the sum, are right modulo 2^w;
//   (exact)    has a sign, the closed form is exact, and the number keeps its value: the product is
//              the difference of two values of x, which fits a wider type. It fits the type of x if
//              x starts at 0, or with the sign of the step. In 64 bits a difference fits
//              (docs/standing-assumptions.md);
//   (small)    has a sign, and more bits than the number and the step have together.
// Unsigned integers narrower than int are promoted to int, which has a sign.
//
// What a person would write is tried first. In an unsigned type of 64 bits it always holds.
//
//===----------------------------------------------------------------------===//

#include "analyses/StepProduct.h"

#include "analyses/EntryText.h"

using namespace clang;

namespace loomp {

static QualType promoted(const ASTContext &context, QualType type) {
  return context.getIntWidth(type) < context.getIntWidth(context.IntTy) ? QualType(context.IntTy)
                                                                        : type;
}

/// The type of a sum or product of numbers of these types.
static QualType commonType(const ASTContext &context, QualType a, QualType b) {
  a = promoted(context, a), b = promoted(context, b);
  unsigned widthOfA = context.getIntWidth(a), widthOfB = context.getIntWidth(b);
  if (widthOfA != widthOfB)
    return widthOfA > widthOfB ? a : b;
  return a->isUnsignedIntegerType() ? a : b;
}

/// So many bits has the size of a number: |x| <= 2^bits.
static unsigned bitsOf(const ASTContext &context, QualType type) {
  return context.getIntWidth(type) - (type->isSignedIntegerType() ? 1 : 0);
}

static unsigned bitsOf(Coefficient low, Coefficient high) {
  Coefficient size = std::max(high, -low);
  unsigned bits = 0;
  while (bits < 64 && (Coefficient(1) << bits) < size)
    ++bits;
  return bits;
}

/// The theorem, where the number of the iteration has this type, and the step that one.
static bool fits(const ASTContext &context, const StepProduct &product, QualType number,
                 QualType step) {
  constexpr unsigned mostTrips = 52; // bits; TooManyTrips
  unsigned width = context.getIntWidth(product.variable);
  QualType type = commonType(context, number, product.isOne ? number : step);
  unsigned typeWidth = context.getIntWidth(type);
  if (type->isUnsignedIntegerType())
    return typeWidth >= width;
  bool keepsValue = context.getIntWidth(number) > context.getIntWidth(product.index) ||
                    context.hasSameUnqualifiedType(number, product.index) ||
                    context.hasSameUnqualifiedType(number, context.LongLongTy);
  if (product.isExact && keepsValue &&
      (typeWidth > width || typeWidth == 64 || product.isLarger || product.isOne))
    return true;
  unsigned bits =
      std::min(mostTrips, std::min(bitsOf(context, number), bitsOf(context, product.index)));
  unsigned stepBits = bitsOf(context, step);
  if (product.low && product.high)
    stepBits = std::min(stepBits, bitsOf(*product.low, *product.high));
  // The variable itself is added, too.
  return bits + stepBits < typeWidth && width < typeWidth;
}

std::string iterationType(const ASTContext &context, const StepProduct &product) {
  unsigned width = context.getIntWidth(product.variable),
           indexWidth = context.getIntWidth(product.index);
  auto isRight = [&](QualType number) {
    if (!product.step.isNull())
      return fits(context, product, number, product.step);
    // Whatever type the text has: constants and small values may be int, or something wider.
    for (QualType step : {context.IntTy, context.UnsignedIntTy, context.LongLongTy})
      if (bool isWide = context.getIntWidth(step) == 64;
          isWide || (product.low && product.high &&
                     bitsOf(*product.low, *product.high) <= bitsOf(context, step)))
        if (!fits(context, product, number, step))
          return false;
    return true;
  };
  std::string own = spelledType(context, product.variable), wide = wideInteger(context);
  bool isWider = width > indexWidth;
  bool isOther = product.variable->isUnsignedIntegerType() &&
                 !context.hasSameUnqualifiedType(product.variable, product.index);
  bool isNarrow = width <= 32 && indexWidth <= 32 && !product.isOne && !product.isLarger;
  QualType first = isWider    ? product.variable
                   : isNarrow ? QualType(context.LongLongTy)
                   : isOther  ? product.variable
                              : product.index;
  if (isRight(first))
    return isWider || (isOther && !isNarrow) ? own : isNarrow ? wide : "";
  return isRight(context.LongLongTy) ? wide : "unsigned " + wide;
}

} // namespace loomp
