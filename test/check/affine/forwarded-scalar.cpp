// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  // loomp: serial carried-flow-dependence -- k is i - 1: i=1 writes a[1], i=2 reads it
  for (int i = 1; i < n; i++) {
    int j = i;
    int k = j - 1;
    a[j] = a[k];
  }
}
