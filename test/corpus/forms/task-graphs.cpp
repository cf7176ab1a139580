//===- task-graphs.cpp - statements as tasks that wait for each other -----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// SCORE: --form=tasks
// DEFINE: %{options} = --threads=1,2,4,8 --levels=-O2 --flags="-Wextra -I%S" --tolerance=1e-9
// RUN: %differential %s %{options} --fix-options="--form=tasks"
//
// Statements of one block, loops and calls, some of which need others: graphs that are no chains.
// And those that are chains, or that must keep their order for another reason. The mark stands above
// the first statement of a graph, or the first with work to do in a block that is none.
//
//===----------------------------------------------------------------------===//

#include "../corpus.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <numeric>
#include <random>
#include <stdexcept>
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
    x = x * by + 1;
}

static void scaleRange(Numbers &v, std::size_t from, std::size_t to, double by) {
  for (std::size_t i = from; i < to; i++)
    v[i] = v[i] * by + 2;
}

static void add(Numbers &result, const Numbers &a, const Numbers &b) {
  for (std::size_t i = 0; i < result.size(); i++)
    result[i] += a[i] + 0.5 * b[i];
}

static Numbers made(std::size_t n, double start) {
  Numbers v(n);
  for (std::size_t i = 0; i < n; i++)
    v[i] = start + static_cast<double>(i % 97);
  return v;
}

static long collatz(long n) { return n == 1 ? 0 : 1 + collatz(n % 2 ? 3 * n + 1 : n / 2); }

// Those that can.

double join(const Numbers &a, const Numbers &b, Numbers c) {
  // truth: form tasks -- the last statement needs both sums
  double s = sum(a);
  double t = sumOfSquares(b);
  scale(c, s + t);
  return c[0] + c[1];
}

double fourTasks(std::size_t n) {
  Numbers c(n, 1.5), d(n, 2.5);
  // truth: form tasks -- the loop over d needs not wait for b
  Numbers a = made(n, 1);
  Numbers b = made(n, 2);
  add(c, a, b);
  for (std::size_t i = 0; i < n; i++)
    d[i] += a[i] * 3;
  return c[3] + d[5] + a[1] + b[2];
}

double overwritten(Numbers a, const Numbers &b) {
  double s, t;
  // truth: form tasks -- the vector is changed when both sums are known, of which one is its own
  s = sum(a);
  t = sumOfSquares(b);
  scale(a, t);
  return s + t + a[0];
}

double halves(Numbers v) {
  std::size_t half = v.size() / 2;
  // truth: form tasks -- the halves are apart, and the sum needs both
  scaleRange(v, 0, half, 3);
  scaleRange(v, half, v.size(), 5);
  double s = sum(v);
  return s;
}

double stages(std::size_t n) {
  Numbers a(n, 1), b(n, 2), c(n, 3);
  // truth: form tasks -- two stages, each of which needs two of the one before it
  scale(a, 2);
  scale(b, 3);
  scale(c, 4);
  double s = sum(a) + sum(b);
  double t = sum(b) + sum(c);
  double u = sum(c) + sum(a);
  scale(a, s);
  scale(b, t);
  scale(c, u);
  return a[0] + b[0] + c[0];
}

double plainPointers(double *a, double *b, double *c, int n) {
  // truth: form tasks -- where the three do not overlap
  for (int i = 0; i < n; i++)
    a[i] = i % 11;
  for (int i = 0; i < n; i++)
    b[i] = i % 17;
  for (int i = 0; i < n; i++)
    c[i] = a[i] + 2 * b[i];
  return c[n - 1];
}

struct Grid {
  Numbers x, y, z;
  double total = 0;
  void fillX(double by) {
    for (std::size_t i = 0; i < x.size(); i++)
      x[i] = by * static_cast<double>(i % 31);
  }
  void fillY(double by) {
    for (std::size_t i = 0; i < y.size(); i++)
      y[i] = by * static_cast<double>(i % 29);
  }
  void fill() {
    // truth: form tasks -- members, of which clauses name none
    fillX(2);
    fillY(3);
    total = sum(x);
    for (std::size_t i = 0; i < z.size(); i++)
      z[i] = x[i] + y[i];
  }
};

double constants(const Numbers &a, const Numbers &b, Numbers c, Numbers d) {
  // truth: form tasks -- constants that others need
  const double s = sum(a);
  const auto t = sumOfSquares(b);
  scale(c, s + t);
  scale(d, t);
  return s + c[0] + d[0];
}

