// RUN: %differential %s
// What stands under a condition on a variable that flips, or is subscripted by one.
#include <cstdio>
#include <vector>
static double run(std::vector<double> &a, int from, int n) {
  bool odd = false, even = false;
  int q = 0, side = 1, key = 1;
  double x = 2;
  float y = 7;
  double sum = 0;
  for (int i = from; i < n; i++) {
    if (!odd)
      a[i + 1] = a[i] * 0.5 + 1;
    odd = !odd;
  }
  for (int i = from; i < n; i++) {
    if (odd)
      a[i + 2] = a[i] * 0.5 + 2;
    odd = !odd;
  }
  for (int i = n; i > from; --i) {
    if (side > 0)
      a[i + 1] = a[i] * 0.5 + 3;
    side = -side;
  }
  for (int i = from; i < n / 2; i++) {
    a[2 * i + q] = a[2 * i + 1 - q] + q;
    q = 1 - q;
  }
  for (int i = from; i < n; i++) {
    a[i + key] = i * 0.5;
    key ^= 1;
  }
  for (int i = from; i < n; i++) {
    even ^= true;
    x = 1 - x;
    if (even)
      a[i] += x;
    y = 3 - y;
    a[i] += y;
  }
  for (int k = 0; k < 3; k++)
    for (int i = from; i < n - k; i++) {
      a[i] = a[i] * x + k;
      x = 1 - x;
    }
  for (double each : a)
    sum = sum * 0.75 + each;
  return sum + odd + 2 * even + q + side + key + x + y;
}
int main() {
  for (int from : {0, 1, 2})
    for (int n : {0, 1, 2, 3, 50, 1001}) {
      std::vector<double> a(1100);
      for (int i = 0; i < 1100; ++i)
        a[i] = i % 7;
      std::printf("%.9f\n", run(a, from, n));
    }
}
