// RUN: %loomp check --format=json %s -- -std=c17 | %verdicts %s
void f(int n, double a[n][n]) {
  // loomp: not-parallel -- i=0 j=1 writes a[0][1], i=1 j=0 reads it
  for (int i = 0; i < n; i++)
    // loomp: parallel -- row i is written, column i read; they meet in a[i][i] only
    for (int j = 0; j < n; j++)
      a[i][j] = a[j][i];
}
