// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  // loomp: serial carried-anti-dependence -- i=0 reads a[n-1], i=n-1 overwrites it
  for (int i = 0; i < n; i++)
    a[i] = a[n - 1] + 1;
}
