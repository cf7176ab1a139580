// RUN: %loomp check --fp=strict --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
int b[1000];
void f(int n, double h) {
  double x = 1;
  int k = 0;
  // loomp: not-parallel strict-floating-point -- x + i * h rounds once, h + h + h at every step
  for (int i = 0; i < n; i++) {
    a[i] = x;
    x += h;
  }
  // loomp: parallel induction(k)
  for (int i = 0; i < n; i++) {
    b[i] = k;
    k += 3;
  }
}
