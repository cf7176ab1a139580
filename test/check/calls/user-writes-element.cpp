// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
static void set(double *p, int k, double v) { p[k] = v; }
double a[1000];
void f(int n) {
  // loomp: parallel -- set writes a[i]
  for (int i = 0; i < n; i++)
    set(a, i, i * 0.5);
}
