//===- spmv.cpp - sparse matrix times vector ----------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The matrix stores its rows one after another, without the zeros: `start` says where each row
// begins, `column` to which element of the vector a value belongs. Reads go through `column`,
// writes do not: the rows are independent.
//
//===----------------------------------------------------------------------===//

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <utility>
#include <vector>

struct SparseMatrix {
  int rows;
  std::vector<int> start; // one more than there are rows
  std::vector<int> column;
  std::vector<double> value;
};

void multiply(const SparseMatrix &matrix, const std::vector<double> &x, std::vector<double> &y) {
  #pragma omp parallel for schedule(monotonic : dynamic, 8) if(matrix.rows > 200 && \
      &matrix.value != &y && &x != &y)
  for (int i = 0; i < matrix.rows; i++) {
    double sum = 0.0;
    for (int k = matrix.start[i]; k < matrix.start[i + 1]; k++)
      sum += matrix.value[k] * x[matrix.column[k]];
    y[i] = sum;
  }
}

double norm(const std::vector<double> &x) {
  double sum = 0.0;
  #pragma omp parallel for reduction(+ : sum) if(x.size() > 20000)
  for (double value : x)
    sum += value * value;
  return std::sqrt(sum);
}

// A band around the diagonal with holes in it.
SparseMatrix band(int rows) {
  SparseMatrix matrix{rows, {0}, {}, {}};
  for (int i = 0; i < rows; i++) {
    for (int j = i - 9; j <= i + 9; j++) {
      if (j < 0 || j >= rows || (i + j) % 3 == 0)
        continue;
      matrix.column.push_back(j);
      matrix.value.push_back(1.0 / (1 + std::abs(i - j)));
    }
    matrix.start.push_back(static_cast<int>(matrix.column.size()));
  }
  return matrix;
}

int main(int argc, char **argv) {
  int rows = argc > 1 ? std::atoi(argv[1]) : 1'000'000;
  int steps = argc > 2 ? std::atoi(argv[2]) : 30;
  SparseMatrix matrix = band(rows);
  std::vector<double> x(rows, 1.0), y(rows);
  for (int step = 0; step < steps; step++) {
    multiply(matrix, x, y);
    double length = norm(y);
    #pragma omp parallel for if(y.size() > 50000)
    for (double &value : y)
      value /= length;
    std::swap(x, y);
  }
  multiply(matrix, x, y);
  std::printf("largest eigenvalue about %.9f\n", norm(y));
}
