// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[100][100];
void f() {
  // loomp: not-parallel -- k=0 updates a[1][1], the pivot of k=1
  for (int k = 0; k < 100; k++)
    // loomp: parallel -- row i is written, row k < i is read
    for (int i = k + 1; i < 100; i++) {
      a[i][k] /= a[k][k];
      // loomp: parallel
      for (int j = k + 1; j < 100; j++)
        a[i][j] -= a[i][k] * a[k][j];
    }
}
