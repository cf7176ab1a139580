//===- refused-ranges.cpp - serial recursions in shared memory ------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --fix-options="--form=tasks" --flags="-Wextra -I%S" --expect-unchanged
//
// Near twins of the functions in in-place.cpp and own-objects.cpp whose calls may not run at the
// same time: their ranges overlap, they share a buffer, a grid, a board or a subtree, or one finds
// what another one left there. Only recursive functions have a truth. A parallel version with
// another algorithm (copies, locks) does not count.
//
//===----------------------------------------------------------------------===//

#include "../corpus.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <utility>
#include <vector>

// Ranges that overlap.

static void merge(int *a, int *scratch, int lo, int mid, int hi) {
  std::merge(a + lo, a + mid, a + mid, a + hi, scratch + lo);
  std::copy(scratch + lo, scratch + hi, a + lo);
}

// truth: serial dependent-calls -- a[mid] is in [lo, mid] and in [mid, hi]
void mergeSortOverlap(int *a, int *scratch, int lo, int hi) {
  if (hi - lo <= 1) {
    if (a[hi] < a[lo])
      std::swap(a[lo], a[hi]);
    return;
  }
  int mid = lo + (hi - lo) / 2;
  mergeSortOverlap(a, scratch, lo, mid);
  mergeSortOverlap(a, scratch, mid, hi);
  merge(a, scratch, lo, mid, hi + 1);
}

// truth: serial dependent-calls -- both halves merge in scratch[0], scratch[1], ...
static void mergeSortScratch(int *a, int n, int *scratch) {
  if (n < 2)
    return;
  int half = n / 2;
  mergeSortScratch(a, half, scratch);
  mergeSortScratch(a + half, n - half, scratch);
  merge(a, scratch, 0, half, n);
}

// truth: serial dependent-calls -- the first two thirds, the last two, and the first again
void stoogeSort(int *a, int lo, int hi) {
  if (a[hi] < a[lo])
    std::swap(a[lo], a[hi]);
  if (hi - lo < 2)
    return;
  int third = (hi - lo + 1) / 3;
  stoogeSort(a, lo, hi - third);
  stoogeSort(a, lo + third, hi);
  stoogeSort(a, lo, hi - third);
}

// truth: serial dependent-calls -- [lo + 1, hi), [lo + 2, hi) and [lo + 1, hi) again
void reverse(int *a, int lo, int hi) {
  if (hi - lo < 2)
    return;
  reverse(a, lo + 1, hi);
  std::swap(a[lo], a[lo + 1]);
  reverse(a, lo + 2, hi);
  reverse(a, lo + 1, hi);
}

// truth: serial dependent-calls -- the quadrants share a row and a column; the last call wins
void fillWithSeams(int *grid, int stride, int x, int y, int size) {
  if (size == 1) {
    for (int j = 0; j <= 1; ++j)
      for (int i = 0; i <= 1; ++i)
        grid[(y + j) * stride + x + i] = 10 * x + 3 * y;
    return;
  }
  int half = size / 2;
  fillWithSeams(grid, stride, x, y, half);
  fillWithSeams(grid, stride, x + half, y, half);
  fillWithSeams(grid, stride, x, y + half, half);
  fillWithSeams(grid, stride, x + half, y + half, half);
}

// Objects that both calls may reach.

struct Shared {
  double value = 1.0;
  Shared *left = nullptr, *right = nullptr;
};

// truth: serial dependent-calls -- left and right may reach one node, as they do in main's lattice
void twice(Shared *t) {
  if (t == nullptr)
    return;
  t->value *= 2;
  twice(t->left);
  twice(t->right);
}

static int *source, *target;

// truth: serial dependent-calls -- each call swaps the two globals and swaps them back
static void pingPong(int lo, int hi) {
  if (hi - lo < 2)
    return;
  int mid = lo + (hi - lo) / 2;
  std::swap(source, target);
  pingPong(lo, mid);
  pingPong(mid, hi);
  std::swap(source, target);
  std::merge(source + lo, source + mid, source + mid, source + hi, target + lo);
}

