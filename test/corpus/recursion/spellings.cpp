//===- spellings.cpp - recursions as templates, members and choices -------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --fix-options="--form=tasks" --flags="-Wextra -I%S" --tolerance=1e-5
//
// The same recursions as in the other files, spelled as people spell them in C++: as templates, as
// member functions that are defined outside of their class, with calls in operands of `?:`, with
// results that are structures, and with bounds that have no sign. Only recursive functions have a
// truth; near twins that must stay as they are stand beside them.
//
//===----------------------------------------------------------------------===//

#include "../corpus.h"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <memory>
#include <vector>

// Templates: one text for all instantiations.

// truth: tasks -- reads only
template <class T> static T sumOf(const T *a, std::size_t n) {
  if (n < 2)
    return n == 1 ? a[0] : T();
  T left = sumOf(a, n / 2);
  T right = sumOf(a + n / 2, n - n / 2);
  return left + right;
}

template <class T> void merge(std::vector<T> &v, std::vector<T> &tmp, int lo, int mid, int hi) {
  int i = lo, j = mid, k = lo;
  while (i < mid && j < hi)
    tmp[k++] = v[j] < v[i] ? v[j++] : v[i++];
  while (i < mid)
    tmp[k++] = v[i++];
  while (j < hi)
    tmp[k++] = v[j++];
  for (k = lo; k < hi; ++k)
    v[k] = tmp[k];
}

// truth: tasks -- halves of two vectors; if they are not the same
template <class T> void mergeSort(std::vector<T> &v, std::vector<T> &tmp, int lo, int hi) {
  if (hi - lo < 2)
    return;
  int mid = lo + (hi - lo) / 2;
  mergeSort(v, tmp, lo, mid);
  mergeSort<T>(v, tmp, mid, hi);
  merge(v, tmp, lo, mid, hi);
}

struct Counted {
  long value;
  static long additions;
  Counted(long v = 0) : value(v) {}
  Counted operator+(const Counted &other) const {
    additions = additions * 3 % 1000 + value;
    return Counted(value + other.value);
  }
};
long Counted::additions = 1;

// truth: serial dependent-calls -- not for Counted, whose sums are noted in turn
template <class T> static T noted(const T *a, int lo, int hi) {
  if (hi - lo < 2)
    return a[lo];
  int mid = lo + (hi - lo) / 2;
  return noted(a, lo, mid) + noted(a, mid, hi);
}

namespace elsewhere {
struct Number {
  int value;
};
static int calls = 0;
static int weight(const Number *n, int depth) { return n->value + ++calls * 7 + depth; }
} // namespace elsewhere

// truth: tasks -- but for elsewhere::Number the calls are those of another function
template <class T> int weight(const T *a, int depth) {
  if (depth == 0)
    return a->value;
  int l = weight(a, depth - 1);
  int r = weight(a, depth - 1);
  return (l + r) % 1000;
}

// truth: tasks -- with numbers that are arguments of the template
template <int Base, class T> long leaves(T n) {
  if (n < Base)
    return 1;
  return leaves<Base>(n - 1) + leaves<Base, T>(n - 2);
}

template <class T> class Tree {
public:
  void insert(T value) { insertAt(root, value); }
  int height() const { return heightOf(root.get()); }
  T sum() const { return sumOf(root.get()); }
  void scale(T by) { scaleAt(root.get(), by); }

private:
  struct Node {
    T value;
    std::unique_ptr<Node> left, right;
  };
  static void insertAt(std::unique_ptr<Node> &place, T value) {
    std::unique_ptr<Node> *at = &place;
    while (*at)
      at = value < (*at)->value ? &(*at)->left : &(*at)->right;
    at->reset(new Node{value, nullptr, nullptr});
  }
  // truth: tasks -- reads only
  int heightOf(const Node *n) const {
    if (!n)
      return 0;
    return 1 + std::max(heightOf(n->left.get()), heightOf(n->right.get()));
  }
  T sumOf(const Node *n) const;
  static void scaleAt(Node *n, T by);

  std::unique_ptr<Node> root;
};

// truth: tasks -- reads only
template <class T> T Tree<T>::sumOf(const Node *n) const {
  if (!n)
    return T();
  T left = sumOf(n->left.get()), right = sumOf(n->right.get());
  return n->value + left + right;
}

// truth: tasks -- a subtree has one owner
template <class T> void Tree<T>::scaleAt(Node *n, T by) {
  if (!n)
    return;
  n->value *= by;
  scaleAt(n->left.get(), by);
  scaleAt(n->right.get(), by);
}

// Member functions that are defined outside of their class.

class Plain {
public:
  explicit Plain(long k, Plain *l = nullptr, Plain *r = nullptr) : key(k), left(l), right(r) {}
  long total() const; // with all below
  static long keys(const Plain *of);
  int height() const;
  long counted(long &calls) const;

private:
  long key;
  Plain *left, *right;
};

