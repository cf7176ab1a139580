// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[100][100];
void f() {
  // loomp: parallel
  for (int i = 0; i < 100; i++)
    // loomp: parallel
    for (int j = i; j < 100; j++)
      a[i][j] = i + j;
}
