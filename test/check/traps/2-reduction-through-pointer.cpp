// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[10];
double *const sum = &a[3];
void f(int n) {
  // loomp: not-parallel -- *sum is a[3]: i=2 changes it, i=3 reads it
  for (int i = 0; i < n; i++)
    *sum += a[i];
}