// truth: tasks -- reads only
long Plain::total() const {
  long l = left ? left->total() : 0;
  long r = right ? right->total() : 0;
  return key + l + r;
}

// truth: tasks -- reads only
long Plain::keys(const Plain *of) { return of ? 1 + keys(of->left) + keys(of->right) : 0; }

// truth: tasks -- reads only
int Plain::height() const {
  int l = 0, r = 0;
  if (left)
    l = left->height();
  if (right)
    r = right->height();
  return 1 + (l > r ? l : r);
}

// truth: serial dependent-calls -- both count in one variable
long Plain::counted(long &calls) const {
  long n = ++calls % 7;
  long l = left ? left->counted(calls) : 0;
  long r = right ? right->counted(calls) : 0;
  return n * key + l - r;
}

// Calls in operands of a choice.

// truth: tasks -- in a declaration
long fib(int n) {
  long x = n < 2 ? n : fib(n - 1) + fib(n - 2);
  return x % 1000;
}

// truth: tasks -- the operands get another type than is returned
long mixed(int n) { return n < 2 ? 1.0 : mixed(n - 1) + mixed(n - 2); }

// truth: tasks -- inside of an expression that is assigned
int scaled(int n) {
  int x;
  if (n > 40)
    return 0;
  x = 3 * (n > 1 ? scaled(n - 1) - scaled(n - 2) : n) % 1000 + 1;
  return x;
}

// truth: tasks -- one call or the other, beside a third one
long either(int n) {
  if (n < 3)
    return n;
  long a = n % 2 ? either(n - 1) : either(n - 3);
  long b = either(n - 2);
  return (a + b) % 1000;
}

// truth: serial dependent-calls -- the condition counts
long steps(int n) {
  int k = n - 2;
  long x = k-- < 0 ? n : steps(n - 1) + steps(k + 1);
  return (x + k) % 1000;
}

// truth: serial dependent-calls -- the condition names what the declaration declares
long inTurn(int n) {
  int a = n - 2, b = a < 0 ? n : static_cast<int>(inTurn(n - 1) + inTurn(n - 2));
  return (a + b) % 1000;
}

static int limit = 20;

// truth: serial dependent-calls -- the calls change what the condition asks
long limited(int n) {
  long x = n >= limit || n < 2 ? n : limited(n - 1) + limited(n - 2);
  limit = limit * 7 % 31;
  return x % 1000;
}

// truth: serial dependent-calls -- the second call is made only where the first one says so
bool both(const int *a, int lo, int hi) {
  if (hi - lo < 2)
    return a[lo] > -9000;
  int mid = lo + (hi - lo) / 2;
  return both(a, lo, mid) && both(a, mid, hi);
}

// Structures that are returned.

struct Extremes {
  int smallest, largest;
};

// truth: tasks -- reads only
Extremes extremes(const int *a, int lo, int hi) {
  if (hi - lo < 2)
    return {a[lo], a[lo]};
  int mid = lo + (hi - lo) / 2;
  Extremes l = extremes(a, lo, mid);
  Extremes r = extremes(a, mid, hi);
  return {std::min(l.smallest, r.smallest), std::max(l.largest, r.largest)};
}

struct Part {
  long sum = 0, best = 0;
};

static Part join(const Part &l, const Part &r) {
  Part part;
  part.sum = l.sum + r.sum;
  part.best = std::max({l.best, r.best, part.sum});
  return part;
}

// truth: tasks -- reads only
static Part bestPart(const std::vector<int> &v, int lo, int hi) {
  if (hi - lo < 2) {
    Part part;
    part.sum = v[lo];
    part.best = std::max(v[lo], 0);
    return part;
  }
  int mid = (lo + hi) / 2;
  return join(bestPart(v, lo, mid), bestPart(v, mid, hi));
}

struct View {
  int *data;
  int size;
};

// truth: serial dependent-calls -- where the results lead is written
View views(int *a, int lo, int hi) {
  if (hi - lo < 2)
    return {a + lo, 1};
  int mid = lo + (hi - lo) / 2;
  View l = views(a, lo, mid);
  l.data[0] = l.data[0] * 3 % 1000 + a[hi - 1];
  View r = views(a, mid, hi);
  r.data[0] += l.data[0];
  return {l.data, l.size + r.size};
}

struct Noted {
  long value = 0;
  Noted() { ++made; }
  static long made;
};
long Noted::made = 0;

// truth: serial dependent-calls|hidden-state -- results are counted when they are made
Noted notes(int n) {
  Noted result;
  if (n < 2) {
    result.value = n + Noted::made % 5;
    return result;
  }
  Noted a = notes(n - 1);
  Noted b = notes(n - 2);
  result.value = (a.value + b.value) % 1000;
  return result;
}

// Bounds without a sign.

