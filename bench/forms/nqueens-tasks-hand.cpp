//===- nqueens-tasks-hand.cpp - n queens, tasks by hand -------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// What an expert makes of nqueens.cpp: a task for each column of the first four rows, which
// adds its count once, and the serial function below. Usage: nqueens-tasks-hand [N].
//
//===----------------------------------------------------------------------===//

#include <cstdio>
#include <cstdlib>
#include <vector>

bool attacked(const std::vector<int> &board, int row, int column) {
  for (int r = 0; r < row; ++r)
    if (board[r] == column || std::abs(board[r] - column) == row - r)
      return true;
  return false;
}

long queens(const std::vector<int> &board, int row, int n) {
  if (row == n)
    return 1;
  long solutions = 0;
  for (int column = 0; column < n; ++column) {
    if (attacked(board, row, column))
      continue;
    std::vector<int> next(board);
    next[row] = column;
    solutions += queens(next, row + 1, n);
  }
  return solutions;
}

long queensTasks(const std::vector<int> &board, int row, int n) {
  const int cutoff = 4;
  if (row >= cutoff || row == n)
    return queens(board, row, n);
  long solutions = 0;
  for (int column = 0; column < n; ++column) {
    if (attacked(board, row, column))
      continue;
    std::vector<int> next(board);
    next[row] = column;
#pragma omp task shared(solutions) firstprivate(next)
    {
      long found = queensTasks(next, row + 1, n);
#pragma omp atomic
      solutions += found;
    }
  }
#pragma omp taskwait
  return solutions;
}

int main(int argc, char **argv) {
  int n = argc > 1 ? std::atoi(argv[1]) : 13;
  long result;
#pragma omp parallel
#pragma omp single
  result = queensTasks(std::vector<int>(n), 0, n);
  std::printf("nqueens: %ld\n", result);
}
