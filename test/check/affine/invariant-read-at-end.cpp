// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  // loomp: parallel peeled(last) -- all read a[n-1], which i=n-1 overwrites
  for (int i = 0; i < n; i++)
    a[i] = a[n - 1] + 1;
}
