//===- EvaluateArithmetic.cpp - sums, quotients and bits ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Binary operators on integers. Sums and products are exact, or known modulo 2^w where the type
// wraps. Quotients, remainders, shifts, masks and single bits are floors of the operand divided by
// a power of two, or by a constant: fresh symbols with the inequalities that define them.
//
//===----------------------------------------------------------------------===//

#include "analyses/Evaluator.h"

#include "llvm/ADT/bit.h"

using namespace clang;

namespace loomp {

/// `left % right` for a positive `right` that is no constant.
std::optional<Value> Evaluator::remainderBy(const Value &left, const Value &right, QualType type) {
  Polynomial dividend = exact(left, type), divisor = exact(right, type);
  if (!dividend.isAffine() || !divisor.isAffine() || !provenNonNegative(divisor - Polynomial(1)))
    return std::nullopt;
  Value result = fresh(type, levelOf({&left, &right}), "remainder", nullptr);
  Symbol &symbol = Result.symbols[*result.number.asSymbol()];
  symbol.facts.push_back({divisor - result.number - Polynomial(1), false});
  symbol.remainder = Remainder{dividend, divisor};
  // C truncates towards zero: the remainder has the sign of the dividend.
  if (provenNonNegative(dividend))
    Result.symbols[*result.number.asSymbol()].facts.push_back({result.number, false});
  else
    Result.symbols[*result.number.asSymbol()].facts.push_back(
        {divisor + result.number - Polynomial(1), false});
  return result;
}

/// `x ^ c` and `x | c`, c without a sign and with few bits. Bit k of x is
/// floor(x / 2^k) - 2 * floor(x / 2^(k + 1)); where it is b, changing it adds 2^k - 2^(k + 1) * b,
/// setting it adds 2^k - 2^k * b.
std::optional<Value> Evaluator::changeBits(BinaryOperatorKind op, const Value &left,
                                           Coefficient mask, QualType type) {
  constexpr int mostBits = 4;
  if (mask < 0 || mask >= (Coefficient(1) << 62) ||
      llvm::popcount(static_cast<std::uint64_t>(mask)) > mostBits)
    return std::nullopt;
  Polynomial number = exact(left, type);
  if (!number.isAffine())
    return std::nullopt;
  Polynomial result = number;
  for (Coefficient bit = 1; bit <= mask; bit *= 2) {
    if ((mask & bit) == 0)
      continue;
    // number - wrap(number, m, 0) is m * floor(number / m).
    bool isLast = provenWithin(number, 0, 2 * bit - 1);
    Polynomial above = isLast ? Polynomial() : number - wrap(number, 2 * bit, 0);
    Polynomial value = (bit == 1 ? number : number - wrap(number, bit, 0)) - above; // bit * b
    result = result + Polynomial(bit) - value * Polynomial(op == BO_Xor ? 2 : 1);
  }
  return Value::integer(result);
}

/// `left << right` by a number of bits that is not known: the same value for the same operands.
/// A single bit without a sign is never lost: to shift it out is undefined.
Value Evaluator::shifted(const Value &left, const Value &right, QualType type) {
  auto integer = integerType(type);
  if (!left.number.isValid() || !right.number.isValid())
    return fresh(type, levelOf({&left, &right}), "value", nullptr);
  std::string key = std::to_string(integer->width) + (integer->isSigned ? "s" : "u");
  for (const Value *operand : {&left, &right})
    key += " " + std::to_string(operand->modulus) + " " + operand->number.key();
  auto [place, isNew] = Shifted.try_emplace(key, 0);
  if (isNew) {
    Value result = fresh(type, levelOf({&left, &right}), "value", nullptr);
    place->second = *result.number.asSymbol();
    if (!integer->isSigned && left.modulus == 0 && left.number == Polynomial(1))
      Result.symbols[place->second].low = 1;
  }
  return Value::integer(Polynomial::symbol(place->second));
}

/// `left & right` with a mask that is not known: an operand without a sign keeps what is no more
/// than itself. Readers take the first bound: that of an operand that varies less.
Value Evaluator::masked(const Value &left, const Value &right, QualType type) {
  Value result = fresh(type, levelOf({&left, &right}), "value", nullptr);
  LoopId outer = levelOf({&right});
  bool isLeftInner = outer == NoLoop || Result.isInside(levelOf({&left}), outer);
  for (const Value &mask : {isLeftInner ? right : left, isLeftInner ? left : right})
    if (Polynomial most = exact(mask, type); most.isAffine() && provenNonNegative(most)) {
      SymbolId kept = *result.number.asSymbol();
      Result.symbols[kept].facts.push_back({most - result.number, false});
      Result.symbols[kept].facts.push_back({result.number, false});
    }
  return result;
}

/// If `x & mask` clears the lowest k bits in a type of so many: 2^k. In two's complement that
/// leaves 2^k * floor(x / 2^k), also of a negative x.
static std::optional<Coefficient> clearedBelow(const Polynomial &mask, unsigned width) {
  auto bits = mask.asConstant();
  if (!bits)
    return std::nullopt;
  Coefficient span = Coefficient(1) << width;
  Coefficient cleared = span - ((*bits % span) + span) % span;
  bool isPower = (cleared & (cleared - 1)) == 0;
  return isPower && cleared > 1 && cleared < span ? std::optional(cleared) : std::nullopt;
}

Value Evaluator::arithmetic(BinaryOperatorKind op, const Value &left, const Value &right,
                            QualType type) {
  auto integer = integerType(type);
  if (!integer || left.kind != Value::Kind::Integer || right.kind != Value::Kind::Integer) {
    LoopId level = levelOf({&left, &right});
    Value result = integer ? fresh(type, level, "value", nullptr) : Value();
    result.level = level;
    result.taint = left.taint;
    result.taint.insert(right.taint.begin(), right.taint.end());
    return result;
  }
  bool mayWrap = !integer->isSigned || Options.wrappingIntegers;
  unsigned modulus = mayWrap ? integer->width : 0;
  auto ring = [&](Polynomial number) {
    if (!number.isValid())
      return fresh(type, currentLoop(), "value", nullptr);
    if (auto constant = number.asConstant(); constant && mayWrap)
      return Value::integer(exact(Value::integer(number, modulus), type));
    return Value::integer(std::move(number), modulus);
  };
  // A small number is what it is under any modulus.
  auto smallConstant = [&]() -> std::optional<Coefficient> {
    auto constant = right.number.asConstant();
    bool isExact = right.modulus == 0 || (right.modulus >= 32 && constant && *constant >= 0 &&
                                          *constant < (Coefficient(1) << 31));
    return isExact ? constant : std::nullopt;
  };
  switch (op) {
  case BO_Add:
    return ring(left.number + right.number);
  case BO_Sub:
    return ring(left.number - right.number);
  case BO_Mul:
    return ring(left.number * right.number);
  case BO_Shl: {
    auto amount = right.number.asConstant();
    if (!amount)
      return shifted(left, right, type);
    if (*amount < 0 || *amount >= integer->width)
      break;
    // Modular for signed operands too since C++20.
    modulus = integer->width;
    mayWrap = true;
    return ring(left.number * Polynomial(Coefficient(1) << static_cast<int>(*amount)));
  }
  case BO_Div:
  case BO_Rem:
  case BO_Shr:
  case BO_And: {
    if (auto cleared = op == BO_And ? clearedBelow(right.number, integer->width) : std::nullopt)
      if (Polynomial number = exact(left, type); number.isAffine())
        return Value::integer(number - wrap(number, *cleared, 0));
    auto amount = smallConstant();
    if (op == BO_Rem && !right.number.isConstant())
      if (auto rest = remainderBy(left, right, type))
        return *rest;
    if (!amount)
      break;
    Coefficient divisor = *amount;
    if (op == BO_Shr && (divisor < 0 || divisor >= integer->width))
      break;
    if (op == BO_Shr)
      divisor = Coefficient(1) << static_cast<int>(divisor);
    if (op == BO_And)
      divisor += 1; // x & (2^k - 1)
    if (divisor <= 0 || (op == BO_And && (divisor & (divisor - 1)) != 0))
      break;
    // `i * (i + 1) / 2` of 64 bits without a sign.
    if ((op == BO_Div || op == BO_Shr) && left.modulus == 64 && integer->width == 64 &&
        !integer->isSigned)
      if (auto quotient = exactQuotient(left.number.withoutMultiplesOf(Coefficient(1) << 64),
                                        divisor, type, true))
        return *quotient;
    Polynomial dividend = exact(left, type);
    if (auto constant = dividend.asConstant(); constant && *constant >= 0)
      return Value::integer(
          Polynomial(op == BO_Div || op == BO_Shr ? *constant / divisor : *constant % divisor));
    if (op == BO_Div || op == BO_Shr)
      if (auto quotient = exactQuotient(dividend, divisor, type, false))
        return *quotient;
    // Division truncates towards zero: without a sign only shifts and masks are floors.
    if (!dividend.isAffine() || ((op == BO_Div || op == BO_Rem) && !provenNonNegative(dividend)))
      break;
    Polynomial remainder = wrap(dividend, divisor, 0);
    if (op == BO_Rem || op == BO_And)
      return Value::integer(remainder);
    // dividend - remainder = divisor * quotient, so the quotient is the fresh symbol itself.
    Polynomial multiple = dividend - remainder;
    Polynomial quotient;
    for (const auto &[monomial, coefficient] : multiple.terms())
      quotient.add(monomial, coefficient / divisor);
    return Value::integer(quotient);
  }
  case BO_Xor:
  case BO_Or:
    if (auto mask = smallConstant())
      if (auto changed = changeBits(op, left, *mask, type))
        return *changed;
    break;
  default:
    break;
  }
  // A quotient that truncates: at least its distance from the exact one is known, and where it is
  // positive it is a floor (LoopCondition.cpp uses that). What it leaves is congruent to the
  // dividend.
  auto divisor = right.number.asConstant();
  bool isDivision = (op == BO_Div || op == BO_Rem) && divisor && *divisor > 0 &&
                    left.modulus == 0 && left.number.isAffine() && integer->isSigned;
  if (isDivision && op == BO_Rem) {
    Value quotient = arithmetic(BO_Div, left, right, type);
    return Value::integer(left.number - quotient.number * Polynomial(*divisor));
  }
  if (op == BO_And)
    return masked(left, right, type);
  Value result = fresh(type, levelOf({&left, &right}), "value", nullptr);
  if (isDivision) {
    Symbol &quotient = Result.symbols.back();
    quotient.facts.push_back(
        {left.number - result.number * Polynomial(*divisor) + Polynomial(*divisor - 1), false});
    quotient.facts.push_back(
        {result.number * Polynomial(*divisor) - left.number + Polynomial(*divisor - 1), false});
    quotient.dividend = left.number;
    quotient.divisor = *divisor;
  }
  return result;
}

} // namespace loomp
