//===- nests.cpp - matrices, grids and images, level by level -------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --flags=-Wextra --tolerance=1e-5 --race
//
// Nests in which the levels differ: an outer loop that carries what the inner one does not, and the
// other way round; rectangular and triangular, over arrays of arrays, linear storage and a class
// with an operator(). Each loop is judged with the loops around it serial.
//
//===----------------------------------------------------------------------===//

#include "corpus.h"

#include <array>
#include <cstddef>
#include <utility>
#include <vector>

constexpr int Order = 48;
using Matrix = std::array<std::array<double, Order>, Order>;

// Products.

void multiply(const Matrix &a, const Matrix &b, Matrix &c) {
  // truth: parallel -- where c is not a or b
  for (int i = 0; i < Order; ++i)
    // truth: parallel -- where c is not a or b
    for (int j = 0; j < Order; ++j) {
      double sum = 0.0;
      // truth: parallel -- reduction(+ : sum)
      for (int k = 0; k < Order; ++k)
        sum += a[i][k] * b[k][j];
      c[i][j] = sum;
    }
}

void multiplyInPlace(Matrix &a, const Matrix &b) {
  // truth: parallel -- row i is made of row i, where &a != &b
  for (int i = 0; i < Order; ++i)
    // truth: serial carried-flow-dependence|carried-anti-dependence -- j+1 reads the a[i][j] of j
    for (int j = 0; j < Order; ++j) {
      double sum = 0.0;
      // truth: parallel -- reduction(+ : sum)
      for (int k = 0; k < Order; ++k)
        sum += a[i][k] * b[k][j];
      a[i][j] = sum;
    }
}

// Grids.

class Grid {
public:
  Grid(int rows, int cols) : rows_(rows), cols_(cols), data_(std::size_t(rows) * cols) {}

  int rows() const { return rows_; }
  int cols() const { return cols_; }
  double &operator()(int r, int c) { return data_[std::size_t(r) * cols_ + c]; }
  double operator()(int r, int c) const { return data_[std::size_t(r) * cols_ + c]; }
  std::vector<double> &cells() { return data_; }

private:
  int rows_, cols_;
  std::vector<double> data_;
};

void relaxInto(const Grid &now, Grid &next) {
  // truth: parallel -- where &now != &next and next.cols() >= now.cols() - 2
  for (int r = 1; r < now.rows() - 1; ++r)
    // truth: parallel -- where &now != &next
    for (int c = 1; c < now.cols() - 1; ++c)
      next(r, c) = 0.25 * (now(r - 1, c) + now(r + 1, c) + now(r, c - 1) + now(r, c + 1));
}

void relax(Grid &u) {
  // truth: serial carried-flow-dependence|carried-anti-dependence -- r reads the u(r-1, c) of r-1
  for (int r = 1; r < u.rows() - 1; ++r)
    // truth: serial carried-flow-dependence|carried-anti-dependence -- c reads the u(r, c-1) of c-1
    for (int c = 1; c < u.cols() - 1; ++c)
      u(r, c) = 0.25 * (u(r - 1, c) + u(r + 1, c) + u(r, c - 1) + u(r, c + 1));
}

void forwardSubstitute(const Grid &lower, const std::vector<double> &b, std::vector<double> &x) {
  // truth: serial carried-flow-dependence -- i reads x[j], j < i, which j wrote
  for (int i = 0; i < lower.rows(); ++i) {
    double rest = b[i];
    // truth: parallel -- reduction(+ : rest) of negated terms
    for (int j = 0; j < i; ++j)
      rest -= lower(i, j) * x[j];
    x[i] = rest / (2.0 + lower(i, i));
  }
}

// Transposition.

constexpr int Side = 90;

void mirrorUpper(float (*m)[Side]) {
  // truth: parallel -- writes below the diagonal, reads above it
  for (int i = 0; i < Side; i++)
    // truth: parallel
    for (int j = 0; j < i; j++)
      m[i][j] = m[j][i];
}

void mirrorAll(float (*m)[Side]) {
  // truth: serial carried-flow-dependence|carried-anti-dependence -- i reads m[j][i], which j wrote
  for (int i = 0; i < Side; i++)
    // truth: parallel -- row i and column i share only m[i][i], of one iteration
    for (int j = 0; j < Side; j++)
      m[i][j] = m[j][i];
}

// Images.

void smearDown(unsigned char *pixels, int width, int height) {
  // truth: serial carried-flow-dependence -- row y reads row y-1, which y-1 wrote
  for (int y = 1; y < height; ++y)
    // truth: parallel
    for (int x = 0; x < width; ++x)
      pixels[y * width + x] = (pixels[y * width + x] + pixels[(y - 1) * width + x]) / 2;
}

