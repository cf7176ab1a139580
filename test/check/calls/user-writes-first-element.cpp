// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
static void set(double *p, double v) { *p = v; }
double a[1000];
void f(int n) {
  // loomp: not-parallel -- every iteration writes a[0]
  for (int i = 0; i < n; i++)
    set(a, i);
}