struct Moments {
  double mean, square;
};

double moments(const Numbers &v, Numbers w) {
  Moments m;
  // truth: form tasks -- two members of one object, and what needs both
  m.mean = sum(v) / static_cast<double>(v.size());
  m.square = sumOfSquares(v) / static_cast<double>(v.size());
  scale(w, m.mean + m.square);
  return w[0] + m.square;
}

double conditional(bool scales, double by) {
  Numbers a(300, 1), b(200, 1);
  // truth: form tasks -- one of them under a condition
  if (scales)
    scale(a, by);
  scale(b, by + 1);
  if (by > 1)
    add(b, a, b);
  else
    scale(b, 3);
  double s = sum(a);
  return s + b[199];
}

double between(Numbers a, Numbers b, Numbers c) {
  // truth: form tasks -- what stands between has no work to do
  double s = sum(a);
  double t = sum(b);
  double mean = s / static_cast<double>(a.size());
  int rounded = static_cast<int>(t) % 7;
  b[0] += mean;
  scale(a, mean);
  scale(c, mean + rounded);
  scale(b, rounded);
  return a[0] + b[0] + c[0];
}

static Numbers front, back, middle;

void globals(double by) {
  // truth: form tasks -- three vectors with static storage
  scale(front, by);
  scale(back, by + 1);
  add(middle, front, back);
  scale(front, by + 2);
}

double localArrays() {
  constexpr int n = 60000;
  static double a[n], b[n], c[n];
  // truth: form tasks -- arrays
  for (int i = 0; i < n; i++)
    a[i] = i % 13;
  for (int i = 0; i < n; i++)
    b[i] = i % 7;
  for (int i = 0; i < n; i++)
    c[i] = a[i] * b[n - 1 - i];
  for (int i = 0; i < n; i++)
    a[i] += 1;
  return c[100] + a[3];
}

void inTime(Numbers &result, std::size_t n, int steps) {
  Numbers u(n, 1), v(n, 2);
  for (int t = 0; t < steps; t++) {
    // truth: form tasks -- in each step of the loop around them
    scale(u, 0.25);
    scale(v, 0.5);
    double s = sum(u) / 1000;
    add(u, v, v);
    scale(v, s);
  }
  result = u;
}

void twoTypes(Numbers &a, std::vector<float> &b, double &s, double &t) {
  // truth: form tasks -- references to several types; run-time checks are not needed
  for (double &x : a)
    x += 1;
  for (float &x : b)
    x += 1;
  for (std::size_t i = 0; i < a.size(); i++)
    a[i] += static_cast<double>(b[i]);
  s = static_cast<double>(b[0]);
  t = a[0];
}

double maybeOne(Numbers &a, Numbers &b, Numbers c) {
  // truth: form tasks -- where the two are not one
  scale(a, 2);
  scale(b, 3);
  const double s = sum(a);
  add(c, a, b);
  scale(b, s);
  return c[0] + s;
}

double recursions(int n) {
  // truth: form tasks -- recursive functions that only compute
  long a = collatz(n);
  long b = collatz(n + 1);
  double c = static_cast<double>(collatz(a + b));
  return c + static_cast<double>(a);
}

double owned(std::size_t n) {
  auto a = std::make_unique<Numbers>(n, 1.0), b = std::make_unique<Numbers>(n, 2.0);
  // truth: form tasks -- what two pointers own
  scale(*a, 2);
  scale(*b, 3);
  add(*a, *a, *b);
  return (*a)[0] + (*b)[1];
}

double sorted(const Numbers &v) {
  Numbers a = v, b = v;
  // truth: form tasks -- algorithms of the library
  std::sort(a.begin(), a.end());
  std::reverse(b.begin(), b.end());
  double s = sum(b);
  double t = std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
  return a.front() + b.front() + s + t;
}

double several(const Numbers &a, Numbers b, Numbers c) {
  double x = 0;
  // truth: form tasks -- one variable that is written several times
  x = sum(a);
  scale(b, 2);
  scale(c, x);
  x = sum(b) + c[0];
  scale(b, x);
  scale(c, 3);
  return x + b[0] + c[0];
}

// Those that cannot.

double chain(Numbers a, Numbers b) {
  // truth: no form tasks dependent-statements -- each needs the one before it
  scale(a, 2);
  double s = sum(a);
  scale(b, s);
  return b[0];
}