void smearRight(unsigned char *pixels, int width, int height) {
  // truth: parallel -- rows are apart, as x stays in 1 .. width-1
  for (int y = 0; y < height; ++y)
    // truth: serial carried-flow-dependence -- x reads pixel x-1, which x-1 wrote
    for (int x = 1; x < width; ++x)
      pixels[y * width + x] = (pixels[y * width + x] + pixels[y * width + x - 1]) / 2;
}

// Rows in one block of memory.

void accumulateRows(double *a, int n, int m) {
  // truth: parallel -- j-1 >= 0 stays in row i
  for (int i = 1; i < n; i++)
    // truth: serial carried-flow-dependence -- j reads a[i*m+j-1], which j-1 wrote
    for (int j = 1; j < m; j++)
      a[i * m + j] += 0.5 * a[i * m + j - 1];
}

void accumulateAll(double *a, int n, int m) {
  // truth: serial carried-flow-dependence -- i reads a[i*m-1], the end of row i-1
  for (int i = 1; i < n; i++)
    // truth: serial carried-flow-dependence -- j reads a[i*m+j-1], which j-1 wrote
    for (int j = 0; j < m; j++)
      a[i * m + j] += 0.5 * a[i * m + j - 1];
}

// Elimination, with the right-hand side as the last column.

void eliminate(std::vector<double> &a, int n) {
  const int w = n + 1;
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- rows
  for (int k = 0; k < n; ++k)
    // truth: parallel -- writes row i > k, reads rows i and k
    for (int i = k + 1; i < n; ++i) {
      const double factor = a[i * w + k] / a[k * w + k];
      // truth: parallel
      for (int j = k; j < w; ++j)
        a[i * w + j] -= factor * a[k * w + j];
    }
}

// Pairs.

void repel(const std::vector<double> &x, std::vector<double> &force) {
  // truth: parallel -- array reduction of force or atomic updates, where &x != &force
  for (std::size_t i = 0; i < x.size(); ++i)
    // truth: parallel -- reduction(+ : force[i]), and j differs from i; where &x != &force
    for (std::size_t j = i + 1; j < x.size(); ++j) {
      const double d = x[j] - x[i];
      const double f = d / (1.0 + d * d);
      force[i] -= f;
      force[j] += f;
    }
}

void bubbleSort(std::vector<double> &x) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- x[0]
  for (std::size_t i = 1; i < x.size(); ++i)
    // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- x
    for (std::size_t j = 0; j + i < x.size(); ++j)
      if (x[j + 1] < x[j])
        std::swap(x[j], x[j + 1]);
}

int main() {
  static Matrix a, b, c;
  corpus::fill(a, 1);
  corpus::fill(b, 2);
  multiply(a, b, c);
  corpus::print("multiply", corpus::sum(c));
  multiplyInPlace(a, b);
  corpus::print("multiplyInPlace", corpus::sum(a));

  Grid now(60, 70), next(60, 70);
  corpus::fill(now.cells(), 3);
  relaxInto(now, next);
  corpus::print("relaxInto", corpus::sum(next.cells()));
  relaxInto(next, next);
  corpus::print("relaxInto", corpus::sum(next.cells()));
  relax(now);
  corpus::print("relax", corpus::sum(now.cells()));

  Grid lower(64, 64);
  corpus::fill(lower.cells(), 4);
  std::vector<double> x(64);
  forwardSubstitute(lower, corpus::reals<double>(64, 5, 0.0, 0.01), x);
  corpus::print("forwardSubstitute", x[0], x[1], x[2], x[3]);

  static float m[Side][Side];
  corpus::fill(m, 6);
  mirrorAll(m);
  corpus::print("mirrorAll", corpus::sum(m));
  corpus::fill(m, 7);
  mirrorUpper(m);
  corpus::print("mirrorUpper", corpus::sum(m));

  auto pixels = corpus::numbers<unsigned char>(100 * 80, 8);
  smearDown(pixels.data(), 100, 80);
  corpus::print("smearDown", corpus::sum(pixels));
  smearRight(pixels.data(), 100, 80);
  corpus::print("smearRight", corpus::sum(pixels));

  auto rows = corpus::numbers<double>(100 * 80, 9);
  accumulateRows(rows.data(), 80, 100);
  corpus::print("accumulateRows", corpus::sum(rows));
  accumulateAll(rows.data(), 1000, 8);
  corpus::print("accumulateAll", corpus::sum(rows));

  auto system = corpus::numbers<double>(60 * 61, 10);
  eliminate(system, 60);
  corpus::print("eliminate", corpus::sum(system));

  const auto places = corpus::numbers<double>(96, 12);
  std::vector<double> force(96);
  repel(places, force);
  corpus::print("repel", corpus::sum(force));
  bubbleSort(force);
  corpus::print("bubbleSort", corpus::sum(force));
}
