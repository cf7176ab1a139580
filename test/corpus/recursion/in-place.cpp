//===- in-place.cpp - recursions that write one array by part -------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --fix-options="--form=tasks" --flags="-Wextra -I%S" --tolerance=1e-5
//
// Recursive functions whose calls may run at the same time because they write disjoint ranges of
// one array: sorts, grids, blocks of a matrix, the nodes of a tree in heap order. Only recursive
// functions have a truth; it says which ranges and, after "if", what a caller has to keep to.
//
//===----------------------------------------------------------------------===//

#include "../corpus.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <limits>
#include <utility>
#include <vector>

// Sorting: the calls write disjoint ranges.

static void merge(const int *from, int *to, int lo, int mid, int hi) {
  int i = lo, j = mid, k = lo;
  while (i < mid && j < hi)
    to[k++] = from[j] < from[i] ? from[j++] : from[i++];
  while (i < mid)
    to[k++] = from[i++];
  while (j < hi)
    to[k++] = from[j++];
}

// truth: tasks -- [lo, mid) and [mid, hi) of both arrays; if a and tmp do not overlap
void mergeSort(int *a, int *tmp, int lo, int hi) {
  if (hi - lo < 2)
    return;
  int mid = lo + (hi - lo) / 2;
  mergeSort(a, tmp, lo, mid);
  mergeSort(a, tmp, mid, hi);
  merge(a, tmp, lo, mid, hi);
  std::memcpy(a + lo, tmp + lo, (hi - lo) * sizeof(int));
}

namespace inclusive {

void mergeHalves(std::vector<int> &v, int left, int mid, int right) {
  std::vector<int> low(v.begin() + left, v.begin() + mid + 1);
  std::vector<int> high(v.begin() + mid + 1, v.begin() + right + 1);
  std::size_t i = 0, j = 0;
  for (int k = left; k <= right; k++) {
    if (j == high.size() || (i < low.size() && low[i] <= high[j]))
      v[k] = low[i++];
    else
      v[k] = high[j++];
  }
}

// truth: tasks -- [left, mid] and [mid + 1, right]; the vector keeps its size
void mergeSort(std::vector<int> &v, int left, int right) {
  if (left < right) {
    int mid = left + (right - left) / 2;
    mergeSort(v, left, mid);
    mergeSort(v, mid + 1, right);
    mergeHalves(v, left, mid, right);
  }
}

} // namespace inclusive

// truth: tasks -- n / 2 elements from a, the others from a + n / 2; if a and scratch do not overlap
static void sortDoubles(double *a, double *scratch, std::size_t n) {
  if (n <= 8) {
    for (std::size_t i = 1; i < n; ++i) {
      double key = a[i];
      std::size_t j = i;
      for (; j > 0 && a[j - 1] > key; --j)
        a[j] = a[j - 1];
      a[j] = key;
    }
    return;
  }
  const std::size_t half = n / 2;
  sortDoubles(a, scratch, half);
  sortDoubles(a + half, scratch + half, n - half);
  std::merge(a, a + half, a + half, a + n, scratch);
  std::copy(scratch, scratch + n, a);
}

static int partition(int *a, int lo, int hi) {
  int pivot = a[hi];
  int i = lo - 1;
  for (int j = lo; j < hi; j++)
    if (a[j] <= pivot)
      std::swap(a[++i], a[j]);
  std::swap(a[i + 1], a[hi]);
  return i + 1;
}

// truth: tasks -- [lo, p - 1] and [p + 1, hi], with p in [lo, hi]
void quickSort(int *a, int lo, int hi) {
  if (lo < hi) {
    int p = partition(a, lo, hi);
    quickSort(a, lo, p - 1);
    quickSort(a, p + 1, hi);
  }
}

static void sortByInsertion(int *a, int lo, int hi) {
  for (int i = lo + 1; i < hi; ++i) {
    int key = a[i], j = i;
    for (; j > lo && key < a[j - 1]; --j)
      a[j] = a[j - 1];
    a[j] = key;
  }
}

// truth: tasks -- insertion moves elements of [lo, hi) only: j ends at lo or before
void sortByHalves(int *a, int *tmp, int lo, int hi) {
  if (hi - lo <= 16) {
    sortByInsertion(a, lo, hi);
    return;
  }
  int mid = lo + (hi - lo) / 2;
  sortByHalves(a, tmp, lo, mid);
  sortByHalves(a, tmp, mid, hi);
  int i = lo, j = mid, k = lo;
  while (i < mid && j < hi)
    tmp[k++] = a[j] < a[i] ? a[j++] : a[i++];
  while (i < mid)
    tmp[k++] = a[i++];
  while (j < hi)
    tmp[k++] = a[j++];
  for (k = lo; k < hi; ++k)
    a[k] = tmp[k];
}

// truth: tasks -- [lo, j] and [i, hi], with j < i after the loop
void quickSortHoare(std::vector<double> &a, long lo, long hi) {
  long i = lo, j = hi;
  const double pivot = a[lo + (hi - lo) / 2];
  while (i <= j) {
    while (a[i] < pivot)
      ++i;
    while (a[j] > pivot)
      --j;
    if (i <= j) {
      std::swap(a[i], a[j]);
      ++i;
      --j;
    }
  }
  if (lo < j)
    quickSortHoare(a, lo, j);
  if (i < hi)
    quickSortHoare(a, i, hi);
}

