// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double newton(double x) {
  double y = x, old;
  // loomp: not-parallel -- each step starts from the last y
  do {
    old = y;
    y = 0.5 * (y + x / y);
  } while (old - y > 1e-12);
  return y;
}
