// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A pointer from in front of the loop leads to the variable itself: no thread's copy stands there.
#include <algorithm>
#include <vector>
using Vector = std::vector<long>;

void ofScalar(long *__restrict a, int n) {
  long t = 0;
  long *p = &t;
  // loomp: not-parallel role-not-lexical -- p == &t holds in i=0 as in i=1
  for (int i = 0; i < n; i++) {
    t = i;
    a[i] = (p == &t) + t;
  }
}
void ofVector(long *__restrict a, int n) {
  Vector w(5, 1);
  auto it = w.begin();
  // loomp: not-parallel role-not-lexical -- both positions lead into one storage
  for (int i = 0; i < n; i++) {
    w.resize(5);
    w[0] = i;
    a[i] = (it - w.begin()) + w[0];
  }
}
void ofArray(long *__restrict a, int n) {
  long w[2];
  long *p = w;
  // loomp: not-parallel role-not-lexical -- the difference is 0 in i=0 and in i=1
  for (int i = 0; i < n; i++) {
    w[0] = i;
    w[1] = 2;
    a[i] = (p - w) + w[0] + w[1];
  }
}
void ofElement(long *__restrict a, int n) {
  Vector w(2);
  long *p = w.data();
  // loomp: not-parallel role-not-lexical -- p == &w[0] holds in i=0 as in i=1
  for (int i = 0; i < n; i++) {
    w[0] = i;
    w[1] = 2;
    a[i] = (p == &w[0]) + w[0] + w[1];
  }
}
void byAnotherName(long *__restrict a, int n) {
  long w[2];
  long *p = w;
  // loomp: not-parallel role-not-lexical -- q is w, and so is p
  for (int i = 0; i < n; i++) {
    long *q = w;
    w[0] = i;
    w[1] = 2;
    a[i] = (p == q) + w[0] + w[1];
  }
}
void ofClosure(long *__restrict a, int n) {
  auto f = [t = 0l](long x) mutable {
    t = x;
    return &t;
  };
  long *p = f(1);
  // loomp: not-parallel role-not-lexical -- f returns p in i=0 and in i=1
  for (int i = 0; i < n; i++)
    a[i] = f(i) == p;
}

void ofPointer(long *__restrict a, long *__restrict b, int n) {
  long *q = b;
  long **p = &q;
  // loomp: not-parallel -- p == &q holds in i=0 as in i=1
  for (int i = 0; i < n; i++) {
    q = b + i;
    a[i] = (p == &q) + *q;
  }
}

void towards(double *a, int n) {
  // loomp: parallel induction(q) -- what the pointers hold is compared, not where they stand
  for (double *p = a, *q = a + n - 1; p < q; ++p, --q)
    std::swap(*p, *q);
}

void within(long *__restrict a, int n) {
  long w[8];
  // loomp: parallel array-private(w) -- both sides are the thread's own
  for (int i = 0; i < n; i++) {
    // loomp: parallel
    for (long *q = w; q != w + 8; ++q)
      *q = i;
    a[i] = w[3] + (std::max_element(w, w + 8) - w);
  }
}
void withNull(long *__restrict a, int n) {
  long t = 0;
  // loomp: parallel private(t) -- no place is null
  for (int i = 0; i < n; i++) {
    t = i;
    a[i] = (&t != nullptr) + t;
  }
}
