// RUN: %loomp check --format=json %s -- -std=c17 | %verdicts %s
double f(int n, double a[n][n]) {
  double s = 0;
  // loomp: parallel reduction(+:s)
  for (int i = 0; i < n; i++)
    // loomp: parallel reduction(+:s)
    for (int j = 0; j < n; j++)
      s += a[i][j];
  return s;
}
