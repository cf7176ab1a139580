// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  const int m = 3;
  // loomp: serial carried-flow-dependence -- i=0 writes a[3], i=3 reads it
  for (int i = 0; i < n; i++)
    a[i + m] = a[i];
}
