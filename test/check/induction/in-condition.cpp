// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[2001];
void f(int n) {
  int k = 0;
  // loomp: not-parallel -- k++ only runs where the left operand is true
  for (int i = 0; i < n; i++) {
    if (a[i] > 0 && a[k++] > 0)
      a[i] = k;
  }
}
