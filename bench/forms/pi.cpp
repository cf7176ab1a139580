//===- pi.cpp - pi by the midpoint rule, serial ---------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include <cstdio>
#include <cstdlib>

double pi(long n) {
  double step = 1.0 / n, sum = 0.0, x = 0.5 * step;
  for (long i = 0; i < n; i++) {
    sum += 4.0 / (1.0 + x * x);
    x += step;
  }
  return step * sum;
}

int main(int argc, char **argv) {
  std::printf("%.9f\n", pi(argc > 1 ? std::atol(argv[1]) : 200000000));
}
