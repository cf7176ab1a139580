// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n) {
  double x = 0;
  // loomp: serial carried-flow-dependence -- a prefix sum: i=1 stores the x that i=0 advanced
  for (int i = 0; i < n; i++) {
    a[i] = x;
    x += b[i];
  }
}
