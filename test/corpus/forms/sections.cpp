//===- sections.cpp - statements that can run at the same time ------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// SCORE: --form=sections
// DEFINE: %{options} = --threads=1,2,4,8 --levels=-O2 --flags="-Wextra -I%S" --tolerance=1e-9
// RUN: %differential %s %{options} --fix-options="--form=sections" --race
//
// Statements of one block, loops and calls, that do not need each other, and others that do. The
// mark stands above the first statement of those that can, or of the first with work to do in a
// block where none can.
//
//===----------------------------------------------------------------------===//

#include "../corpus.h"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <numeric>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

using Numbers = std::vector<double>;

// Functions with work to do.

static double sum(const Numbers &v) {
  double s = 0;
  for (double x : v)
    s += x;
  return s;
}

static double sumOfSquares(const Numbers &v) {
  double s = 0;
  for (double x : v)
    s += x * x;
  return s;
}

static void scale(Numbers &v, double by) {
  for (double &x : v)
    x *= by;
}

static void scaleRange(Numbers &v, std::size_t from, std::size_t to, double by) {
  for (std::size_t i = from; i < to; i++)
    v[i] *= by;
}

static Numbers made(std::size_t n, double start) {
  Numbers v(n);
  for (std::size_t i = 0; i < n; i++)
    v[i] = start + static_cast<double>(i % 97);
  return v;
}

static long fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }

// Those that can.

double twoSums(const Numbers &a, const Numbers &b) {
  // truth: form sections -- both only read
  double s = sum(a);
  double t = sumOfSquares(b);
  return s * t;
}

double ofOneVector(const Numbers &a) {
  double s, t;
  // truth: form sections -- the variables are declared already
  s = sum(a);
  t = sumOfSquares(a);
  return t - s;
}

Numbers ownVectors(std::size_t n) {
  Numbers a(n), b(n), c(n);
  // truth: form sections -- three loops over three vectors
  for (std::size_t i = 0; i < n; i++)
    a[i] = static_cast<double>(i % 13);
  for (std::size_t i = 0; i < n; i++)
    b[i] = static_cast<double>(i % 7);
  for (std::size_t i = 0; i < n; i++)
    c[i] = static_cast<double>(i % 5);
  scaleRange(c, 0, n / 2, a[1] + b[2]);
  return c;
}

double diamond(std::size_t n) {
  Numbers base = made(n, 3);
  // truth: form sections -- both need the vector, and the result needs both
  double low = sum(base);
  double high = sumOfSquares(base);
  return high / low;
}

double chains(std::size_t n) {
  Numbers a(n, 1.5), b(n, 2.5);
  // truth: form sections -- two chains whose links stand in turns
  scale(a, 2);
  scale(b, 3);
  double s = sum(a); // of what has been scaled
  double t = sum(b);
  return s - t;
}

void halves(Numbers &v) {
  // truth: form sections -- no element in both
  scaleRange(v, 0, v.size() / 2, 3);
  scaleRange(v, v.size() / 2, v.size(), 5);
}

long recursions(int n) {
  // truth: form sections -- recursive functions that only compute
  long a = fib(n);
  long b = fib(n - 1);
  return a * 1000 + b;
}

void inTime(Numbers &result, std::size_t n, int steps) {
  Numbers u(n, 1), v(n, 2);
  for (int t = 0; t < steps; t++) {
    // truth: form sections -- in each step of the loop around them
    scale(u, 1.01);
    scale(v, 0.99);
    u[0] += v[1];
  }
  result = u;
}

struct Grid {
  Numbers x, y;
  int cells = 0;
  void fillX(double by) {
    for (std::size_t i = 0; i < x.size(); i++)
      x[i] = by * static_cast<double>(i % 31);
  }
  void fillY(double by) {
    for (std::size_t i = 0; i < y.size(); i++)
      y[i] = by * static_cast<double>(i % 29);
  }
  void fill() {
    // truth: form sections -- two members
    fillX(2);
    fillY(3);
    cells++;
  }
};

