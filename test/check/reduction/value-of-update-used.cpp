// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
double f() {
  double s = 0;
  // loomp: not-parallel -- the value of the assignment is the sum so far
  for (int i = 0; i < 1000; i++)
    b[i] = s += a[i];
  return s;
}
