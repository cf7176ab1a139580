//===- quadrature-target-hand.cpp - pi by the midpoint rule, by hand ------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "seconds.h"

static double pi(long n) {
  double step = 1.0 / static_cast<double>(n), sum = 0.0;
#pragma omp target teams loop map(tofrom : sum) reduction(+ : sum)
  for (long i = 0; i < n; i++) {
    double x = (static_cast<double>(i) + 0.5) * step;
    sum += 4.0 / (1.0 + x * x);
  }
  return step * sum;
}

int main(int argc, char **argv) {
  double result = 0;
  printSeconds(argc, argv, [] {}, [&] { result = pi(200000000); });
  std::printf("%.9f\n", result);
}
