//===- linear-algebra.cpp - vectors, dense, packed and sparse matrices ----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --flags=-Wextra --tolerance=1e-5 --race
//
// Products, factorizations, substitutions and iterations, with matrices as classes, as arrays of
// arrays, as flat pointers in the manner of BLAS, packed in triangles and compressed by rows. The
// order in which unknowns are eliminated is serial, the work on what remains is not.
//
//===----------------------------------------------------------------------===//

#include "corpus.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <span>
#include <stdexcept>
#include <utility>
#include <vector>

/// A square matrix.
class Matrix {
public:
  explicit Matrix(int size) : size_(size), elements_(std::make_unique<double[]>(size * size)) {}

  int size() const { return size_; }
  double &operator()(int i, int j) { return elements_[i * size_ + j]; }
  double operator()(int i, int j) const { return elements_[i * size_ + j]; }
  std::span<double> elements() {
    return {elements_.get(), static_cast<std::size_t>(size_ * size_)};
  }

  double at(int i, int j) const {
    if (i < 0 || i >= size_ || j < 0 || j >= size_)
      throw std::out_of_range("Matrix::at");
    return elements_[i * size_ + j];
  }

private:
  int size_;
  std::unique_ptr<double[]> elements_;
};

// Vectors in the manner of BLAS.
double dot(int n, const double *x, const double *y) {
  double sum = 0.0;
  // truth: parallel -- reduction(+ : sum)
  for (int i = 0; i < n; i++)
    sum += x[i] * y[i];
  return sum;
}

void axpyStrided(int n, double a, const double *x, int incx, double *y, int incy) {
  int ix = 0, iy = 0;
  // truth: parallel -- ix and iy are multiples of i; if incy is not 0 and the ranges do not overlap
  for (int i = 0; i < n; i++) {
    y[iy] += a * x[ix];
    ix += incx;
    iy += incy;
  }
}

void horner(int n, double a, const double *x, double *y) {
  // truth: serial carried-flow-dependence -- i=1 reads y[1], which i=0 wrote
  for (int i = 0; i < n; i++)
    y[i + 1] = a * y[i] + x[i];
}

void rotate(int n, double *x, double *y, double c, double s) {
  // truth: parallel -- if x and y do not overlap
  for (int i = 0; i < n; i++) {
    const double turned = c * x[i] + s * y[i];
    y[i] = c * y[i] - s * x[i];
    x[i] = turned;
  }
}

void rotateOnward(int n, double *x, double c, double s) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- i=0 and i=1 both turn x[1]
  for (int i = 0; i < n - 1; i++) {
    const double turned = c * x[i] + s * x[i + 1];
    x[i + 1] = c * x[i + 1] - s * x[i];
    x[i] = turned;
  }
}

// c += a * b for flat square matrices.
void multiplyAdd(int n, const double *a, const double *b, double *c) {
  // truth: parallel -- if c does not overlap with a and b
  for (int i = 0; i < n; i++)
    // truth: parallel -- an array reduction of row i of c; if c does not overlap with a and b
    for (int k = 0; k < n; k++)
      // truth: parallel -- if c does not overlap with a and b
      for (int j = 0; j < n; j++)
        c[i * n + j] += a[i * n + k] * b[k * n + j];
}

std::vector<double> operator*(const Matrix &a, const std::vector<double> &x) {
  std::vector<double> y(a.size());
  // truth: parallel
  for (int i = 0; i < a.size(); i++) {
    double sum = 0.0;
    // truth: parallel -- reduction(+ : sum)
    for (int j = 0; j < a.size(); j++)
      sum += a(i, j) * x[j];
    y[i] = sum;
  }
  return y;
}

double maximumRowSum(const Matrix &a) {
  double largest = 0.0;
  // truth: parallel -- reduction(max : largest)
  for (int i = 0; i < a.size(); i++) {
    double sum = 0.0;
    // truth: parallel -- reduction(+ : sum)
    for (int j = 0; j < a.size(); j++)
      sum += std::abs(a(i, j));
    largest = std::max(largest, sum);
  }
  return largest;
}

double checkedTrace(const Matrix &a, int n) {
  double sum = 0.0;
  // truth: serial may-throw -- i=0 may throw, and i=1 not run
  for (int i = 0; i < n; i++)
    sum += a.at(i, i);
  return sum;
}

// Gaussian elimination with row exchanges.
void factor(Matrix &a, std::vector<int> &pivot) {
  const int n = a.size();
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- k=1 eliminates what k=0 left
  for (int k = 0; k < n; k++) {
    int best = k;
    // truth: parallel -- an arg-max in which the first of equals wins
    for (int i = k + 1; i < n; i++)
      if (std::abs(a(i, k)) > std::abs(a(best, k)))
        best = i;
    pivot[k] = best;
    // truth: parallel
    for (int j = 0; j < n; j++)
      std::swap(a(k, j), a(best, j));
    // truth: parallel -- row i is written, row k is read
    for (int i = k + 1; i < n; i++) {
      const double share = a(i, k) /= a(k, k);
      // truth: parallel
      for (int j = k + 1; j < n; j++)
        a(i, j) -= share * a(k, j);
    }
  }
}

