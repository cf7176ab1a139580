// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  // loomp: not-parallel -- OpenMP wants a constant step
  for (int i = 1; i < n; i *= 2)
    a[i] = 0;
}
