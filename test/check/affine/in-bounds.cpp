// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// What is certainly accessed in bounds tells which iterations there are.
#include <cstdlib>
static double a[400], rows[12][9];

void upperHalf(int n, const int *x) {
  // loomp: parallel -- a[i + 200] in bounds is i < 200 in every iteration
  for (int i = 0; i < n; i++) {
    if (x[i] > 0)
      a[i] = 1;
    a[i + 200] = 2;
  }
}
void oneTooNear(int n, const int *x) {
  // loomp: not-parallel -- i=0 and i=199 write a[199]
  for (int i = 0; i < n; i++) {
    if (x[i] > 0)
      a[i] = 1;
    a[i + 199] = 2;
  }
}
void sometimes(int n, const int *x) {
  // loomp: not-parallel -- i=200 may write a[200] only
  for (int i = 0; i < n; i++) {
    a[i] = 1;
    if (x[i] > 0)
      a[i + 200] = 2;
  }
}
void eitherOr(int n, const int *x) {
  // loomp: not-parallel -- i=200 may write a[200] only
  for (int i = 0; i < n; i++) {
    if (x[i] > 0)
      a[i] = 1;
    else
      a[i + 200] = 2;
  }
}
void sameBranch(int n, const int *x) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    if (x[i] > 0) {
      a[i] = 1;
      a[i + 200] = 2;
    }
}
void sameConditionAgain(int n, int *x) {
  // loomp: not-parallel -- x[i] may be another one by then
  for (int i = 0; i < n; i++) {
    if (x[i] > 0)
      a[i] = 1;
    x[i] -= 1;
    if (x[i] > 0)
      a[i + 200] = 2;
  }
}
void passedOver(int n, const int *x) {
  // loomp: not-parallel -- i=200 may write a[200] only
  for (int i = 0; i < n; i++) {
    a[i] = 1;
    if (x[i] > 0)
      continue;
    a[i + 200] = 2;
  }
}
void leaves(int n, const int *x) {
  // loomp: serial early-exit -- nor does i=200 come to a[i + 200] where it leaves
  for (int i = 0; i < n; i++) {
    a[i] = 1;
    if (x[i] > 0)
      break;
    a[i + 200] = 2;
  }
}
void endsTheProgram(int n, const int *x) {
  // loomp: not-parallel -- i=200 may write a[200] only
  for (int i = 0; i < n; i++) {
    a[i] = 1;
    if (x[i] > 0)
      std::exit(1);
    a[i + 200] = 2;
  }
}
void byCase(int n, const int *x) {
  // loomp: not-parallel -- i=200 may write a[200] only
  for (int i = 0; i < n; i++) {
    a[i] = 1;
    switch (x[i]) {
    case 1:
      a[i + 200] = 2;
    }
  }
}
void innerLoopMayNotRun(int n, int m) {
  // loomp: not-parallel -- with m = 0 nothing is in bounds
  for (int i = 0; i < n; i++) {
    a[i] = 1;
    // loomp: parallel lastprivate(aLocal) -- all write one element, and the last one stays
    for (int j = 0; j < m; j++)
      a[i + 200] = j;
  }
}
void shortCircuit(int n, const int *x, int *y) {
  // loomp: not-parallel -- i=200 may read nothing
  for (int i = 0; i < n; i++) {
    a[i + 1] = 1;
    y[i] = x[i] > 0 && a[i + 200] > 0;
  }
}
void neverEvaluated(int n, int *y) {
  // loomp: not-parallel -- i=0 writes a[9], so does i=9
  for (int i = 0; i < n; i++) {
    a[i] = 1;
    y[i] = false && rows[0][i] > 0;
    a[i + 9] = 2;
  }
}
void neverChosen(int n, int *y) {
  // loomp: not-parallel -- i=0 writes a[9], so does i=9
  for (int i = 0; i < n; i++) {
    a[i] = 1;
    y[i] = false ? static_cast<int>(rows[0][i]) : 0;
    a[i + 9] = 2;
  }
}
void addressOnly(int n, double **y) {
  // loomp: not-parallel -- an address is no access
  for (int i = 0; i < n; i++) {
    a[i] = 1;
    y[i] = &rows[0][i] + 1;
    a[i + 9] = 2;
  }
}
void readElsewhere(int n, int *__restrict y) {
  // loomp: parallel -- rows[0][i] in bounds is i < 9
  for (int i = 0; i < n; i++) {
    y[i] = static_cast<int>(rows[0][i]);
    y[i + 9] = 2;
  }
}
void readTooLong(int n, int *__restrict y) {
  // loomp: parallel peeled(first) -- only i=0 and i=8 write y[8]
  for (int i = 0; i < n; i++) {
    y[i] = static_cast<int>(rows[0][i]);
    y[i + 8] = 2;
  }
}
void readMuchTooLong(int n, int *__restrict y) {
  // loomp: serial carried-output-dependence -- i=0 and i=7 write y[7], i=1 and i=8 write y[8]
  for (int i = 0; i < n; i++) {
    y[i] = static_cast<int>(rows[0][i]);
    y[i + 7] = 2;
  }
}
void rowsOfNine(int n, int m, int k, int *__restrict b) {
  // loomp: parallel -- q < 9
  for (int p = 0; p < n; p++)
    // loomp: parallel
    for (int q = 0; q < m; q++)
      b[p * 9 + q] = static_cast<int>(rows[k][q]);
}
void rowsThroughPointer(int n, const int *x, double *p) {
  // loomp: not-parallel -- nobody knows how long p is
  for (int i = 0; i < n; i++) {
    if (x[i] > 0)
      p[i] = 1;
    p[i + 200] = 2;
  }
}
struct Last {
  double x;
  double t[400];
};
struct Inside {
  double t[400];
  double x;
};
void atTheEnd(int n, Last &s, const int *x) {
  // loomp: not-parallel -- more elements may follow
  for (int i = 0; i < n; i++) {
    if (x[i] > 0)
      s.t[i] = 1;
    s.t[i + 200] = 2;
  }
}
void member(int n, Inside &s, const int *x) {
  // loomp: parallel
  for (int i = 0; i < n; i++) {
    if (x[i] > 0)
      s.t[i] = 1;
    s.t[i + 200] = 2;
  }
}
void handler(int n, const int *x, int (*f)(int)) {
  // loomp: not-parallel -- f may throw in front of a[i + 200]
  for (int i = 0; i < n; i++) {
    try {
      a[i] = 1;
      f(x[i]);
      a[i + 200] = 2;
    } catch (...) {
    }
  }
}
static void second(int i, int x) {
  if (x > 0)
    return;
  a[i + 200] = 2;
}
void inCallee(int n, const int *x) {
  // loomp: not-parallel -- i=200 may write a[200] only
  for (int i = 0; i < n; i++) {
    a[i] = 1;
    second(i, x[i]);
  }
}
void storedSubscripts(long n, long *__restrict b) {
  long w[20] = {};
  // loomp: parallel -- w[i] in bounds is i < 20, so long(i) is i
  for (unsigned long i = 1; i < static_cast<unsigned long>(n + 2); i += 2) {
    w[i] = static_cast<long>(i) * 2;
    b[w[i]] = 1;
  }
}
void storedHalves(long n, long *__restrict b) {
  long w[20] = {};
  // loomp: not-parallel -- i=0 and i=1 write b[0]
  for (unsigned long i = 0; i < static_cast<unsigned long>(n + 2); i++) {
    w[i] = static_cast<long>(i) / 2;
    b[w[i]] = 1;
  }
}
