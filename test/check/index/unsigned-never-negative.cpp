// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(unsigned n) {
  // loomp: not-parallel -- only the break ends the loop in time
  for (unsigned i = n; i + 1 > 0; i--) {
    a[i] = 1;
    if (i == 0)
      break;
  }
}
