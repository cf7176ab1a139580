//===- matrices.cpp - recursions over blocks of matrices ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --fix-options="--form=tasks" --flags="-Wextra -I%S" --tolerance=1e-5
//
// Row-major matrices with a leading dimension: Strassen's products, which are locals or parts of
// one local, and quadrants of one matrix, which are disjoint if no row is longer than the leading
// dimension. main also calls with one that is too small, and with matrices that overlap: such calls
// must run serially. Only recursive functions have a truth; it says, after "if", what a caller has
// to keep to. Near twins that must stay as they are: refused-matrices.cpp.
//
//===----------------------------------------------------------------------===//

#include "../corpus.h"

#include <cstddef>
#include <cstdlib>
#include <vector>

// What the base cases and the combinations do.

static void add(int n, const double *a, int lda, const double *b, int ldb, double *c, int ldc) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      c[i * ldc + j] = a[i * lda + j] + b[i * ldb + j];
}

static void subtract(int n, const double *a, int lda, const double *b, int ldb, double *c,
                     int ldc) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      c[i * ldc + j] = a[i * lda + j] - b[i * ldb + j];
}

static void product(int n, const double *a, int lda, const double *b, int ldb, double *c, int ldc) {
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < n; ++j)
      c[i * ldc + j] = 0.0;
    for (int k = 0; k < n; ++k)
      for (int j = 0; j < n; ++j)
        c[i * ldc + j] += a[i * lda + k] * b[k * ldb + j];
  }
}

// Strassen's seven products.

