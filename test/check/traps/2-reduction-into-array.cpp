// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Trap 2: called as f(b[2], b, 4) the serial sum reads itself. An `if` clause falls back to one
// thread but keeps the reduction's private copy; a choice between two versions of the loop is sound.
void f(double &s, const double *a, int n) {
  // loomp: parallel reduction(+:s) assuming(no-alias)
  for (int i = 0; i < n; i++)
    s += a[i];
}
double g() {
  double b[4] = {1, 1, 1, 1};
  f(b[2], b, 4);
  return b[2];
}
