//===- logistic-regression.cpp - fitting a classifier -------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Gradient descent: in each step every sample adds its part to the gradient, a sum for each
// feature. The steps follow one another, the samples of a step do not.
//
//===----------------------------------------------------------------------===//

#include <cmath>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <vector>

constexpr int features = 10;

struct Samples {
  int count;
  std::vector<double> x; // `features` values for each sample
  std::vector<double> y; // its label: 1 or -1
};

void addGradient(const Samples &samples, const double *weights, double *gradient) {
  for (int i = 0; i < samples.count; i++) {
    double product = 0.0;
    for (int k = 0; k < features; k++)
      product += weights[k] * samples.x[i * features + k];
    double factor = (1.0 / (1.0 + std::exp(-samples.y[i] * product)) - 1.0) * samples.y[i];
    for (int k = 0; k < features; k++)
      gradient[k] += factor * samples.x[i * features + k];
  }
}

int main(int argc, char **argv) {
  int count = argc > 1 ? std::atoi(argv[1]) : 1'000'000;
  int steps = argc > 2 ? std::atoi(argv[2]) : 20;
  Samples samples{count, std::vector<double>(static_cast<std::size_t>(count) * features),
                  std::vector<double>(count)};
  for (int i = 0; i < count; i++) {
    double sum = 0.0;
    for (int k = 0; k < features; k++) {
      samples.x[i * features + k] = std::sin(i * 0.7 + k * 1.3);
      sum += samples.x[i * features + k] * (k - 4.5);
    }
    samples.y[i] = sum > 0.0 ? 1.0 : -1.0;
  }

  double weights[features] = {};
  for (int step = 0; step < steps; step++) {
    double gradient[features] = {};
    addGradient(samples, weights, gradient);
    for (int k = 0; k < features; k++)
      weights[k] -= 0.5 / count * gradient[k];
  }
  for (int k = 0; k < features; k++)
    std::printf("%.9e%s", weights[k], k + 1 < features ? " " : "\n");
}
