// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double m[100][100], r[100];
void f() {
  double s;
  // loomp: parallel private(s) -- s starts anew in every row
  for (int i = 0; i < 100; i++) {
    s = 0;
    // loomp: parallel reduction(+:s)
    for (int j = 0; j < 100; j++)
      s += m[i][j];
    r[i] = s;
  }
}
