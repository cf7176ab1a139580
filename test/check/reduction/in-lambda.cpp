// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A lambda in the text of the loop captures the copy of the thread.
double own(const double *v, int n) {
  double sum = 0.0;
  // loomp: parallel reduction(+:sum)
  for (int i = 0; i < n; i++) {
    auto add = [&](double y) { sum += y * y; };
    add(v[i]);
  }
  return sum;
}

double byCopy(const double *v, int n) {
  double sum = 0.0, last = 0.0;
  // loomp: not-parallel -- reads the sum so far
  for (int i = 0; i < n; i++) {
    auto add = [sum](double y) mutable { return sum += y; };
    last = add(v[i]);
    sum += v[i];
  }
  return last;
}

double used(const double *v, double *w, int n) {
  double sum = 0.0;
  // loomp: not-parallel -- w[i] is the sum so far
  for (int i = 0; i < n; i++) {
    auto add = [&](double y) { return sum += y * y; };
    w[i] = add(v[i]);
  }
  return sum;
}

double outside(const double *v, int n) {
  double sum = 0.0;
  auto add = [&](double y) { sum += y * y; };
  // loomp: serial carried-flow-dependence on(sum) -- the closure holds the sum outside
  for (int i = 0; i < n; i++)
    add(v[i]);
  return sum;
}

double captureOfReference(const double *v, int n) {
  double total = 0.0, &sum = total;
  // loomp: not-parallel -- a clause would rename sum, not what it refers to
  for (int i = 0; i < n; i++) {
    auto add = [&sum](double y) { sum += y * y; };
    add(v[i]);
  }
  return total;
}
