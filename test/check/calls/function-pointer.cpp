// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(double (*g)(double), int n) {
  // loomp: not-parallel -- g may be any function
  for (int i = 0; i < n; i++)
    a[i] = g(a[i]);
}
