// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// What is left in the index of a `while` loop with a stride. Twins: ends that nobody can compute.
void untilBound(long n, long *a, long *b) {
  long j = 1;
  // loomp: parallel -- 1, or 1 + 2 * ((n - 2) / 2 + 1)
  while (j < n) {
    a[j] = 3;
    j += 2;
  }
  b[0] = j;
}
void upTo(unsigned n, long *a, long *b) {
  long j = 0;
  // loomp: parallel
  while (j <= n) {
    a[j] = 3;
    j += 3;
  }
  b[0] = j;
}
void inNest(int n, long *a) {
  // loomp: parallel
  for (int i = 0; i < n - 1; i++) {
    long j = 1;
    // loomp: parallel
    while (j < n)
      j += 2;
    a[i] = a[i] + j;
  }
}
void fromBelow(long n, long *a, long *b) {
  long j = -7;
  // loomp: not-parallel -- a number of iterations that is formed of numbers below 0
  while (j < n) {
    a[j + 7] = 3;
    j += 2;
  }
  b[0] = j;
}
void changedBound(long n, long *a, long *b) {
  long j = 1;
  // loomp: not-parallel -- n is another number behind the loop
  while (j < n) {
    a[j] = n;
    j += 2;
    n = a[0];
  }
  b[0] = j;
}
void testedInCondition(long n, long *a, long *b) {
  long j = 1;
  // loomp: not-parallel -- the last test moves it once more
  while ((j += 2) < n)
    a[j] = 3;
  b[0] = j;
}
void leftEarly(long n, long *a, long *b) {
  long j = 1;
  // loomp: not-parallel -- it ends where data says so
  while (j < n && a[j] != 0) {
    a[j] = 3;
    j += 2;
  }
  b[0] = j;
}
