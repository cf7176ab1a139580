// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[3000], b[1000];
void f(int n, int step) {
  int k = 0;
  // loomp: not-parallel -- step may be 0: every iteration writes a[0]
  for (int i = 0; i < n; i++) {
    a[k] = b[i];
    k += step;
  }
}
