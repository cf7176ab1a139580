//===- values.cpp - recursions that return values -------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --fix-options="--form=tasks" --flags="-Wextra -I%S" --tolerance=1e-5
//
// Recursive functions whose calls may run at the same time because they only read: each call
// returns a value, and the values are combined afterwards. Only recursive functions have a truth;
// it says what makes the calls independent and, after "if", what a caller has to keep to.
//
//===----------------------------------------------------------------------===//

#include "../corpus.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <vector>

// Values only.

// truth: tasks -- two values, added after both
double pi(long start, long finish, double step) {
  const long block = 1024;
  if (finish - start <= block) {
    double sum = 0.0;
    for (long i = start; i < finish; ++i) {
      double x = (i + 0.5) * step;
      sum += 4.0 / (1.0 + x * x);
    }
    return sum * step;
  }
  long middle = start + (finish - start) / 2;
  double left = pi(start, middle, step);
  double right = pi(middle, finish, step);
  return left + right;
}

// truth: tasks -- two values, added in the return statement
int fib(int n) {
  if (n < 2)
    return n;
  return fib(n - 1) + fib(n - 2);
}

// truth: tasks -- two values, added in the return statement
static long choose(int n, int k) {
  if (k == 0 || k == n)
    return 1;
  return choose(n - 1, k - 1) + choose(n - 1, k);
}

// truth: tasks -- the moves are counted, not made
long hanoi(int disks, int from, int to, int via) {
  if (disks == 0)
    return 0;
  long moves = hanoi(disks - 1, from, via, to);
  ++moves;
  moves += hanoi(disks - 1, via, to, from);
  return moves;
}

static inline double wave(double x) { return std::sin(10.0 * x) / (0.1 + x * x) + x; }

static double simpsonRule(double a, double b) {
  return (b - a) / 6.0 * (wave(a) + 4.0 * wave(0.5 * (a + b)) + wave(b));
}

// truth: tasks -- two values; the integrand is a pure function
static double adaptiveSimpson(double a, double b, double tolerance, double whole) {
  const double middle = 0.5 * (a + b);
  const double left = simpsonRule(a, middle);
  const double right = simpsonRule(middle, b);
  const double difference = left + right - whole;
  if (std::fabs(difference) <= 15.0 * tolerance)
    return left + right + difference / 15.0;
  return adaptiveSimpson(a, middle, 0.5 * tolerance, left) +
         adaptiveSimpson(middle, b, 0.5 * tolerance, right);
}

// truth: tasks -- two values; if calls of f are independent, as those of a lambda without captures
template <class Function> double trapezoids(const Function &f, double a, double b, int depth) {
  if (depth == 0)
    return 0.5 * (b - a) * (f(a) + f(b));
  double m = 0.5 * (a + b);
  double left = trapezoids(f, a, m, depth - 1);
  double right = trapezoids(f, m, b, depth - 1);
  return left + right;
}

// Arrays that are only read.

// truth: tasks -- reads only
long sum(const int *a, std::size_t n) {
  if (n == 0)
    return 0;
  if (n == 1)
    return a[0];
  return sum(a, n / 2) + sum(a + n / 2, n - n / 2);
}

// truth: tasks -- reads only
static double rangeMaximum(const std::vector<double> &v, std::size_t first, std::size_t last) {
  if (last - first == 1)
    return v[first];
  std::size_t middle = first + (last - first) / 2;
  double a = rangeMaximum(v, first, middle);
  double b = rangeMaximum(v, middle, last);
  return a > b ? a : b;
}

// truth: tasks -- reads only; what crosses the middle is found after both calls
int maximumSubarray(const int *a, int lo, int hi) {
  if (lo == hi)
    return a[lo];
  int mid = (lo + hi) / 2;
  int left = maximumSubarray(a, lo, mid);
  int right = maximumSubarray(a, mid + 1, hi);

  int running = 0, toLeft = std::numeric_limits<int>::min();
  for (int i = mid; i >= lo; --i) {
    running += a[i];
    toLeft = std::max(toLeft, running);
  }
  running = 0;
  int toRight = std::numeric_limits<int>::min();
  for (int i = mid + 1; i <= hi; ++i) {
    running += a[i];
    toRight = std::max(toRight, running);
  }
  return std::max({left, right, toLeft + toRight});
}

struct Point {
  double x, y;
};

static double distance(const Point &p, const Point &q) { return std::hypot(p.x - q.x, p.y - q.y); }

