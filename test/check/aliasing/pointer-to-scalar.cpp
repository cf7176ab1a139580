// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int b[1000];
void f(int n) {
  int t = 0;
  int *p = &t;
  // One copy stands for both names.
  // loomp: parallel lastprivate(pLocal)
  for (int i = 0; i < n; i++) {
    *p = i;
    b[i] = t;
  }
}
