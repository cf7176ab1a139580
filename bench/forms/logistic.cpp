//===- logistic.cpp - a function of each element of a vector, serial ------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Usage: logistic [REPETITIONS]
//
//===----------------------------------------------------------------------===//

#include "seconds.h"

#include <cmath>
#include <vector>

static double logistic(double x) { return 1.0 / (1.0 + std::exp(-x)); }

static double activate(std::vector<double> &out, const std::vector<double> &in) {
  for (std::size_t i = 0; i < in.size(); i++)
    out[i] = logistic(in[i]) * std::sqrt(1.0 + in[i] * in[i]);
  double sum = 0;
  for (std::size_t i = 0; i < out.size(); i++)
    sum += out[i];
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
