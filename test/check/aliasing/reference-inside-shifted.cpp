// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1001];
void f(int n) {
  // loomp: serial carried-anti-dependence -- r is a[i+1]: i=0 reads a[1], i=1 writes it
  for (int i = 0; i < n; i++) {
    const double &r = a[i + 1];
    a[i] = r;
  }
}
