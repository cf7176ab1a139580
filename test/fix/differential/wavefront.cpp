// RUN: %differential %s
// Only the loops that fill and sum may change.
#include <cstdio>
static double a[120][120];
int main() {
  for (int i = 0; i < 120; i++)
    for (int j = 0; j < 120; j++)
      a[i][j] = (i + 2 * j) % 5;
  for (int i = 1; i < 120; i++)
    for (int j = 1; j < 120; j++)
      a[i][j] = 0.3 * a[i - 1][j] + 0.6 * a[i][j - 1] + a[i][j];
  for (int i = 1; i < 120; i++)
    for (int j = 1; j < 119; j++)
      a[i][j] += 0.1 * a[i - 1][j + 1];
  double s = 0;
  for (int i = 0; i < 120; i++)
    for (int j = 0; j < 120; j++)
      s += a[i][j];
  std::printf("%.9g\n", s);
}
