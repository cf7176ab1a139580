//===- refused-matrices.cpp - serial recursions over matrices -------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --fix-options="--form=tasks" --flags="-Wextra -I%S" --expect-unchanged
//
// Near twins of the functions in matrices.cpp whose calls may not run at the same time: their
// blocks overlap, or they share temporaries, sums or counters; or what they do is seen in its
// order. Only recursive functions have a truth.
//
//===----------------------------------------------------------------------===//

#include "../corpus.h"

#include <cstddef>
#include <stdexcept>
#include <vector>

static void add(int n, const double *a, int lda, const double *b, int ldb, double *c, int ldc) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      c[i * ldc + j] = a[i * lda + j] + b[i * ldb + j];
}

static void accumulate(int n, const double *a, const double *b, double *c, int ld) {
  for (int i = 0; i < n; ++i)
    for (int k = 0; k < n; ++k)
      for (int j = 0; j < n; ++j)
        c[i * ld + j] += a[i * ld + k] * b[k * ld + j];
}

static void product(int n, const double *a, int lda, const double *b, int ldb, double *c, int ldc) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j) {
      double sum = 0.0;
      for (int k = 0; k < n; ++k)
        sum += a[i * lda + k] * b[k * ldb + j];
      c[i * ldc + j] = sum;
    }
}

// truth: serial dependent-calls -- s and t are filled anew for each product
void sharedTemporaries(int n, const double *a, int lda, const double *b, int ldb, double *c,
                       int ldc) {
  if (n <= 4) {
    product(n, a, lda, b, ldb, c, ldc);
    return;
  }
  int h = n / 2;
  const double *a22 = a + h * lda + h, *b22 = b + h * ldb + h;
  std::size_t size = static_cast<std::size_t>(h) * h;
  std::vector<double> s(size), t(size), m1(size), m2(size), m3(size);
  add(h, a, lda, a22, lda, s.data(), h);
  add(h, b, ldb, b22, ldb, t.data(), h);
  sharedTemporaries(h, s.data(), h, t.data(), h, m1.data(), h);
  add(h, a + h, lda, a22, lda, s.data(), h);
  sharedTemporaries(h, s.data(), h, t.data(), h, m2.data(), h);
  add(h, b + h, ldb, b22, ldb, t.data(), h);
  sharedTemporaries(h, s.data(), h, t.data(), h, m3.data(), h);
  for (int i = 0; i < h; ++i)
    for (int j = 0; j < h; ++j)
      c[i * ldc + j] = m1[i * h + j] + m2[i * h + j] - m3[i * h + j];
}

// truth: serial dependent-calls -- each call has its sums in the same part of `work`
void sharedWork(int n, const double *a, const double *b, double *c, int ld, double *work) {
  if (n <= 4) {
    accumulate(n, a, b, c, ld);
    return;
  }
  int h = n / 2;
  for (int i = 0; i < h; ++i)
    for (int j = 0; j < h; ++j)
      work[i * ld + j] = a[i * ld + j] + a[(i + h) * ld + j + h];
  sharedWork(h, work, b, c, ld, work + h);
  sharedWork(h, work, b + h, c + h, ld, work + h);
  sharedWork(h, work, b, c + h * ld, ld, work + h);
}

// truth: serial dependent-calls -- two products are added to each quadrant
void sameQuadrant(int n, const double *a, const double *b, double *c, int ld) {
  if (n <= 4) {
    accumulate(n, a, b, c, ld);
    return;
  }
  int h = n / 2;
  sameQuadrant(h, a, b, c, ld);
  sameQuadrant(h, a + h, b + h * ld, c, ld);
}

// truth: serial dependent-calls -- the quadrants have a row and a column in common
static void seams(int n, double *c, int ld) {
  if (n <= 4) {
    for (int i = 0; i < n; ++i)
      for (int j = 0; j < n; ++j)
        c[i * ld + j] = 0.5 * c[i * ld + j] + i - j;
    return;
  }
  int h = n / 2;
  seams(h + 1, c, ld);
  seams(h + 1, c + h - 1, ld);
  seams(h + 1, c + (h - 1) * ld, ld);
  seams(h + 1, c + (h - 1) * ld + h - 1, ld);
}

// truth: serial dependent-calls -- half the leading dimension: rows of one quadrant are in others
void halfStride(int n, double *c, int ld) {
  if (n <= 4) {
    for (int i = 0; i < n; ++i)
      for (int j = 0; j < n; ++j)
        c[i * ld + j] = 0.5 * c[i * ld + j] + i - j;
    return;
  }
  int h = n / 2;
  halfStride(h, c, ld / 2);
  halfStride(h, c + h, ld / 2);
  halfStride(h, c + h * ld, ld / 2);
  halfStride(h, c + h * ld + h, ld / 2);
}

