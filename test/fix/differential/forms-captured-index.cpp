// RUN: %differential %s
// The index of a loop in a lambda is read by the function around it.
#include <cstdio>
static double a[1000];
int main() {
  int i = 3, n = 700;
  auto fill = [&] {
    for (i = 5; i < n; i++)
      a[i] = i;
  };
  fill();
  auto more = [&] {
    while (i < 900) {
      a[i] = 2 * i;
      ++i;
    }
  };
  more();
  double s = 0;
  for (int k = 0; k < 1000; k++)
    s += a[k];
  std::printf("%d %g\n", i, s);
}
