// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[100][100], b[100][100];
void f() {
  // loomp: parallel
  for (int i = 0; i < 100; i++)
    // loomp: parallel
    for (int j = 0; j < 100; j++)
      b[j][i] = a[i][j];
}
