// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n) {
  double c[1001] = {};
  // loomp: not-parallel -- i=0 may write c[1], as i=1 may
  for (int i = 0; i < n; i++)
    (a[i] > 0 ? c[i] : c[i + 1]) = b[i];
  a[0] = c[n];
}
