// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
unsigned f(const unsigned *a, int n) {
  unsigned x = ~0u, y = 0, z = 0;
  // loomp: parallel reduction(&:x) reduction(|:y) reduction(^:z)
  for (int i = 0; i < n; i++) {
    x &= a[i];
    y = y | a[i];
    z ^= a[i];
  }
  return x + y + z;
}
