// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  // loomp: serial carried-flow-dependence -- p[-1] is a[i-1]
  for (int i = 1; i < n; i++) {
    double *p = a + i;
    *p = p[-1] + 1;
  }
}
