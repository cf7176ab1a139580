// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *a, int n) {
  // loomp: not-parallel -- i=0 and i=n-1 swap the same two elements
  for (int i = 0; i < n; i++) {
    double t = a[i];
    a[i] = a[n - 1 - i];
    a[n - 1 - i] = t;
  }
}
