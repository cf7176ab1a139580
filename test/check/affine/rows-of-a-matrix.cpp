// Rows that no loop runs over, and sizes that a guard makes equal.
// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cstddef>
#include <vector>
class Matrix {
public:
  std::size_t rows() const { return rows_; }
  std::size_t cols() const { return cols_; }
  double &operator()(std::size_t i, std::size_t j) { return data_[i * cols_ + j]; }
  double operator()(std::size_t i, std::size_t j) const { return data_[i * cols_ + j]; }

private:
  std::size_t rows_ = 0, cols_ = 0;
  std::vector<double> data_;
};
void fixedRows(std::vector<double> &a, int n, int w, int k) {
  if (k < 0)
    return;
  // loomp: parallel -- rows above k are written, row k is read
  for (int i = k + 1; i < n; ++i)
    // loomp: parallel -- row i and row k have nothing in common
    for (int j = 0; j < w; ++j)
      a[i * w + j] -= a[k * w + j];
}
void oneRow(std::vector<double> &a, int n, int w, int k) {
  if (k < 0)
    return;
  // loomp: parallel peeled(first) -- i=k changes the row that all others read
  for (int i = k; i < n; ++i)
    // loomp: not-parallel -- row k is reversed into itself
    for (int j = 0; j < w; ++j)
      a[i * w + j] -= a[k * w + (w - 1 - j)];
}
void equalSizes(Matrix &a, const Matrix &b) {
  if (a.cols() != b.rows() || b.rows() != b.cols())
    return;
  // loomp: parallel -- row i reads and writes row i only
  for (std::size_t i = 0; i < a.rows(); ++i)
    // loomp: serial carried-flow-dependence -- j reads a(i, 0), which j=0 wrote
    for (std::size_t j = 0; j < b.cols(); ++j)
      a(i, j) = a(i, 0) + 1;
}
void unequalSizes(Matrix &a, const Matrix &b) {
  if (a.cols() != b.rows() || b.rows() == 5)
    return;
  // loomp: not-parallel -- b may have more columns than a
  for (std::size_t i = 0; i < a.rows(); ++i)
    // loomp: parallel peeled(first) -- j reads a(i, 0), which j=0 wrote
    for (std::size_t j = 0; j < b.cols(); ++j)
      a(i, j) = a(i, 0) + 1;
}
int calls;
int counted(int x) { return ++calls + x; }
void guardWrites(std::vector<double> &a, int n) {
  int m = calls;
  // loomp: not-parallel -- counted() changes 'calls', on which m - calls depends
  for (int i = 0; i < n; ++i)
    if (a[i] > 0 && counted(i) > 3)
      a[i + m - calls] = 1;
}
