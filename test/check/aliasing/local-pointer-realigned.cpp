// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  double *p = a + 1;
  // loomp: parallel -- p[i - 1] is a[i]
  for (int i = 1; i < n; i++)
    p[i - 1] = a[i] * 2;
}