double constants(const Numbers &a, const Numbers &b) {
  // truth: form sections -- constants get their values behind it
  const double s = sum(a);
  const auto t = sumOfSquares(b);
  return s + t;
}

void between(Numbers &v, Numbers &result) {
  Numbers w = v;
  // truth: form sections -- what stands between has no work to do
  scale(w, 2);
  double by = static_cast<double>(result.size());
  std::size_t half = result.size() / 2;
  scaleRange(result, 0, half, by);
  v = w;
}

static Numbers front, back;

void globals(double by) {
  // truth: form sections -- two vectors with static storage
  scale(front, by);
  scale(back, by + 1);
}

Numbers twoVectors(std::size_t n) {
  // truth: form sections -- what a call returns is assigned
  Numbers a = made(n, 1);
  Numbers b = made(n, 2);
  a[0] = sum(b);
  return a;
}

struct Moments {
  double mean, square;
};

Moments moments(const Numbers &v) {
  Moments m;
  // truth: form sections -- two members of one object
  m.mean = sum(v) / static_cast<double>(v.size());
  m.square = sumOfSquares(v) / static_cast<double>(v.size());
  return m;
}

double conditional(bool scales, double by) {
  Numbers a(300, 1), b(200, 1);
  // truth: form sections -- one of them under a condition
  if (scales)
    scale(a, by);
  scale(b, by);
  return a[299] + b[199];
}

double stages(std::size_t n) {
  Numbers a(n, 1), b(n, 2);
  // truth: form sections -- the first stage
  scale(a, 2);
  scale(b, 3);
  b[0] += a[0];
  a[1] += b[1];
  // truth: form sections -- the second one, which needs all of the first
  double s = sum(a) + b[0];
  double t = sum(b) + a[0];
  return s - t;
}

void maybeOne(Numbers &a, Numbers &b) {
  // truth: form sections -- where the two are not one
  scale(a, 2);
  scale(b, 3);
}

void plainRanges(double *a, double *b, int n) {
  // truth: form sections -- where the two do not overlap
  for (int i = 0; i < n; i++)
    a[i] = i % 11;
  for (int i = 0; i < n; i++)
    b[i] = i % 17;
}

double sorted(const Numbers &v) {
  Numbers a = v, b = v;
  // truth: form sections -- algorithms of the library
  std::sort(a.begin(), a.end());
  std::reverse(b.begin(), b.end());
  return a.front() + b.front();
}

// Those that cannot.

double inOrder(Numbers &a) {
  // truth: no form sections dependent-statements -- the sum is that of the scaled vector
  scale(a, 2);
  double s = sum(a);
  return s;
}

double usesFirst(const Numbers &a, Numbers b) {
  // truth: no form sections dependent-statements -- the second needs what the first returns
  double s = sum(a);
  scale(b, s);
  return b[0];
}

static long calls;
static double countedSum(const Numbers &v) {
  double s = 0;
  for (double x : v)
    s += x;
  calls++;
  return s;
}

double counted(const Numbers &a, const Numbers &b) {
  // truth: no form sections dependent-statements -- both count that they were called
  double s = countedSum(a);
  double t = countedSum(b);
  return s - t;
}

static double printedSum(const Numbers &v) {
  double s = 0;
  for (double x : v)
    s += x;
  std::printf("sum %.6g\n", s);
  return s;
}

double printed(const Numbers &a, const Numbers &b) {
  // truth: no form sections observable-order -- the order of the output
  double s = printedSum(a);
  double t = printedSum(b);
  return s - t;
}

static void randomize(Numbers &v) {
  for (double &x : v)
    x = std::rand() % 10;
}

double random(std::size_t n) {
  Numbers a(n), b(n);
  // truth: no form sections hidden-state -- the numbers come in one order
  randomize(a);
  randomize(b);
  return a[1] - b[2];
}

