// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *a, int n) {
  // loomp: parallel -- each element once, from the top
  for (int i = n - 1; i >= 0; i--)
    a[i] *= 2;
}
