// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Unsigned variables that a step from outside moves: where all is small they do not wrap, which the
// program checks. Twins: places that two iterations share whatever is checked.
long fromOne(long n, long step, long *a) {
  unsigned q = 5;
  // loomp: parallel induction(q) -- 5 + (i - 1) * step, below 2^32 where n and step are small
  for (long i = 1; i < n; ++i) {
    a[q] = i;
    q = q + step;
  }
  return q;
}
long twoPlaces(int n, int step, long *a) {
  unsigned q = 5;
  // loomp: parallel induction(q) -- with steps of more than 200
  for (int i = 1; i < n; ++i) {
    a[q] = i;
    q += step;
    a[q + 200] = 1;
  }
  return q;
}
long backwards(int n, int step, long *a) {
  unsigned q = 5;
  // loomp: parallel induction(q) -- no step is negative where that is asked
  for (int i = 3; i < n; ++i) {
    a[q + 100000] = i;
    q += step;
  }
  return q;
}
long twice(int n, int step, long *a) {
  unsigned q = 5;
  // loomp: not-parallel -- the next iteration writes there again
  for (int i = 1; i < n; ++i) {
    a[q] = i;
    q += step;
    a[q] = 1;
  }
  return q;
}
long masked(int n, int step, long *a) {
  unsigned q = 5;
  // loomp: not-parallel -- it goes around
  for (int i = 1; i < n; ++i) {
    a[q & 63] = i;
    q += step;
  }
  return q;
}
void inner(double *a, int n, long step) {
  // loomp: not-parallel -- rows of five elements, one element apart
  for (unsigned i = 0; i < unsigned(n); i++)
    // loomp: parallel -- p is 4 at most, whatever the step
    for (int p = 0; p <= 4; p += step)
      a[p + i] = i;
}
