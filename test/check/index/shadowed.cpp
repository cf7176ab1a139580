// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  // loomp: not-parallel -- the subscript is the inner i, which is always 0
  for (int i = 0; i < n; i++) {
    int k = i;
    {
      int i = 0;
      a[i] = k;
    }
  }
}
