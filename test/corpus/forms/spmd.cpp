//===- spmd.cpp - loops whose iterations threads deal out by hand ---------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// DEFINE: %{options} = --threads=1,2,4,8 --levels=-O2 --flags="-Wextra -I%S" --tolerance=1e-5
// RUN: %differential %s %{options} --fix-options="--form=spmd --spmd-distribution=cyclic" --race
// RUN: %differential %s %{options} --fix-options="--form=spmd --spmd-distribution=block"
//
// Loops that can be one region in which each thread takes its share, and loops that cannot: because
// their iterations depend on each other, or because what they leave belongs to the last one.
//
//===----------------------------------------------------------------------===//

#include "../corpus.h"

#include <climits>
#include <cstddef>
#include <list>
#include <span>
#include <string>
#include <vector>

// Shares.

double pi(long n) {
  double step = 1.0 / static_cast<double>(n), sum = 0.0, x = 0.5 * step;
  // truth: form spmd -- x follows from i, sum is combined once
  for (long i = 0; i < n; i++) {
    sum += 4.0 / (1.0 + x * x);
    x += step;
  }
  return step * sum;
}

void scale(std::vector<double> &v, double factor) {
  // truth: form spmd -- each element on its own
  for (std::size_t i = 0; i < v.size(); ++i)
    v[i] *= factor;
}

void fromTo(int *a, int first, int last) {
  // truth: form spmd -- it starts where the caller says, and may not run at all
  for (int i = first; i < last; i++)
    a[i + 3] = i;
}

int atTheEnd(int *a) {
  int hits = 0;
  // truth: form spmd -- the index ends at INT_MAX: it must not be moved on past it
  for (int i = INT_MAX - 9; i < INT_MAX; i++)
    hits += a[i - (INT_MAX - 9)] > 0;
  return hits;
}

void downwards(std::vector<int> &v) {
  // truth: form spmd -- from the last element to the first
  for (int i = static_cast<int>(v.size()) - 1; i >= 0; i--)
    v[i] += i;
}

void everyThird(std::vector<int> &v, unsigned n) {
  // truth: form spmd -- strides of an unsigned index
  for (unsigned i = 2; i < n; i += 3)
    v[i] = 7;
}

long twoSums(const std::vector<int> &v) {
  long odd = 0, even = 0;
  // truth: form spmd -- two sums by one
  for (const int &x : v) {
    if (x % 2 != 0)
      odd += x;
    else
      even += x;
  }
  return odd * 3 - even;
}

void byPointer(float *begin, float *end) {
  // truth: form spmd -- a pointer counts
  for (float *p = begin; p != end; ++p)
    *p = *p * 0.5f + 1;
}

void untilTheEnd(float *p, int n) {
  float *q = p, *end = p + n;
  // truth: form spmd -- the pointer goes by another name in the shares
  while (q < end) {
    *q = 3;
    ++q;
  }
}

std::size_t byIterator(std::string &text) {
  std::size_t blanks = 0;
  // truth: form spmd -- an iterator counts
  for (auto it = text.begin(); it != text.end(); ++it)
    if (*it == ' ')
      ++blanks;
  return blanks;
}

int whileCounts(std::vector<int> &v) {
  int i = 0, n = static_cast<int>(v.size());
  // truth: form spmd -- a while loop that counts, and is asked afterwards where it ended
  while (i < n) {
    v[i] ^= 5;
    i++;
  }
  return i;
}

void triangle(std::vector<double> &t, int n) {
  // truth: form spmd -- rows of different lengths
  for (int i = 0; i < n; i++)
    // truth: form spmd -- within a row
    for (int j = 0; j <= i; j++)
      t[static_cast<std::size_t>(i) * static_cast<std::size_t>(n) + static_cast<std::size_t>(j)] =
          i - 2 * j;
}

void workspace(std::vector<double> &out, int n) {
  double pair[2];
  int i;
  // truth: form spmd -- each thread has an array and an index of its own
  for (i = 0; i < n; i++) {
    pair[0] = i;
    pair[1] = out[static_cast<std::size_t>(i)];
    out[static_cast<std::size_t>(i)] = pair[0] + 2 * pair[1];
  }
}

