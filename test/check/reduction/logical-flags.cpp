// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// 'f = c || f' leaves 0 or 1 where it runs, and so does a reduction where it does not.
#include <functional>

long onlyTruthValues(int n, int m, const int *b) {
  long f = 1;
  // loomp: parallel reduction(||:f)
  for (int r = 0; r < m; ++r) {
    // loomp: parallel reduction(||:f) -- what an earlier r left is 0 or 1
    for (int i = 0; i < n; ++i)
      f = b[i] > r || f;
  }
  return f;
}

long startsWithFive(int n, int m, const int *b) {
  long f = 5;
  // loomp: not-parallel -- as for the loop inside
  for (int r = 0; r < m; ++r) {
    // loomp: parallel reduction(||:f) assuming(no-dependence) -- it asks whether it is 5 still
    for (int i = 0; i < n; ++i)
      f = b[i] > r || f;
  }
  return f;
}

long parameter(int n, const int *b, long f) {
  // loomp: parallel reduction(||:f) assuming(no-dependence) -- it asks: stays what it is if n is 0
  for (int i = 0; i < n; ++i)
    f = b[i] > 0 || f;
  return f;
}

long runs(const int *b, long f) {
  // loomp: parallel reduction(||:f)
  for (int i = 0; i < 100; ++i)
    f = b[i] > 0 || f;
  return f;
}

long runsMaybe(const int *b, long f) {
  // loomp: parallel reduction(||:f) assuming(no-dependence) -- it asks: stays what it is if all are 3
  for (int i = 0; i < 100; ++i)
    if (b[i] != 3)
      f = b[i] > 0 || f;
  return f;
}

int changes;
void global(const int *b) {
  // loomp: parallel reduction(&&:changes)
  for (int i = 0; i < 100; ++i)
    changes = b[i] > 0 && changes;
}

void byReference(int n, int &found) {
  int i = 0;
  // loomp: parallel reduction(||:found) -- runs once at least
  do {
    found = found || i > 3;
  } while (++i < n);
}

struct Counter {
  long total = 0;
};
struct Five {
  long total = 5;
};
struct Known {
  long total = 0;
  static Known *last;
  Known() { last = this; }
};

long member(int n, int m, const int *b) {
  Counter c;
  // loomp: parallel reduction(||:totalLocal2)
  for (int r = 0; r < m; ++r) {
    // loomp: parallel reduction(||:totalLocal)
    for (int i = 0; i < n; ++i)
      c.total = b[i] > r || c.total;
  }
  return c.total;
}

long memberOfFive(int n, int m, const int *b) {
  Five c;
  // loomp: not-parallel -- as for the loop inside
  for (int r = 0; r < m; ++r) {
    // loomp: not-parallel -- stays 5 if n is 0
    for (int i = 0; i < n; ++i)
      c.total = b[i] > r || c.total;
  }
  return c.total;
}

long initialized(int n, int m, const int *b) {
  Counter c{5};
  // loomp: not-parallel -- as for the loop inside
  for (int r = 0; r < m; ++r) {
    // loomp: not-parallel -- stays 5 if n is 0
    for (int i = 0; i < n; ++i)
      c.total = b[i] > r || c.total;
  }
  return c.total;
}

long copied(int n, int m, const int *b, Counter other) {
  Counter c;
  c = other;
  // loomp: not-parallel -- as for the loop inside
  for (int r = 0; r < m; ++r) {
    // loomp: not-parallel -- may start with anything
    for (int i = 0; i < n; ++i)
      c.total = b[i] > r || c.total;
  }
  return c.total;
}

void unknown();
long knownElsewhere(int n, int m, const int *b) {
  Known c;
  // loomp: not-parallel -- as for the loop inside
  for (int r = 0; r < m; ++r) {
    unknown();
    // loomp: not-parallel -- the call may set c.total to anything
    for (int i = 0; i < n; ++i)
      c.total = b[i] > r || c.total;
  }
  return c.total;
}

long notKnownElsewhere(int n, int m, const int *b) {
  Counter c;
  // loomp: not-parallel -- as for the loop inside
  for (int r = 0; r < m; ++r) {
    unknown();
    // loomp: parallel reduction(||:totalLocal) -- nobody else has the address of c
    for (int i = 0; i < n; ++i)
      c.total = b[i] > r || c.total;
  }
  return c.total;
}

void use(std::function<void()> f);
long captured(int n, int m, const int *b) {
  long f = 0;
  auto set = [&] { f = 7; };
  use(set);
  // loomp: parallel reduction(||:f) assuming(no-dependence) -- it asks, as for the loop inside
  for (int r = 0; r < m; ++r) {
    // loomp: parallel reduction(||:f) assuming(no-dependence) -- it asks: 'use' may have called the lambda
    for (int i = 0; i < n; ++i)
      f = b[i] > r || f;
  }
  return f;
}

long throughReference(int n, int m, const int *b) {
  long f = 0;
  long &g = f;
  // loomp: parallel lastprivate(gLocal)
  for (int r = 0; r < m; ++r) {
    g = r;
    // loomp: parallel reduction(||:f) assuming(no-dependence) -- it asks: starts as r
    for (int i = 0; i < n; ++i)
      f = b[i] > r || f;
  }
  return f;
}

long inEachRow(const int *b, int n) {
  long f = 7;
  if (n > 3)
    // loomp: parallel reduction(&&:f)
    for (int r = 0; r < n - 3; ++r)
      // loomp: parallel reduction(&&:f)
      for (int i = 0; i < 12; i += 2)
        f = f && i >= n;
  return f;
}

long noRow(const int *b, int n) {
  long f = 7;
  // loomp: not-parallel -- without any iteration it stays 7, and a reduction makes it 1
  for (int r = 0; r < n - 3; ++r)
    // loomp: parallel reduction(&&:f)
    for (int i = 0; i < 12; i += 2)
      f = f && i >= n;
  return f;
}

long emptyRows(const int *b, int n, int m) {
  long f = 7;
  // loomp: not-parallel -- the rows may be empty
  for (int r = 0; r < 5; ++r)
    // loomp: parallel reduction(&&:f) assuming(no-dependence) -- it asks: the rows may be empty
    for (int i = 0; i < m; ++i)
      f = f && i >= n;
  return f;
}

long someRows(const int *b, int n) {
  long f = 7;
  // loomp: not-parallel -- there may be no row that counts
  for (int r = 0; r < 5; ++r)
    if (b[r] > 0)
      // loomp: parallel reduction(&&:f)
      for (int i = 0; i < 12; ++i)
        f = f && i >= n;
  return f;
}

long someOfARow(const int *b, int n) {
  long f = 7;
  // loomp: not-parallel -- there may be nothing to update it in any row
  for (int r = 0; r < 5; ++r)
    // loomp: serial early-exit -- nor in this one
    for (int i = 0; i < 12; ++i) {
      if (b[i] > 0)
        break;
      f = f && i >= n;
    }
  return f;
}
