// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[100][100], b[100][100], c[100][100];
void f() {
  // loomp: parallel
  for (int i = 0; i < 100; i++)
    // loomp: parallel atomic(+:c) -- every k adds to the same row c[i]
    for (int k = 0; k < 100; k++)
      // loomp: parallel
      for (int j = 0; j < 100; j++)
        c[i][j] += a[i][k] * b[k][j];
}
