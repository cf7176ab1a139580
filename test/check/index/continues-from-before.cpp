// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n) {
  int i;
  // loomp: parallel
  for (i = 0; i < n / 2; i++)
    a[i] = 1;
  // loomp: not-parallel -- without an initialization OpenMP has no form for it
  for (; i < n; i++)
    a[i] = 2;
}
