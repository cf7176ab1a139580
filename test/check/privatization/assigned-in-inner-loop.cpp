// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1000], b[1000], len[1000];
void f(int n) {
  int t = 0;
  // loomp: not-parallel -- where len[i] is 0, t keeps the value of an earlier iteration
  for (int i = 0; i < n; i++) {
    // loomp: parallel lastprivate(t)
    for (int j = 0; j < len[i]; j++)
      t = a[j];
    b[i] = t;
  }
}
