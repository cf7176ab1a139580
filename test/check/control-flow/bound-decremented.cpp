// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  // The two meet in the middle.
  // loomp: parallel induction(n)
  for (int i = 0; i < n; i++) {
    a[i] = 0;
    n--;
  }
}
