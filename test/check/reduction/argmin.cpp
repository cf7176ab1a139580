// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int f(const double *a, int n) {
  double m = a[0];
  int where = 0;
  // loomp: parallel selection(min:m) selection(min:where)
  for (int i = 1; i < n; i++)
    if (a[i] < m) {
      m = a[i];
      where = i;
    }
  return where;
}
