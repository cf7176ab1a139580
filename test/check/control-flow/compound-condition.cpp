// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  // loomp: not-parallel -- the loop ends at the first element that is not positive
  for (int i = 0; i < n && a[i] > 0; i++)
    a[i] = -a[i];
}
