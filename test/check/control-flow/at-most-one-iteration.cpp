// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1000];
void f(int x) {
  int n = x > 3 ? 0 : 1;
  // loomp: unknown carried-flow-dependence on(a) -- i=1, which would read a[1], never runs
  for (int i = 0; i < n; i++)
    a[i + 1] = a[i] + 1;
}
