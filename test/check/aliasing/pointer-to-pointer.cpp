// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double **rows, int n, int m) {
  // loomp: not-parallel -- rows[0] == rows[1] is possible: i=0 and i=1 write the same elements
  for (int i = 0; i < n; i++)
    // loomp: parallel -- within one row j separates the elements
    for (int j = 0; j < m; j++)
      rows[i][j] = i + j;
}
