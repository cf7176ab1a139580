// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// Loops that OpenMP cannot count before they run.
void multiplied(int n, double *a) {
  // loomp: not-parallel non-canonical-loop -- the step is no constant
  for (int i = 1; i < n; i *= 2)
    a[i] = 0.0;
}

void floating(double *a) {
  int i = 0;
  // loomp: not-parallel non-canonical-loop -- an index of type double
  for (double x = 0.0; x < 1.0; x += 0.125)
    a[i++] = x;
}

void twoConditions(int n, int m, double *a, const double *b) {
  // loomp: not-parallel non-canonical-loop -- OpenMP wants one comparison, and b is data
  for (int i = 0; i < n && b[i] < m; i++)
    a[i] = 0.0;
}

void canonical(int n, double *a) {
  // loomp: parallel
  for (int i = 3; i <= n; i += 4)
    a[i] = 0.0;
}
