// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// Places that go in two directions: of their ranges none is known to end first, so each has a check
// of its own.

void mirrored(long m, long n, long *to, const long *d) {
  // loomp: parallel assuming(no-alias) -- d[n - j] falls where d[j] rises
  for (long j = m; j > 0; j--)
    to[j] = d[n - j] + d[j];
}

void reduced(long m, long n, const long *d, long &total) {
  // loomp: parallel assuming(no-alias) -- the sum may be an element of either range
  for (long j = m; j > 0; j--)
    total = total + d[j - 2] * d[n - j];
}

void twoRows(long n, long k, float *to, const float *d) {
  // loomp: parallel assuming(no-alias) -- whether k is larger than n is not known, nor its sign
  for (long j = 0; j < n; j++)
    to[j] = d[j] + d[j + k];
}

void inPlace(long m, long *a) {
  // loomp: not-parallel -- one array: iteration 1 writes what iteration m - 1 reads
  for (long j = 0; j < m; j++)
    a[j] = a[m - j] + a[j];
}

void indirect(long m, long n, long *to, const long *d, const long *x) {
  // loomp: not-parallel -- one of the places has no range
  for (long j = m; j > 0; j--)
    to[j] = d[n - j] + d[x[j]];
}

void outerStep(long m, long n, long *to, const long *d) {
  // loomp: parallel
  for (long l = m; l < n; l += 2)
    // loomp: parallel assuming(no-alias) -- l, in steps of 2, and m have no known sign
    for (long j = 0; j < n; ++j)
      to[j] += d[j + l] + d[j];
}
