// RUN: %differential %s
#include <cstdio>
static double a[20000];
int main() {
  double scale = 3;
  auto times = [scale](double x) { return scale * x; };
  int i, sum = 0;
  auto current = [&] { return i; };
  for (i = 0; i < 20000; i++)
    a[i] = times(i) + current();
  auto fill = [&](int n, double v) {
    for (int k = 0; k < n; k++)
      a[k] += v;
    for (int k = 1; k < n; k++)
      a[k] += a[k - 1] * 0.5;
  };
  fill(20000, 2);
  auto number = [k = 0]() mutable { return k++; };
  for (int j = 0; j < 20000; j++)
    a[j] += number() % 7;
  for (int j = 0; j < 20000; j++)
    sum += a[j] > 100;
  std::printf("%d %d %.9g\n", sum, i, a[19999]);
}
