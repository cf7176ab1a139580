//===- nqueens.cpp - n queens, counted, on copies of the board ------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// One call for each column that is not attacked, on a board of its own; the counts are added.
// Usage: nqueens [N].
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

int main(int argc, char **argv) {
  int n = argc > 1 ? std::atoi(argv[1]) : 13;
  std::printf("nqueens: %ld\n", queens(std::vector<int>(n), 0, n));
}
