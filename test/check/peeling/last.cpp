// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cstddef>
#include <vector>

void relativeToLast(double *a, int n) {
  // loomp: parallel peeled(last) -- iteration n-1 alone writes a[n-1]
  for (int i = 0; i < n; ++i)
    a[i] /= a[n - 1];
}

void relativeToNext(double *a, int n) {
  // loomp: not-parallel -- i reads a[i+1], which i+1 writes
  for (int i = 0; i < n; ++i)
    a[i] /= a[i + 1];
}

void relativeToLastOfVector(std::vector<int> &a) {
  // loomp: parallel peeled(last) -- the last iteration alone writes the last element
  for (std::size_t i = 0; i < a.size(); ++i)
    a[i] /= a[a.size() - 1];
}

void closed(double *a, int n) {
  // loomp: parallel peeled(last) -- iteration n alone writes a[n]
  for (int i = 1; i <= n; ++i)
    a[i] /= a[n];
}

void downToFirst(double *a, int n) {
  // loomp: parallel peeled(last) -- iteration 0, the last, alone writes a[0]
  for (int i = n - 1; i >= 0; --i)
    a[i] /= a[0];
}

void twoFromLast(double *a, int n) {
  // loomp: not-parallel -- a[n-2] changes for n-1, too
  for (int i = 0; i < n; ++i)
    a[i] /= a[n - 2];
}

int lastReads(const int *a, int n) {
  int t = 0, out = 0;
  // loomp: parallel induction(t) firstprivate(out) lastprivate(out) -- the t before is a[i - 1]
  for (int i = 0; i < n; ++i) {
    if (i == n - 1)
      out = t;
    t = a[i];
  }
  return out;
}

double lastValue(double *a, int n) {
  double t = 0;
  // loomp: parallel peeled(last) private(t) -- the last iteration leaves t
  for (int i = 0; i < n; ++i) {
    t = a[i] / a[n - 1];
    a[i] = t;
  }
  return t;
}

void lastFills(double *a, int n) {
  double row[4] = {};
  // loomp: not-parallel -- the last iteration reads the row of the one before
  for (int i = 0; i < n; ++i) {
    if (i < n - 1)
      // loomp: parallel -- row[k] is of k
      for (int k = 0; k < 4; ++k)
        row[k] = a[i] + k;
    a[i] = row[0] + row[3];
  }
}

int total(const int *a, int n) {
  int sum = 0, out = 0;
  // loomp: parallel peeled(last) reduction(+:sum) -- the last iteration alone reads sum and sets out
  for (int i = 0; i < n; ++i) {
    sum += a[i];
    if (i == n - 1)
      out = sum;
  }
  return out;
}
