// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n) {
  int k = 0;
  // loomp: not-parallel -- k starts again at 0: i=0 and a later iteration both write a[0]
  for (int i = 0; i < n; i++) {
    a[k] = b[i];
    k++;
    if (k == 10)
      k = 0;
  }
}
