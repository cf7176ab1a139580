// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n) {
  double t = 0;
  // loomp: not-parallel -- with a[3] <= 0 < a[4], i=3 stores a t that it has not assigned
  for (int i = 0; i < n - 1; i++) {
    if (a[i] > 0)
      t = a[i];
    if (a[i + 1] > 0)
      b[i] = t;
  }
}
