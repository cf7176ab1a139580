//===- pi-block-hand.cpp - pi by blocks, by hand --------------------------===//
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
    long id = omp_get_thread_num(), threads = omp_get_num_threads();
    long begin = id * n / threads, end = (id + 1) * n / threads;
    double sum = 0.0;
    for (long i = begin; i < end; i++) {
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
