// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double m[100][100];
void f() {
  int i, j;
  // loomp: parallel private(j)
  for (i = 0; i < 100; i++)
    // loomp: parallel
    for (j = 0; j < 100; j++)
      m[i][j] = i - j;
}
