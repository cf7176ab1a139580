// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *a, int n, int m) {
  // loomp: not-parallel -- j=-1 of row 1 is a[m - 1], the last element of row 0
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int j = -1; j < m; j++)
      a[i * m + j] = i - j;
}
