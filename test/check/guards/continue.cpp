// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++) {
    if (a[i] <= 0)
      continue;
    b[i] = a[i];
  }
}