// truth: tasks -- reads only; the strip is a local of the call
static double closestPair(const std::vector<Point> &byX, std::size_t first, std::size_t last) {
  double best = std::numeric_limits<double>::infinity();
  if (last - first <= 3) {
    for (std::size_t i = first; i < last; ++i)
      for (std::size_t j = i + 1; j < last; ++j)
        best = std::min(best, distance(byX[i], byX[j]));
    return best;
  }

  const std::size_t middle = first + (last - first) / 2;
  best = std::min(closestPair(byX, first, middle), closestPair(byX, middle, last));

  std::vector<Point> strip;
  for (std::size_t i = first; i < last; ++i)
    if (std::fabs(byX[i].x - byX[middle].x) < best)
      strip.push_back(byX[i]);
  std::sort(strip.begin(), strip.end(), [](const Point &p, const Point &q) { return p.y < q.y; });
  for (std::size_t i = 0; i < strip.size(); ++i)
    for (std::size_t j = i + 1; j < strip.size() && strip[j].y - strip[i].y < best; ++j)
      best = std::min(best, distance(strip[i], strip[j]));
  return best;
}

// truth: tasks -- strings of their own, put together behind both calls
static std::string digits(int lo, int hi) {
  if (hi - lo <= 1)
    return std::to_string(lo);
  int mid = lo + (hi - lo) / 2;
  std::string left = digits(lo, mid);
  std::string right = digits(mid, hi);
  return left + right;
}

static std::string written;

// truth: serial dependent-calls -- both append to one string
static std::string appended(int lo, int hi) {
  if (hi - lo <= 1) {
    written += std::to_string(lo);
    return written;
  }
  int mid = lo + (hi - lo) / 2;
  const std::string left = appended(lo, mid);
  std::string right = appended(mid, hi);
  return left + right;
}

// Trees that are only read: subtrees may be shared.

struct Node {
  int key = 0;
  Node *left = nullptr;
  Node *right = nullptr;

  int leaves() const;
};

// truth: tasks -- reads only
long treeSum(const Node *t) {
  if (!t)
    return 0;
  long left = treeSum(t->left);
  long right = treeSum(t->right);
  return t->key + left + right;
}

// truth: tasks -- reads only; both calls in one return statement
static long total(const Node *t) { return t ? t->key + total(t->left) + total(t->right) : 0; }

// truth: tasks -- reads only; both calls are arguments of std::max
int height(const Node *root) {
  if (root == nullptr)
    return 0;
  return 1 + std::max(height(root->left), height(root->right));
}

// truth: tasks -- reads only; here is computed before the calls
int countMatches(const Node *t, int divisor) {
  if (t == nullptr)
    return 0;
  int here = t->key % divisor == 0 ? 1 : 0;
  here += countMatches(t->left, divisor);
  here += countMatches(t->right, divisor);
  return here;
}

// truth: tasks -- reads only; a member function called on the children
int Node::leaves() const {
  if (left == nullptr && right == nullptr)
    return 1;
  int count = 0;
  if (left != nullptr)
    count += left->leaves();
  if (right != nullptr)
    count += right->leaves();
  return count;
}

struct Folder {
  long size = 0;
  std::vector<Folder> folders;
};

// truth: tasks -- reads only; one call for each element, the sizes are added
long diskUsage(const Folder &folder) {
  long bytes = folder.size;
  for (const Folder &f : folder.folders)
    bytes += diskUsage(f);
  return bytes;
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

int main() {
  corpus::print("pi", pi(0, 100000, 1.0 / 100000));
  corpus::print("fib", fib(16));
  corpus::print("choose", choose(16, 6));
  corpus::print("hanoi", hanoi(12, 0, 2, 1));
  corpus::print("adaptiveSimpson", adaptiveSimpson(0.0, 3.0, 1e-9, simpsonRule(0.0, 3.0)));
  corpus::print("trapezoids", trapezoids([](double x) { return x * x; }, 0.0, 3.0, 11));

  const auto integers = corpus::integers<int>(2000, 1, -10000, 10000);
  const auto reals = corpus::reals<double>(2000, 2, -1e4, 1e4);
  corpus::print("sum", sum(integers.data(), integers.size()));
  corpus::print("rangeMaximum", rangeMaximum(reals, 0, reals.size()));
  corpus::print("maximumSubarray", maximumSubarray(integers.data(), 0, 1999));
  std::vector<Point> points(2000);
  for (std::size_t i = 0; i < points.size(); ++i)
    points[i] = {reals[i] + 0.001 * static_cast<double>(i), integers[i] * 1.0};
  std::sort(points.begin(), points.end(), [](const Point &p, const Point &q) { return p.x < q.x; });
  corpus::print("closestPair", closestPair(points, 0, points.size()));

  std::vector<Node> pool(500);
  const Node *root = searchTree(pool, 5);
  corpus::print("treeSum", treeSum(root));
  corpus::print("total", total(root));
  corpus::print("height", height(root));
  corpus::print("countMatches", countMatches(root, 7));
  corpus::print("Node::leaves", root->leaves());

  Folder disk{1, std::vector<Folder>(5, {2, std::vector<Folder>(4, {3, std::vector<Folder>(6)})})};
  corpus::print("diskUsage", diskUsage(disk));
  std::printf("digits: %s %s\n", digits(0, 40).c_str(), appended(0, 40).c_str());
}
