//===- own-objects.cpp - recursions whose calls own what they write -------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --fix-options="--form=tasks" --flags="-Wextra -I%S" --tolerance=1e-5
//
// Recursive functions whose calls may run at the same time because each writes objects of its own:
// vectors and boards that are locals of the caller or copies, and subtrees with one owner. Only
// recursive functions have a truth; it says what makes the calls independent.
//
//===----------------------------------------------------------------------===//

#include "../corpus.h"

#include <cmath>
#include <complex>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <numbers>
#include <vector>

// Each call has its own vectors.

using Matrix = std::vector<double>;

static Matrix quadrant(const Matrix &m, std::size_t n, std::size_t row, std::size_t column) {
  const std::size_t half = n / 2;
  Matrix q(half * half);
  for (std::size_t i = 0; i < half; ++i)
    for (std::size_t j = 0; j < half; ++j)
      q[i * half + j] = m[(row * half + i) * n + column * half + j];
  return q;
}

static Matrix add(const Matrix &a, const Matrix &b, double sign = 1.0) {
  Matrix c(a.size());
  for (std::size_t i = 0; i < a.size(); ++i)
    c[i] = a[i] + sign * b[i];
  return c;
}

// truth: tasks -- seven products, each returned into a local of its own
static Matrix strassen(const Matrix &a, const Matrix &b, std::size_t n) {
  Matrix c(n * n, 0.0);
  if (n <= 8) {
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t k = 0; k < n; ++k)
        for (std::size_t j = 0; j < n; ++j)
          c[i * n + j] += a[i * n + k] * b[k * n + j];
    return c;
  }

  const std::size_t half = n / 2;
  const Matrix a11 = quadrant(a, n, 0, 0), a12 = quadrant(a, n, 0, 1);
  const Matrix a21 = quadrant(a, n, 1, 0), a22 = quadrant(a, n, 1, 1);
  const Matrix b11 = quadrant(b, n, 0, 0), b12 = quadrant(b, n, 0, 1);
  const Matrix b21 = quadrant(b, n, 1, 0), b22 = quadrant(b, n, 1, 1);

  Matrix m1 = strassen(add(a11, a22), add(b11, b22), half);
  Matrix m2 = strassen(add(a21, a22), b11, half);
  Matrix m3 = strassen(a11, add(b12, b22, -1.0), half);
  Matrix m4 = strassen(a22, add(b21, b11, -1.0), half);
  Matrix m5 = strassen(add(a11, a12), b22, half);
  Matrix m6 = strassen(add(a21, a11, -1.0), add(b11, b12), half);
  Matrix m7 = strassen(add(a12, a22, -1.0), add(b21, b22), half);

  for (std::size_t i = 0; i < half; ++i)
    for (std::size_t j = 0; j < half; ++j) {
      const std::size_t k = i * half + j;
      c[i * n + j] = m1[k] + m4[k] - m5[k] + m7[k];
      c[i * n + j + half] = m3[k] + m5[k];
      c[(i + half) * n + j] = m2[k] + m4[k];
      c[(i + half) * n + j + half] = m1[k] - m2[k] + m3[k] + m6[k];
    }
  return c;
}

// truth: tasks -- even and odd are two locals
void fft(std::vector<std::complex<double>> &x) {
  const std::size_t n = x.size();
  if (n <= 1)
    return;

  std::vector<std::complex<double>> even(n / 2), odd(n / 2);
  for (std::size_t i = 0; i < n / 2; ++i) {
    even[i] = x[2 * i];
    odd[i] = x[2 * i + 1];
  }

  fft(even);
  fft(odd);

  for (std::size_t k = 0; k < n / 2; ++k) {
    std::complex<double> t = std::polar(1.0, -2.0 * std::numbers::pi * k / n) * odd[k];
    x[k] = even[k] + t;
    x[k + n / 2] = even[k] - t;
  }
}

static bool attacked(const std::vector<int> &board, int row, int column) {
  for (int r = 0; r < row; ++r)
    if (board[r] == column || std::abs(board[r] - column) == row - r)
      return true;
  return false;
}

// truth: tasks -- one call for each column, on a copy of the board; the counts are added
int queens(const std::vector<int> &board, int row, int n) {
  if (row == n)
    return 1;
  int solutions = 0;
  for (int column = 0; column < n; ++column) {
    if (attacked(board, row, column))
      continue;
    std::vector<int> next(board);
    next[row] = column;
    solutions += queens(next, row + 1, n);
  }
  return solutions;
}

struct Board {
  int n;
  unsigned columns, rising, falling;
};

// truth: tasks -- the board goes by value; the counts are added
static int placeQueens(Board b, int row) {
  if (row == b.n)
    return 1;
  int count = 0;
  unsigned open = ((1u << b.n) - 1) & ~(b.columns | b.rising | b.falling);
  while (open != 0) {
    unsigned bit = open & (~open + 1);
    open ^= bit;
    Board next{b.n, b.columns | bit, (b.rising | bit) << 1, (b.falling | bit) >> 1};
    count += placeQueens(next, row + 1);
  }
  return count;
}

// Trees that own their subtrees: what is written is disjoint.

struct Branch {
  double value = 0.0;
  std::unique_ptr<Branch> left, right;
};

// truth: tasks -- each call returns a new subtree
std::unique_ptr<Branch> grow(const double *values, int lo, int hi) {
  if (lo >= hi)
    return nullptr;
  int mid = lo + (hi - lo) / 2;
  auto branch = std::make_unique<Branch>();
  branch->value = values[mid];
  branch->left = grow(values, lo, mid);
  branch->right = grow(values, mid + 1, hi);
  return branch;
}

// truth: tasks -- a subtree has one owner, so the two are disjoint
void scale(Branch &b, double factor) {
  b.value *= factor;
  if (b.left)
    scale(*b.left, factor);
  if (b.right)
    scale(*b.right, factor);
}

// Input, and a line for each function.

static std::vector<double> inOrder(const Branch *t) {
  std::vector<double> values;
  std::vector<const Branch *> path;
  while (t != nullptr || !path.empty()) {
    for (; t != nullptr; t = t->left.get())
      path.push_back(t);
    t = path.back();
    path.pop_back();
    values.push_back(t->value);
    t = t->right.get();
  }
  return values;
}

int main() {
  const auto left = corpus::numbers<double>(32 * 32, 3);
  const auto right = corpus::numbers<double>(32 * 32, 4);
  corpus::print("strassen", corpus::sum(strassen(left, right, 32)));

  const auto integers = corpus::integers<int>(2000, 1, -10000, 10000);
  const auto reals = corpus::reals<double>(2000, 2, -1e4, 1e4);
  std::vector<std::complex<double>> signal(512);
  for (std::size_t i = 0; i < signal.size(); ++i)
    signal[i] = {reals[i] / 1e4, integers[i] / 1e4};
  fft(signal);
  std::vector<double> power;
  for (const std::complex<double> &x : signal)
    power.push_back(std::norm(x));
  corpus::print("fft", corpus::sum(power));

  corpus::print("queens", queens(std::vector<int>(7), 0, 7));
  corpus::print("placeQueens", placeQueens({8, 0, 0, 0}, 0));

  std::unique_ptr<Branch> branch = grow(reals.data(), 0, 500);
  scale(*branch, 1.5);
  corpus::print("grow, scale", corpus::sum(inOrder(branch.get())));
}
