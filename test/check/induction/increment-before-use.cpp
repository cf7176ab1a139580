// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double pi(long n) {
  double step = 1.0 / n, sum = 0.0, x = -0.5 * step;
  // loomp: parallel reduction(+:sum) induction(x) -- in iteration i x is x0 + (i + 1) * step
  for (long i = 0; i < n; i++) {
    x += step;
    sum += 4.0 / (1.0 + x * x);
  }
  return step * sum;
}
