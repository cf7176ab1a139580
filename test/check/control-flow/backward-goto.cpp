// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  int k = 0;
  // loomp: not-parallel -- the hidden loop goes on from the k that the iteration before left
  for (int i = 0; i < n; i++) {
  again:
    a[k] += 1;
    if (++k % 10 != 0)
      goto again;
  }
}
