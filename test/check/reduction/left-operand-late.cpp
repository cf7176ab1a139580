// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int s;
static int spoil(int v) {
  s = 0;
  return v;
}
int f(const int *a, int n) {
  // loomp: not-parallel -- spoil() clears s first (C++17): s is the last element, no sum
  for (int i = 0; i < n; i++)
    s += spoil(a[i]);
  return s;
}
