// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f() {
  // loomp: serial carried-flow-dependence -- i=1 writes a[1], i=2 reads it
  for (int i = 1; i < 1000; i++)
    a[i] = a[i - 1] * 0.5;
}
