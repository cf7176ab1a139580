// RUN: %differential %s
#include <cstdio>
#include <utility>
#include <vector>
int main() {
  const int n = 50, m = 70;
  std::vector<double> a(n * m), b(n * m);
  for (int i = 0; i < n; i++)
    for (int j = 0; j < m; j++)
      a[i * m + j] = b[i * m + j] = (i * 3 + j * 5) % 11;
  for (int t = 0; t < 20; t++) {
    for (int i = 1; i < n - 1; i++)
      for (int j = 1; j < m - 1; j++)
        b[i * m + j] =
            0.25 * (a[(i - 1) * m + j] + a[(i + 1) * m + j] + a[i * m + j - 1] + a[i * m + j + 1]);
    std::swap(a, b);
  }
  double s = 0;
  for (int i = 0; i < n * m; i++)
    s += a[i] * (i % 3);
  std::printf("%.9g\n", s);
}
