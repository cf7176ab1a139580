// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[100][100];
void f() {
  // loomp: not-parallel -- i=0 j=1 and i=1 j=0 swap the same pair
  for (int i = 0; i < 100; i++)
    // loomp: parallel -- row i and column i meet in a[i][i] only
    for (int j = 0; j < 100; j++) {
      double t = a[i][j];
      a[i][j] = a[j][i];
      a[j][i] = t;
    }
}
