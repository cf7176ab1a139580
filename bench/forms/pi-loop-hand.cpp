//===- pi-loop-hand.cpp - pi by a parallel loop, by hand ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include <cstdio>
#include <cstdlib>

double pi(long n) {
  double step = 1.0 / n, sum = 0.0;
#pragma omp parallel for reduction(+ : sum)
  for (long i = 0; i < n; i++) {
    double x = (i + 0.5) * step;
    sum += 4.0 / (1.0 + x * x);
  }
  return step * sum;
}

int main(int argc, char **argv) {
  std::printf("%.9f\n", pi(argc > 1 ? std::atol(argv[1]) : 200000000));
}
