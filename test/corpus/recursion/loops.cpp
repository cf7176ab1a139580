//===- loops.cpp - recursions whose calls stand in a loop -----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --fix-options="--form=tasks" --flags="-Wextra -I%S"
//
// Recursive functions that call themselves once for each choice, and near-twins in which the
// choices share what they change.
//
//===----------------------------------------------------------------------===//

#include "../corpus.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

static bool safe(const int *board, int row, int column) {
  for (int r = 0; r < row; ++r)
    if (board[r] == column || std::abs(board[r] - column) == row - r)
      return false;
  return true;
}

// truth: tasks -- each column has a board of its own; the counts are added
long byArray(const int *board, int row, int n) {
  if (row == n)
    return 1;
  long count = 0;
  for (int column = 0; column < n; column++)
    if (safe(board, row, column)) {
      int next[12];
      for (int i = 0; i < row; i++)
        next[i] = board[i];
      next[row] = column;
      count += byArray(next, row + 1, n);
    }
  return count;
}

struct Board {
  int columns[12];
};

// truth: tasks -- the board is copied as an object
static long byObject(const Board &board, int row, int n) {
  if (row == n)
    return 1;
  long count = 0;
  for (int column = 0; column < n; column++) {
    if (!safe(board.columns, row, column))
      continue;
    Board next = board;
    next.columns[row] = column;
    count += byObject(next, row + 1, n);
  }
  return count;
}

// truth: tasks -- and here by the call
static long byValue(Board board, int row, int n) {
  if (row == n)
    return 1;
  long count = 0;
  for (int column = 0; column < n; column++)
    if (safe(board.columns, row, column)) {
      Board next = board;
      next.columns[row] = column;
      count += byValue(next, row + 1, n);
    }
  return count;
}

// truth: tasks -- numbers only; the largest of the results
static int longestPath(int node, unsigned left) {
  int longest = 0;
  for (int other = 0; other < 7; other++) {
    if (!(left >> other & 1) || (node + other) % 3 == 0)
      continue;
    int length = 1 + longestPath(other, left & ~(1u << other));
    if (length > longest)
      longest = length;
  }
  return longest;
}

// truth: tasks -- whether any choice succeeds
static bool canSum(const int *values, int n, int rest) {
  if (rest == 0)
    return true;
  bool found = false;
  for (int i = 0; i < n; i++)
    if (values[i] <= rest && canSum(values + i + 1, n - i - 1, rest - values[i]))
      found = true;
  return found;
}

// truth: tasks -- a number is computed in front of `continue`, and copied
static long weighted(int depth, long weight) {
  if (depth == 0)
    return weight % 1009;
  long sum = 0;
  for (int i = 1; i < 5; i++) {
    long next = weight * 7 + i;
    if (next % 3 == 0)
      continue;
    sum += weighted(depth - 1, next % 100003);
  }
  return sum;
}

// truth: tasks -- and so is one that is declared in front of the loop
static long weightedAgain(int depth, long weight) {
  if (depth == 0)
    return weight % 1009;
  long sum = 0, next;
  for (int i = 1; i < 5; i++) {
    next = weight * 7 + i;
    if (next % 3 == 0)
      continue;
    sum += weightedAgain(depth - 1, next % 100003);
  }
  return sum;
}

// truth: serial early-exit|dependent-calls -- the pair ends before a task that gets a pointer to it
static long pointed(int depth, long weight) {
  if (depth == 0)
    return weight % 1009;
  long sum = 0;
  for (int i = 0; i < 4; i++) {
    long pair[2] = {weight * 5 + i, weight};
    const long *p = pair;
    if (p[0] % 3 == 0)
      continue;
    sum += pointed(depth - 1, (p[0] + p[1]) % 100003);
  }
  return sum;
}

// truth: tasks -- the bound is declared with the index, and ends before the tasks do
static long bounded(int depth, long weight) {
  if (depth == 0)
    return weight % 1009;
  long sum = 0;
  for (int i = 0, most = depth + 1; i < most; i++)
    sum += bounded(depth - 1, (weight * 7 + i + most) % 100003);
  return sum;
}

// truth: tasks -- the children of a node in a complete tree, each with a part of the array
static void fillTree(int *values, int node, int n, int value) {
  if (node >= n)
    return;
  values[node] = value;
  int first = 4 * node + 1;
  for (int child = 0; child < 4; child++)
    fillTree(values, first + child, n, value + child);
}

