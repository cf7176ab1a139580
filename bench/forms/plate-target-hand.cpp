//===- plate-target-hand.cpp - heat in a plate, over time, by hand --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "seconds.h"

#include <vector>

static void relax(double *__restrict u, double *__restrict v, int n, int steps) {
#pragma omp target data map(tofrom : u[0 : n * n]) map(tofrom : v[0 : n * n])
  for (int t = 0; t < steps; t++) {
#pragma omp target teams distribute parallel for collapse(2)
    for (int i = 1; i < n - 1; i++)
      for (int j = 1; j < n - 1; j++)
        v[i * n + j] =
            0.25 * (u[(i - 1) * n + j] + u[(i + 1) * n + j] + u[i * n + j - 1] + u[i * n + j + 1]);
#pragma omp target teams distribute parallel for collapse(2)
    for (int i = 1; i < n - 1; i++)
      for (int j = 1; j < n - 1; j++)
        u[i * n + j] = v[i * n + j];
  }
}

int main(int argc, char **argv) {
  const int n = 2000;
  std::vector<double> u(n * n), v(n * n);
  auto prepare = [&] {
    for (int i = 0; i < n * n; i++)
      u[i] = v[i] = i % 1000 * 0.5;
  };
  printSeconds(argc, argv, prepare, [&] { relax(u.data(), v.data(), n, 10); });
  std::printf("%.9f %.9f %.9f\n", u[n + 1], u[n * n / 2 + 7], u[n * n - n - 2]);
}
