// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A loop may store pointers, though variables have copies: what matters is whether the name of such
// a variable hands out its address in the text of the loop.
#include <algorithm>
#include <functional>
#include <vector>

struct Holder {
  const long *p;
};
static long hits = 0;
static double sum = 0, lowest = 0;
static double bins[4];
static const long *kept;
void keep(long *, double *);
void handOut() { keep(&hits, &sum), keep(nullptr, &lowest), keep(nullptr, bins); }

void countAt(double limit, std::vector<long> &v) {
  // loomp: parallel reduction(+ : hits) -- the position leads into the vector
  for (auto it = v.begin(); it < v.end(); ++it)
    if (limit > 0.25)
      ++hits;
}
void sumAt(double limit, const long *a) {
  // loomp: parallel reduction(+ : sum)
  for (const long *p = a; p < a + 7; p += 2)
    sum += (limit > -0.5 ? 1.5 : 0.0);
}
void smallestAt(const double *__restrict a, int n) {
  // loomp: parallel reduction(min : lowest) -- std::min is read at once
  for (const double *p = a; p < a + n; ++p)
    lowest = std::min(lowest, *p);
}
void binAt(const int *a, int n) {
  // loomp: parallel array-reduction(+ : bins)
  for (const int *p = a; p < a + n; ++p)
    bins[*p & 3] += 1;
}
void pointersOfOthers(const long *__restrict a, const long **rows, int n) {
  // loomp: parallel reduction(+ : hits) -- the elements of `rows` lead into `a`
  for (int i = 0; i < n; ++i) {
    rows[i] = a + i;
    hits += a[i];
  }
}
long otherAddress(const long *__restrict a, const long **__restrict rows, int n) {
  long t = 0, z = 0;
  // loomp: parallel lastprivate(t) -- `z` is one for all iterations
  for (int i = 0; i < n; ++i) {
    t = a[i];
    rows[i] = &z;
  }
  return t + *rows[0];
}

long ownAddress(const long *__restrict a, const long **__restrict rows, int n) {
  long t = 0;
  // loomp: not-parallel role-not-lexical -- rows[0] would lead to a copy that is gone
  for (int i = 0; i < n; ++i) {
    t = a[i];
    rows[i] = &t;
  }
  return *rows[0];
}
void ofReference(const long *__restrict a, long &__restrict t, int n) {
  // loomp: not-parallel role-not-lexical -- the same by a reference
  for (int i = 0; i < n; ++i) {
    t = a[i];
    kept = &t;
  }
}
void ofAssignment(const long *__restrict a, long &__restrict t, const long **__restrict rows, int n) {
  // loomp: not-parallel role-not-lexical -- an assignment is the variable
  for (int i = 0; i < n; ++i) {
    t = a[i];
    rows[i] = &(t += 1);
  }
}
void ofSmallest(const long *__restrict a, long &__restrict t, const long **__restrict rows, int n) {
  // loomp: not-parallel role-not-lexical -- so is the smaller of two
  for (int i = 0; i < n; ++i) {
    t = a[i];
    const long &smaller = std::min(t, a[i]);
    rows[i] = &smaller;
  }
}
void inHolder(const long *__restrict a, long &__restrict t, Holder *__restrict rows, int n) {
  // loomp: not-parallel role-not-lexical -- in an object
  for (int i = 0; i < n; ++i) {
    t = a[i];
    rows[i] = Holder{&t};
  }
}
static const long *same(const long &x) { return &x; }
void byCall(const long *__restrict a, long &__restrict t, const long **__restrict rows, int n) {
  // loomp: not-parallel role-not-lexical -- by a function
  for (int i = 0; i < n; ++i) {
    t = a[i];
    rows[i] = same(t);
  }
}
double ofElement(const int *__restrict a, double **__restrict rows, int n) {
  double w[4];
  // loomp: not-parallel role-not-lexical -- an array that decays
  for (int i = 0; i < n; ++i) {
    // loomp: parallel
    for (int k = 0; k < 4; ++k)
      w[k] = a[i] + k;
    rows[i] = w + 1;
  }
  return *rows[n - 1];
}
double ofMember(const int *__restrict a, const long **__restrict rows, int n) {
  struct {
    long x, y;
  } both;
  // loomp: not-parallel role-not-lexical -- a member
  for (int i = 0; i < n; ++i) {
    both.x = a[i];
    both.y = 0;
    rows[i] = &both.x;
  }
  return *rows[n - 1];
}
long ofClosure(const long *__restrict a, void **__restrict rows, int n) {
  long t = 0;
  // loomp: not-parallel role-not-lexical -- a closure refers to it
  for (int i = 0; i < n; ++i) {
    t = a[i];
    auto read = [&t] { return t; };
    rows[i] = new decltype(read)(read);
  }
  return t;
}
long byReference(const long *__restrict a, const long **__restrict rows, int n) {
  long t = 0;
  long &r = t;
  // loomp: not-parallel role-not-lexical -- a local copy would stand for `r`
  for (int i = 0; i < n; ++i) {
    r = a[i];
    rows[i] = &(r += 1);
  }
  return t + *rows[0];
}
long byPointer(const long *__restrict a, const long **__restrict rows, int n) {
  long t = 0;
  long *p = &t;
  // loomp: not-parallel -- and here for `*p`
  for (int i = 0; i < n; ++i) {
    *p = a[i];
    rows[i] = &(*p += 1);
  }
  return t + *rows[0];
}
long byBoth(const long *__restrict a, const long **__restrict rows, int n) {
  long t = 0;
  long *p = &t;
  // loomp: not-parallel -- and here for both
  for (int i = 0; i < n; ++i) {
    t = a[i];
    rows[i] = &(*p += 1);
  }
  return t + *rows[0];
}
long byParts(const long *__restrict a, const long **__restrict rows, int n) {
  struct {
    long x, y;
  } both = {};
  auto &[first, second] = both;
  // loomp: not-parallel -- `first` is a name of both.x
  for (int i = 0; i < n; ++i) {
    both.x = a[i];
    both.y = 0;
    rows[i] = &first;
  }
  return *rows[n - 1];
}
long inFrontOfLoop(const long *__restrict a, long *__restrict out, int n, const long *before) {
  hits = 0;
  // loomp: parallel reduction(+ : hits) -- a check asks whether `before` leads to the variable
  for (int i = 0; i < n; ++i) {
    hits += a[i];
    out[i] = *before;
  }
  return hits;
}
void walksToIt(long *a, int n) {
  hits = 0;
  // loomp: not-parallel -- the walk may come to the variable itself
  for (long *p = a; p < &hits + n; ++p)
    hits += *p;
}
