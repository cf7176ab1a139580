// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A closure that is copied into a member is known there: what runs it runs this very lambda.
#include <new>
#include <utility>

template <class F> struct Guard {
  F f;
  ~Guard() { f(); }
};
template <class F> struct Made {
  F f;
  explicit Made(F given) : f(std::move(given)) {}
  ~Made() { f(); }
};
template <class F> struct Step {
  F f;
  void run(long x) { f(x); }
};
struct Add {
  long &sum;
  ~Add() { sum += 1; }
};
template <class F> union Kept {
  F f;
  long other;
  Kept(F given) : f(given) {}
};

long last(int n, long *__restrict a) {
  long t = 1;
  // loomp: parallel lastprivate(t)
  for (int i = 0; i < n; ++i) {
    auto f = [&] { t = i; };
    Guard<decltype(f)> guard{f};
    a[i] = 1;
  }
  return t;
}
long readBefore(int n, long *__restrict a) {
  long t = 1;
  // loomp: serial carried-flow-dependence on(t) -- i=0 sets t at its end, i=1 reads it
  for (int i = 0; i < n; ++i) {
    auto f = [&] { t = i; };
    Guard<decltype(f)> guard{f};
    a[i] = t;
  }
  return t;
}
void element(int n, long *a) {
  // loomp: parallel
  for (int i = 0; i < n; ++i) {
    Guard guard{[&] { a[i] = i; }};
    a[i] = 2;
  }
}
void sameElement(int n, long *a) {
  // loomp: not-parallel -- all iterations write a[0] at their end
  for (int i = 0; i < n; ++i) {
    Guard guard{[&] { a[0] = i; }};
  }
}
void nextElement(int n, long *a) {
  // loomp: serial carried-output-dependence -- i=0 writes a[1] at its end, i=1 before that
  for (int i = 0; i < n; ++i) {
    Guard guard{[&] { a[i + 1] = i; }};
    a[i] = 2;
  }
}
long sum(int n, long *__restrict a) {
  long t = 0;
  // loomp: parallel reduction(+:t)
  for (int i = 0; i < n; ++i) {
    auto f = [&](long x) { t += x; };
    Step<decltype(f)> step{f};
    step.run(a[i]);
  }
  return t;
}
long byConstructor(int n, long *__restrict a) {
  long t = 0;
  // loomp: parallel reduction(+:t)
  for (int i = 0; i < n; ++i) {
    auto f = [&] { t += i; };
    Made<decltype(f)> made(f);
    a[i] = 1;
  }
  return t;
}
long copied(int n, long *__restrict a) {
  long t = 0;
  // loomp: parallel reduction(+:t)
  for (int i = 0; i < n; ++i) {
    auto f = [&](long x) { t += x; };
    Step<decltype(f)> step{f};
    Step<decltype(f)> other = step;
    other.run(a[i]);
  }
  return t;
}
void byValue(int n, long *__restrict a) {
  // loomp: parallel -- each closure has its own k, which starts with i
  for (int i = 0; i < n; ++i) {
    long k = i;
    auto f = [=](long x) { a[k] = x; };
    k = 0;
    Step<decltype(f)> step{f};
    step.run(i);
  }
}
void byReference(int n, long *__restrict a) {
  // loomp: not-parallel -- k is 0 when the closure runs, so all iterations write a[0]
  for (int i = 0; i < n; ++i) {
    long k = i;
    auto f = [&](long x) { a[k] = x; };
    k = 0;
    Step<decltype(f)> step{f};
    step.run(i);
  }
}
long outside(int n, long *__restrict a) {
  long t = 0;
  auto f = [&](long x) { t += x; };
  Step<decltype(f)> step{f};
  // loomp: not-parallel -- the closure was bound to the t that all iterations share
  for (int i = 0; i < n; ++i)
    step.run(a[i]);
  return t;
}
void counting(int n, long *__restrict a) {
  auto f = [k = 0L, a](long x) mutable { a[x] = k++; };
  Step<decltype(f)> step{f};
  // loomp: not-parallel -- i=1 stores what i=0 left in the k of the closure
  for (int i = 0; i < n; ++i)
    step.run(i);
}
void chosen(int n, long *__restrict a, bool c) {
  // loomp: not-parallel -- where c is false, all iterations write a[0]
  for (int i = 0; i < n; ++i) {
    long zero = 0, k = i;
    auto make = [a](long &at) { return [&at, a](long x) { a[at] = x; }; };
    auto f = make(k), g = make(zero);
    Step<decltype(f)> step{c ? f : g};
    step.run(i);
  }
}
void inUnion(int n, long *__restrict a) {
  // loomp: not-parallel -- what stands in a union is not followed
  for (int i = 0; i < n; ++i) {
    auto f = [&] { a[i] = i; };
    Kept<decltype(f)> kept(f);
    kept.f();
  }
}
void outlives(int n, long *__restrict a, long &t) {
  // loomp: not-parallel -- the guard of one iteration runs in the next one
  for (int i = 0; i < n; ++i) {
    auto f = [&t] { ++t; };
    static Guard<decltype(f)> *kept = nullptr;
    delete kept;
    kept = new Guard<decltype(f)>{f};
    a[i] = t;
  }
}
long byHand(int n, long *__restrict a) {
  long t = 0;
  // loomp: not-parallel -- a clause does not rename what the member refers to
  for (int i = 0; i < n; ++i) {
    Add add{t};
    a[i] = 1;
  }
  return t;
}
void replaced(int n, long *__restrict a) {
  auto make = [a](long at) { return [at, a](long x) { a[at + x] = x; }; };
  auto f = make(0), g = make(1);
  Step<decltype(f)> step{f};
  // loomp: not-parallel -- from the second iteration on the closure writes a[i + 1]
  for (int i = 0; i < n; ++i) {
    step.run(i);
    new (&step) Step<decltype(f)>{g};
    a[i] = 0;
  }
}
