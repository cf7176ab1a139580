// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[2000];
void f(int n) {
  // loomp: parallel -- writes even elements, reads odd ones
  for (int i = 0; i < n; i++)
    a[2 * i] = a[2 * i + 1];
}
