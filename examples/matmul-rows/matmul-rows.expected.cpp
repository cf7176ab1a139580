//===- matmul-rows.cpp - matrix multiply, a vector for each row ---------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Matrices as vectors of vectors, multiplied in the order that reads memory row by row: the row of
// the result is updated in place.
//
//===----------------------------------------------------------------------===//

#include <cstdio>
#include <cstdlib>
#include <vector>

using Matrix = std::vector<std::vector<double>>;

void multiply(const Matrix &a, const Matrix &b, Matrix &c) {
  #pragma omp parallel for schedule(monotonic : dynamic) if(&b != &c)
  for (std::size_t i = 0; i < c.size(); i++) {
    for (std::size_t j = 0; j < c[i].size(); j++)
      c[i][j] = 0.0;
    for (std::size_t k = 0; k < b.size(); k++)
      for (std::size_t j = 0; j < c[i].size(); j++)
        c[i][j] += a[i][k] * b[k][j];
  }
}

double trace(const Matrix &m) {
  double sum = 0.0;
  #pragma omp parallel for reduction(+ : sum) if(m.size() > 20000)
  for (std::size_t i = 0; i < m.size(); i++)
    sum += m[i][i];
  return sum;
}

int main(int argc, char **argv) {
  int n = argc > 1 ? std::atoi(argv[1]) : 900;
  Matrix a(n, std::vector<double>(n)), b(n, std::vector<double>(n)), c(n, std::vector<double>(n));
  #pragma omp parallel for if(n > 50)
  for (int i = 0; i < n; i++) {
    for (int j = 0; j < n; j++) {
      a[i][j] = 1.0 * (i - j) / n;
      b[i][j] = 2.0 * (i - j) / n;
    }
  }
  multiply(a, b, c);
  std::printf("trace(C) = %.9e\n", trace(c));
}
