// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *a, int n) {
  // loomp: parallel -- reads the lower half, writes the upper one
  for (int i = 0; i < n / 2; i++)
    a[n - 1 - i] = a[i];
}
