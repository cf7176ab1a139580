// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  // loomp: not-parallel -- the bound is lowered each time it is tested
  for (int i = 0; i < n--; i++)
    a[i] = 0;
}
