// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(unsigned n) {
  // loomp: parallel -- the test changes i: the header counts, uses subtract one
  for (unsigned i = n; i-- > 0;)
    a[i] = 1;
}
