// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *a, int n) {
  // loomp: parallel -- writes a[n..2n-1], reads a[0..n-1]
  for (int i = 0; i < n; i++)
    a[i + n] = a[i];
}
