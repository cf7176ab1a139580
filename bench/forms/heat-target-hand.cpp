//===- heat-target-hand.cpp - heat in a rod, over time, by hand -----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "seconds.h"

#include <vector>

static void heat(double *__restrict u, double *__restrict v, int n, int steps) {
#pragma omp target data map(tofrom : u[0 : n]) map(tofrom : v[0 : n])
  for (int t = 0; t < steps; t++) {
#pragma omp target teams loop
    for (int i = 1; i < n - 1; i++)
      v[i] = u[i] + 0.1 * (u[i - 1] - 2 * u[i] + u[i + 1]);
#pragma omp target teams loop
    for (int i = 1; i < n - 1; i++)
      u[i] = v[i];
  }
}

int main(int argc, char **argv) {
  const int n = 4000000;
  std::vector<double> u(n), v(n);
  auto prepare = [&] {
    for (int i = 0; i < n; i++)
      u[i] = v[i] = i % 1000 * 0.5;
  };
  printSeconds(argc, argv, prepare, [&] { heat(u.data(), v.data(), n, 100); });
  std::printf("%.9f %.9f %.9f\n", u[1], u[n / 2], u[n - 2]);
}
