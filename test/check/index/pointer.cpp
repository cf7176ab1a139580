// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  double *end = a + n;
  // loomp: parallel
  for (double *p = a; p < end; ++p)
    *p *= 2;
}
