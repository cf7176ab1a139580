// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1000], b[1000];
void f(int n) {
  const int *last = &a[0];
  // loomp: not-parallel -- last stays where it is in an iteration with a[i] <= *last
  for (int i = 0; i < n; i++) {
    if (a[i] > *last)
      last = &a[i];
    b[i] = *last;
  }
}
