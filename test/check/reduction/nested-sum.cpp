// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double m[100][100];
double f() {
  double s = 0;
  // loomp: parallel reduction(+:s)
  for (int i = 0; i < 100; i++)
    // loomp: parallel reduction(+:s)
    for (int j = 0; j < 100; j++)
      s += m[i][j];
  return s;
}