double determinant(const Matrix &lu, const std::vector<int> &pivot) {
  double product = 1.0;
  // truth: parallel -- reduction(* : product)
  for (int k = 0; k < lu.size(); k++)
    product *= pivot[k] == k ? lu(k, k) : -lu(k, k);
  return product;
}

void permute(const std::vector<int> &pivot, std::vector<double> &b) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- k=0 may exchange b[0] and b[1], k=1 b[1] and b[2]
  for (std::size_t k = 0; k < pivot.size(); k++)
    std::swap(b[k], b[pivot[k]]);
}

// Substitution by rows and by columns.
void forwardByRows(const Matrix &l, std::vector<double> &b) {
  // truth: serial carried-flow-dependence -- i=1 reads b[0], which i=0 wrote
  for (int i = 0; i < l.size(); i++) {
    double rest = b[i];
    // truth: parallel -- reduction(+ : rest)
    for (int j = 0; j < i; j++)
      rest -= l(i, j) * b[j];
    b[i] = rest;
  }
}

void backwardByColumns(const Matrix &u, std::vector<double> &b) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- b[0]
  for (int j = u.size() - 1; j >= 0; j--) {
    b[j] /= u(j, j);
    // truth: parallel -- b[j] is read, b[0] ... b[j - 1] are written
    for (int i = 0; i < j; i++)
      b[i] -= u(i, j) * b[j];
  }
}

// The lower triangle of a symmetric matrix, column by column.
void cholesky(double (&a)[60][60]) {
  // truth: serial carried-flow-dependence -- j=1 reads a[1][0], which j=0 wrote
  for (int j = 0; j < 60; j++) {
    double diagonal = a[j][j];
    // truth: parallel -- reduction(+ : diagonal)
    for (int k = 0; k < j; k++)
      diagonal -= a[j][k] * a[j][k];
    a[j][j] = std::sqrt(diagonal);
    // truth: parallel -- a[i][j] is written, the columns before j and a[j][j] are read
    for (int i = j + 1; i < 60; i++) {
      double sum = a[i][j];
      // truth: parallel -- reduction(+ : sum)
      for (int k = 0; k < j; k++)
        sum -= a[i][k] * a[j][k];
      a[i][j] = sum / a[j][j];
    }
  }
}

// Sweeps of two iterations for a system with a strong diagonal.
void jacobi(const Matrix &a, const std::vector<double> &b, const std::vector<double> &x,
            std::vector<double> &next) {
  // truth: parallel -- if next and x are different vectors
  for (int i = 0; i < a.size(); i++) {
    double sum = b[i];
    // truth: parallel -- reduction(+ : sum)
    for (int j = 0; j < a.size(); j++)
      if (j != i)
        sum -= a(i, j) * x[j];
    next[i] = sum / a(i, i);
  }
}

void gaussSeidel(const Matrix &a, const std::vector<double> &b, std::vector<double> &x) {
  // truth: serial carried-flow-dependence|carried-anti-dependence -- i=1 reads x[0], which i=0 wrote
  for (int i = 0; i < a.size(); i++) {
    double sum = b[i];
    // truth: parallel -- reduction(+ : sum)
    for (int j = 0; j < a.size(); j++)
      if (j != i)
        sum -= a(i, j) * x[j];
    x[i] = sum / a(i, i);
  }
}

double powerIteration(const Matrix &a, std::vector<double> &x, int steps) {
  double length = 0.0;
  // truth: serial carried-flow-dependence|carried-output-dependence|carried-anti-dependence -- step 1 multiplies the x of step 0
  for (int step = 0; step < steps; step++) {
    x = a * x;
    length = 0.0;
    // truth: parallel -- reduction(+ : length)
    for (double element : x)
      length += element * element;
    length = std::sqrt(length);
    // truth: parallel
    for (double &element : x)
      element /= length;
  }
  return length;
}

// Tridiagonal matrices: product and solution.
void multiplyTridiagonal(const std::vector<double> &below, const std::vector<double> &diagonal,
                         const std::vector<double> &above, const std::vector<double> &x,
                         std::vector<double> &y) {
  const int n = static_cast<int>(x.size());
  // truth: parallel -- if y is another vector than the others
  for (int i = 1; i < n - 1; i++)
    y[i] = below[i] * x[i - 1] + diagonal[i] * x[i] + above[i] * x[i + 1];
}

