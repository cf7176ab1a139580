//===- softmax.cpp - scores to probabilities, row by row ----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Each row of a matrix of scores becomes a distribution: subtract the maximum, take exponentials,
// divide by their sum.
//
//===----------------------------------------------------------------------===//

#include <cmath>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <vector>

using Matrix = std::vector<double>;

void softmax(int rows, int columns, const Matrix &scores, Matrix &result) {
  #pragma omp parallel for if(rows > 20)
  for (int i = 0; i < rows; i++) {
    double maximum = scores[i * columns];
    for (int j = 1; j < columns; j++)
      if (scores[i * columns + j] > maximum)
        maximum = scores[i * columns + j];

    double sum = 0.0;
    for (int j = 0; j < columns; j++) {
      result[i * columns + j] = std::exp(scores[i * columns + j] - maximum);
      sum += result[i * columns + j];
    }
    for (int j = 0; j < columns; j++)
      result[i * columns + j] /= sum;
  }
}

double entropy(const Matrix &probabilities) {
  double sum = 0.0;
  #pragma omp parallel for reduction(+ : sum) if(probabilities.size() > 2000)
  for (std::size_t i = 0; i < probabilities.size(); i++)
    sum -= probabilities[i] * std::log(probabilities[i]);
  return sum;
}

int main(int argc, char **argv) {
  int rows = argc > 1 ? std::atoi(argv[1]) : 20'000;
  int columns = 1000;
  std::size_t size = static_cast<std::size_t>(rows) * columns;
  Matrix scores(size), result(size);
  #pragma omp parallel for
  for (int i = 0; i < rows; i++)
    for (int j = 0; j < columns; j++)
      scores[i * columns + j] = (i + j) * 7 % 101 / 10.0;
  softmax(rows, columns, scores, result);
  std::printf("entropy per row %.9f\n", entropy(result) / rows);
}
