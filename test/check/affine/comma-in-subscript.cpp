// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  int t;
  // loomp: not-parallel -- the subscript is i - 1: i=1 writes a[1], i=2 reads it
  for (int i = 1; i < n; i++)
    a[i] = a[(t = i - 1, t)];
}
