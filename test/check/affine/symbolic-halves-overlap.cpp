// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *a, int n) {
  // loomp: serial carried-flow-dependence -- n=2: i=0 writes a[1], i=1 reads a[1]
  for (int i = 0; i < n; i++)
    a[i + n - 1] = a[i];
}
