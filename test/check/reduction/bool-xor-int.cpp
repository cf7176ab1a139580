// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
bool f(const int *a, int n) {
  bool odd = false;
  // loomp: not-parallel -- (bool)(true ^ 2) is true: with 2, 2 serial true, two partial sums false
  for (int i = 0; i < n; i++)
    odd ^= a[i];
  return odd;
}
