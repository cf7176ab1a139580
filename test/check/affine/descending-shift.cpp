// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *a, int n) {
  // loomp: serial carried-anti-dependence -- i=2 reads a[2], the later i=1 overwrites a[2]
  for (int i = n - 2; i >= 0; i--)
    a[i + 1] = a[i];
}
