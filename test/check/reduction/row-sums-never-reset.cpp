// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double m[100][100], r[100];
void f() {
  double s = 0;
  // loomp: serial carried-flow-dependence -- i=0 leaves its sum in s, i=1 adds to it and stores it
  for (int i = 0; i < 100; i++) {
    // loomp: parallel reduction(+:s)
    for (int j = 0; j < 100; j++)
      s += m[i][j];
    r[i] = s;
  }
}