double twoChains(Numbers a, Numbers b) {
  // truth: no form tasks -- sections will do
  scale(a, 2);
  scale(b, 3);
  double s = sum(a);
  double t = sum(b);
  return s - t;
}

double overlapping(Numbers v) {
  std::size_t half = v.size() / 2;
  // truth: no form tasks dependent-statements -- one element is in both
  scaleRange(v, 0, half + 1, 3);
  scaleRange(v, half, v.size(), 5);
  double s = sum(v);
  return s;
}

static long calls;
static double countedSum(const Numbers &v) {
  double s = 0;
  for (double x : v)
    s += x;
  calls++;
  return s;
}

double counted(const Numbers &a, const Numbers &b, Numbers c) {
  // truth: no form tasks dependent-statements -- both count that they were called
  double s = countedSum(a);
  double t = countedSum(b);
  scale(c, s + t);
  return c[0];
}

static double printedSum(const Numbers &v) {
  double s = 0;
  for (double x : v)
    s += x;
  std::printf("sum %.6g\n", s);
  return s;
}

double printed(const Numbers &a, const Numbers &b, Numbers c) {
  // truth: no form tasks observable-order -- the order of the output
  double s = printedSum(a);
  double t = printedSum(b);
  scale(c, s - t);
  return c[0];
}

static void randomize(Numbers &v) {
  for (double &x : v)
    x = std::rand() % 10;
}

double random(std::size_t n) {
  Numbers a(n), b(n);
  // truth: no form tasks hidden-state -- the numbers come in one order
  randomize(a);
  randomize(b);
  add(a, a, b);
  return a[1] - b[2];
}

static void randomize(Numbers &v, std::minstd_rand &generator) {
  for (double &x : v)
    x = static_cast<double>(generator() % 10);
}

double generated(std::size_t n) {
  std::minstd_rand generator(7);
  Numbers a(n), b(n);
  // truth: no form tasks dependent-statements -- one generator for both
  randomize(a, generator);
  randomize(b, generator);
  add(b, a, b);
  return a[1] - b[2];
}

static double checkedSum(const Numbers &v) {
  double s = 0;
  for (double x : v) {
    if (x < -1e30)
      throw std::runtime_error("too small");
    s += x;
  }
  return s;
}

double throwing(const Numbers &a, const Numbers &b, Numbers c) {
  // truth: no form tasks may-throw -- an exception would have to leave the task
  double s = checkedSum(a);
  double t = checkedSum(b);
  scale(c, s - t);
  return c[0];
}

double untilReturn(const Numbers &a, const Numbers &b, Numbers c) {
  // truth: no form tasks early-exit|dependent-statements -- the loop may leave the function
  for (double x : a)
    if (x > 1e30)
      return x;
  double t = sum(b);
  scale(c, t);
  return c[0];
}

static double applied(const Numbers &v, double (*f)(double)) {
  double s = 0;
  for (double x : v)
    s += f(x);
  return s;
}

double throughFunction(const Numbers &a, Numbers b, double (*f)(double)) {
  // truth: no form tasks unknown-call -- anything may happen in the function
  double s = applied(a, f);
  double t = applied(b, f);
  scale(b, s + t);
  return b[0];
}

static double square(double x) { return x * x; }

static double firstCaller(const Numbers &v, double by) {
  double s = 0;
  for (double x : v)
    s += x;
  static const double factor = by;
  return s * factor;
}

double started(const Numbers &a, const Numbers &b, Numbers c) {
  // truth: no form tasks hidden-state -- the first call decides for both
  double s = firstCaller(a, 5);
  double t = firstCaller(b, 7);
  scale(c, s - t);
  return c[0];
}

double sharedOwner(std::size_t n) {
  auto a = std::make_shared<Numbers>(n, 1.0);
  auto b = a;
  // truth: no form tasks dependent-statements -- two owners of one vector
  scale(*a, 2);
  scale(*b, 3);
  double s = sum(*a);
  return s;
}

double throughPointer(Numbers v) {
  double *p = v.data();
  std::size_t n = v.size();
  // truth: no form tasks dependent-statements -- the pointer leads to the elements
  scale(v, 2);
  for (std::size_t i = 0; i < n; i++)
    p[i] += 1;
  double s = sum(v);
  return s;
}

double exchanged(std::size_t n) {
  Numbers a = Numbers(n, 1), b = Numbers(n, 2);
  // truth: no form tasks dependent-statements -- the vectors are exchanged in between
  scale(b, 1);
  std::swap(a, b);
  scale(a, 2);
  double s = sum(a);
  return s + b[0];
}

