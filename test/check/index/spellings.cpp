// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  int i;
  // loomp: parallel
  for (i = 0; n > i; ++i)
    a[i] = 1;
  // loomp: parallel
  for (i = 1; i <= n; i = i + 2)
    a[i] = 2;
  // loomp: parallel
  for (i = n; i > 0; i -= 3)
    a[i] = 3;
  // loomp: parallel
  for (i = 0; i != n; i = 1 + i)
    a[i] = 4;
}
