// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int f(const int *a, int n) {
  volatile int s = 0;
  // loomp: not-parallel -- every step of a volatile sum is an effect
  for (int i = 0; i < n; i++)
    s = s + a[i];
  return s;
}
