// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[2001];
void f() {
  int k = 0;
  // loomp: not-parallel -- k = k++ leaves k as it was (C++17): every iteration writes a[0]
  for (int i = 0; i < 1000; i++) {
    a[k] = i;
    k = k++;
  }
}
