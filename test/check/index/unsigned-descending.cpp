// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(unsigned n) {
  // loomp: not-parallel -- the test changes i: OpenMP has no form for it
  for (unsigned i = n; i-- > 0;)
    a[i] = 1;
}
