//===- places.cpp - recursions between pointers, and into members ---------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --fix-options="--form=tasks" --flags="-w -I%S" --tolerance=1e-5
//
// Ranges that two pointers or iterators delimit, and calls whose results go into members and
// elements, as the subtrees of a new node do. Only recursive functions have a truth; near twins
// that must stay as they are stand beside them.
//
//===----------------------------------------------------------------------===//

#include "../corpus.h"

#include <algorithm>
#include <vector>

// Ranges between two pointers, or two iterators.

// truth: tasks -- [first, mid) and [mid, last)
void sortRange(int *first, int *last) {
  if (last - first < 2)
    return;
  int *mid = first + (last - first) / 2;
  sortRange(first, mid);
  sortRange(mid, last);
  std::inplace_merge(first, mid, last);
}

// truth: tasks -- the same with iterators
template <class Iterator> void sortBetween(Iterator first, Iterator last) {
  auto n = last - first;
  if (n < 2)
    return;
  Iterator mid = first + n / 2;
  sortBetween(first, mid);
  sortBetween(mid, last);
  std::inplace_merge(first, mid, last);
}

// truth: tasks -- reads only
long sumBetween(const int *first, const int *last) {
  if (first == last)
    return 0;
  if (last - first == 1)
    return *first;
  const int *mid = first + (last - first) / 2;
  return sumBetween(first, mid) + sumBetween(mid, last);
}

// truth: tasks -- a prefix and a suffix
void quickSortBetween(int *first, int *last) {
  if (last - first < 2)
    return;
  int pivot = *(last - 1);
  int *middle = first;
  for (int *p = first; p < last - 1; ++p)
    if (*p < pivot)
      std::swap(*p, *middle++);
  std::swap(*middle, *(last - 1));
  quickSortBetween(first, middle);
  quickSortBetween(middle + 1, last);
}

// truth: serial dependent-calls -- the element in the middle is in both
void smoothBetween(int *first, int *last) {
  if (last - first < 3)
    return;
  int *mid = first + (last - first) / 2;
  smoothBetween(first, mid + 1);
  smoothBetween(mid, last);
  for (int *p = first; p + 1 < last; ++p)
    *p = (*p + *(p + 1)) / 2;
}

// truth: serial dependent-calls -- the element behind the range is written
void behindRange(int *first, int *last) {
  if (last - first < 2)
    return;
  int *mid = first + (last - first) / 2;
  behindRange(first, mid);
  behindRange(mid, last);
  *last = *last * 3 % 1000 + *first;
}

// truth: serial dependent-calls -- two arrays, of which both calls write the second
void twoArrays(int *a, int *b, int n) {
  if (n < 2)
    return;
  twoArrays(a, b, n / 2);
  twoArrays(a + n / 2, b, n - n / 2);
  b[0] = b[0] * 3 % 1000 + a[n - 1];
}

struct Skipping {
  int *data;
  int &operator[](int &i) const { return data[i += 3]; }
};

// truth: serial dependent-calls -- the subscript moves the index, too
void skipping(int *a, int lo, int hi) {
  if (hi - lo < 2)
    return;
  int mid = lo + (hi - lo) / 2;
  skipping(a, lo, mid);
  skipping(a, mid, hi);
  Skipping elements{a};
  int k = lo - 1;
  for (int i = lo; i < hi; ++i)
    elements[++k] = a[i] * 3 % 1000 + i;
}

// Places that are no variables get the results.

struct Item {
  long key;
  Item *left, *right;
};

// truth: tasks -- each call makes the nodes that it returns
static Item *build(const int *values, int lo, int hi) {
  if (lo >= hi)
    return nullptr;
  int mid = lo + (hi - lo) / 2;
  Item *item = new Item;
  item->key = values[mid];
  item->left = build(values, lo, mid);
  item->right = build(values, mid + 1, hi);
  return item;
}

static int used = 0;

// truth: serial dependent-calls -- the nodes come from one pool
static Item *pooled(Item *pool, const int *values, int lo, int hi) {
  if (lo >= hi)
    return nullptr;
  int mid = lo + (hi - lo) / 2;
  Item *item = &pool[used++];
  item->key = values[mid] + used;
  item->left = pooled(pool, values, lo, mid);
  item->right = pooled(pool, values, mid + 1, hi);
  return item;
}

// truth: tasks -- reads only
static long weigh(const Item *item, int depth) {
  long parts[2] = {0, 0};
  if (!item)
    return 0;
  parts[0] = weigh(item->left, depth + 1);
  parts[1] = weigh(item->right, depth + 1);
  return item->key * depth + parts[0] - parts[1];
}

// truth: serial dependent-calls -- two results in one place
static long inOnePlace(const Item *item, int depth) {
  long parts[2] = {0, 0};
  if (!item)
    return depth;
  parts[depth % 2] = inOnePlace(item->left, depth + 1);
  parts[(depth + 2) % 2] = inOnePlace(item->right, depth + 1);
  return item->key + parts[0] - parts[1];
}

struct Bits {
  unsigned left : 4, right : 4;
};

// truth: serial dependent-calls -- two results in one byte
static unsigned packed(unsigned n) {
  if (n < 2)
    return n;
  Bits bits = {0, 0};
  bits.left = packed(n - 1);
  bits.right = packed(n - 2);
  return (3 * bits.left + bits.right) % 16;
}

// truth: serial dependent-calls -- the same in the library
static bool parity(unsigned n) {
  if (n < 2)
    return n == 1;
  std::vector<bool> bits(2);
  bits[0] = parity(n - 1);
  bits[1] = parity(n - 2);
  return bits[0] != bits[1];
}

static void destroy(Item *item) {
  // No truth: one call at a time, each pointer dies with its node.
  std::vector<Item *> left{item};
  while (!left.empty()) {
    Item *each = left.back();
    left.pop_back();
    if (!each)
      continue;
    left.push_back(each->left);
    left.push_back(each->right);
    delete each;
  }
}

int main() {
  const auto integers = corpus::integers<int>(2000, 1, -10000, 10000);
  std::vector<int> work, tmp(2000);
  std::vector<double> b;
  const auto reals = corpus::reals<double>(2000, 2, -1e4, 1e4);
  work = integers;
  sortRange(work.data(), work.data() + 2000);
  corpus::print("sortRange", corpus::sum(work), sumBetween(work.data(), work.data() + 1999));
  work = integers;
  b = reals;
  sortBetween(work.begin(), work.end());
  sortBetween(b.begin(), b.end());
  corpus::print("sortBetween", corpus::sum(work), corpus::sum(b));
  work = integers;
  quickSortBetween(work.data(), work.data() + 2000);
  corpus::print("quickSortBetween", corpus::sum(work));
  work = integers;
  smoothBetween(work.data(), work.data() + 2000);
  corpus::print("smoothBetween", corpus::sum(work));
  behindRange(work.data(), work.data() + 1999);
  corpus::print("behindRange", corpus::sum(work));
  skipping(work.data(), 0, 400);
  corpus::print("skipping", corpus::sum(work));
  twoArrays(work.data(), tmp.data(), 2000);
  corpus::print("twoArrays", corpus::sum(tmp));

  Item *built = build(integers.data(), 0, 1000);
  std::vector<Item> pool(1000);
  Item *other3 = pooled(pool.data(), integers.data(), 0, 1000);
  corpus::print("build", weigh(built, 1), weigh(other3, 1));
  corpus::print("inOnePlace", inOnePlace(built, 1), packed(14), parity(14));
  destroy(built);
}
