// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n) {
  // loomp: serial carried-flow-dependence -- i=0 writes a[0], i=1 reads it
  for (int i = 0; i < n; i++) {
    if (i == 0)
      a[0] = b[0];
    else
      b[i] = a[0];
  }
}
