// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  // loomp: not-parallel -- where i=1 stands depends on a[0]
  for (int i = 0; i < n; i++) {
    if (a[i] < 0)
      i++;
    a[i] = 0;
  }
}
