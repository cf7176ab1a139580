//===- parallel-simd.cpp - loops for the lanes of many threads ------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// DEFINE: %{options} = --threads=1,2,4,8 --levels=-O2 --tolerance=1e-5
// DEFINE: %{flags} = --flags="-Wextra -Wno-pass-failed -I%S"
// RUN: %differential %s %{options} %{flags} --fix-options="--form=parallel-for-simd" --race
//
// Loops that each thread can run in lanes, some of which call functions that get a version for
// lanes, and loops that it cannot. clang 22 says where it finds no lanes; that is no mistake here.
//
//===----------------------------------------------------------------------===//

#include "../corpus.h"

#include <cmath>
#include <cstddef>
#include <vector>

// Threads and lanes.

double dot(const double *x, const double *y, int n) {
  double sum = 0;
  // truth: form parallel-for-simd -- a sum in each lane
  for (int i = 0; i < n; i++)
    sum += x[i] * y[i];
  return sum;
}

void shift(double *to, const double *from, int n) {
  // truth: form parallel-for-simd -- neither threads nor lanes where the two overlap
  for (int i = 0; i < n; i++)
    to[i] = 2 * from[i] + 1;
}

void evens(std::vector<int> &v) {
  // truth: form parallel-for-simd -- in steps of two
  for (std::size_t i = 0; i < v.size(); i += 2)
    v[i] = 3 * v[i] + 1;
}

static float clamped(float x, float least, float most) {
  if (x < least)
    return least;
  return x > most ? most : x;
}

void clampAll(std::vector<float> &v, float least) {
  // truth: form parallel-for-simd -- a function that only computes
  for (std::size_t i = 0; i < v.size(); i++)
    v[i] = clamped(v[i], least, 0.5f);
}

void clampSome(std::vector<float> &v) {
  // truth: form parallel-for-simd -- the same function, behind a condition and with other values
  for (std::size_t i = 0; i < v.size(); i++)
    if (v[i] < 0)
      v[i] = clamped(v[i], -0.25f, v[i] * v[i]);
}

static double squared(double x) { return x * x; }
static double distance(double x, double y) { return std::sqrt(squared(x) + squared(y)); }

double farthest(const std::vector<double> &x, const std::vector<double> &y) {
  double most = 0;
  // truth: form parallel-for-simd -- a function that calls another one
  for (std::size_t i = 0; i < x.size(); i++) {
    double d = distance(x[i], y[i]);
    most = d > most ? d : most;
  }
  return most;
}

static unsigned collatz(unsigned n, unsigned add) {
  unsigned next = n / 2;
  if (n % 2 != 0)
    next = 3 * n + add;
  return next;
}

void steps(std::vector<unsigned> &v) {
  unsigned add = 1;
  // truth: form parallel-for-simd -- integers, and a local variable
  for (std::size_t i = 0; i < v.size(); i++)
    v[i] = collatz(v[i], add);
}

long lastOf(const std::vector<long> &v, long n) {
  long t = -1;
  // truth: form parallel-for-simd -- the last value
  for (long i = 0; i < n; i++)
    t = v[i] * 2 + i;
  return t;
}

double integral(long n) {
  double step = 1.0 / n, x = 0.5 * step, sum = 0;
  // truth: form parallel-for-simd -- x is found from the index
  for (long i = 0; i < n; i++) {
    sum += 4 / (1 + x * x);
    x += step;
  }
  return sum * step;
}

static float window(int i, int n) {
  float x = static_cast<float>(i) / static_cast<float>(n);
  return x < 0.5f ? x : 1 - x;
}

void windowed(std::vector<float> &v, int n) {
  // truth: form parallel-for-simd -- a function of the index, of which lanes know how it grows
  for (int i = 0; i < n; i++)
    v[i] *= window(i, n);
}

void windowedBackwards(std::vector<float> &v, int n) {
  // truth: form parallel-for-simd -- the same function, where it grows in another way
  for (int i = 0; i < n; i++)
    v[i] += window(n - 1 - i, n);
}

long everySecond(double *__restrict to, const double *__restrict from, int n) {
  const double *p = from + 2 * n;
  int k = 0;
  // truth: form parallel-for-simd -- lanes move a pointer and an integer themselves
  for (int i = 0; i < n; i++) {
    p -= 2;
    to[i] = *p + from[k];
    k += 2;
  }
  return (p - from) + k;
}

void temporary(float *__restrict to, const float *__restrict from, int n) {
  float t;
  // truth: form parallel-for-simd -- each lane has its own t
  for (int i = 0; i < n; i++) {
    t = from[i] * 0.5f;
    to[i] = t * t - t;
  }
}

template <class T> void scaleAll(std::vector<T> &v, T factor) {
  // truth: form parallel-for-simd -- in a template
  for (std::size_t i = 0; i < v.size(); i++)
    v[i] *= factor;
}

// Threads alone, or neither.

static double matrix[50][50];

void rows() {
  // truth: no form parallel-for-simd -- lanes over the outer loop would take rows apart
  for (int i = 0; i < 50; i++)
    // truth: helper
    for (int j = 0; j < 50; j++)
      matrix[i][j] = i + j;
}

