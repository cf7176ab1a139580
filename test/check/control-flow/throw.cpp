// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  // loomp: not-parallel -- the exception must leave the loop; later iterations must not run
  for (int i = 0; i < n; i++) {
    if (a[i] < 0)
      throw 1;
    a[i] *= 2;
  }
}
