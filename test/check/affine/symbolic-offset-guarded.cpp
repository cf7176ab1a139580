// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n, int m) {
  if (m >= n) {
    // loomp: parallel -- m >= n, so every write lies above every read
    for (int i = 0; i < n; i++)
      a[i + m] = a[i];
  }
}
