// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double m[10][100];
void f() {
  double t = 0;
  // loomp: not-parallel -- the inner bound depends on the rounding of t
  for (int i = 0; i < 10; i++) {
    // loomp: parallel
    for (int j = 0; j < (int)(10 * t); j++)
      m[i][j] = 1;
    t += 0.7;
  }
}
