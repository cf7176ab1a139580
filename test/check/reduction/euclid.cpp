// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int gcd(int a, int b) { return b == 0 ? a : gcd(b, a % b); }
int f(const int *a, int n) {
  int g = 0;
  // loomp: not-parallel -- i=1 continues from the g of i=0
  for (int i = 0; i < n; i++)
    g = gcd(g, a[i]);
  return g;
}
