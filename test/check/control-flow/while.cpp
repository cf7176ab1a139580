// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  // loomp: not-parallel -- no `for` loop; the number of iterations depends on a
  while (n > 0 && a[n] > 0)
    a[n--] = 0;
}
