// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int f(const int *a, int n) {
  int s = 0;
  // loomp: not-parallel -- 200, 100, -250: serial 5, but grouped as (100 - 250) + 200 it is 50
  for (int i = 0; i < n; i++) {
    s += a[i];
    if (s > 255)
      s = 255;
  }
  return s;
}
