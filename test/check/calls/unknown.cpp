// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double opaque(double);
double a[1000];
void f(int n) {
  // loomp: unknown unknown-call -- opaque() may do anything, also to a
  for (int i = 0; i < n; i++)
    a[i] = opaque(a[i]);
}