// truth: tasks -- [lo, mid) and [mid, hi) of both; if a and tmp do not overlap
void sortUnsigned(int *a, int *tmp, std::size_t lo, std::size_t hi) {
  if (hi - lo < 2)
    return;
  std::size_t mid = lo + (hi - lo) / 2;
  sortUnsigned(a, tmp, lo, mid);
  sortUnsigned(a, tmp, mid, hi);
  std::size_t i = lo, j = mid;
  for (std::size_t k = lo; k < hi; k++)
    if (i < mid && (j >= hi || a[i] <= a[j]))
      tmp[k] = a[i++];
    else
      tmp[k] = a[j++];
  for (std::size_t k = lo; k < hi; k++)
    a[k] = tmp[k];
}

// truth: tasks -- a pointer and a number
void halve(double *a, std::size_t n) {
  if (n < 2)
    return;
  std::size_t h = n / 2;
  halve(a, h);
  halve(a + h, n - h);
  for (std::size_t i = 0; i < n; i++)
    a[i] = 0.5 * a[i] + 1;
}

// truth: tasks -- fewer bits
void widths(std::vector<int> &v, unsigned lo, unsigned hi) {
  if (hi - lo < 2)
    return;
  unsigned mid = (lo + hi) / 2;
  widths(v, lo, mid);
  widths(v, mid, hi);
  for (unsigned i = lo; i < hi; i++)
    v[i] = v[i] * 3 % 1000 + 1;
}

// truth: serial dependent-calls -- one element is in both
void sharedElement(int *a, std::size_t lo, std::size_t hi) {
  if (hi - lo < 2)
    return;
  std::size_t mid = lo + (hi - lo) / 2;
  sharedElement(a, lo, mid + (hi - lo > 2));
  sharedElement(a, mid, hi);
  for (std::size_t i = lo; i < hi; i++)
    a[i] = a[i] * 3 % 1000 + 1;
}

// truth: serial dependent-calls -- in front of the first element of the range
void before(int *a, std::size_t lo, std::size_t hi) {
  if (hi - lo < 2)
    return;
  std::size_t mid = lo + (hi - lo) / 2;
  before(a, lo, mid);
  before(a, mid, hi);
  for (std::size_t i = lo; i < hi; i++)
    a[i - 1] = a[i] * 3 % 1000 + a[i - 1];
}

int main() {
  const auto integers = corpus::integers<int>(2000, 1, -10000, 10000);
  const auto reals = corpus::reals<double>(2000, 2, -1e4, 1e4);
  corpus::print("sumOf", sumOf(integers.data(), integers.size()), sumOf(reals.data(), 1999));
  std::vector<int> a = integers, tmp(2000);
  std::vector<double> b = reals, scratch(2000);
  mergeSort(a, tmp, 0, 2000);
  mergeSort(b, scratch, 0, 2000);
  corpus::print("mergeSort", corpus::sum(a), corpus::sum(b));
  std::vector<Counted> counted(integers.begin(), integers.begin() + 300);
  corpus::print("noted", noted(counted.data(), 0, 300).value, noted(integers.data(), 0, 300));
  corpus::print("noted", Counted::additions);
  elsewhere::Number number{3};
  struct Other {
    int value;
  } other{5};
  corpus::print("weight", ::weight(&number, 3), weight(&other, 6));
  corpus::print("calls", elsewhere::calls);
  corpus::print("leaves", leaves<2>(14), leaves<3>(12L));
  Tree<int> tree;
  Tree<double> other2;
  for (int i = 0; i < 500; i++) {
    tree.insert(integers[i]);
    other2.insert(reals[i]);
  }
  tree.scale(2);
  other2.scale(0.5);
  corpus::print("Tree", tree.height(), tree.sum());
  corpus::print("Tree", other2.height(), other2.sum());

  Plain leaf(1), second(2), third(3, &leaf, &second), top(4, &third, &second);
  long calls = 0;
  corpus::print("Plain", top.total(), Plain::keys(&top), top.height());
  corpus::print("Plain", top.counted(calls), calls);

  std::printf("%ld %ld %d %ld %ld %ld\n", fib(16), mixed(12), scaled(14), either(18), steps(12),
              inTurn(12));
  long first = limited(14);
  std::printf("%ld %d %d\n", first, limit, both(integers.data(), 0, 2000));
  Extremes found = extremes(integers.data(), 0, 2000);
  corpus::print("extremes", found.smallest, found.largest);
  corpus::print("bestPart", bestPart(integers, 0, 2000).best);
  std::vector<int> work = integers;
  corpus::print("views", views(work.data(), 0, 200).size, corpus::sum(work));
  long result = notes(12).value;
  corpus::print("notes", result, Noted::made);

  work = integers;
  sortUnsigned(work.data(), tmp.data(), 0, 2000);
  corpus::print("sortUnsigned", corpus::sum(work));
  b = reals;
  halve(b.data(), 2000);
  corpus::print("halve", corpus::sum(b));
  widths(work, 3, 1999);
  corpus::print("widths", corpus::sum(work));
  sharedElement(work.data(), 3, 1999);
  corpus::print("sharedElement", corpus::sum(work));
  before(work.data(), 3, 1999);
  corpus::print("before", corpus::sum(work));
}
