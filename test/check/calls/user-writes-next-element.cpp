// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
static void set(double *p, int k, double v) { p[k + 1] = v; }
double a[1001];
void f(int n) {
  // loomp: not-parallel -- set writes a[i+1], which the next iteration reads
  for (int i = 0; i < n; i++)
    set(a, i, a[i]);
}
