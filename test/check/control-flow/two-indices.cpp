// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  // loomp: parallel induction(j)
  for (int i = 0, j = n - 1; i < j; i++, j--)
    a[i] += a[j];
}
