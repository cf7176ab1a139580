// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
static double &at(double *p, int k) { return p[k]; }
double a[1001];
void f(int n) {
  // loomp: not-parallel -- i=0 writes a[1], i=1 reads it
  for (int i = 0; i < n; i++)
    at(a, i + 1) = at(a, i);
}
