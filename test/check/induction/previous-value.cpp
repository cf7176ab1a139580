// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A wrap-around variable: last is i - 1, except in the first iteration.
double a[1000], b[1000];
void f(int n) {
  int last = n - 1;
  // loomp: not-parallel -- i=1 reads the last that i=0 assigned
  for (int i = 0; i < n; i++) {
    b[i] = a[last];
    last = i;
  }
}