void histogram(std::vector<int> &count, const std::vector<int> &values) {
  // truth: form spmd -- updates that may meet, each as a whole
  for (std::size_t i = 0; i < values.size(); i++)
    count[static_cast<std::size_t>(values[i])]++;
}

struct Grid {
  std::vector<double> cells;
  double total = 0;
  void add() {
    // truth: form spmd -- a member is summed up
    for (std::size_t i = 0; i < cells.size(); i++)
      total += cells[i];
  }
};

// What a review found: bounds without blanks, names that a macro knows, and what nobody uses.

// clang-format off
int toTheNext(std::vector<int> &v, unsigned n) {
  int hits = 0;
  // truth: form spmd -- n+1 iterations, dealt out as such
  for (unsigned i = 0; i < n+1; i++)
    hits += ++v[i];
  // truth: form spmd -- the parentheses of the bound count
  for (long i = 0; i < (n&12); i++)
    hits += ++v[i];
  return hits;
}
// clang-format on

static const int turn = 5;
#define BY (turn)

void byMacro(std::vector<int> &v, int n) {
  // truth: form spmd -- the macro names a variable that no new name may hide
  for (int i = 3; i < n; i++)
    v[i] = BY + i;
}

int unused(const std::vector<int> &v, int n) {
  int sum = 0;
  // truth: form spmd -- the index has no use
  for (int i = 2; i < n; i++)
    sum += 3;
  // truth: form spmd -- nor has the element
  for ([[maybe_unused]] int x : v)
    sum++;
  return sum;
}

// Loops that follow each other, in one region as far as that goes.

double chain(std::vector<double> &a, int n) {
  double sum = 0;
  // truth: form spmd -- the first one writes
  for (int i = 0; i < n; i++)
    a[i] = 0.5 * i;
  // truth: form spmd -- the second one reads what other threads have written
  for (int i = 0; i < n - 1; i++)
    a[i] = a[n - 1] + 1;

  // truth: form spmd -- and the last one sums up, from the other end
  for (int i = n - 1; i >= 0; i--)
    sum += a[i];
  return sum;
}

double needsTheSum(std::vector<double> &a, int n) {
  double sum = 0, all = 1;
  // truth: form spmd -- a sum
  for (int i = 0; i < n; i++)
    sum += a[i];
  // truth: form spmd -- which is complete only where the first region ends
  for (int i = 0; i < n; i++)
    a[i] = sum * all;
  // truth: form spmd -- and 'all' meant another thing before
  for (int i = 0; i < n; i++)
    all += a[i];
  n++;
  // truth: form spmd -- a statement stands between
  for (int i = 0; i < n - 1; i++)
    a[i] -= all;
  return all;
}

// No shares.

int last(const std::vector<int> &v) {
  int x = 0;
  // truth: no form spmd -- the last value is asked for
  for (std::size_t i = 0; i < v.size(); i++)
    x = v[i] * 2;
  return x;
}

std::size_t cheapest(const std::vector<double> &v) {
  double best = v[0];
  std::size_t place = 0;
  // truth: no form spmd -- the place of the smallest
  for (std::size_t i = 1; i < v.size(); i++)
    if (v[i] < best) {
      best = v[i];
      place = i;
    }
  return place;
}

void prefix(std::vector<int> &v) {
  // truth: no form spmd -- each element needs the one before
  for (std::size_t i = 1; i < v.size(); i++)
    v[i] += v[i - 1];
}

void firstToAll(std::vector<int> &v) {
  // truth: no form spmd -- one iteration writes what the others read
  for (std::size_t i = 0; i < v.size(); i++)
    v[i] = v[0] + 1;
}

void shifted(int *a, int n) {
  // truth: no form spmd -- each element goes to the next place
  for (int i = 0; i < n; i++)
    a[i + 1] = a[i] + 1;
}

int untilZero(const std::vector<int> &v) {
  int sum = 0;
  // truth: no form spmd -- it ends where the data says so
  for (std::size_t i = 0; i < v.size(); i++) {
    if (v[i] == 0)
      break;
    sum += v[i];
  }
  return sum;
}

