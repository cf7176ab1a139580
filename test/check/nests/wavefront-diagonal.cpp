// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[100][100];
void f() {
  // loomp: serial carried-flow-dependence -- i=1 writes a[1][1], i=2 reads it
  for (int i = 1; i < 100; i++)
    // loomp: parallel -- everything read lies in the row above
    for (int j = 1; j < 99; j++)
      a[i][j] = a[i - 1][j - 1] + a[i - 1][j + 1];
}