// truth: tasks -- seven vectors; all sums are ready before the first call
void strassen(int n, const double *a, int lda, const double *b, int ldb, double *c, int ldc) {
  if (n <= 8) {
    product(n, a, lda, b, ldb, c, ldc);
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

// truth: tasks -- the sums of each product stand in front of its call, in vectors of their own
static void strassenInTurn(int n, const double *a, int lda, const double *b, int ldb, double *c,
                           int ldc) {
  if (n <= 8) {
    product(n, a, lda, b, ldb, c, ldc);
    return;
  }
  const int h = n / 2;
  const double *a12 = a + h, *a21 = a + h * lda, *a22 = a21 + h;
  const double *b12 = b + h, *b21 = b + h * ldb, *b22 = b21 + h;
  double *c12 = c + h, *c21 = c + h * ldc, *c22 = c21 + h;
  const std::size_t size = static_cast<std::size_t>(h) * h;
  std::vector<double> m1(size), m2(size), m3(size), m4(size), m5(size), m6(size), m7(size);
  std::vector<double> s1(size), s2(size), s3(size), s4(size), s5(size);
  std::vector<double> t1(size), t2(size), t3(size), t4(size), t5(size);
  add(h, a, lda, a22, lda, s1.data(), h);
  add(h, b, ldb, b22, ldb, t1.data(), h);
  strassenInTurn(h, s1.data(), h, t1.data(), h, m1.data(), h);
  add(h, a21, lda, a22, lda, s2.data(), h);
  strassenInTurn(h, s2.data(), h, b, ldb, m2.data(), h);
  subtract(h, b12, ldb, b22, ldb, t2.data(), h);
  strassenInTurn(h, a, lda, t2.data(), h, m3.data(), h);
  subtract(h, b21, ldb, b, ldb, t3.data(), h);
  strassenInTurn(h, a22, lda, t3.data(), h, m4.data(), h);
  add(h, a, lda, a12, lda, s3.data(), h);
  strassenInTurn(h, s3.data(), h, b22, ldb, m5.data(), h);
  subtract(h, a21, lda, a, lda, s4.data(), h);
  add(h, b, ldb, b12, ldb, t4.data(), h);
  strassenInTurn(h, s4.data(), h, t4.data(), h, m6.data(), h);
  subtract(h, a12, lda, a22, lda, s5.data(), h);
  add(h, b21, ldb, b22, ldb, t5.data(), h);
  strassenInTurn(h, s5.data(), h, t5.data(), h, m7.data(), h);
  for (int i = 0; i < h; ++i)
    for (int j = 0; j < h; ++j) {
      const int k = i * h + j;
      c[i * ldc + j] = m1[k] + m4[k] - m5[k] + m7[k];
      c12[i * ldc + j] = m3[k] + m5[k];
      c21[i * ldc + j] = m2[k] + m4[k];
      c22[i * ldc + j] = m1[k] - m2[k] + m3[k] + m6[k];
    }
}

// truth: tasks -- each product has a part of one block; if the rows fit into the strides
void strassenOneBlock(int n, const double *a, int lda, const double *b, int ldb, double *c,
                      int ldc) {
  if (n <= 8) {
    product(n, a, lda, b, ldb, c, ldc);
    return;
  }
  int h = n / 2, size = h * h;
  const double *a12 = a + h, *a21 = a + h * lda, *a22 = a21 + h;
  const double *b12 = b + h, *b21 = b + h * ldb, *b22 = b21 + h;
  double *m = static_cast<double *>(std::malloc(17 * size * sizeof(double)));
  double *m1 = m, *m2 = m + size, *m3 = m + 2 * size, *m4 = m + 3 * size, *m5 = m + 4 * size;
  double *m6 = m + 5 * size, *m7 = m + 6 * size, *s1 = m + 7 * size, *s2 = m + 8 * size;
  double *s3 = m + 9 * size, *s4 = m + 10 * size, *s5 = m + 11 * size, *t1 = m + 12 * size;
  double *t2 = m + 13 * size, *t3 = m + 14 * size, *t4 = m + 15 * size, *t5 = m + 16 * size;
  add(h, a, lda, a22, lda, s1, h);
  add(h, b, ldb, b22, ldb, t1, h);
  add(h, a21, lda, a22, lda, s2, h);
  subtract(h, b12, ldb, b22, ldb, t2, h);
  subtract(h, b21, ldb, b, ldb, t3, h);
  add(h, a, lda, a12, lda, s3, h);
  subtract(h, a21, lda, a, lda, s4, h);
  add(h, b, ldb, b12, ldb, t4, h);
  subtract(h, a12, lda, a22, lda, s5, h);
  add(h, b21, ldb, b22, ldb, t5, h);
  strassenOneBlock(h, s1, h, t1, h, m1, h);
  strassenOneBlock(h, s2, h, b, ldb, m2, h);
  strassenOneBlock(h, a, lda, t2, h, m3, h);
  strassenOneBlock(h, a22, lda, t3, h, m4, h);
  strassenOneBlock(h, s3, h, b22, ldb, m5, h);
  strassenOneBlock(h, s4, h, t4, h, m6, h);
  strassenOneBlock(h, s5, h, t5, h, m7, h);
  for (int i = 0; i < h; ++i)
    for (int j = 0; j < h; ++j) {
      int k = i * h + j;
      c[i * ldc + j] = m1[k] + m4[k] - m5[k] + m7[k];
      c[i * ldc + j + h] = m3[k] + m5[k];
      c[(i + h) * ldc + j] = m2[k] + m4[k];
      c[(i + h) * ldc + j + h] = m1[k] - m2[k] + m3[k] + m6[k];
    }
  std::free(m);
}

// Quadrants of one matrix.

static void accumulate(std::size_t n, const double *a, const double *b, double *c, std::size_t ld) {
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t k = 0; k < n; ++k)
      for (std::size_t j = 0; j < n; ++j)
        c[i * ld + j] += a[i * ld + k] * b[k * ld + j];
}

// truth: tasks -- four calls, then four more; if n <= ld, and c is apart from a and b
void multiply(std::size_t n, const double *a, const double *b, double *c, std::size_t ld) {
  if (n <= 4) {
    accumulate(n, a, b, c, ld);
    return;
  }
  std::size_t h = n / 2;
  multiply(h, a, b, c, ld);
  multiply(h, a, b + h, c + h, ld);
  multiply(h, a + h * ld, b, c + h * ld, ld);
  multiply(h, a + h * ld, b + h, c + h * ld + h, ld);

  multiply(h, a + h, b + h * ld, c, ld);
  multiply(h, a + h, b + h * ld + h, c + h, ld);
  multiply(h, a + h * ld + h, b + h * ld, c + h * ld, ld);
  multiply(h, a + h * ld + h, b + h * ld + h, c + h * ld + h, ld);
}

// truth: tasks -- of odd sizes, too; if n <= lda and n <= ldb, and the two do not overlap
static void transpose(const double *a, int lda, double *b, int ldb, int n) {
  if (n <= 3) {
    for (int i = 0; i < n; ++i)
      for (int j = 0; j < n; ++j)
        b[j * ldb + i] = a[i * lda + j];
    return;
  }
  int h = n / 2, rest = n - h;
  transpose(a, lda, b, ldb, h);
  transpose(a + h * lda + h, lda, b + h * ldb + h, ldb, rest);
  for (int i = 0; i < h; ++i)
    for (int j = h; j < n; ++j) {
      b[j * ldb + i] = a[i * lda + j];
      b[i * ldb + j] = a[j * lda + i];
    }
}

// truth: tasks -- halves of rows or of columns; if p <= ldc, and c is apart from a and b
void rectangles(int m, int n, int p, const double *a, int lda, const double *b, int ldb, double *c,
                int ldc) {
  if (m <= 4 && p <= 4) {
    for (int i = 0; i < m; ++i)
      for (int k = 0; k < n; ++k)
        for (int j = 0; j < p; ++j)
          c[i * ldc + j] += a[i * lda + k] * b[k * ldb + j];
    return;
  }
  if (m >= p) {
    int h = m / 2;
    rectangles(h, n, p, a, lda, b, ldb, c, ldc);
    rectangles(m - h, n, p, a + h * lda, lda, b, ldb, c + h * ldc, ldc);
  } else {
    int h = p / 2;
    rectangles(m, n, h, a, lda, b, ldb, c, ldc);
    rectangles(m, n, p - h, a, lda, b + h, ldb, c + h, ldc);
  }
}

// truth: tasks -- the transposed blocks are not the diagonal ones; if n <= ld
static void scaleDiagonal(double *a, int n, int ld, double factor) {
  if (n <= 2) {
    for (int i = 0; i < n; ++i)
      a[i * ld + i] *= factor;
    return;
  }
  const int h = n / 2;
  scaleDiagonal(a, h, ld, factor);
  scaleDiagonal(a + h * (ld + 1), n - h, ld, factor);
}

int main() {
  const auto a = corpus::numbers<double>(70 * 70, 3), b = corpus::numbers<double>(70 * 70, 4);
  std::vector<double> c(70 * 70, 1.0);
  strassen(64, a.data(), 70, b.data(), 64, c.data(), 66);
  corpus::print("strassen", corpus::sum(c));
  strassenInTurn(64, a.data(), 70, b.data(), 64, c.data(), 66);
  corpus::print("strassenInTurn", corpus::sum(c));
  strassenOneBlock(64, a.data(), 70, b.data(), 64, c.data(), 66);
  corpus::print("strassenOneBlock", corpus::sum(c));
  std::vector<double> small(70 * 70, 1.0);
  strassenOneBlock(64, a.data(), 70, b.data(), 64, small.data(), 40);
  corpus::print("strassenOneBlock, narrow", corpus::sum(small));

  multiply(32, a.data(), b.data(), c.data(), 40);
  corpus::print("multiply", corpus::sum(c));
  std::vector<double> narrow(70 * 70, 1.0), shared = a;
  multiply(32, a.data(), b.data(), narrow.data(), 19);
  corpus::print("multiply, narrow", corpus::sum(narrow));
  for (double &each : shared)
    each /= 8;
  multiply(32, shared.data(), b.data(), shared.data() + 17, 40);
  corpus::print("multiply, overlapping", corpus::sum(shared));

  transpose(a.data(), 70, c.data(), 61, 61);
  corpus::print("transpose", corpus::sum(c));
  shared = a;
  transpose(shared.data(), 61, shared.data() + 30, 61, 61);
  transpose(a.data(), 50, narrow.data(), 40, 61);
  corpus::print("transpose, otherwise", corpus::sum(shared), corpus::sum(narrow));
  rectangles(60, 13, 31, a.data(), 13, b.data(), 40, c.data(), 31);
  rectangles(20, 13, 31, a.data(), 13, b.data(), 40, narrow.data(), 30);
  corpus::print("rectangles", corpus::sum(c), corpus::sum(narrow));
  scaleDiagonal(c.data(), 61, 70, 2.0);
  scaleDiagonal(narrow.data(), 61, 1, 2.0);
  corpus::print("scaleDiagonal", corpus::sum(c), corpus::sum(narrow));
}
