// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double m[100][100];
void f() {
  double *flat = &m[0][0];
  // loomp: not-parallel -- flat[100 + j] is m[1][j]: i=1 writes it, i=2 reads it
  for (int i = 1; i < 100; i++)
    // loomp: parallel
    for (int j = 0; j < 100; j++)
      flat[i * 100 + j] = m[i - 1][j];
}
