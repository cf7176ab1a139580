// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *a, const int *idx, int n) {
  // loomp: parallel -- a store to a double cannot change an int
  for (int i = 0; i < n; i++)
    a[i] = idx[i + 1];
}
