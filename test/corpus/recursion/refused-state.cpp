//===- refused-state.cpp - serial recursions that share a state -----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --fix-options="--form=tasks" --flags="-Wextra -I%S" --expect-unchanged
//
// Near twins of the functions in values.cpp and in-place.cpp whose calls may not run at the same
// time: they share an accumulator, a counter, a generator or a table of results, their order shows,
// or one needs what another one returned. Only recursive functions have a truth. A parallel version
// with another algorithm (atomics, copies, locks) does not count.
//
//===----------------------------------------------------------------------===//

#include "../corpus.h"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <map>
#include <random>
#include <stdexcept>
#include <unordered_map>
#include <utility>
#include <vector>

// Accumulators outside the call.

static long callsOfFib = 0;

// truth: serial dependent-calls -- callsOfFib is a global
int fibCounted(int n) {
  ++callsOfFib;
  if (n < 2)
    return n;
  return fibCounted(n - 1) + fibCounted(n - 2);
}

// truth: serial dependent-calls|hidden-state -- one 'calls' for all calls
static int fibNumbered(int n) {
  static int calls = 0;
  if (n < 2)
    return ++calls % 3;
  return fibNumbered(n - 1) + fibNumbered(n - 2);
}

struct Node {
  int key = 0;
  int position = -1;
  Node *left = nullptr;
  Node *right = nullptr;
};

// truth: serial dependent-calls -- total belongs to the caller
void sumInto(const Node *t, long &total) {
  if (!t)
    return;
  total += t->key;
  sumInto(t->left, total);
  sumInto(t->right, total);
}

// truth: serial dependent-calls -- both halves read and write *best
static void maximumInto(const double *a, std::size_t n, double *best) {
  if (n == 1) {
    if (a[0] > *best)
      *best = a[0];
    return;
  }
  maximumInto(a, n / 2, best);
  maximumInto(a + n / 2, n - n / 2, best);
}

static long comparisons = 0;

static int countingPartition(int *a, int lo, int hi) {
  int pivot = a[hi];
  int i = lo;
  for (int j = lo; j < hi; j++) {
    ++comparisons;
    if (a[j] <= pivot)
      std::swap(a[i++], a[j]);
  }
  std::swap(a[i], a[hi]);
  return i;
}

// truth: serial dependent-calls -- the helper counts in a global; the ranges are disjoint
void quickSortCounted(int *a, int lo, int hi) {
  if (lo < hi) {
    int p = countingPartition(a, lo, hi);
    quickSortCounted(a, lo, p - 1);
    quickSortCounted(a, p + 1, hi);
  }
}

struct Item {
  int weight, value;
};

// truth: serial dependent-calls -- best is written, and read to cut off the search
void knapsack(const std::vector<Item> &items, std::size_t i, int room, int value, int &best) {
  best = std::max(best, value);
  if (i == items.size())
    return;
  int bound = value;
  for (std::size_t k = i; k < items.size(); ++k)
    bound += items[k].value;
  if (bound <= best)
    return;
  if (items[i].weight <= room)
    knapsack(items, i + 1, room - items[i].weight, value + items[i].value, best);
  knapsack(items, i + 1, room, value, best);
}

static long evaluations = 0;

static double countedSquare(double x) {
  ++evaluations;
  return x * x;
}

// truth: serial unknown-call -- f may do anything; the one that main passes counts its calls
double integrate(double (*f)(double), double a, double b, int depth) {
  double m = 0.5 * (a + b);
  if (depth == 0)
    return (b - a) * f(m);
  return integrate(f, a, m, depth - 1) + integrate(f, m, b, depth - 1);
}

// The order of the calls shows.

// truth: serial observable-order -- prints in order
void printInOrder(const Node *t) {
  if (t == nullptr)
    return;
  printInOrder(t->left);
  std::printf(" %d", t->key);
  printInOrder(t->right);
}

// truth: serial dependent-calls -- push_back in order, into one vector
static void collect(const Node *t, std::vector<int> &keys) {
  if (t == nullptr)
    return;
  collect(t->left, keys);
  keys.push_back(t->key);
  collect(t->right, keys);
}

// truth: serial dependent-calls -- the right subtree is numbered after the left one
void number(Node *t, int &next) {
  if (!t)
    return;
  number(t->left, next);
  t->position = next++;
  number(t->right, next);
}

// truth: serial dependent-calls -- the right subtree is searched only if the left one lacks the key
bool find(const Node *t, int key) {
  if (t == nullptr)
    return false;
  if (t->key == key)
    return true;
  if (find(t->left, key))
    return true;
  return find(t->right, key);
}

