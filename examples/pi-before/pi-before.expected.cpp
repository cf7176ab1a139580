//===- pi-before.cpp - pi, the midpoint advanced before its use ---------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Starts half a step to the left of zero and moves to the next midpoint first.
//
//===----------------------------------------------------------------------===//

#include <cstdio>
#include <cstdlib>

double pi(long n) {
  double step = 1.0 / n;
  double x = -0.5 * step;
  double sum = 0.0;
  #pragma omp parallel for reduction(+ : sum) if(n > 5000)
  for (long i = 0; i < n; i++) {
    const double x_i = x + (i + 1) * step;
    sum += 4.0 / (1.0 + x_i * x_i);
  }
  return step * sum;
}

int main(int argc, char **argv) {
  long n = argc > 1 ? std::atol(argv[1]) : 200'000'000;
  std::printf("pi = %.9f\n", pi(n));
}
