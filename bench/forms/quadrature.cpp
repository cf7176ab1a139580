//===- quadrature.cpp - pi by the midpoint rule, repeated, serial ---------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Usage: quadrature [REPETITIONS]
//
//===----------------------------------------------------------------------===//

#include "seconds.h"

static double pi(long n) {
  double step = 1.0 / static_cast<double>(n), sum = 0.0, x = 0.5 * step;
  for (long i = 0; i < n; i++) {
    sum += 4.0 / (1.0 + x * x);
    x += step;
  }
  return step * sum;
}

int main(int argc, char **argv) {
  double result = 0;
  printSeconds(argc, argv, [] {}, [&] { result = pi(200000000); });
  std::printf("%.9f\n", result);
}
