// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *a, int n, int m) {
  // loomp: not-parallel -- m shrinks: row 1 of the narrower matrix begins inside row 0 of the wider
  for (int i = 0; i < n; i++) {
    // loomp: parallel
    for (int j = 0; j < m; j++)
      a[i * m + j] = i;
    m--;
  }
}
