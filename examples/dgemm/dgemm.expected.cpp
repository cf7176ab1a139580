//===- dgemm.cpp - matrix multiply, row by column -----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// C = A B for square matrices stored by rows in one vector each.
//
//===----------------------------------------------------------------------===//

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <vector>

using Matrix = std::vector<double>;

void multiply(int n, const Matrix &a, const Matrix &b, Matrix &c) {
  #pragma omp parallel for if(&b != &c)
  for (int i = 0; i < n; i++) {
    for (int j = 0; j < n; j++) {
      double sum = 0.0;
      for (int k = 0; k < n; k++)
        sum += a[i * n + k] * b[k * n + j];
      c[i * n + j] = sum;
    }
  }
}

void fill(int n, Matrix &m, double scale) {
  #pragma omp parallel for if(n > 100)
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++)
      m[i * n + j] = scale * (i - j) / n;
}

double trace(int n, const Matrix &m) {
  double sum = 0.0;
  #pragma omp parallel for reduction(+ : sum) if(n > 10000)
  for (int i = 0; i < n; i++)
    sum += m[i * n + i];
  return sum;
}

int main(int argc, char **argv) {
  int n = argc > 1 ? std::atoi(argv[1]) : 900;
  std::size_t size = static_cast<std::size_t>(n) * n;
  Matrix a(size), b(size), c(size);
  fill(n, a, 1.0);
  fill(n, b, 2.0);
  multiply(n, a, b, c);
  std::printf("trace(C) = %.9e\n", trace(n, c));
}
