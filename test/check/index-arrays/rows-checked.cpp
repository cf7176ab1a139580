// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Rows that begin where the one before ends: the program asks whether their starts never fall.
void rows(long n, const int *start, double *a) {
  // loomp: parallel assuming(no-dependence) -- start = 0, 5, 3, 9: rows 0 and 2 have a[3] in common
  for (long i = 0; i < n; ++i)
    // loomp: parallel
    for (long k = start[i]; k < start[i + 1]; ++k)
      a[k] = i;
}
void backwards(int n, const int *start, double *a) {
  // loomp: parallel assuming(no-dependence)
  for (int i = n - 1; i >= 0; --i)
    // loomp: parallel
    for (int k = start[i]; k < start[i + 1]; ++k)
      a[k] = a[k] * 0.5 + i;
}
void pairs(long n, const long *bounds, double *a) {
  // loomp: parallel assuming(no-dependence)
  for (long i = 0; i < n; ++i)
    // loomp: parallel
    for (long k = bounds[2 * i]; k < bounds[2 * i + 1]; ++k)
      a[k] = i;
}
void oneMore(long n, const int *start, double *a) {
  // loomp: not-parallel -- the last element of a row is the first one of the next
  for (long i = 0; i < n; ++i)
    // loomp: parallel
    for (long k = start[i]; k <= start[i + 1]; ++k)
      a[k] = i;
}
void twoRows(long n, const int *start, double *a) {
  // loomp: not-parallel -- rows i and i + 1 overlap
  for (long i = 0; i < n; ++i)
    // loomp: parallel
    for (long k = start[i]; k < start[i + 2]; ++k)
      a[k] = i;
}
void everyOther(long n, const int *start, double *a) {
  // loomp: not-parallel -- FIXME: start[n] need not exist: n = 3 reads start[0 .. 3]
  for (long i = 0; i < n; i += 2)
    // loomp: parallel
    for (long k = start[i]; k < start[i + 1]; ++k)
      a[k] = i;
}
void someRows(long n, const int *start, const bool *use, double *a) {
  // loomp: not-parallel -- where it is not used, start[i] need not exist
  for (long i = 0; i < n; ++i)
    if (use[i])
      // loomp: parallel
      for (long k = start[i]; k < start[i + 1]; ++k)
        a[k] = i;
}
void shortCircuit(long n, const int *start, double *a) {
  // loomp: not-parallel -- n = 1, start[0] = 100: start[1] is never read, and need not exist
  for (long i = 0; i < n; ++i)
    // loomp: parallel
    for (long k = start[i]; k < 100 && k < start[i + 1]; ++k)
      a[k] = i;
}
void written(long n, int *start, int *a) {
  // loomp: not-parallel -- a[k] may be start[i + 2]
  for (long i = 0; i < n; ++i)
    // loomp: parallel assuming(no-alias, no-alias)
    for (long k = start[i]; k < start[i + 1]; ++k)
      a[k] = i;
}
void moved(long n, const int *start, double *a) {
  // loomp: not-parallel -- row i writes what row i + 1 reads
  for (long i = 0; i < n; ++i)
    // loomp: not-parallel -- iteration k + 1 writes what iteration k reads
    for (long k = start[i]; k < start[i + 1]; ++k)
      a[k] = a[k + 1];
}