// truth: serial dependent-calls|carried-output-dependence|carried-flow-dependence -- one board for
// all columns
static long sharedBoard(int *board, int row, int n) {
  if (row == n)
    return 1;
  long count = 0;
  for (int column = 0; column < n; column++)
    if (safe(board, row, column)) {
      board[row] = column;
      count += sharedBoard(board, row + 1, n);
    }
  return count;
}

// truth: serial dependent-calls|carried-output-dependence|carried-flow-dependence -- a copy that
// exists once
static long onceCopied(const int *board, int row, int n) {
  if (row == n)
    return 1;
  long count = 0;
  int next[12];
  std::memcpy(next, board, row * sizeof(int));
  for (int column = 0; column < n; column++)
    if (safe(next, row, column)) {
      next[row] = column;
      count += onceCopied(next, row + 1, n);
    }
  return count;
}

// truth: serial dependent-calls|carried-flow-dependence|carried-output-dependence -- a table of
// results
static long remembered(long *table, int k) {
  if (k < 3)
    return k;
  if (table[k] != 0)
    return table[k];
  long sum = 0;
  for (int i = 1; i < 3; i++)
    sum += remembered(table, k - i);
  table[k] = sum;
  return sum;
}

// truth: serial dependent-calls|carried-flow-dependence -- each call starts with what the one
// before returned
static int chained(int depth, int seed) {
  if (depth == 0)
    return seed * 31 % 1009;
  int value = seed;
  for (int i = 0; i < 3; i++)
    value = chained(depth - 1, value + i);
  return value;
}

// truth: serial early-exit -- the first choice that succeeds ends the search
static bool firstSolution(int *board, int row, int n) {
  if (row == n)
    return true;
  for (int column = 0; column < n; column++)
    if (safe(board, row, column)) {
      board[row] = column;
      if (firstSolution(board, row + 1, n))
        return true;
    }
  return false;
}

// truth: serial observable-order -- prints what it finds
static void print(const int *board, int row, int n) {
  if (row == n) {
    std::printf("%d %d\n", board[0], board[n - 1]);
    return;
  }
  for (int column = 0; column < n; column++)
    if (safe(board, row, column)) {
      int next[12];
      for (int i = 0; i < row; i++)
        next[i] = board[i];
      next[row] = column;
      print(next, row + 1, n);
    }
}

// truth: serial dependent-calls|carried-flow-dependence|not-a-reduction|value-used-after-loop --
// keeps the best so far, and stops where it cannot be beaten
static int bestOf(const int *values, int n, int sum, int &best) {
  if (sum > best)
    best = sum;
  int calls = 1;
  for (int i = 0; i < n; i++)
    if (sum + values[i] * (n - i) > best)
      calls += bestOf(values + i + 1, n - i - 1, sum + values[i], best);
  return calls;
}

// truth: serial dependent-calls|carried-flow-dependence|carried-output-dependence -- numbers what
// it finds
static void collect(std::vector<int> &found, int depth, int value) {
  if (depth == 0) {
    found.push_back(value);
    return;
  }
  for (int i = 0; i < 3; i++)
    collect(found, depth - 1, 3 * value + i);
}

int main() {
  int board[12] = {};
  corpus::print("byArray", byArray(board, 0, 7), byObject(Board{}, 0, 7), byValue(Board{}, 0, 6));
  corpus::print("longestPath", longestPath(0, 0x7e));
  int values[10] = {3, 34, 4, 12, 5, 2, 17, 9, 41, 23};
  corpus::print("canSum", canSum(values, 8, 26), canSum(values, 5, 33), weighted(6, 1),
                weightedAgain(6, 1), bounded(5, 1), pointed(6, 3));
  std::vector<int> tree(400);
  fillTree(tree.data(), 0, 400, 1);
  corpus::print("fillTree", corpus::sum(tree));
  corpus::print("sharedBoard", sharedBoard(board, 0, 6), onceCopied(board, 0, 6));
  long table[40] = {};
  corpus::print("remembered", remembered(table, 30), chained(5, 3));
  corpus::print("firstSolution", firstSolution(board, 0, 8), board[3]);
  print(board, 0, 5);
  int best = 0;
  int calls = bestOf(values, 8, 0, best);
  std::vector<int> found;
  collect(found, 5, 0);
  corpus::print("bestOf", calls, best, corpus::sum(found));
}
