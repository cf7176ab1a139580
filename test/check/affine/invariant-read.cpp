// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  // loomp: parallel -- a[0] is read only, writes begin at a[1]
  for (int i = 1; i < n; i++)
    a[i] = a[0];
}
