// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  double *end = a + n;
  // FIXME: parallel in truth; a pointer as index is not analysed
  // loomp: unknown non-canonical-loop -- the index is a pointer
  for (double *p = a; p < end; ++p)
    *p *= 2;
}
