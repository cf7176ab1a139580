// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
static double total(const double *p, int n) {
  double s = 0;
  // loomp: parallel reduction(+:s)
  for (int j = 0; j < n; j++)
    s += p[j];
  return s;
}
double a[1000];
void f(int n) {
  // loomp: not-parallel -- i=1 sums over a[0], which i=0 overwrote
  for (int i = 0; i < n; i++)
    a[i] = total(a, n);
}
