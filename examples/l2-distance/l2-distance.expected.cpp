//===- l2-distance.cpp - how far apart two vectors are ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The Euclidean distance of two vectors, and of each row of one matrix to each row of another.
//
//===----------------------------------------------------------------------===//

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

double distance(const std::vector<double> &a, const std::vector<double> &b) {
  double sum = 0.0;
  #pragma omp parallel for reduction(+ : sum) if(a.size() > 10000)
  for (std::size_t i = 0; i < a.size(); i++) {
    double difference = a[i] - b[i];
    sum += difference * difference;
  }
  return std::sqrt(sum);
}

void distances(int rows, int columns, const float *a, const float *b, float *result) {
  #pragma omp parallel for \
      if((std::uintptr_t(a) + ((long long)rows * columns) * sizeof(*a) <= std::uintptr_t(result) || \
      std::uintptr_t(result) + ((long long)rows * rows) * sizeof(*result) <= std::uintptr_t(a)) && \
      (std::uintptr_t(b) + ((long long)rows * columns) * sizeof(*b) <= std::uintptr_t(result) || \
      std::uintptr_t(result) + ((long long)rows * rows) * sizeof(*result) <= std::uintptr_t(b)))
  for (int i = 0; i < rows; i++) {
    for (int j = 0; j < rows; j++) {
      float sum = 0.0f;
      for (int k = 0; k < columns; k++) {
        float difference = a[i * columns + k] - b[j * columns + k];
        sum += difference * difference;
      }
      result[i * rows + j] = std::sqrt(sum);
    }
  }
}

int main(int argc, char **argv) {
  int rows = argc > 1 ? std::atoi(argv[1]) : 2000;
  int columns = 128;
  std::size_t size = static_cast<std::size_t>(rows) * columns;
  std::vector<double> u(size), v(size);
  std::vector<float> a(size), b(size), result(static_cast<std::size_t>(rows) * rows);
  #pragma omp parallel for if(size > 1000)
  for (std::size_t i = 0; i < size; i++) {
    u[i] = std::sin(i * 0.01);
    v[i] = std::cos(i * 0.02);
    a[i] = static_cast<float>(u[i]);
    b[i] = static_cast<float>(v[i]);
  }
  distances(rows, columns, a.data(), b.data(), result.data());
  double sum = 0.0;
  #pragma omp parallel for reduction(+ : sum) if(result.size() > 50000)
  for (float value : result)
    sum += value;
  std::printf("distance %.9f, sum of distances %.6e\n", distance(u, v), sum);
}