void solveTridiagonal(const double *below, double *diagonal, const double *above, double *x,
                      int n) {
  // truth: serial carried-flow-dependence -- i=2 reads diagonal[1] and x[1], which i=1 wrote
  for (int i = 1; i < n; i++) {
    const double factor = below[i] / diagonal[i - 1];
    diagonal[i] -= factor * above[i - 1];
    x[i] -= factor * x[i - 1];
  }
  x[n - 1] /= diagonal[n - 1];
  // truth: serial carried-flow-dependence -- i=n-3 reads x[n-2], which i=n-2 wrote
  for (int i = n - 2; i >= 0; i--)
    x[i] = (x[i] - above[i] * x[i + 1]) / diagonal[i];
}

// Packed storage: all elements of the triangle, and only those that are not 0.
void pack(const float (&full)[80][80], std::vector<float> &packed) {
  int k = 0;
  // truth: parallel -- k is i * (i + 1) / 2 at the start of row i
  for (int i = 0; i < 80; i++)
    // truth: parallel -- k grows by 1
    for (int j = 0; j <= i; j++)
      packed[k++] = full[i][j];
}

int packSparse(const float (&full)[80][80], std::vector<float> &packed) {
  int k = 0;
  // truth: serial carried-flow-dependence -- where row 1 begins depends on the zeros of row 0
  for (int i = 0; i < 80; i++)
    // truth: serial carried-flow-dependence -- the place of j=1 depends on whether j=0 is kept
    for (int j = 0; j <= i; j++)
      if (full[i][j] > 0.5f)
        packed[k++] = full[i][j];
  return k;
}

void scalePacked(std::vector<float> &packed, const std::vector<double> &scale, int n) {
  // truth: parallel -- row i has the elements i * (i + 1) / 2 + 0 ... i
  for (int i = 0; i < n; i++)
    // truth: parallel
    for (int j = 0; j <= i; j++)
      packed[i * (i + 1) / 2 + j] *= static_cast<float>(scale[i] * scale[j]);
}

// Sparse matrices: by rows, and transposed, which scatters.
struct Sparse {
  std::vector<int> first, column;
  std::vector<double> value;
};

void multiply(const Sparse &a, const std::vector<double> &x, std::vector<double> &y) {
  const int rows = static_cast<int>(a.first.size()) - 1;
  // truth: parallel -- if y is neither x nor the values of a
  for (int i = 0; i < rows; i++) {
    y[i] = 0.0;
    // truth: parallel -- a reduction of y[i]; if y is neither x nor the values of a
    for (int e = a.first[i]; e < a.first[i + 1]; e++)
      y[i] += a.value[e] * x[a.column[e]];
  }
}

void multiplyTransposed(const Sparse &a, const std::vector<double> &x, std::vector<double> &y) {
  const int rows = static_cast<int>(a.first.size()) - 1;
  // truth: parallel -- atomic updates; if y is neither x nor the values of a
  for (int i = 0; i < rows; i++)
    // truth: parallel -- atomic updates; if y is neither x nor the values of a
    for (int e = a.first[i]; e < a.first[i + 1]; e++)
      y[a.column[e]] += a.value[e] * x[i];
}

void solveSparse(const Sparse &lower, std::vector<double> &x) {
  const int rows = static_cast<int>(lower.first.size()) - 1;
  // truth: serial carried-flow-dependence -- row 1 may read x[0], which row 0 wrote
  for (int i = 0; i < rows; i++) {
    double rest = x[i];
    // truth: parallel -- reduction(+ : rest)
    for (int e = lower.first[i]; e < lower.first[i + 1]; e++)
      if (lower.column[e] < i)
        rest -= 0.125 * lower.value[e] * x[lower.column[e]];
    x[i] = rest;
  }
}

// Orthogonal vectors: all projections of one vector, and one after the other.
void projections(const std::vector<std::array<double, 50>> &basis,
                 const std::array<double, 50> &vector, std::vector<double> &lengths) {
  // truth: parallel
  for (std::size_t q = 0; q < basis.size(); q++)
    lengths[q] = dot(50, basis[q].data(), vector.data());
}

void orthogonalize(const std::vector<std::array<double, 50>> &basis,
                   std::array<double, 50> &vector) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- q=1 projects the vector that q=0 changed
  for (const auto &direction : basis) {
    const double length = dot(50, direction.data(), vector.data());
    // truth: parallel -- each i reads and writes its own elements, even if vector is in the basis
    for (int i = 0; i < 50; i++)
      vector[i] -= length * direction[i];
  }
}

