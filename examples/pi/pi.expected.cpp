//===- pi.cpp - pi by the midpoint rule ---------------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The integral of 4 / (1 + x^2) over [0, 1], with x carried from step to step.
//
//===----------------------------------------------------------------------===//

#include <cstdio>
#include <cstdlib>

double pi(long n) {
  double step = 1.0 / n, sum = 0.0, x = 0.5 * step;
  #pragma omp parallel for reduction(+ : sum) if(n > 5000)
  for (long i = 0; i < n; i++) {
    const double x_i = x + i * step;
    sum += 4.0 / (1.0 + x_i * x_i);
  }
  return step * sum;
}

int main(int argc, char **argv) {
  long n = argc > 1 ? std::atol(argv[1]) : 200'000'000;
  std::printf("pi = %.9f\n", pi(n));
}
