// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n) {
  int k = 5;
  // loomp: parallel induction(k) -- the for-increment is reached by `continue` too
  for (int i = 0; i < n; i++, k++) {
    if (b[i] < 0)
      continue;
    a[k] = b[i];
  }
}