double oneCounter(Numbers a, Numbers b) {
  std::size_t i;
  // truth: no form tasks dependent-statements -- one variable counts in all loops
  for (i = 0; i < a.size(); i++)
    a[i] += 1;
  for (i = 0; i < b.size(); i++)
    b[i] += 2;
  for (i = 0; i < b.size(); i++)
    b[i] += a[i];
  return b[0];
}

static const Numbers &larger(const Numbers &a, const Numbers &b) {
  return sum(a) > sum(b) ? a : b;
}

double reference(const Numbers &a, const Numbers &b, Numbers c) {
  // truth: no form tasks -- a reference cannot be bound by a task
  const Numbers &v = larger(a, b);
  double t = sum(c);
  scale(c, sum(v) + t);
  return c[0];
}

double ownAddress(Numbers a, Numbers b) {
  // truth: no form tasks -- the constant has one address, in all tasks and behind them
  const double s = sum(a);
  const double *p = &s;
  scale(a, *p);
  double t = sum(b);
  scale(b, *p + t);
  return *p + s + a[0] + b[0];
}

static double balanced(int depth, double x) {
  if (depth == 0)
    return x;
  // truth: no form tasks -- each call would start a team
  long a = collatz(depth + 9);
  double s = balanced(depth - 1, x / 2);
  double t = balanced(depth - 1, s * static_cast<double>(a));
  return s + t;
}

static Numbers filled(std::size_t n, std::uint32_t seed) {
  return corpus::numbers<double>(n, seed);
}

int main() {
  const std::size_t n = 1000;
  // truth: no form tasks observable-order -- the output
  Numbers a = filled(n, 1), b = filled(n, 2), c = filled(n, 3);
  std::printf("%.9g %.9g %.9g\n", join(a, b, c), fourTasks(n), overwritten(a, b));
  std::printf("%.9g %.9g\n", halves(a), stages(n));
  Numbers wide(3 * n);
  double *p = wide.data();
  std::printf("%.9g\n", plainPointers(p, p + n, p + 2 * n, static_cast<int>(n)));
  std::printf("%.9g\n", plainPointers(p + 1, p, p + n / 2, static_cast<int>(n)));
  std::printf("%.9g\n", corpus::sum(wide));
  Grid grid;
  grid.x.resize(n);
  grid.y.resize(n);
  grid.z.resize(n);
  grid.fill();
  std::printf("%.9g %.9g %.9g\n", corpus::sum(grid.z), corpus::sum(grid.y), grid.total);
  std::printf("%.9g %.9g\n", constants(a, b, c, c), moments(a, b));
  std::printf("%.9g %.9g\n", conditional(true, 3), conditional(false, 0.5));
  std::printf("%.9g\n", between(a, b, c));
  front = a;
  back = b;
  middle = c;
  globals(1.5);
  std::printf("%.9g %.9g %.9g\n", corpus::sum(front), corpus::sum(middle), localArrays());
  Numbers result;
  inTime(result, n, 20);
  std::printf("%.9g\n", corpus::sum(result));
  std::vector<float> floats(n, 2);
  double s = 0, t = 0;
  twoTypes(a, floats, s, t);
  std::printf("%.9g %.9g %.9g\n", corpus::sum(a), s, t);
  std::printf("%.9g\n", maybeOne(a, b, c));
  std::printf("%.9g\n", maybeOne(b, b, c));
  std::printf("%.9g %.9g\n", corpus::sum(a), corpus::sum(b));
  std::printf("%.9g %.9g %.9g %.9g\n", recursions(18), owned(n), sorted(a), several(a, b, c));
  std::printf("%.9g %.9g %.9g\n", chain(a, b), twoChains(a, b), overlapping(a));
  std::printf("%.9g %.9g %ld\n", counted(a, b, c), printed(a, b, c), calls);
  std::srand(5);
  std::printf("%.9g %.9g %.9g\n", random(n), generated(n), throwing(a, b, c));
  std::printf("%.9g %.9g\n", untilReturn(a, b, c), throughFunction(a, b, square));
  std::printf("%.9g %.9g %.9g\n", started(a, b, c), sharedOwner(n), throughPointer(a));
  std::printf("%.9g %.9g %.9g\n", exchanged(n), oneCounter(a, b), reference(a, b, c));
  std::printf("%.9g %.9g\n", ownAddress(a, b), balanced(3, 1000));
}
