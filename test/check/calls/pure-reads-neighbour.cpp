// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
static double left(int i) { return a[i - 1]; }
void f(int n) {
  // loomp: not-parallel -- left(2) reads a[1], which i=1 wrote
  for (int i = 1; i < n; i++)
    a[i] = left(i) * 0.5;
}
