// RUN: %differential %s --args "1000|-3"
// The index after the loop for every way to spell one.
#include <cstdio>
#include <cstdlib>
static long a[2000];
int main(int, char **argv) {
  int n = std::atoi(argv[1]), i;
  long l;
  unsigned u, m = n < 0 ? 0 : n;
  for (i = 0; n > i; ++i)
    a[i] += i;
  std::printf("%d\n", i);
  for (i = 1; i <= n; i = i + 7)
    a[i] += i;
  std::printf("%d\n", i);
  for (i = n - 1; i >= 0; i--)
    a[i] += i;
  std::printf("%d\n", i);
  for (i = n; i > 3; i -= 4)
    a[i] += i;
  std::printf("%d\n", i);
  for (u = 0; u < m; u += 3)
    a[u] += u;
  std::printf("%u\n", u);
  for (u = 0; u != m; u++)
    a[u] += u;
  std::printf("%u\n", u);
  for (l = -2L * n; l < 0; l += 5)
    a[-l - 1] += l;
  std::printf("%ld\n", l);
  long s = 0;
  for (i = 0; i < 2000; i++)
    s += a[i] * (i % 7);
  std::printf("%ld\n", s);
}
