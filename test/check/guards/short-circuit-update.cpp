// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1000], b[1000];
void f(int n) {
  int k = 0;
  // loomp: not-parallel -- k advances only where a[i] > 0
  for (int i = 0; i < n; i++)
    b[i] = a[i] > 0 && k++ > 3;
}