// truth: serial dependent-calls -- the base case reads a column in front of its block
void leftNeighbour(int n, double *c, int ld) {
  if (n <= 4) {
    for (int i = 0; i < n; ++i)
      for (int j = 0; j < n; ++j)
        c[i * ld + j] = 0.5 * c[i * ld + j - 1] + i;
    return;
  }
  int h = n / 2;
  leftNeighbour(h, c, ld);
  leftNeighbour(h, c + h, ld);
  leftNeighbour(h, c + h * ld, ld);
  leftNeighbour(h, c + h * ld + h, ld);
}

// truth: serial dependent-calls -- the base case writes one row more than the block has
void rowBelow(int n, double *c, int ld) {
  if (n <= 4) {
    for (int i = 0; i <= n; ++i)
      for (int j = 0; j < n; ++j)
        c[i * ld + j] = 0.5 * c[i * ld + j] + i;
    return;
  }
  int h = n / 2;
  rowBelow(h, c, ld);
  rowBelow(h, c + h * ld, ld);
}

// truth: serial dependent-calls -- columns of twice the width: if 2 * n <= ld, yet halves meet
void twiceTheWidth(int n, double *c, int ld) {
  if (n <= 4) {
    for (int i = 0; i < n; ++i)
      for (int j = 0; j < 2 * n; ++j)
        c[i * ld + j] = 0.5 * c[i * ld + j] + i;
    return;
  }
  int h = n / 2;
  twiceTheWidth(h, c, ld);
  twiceTheWidth(h, c + h, ld);
}

static long products;

// truth: serial dependent-calls -- all calls count
void counted(int n, const double *a, const double *b, double *c, int ld) {
  if (n <= 4) {
    ++products;
    accumulate(n, a, b, c, ld);
    return;
  }
  int h = n / 2;
  counted(h, a, b, c, ld);
  counted(h, a, b + h, c + h, ld);
  counted(h, a + h * ld, b, c + h * ld, ld);
  counted(h, a + h * ld, b + h, c + h * ld + h, ld);
}

// truth: serial may-throw -- the first call that fails decides how much was done
void checked(int n, const double *a, const double *b, double *c, int ld) {
  if (n <= 4) {
    if (a[0] > 0.9)
      throw std::runtime_error("too large");
    accumulate(n, a, b, c, ld);
    return;
  }
  int h = n / 2;
  checked(h, a, b, c, ld);
  checked(h, a, b + h, c + h, ld);
  checked(h, a + h * ld, b, c + h * ld, ld);
  checked(h, a + h * ld, b + h, c + h * ld + h, ld);
}

// truth: serial observable-order -- quadrants are printed one by one
static void printed(int n, const double *a, int ld) {
  if (n <= 16) {
    std::printf("%d: %.3g\n", n, a[0]);
    return;
  }
  int h = n / 2;
  printed(h, a, ld);
  printed(h, a + h, ld);
  printed(h, a + h * ld, ld);
  printed(h, a + h * ld + h, ld);
}

int main() {
  const auto a = corpus::numbers<double>(70 * 70, 3), b = corpus::numbers<double>(70 * 70, 4);
  std::vector<double> c(70 * 70, 1.0), work(70 * 70);
  sharedTemporaries(32, a.data(), 70, b.data(), 64, c.data(), 66);
  corpus::print("sharedTemporaries", corpus::sum(c));
  sharedWork(32, a.data(), b.data(), c.data(), 70, work.data());
  corpus::print("sharedWork", corpus::sum(c), corpus::sum(work));
  sameQuadrant(32, a.data(), b.data(), c.data(), 70);
  corpus::print("sameQuadrant", corpus::sum(c));
  seams(32, c.data(), 70);
  corpus::print("seams", corpus::sum(c));
  halfStride(32, c.data(), 32);
  corpus::print("halfStride", corpus::sum(c));
  leftNeighbour(32, c.data() + 1, 70);
  corpus::print("leftNeighbour", corpus::sum(c));
  rowBelow(32, c.data(), 70);
  corpus::print("rowBelow", corpus::sum(c));
  twiceTheWidth(16, c.data(), 70);
  corpus::print("twiceTheWidth", corpus::sum(c));
  counted(32, a.data(), b.data(), c.data(), 70);
  corpus::print("counted", corpus::sum(c), products);
  try {
    checked(64, a.data(), b.data(), c.data(), 70);
  } catch (const std::runtime_error &error) {
    corpus::print("checked", error.what());
  }
  corpus::print("checked", corpus::sum(c));
  printed(64, a.data(), 70);
}
