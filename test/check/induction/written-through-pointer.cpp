// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n) {
  int k = 0;
  int *p = &k;
  // loomp: not-parallel -- k also changes through p; no text names both steps
  for (int i = 0; i < n; i++) {
    a[k] = b[i];
    k++;
    *p += 1;
  }
}