int main() {
  auto x = corpus::numbers<double>(4000, 1), y = corpus::numbers<double>(4000, 2);
  corpus::print("dot", dot(4000, x.data(), y.data()));
  axpyStrided(1300, 0.5, x.data(), 3, y.data(), 2);
  axpyStrided(1300, 0.5, x.data() + 3899, -3, y.data(), 2);
  corpus::print("axpyStrided", corpus::sum(y));
  axpyStrided(3000, 0.5, x.data(), 1, y.data(), 0);
  axpyStrided(3000, 0.25, x.data(), 1, x.data() + 1, 1);
  corpus::print("axpyStrided overlapping", corpus::sum(x), y[0]);
  horner(3000, 0.5, x.data(), y.data());
  rotate(4000, x.data(), y.data(), 0.6, 0.8);
  corpus::print("rotate", corpus::sum(x), corpus::sum(y));
  rotate(3000, x.data(), x.data() + 1, 0.6, 0.8);
  rotateOnward(4000, y.data(), 0.6, 0.8);
  corpus::print("rotateOnward", corpus::sum(x), corpus::sum(y));

  auto a = corpus::numbers<double>(2500, 3), b = corpus::numbers<double>(2500, 4);
  std::vector<double> c(2500);
  multiplyAdd(50, a.data(), b.data(), c.data());
  corpus::print("multiplyAdd", corpus::sum(c));
  multiplyAdd(40, a.data(), b.data(), b.data() + 40);
  corpus::print("multiplyAdd overlapping", corpus::sum(b));

  Matrix m(70);
  std::span<double> elements = m.elements();
  corpus::fill(elements, 5);
  std::vector<double> rhs(x.begin(), x.begin() + 70), guess(70), next(70);
  auto diagonal = corpus::iota<double>(70);
  std::for_each(diagonal.begin(), diagonal.end(), [&m](double k) {
    int i = static_cast<int>(k);
    m(i, i) += i % 2 == 0 ? 45.0 : -45.0;
  });
  corpus::print("products", corpus::sum(m * rhs), maximumRowSum(m), checkedTrace(m, 70));
  jacobi(m, rhs, guess, next);
  jacobi(m, rhs, next, guess);
  corpus::print("jacobi", corpus::sum(guess));
  gaussSeidel(m, rhs, guess);
  corpus::print("gaussSeidel", corpus::sum(guess));
  double length = powerIteration(m, next, 10);
  corpus::print("powerIteration", length, corpus::sum(next));
  std::vector<int> pivot(70);
  std::swap_ranges(elements.begin(), elements.begin() + 70, elements.begin() + 490);
  factor(m, pivot);
  corpus::print("factor", corpus::sum(elements), corpus::sum(pivot), determinant(m, pivot));
  permute(pivot, rhs);
  forwardByRows(m, rhs);
  backwardByColumns(m, rhs);
  corpus::print("solve", corpus::sum(rhs));

  static double spd[60][60];
  corpus::fill(spd, 6);
  std::for_each(diagonal.begin(), diagonal.begin() + 60, [](double k) {
    int i = static_cast<int>(k);
    spd[i][i] = 50.0 + i;
  });
  cholesky(spd);
  corpus::print("cholesky", corpus::sum(spd));
  std::vector<double> four(4000, 4.0), product(4000);
  rhs = corpus::numbers<double>(4000, 7);
  multiplyTridiagonal(x, four, y, rhs, product);
  corpus::print("multiplyTridiagonal", corpus::sum(product));
  auto below = corpus::numbers<double>(4000, 8), above = corpus::numbers<double>(4000, 9);
  solveTridiagonal(below.data(), four.data(), above.data(), product.data(), 4000);
  corpus::print("solveTridiagonal", corpus::sum(product), corpus::sum(four));

  static float full[80][80];
  corpus::fill(full, 10);
  std::vector<float> packed(3240), kept(3240);
  pack(full, packed);
  int count = packSparse(full, kept);
  scalePacked(packed, above, 80);
  corpus::print("pack", corpus::sum(packed), count, corpus::sum(kept));

  Sparse sparse{corpus::iota<int>(1001), corpus::integers<int>(4000, 11, 0, 999),
                corpus::numbers<double>(4000, 12)};
  std::transform(sparse.first.begin(), sparse.first.end(), sparse.first.begin(),
                 [](int row) { return 4 * row; });
  std::vector<double> sx = corpus::numbers<double>(1000, 13), sy(1000);
  multiply(sparse, sx, sy);
  corpus::print("multiply", corpus::sum(sy));
  multiplyTransposed(sparse, sy, sx);
  corpus::print("multiplyTransposed", corpus::sum(sx));
  multiply(sparse, sx, sx);
  solveSparse(sparse, sx);
  corpus::print("solveSparse", corpus::sum(sx));

  std::vector<std::array<double, 50>> basis(40);
  std::array<double, 50> vector;
  std::vector<double> lengths(40);
  corpus::fill(basis, 14);
  corpus::fill(vector, 15);
  projections(basis, vector, lengths);
  orthogonalize(basis, vector);
  corpus::print("orthogonalize", corpus::sum(lengths), corpus::sum(vector));
}
