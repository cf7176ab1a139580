//===- traps.cpp - recursions that look like others -----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --fix-options="--form=tasks" --flags="-Wextra -Wno-array-bounds -I%S"
//
// What a review found to be taken for what it is not: results through pointers to variables of the
// caller, static variables with an initializer, conditions of loops that count themselves, pointers
// that leave their row, and lines that hold more than one statement.
//
//===----------------------------------------------------------------------===//

#include "../corpus.h"

#include <cstdio>

#ifdef __clang__
#pragma clang diagnostic ignored "-Wunevaluated-expression"
#endif

// Results that go into a variable of the caller: its own, not the copy of a task.

// truth: tasks -- each call has a result of its own
void countOdd(const int *a, int lo, int hi, int *out) {
  if (hi - lo < 2) {
    *out = a[lo] & 1;
    return;
  }
  int mid = lo + (hi - lo) / 2;
  int c1 = 0, c2 = 0;
  countOdd(a, lo, mid, &c1);
  countOdd(a, mid, hi, &c2);
  *out = c1 + c2;
}

// truth: tasks -- the same by reference
void countEven(const int *a, int lo, int hi, int &out) {
  if (hi - lo < 2) {
    out = (a[lo] & 1) == 0;
    return;
  }
  int mid = lo + (hi - lo) / 2;
  int c1 = 0, c2 = 0;
  countEven(a, lo, mid, c1);
  countEven(a, mid, hi, c2);
  out = c1 + c2;
}

// truth: tasks -- one result is returned, the other is not
int extremes(const int *a, int lo, int hi, int *largest) {
  if (hi - lo < 2) {
    *largest = a[lo];
    return a[lo];
  }
  int mid = lo + (hi - lo) / 2;
  int m1 = 0, m2 = 0;
  int l = extremes(a, lo, mid, &m1);
  int r = extremes(a, mid, hi, &m2);
  *largest = m1 > m2 ? m1 : m2;
  return l < r ? l : r;
}

// truth: serial dependent-calls -- both write c
void countAll(const int *a, int lo, int hi, int *out) {
  if (hi - lo < 2) {
    *out = a[lo] & 1;
    return;
  }
  int mid = lo + (hi - lo) / 2;
  int c = 0;
  countAll(a, lo, mid, &c);
  int first = c;
  countAll(a, mid, hi, &c);
  *out = first + c;
}

// Static variables: the first call that comes sets them.

static int noted[4], notes;
static int note(int value) {
  noted[notes++ % 4] = value;
  return value;
}

// truth: serial hidden-state|dependent-calls -- the order of the notes
long lazy(int n) {
  if (n == 1) {
    static int first = note(1);
    return first;
  }
  if (n <= 0) {
    static int zero = note(0);
    return zero;
  }
  return lazy(n - 1) + lazy(n - 2);
}

static int ids;
static int nextId() { return ++ids; }

// truth: serial hidden-state|dependent-calls -- there is one seed, and one call makes it
long seeded(int lo, int hi) {
  static int seed = nextId();
  if (hi - lo < 2)
    return seed * lo;
  int mid = lo + (hi - lo) / 2;
  return seeded(lo, mid) + seeded(mid, hi);
}

// Counters that the condition of the loop moves, too.

// truth: serial dependent-calls -- k moves twice as fast as i
void twiceAsFast(int *a, int lo, int hi) {
  if (hi - lo < 2)
    return;
  int mid = lo + (hi - lo) / 2;
  twiceAsFast(a, lo, mid);
  twiceAsFast(a, mid, hi);
  int i = lo, k = lo;
  while (k++ < 100000 && i < hi) {
    a[k] = a[k] * 3 % 1000 + i;
    ++i;
    ++k;
  }
}

// truth: serial dependent-calls -- i may end as hi + 1
void oneTooFar(int *a, int lo, int hi) {
  if (hi - lo < 2)
    return;
  int mid = lo + (hi - lo) / 2;
  oneTooFar(a, lo, mid);
  oneTooFar(a, mid, hi);
  int i = lo;
  while (i < hi && i++ < 5000)
    ++i;
  if (i - 1 >= lo)
    a[i - 1] = a[i - 1] * 5 % 1000 + hi;
}

// truth: tasks -- k stays behind i
void inStep(int *a, int lo, int hi) {
  if (hi - lo < 2)
    return;
  int mid = lo + (hi - lo) / 2;
  inStep(a, lo, mid);
  inStep(a, mid, hi);
  int i = lo, k = lo;
  while (i < hi) {
    if (a[i] % 2 == 0)
      a[k++] = a[i];
    ++i;
  }
}

// truth: serial dependent-calls -- the size of what is counted is no count
void notCounted(int *a, int lo, int hi) {
  if (hi - lo < 2)
    return;
  int mid = lo + (hi - lo) / 2;
  notCounted(a, lo, mid);
  notCounted(a, mid, hi);
  int k = lo;
  for (int i = lo; i < hi; ++i) {
    a[k] = a[k] * 3 % 1000 + i;
    k += 2;
    (void)sizeof(k--);
  }
}

// Rows of eight elements, of which sixteen are written.

