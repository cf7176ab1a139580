// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *a, int n) {
  // loomp: serial carried-flow-dependence -- i=0 writes a[n-1], i=n-1 reads it
  for (int i = 0; i < n; i++)
    a[n - 1 - i] = a[i];
}