long overList(const std::list<int> &values) {
  long sum = 0;
  // truth: no form spmd -- the elements of a list cannot be dealt out
  for (int x : values)
    sum += x;
  return sum;
}

double decay(double x, int n) {
  // truth: no form spmd -- a recurrence
  for (int i = 0; i < n; i++)
    x = x / (1.0 + x);
  return x;
}

void say(int n) {
  // truth: no form spmd -- the order of the output
  for (int i = 0; i < n; i++)
    std::printf("line %d\n", i);
}

int runningBest(const std::vector<int> &v, std::vector<int> &best) {
  int most = INT_MIN;
  // truth: no form spmd -- the maximum is read on the way
  for (std::size_t i = 0; i < v.size(); i++) {
    if (v[i] > most)
      most = v[i];
    best[i] = most;
  }
  return most;
}

int compact(const std::vector<int> &from, std::vector<int> &to) {
  std::size_t k = 0;
  // truth: no form spmd -- where an element goes depends on those before
  for (std::size_t i = 0; i < from.size(); i++)
    if (from[i] > 0)
      to[k++] = from[i];
  return static_cast<int>(k);
}

void stepsOf(std::vector<int> &v, int by) {
  // truth: no form spmd -- the step is no constant
  for (int i = 0; i < static_cast<int>(v.size()); i += by)
    v[static_cast<std::size_t>(i)] = 1;
}

int main() {
  corpus::print("pi", pi(100003));
  auto reals = corpus::numbers<double>(1001, 3);
  scale(reals, 1.5);
  corpus::print("scale", corpus::sum(reals));
  auto numbers = corpus::numbers<int>(1003, 5);
  fromTo(numbers.data(), -3, 997);
  fromTo(numbers.data(), 5, 4);
  corpus::print("fromTo", corpus::sum(numbers));
  corpus::print("atTheEnd", atTheEnd(numbers.data()));
  downwards(numbers);
  everyThird(numbers, 1003);
  everyThird(numbers, 1);
  corpus::print("twoSums", twoSums(numbers), corpus::sum(numbers));
  std::vector<float> floats(301, 2.0f);
  byPointer(floats.data() + 1, floats.data() + 300);
  untilTheEnd(floats.data(), 7);
  corpus::print("byPointer", corpus::sum(floats));
  std::string text = corpus::text(2000);
  corpus::print("byIterator", byIterator(text));
  corpus::print("whileCounts", whileCounts(numbers), corpus::sum(numbers));
  std::vector<double> table(40 * 40, 0.5);
  triangle(table, 40);
  corpus::print("triangle", corpus::sum(table));
  workspace(table, 1600);
  corpus::print("workspace", corpus::sum(table));
  std::vector<int> counts(64);
  histogram(counts, corpus::integers<int>(5000, 9, 0, 63));
  corpus::print("histogram", corpus::sum(counts));
  Grid grid{reals};
  grid.add();
  corpus::print("Grid", grid.total);

  double chained = chain(reals, 1001), needed = needsTheSum(reals, 900);
  corpus::print("chain", chained, needed, corpus::sum(reals));
  corpus::print("toTheNext", toTheNext(numbers, 29), unused(numbers, 44));
  byMacro(numbers, 50);
  corpus::print("byMacro", corpus::sum(numbers));
  corpus::print("last", last(numbers), cheapest(reals));
  auto sums = numbers;
  prefix(sums);
  firstToAll(numbers);
  shifted(numbers.data(), 1000);
  corpus::print("prefix", corpus::sum(sums), corpus::sum(numbers));
  corpus::print("untilZero", untilZero(sums), overList({1, 2, 3}), decay(2.0, 50));
  say(3);
  std::vector<int> best(sums.size());
  corpus::print("runningBest", runningBest(sums, best), corpus::sum(best));
  corpus::print("compact", compact(sums, best), corpus::sum(best));
  stepsOf(best, 4);
  corpus::print("stepsOf", corpus::sum(best));
}
