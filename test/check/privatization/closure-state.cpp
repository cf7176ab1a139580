// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A closure that is only called, and sets its state before it reads it, can be one per thread.
#include <functional>
#include <vector>

void writesFirst(long n, double *__restrict a) {
  long t = 2;
  auto f = [t](long x) mutable {
    t = x;
    return t * t;
  };
  // loomp: parallel firstprivate(f)
  for (long i = 0; i < n; ++i)
    a[i] = f(i);
}

void twoVariables(long n, long k, double *__restrict a) {
  auto f = [t = 0L, u = 0L, k](long x) mutable {
    t = x;
    u = t * k;
    return t + u;
  };
  // loomp: parallel firstprivate(f)
  for (long i = 0; i < n; ++i)
    a[i] = f(i);
}

void calledBefore(long n, double *__restrict a) {
  auto f = [t = 0L](long x) mutable {
    t = x;
    return t * t;
  };
  a[0] = f(3);
  // loomp: parallel firstprivate(f)
  for (long i = 1; i < n; ++i)
    a[i] = f(i);
  // loomp: parallel firstprivate(f)
  for (long i = 1; i < n; ++i)
    a[i] += f(i);
}

void inNest(long n, long m, double *__restrict a) {
  auto f = [t = 0L](long x) mutable {
    t = x;
    return t * t;
  };
  // loomp: parallel firstprivate(f)
  for (long r = 0; r < m; ++r)
    // loomp: parallel firstprivate(f)
    for (long i = 0; i < n; ++i)
      a[r * n + i] = f(i);
}

void generic(long n, double *__restrict a) {
  auto f = [t = 0.5](auto x) mutable {
    t = x;
    return t * t;
  };
  // loomp: parallel firstprivate(f)
  for (long i = 0; i < n; ++i)
    a[i] = f(i);
}

void readsFirst(long n, double *__restrict a) {
  auto f = [t = 0L](long x) mutable {
    long old = t;
    t = x;
    return old;
  };
  // loomp: serial carried-flow-dependence -- each call yields what the one before was given
  for (long i = 0; i < n; ++i)
    a[i] = f(i);
}

void counts(long n, double *__restrict a) {
  auto f = [t = 0L]() mutable { return ++t; };
  // loomp: not-parallel -- the closure counts its calls
  for (long i = 0; i < n; ++i)
    a[i] = f();
}

void writesSometimes(long n, double *__restrict a) {
  auto f = [t = 0L](long x) mutable {
    if (x % 3 == 0)
      t = x;
    return t;
  };
  // loomp: not-parallel -- some calls yield what an earlier one was given
  for (long i = 0; i < n; ++i)
    a[i] = f(i);
}

long usedAfter(long n, double *__restrict a) {
  auto f = [t = 7L](long x) mutable {
    long old = t;
    if (x >= 0)
      t = x;
    return x < 0 ? old : t;
  };
  // loomp: not-parallel -- the call behind the loop yields what the last one was given
  for (long i = 0; i < n; ++i)
    a[i] = f(i);
  return f(-1);
}

double copiedAfter(long n, double *__restrict a) {
  auto f = [t = 7L](long x) mutable {
    t = x;
    return t;
  };
  // loomp: not-parallel -- the copy has the state that the last call left
  for (long i = 0; i < n; ++i)
    a[i] = f(i);
  auto g = f;
  return g(3);
}

void capturedByAnother(long n, double *__restrict a) {
  auto f = [t = 7L](long x) mutable {
    t = x;
    return t;
  };
  auto g = [&](long x) { return f(x); };
  // loomp: not-parallel -- the body of `g` calls the closure itself
  for (long i = 0; i < n; ++i)
    a[i] = g(i) + f(i);
}

void byReference(long n, double *__restrict a) {
  auto f = [t = 7L](long x) mutable {
    t = x;
    return t;
  };
  auto &g = f;
  // loomp: not-parallel -- the reference leads to the closure itself
  for (long i = 0; i < n; ++i)
    a[i] = g(i);
}

