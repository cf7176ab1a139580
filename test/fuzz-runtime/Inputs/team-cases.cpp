//===- team-cases.cpp - regions with every clause, right and wrong --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Compiled twice; BUILD names the namespace. See team-cases.h.
//
//===----------------------------------------------------------------------===//

#include "team-cases.h"

#include <algorithm>
#include <stdexcept>
#ifdef _OPENMP
#include <omp.h>
#endif

namespace BUILD {

static int thread() {
#ifdef _OPENMP
  return omp_get_thread_num();
#else
  return 0;
#endif
}

template <class T> struct Array {
  T at[16];
  Array() {
    for (int j = 0; j < 16; ++j)
      at[j] = T(j * 7 % 11 + 1);
  }
  T &operator[](long j) { return at[j]; }
  void keep(Input &in) {
    for (T value : at)
      in.keep(double(value));
  }
};

// Nothing below may differ: as the clauses say, the iterations are independent.

static void defaultSchedule(Input &in) {
  Array<int> a;
#pragma omp parallel for
  for (int i = 0; i < in.n; ++i)
    a[i] *= 3;
  a.keep(in);
}
static void ifAndNumThreads(Input &in) {
  Array<int> a;
#pragma omp parallel for if (in.n > 3) num_threads(in.threads)
  for (int i = 0; i < in.n; ++i)
    a[i] *= 3;
  a.keep(in);
}
static void privateClause(Input &in) {
  Array<int> a, b;
  int t;
#pragma omp parallel for private(t)
  for (int i = 0; i < in.n; ++i) {
    t = a[i] + i;
    b[i] = t * t;
  }
  b.keep(in);
}
static void firstprivateClause(Input &in) {
  Array<int> a;
  int t = 5;
  double many[4] = {1, 2, 3, 4};
#pragma omp parallel for firstprivate(t, many)
  for (int i = 0; i < in.n; ++i)
    a[i] = int(t + many[i % 4]);
  a.keep(in);
}
static void lastprivateClause(Input &in) {
  Array<int> a;
  int t = 0, j = 0;
  if (in.n > 0) {
#pragma omp parallel for lastprivate(t, j)
    for (j = 0; j < in.n; ++j)
      t = a[j] + 1;
  }
  in.keep(t);
  in.keep(j);
}
static void lastprivateChunked(Input &in) {
  Array<int> a;
  int t = 0;
  if (in.n > 0) {
#pragma omp parallel for firstprivate(t) lastprivate(t) schedule(static, 2)
    for (long j = 0; j < in.n; ++j)
      t = a[j] + 1;
  }
  in.keep(t);
}
static void integerReductions(Input &in) {
  Array<int> a;
  int sum = 3, difference = 4, bits = 1, flipped = 9, common = 255;
  long product = 1;
  unsigned least = 100;
  short most = -1;
  bool every = true, any = false;
#pragma omp parallel for reduction(+ : sum) reduction(- : difference) reduction(* : product)       \
    reduction(| : bits) reduction(^ : flipped) reduction(& : common) reduction(min : least)        \
    reduction(max : most) reduction(&& : every) reduction(|| : any)
  for (long i = 0; i < in.n; ++i) {
    sum += a[i];
    difference -= a[i];
    product *= a[i];
    bits |= a[i];
    flipped ^= a[i];
    common &= a[i] | 64;
    least = std::min<unsigned>(least, a[i]);
    most = std::max<short>(most, a[i]);
    every = every && a[i] > 1;
    any = any || a[i] == 5;
  }
  for (long value : {long(sum), long(difference), product, long(bits), long(flipped), long(common),
                     long(least), long(most), long(every), long(any)})
    in.keep(value);
}
static void floatingReductions(Input &in) {
  Array<double> a;
  double sum = 0.25, least = 90;
  float product = 1, most = -4;
  long double wide = 0;
#pragma omp parallel for reduction(+ : sum, wide) reduction(* : product) reduction(min : least)    \
    reduction(max : most)
  for (int i = 0; i < in.n; ++i) {
    sum += a[i] / 4;
    product *= i % 2 ? 2 : 0.5f;
    least = a[i] < least ? a[i] : least;
    most = std::max(most, float(a[i]));
    wide += a[i];
  }
  for (double value : {sum, least, double(product), double(most), double(wide)})
    in.keep(value);
}
static void arrayReduction(Input &in) {
  Array<int> a;
  int counts[4] = {};
#pragma omp parallel for reduction(+ : counts[ : 4])
  for (int i = 0; i < in.n; ++i)
    counts[a[i] % 4] += i;
  for (int count : counts)
    in.keep(count);
}
static void staticChunks(Input &in) {
  Array<unsigned> a;
#pragma omp parallel for schedule(static, 1)
  for (unsigned i = 0; i < in.n; ++i)
    a[i] *= i;
#pragma omp parallel for schedule(static, 3)
  for (unsigned long i = 0; i < (unsigned long)in.n; ++i)
    a[i] += i;
  a.keep(in);
}
static void dynamicChunks(Input &in) {
  Array<long> a;
  long sum = 0;
#pragma omp parallel for schedule(dynamic)
  for (int i = 0; i < in.n; ++i)
    a[i] *= i;
#pragma omp parallel for schedule(dynamic, 2) reduction(+ : sum)
  for (unsigned long i = 0; i < (unsigned long)in.n; ++i)
    sum += a[i] += i;
#pragma omp parallel for schedule(monotonic : dynamic, 2)
  for (unsigned i = 0; i < in.n; ++i)
    a[i] *= 2;
  a.keep(in);
  in.keep(sum);
}
static void guidedChunks(Input &in) {
  Array<long> a;
#pragma omp parallel for schedule(guided)
  for (long i = 0; i < in.n; ++i)
    a[i] *= i;
#pragma omp parallel for schedule(guided, 2)
  for (unsigned long i = 0; i < (unsigned long)in.n; ++i)
    a[i] += i;
  a.keep(in);
}
static void runtimeSchedule(Input &in) {
  Array<long> a;
#pragma omp parallel for schedule(runtime)
  for (int i = 0; i < in.n; ++i)
    a[i] *= i;
#pragma omp parallel for schedule(auto)
  for (unsigned long i = 0; i < (unsigned long)in.n; ++i)
    a[i] += i;
  a.keep(in);
}
static void countingDown(Input &in) {
  Array<long> a;
#pragma omp parallel for
  for (int i = in.n; i > 0; i -= 2)
    a[i] *= i;
#pragma omp parallel for schedule(dynamic)
  for (long i = in.n; i >= 1; --i)
    a[i] += i;
#pragma omp parallel for schedule(guided)
  for (unsigned long i = in.n; i >= 3; i -= 3)
    a[i] += 3 * i;
#ifdef __clang__ // gcc 12 extends the step of an unsigned loop without its sign and runs no
                 // iteration
#pragma omp parallel for schedule(dynamic, 2)
#endif
  for (unsigned i = in.n; i >= 3; i -= 3)
    a[i] += 2 * i;
  a.keep(in);
}
static void stepsAndOffsets(Input &in) {
  Array<long> a;
  const signed char end = in.n - 3;
#pragma omp parallel for schedule(dynamic)
  for (int i = 2; i <= in.n + 2; i += 3)
    a[i] *= i;
#pragma omp parallel for schedule(guided)
  for (unsigned long i = 1; i < (unsigned long)in.n; i += 2)
    a[i] += i;
#pragma omp parallel for
  for (signed char i = -3; i < end; i += 2)
    a[i + 3] -= i;
  a.keep(in);
}
static void collapsed(Input &in) {
  double a[9][5] = {};
#pragma omp parallel for collapse(2)
  for (int i = 0; i < in.n; ++i)
    for (int j = 0; j < 5; ++j)
      a[i][j] = i * 10 + j;
#pragma omp parallel for collapse(2) schedule(dynamic, 3)
  for (long i = 0; i < in.n; ++i)
    for (unsigned j = 1; j < 5; j += 2)
      a[i][j] *= 2;
  for (auto &row : a)
    for (double value : row)
      in.keep(value);
}
static void iterators(Input &in) {
  std::vector<int> v(in.n, 3);
#pragma omp parallel for
  for (int &x : v)
    x += int(&x - v.data());
#pragma omp parallel for schedule(dynamic)
  for (auto i = v.begin(); i < v.end(); ++i)
    *i *= 2;
  for (int x : v)
    in.keep(x);
}
static void worksharing(Input &in) {
  Array<int> a, b, c;
  int sum = 0, ones = 0, masters = 0;
#pragma omp parallel
  {
#pragma omp for reduction(+ : sum)
    for (int i = 0; i < in.n; ++i)
      sum += a[i];
#pragma omp for schedule(dynamic) nowait
    for (int i = 0; i < in.n; ++i)
      b[i] += 5;
#pragma omp for schedule(static, 2)
    for (int i = 0; i < in.n; ++i)
      c[i] += 7;
#pragma omp single
    ones += b[1] + sum;
#pragma omp master
    masters += c[2];
#pragma omp barrier
#pragma omp for
    for (int i = 0; i < in.n; ++i)
      a[i] = b[in.n - 1 - i] + ones;
  }
  a.keep(in), b.keep(in), c.keep(in);
  in.keep(sum), in.keep(ones), in.keep(masters);
}
static void onlyOneAtATime(Input &in) {
  Array<int> a;
  int sum = 0, other = 0, count = 0;
  double product = 1;
  long double wide = 0;
#pragma omp parallel for
  for (int i = 0; i < in.n; ++i) {
#pragma omp critical
    sum += a[i];
#pragma omp critical(named)
    {
      int before = other;
      other = before + a[i];
    }
#pragma omp atomic
    count += 1;
#pragma omp atomic
    product *= 2;
#pragma omp atomic
    wide += i;
  }
  for (double value : {double(sum), double(other), double(count), product, double(wide)})
    in.keep(value);
}
static void sections(Input &in) {
  Array<int> a;
  int last = 0, sum = 0;
#pragma omp parallel sections lastprivate(last) reduction(+ : sum)
  {
#pragma omp section
    sum += a[last = 1] = 50;
#pragma omp section
    sum += a[last = 2] = 60;
#pragma omp section
    sum += a[last = 3] = 70;
  }
#pragma omp parallel num_threads(in.threads)
#pragma omp sections
  {
#pragma omp section
    a[4] = 80;
#pragma omp section
    a[5] = 90;
  }
  a.keep(in), in.keep(last), in.keep(sum);
}
static void copied(Input &in) {
  Array<int> a;
#pragma omp parallel
  {
    int seed;
#pragma omp single copyprivate(seed)
    seed = 42;
#pragma omp for
    for (int i = 0; i < in.n; ++i)
      a[i] += seed;
  }
  a.keep(in);
}
static void inOrder(Input &in) {
  Array<int> a;
#pragma omp parallel for ordered schedule(dynamic)
  for (int i = 0; i < in.n; ++i) {
    a[i] *= 2;
#pragma omp ordered
    in.keep(a[i]);
  }
#pragma omp parallel for ordered schedule(static, 2)
  for (long i = 0; i < in.n; ++i) {
#pragma omp ordered
    in.keep(a[i] + 1);
  }
#pragma omp parallel for ordered
  for (unsigned i = 0; i < in.n; ++i) {
#pragma omp ordered
    in.keep(a[i] + 2);
  }
#pragma omp parallel for ordered schedule(runtime)
  for (unsigned long i = 0; i < (unsigned long)in.n; ++i) {
#pragma omp ordered
    in.keep(a[i] + 3);
  }
}
static void nested(Input &in) {
  int a[9][4] = {};
#pragma omp parallel for
  for (int i = 0; i < in.n; ++i) {
    int sum = 0;
#pragma omp parallel for reduction(+ : sum) num_threads(3)
    for (int j = 0; j < 4; ++j)
      sum += a[i][j] = i + j + thread() * 1000 * (j == 0);
#pragma omp parallel for schedule(dynamic)
    for (int j = 0; j < 4; ++j)
      a[i][j] += sum;
  }
  for (auto &row : a)
    for (int value : row)
      in.keep(value % 1000);
}
static void orphaned(Input &in) {
  Array<int> a;
  static int sum;
  sum = 0;
#pragma omp for schedule(dynamic) reduction(+ : sum)
  for (int i = 0; i < in.n; ++i)
    sum += a[i]++;
#pragma omp barrier
#pragma omp critical
  in.keep(sum);
  a.keep(in);
}
static void simd(Input &in) {
  Array<float> a;
  float sum = 0;
#pragma omp parallel for simd reduction(+ : sum)
  for (int i = 0; i < in.n; ++i)
    sum += a[i] *= 2;
#pragma omp simd reduction(+ : sum)
  for (int i = 0; i < in.n; ++i)
    sum += a[i];
  in.keep(sum);
  a.keep(in);
}
static void caughtInside(Input &in) {
  Array<int> a;
  auto body = [&] {
#pragma omp parallel for schedule(dynamic)
    for (int i = 0; i < in.n; ++i) {
      try {
        if (i % 2)
          throw std::runtime_error("odd");
        try {
          std::vector<int>(3).at(i + 3) = 1;
        } catch (std::out_of_range &) {
#pragma omp parallel for schedule(dynamic)
          for (int j = 0; j < 2; ++j)
            a[i] += 1000;
          throw;
        }
      } catch (std::runtime_error &) {
        a[i] += 100;
      } catch (std::logic_error &) {
        a[i] += 200;
      }
    }
  };
  body();
  try {
    throw 7;
  } catch (int number) {
    body();
    in.keep(number);
  }
  a.keep(in);
}
static int twice(int value) {
  static const std::vector<int> table = {value, 2, 4, 6};
  return table[1] * value;
}
static void localStatic(Input &in) {
  Array<int> a;
#pragma omp parallel for
  for (int i = 0; i < in.n; ++i)
    a[i] = twice(a[i]);
  a.keep(in);
}

#include "team-wrong-cases.h"

const std::vector<Case> cases = {
#define SAME(NAME) {#NAME, Expect::Same, NAME}
#define DIFFERENT(NAME) {#NAME, Expect::Different, NAME}
#define LOCKSTEP(NAME) {#NAME, Expect::DifferentInLockstep, NAME}
    SAME(defaultSchedule),
    SAME(ifAndNumThreads),
    SAME(privateClause),
    SAME(firstprivateClause),
    SAME(lastprivateClause),
    SAME(lastprivateChunked),
    SAME(integerReductions),
    SAME(floatingReductions),
    SAME(arrayReduction),
    SAME(staticChunks),
    SAME(dynamicChunks),
    SAME(guidedChunks),
    SAME(runtimeSchedule),
    SAME(countingDown),
    SAME(stepsAndOffsets),
    SAME(collapsed),
    SAME(iterators),
    SAME(worksharing),
    SAME(onlyOneAtATime),
    SAME(sections),
    SAME(copied),
    SAME(inOrder),
    SAME(nested),
    SAME(orphaned),
    SAME(simd),
    SAME(caughtInside),
    SAME(localStatic),
    DIFFERENT(carriedFlow),
    DIFFERENT(carriedFlowDynamic),
    DIFFERENT(carriedFlowMonotonic),
    DIFFERENT(carriedAnti),
    DIFFERENT(carriedOutput),
    DIFFERENT(noLastprivate),
    DIFFERENT(noPrivate),
    DIFFERENT(wrongReduction),
    DIFFERENT(firstOnly),
    DIFFERENT(output),
    DIFFERENT(noBarrier),
    DIFFERENT(privatePerThread),
    LOCKSTEP(noPrivateDead),
    LOCKSTEP(noReduction),
    LOCKSTEP(appended),
};

} // namespace BUILD
