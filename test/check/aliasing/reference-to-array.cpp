// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f() {
  double(&r)[1000] = a;
  // loomp: serial carried-flow-dependence -- r is a: i=1 writes a[1], i=2 reads it
  for (int i = 1; i < 1000; i++)
    r[i] = a[i - 1];
}
