// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[3000], b[1000];
void f(int n) {
  int k = 0;
  // loomp: parallel induction(k) -- k is 3 * i
  for (int i = 0; i < n; i++) {
    a[k] = b[i];
    k += 3;
  }
}
