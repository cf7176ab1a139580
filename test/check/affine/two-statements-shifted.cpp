// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000], c[1000];
void f(int n) {
  // loomp: serial carried-flow-dependence -- i=1 writes a[1], i=2 reads it for b[2]
  for (int i = 1; i < n; i++) {
    a[i] = c[i];
    b[i] = a[i - 1];
  }
}
