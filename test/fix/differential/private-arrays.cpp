// RUN: %differential %s
#include <cstdio>
static double a[2000], b[2000];
int main() {
  double w[8], keep[8] = {};
  for (int i = 0; i < 2000; i++)
    a[i] = i % 37;
  for (int i = 0; i + 8 <= 2000; i++) {
    for (int k = 0; k < 8; k++)
      w[k] = a[i + k] * (k + 1);
    b[i] = w[0] - w[7] + w[3] * w[4];
  }
  for (int i = 0; i + 8 <= 2000; i++) {
    for (int k = 0; k < 7 - i % 2; k++)
      keep[k] = a[i + k];
    b[i] += keep[6] + keep[5];
  }
  double s = 0;
  for (int i = 0; i < 2000; i++)
    s += b[i] * (i % 3);
  std::printf("%g %g\n", s, keep[6]);
}
