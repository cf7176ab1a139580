//===- partition.cpp - loops with several counters ------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// DEFINE: %{options} = --threads=1,2,4,8 --levels=-O2 --flags="-Wextra -I%S" --tolerance=1e-5
// RUN: %differential %s %{options} --fix-options="--form=scan" --race
//
// Loops that divide their elements among arrays, each with a counter that some iterations move, and
// loops in which the counters have to do with each other.
//
//===----------------------------------------------------------------------===//

#include "../corpus.h"

#include <vector>

// Two passes: the first one counts.

int partition(const int *__restrict a, int *__restrict low, int *__restrict high, int n) {
  int below = 0, above = 0;
  // truth: form scan -- two counters, of which each iteration moves one
  for (int i = 0; i < n; i++) {
    if (a[i] < 10)
      low[below++] = a[i];
    else
      high[above++] = a[i];
  }
  high[above] = below;
  return above;
}

long threeWays(const int *__restrict a, int *__restrict low, int *__restrict rest,
               long *__restrict high, int n) {
  int below = 0, between = 1;
  long above = 2;
  // truth: form scan -- three counters, which start and step as they like
  for (int i = 0; i < n; i++) {
    if (a[i] == 7)
      continue;
    if (a[i] < -10) {
      low[below] = a[i];
      low[below + 1] = between;
      below += 2;
    } else if (a[i] > 10) {
      high[above++] = i;
    } else {
      rest[between++] = a[i];
    }
  }
  return below + 3 * between + 7 * above;
}

int bothAtOnce(const int *__restrict a, int *__restrict all, int *__restrict odd, int n) {
  int k = 0, m = 0;
  // truth: form scan -- an iteration moves none, one or both
  for (int i = 0; i < n; i++) {
    if (a[i] > 0) {
      all[k++] = a[i];
      if (a[i] % 2 != 0)
        odd[m++] = k;
    }
  }
  odd[m] = k;
  return m;
}

// More to it.

int bothEnds(const int *__restrict a, int *__restrict out, int n) {
  int low = 0, high = n - 1;
  // truth: no form scan -- one counter goes down, towards the other
  for (int i = 0; i < n; i++) {
    if (a[i] < 0)
      out[low++] = a[i];
    else
      out[high--] = a[i];
  }
  return low;
}

int oneArray(const int *__restrict a, int *__restrict out, int n) {
  int k = 0, m = 1;
  // truth: no form scan -- where one counter writes, the other may, too
  for (int i = 0; i < n; i++) {
    if (a[i] < 0)
      out[k++] = a[i];
    else
      out[m++] = a[i];
  }
  return k;
}

int balanced(const int *__restrict a, int *__restrict left, int *__restrict right, int n) {
  int k = 0, m = 0;
  // truth: no form scan -- the condition compares the counters
  for (int i = 0; i < n; i++) {
    if (k < m)
      left[k++] = a[i];
    else
      right[m++] = a[i];
  }
  return k;
}

int main() {
  auto a = corpus::integers<int>(1001, 1, -50, 50), b = corpus::integers<int>(1001, 2, -50, 50);
  std::vector<int> out(2100);
  auto show = [&](const char *name, long count) { corpus::print(name, count, corpus::sum(out)); };
  auto left = b, right = b;
  show("partition", partition(a.data(), left.data(), right.data(), 1001));
  std::vector<long> far(1002);
  left.resize(2100);
  corpus::print("threeWays", threeWays(a.data(), left.data(), right.data(), far.data(), 1001));
  corpus::print("threeWays", corpus::sum(left), corpus::sum(right), corpus::sum(far));
  show("bothAtOnce", bothAtOnce(a.data(), out.data(), right.data(), 1001));
  corpus::print("bothAtOnce", corpus::sum(right));
  show("bothEnds", bothEnds(a.data(), out.data(), 1001));
  show("oneArray", oneArray(a.data(), out.data(), 1001));
  show("balanced", balanced(a.data(), left.data(), out.data(), 1001));
}
