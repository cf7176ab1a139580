// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[100][100], b[100][100];
void f() {
  // loomp: parallel -- row i of a only depends on row i
  for (int i = 0; i < 100; i++)
    // loomp: not-parallel -- j=0 overwrites a[i][0], which j=1 reads
    for (int j = 0; j < 100; j++) {
      double s = 0;
      // loomp: parallel reduction(+:s)
      for (int k = 0; k < 100; k++)
        s += a[i][k] * b[k][j];
      a[i][j] = s;
    }
}
