// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n) {
  int k = 0;
  // loomp: not-parallel -- 1 in one branch, 2 in the other: no function of i
  for (int i = 0; i < n; i++) {
    a[k] = b[i];
    if (b[i] > 0)
      k += 1;
    else
      k += 2;
  }
}
