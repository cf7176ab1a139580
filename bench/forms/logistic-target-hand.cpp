//===- logistic-target-hand.cpp - a function of a vector, by hand ---------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "seconds.h"

#include <cmath>
#include <vector>

static double logistic(double x) { return 1.0 / (1.0 + std::exp(-x)); }

static double activate(std::vector<double> &out, const std::vector<double> &in) {
  double *to = out.data(), sum = 0;
  const double *from = in.data();
  const std::size_t size = in.size();
#pragma omp target data map(to : from[0 : size]) map(from : to[0 : size])
  {
#pragma omp target teams loop
    for (std::size_t i = 0; i < size; i++)
      to[i] = logistic(from[i]) * std::sqrt(1.0 + from[i] * from[i]);
#pragma omp target teams loop map(tofrom : sum) reduction(+ : sum)
    for (std::size_t i = 0; i < size; i++)
      sum += to[i];
  }
  return sum;
}

int main(int argc, char **argv) {
  const int n = 20000000;
  std::vector<double> in(n), out(n);
  for (int i = 0; i < n; i++)
    in[i] = i % 1000 * 0.01 - 5;
  double result = 0;
  printSeconds(argc, argv, [] {}, [&] { result = activate(out, in); });
  std::printf("%.6f %.9f\n", result, out[n / 3]);
}
