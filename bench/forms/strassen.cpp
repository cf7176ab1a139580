//===- strassen.cpp - Strassen's matrix multiplication --------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Row-major matrices with a leading dimension, of 64 * 2^k rows; blocks of 64 are multiplied by
// three loops, and the seven products are vectors of their own. Usage: strassen [ROWS].
//
//===----------------------------------------------------------------------===//

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <vector>

void add(int n, const double *a, int lda, const double *b, int ldb, double *c, int ldc) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      c[i * ldc + j] = a[i * lda + j] + b[i * ldb + j];
}

void subtract(int n, const double *a, int lda, const double *b, int ldb, double *c, int ldc) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      c[i * ldc + j] = a[i * lda + j] - b[i * ldb + j];
}

void multiply(int n, const double *a, int lda, const double *b, int ldb, double *c, int ldc) {
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < n; ++j)
      c[i * ldc + j] = 0.0;
    for (int k = 0; k < n; ++k)
      for (int j = 0; j < n; ++j)
        c[i * ldc + j] += a[i * lda + k] * b[k * ldb + j];
  }
}

void strassen(int n, const double *a, int lda, const double *b, int ldb, double *c, int ldc) {
  if (n <= 64) {
    multiply(n, a, lda, b, ldb, c, ldc);
    return;
  }
  int h = n / 2;
  const double *a11 = a, *a12 = a + h, *a21 = a + h * lda, *a22 = a + h * lda + h;
  const double *b11 = b, *b12 = b + h, *b21 = b + h * ldb, *b22 = b + h * ldb + h;
  double *c11 = c, *c12 = c + h, *c21 = c + h * ldc, *c22 = c + h * ldc + h;
  std::size_t size = static_cast<std::size_t>(h) * h;
  std::vector<double> m1(size), m2(size), m3(size), m4(size), m5(size), m6(size), m7(size);
  std::vector<double> s1(size), s2(size), s3(size), s4(size), s5(size);
  std::vector<double> t1(size), t2(size), t3(size), t4(size), t5(size);
  add(h, a11, lda, a22, lda, s1.data(), h);
  add(h, b11, ldb, b22, ldb, t1.data(), h);
  add(h, a21, lda, a22, lda, s2.data(), h);
  subtract(h, b12, ldb, b22, ldb, t2.data(), h);
  subtract(h, b21, ldb, b11, ldb, t3.data(), h);
  add(h, a11, lda, a12, lda, s3.data(), h);
  subtract(h, a21, lda, a11, lda, s4.data(), h);
  add(h, b11, ldb, b12, ldb, t4.data(), h);
  subtract(h, a12, lda, a22, lda, s5.data(), h);
  add(h, b21, ldb, b22, ldb, t5.data(), h);

  strassen(h, s1.data(), h, t1.data(), h, m1.data(), h);
  strassen(h, s2.data(), h, b11, ldb, m2.data(), h);
  strassen(h, a11, lda, t2.data(), h, m3.data(), h);
  strassen(h, a22, lda, t3.data(), h, m4.data(), h);
  strassen(h, s3.data(), h, b22, ldb, m5.data(), h);
  strassen(h, s4.data(), h, t4.data(), h, m6.data(), h);
  strassen(h, s5.data(), h, t5.data(), h, m7.data(), h);

  for (int i = 0; i < h; ++i)
    for (int j = 0; j < h; ++j) {
      int k = i * h + j;
      c11[i * ldc + j] = m1[k] + m4[k] - m5[k] + m7[k];
      c12[i * ldc + j] = m3[k] + m5[k];
      c21[i * ldc + j] = m2[k] + m4[k];
      c22[i * ldc + j] = m1[k] - m2[k] + m3[k] + m6[k];
    }
}

double element(unsigned x) {
  x = (x ^ (x >> 16)) * 0x45d9f3bu;
  x = (x ^ (x >> 16)) * 0x45d9f3bu;
  return static_cast<double>(x >> 8) / (1u << 24) - 0.5;
}

int main(int argc, char **argv) {
  int n = argc > 1 ? std::atoi(argv[1]) : 512;
  std::size_t size = static_cast<std::size_t>(n) * n;
  std::vector<double> a(size), b(size), c(size);
  for (std::size_t i = 0; i < size; ++i) {
    a[i] = element(static_cast<unsigned>(i));
    b[i] = element(static_cast<unsigned>(size + i));
  }
  strassen(n, a.data(), n, b.data(), n, c.data(), n);
  double sum = 0.0;
  for (std::size_t i = 0; i < size; ++i)
    sum += c[i] * static_cast<double>(i % 101);
  std::printf("strassen: %.6f\n", sum);
}
