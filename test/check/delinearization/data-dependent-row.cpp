// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *a, const int *row, int n, int m) {
  // loomp: not-parallel -- row[0] == row[1] is possible
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int j = 0; j < m; j++)
      a[row[i] * m + j] = i;
}
