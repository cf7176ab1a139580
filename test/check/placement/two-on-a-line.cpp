// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n) {
  // loomp: parallel; serial carried-flow-dependence -- i=1 writes a[1], i=2 reads it
  for (int i = 0; i < n; i++) a[i] = b[i]; for (int i = 1; i < n; i++) a[i] = a[i - 1];
}