// truth: serial dependent-calls -- the first match in preorder ends the search
static const Node *findFirst(const Node *t, int divisor) {
  if (t->key % divisor == 0)
    return t;
  if (t->left != nullptr)
    if (const Node *found = findFirst(t->left, divisor))
      return found;
  return t->right != nullptr ? findFirst(t->right, divisor) : nullptr;
}

struct Expression {
  char operation;
  int value;
  const Expression *left, *right;
};

// truth: serial may-throw -- the exception has to reach the caller; no exception may leave a task
int evaluate(const Expression *e) {
  if (e->operation == '=')
    return e->value;
  int left = evaluate(e->left);
  int right = evaluate(e->right);
  if (e->operation == '/') {
    if (right == 0)
      throw std::domain_error("division by zero");
    return left / right;
  }
  return e->operation == '+' ? left + right : left * right;
}

// truth: serial dependent-calls|hidden-state|unknown-call -- each call draws the next numbers
void quickSortRandom(std::vector<int> &v, int lo, int hi, std::mt19937 &generator) {
  if (lo >= hi)
    return;
  int pivot = lo + static_cast<int>(generator() % static_cast<unsigned>(hi - lo + 1));
  std::swap(v[pivot], v[hi]);
  auto below = [&](int value) { return value < v[hi]; };
  int p = static_cast<int>(std::partition(v.begin() + lo, v.begin() + hi, below) - v.begin());
  std::swap(v[p], v[hi]);
  quickSortRandom(v, lo, p - 1, generator);
  quickSortRandom(v, p + 1, hi, generator);
}

// truth: serial dependent-calls|hidden-state|unknown-call -- values depend on the order of draws
static double cascade(int depth, std::minstd_rand &generator) {
  double energy = static_cast<double>(generator() % 1000) / 1000.0;
  if (depth == 0)
    return energy;
  double first = cascade(depth - 1, generator);
  double second = cascade(depth - 1, generator);
  return energy * first + second;
}

class IntervalTree {
public:
  explicit IntervalTree(int n) : nodes(2 * n) { build(0, n); }

  long checksum() const {
    long total = 0;
    for (std::size_t i = 0; i < nodes.size(); ++i)
      total += static_cast<long>(i % 61 + 1) * (nodes[i].lo + 2 * nodes[i].left + nodes[i].right);
    return total;
  }

private:
  struct Interval {
    int lo = 0, hi = 0, left = -1, right = -1;
  };

  // truth: serial dependent-calls -- used, a member, is the next free node
  int build(int lo, int hi) {
    int node = used++;
    nodes[node].lo = lo;
    nodes[node].hi = hi;
    if (hi - lo > 1) {
      int mid = (lo + hi) / 2;
      nodes[node].left = build(lo, mid);
      nodes[node].right = build(mid, hi);
    }
    return node;
  }

  int used = 0;
  std::vector<Interval> nodes;
};

// One call needs what another one returned or left behind.

// truth: serial dependent-calls -- the inner call is an argument of the outer one
long chained(int n, long x) {
  if (n < 2)
    return 3 * x % 1000003 + n;
  return chained(n - 2, chained(n - 1, x));
}

// truth: serial dependent-calls -- the inner call is an argument of the outer one
static int ackermann(int m, int n) {
  if (m == 0)
    return n + 1;
  if (n == 0)
    return ackermann(m - 1, 1);
  return ackermann(m - 1, ackermann(m, n - 1));
}

// truth: serial dependent-calls -- the right half starts from the sum of the left one
int prefixSums(int *a, int n, int before) {
  if (n == 1) {
    a[0] += before;
    return a[0];
  }
  int half = n / 2;
  int middle = prefixSums(a, half, before);
  return prefixSums(a + half, n - half, middle);
}

// Tables of results.

static long fibTable[64];

// truth: serial dependent-calls -- fibTable is a global that both calls fill
long fibMemo(int n) {
  if (n < 2)
    return n;
  if (fibTable[n] != 0)
    return fibTable[n];
  return fibTable[n] = fibMemo(n - 1) + fibMemo(n - 2);
}

static std::map<std::pair<int, int>, long> chosen;

// truth: serial dependent-calls|unknown-call -- both calls insert into one map
static long chooseMemo(int n, int k) {
  if (k == 0 || k == n)
    return 1;
  if (auto known = chosen.find({n, k}); known != chosen.end())
    return known->second;
  long result = chooseMemo(n - 1, k - 1) + chooseMemo(n - 1, k);
  chosen[{n, k}] = result;
  return result;
}

// truth: serial dependent-calls|unknown-call -- memo is the same map in both calls
long fibMemoReference(int n, std::unordered_map<int, long> &memo) {
  if (n < 2)
    return n;
  auto known = memo.find(n);
  if (known != memo.end())
    return known->second;
  long a = fibMemoReference(n - 1, memo);
  long b = fibMemoReference(n - 2, memo);
  memo[n] = a + b;
  return a + b;
}

