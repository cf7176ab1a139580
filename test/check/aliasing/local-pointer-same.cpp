// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  double *p = a;
  // loomp: serial carried-flow-dependence -- p is a: i=1 writes a[1], i=2 reads it
  for (int i = 1; i < n; i++)
    p[i] = a[i - 1];
}