static void randomize(Numbers &v, std::minstd_rand &generator) {
  for (double &x : v)
    x = static_cast<double>(generator() % 10);
}

double generated(std::size_t n) {
  std::minstd_rand generator(7);
  Numbers a(n), b(n);
  // truth: no form sections dependent-statements -- one generator for both
  randomize(a, generator);
  randomize(b, generator);
  return a[1] - b[2];
}

void overlapping(Numbers &v) {
  std::size_t half = v.size() / 2;
  // truth: no form sections dependent-statements -- one element is in both
  scaleRange(v, 0, half + 1, 3);
  scaleRange(v, half, v.size(), 5);
}

static double checkedSum(const Numbers &v) {
  double s = 0;
  for (double x : v) {
    if (x < -1000)
      throw std::runtime_error("too small");
    s += x;
  }
  return s;
}

double throwing(const Numbers &a, const Numbers &b) {
  // truth: no form sections may-throw -- an exception would have to leave the section
  double s = checkedSum(a);
  double t = checkedSum(b);
  return s - t;
}

static long memo[64];
static long remembered(int n) {
  long s = 0;
  for (int i = 0; i < n; i++) {
    if (memo[i % 64] == 0)
      memo[i % 64] = i + 1;
    s += memo[i % 64];
  }
  return s;
}

long table(int n) {
  // truth: no form sections dependent-statements -- one table for both
  long a = remembered(n);
  long b = remembered(n + 1);
  return a - b;
}

double pastReturn(Numbers &a, Numbers b) {
  // truth: no form sections dependent-statements|early-exit -- the second may not come to run
  scale(a, 2);
  if (a.empty())
    return 0;
  scale(b, 3);
  return b[0];
}

double throughPointer(Numbers &v) {
  double *p = v.data();
  std::size_t n = v.size();
  // truth: no form sections dependent-statements -- the pointer leads to the elements
  scale(v, 2);
  for (std::size_t i = 0; i < n; i++)
    p[i] += 1;
  return v[0];
}

double exchanged(std::size_t n) {
  Numbers a = Numbers(n, 1), b = Numbers(n, 2);
  // truth: no form sections dependent-statements -- the vectors are exchanged in between
  scale(b, 1);
  std::swap(a, b);
  scale(a, 2);
  return a[0] * 10 + b[0];
}

double sharedOwner(std::size_t n) {
  auto a = std::make_shared<Numbers>(n, 1.0);
  auto b = a;
  // truth: no form sections dependent-statements -- two owners of one vector
  scale(*a, 2);
  scale(*b, 3);
  return (*a)[0];
}

static std::mutex lock;
static double total;
static void addTo(const Numbers &v) {
  for (double x : v) {
    std::lock_guard<std::mutex> guard(lock);
    total = total / 2 + x;
  }
}

double locked(const Numbers &a, const Numbers &b) {
  // truth: no form sections observable-order|hidden-state|unknown-call|dependent-statements -- the
  // lock keeps threads apart, but not in order
  addTo(a);
  addTo(b);
  return total;
}

static double applied(const Numbers &v, double (*f)(double)) {
  double s = 0;
  for (double x : v)
    s += f(x);
  return s;
}

double throughFunction(const Numbers &a, double (*f)(double)) {
  // truth: no form sections unknown-call -- anything may happen in the function
  double s = applied(a, f);
  double t = sum(a);
  return s - t;
}

static double square(double x) { return x * x; }

double growing(Numbers &v) {
  // truth: no form sections dependent-statements -- the sum reads what the loop appends
  for (int i = 0; i < 10000; i++)
    v.push_back(i);
  double s = sum(v);
  return s;
}

double untilReturn(const Numbers &a, const Numbers &b) {
  // truth: no form sections early-exit|dependent-statements -- the loop may leave the function
  for (double x : a)
    if (x > 500)
      return x;
  double t = sum(b);
  return t;
}

