// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  // loomp: parallel -- k is i again
  for (int i = 1; i < n; i++) {
    int j = i - 1;
    int k = j + 1;
    a[k] = a[k] * 2;
  }
}
