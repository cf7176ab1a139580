// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *a, int n, int m) {
  int pitch = m + 2;
  // loomp: parallel -- rows are wider than m
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int j = 0; j < m; j++)
      a[i * pitch + j + 1] = i - j;
}