// truth: serial dependent-calls -- the next row is written, too
void beyondRow(int (*m)[8], int lo, int hi) {
  if (hi <= lo)
    return;
  if (hi - lo == 1) {
    int *p = &m[lo][0];
    for (int i = 0; i < 16; i++)
      p[i] += lo;
    return;
  }
  int mid = lo + (hi - lo) / 2;
  beyondRow(m, lo, mid);
  beyondRow(m, mid, hi);
}

// truth: tasks -- one row each
void withinRow(int (*m)[8], int lo, int hi) {
  if (hi <= lo)
    return;
  if (hi - lo == 1) {
    for (int i = 0; i < 8; i++)
      m[lo][i] += lo;
    return;
  }
  int mid = lo + (hi - lo) / 2;
  withinRow(m, lo, mid);
  withinRow(m, mid, hi);
}

// Text: more than one statement in a line, comments, a function in a line.

// clang-format off
// truth: tasks -- what stands behind the calls stays
void lines(int *a, int lo, int hi) {
  if (hi - lo < 2) return;
  int mid = lo + (hi - lo) / 2;
  lines(a, lo, mid); lines(a, mid, hi); a[lo] = a[lo] * 2 % 1000; a[mid] += 3;
}

// truth: tasks -- and so does what stands behind a block
void blocks(int *a, int lo, int hi) {
  if (hi - lo < 2) return;
  int mid = lo + (hi - lo) / 2;
  if (mid > lo) { blocks(a, lo, mid); }
  if (hi > mid) { blocks(a, mid, hi); } a[lo] = a[lo] * 3 % 1000;
}

// truth: tasks -- a comment over two lines
long comments(int n) {
  if (n < 2) return n; // small
  long a = comments(n - 1); // one
  long b = comments(n - 2); /* another,
     and its comment */ a += 1;
  return a + b;
}

// truth: tasks -- all in one line
static long line(int n) { if (n < 2) return n; return line(n - 1) + line(n - 2); }
// clang-format on

// truth: tasks -- a return without a value in a loop
void stops(int *a, int lo, int hi) {
  if (hi - lo < 2)
    return;
  int mid = lo + (hi - lo) / 2;
  stops(a, lo, mid);
  stops(a, mid, hi);
  for (int i = lo; i < hi; ++i) {
    if (a[i] > 100)
      return;
    a[i] += 1;
  }
}

// Calls in front of the first statement that uses one.

// truth: serial dependent-calls -- the second call gets what the first one returned
int chained(int n, int seed) {
  if (n < 2)
    return seed + n;
  int total = chained(n - 1, seed);
  total += chained(n - 2, total);
  return total % 1000;
}

// truth: tasks -- the size between them is not theirs
long between(const int *a, int lo, int hi) {
  if (hi - lo < 2)
    return a[lo];
  int mid = lo + (hi - lo) / 2;
  long total = between(a, lo, mid);
  total *= 2;
  total += between(a, mid, hi);
  return total % 1000;
}

// truth: tasks -- the first two calls; the third must not pull them in front of the assignment
long assigned(int n) {
  if (n < 3)
    return n;
  int y = n - 1;
  long a = assigned(n - 3);
  y = n - 2;
  long b = assigned(y);
  a += assigned(n - 1);
  return (a + b) % 1000;
}

static long limit;

// truth: serial dependent-calls -- what stands between the calls is read by the second one
long limited(const int *a, int lo, int hi) {
  if (hi - lo < 2)
    return a[lo] < limit ? a[lo] : limit;
  int mid = lo + (hi - lo) / 2;
  long total = limited(a, lo, mid);
  limit = total;
  total += limited(a, mid, hi);
  return total % 1000;
}

int main() {
  std::vector<int> values = corpus::numbers<int>(500, 3);
  int odd = 0, even = 0, all = 0, largest = 0;
  countOdd(values.data(), 0, 500, &odd);
  countEven(values.data(), 0, 500, even);
  int smallest = extremes(values.data(), 0, 500, &largest);
  countAll(values.data(), 0, 500, &all);
  std::printf("%d %d %d %d %d\n", odd, even, smallest, largest, all);
  long first = lazy(12), second = seeded(0, 300);
  std::printf("%ld %ld %d %d %d\n", first, second, noted[0], noted[1], ids);
  std::vector<int> work = corpus::numbers<int>(2000, 5);
  auto print = [&](const char *name) {
    long sum = 0;
    for (std::size_t i = 0; i < work.size(); ++i)
      sum += work[i] * static_cast<long>(i % 61 + 1);
    std::printf("%s %ld\n", name, sum);
  };
  twiceAsFast(work.data(), 0, 500), print("twiceAsFast");
  oneTooFar(work.data(), 0, 500), print("oneTooFar");
  inStep(work.data(), 0, 500), print("inStep");
  notCounted(work.data(), 0, 500), print("notCounted");
  beyondRow(reinterpret_cast<int (*)[8]>(work.data()), 0, 100), print("beyondRow");
  withinRow(reinterpret_cast<int (*)[8]>(work.data()), 0, 100), print("withinRow");
  lines(work.data(), 0, 500), print("lines");
  blocks(work.data(), 0, 500), print("blocks");
  stops(work.data(), 0, 500), print("stops");
  std::printf("%ld %ld %ld\n", comments(12), line(12), assigned(12));
  limit = 50;
  std::printf("%d %ld %ld\n", chained(12, 3), between(values.data(), 0, 500),
              limited(values.data(), 0, 500));
}