// Input, and a line for each function.

/// A search tree of `pool.size()` nodes in no order.
static Node *searchTree(std::vector<Node> &pool, unsigned seed) {
  Node *root = nullptr;
  for (std::size_t i = 0; i < pool.size(); ++i) {
    pool[i].key = static_cast<int>(corpus::mix(seed + static_cast<unsigned>(i)) % 10000);
    Node **place = &root;
    while (*place != nullptr)
      place = pool[i].key < (*place)->key ? &(*place)->left : &(*place)->right;
    *place = &pool[i];
  }
  return root;
}

/// The weighted sum, and whether `values` is `before`, sorted.
template <class T>
static void printSorted(const char *name, const std::vector<T> &values, std::vector<T> before) {
  std::sort(before.begin(), before.end());
  corpus::print(name, corpus::sum(values), values == before ? "sorted" : "WRONG");
}

static void printAccumulators(const std::vector<double> &reals, const Node *root) {
  int value = fibCounted(16);
  corpus::print("fibCounted", value, callsOfFib);
  corpus::print("fibNumbered", fibNumbered(16));

  long total = 0;
  sumInto(root, total);
  corpus::print("sumInto", total);
  double best = reals[0];
  maximumInto(reals.data(), reals.size(), &best);
  corpus::print("maximumInto", best);

  std::vector<Item> items(20);
  for (unsigned i = 0; i < 20; ++i)
    items[i] = {static_cast<int>(3 + corpus::mix(i) % 20),
                static_cast<int>(5 + corpus::mix(i + 50) % 30)};
  int mostValuable = 0;
  knapsack(items, 0, 60, 0, mostValuable);
  corpus::print("knapsack", mostValuable);
  double area = integrate(countedSquare, 0.0, 3.0, 10);
  corpus::print("integrate", area, evaluations);
}

static void printOrdered(Node *root) {
  std::vector<Node> few(15);
  std::printf("printInOrder:");
  printInOrder(searchTree(few, 9));
  std::printf("\n");

  std::vector<int> keys;
  collect(root, keys);
  printSorted("collect", keys, keys);
  int next = 0, there = 0;
  number(root, next);
  corpus::print("number", next, root->position);
  for (int key = 0; key < 200; ++key)
    there += find(root, key) ? 1 : 0;
  corpus::print("find", there);
  const Node *found = findFirst(root, 101);
  corpus::print("findFirst", found != nullptr ? found->key : -1);

  corpus::print("IntervalTree", IntervalTree(500).checksum());

  std::vector<Expression> e(255);
  for (int i = 254; i >= 0; --i)
    e[i] = i < 127 ? Expression{i % 8 == 3 ? '/' : '+', 0, &e[2 * i + 1], &e[2 * i + 2]}
                   : Expression{'=', i, nullptr, nullptr};
  std::printf("evaluate: %d", evaluate(&e[0]));
  e[3].operation = '/';
  e[8] = {'*', 0, &e[17], &e[254]};
  e[254].value = 0;
  try {
    std::printf(" %d\n", evaluate(&e[0]));
  } catch (const std::domain_error &error) {
    std::printf(" %s\n", error.what());
  }

  std::minstd_rand generator(7);
  corpus::print("cascade", cascade(9, generator));
}

static void printDependent(const std::vector<int> &integers) {
  corpus::print("chained", chained(16, 1));
  corpus::print("ackermann", ackermann(2, 40));
  std::vector<int> sums = integers;
  int last = prefixSums(sums.data(), 2000, 0);
  corpus::print("prefixSums", corpus::sum(sums), last);

  corpus::print("fibMemo", fibMemo(60));
  long ways = chooseMemo(40, 15);
  corpus::print("chooseMemo", ways, chosen.size());
  std::unordered_map<int, long> memo;
  corpus::print("fibMemoReference", fibMemoReference(60, memo));
}

static void printSorts(const std::vector<int> &integers) {
  std::vector<int> a = integers, b = integers;
  quickSortCounted(a.data(), 0, 1999);
  printSorted("quickSortCounted", a, integers);
  corpus::print("comparisons", comparisons);
  std::mt19937 generator(5);
  quickSortRandom(b, 0, 1999, generator);
  printSorted("quickSortRandom", b, integers);
  corpus::print("generator", static_cast<unsigned>(generator() % 1000));
}

int main() {
  const auto integers = corpus::integers<int>(2000, 1, -10000, 10000);
  const std::vector<double> reals(integers.begin(), integers.end());
  std::vector<Node> pool(500);
  Node *root = searchTree(pool, 5);

  printAccumulators(reals, root);
  printOrdered(root);
  printDependent(integers);
  printSorts(integers);
}
