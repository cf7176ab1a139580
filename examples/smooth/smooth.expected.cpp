//===- smooth.cpp - a signal, smoothed again and again ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Each pass replaces a value by a weighted mean of itself and its two neighbours, in plain C
// arrays. The ends are copied.
//
//===----------------------------------------------------------------------===//

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

void smooth(const double *a, double *b, int n) {
  b[0] = a[0];
  #pragma omp parallel for if(n - 2 > 5000 && \
      (std::uintptr_t(a) + n * sizeof(*a) <= std::uintptr_t(b) + sizeof(*b) || \
      std::uintptr_t(b) + ((long long)n - 1) * sizeof(*b) <= std::uintptr_t(a)))
  for (int i = 1; i < n - 1; i++)
    b[i] = 0.25 * a[i - 1] + 0.5 * a[i] + 0.25 * a[i + 1];
  b[n - 1] = a[n - 1];
}

double roughness(const double *a, int n) {
  double sum = 0.0;
  #pragma omp parallel for reduction(+ : sum) if(n - 1 > 2000)
  for (int i = 1; i < n; i++)
    sum += std::fabs(a[i] - a[i - 1]);
  return sum / n;
}

int main(int argc, char **argv) {
  int n = argc > 1 ? std::atoi(argv[1]) : 4'000'000;
  int passes = argc > 2 ? std::atoi(argv[2]) : 50;
  double *signal = static_cast<double *>(std::malloc(n * sizeof(double)));
  double *other = static_cast<double *>(std::malloc(n * sizeof(double)));
  if (!signal || !other || n < 2)
    return 1;
  #pragma omp parallel for if(n > 2000)
  for (int i = 0; i < n; i++)
    signal[i] = std::sin(i * 0.001) + 0.1 * (i * 7919L % 101);
  for (int pass = 0; pass < passes; pass += 2) {
    smooth(signal, other, n);
    smooth(other, signal, n);
  }
  std::printf("roughness %.9e\n", roughness(signal, n));
  std::free(signal);
  std::free(other);
}