// Arrays and grids that are filled part by part.

// truth: tasks -- the even and the odd positions: disjoint, though the ranges interleave
void reverseByParity(int *a, int stride, int n) {
  if (n < 2)
    return;
  reverseByParity(a, 2 * stride, n / 2);
  reverseByParity(a + stride, 2 * stride, n / 2);
  for (int i = 0; i < n; i += 2)
    std::swap(a[i * stride], a[(i + 1) * stride]);
}

// truth: tasks -- four quadrants; if the square lies within the rows: x + size <= stride
void fill(int *grid, int stride, int x, int y, int size) {
  if (size == 1) {
    grid[y * stride + x] = x * x + 3 * y;
    return;
  }
  int half = size / 2;
  fill(grid, stride, x, y, half);
  fill(grid, stride, x + half, y, half);
  fill(grid, stride, x, y + half, half);
  fill(grid, stride, x + half, y + half, half);
}

// truth: tasks -- four calls, then four more on the same quadrants; if c is apart from a and b
void multiply(const double *a, const double *b, double *c, int n, int stride) {
  if (n <= 4) {
    for (int i = 0; i < n; ++i)
      for (int j = 0; j < n; ++j) {
        double sum = c[i * stride + j];
        for (int k = 0; k < n; ++k)
          sum += a[i * stride + k] * b[k * stride + j];
        c[i * stride + j] = sum;
      }
    return;
  }
  const int h = n / 2, down = h * stride;
  multiply(a, b, c, h, stride);
  multiply(a, b + h, c + h, h, stride);
  multiply(a + down, b, c + down, h, stride);
  multiply(a + down, b + h, c + down + h, h, stride);

  multiply(a + h, b + down, c, h, stride);
  multiply(a + h, b + down + h, c + h, h, stride);
  multiply(a + down + h, b + down, c + down, h, stride);
  multiply(a + down + h, b + down + h, c + down + h, h, stride);
}

// An object whose array is written.

class SegmentTree {
public:
  explicit SegmentTree(const std::vector<int> &values) : nodes(4 * values.size()) {
    build(values, 1, 0, static_cast<int>(values.size()));
  }

  // truth: tasks -- reads only
  int minimum(int node, int lo, int hi, int first, int last) const {
    if (last <= lo || hi <= first)
      return std::numeric_limits<int>::max();
    if (first <= lo && hi <= last)
      return nodes[node];
    int mid = (lo + hi) / 2;
    int a = minimum(2 * node, lo, mid, first, last);
    int b = minimum(2 * node + 1, mid, hi, first, last);
    return std::min(a, b);
  }

private:
  // truth: tasks -- heap order: the descendants of 2 * node are not those of 2 * node + 1
  void build(const std::vector<int> &values, int node, int lo, int hi) {
    if (hi - lo == 1) {
      nodes[node] = values[lo];
      return;
    }
    int mid = (lo + hi) / 2;
    build(values, 2 * node, lo, mid);
    build(values, 2 * node + 1, mid, hi);
    nodes[node] = std::min(nodes[2 * node], nodes[2 * node + 1]);
  }

  std::vector<int> nodes;
};

// Input, and a line for each function.

/// The weighted sum, and whether `values` is `before`, sorted.
template <class T>
static void printSorted(const char *name, const std::vector<T> &values, std::vector<T> before) {
  std::sort(before.begin(), before.end());
  corpus::print(name, corpus::sum(values), values == before ? "sorted" : "WRONG");
}

int main() {
  const auto integers = corpus::integers<int>(2000, 1, -10000, 10000);
  const auto reals = corpus::reals<double>(2000, 2, -1e4, 1e4);
  std::vector<int> a = integers, b = integers, c = integers, tmp(2000);
  mergeSort(a.data(), tmp.data(), 0, 2000);
  printSorted("mergeSort", a, integers);
  inclusive::mergeSort(b, 0, 1999);
  printSorted("inclusive::mergeSort", b, integers);
  quickSort(c.data(), 0, 1999);
  printSorted("quickSort", c, integers);
  c = integers;
  sortByHalves(c.data(), tmp.data(), 0, 2000);
  printSorted("sortByHalves", c, integers);
  std::vector<double> d = reals, e = reals, scratch(2000);
  sortDoubles(d.data(), scratch.data(), d.size());
  printSorted("sortDoubles", d, reals);
  quickSortHoare(e, 0, 1999);
  printSorted("quickSortHoare", e, reals);

  std::vector<int> backwards(integers.begin(), integers.begin() + 1024);
  reverseByParity(backwards.data(), 1, 1024);
  bool reversed = std::equal(backwards.rbegin(), backwards.rend(), integers.begin());
  corpus::print("reverseByParity", corpus::sum(backwards), reversed ? "reversed" : "WRONG");
  std::vector<int> grid(64 * 70, -1);
  fill(grid.data(), 70, 3, 0, 64);
  corpus::print("fill", corpus::sum(grid));

  const auto left = corpus::numbers<double>(32 * 32, 3);
  const auto right = corpus::numbers<double>(32 * 32, 4);
  std::vector<double> product(32 * 32, 1.0);
  multiply(left.data(), right.data(), product.data(), 32, 32);
  corpus::print("multiply", corpus::sum(product));

  SegmentTree segments(integers);
  corpus::print("SegmentTree", segments.minimum(1, 0, 2000, 333, 777));
}