void each(std::vector<double> &v) {
  // truth: no form parallel-for-simd -- an iterator counts, which g++ does not accept
  for (double &x : v)
    x *= 2;
}

void histogram(int *__restrict count, const int *index, int n) {
  // truth: no form parallel-for-simd -- two lanes may add to one element
  for (int i = 0; i < n; i++)
    count[index[i]]++;
}

int bestDay(const std::vector<double> &price) {
  int best = 0;
  // truth: no form parallel-for-simd -- which of several lanes found it first?
  for (int i = 1; i < 1000; i++)
    if (price[i] < price[best])
      best = i;
  return best;
}

void prefix(std::vector<int> &v) {
  // truth: no form parallel-for-simd -- each iteration needs the one before
  for (std::size_t i = 1; i < v.size(); i++)
    v[i] += v[i - 1];
}

static double guarded(double x) {
  try {
    return x * 2;
  } catch (...) {
    return 0;
  }
}

void tries(std::vector<double> &v) {
  // truth: no form parallel-for-simd -- the function that it calls catches exceptions
  for (std::size_t i = 0; i < v.size(); i++)
    v[i] = guarded(v[i]);
}

static int calls;
static double counted(double x) {
  calls++;
  return x + calls;
}

void numbered(std::vector<double> &v) {
  // truth: no form parallel-for-simd -- the function that it calls counts the calls, and uses it
  for (std::size_t i = 0; i < v.size(); i++)
    v[i] = counted(v[i]);
}

void jumps(std::vector<int> &v) {
  // truth: no form parallel-for-simd -- lanes do not jump
  for (std::size_t i = 0; i < v.size(); i++) {
    if (v[i] < 0)
      goto next;
    v[i] = 1;
  next:;
  }
}

int firstNegative(const std::vector<int> &v) {
  int found = -1;
  // truth: no form parallel-for-simd -- ends when it has found one
  for (std::size_t i = 0; i < v.size(); i++)
    if (v[i] < 0) {
      found = static_cast<int>(i);
      break;
    }
  return found;
}

void sections(std::vector<double> &v) {
  // truth: no form parallel-for-simd -- an update that is one for all threads is none for lanes
  for (std::size_t i = 0; i < v.size(); i++) {
    double x = v[i];
#pragma omp atomic
    matrix[0][0] += x;
  }
}

long factorial(std::vector<long> &v) {
  long product = 1;
  // truth: no form parallel-for-simd -- what is stored is the product so far
  for (std::size_t i = 0; i < v.size(); i++) {
    product = product * (v[i] % 3 + 4) % 10007;
    v[i] = product;
  }
  return product;
}

int main() {
  auto x = corpus::numbers<double>(3001, 1), y = corpus::numbers<double>(3001, 2);
  corpus::print("dot", dot(x.data(), y.data(), 3001), dot(x.data(), y.data(), 0));
  auto z = x;
  shift(z.data(), y.data(), 3001);
  corpus::print("shift", corpus::sum(z));
  z = x;
  shift(z.data() + 1, z.data(), 300);
  shift(z.data() + 1003, z.data() + 1000, 300);
  corpus::print("shift", corpus::sum(z));
  auto ints = corpus::integers<int>(3001, 3, -50, 50);
  evens(ints);
  corpus::print("evens", corpus::sum(ints));
  auto floats = corpus::numbers<float>(3001, 4);
  clampAll(floats, -0.75f);
  corpus::print("clampAll", corpus::sum(floats));
  clampSome(floats);
  corpus::print("clampSome", corpus::sum(floats), farthest(x, y));
  auto counts = corpus::integers<unsigned>(3001, 5, 0, 100000);
  steps(counts);
  corpus::print("steps", corpus::sum(counts));
  auto longs = corpus::integers<long>(3001, 6, -50, 50);
  corpus::print("lastOf", lastOf(longs, 3001), lastOf(longs, 1), lastOf(longs, 0), integral(3000));
  std::vector<float> to(3001);
  temporary(to.data(), floats.data(), 3001);
  scaleAll(to, 1.5f);
  windowed(to, 3001);
  windowedBackwards(to, 3001);
  corpus::print("everySecond", everySecond(z.data(), y.data(), 1500), corpus::sum(z));
  scaleAll(z, 0.5);
  corpus::print("temporary", corpus::sum(to), corpus::sum(z));

  rows();
  each(z);
  std::vector<int> count(100);
  auto index = corpus::integers<int>(3001, 7, 0, 99);
  histogram(count.data(), index.data(), 3001);
  corpus::print("histogram", corpus::sum(count), corpus::sum(matrix), bestDay(x));
  prefix(ints);
  tries(z);
  numbered(z);
  corpus::print("numbered", corpus::sum(ints), corpus::sum(z));
  corpus::print("firstNegative", firstNegative(ints));
  jumps(ints);
  sections(z);
  corpus::print("factorial", factorial(longs), corpus::sum(longs), corpus::sum(ints));
}
