// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n, bool c) {
  double *p = c ? a : a + 2;
  // loomp: not-parallel -- c: i=0 reads a[1], i=1 writes it; else i=0 writes a[2], i=1 reads it
  for (int i = 0; i < n; i++)
    p[i] = a[i + 1];
}