// truth: serial dependent-calls -- the second call finds the disks where the first one put them
void hanoi(int disks, std::array<std::vector<int>, 3> &pegs, int from, int to) {
  if (disks == 0)
    return;
  int via = 3 - from - to;
  hanoi(disks - 1, pegs, from, via);
  pegs[to].push_back(pegs[from].back());
  pegs[from].pop_back();
  hanoi(disks - 1, pegs, via, to);
}

// truth: serial dependent-calls -- four calls for one grid; a cell filled by one stops the others
int flood(std::vector<char> &grid, int width, int x, int y) {
  int height = static_cast<int>(grid.size()) / width;
  if (x < 0 || x >= width || y < 0 || y >= height || grid[y * width + x] != '.')
    return 0;
  grid[y * width + x] = '#';
  return 1 + flood(grid, width, x - 1, y) + flood(grid, width, x + 1, y) +
         flood(grid, width, x, y - 1) + flood(grid, width, x, y + 1);
}

// Backtracking: one board, undone after the call.

// truth: serial dependent-calls|carried-flow-dependence|carried-output-dependence -- board and the three sets are shared and undone
int queens(std::vector<int> &board, std::vector<char> &columns, std::vector<char> &rising,
           std::vector<char> &falling, int row) {
  const int n = static_cast<int>(board.size());
  if (row == n)
    return 1;
  int solutions = 0;
  for (int c = 0; c < n; ++c) {
    if (columns[c] || rising[row + c] || falling[row - c + n - 1])
      continue;
    board[row] = c;
    columns[c] = rising[row + c] = falling[row - c + n - 1] = 1;
    solutions += queens(board, columns, rising, falling, row + 1);
    columns[c] = rising[row + c] = falling[row - c + n - 1] = 0;
  }
  return solutions;
}

// truth: serial dependent-calls|carried-flow-dependence|carried-output-dependence -- nothing is undone, but each column overwrites board[row]
static int queensOverwritten(int *board, int row, int n) {
  if (row == n)
    return 1;
  int solutions = 0;
  for (int column = 0; column < n; ++column) {
    bool free = true;
    for (int r = 0; r < row && free; ++r)
      free = board[r] != column && std::abs(board[r] - column) != row - r;
    if (free) {
      board[row] = column;
      solutions += queensOverwritten(board, row + 1, n);
    }
  }
  return solutions;
}

// truth: serial dependent-calls|bound-not-invariant -- the elements are swapped in place and swapped back
long permutations(std::vector<int> &v, std::size_t first) {
  if (first == v.size()) {
    long weighted = 0;
    for (std::size_t i = 0; i < v.size(); ++i)
      weighted += static_cast<long>(i) * v[i];
    return weighted % 7;
  }
  long total = 0;
  for (std::size_t i = first; i < v.size(); ++i) {
    std::swap(v[first], v[i]);
    total += permutations(v, first + 1);
    std::swap(v[first], v[i]);
  }
  return total;
}

class SubsetSums {
public:
  // truth: serial dependent-calls -- 'path', a member, grows before the call and shrinks after it
  int count(const std::vector<int> &values, std::size_t i, int rest) {
    if (rest == 0) {
      longest = std::max(longest, path.size());
      return 1;
    }
    if (i == values.size() || rest < 0)
      return 0;
    path.push_back(values[i]);
    int with = count(values, i + 1, rest - values[i]);
    path.pop_back();
    int without = count(values, i + 1, rest);
    return with + without;
  }

  std::size_t longest = 0;

private:
  std::vector<int> path;
};

// Input, and a line for each function.

/// The weighted sum, and whether `values` is `before`, sorted.
template <class T>
static void printSorted(const char *name, const std::vector<T> &values, std::vector<T> before) {
  std::sort(before.begin(), before.end());
  corpus::print(name, corpus::sum(values), values == before ? "sorted" : "WRONG");
}

// The element in front of the range is looked at, and moved: j ends at lo - 1 or before.
// truth: serial dependent-calls -- the right half writes the last element of the left one
void beyondTheFirst(int *a, int lo, int hi) {
  if (hi - lo <= 16) {
    for (int i = lo + 1; i < hi; ++i) {
      int key = a[i], j = i;
      for (; j >= lo && key < a[j - 1]; --j)
        a[j] = a[j - 1];
      a[j] = key;
    }
    return;
  }
  int mid = lo + (hi - lo) / 2;
  beyondTheFirst(a, lo, mid);
  beyondTheFirst(a, mid, hi);
}

