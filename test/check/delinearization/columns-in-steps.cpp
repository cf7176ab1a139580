// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Columns that an inner loop visits in steps of any size stay within their row.
void withinRow(unsigned *a, long m, long step) {
  // loomp: parallel -- 1 to m - 1, whatever the step
  for (long i = 0; i != m; ++i)
    // loomp: parallel
    for (long j = 1; j < m; j += step)
      a[i * m + j] = a[i * m + j] % 1000;
}
void widthOfRow(unsigned *a, long m, long step) {
  // loomp: parallel -- 1 to m: as wide as a row
  for (long i = 0; i != m; ++i)
    // loomp: parallel
    for (long j = 1; j <= m; j += step)
      a[i * m + j] = 1;
}
void oneMore(unsigned *a, long m, long step) {
  // loomp: not-parallel -- step 1: row i ends at m * (i + 1), where the next one begins
  for (long i = 0; i < m; ++i)
    // loomp: parallel
    for (long j = 0; j <= m; j += step)
      a[i * m + j] = i;
}
void twoSteps(unsigned *a, long m, long s, long t) {
  // loomp: parallel -- both within the row
  for (long i = 0; i < m; ++i) {
    // loomp: parallel
    for (long j = 0; j < m; j += s)
      a[i * m + j] = 1;
    // loomp: parallel
    for (long j = 0; j < m; j += t)
      a[i * m + j] = 2;
  }
}
void downwards(unsigned *a, long m, long step) {
  // loomp: parallel
  for (long i = 0; i < m; ++i)
    // loomp: parallel
    for (long j = m - 1; j >= 0; j -= step)
      a[i * m + j] = j;
}
void columnBefore(unsigned *a, long m, long step) {
  // loomp: not-parallel -- a step of m: what j = m would read is in the row before
  for (long i = 1; i < m; ++i)
    // loomp: not-parallel -- j=0 writes what j=step reads
    for (long j = 0; j < m; j += step)
      a[i * m + j] = a[i * m + j - step] % 1000;
}
void rowOfSteps(unsigned *a, long m, long step) {
  // loomp: not-parallel -- in steps of 2 the last column is 2 * m - 2
  for (long i = 0; i < m; ++i)
    // loomp: parallel assuming(no-dependence)
    for (long j = 0; j < m; ++j)
      a[i * m + j * step] = i;
}
