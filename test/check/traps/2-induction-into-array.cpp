// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double &x, double *a, int n) {
  // loomp: parallel assuming(no-alias) -- x may be a[1]: i=1 overwrites the x that i=2 continues from
  for (int i = 0; i < n; i++) {
    a[i] = x;
    x += 0.5;
  }
}
