// RUN: %differential %s
#include <cstdio>
#include <vector>
int main() {
  int n = 60;
  std::vector<double> a(n * n), b(n * n), c(n * n);
  for (int i = 0; i < n * n; i++) {
    a[i] = i % 13;
    b[i] = i % 7;
  }
  for (int i = 0; i < n; i++)
    for (int k = 0; k < n; k++)
      for (int j = 0; j < n; j++)
        c[i * n + j] += a[i * n + k] * b[k * n + j];
  double s = 0;
  for (int i = 0; i < n; i++)
    for (int j = 0; j <= i; j++)
      s += c[i * n + j] * (i - j);
  std::printf("%g\n", s);
}
