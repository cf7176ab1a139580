//===- lifetimes.cpp - recursions whose operands end too early ------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --fix-options="--form=tasks" --flags="-Wextra -Wno-comment -I%S"
//
// What a second review found: calls that move to another place, or into a task that runs later, and
// what they name there: objects that end with their statement, values that change while they are
// computed, variables that exist once for all calls, and text that continues on the next line.
//
//===----------------------------------------------------------------------===//

#include "../corpus.h"

#include <cstdio>
#include <string>
#include <utility>

struct Number {
  long value;
  explicit Number(long v) : value(v) {}
  ~Number() { value = -1; }
  long operator+(const Number &other) const { return value + other.value; }
};

// truth: tasks -- the objects that the calls are given end with the statement
long byObject(const Number &n) {
  if (n.value < 2)
    return n.value;
  long a = byObject(Number(n.value - 1));
  long b = byObject(Number(n.value - 2));
  return (a + b) % 1000;
}

// truth: tasks -- so does the text that the pointer leads into
long byText(const char *digits) {
  if (digits[0] < '2')
    return digits[0] - '0';
  long a = byText(std::string(1, static_cast<char>(digits[0] - 1)).c_str());
  long b = byText(std::string(1, static_cast<char>(digits[0] - 2)).c_str());
  return (a + b) % 1000;
}

static long moved(long &&x) { return x; }

// truth: tasks -- the results are bound to references to values
long byValue(int n) {
  if (n < 2)
    return n;
  return (moved(byValue(n - 1)) + moved(byValue(n - 2))) % 1000;
}

// truth: tasks -- the results are constants
long constants(int n) {
  if (n < 2)
    return n;
  const long a = constants(n - 1);
  const long b = constants(n - 2);
  return (a + b) % 1000;
}

// truth: serial dependent-calls|hidden-state -- all calls count in one variable
long counted(int n) {
  static long calls = 0;
  ++calls;
  if (n < 2)
    return n + calls % 2;
  return (counted(n - 1) + counted(n - 2)) % 1000;
}

// truth: tasks -- what the calls are given is counted twice on the way
long twice(int n) {
  if (n < 3)
    return n;
  int k = n - 4 < 0 ? -2 : n - 5;
  long a = twice(++ ++k);
  long b = twice(k + 1);
  return (a + b) % 1000;
}

struct Board {
  int cells[8];
  int used;
};

// truth: tasks -- each call has a board of its own
long boards(Board board, int row) {
  if (row == 8)
    return board.cells[7] + board.used;
  Board left = board, right = board;
  left.cells[row] = row;
  right.cells[row] = 2 * row;
  long a = boards(left, row + 1);
  long b = boards(right, row + 1);
  return (a + b) % 1000;
}

// truth: serial dependent-calls -- both calls write the same board, one cell behind its end is used
long oneBoard(Board *board, int row) {
  if (row == 6)
    return board->cells[5] + board->used;
  board->cells[row] = row;
  long a = oneBoard(board, row + 1);
  board->cells[row] = 2 * row;
  long b = oneBoard(board, row + 1);
  return (a + b) % 1000;
}

// truth: tasks -- a comment goes on in the next line
long comments(int n) {
  if (n < 2)
    return n;
  long a = comments(n - 1); // this comment does not end here \
  a = 0;
  long b = comments(n - 2);
  return (a + b) % 1000;
}

// truth: tasks -- what stands between the calls declares a type
long types(int n) {
  if (n < 2)
    return n;
  long a = types(n - 1);
  using Result = long;
  Result b = types(n - 2);
  return (a + b) % 1000;
}

// truth: tasks -- two results in one declaration
long together(int n) {
  if (n < 2)
    return n;
  long a = together(n - 1), b = together(n - 2);
  return (a + b) % 1000;
}

// truth: tasks -- the results have another type than the sum
unsigned char narrow(int n) {
  if (n < 2)
    return static_cast<unsigned char>(n);
  unsigned char a = narrow(n - 1), b = narrow(n - 2);
  return static_cast<unsigned char>(a + b);
}

int main() {
  std::printf("%ld %ld %ld %ld\n", byObject(Number(14)), byText("9"), byValue(14), constants(14));
  std::printf("%ld %ld %ld\n", counted(10), twice(14), comments(14));
  Board board{{1, 2, 3, 4, 5, 6, 7, 8}, 3};
  std::printf("%ld %ld\n", boards(board, 0), oneBoard(&board, 0));
  std::printf("%ld %ld %d\n", types(14), together(14), narrow(14));
}
