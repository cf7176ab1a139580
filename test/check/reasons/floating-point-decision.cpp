// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// A rounding error must not decide anything.
void compared(int n, double step, int *inside) {
  double t = 0.0;
  // loomp: not-parallel floating-point-decision on(t) -- ten times 0.1 is less than 1
  for (int i = 0; i < n; i++) {
    inside[i] = t < 1.0;
    t += step;
  }
}

void converted(int n, double step, int *digit) {
  double t = 0.0;
  // loomp: not-parallel floating-point-decision on(t) -- 0.99999 and 1.0 become 0 and 1
  for (int i = 0; i < n; i++) {
    digit[i] = static_cast<int>(t);
    t += step;
  }
}

void subscript(int n, double step, const double *table, double *a) {
  double t = 0.0;
  // loomp: not-parallel floating-point-decision on(t) -- another element of the table
  for (int i = 0; i < n; i++) {
    a[i] = table[static_cast<int>(t)];
    t += step;
  }
}

void stored(int n, double step, double *a) {
  double t = 0.0;
  // loomp: parallel induction(t)
  for (int i = 0; i < n; i++) {
    a[i] = t;
    t += step;
  }
}
