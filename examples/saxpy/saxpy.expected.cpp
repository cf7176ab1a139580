//===- saxpy.cpp - y = a x + y through pointers -------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The two vectors come as pointers, which may overlap as far as the function can see.
//
//===----------------------------------------------------------------------===//

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

void saxpy(int n, float a, const float *x, float *y) {
  #pragma omp parallel for if(n > 10000 && \
      (std::uintptr_t(x) + n * sizeof(*x) <= std::uintptr_t(y) || \
      std::uintptr_t(y) + n * sizeof(*y) <= std::uintptr_t(x)))
  for (int i = 0; i < n; i++)
    y[i] = a * x[i] + y[i];
}

int main(int argc, char **argv) {
  int n = argc > 1 ? std::atoi(argv[1]) : 20'000'000;
  int repeats = argc > 2 ? std::atoi(argv[2]) : 100;
  std::vector<float> x(n), y(n);
  #pragma omp parallel for if(n > 5000)
  for (int i = 0; i < n; i++) {
    x[i] = i % 100;
    y[i] = 1.0f;
  }
  for (int repeat = 0; repeat < repeats; repeat++)
    saxpy(n, 0.5f, x.data(), y.data());
  std::printf("last element %.3f\n", y.back());
}
