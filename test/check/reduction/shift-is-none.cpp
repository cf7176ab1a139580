// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
unsigned f(const unsigned *a, int n) {
  unsigned x = 0;
  // loomp: not-parallel -- each step shifts what the earlier ones left
  for (int i = 0; i < n; i++)
    x = x << 1 | (a[i] & 1);
  return x;
}
