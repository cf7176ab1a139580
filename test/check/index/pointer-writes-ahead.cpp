// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1001];
void f(int n) {
  double *end = a + n;
  // loomp: not-parallel -- p[1] of one iteration is *p of the next
  for (double *p = a; p < end; ++p)
    p[1] = *p;
}
