// RUN: %differential %s
// Side effects within one expression, in C++17's order.
#include <cstdio>
static int a[4001], b[4000], c[4000];
int main() {
  for (int i = 0; i < 4000; i++)
    b[i] = i % 97;
  int k = 0;
  for (int i = 0; i < 2000; i++) {
    a[i] = b[k++];
    c[i] = k;
  }
  int j = 0, m;
  for (int i = 0; i < 2000; i++) {
    m = (j += 2, j - 1);
    c[m] += a[i];
  }
  int n = 3;
  for (int i = 0; i < 2000; i++)
    c[i] += n++ * 2;
  int p = 100;
  for (int i = 0; i < 2000; i++)
    c[i] += --p;
  long s = 0;
  for (int i = 0; i < 4000; i++)
    s += (long)c[i] * (i % 11);
  std::printf("%ld %d %d %d %d %d\n", s, k, j, m, n, p);
}
