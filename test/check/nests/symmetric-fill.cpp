// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[100][100];
void f() {
  // loomp: parallel -- the pair (i, j), (j, i) is written by i only
  for (int i = 0; i < 100; i++)
    // loomp: parallel
    for (int j = 0; j <= i; j++)
      a[i][j] = a[j][i] = i + j;
}
