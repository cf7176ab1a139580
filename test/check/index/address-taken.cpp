// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  int i;
  int *p = &i;
  // loomp: not-parallel -- *p is the i of the function, not a thread's own
  for (i = 0; i < n; i++)
    a[*p] = i;
}
