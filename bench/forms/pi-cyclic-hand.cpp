//===- pi-cyclic-hand.cpp - pi by cyclic shares, by hand ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include <cstdio>
#include <cstdlib>
#include <omp.h>

double pi(long n) {
  double step = 1.0 / n, all = 0.0;
#pragma omp parallel
  {
    int id = omp_get_thread_num(), threads = omp_get_num_threads();
    double sum = 0.0;
    for (long i = id; i < n; i += threads) {
      double x = (i + 0.5) * step;
      sum += 4.0 / (1.0 + x * x);
    }
#pragma omp atomic
    all += sum;
  }
  return step * all;
}

int main(int argc, char **argv) {
  std::printf("%.9f\n", pi(argc > 1 ? std::atol(argv[1]) : 200000000));
}
