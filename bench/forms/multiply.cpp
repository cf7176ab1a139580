//===- multiply.cpp - a product of matrices, serial -----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Usage: multiply [REPETITIONS]
//
//===----------------------------------------------------------------------===//

#include "seconds.h"

#include <vector>

static void multiply(const double *__restrict a, const double *__restrict b, double *__restrict c,
                     int n) {
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++) {
      double sum = 0;
      for (int k = 0; k < n; k++)
        sum += a[i * n + k] * b[k * n + j];
      c[i * n + j] = sum;
    }
}

int main(int argc, char **argv) {
  const int n = 1000;
  std::vector<double> a(n * n), b(n * n), c(n * n);
  int value = 1;
  for (double *x : {a.data(), b.data()})
    for (int i = 0; i < n * n; i++) {
      value = value * 1103 % 10007;
      x[i] = value * 0.001;
    }
  printSeconds(argc, argv, [] {}, [&] { multiply(a.data(), b.data(), c.data(), n); });
  std::printf("%.6f %.6f %.6f\n", c[0], c[n * n / 2 + 77], c[n * n - 1]);
}
