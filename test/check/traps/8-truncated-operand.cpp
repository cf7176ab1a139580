// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int f(const double *a, int n) {
  int p = 0;
  // loomp: parallel reduction(+:p) -- here the operand is truncated, the sum itself is one of ints
  for (int i = 0; i < n; i++)
    p += (int)a[i];
  return p;
}
