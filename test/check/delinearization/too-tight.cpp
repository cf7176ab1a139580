// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *a, int n, int m) {
  int pitch = m - 1;
  // loomp: not-parallel -- a[m - 1] is the last of row 0 and the first of row 1
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int j = 0; j < m; j++)
      a[i * pitch + j] = i - j;
}
