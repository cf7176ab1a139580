// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cstdio>
#include <vector>

void scaleByFirst(double *a, int n) {
  // loomp: parallel peeled(first) -- iteration 0 alone writes a[0], which all others read
  for (int i = 0; i < n; ++i)
    a[i] *= a[0];
}

void scaleBySecond(double *a, int n) {
  // loomp: parallel peeled(middle) -- i=0 reads the a[1] that i=1 changes for all others
  for (int i = 0; i < n; ++i)
    a[i] *= a[1];
}

void scaleByEither(double *a, int n) {
  // loomp: parallel peeled(middle) -- i=0 is all that runs in front of i=1
  for (int i = 0; i < n; ++i)
    a[i] *= a[0] + a[1];
}

void halfAgain(double *a, int n) {
  // loomp: not-parallel -- i=2 reads a[1], which i=1 wrote
  for (int i = 0; i < n; ++i)
    a[i] += a[i / 2];
}

void downwards(double *a, int n) {
  // loomp: parallel peeled(first) -- iteration n-1 alone writes a[n-1]
  for (int i = n - 1; i >= 0; --i)
    a[i] *= a[n - 1];
}

void everySecond(double *a, int m, int n) {
  // loomp: parallel peeled(first) -- iteration m alone writes a[m]
  for (int i = m; i < n; i += 2) {
    if (a[i] < 0)
      continue;
    a[i] *= a[m];
  }
}

int setInFirst(const int *a, int *b, int n) {
  int scale = 1;
  // loomp: parallel peeled(first) -- iteration 0 alone writes scale
  for (int i = 0; i < n; ++i) {
    if (i == 0)
      scale = a[0] + 1;
    b[i] = a[i] * scale;
  }
  return scale;
}

int setInThird(const int *a, int *b, int n) {
  int scale = 1;
  // loomp: parallel peeled(middle) -- iterations 0 and 1 need the scale from before, others the new
  for (int i = 0; i < n; ++i) {
    if (i == 2)
      scale = a[0] + 1;
    b[i] = a[i] * scale;
  }
  return scale;
}

long sumAfterReset(const long *a, int n) {
  long sum = 7;
  // loomp: parallel peeled(first) reduction(+:sum) -- iteration 0 sets it to 0
  for (int i = 0; i < n; ++i) {
    if (i == 0)
      sum = 0;
    sum += a[i];
  }
  return sum;
}

void announce(const int *a, int *b, int n) {
  // loomp: parallel peeled(first) -- iteration 0 alone prints
  for (int i = 0; i < n; ++i) {
    if (i == 0)
      std::puts("copying");
    b[i] = a[i];
  }
}

int firstThenLast(const int *a, int n) {
  int seen = 0;
  // loomp: parallel selection(last:seen) -- the last of two kinds of writes counts after the loop
  for (int i = 0; i < n; ++i) {
    if (i == 0)
      seen = 100;
    if (a[i] > 0)
      seen = i;
  }
  return seen;
}

// The text of the start cannot become another one.
void deduced(double *a, int n, short from) {
  // loomp: not-parallel -- iteration 0 writes a[from]; from + 1 is no short
  for (auto i = from; i < n; ++i)
    a[i] *= a[from];
}

void movingStart(int *a, int n) {
  // loomp: not-parallel -- the start is read once; it lies in a[0], which the loop may write
  for (int i = a[0]; i < n; ++i)
    a[i] *= a[a[0]];
}

void marked(double *a, int n) {
#pragma omp parallel for
  // loomp: finding(race-dependence) serial carried-flow-dependence -- a directive shares all
  for (int i = 0; i < n; ++i)
    a[i] *= a[0];
}