// Two steps at a time: j may jump over lo.
// truth: serial dependent-calls -- the right half writes the last element of the left one
void twoByTwo(int *a, int lo, int hi) {
  if (hi - lo <= 16) {
    int j = hi - 1;
    while (j > lo && a[j] > 0)
      j -= 2;
    a[j] = 1;
    return;
  }
  int mid = lo + (hi - lo) / 2;
  twoByTwo(a, lo, mid);
  twoByTwo(a, mid, hi);
}

static void printOverlapping(const std::vector<int> &integers) {
  std::vector<int> moved = integers;
  beyondTheFirst(moved.data() + 1, 0, 1999);
  twoByTwo(moved.data() + 1, 0, 1999);
  corpus::print("beyondTheFirst", corpus::sum(moved));
  std::vector<int> scratch(2000);
  std::vector<int> a = integers, b = integers;
  mergeSortOverlap(a.data(), scratch.data(), 0, 1999);
  printSorted("mergeSortOverlap", a, integers);
  mergeSortScratch(b.data(), 2000, scratch.data());
  printSorted("mergeSortScratch", b, integers);

  const std::vector<int> few(integers.begin(), integers.begin() + 60);
  std::vector<int> c = few, d(few.begin(), few.begin() + 11);
  stoogeSort(c.data(), 0, 59);
  printSorted("stoogeSort", c, few);
  reverse(d.data(), 0, 11);
  bool reversed = std::equal(d.rbegin(), d.rend(), few.begin());
  corpus::print("reverse", corpus::sum(d), reversed ? "reversed" : "WRONG");
  std::vector<int> grid(65 * 65, -1);
  fillWithSeams(grid.data(), 65, 0, 0, 64);
  corpus::print("fillWithSeams", corpus::sum(grid));

  std::vector<int> from = integers, to = integers;
  source = from.data();
  target = to.data();
  pingPong(0, 2000);
  printSorted("pingPong", to, integers);
}

static void printShared() {
  const int levels = 9;
  std::vector<Shared> lattice(levels * levels);
  for (int level = 0; level + 1 < levels; ++level)
    for (int i = 0; i <= level; ++i) {
      lattice[level * levels + i].left = &lattice[(level + 1) * levels + i];
      lattice[level * levels + i].right = &lattice[(level + 1) * levels + i + 1];
    }
  twice(&lattice[0]);
  double logarithms = 0.0;
  for (const Shared &s : lattice)
    logarithms += std::log2(s.value);
  corpus::print("twice", logarithms, std::log2(lattice[8 * levels + 4].value));
}

static void printGrids() {
  std::array<std::vector<int>, 3> pegs;
  for (int disk = 12; disk > 0; --disk)
    pegs[0].push_back(disk);
  hanoi(12, pegs, 0, 2);
  corpus::print("hanoi", pegs[0].size(), pegs[1].size(), pegs[2].size());
  std::vector<char> grid(40 * 40, '.');
  for (unsigned i = 0; i < grid.size(); ++i)
    if (corpus::mix(i + 77) % 3 == 0)
      grid[i] = 'x';
  int cells = flood(grid, 40, 20, 20);
  corpus::print("flood", cells, std::count(grid.begin(), grid.end(), '#'));
}

static void printBacktracking() {
  std::vector<int> board(7);
  std::vector<char> columns(7), rising(13), falling(13);
  corpus::print("queens", queens(board, columns, rising, falling, 0));
  corpus::print("queensOverwritten", queensOverwritten(board.data(), 0, 7));
  std::vector<int> v{1, 2, 4, 8, 16, 32, 64};
  corpus::print("permutations", permutations(v, 0));
  SubsetSums sums;
  int ways = sums.count({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, 0, 30);
  corpus::print("SubsetSums", ways, sums.longest);
}

int main() {
  printOverlapping(corpus::integers<int>(2000, 1, -10000, 10000));
  printShared();
  printGrids();
  printBacktracking();
}
