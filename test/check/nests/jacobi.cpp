// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[100][100], b[100][100];
void f(int steps) {
  // loomp: not-parallel -- step 0 writes b and a, which step 1 reads
  for (int t = 0; t < steps; t++) {
    // loomp: parallel
    for (int i = 1; i < 99; i++)
      // loomp: parallel
      for (int j = 1; j < 99; j++)
        b[i][j] = 0.25 * (a[i - 1][j] + a[i + 1][j] + a[i][j - 1] + a[i][j + 1]);
    // loomp: parallel
    for (int i = 1; i < 99; i++)
      // loomp: parallel
      for (int j = 1; j < 99; j++)
        a[i][j] = b[i][j];
  }
}
