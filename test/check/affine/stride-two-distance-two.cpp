// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1001];
void f(int n) {
  // loomp: serial carried-flow-dependence -- i=2 writes a[2], i=4 reads it
  for (int i = 2; i < n; i += 2)
    a[i] = a[i - 2];
}