void bothNames(long n, double *__restrict a) {
  auto f = [t = 7L](long x) mutable {
    t = x;
    return t;
  };
  auto &g = f;
  // loomp: not-parallel -- the reference leads to the closure itself
  for (long i = 0; i < n; ++i) {
    a[i] = f(i);
    a[i] += g(2 * i);
  }
}

void wrapped(long n, double *__restrict a) {
  std::function<long(long)> f = [t = 7L](long x) mutable {
    t = x;
    return t;
  };
  // loomp: not-parallel -- nothing tells what it holds
  for (long i = 0; i < n; ++i)
    a[i] = f(i);
}

// Each iteration fills an element of the closure's array: other calls read them all.
long keepsElements(long n, double *__restrict a) {
  long w[8] = {};
  auto f = [w, t = 0L](long k, long x) mutable {
    t = x;
    w[k] += t;
    return w[0] + w[1] + w[2];
  };
  // loomp: not-parallel -- a copy would not have what the other threads add
  for (long i = 0; i < 8; ++i)
    a[i] = f(i, i);
  return f(0, 1);
}

void keepsDistinctElements(double *__restrict a) {
  long w[8] = {};
  auto f = [w, t = 0L](long k, long x) mutable {
    t = x;
    long old = w[k];
    w[k] = t;
    return old;
  };
  // loomp: not-parallel -- the second loop reads the elements
  for (long i = 0; i < 8; ++i)
    a[i] = f(i, i);
  // loomp: parallel firstprivate(f)
  for (long i = 0; i < 8; ++i)
    a[i] += f(i, i);
}

// What the closure refers to is no part of it.
long sumsOutside(long n, double *__restrict a) {
  long s = 0;
  auto f = [&s, t = 0L](long x) mutable {
    t = x;
    s += t;
    return t;
  };
  // loomp: not-parallel -- the body of the closure adds to the variable itself
  for (long i = 0; i < n; ++i)
    a[i] = f(i);
  return s;
}

struct Counted {
  static inline long copies = 0;
  Counted() = default;
  Counted(const Counted &) { ++copies; }
};
void copiesCounted(long n, double *__restrict a) {
  auto f = [c = Counted(), t = 0L](long x) mutable {
    t = x;
    return t;
  };
  // loomp: not-parallel -- to copy the closure has effects
  for (long i = 0; i < n; ++i)
    a[i] = f(i);
}

void nestedState(long n, double *__restrict a) {
  auto g = [t = 0L](long x) mutable {
    t = x;
    return t;
  };
  auto f = [g, u = 0L](long x) mutable {
    u = x;
    return g(u);
  };
  // loomp: not-parallel -- not handled: a closure in a closure
  for (long i = 0; i < n; ++i)
    a[i] = f(i);
}

void keepsAddress(long n, long **__restrict a) {
  auto f = [t = 0L](long x) mutable -> long & {
    t = x;
    return t;
  };
  // loomp: not-parallel -- the pointers lead to the closure itself
  for (long i = 0; i < n; ++i)
    a[i] = &f(i);
}

template <class F> void run(F f, long n, double *__restrict a) {
  // loomp: not-parallel -- of one of the closures that it is called with
  for (long i = 0; i < n; ++i)
    a[i] = f(i);
}
void runs(long n, double *__restrict a) {
  run(
      [t = 0L](long x) mutable {
        t = x;
        return t;
      },
      n, a);
  run([t = 0L](long x) mutable { return t += x; }, n, a);
}

template <class F> void runOne(F f, long n, double *__restrict a) {
  // loomp: parallel firstprivate(f)
  for (long i = 0; i < n; ++i)
    a[i] = f(i);
}
void runsOne(long n, double *__restrict a) {
  runOne(
      [t = 0L](long x) mutable {
        t = x;
        return t;
      },
      n, a);
}

void lambdaNotNamed(long n, double *__restrict a) {
  auto f = [t = 0L](long x) mutable {
    t = x;
    return t;
  };
  {
    long n = 3; // another `n`
    // loomp: parallel firstprivate(f)
    for (long i = 0; i < n; ++i)
      a[i] = f(i);
  }
}
