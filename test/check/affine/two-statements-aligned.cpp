// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000], c[1000];
void f(int n) {
  // loomp: parallel -- a[i] is written and read in the same iteration
  for (int i = 0; i < n; i++) {
    a[i] = c[i];
    b[i] = a[i] + 1;
  }
}
