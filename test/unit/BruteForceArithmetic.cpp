//===- BruteForceArithmetic.cpp - operators of generated programs ---------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "test/unit/BruteForceProgram.h"

#include <algorithm>
#include <climits>

namespace loomp::brute {

long apply(char op, long left, long right) {
  // Small values; what overflows does so in the same way each time.
  auto a = static_cast<unsigned long>(left), b = static_cast<unsigned long>(right);
  switch (op) {
  case '+':
    return static_cast<long>(a + b);
  case '-':
    return static_cast<long>(a - b);
  case '*':
    return static_cast<long>(a * b);
  case '&':
    return static_cast<long>(a & b);
  case '|':
    return static_cast<long>(a | b);
  case '^':
    return static_cast<long>(a ^ b);
  case '<':
    return left < right;
  case '>':
    return left > right;
  default:
    return left == right;
  }
}

long identityOf(const std::string &op) {
  if (op == "min" || op == "max")
    return op == "min" ? INT_MAX : INT_MIN;
  return op == "*" || op == "&&" ? 1 : op == "&" ? -1 : 0;
}

long combine(const std::string &op, long left, long right) {
  if (op == "min")
    return std::min(left, right);
  if (op == "max")
    return std::max(left, right);
  if (op == "&&" || op == "||")
    return op == "&&" ? left && right : left || right;
  return apply(op[0], left, right);
}

} // namespace loomp::brute
