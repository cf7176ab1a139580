// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// What is not equal is less or more: the iteration that is left out touches nothing.
void eliminate(double *a, int n, int k, double f) {
  // loomp: parallel assuming() -- only row k is read by others, and it writes nothing
  for (int i = 0; i < n; i++)
    if (i != k)
      a[i] -= f * a[k];
}
void byContinue(double *a, unsigned n, unsigned k, double f) {
  // loomp: parallel assuming()
  for (unsigned i = 0; i < n; i++) {
    if (i == k)
      continue;
    a[i] -= f * a[k];
  }
}
void neighbour(double *a, int n, int k, double f) {
  // loomp: parallel assuming(no-dependence) -- i = k + 1 writes what the others read
  for (int i = 0; i < n; i++)
    if (i != k)
      a[i] -= f * a[k + 1];
}
void others(double *a, int n, int k, double f) {
  // loomp: not-parallel -- but for two of them each iteration reads what the next one writes
  for (int i = 0; i < n; i++)
    if (i != k)
      a[i] -= f * a[i + 1];
}
long counted(unsigned *a, long m) {
  int q = 0;
  // loomp: parallel induction(q)
  for (long i = 2; i < m; ++i)
    if (i != 3)
      a[q++] = i;
  return q;
}
long countedToo(unsigned *a, long m) {
  int q = 0;
  // loomp: not-parallel -- i=3 and i=4 write a[3]
  for (long i = 0; i < m; ++i) {
    a[q] = i;
    if (i != 3)
      q++;
  }
  return q;
}
void byData(double *a, const int *x, int n, double f) {
  // loomp: not-parallel -- x[i] may be 4 for i=4
  for (int i = 0; i < n; i++)
    if (x[i] != 3)
      a[i] -= f * a[x[i]];
}
