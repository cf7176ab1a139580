// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  double *p = a + 1;
  // loomp: serial carried-flow-dependence -- i=0 writes a[1], i=1 reads it
  for (int i = 0; i < n; i++)
    p[i] = a[i];
}