static double firstCaller(const Numbers &v, double by) {
  double s = 0;
  for (double x : v)
    s += x;
  static const double factor = by;
  return s * factor;
}

double started(const Numbers &a, const Numbers &b) {
  // truth: no form sections hidden-state -- the first call decides for both
  double s = firstCaller(a, 5);
  double t = firstCaller(b, 7);
  return s - t;
}

void hiddenNames(Numbers &a, Numbers &b) {
  Numbers &first = a, &second = b;
  {
    Numbers a(3, 1.0), b(3, 2.0);
    // truth: no form sections dependent-statements -- the two may be one, and no check can name
    // them
    scale(first, a[0] + 2);
    scale(second, b[0] + 2);
  }
}

double ownAddress(Numbers a, Numbers b) {
  // truth: no form sections -- the constant has one address, in the section and behind it
  const double s = sum(a);
  const double *p = &s;
  scale(a, *p);
  scale(b, 2);
  return *p + s;
}

static Numbers filled(std::size_t n, std::uint32_t seed) {
  return corpus::numbers<double>(n, seed);
}

int main() {
  const std::size_t n = 1000;
  Numbers a = filled(n, 1), b = filled(n, 2);
  std::printf("%.9g %.9g\n", twoSums(a, b), ofOneVector(a));
  std::printf("%.9g %.9g %.9g\n", corpus::sum(ownVectors(n)), diamond(n), chains(n));
  halves(a);
  std::printf("%.9g %ld\n", corpus::sum(a), recursions(18));
  inTime(b, n, 20);
  std::printf("%.9g\n", corpus::sum(b));
  Grid grid;
  grid.x.resize(n);
  grid.y.resize(n / 2);
  grid.fill();
  std::printf("%.9g %.9g %d\n", corpus::sum(grid.x), corpus::sum(grid.y), grid.cells);
  std::printf("%.9g\n", constants(a, b));
  between(a, b);
  std::printf("%.9g %.9g\n", corpus::sum(a), corpus::sum(b));
  // truth: form sections -- two vectors
  front = filled(n, 3);
  back = filled(n, 4);
  globals(1.5);
  std::printf("%.9g %.9g\n", corpus::sum(front), corpus::sum(back));
  std::printf("%.9g\n", corpus::sum(twoVectors(n)));
  Moments m = moments(a);
  std::printf("%.9g %.9g %.9g\n", m.mean, m.square, conditional(true, 3));
  std::printf("%.9g\n", stages(n));
  maybeOne(a, b);
  std::printf("%.9g %.9g\n", corpus::sum(a), corpus::sum(b));
  maybeOne(a, a);
  std::printf("%.9g\n", corpus::sum(a));
  Numbers wide(2 * n);
  plainRanges(wide.data(), wide.data() + n, static_cast<int>(n));
  std::printf("%.9g\n", corpus::sum(wide));
  plainRanges(wide.data(), wide.data() + n / 2, static_cast<int>(n));
  std::printf("%.9g %.9g\n", corpus::sum(wide), sorted(a));
  std::printf("%.9g %.9g %.9g\n", inOrder(a), usesFirst(a, b), counted(a, b));
  std::printf("%.9g %ld\n", printed(a, b), calls);
  std::srand(5);
  std::printf("%.9g %.9g\n", random(n), generated(n));
  overlapping(a);
  std::printf("%.9g %.9g %ld\n", corpus::sum(a), throwing(b, b), table(500));
  std::printf("%.9g %.9g %.9g\n", pastReturn(a, b), throughPointer(a), exchanged(n));
  std::printf("%.9g %.9g %.9g\n", sharedOwner(n), locked(a, b), throughFunction(a, square));
  std::printf("%.9g %.9g\n", growing(a), untilReturn(b, a));
  hiddenNames(b, b);
  std::printf("%.9g %.9g %.9g\n", started(a, b), corpus::sum(b), ownAddress(a, b));
}
