// RUN: %differential %s --args "5000|0"
#include <cstdio>
#include <cstdlib>
static int a[20000], b[20000];
int main(int, char **argv) {
  int n = std::atoi(argv[1]);
  for (int i = 0; i < 20000; i++)
    b[i] = i % 31;
  int k = 0;
  for (int i = 0; i < n; i++)
    a[k++] = b[i];
  std::printf("%d\n", k);
  for (int i = 0; i < n; i++, k += 2)
    a[k] = b[i] + 1;
  std::printf("%d\n", k);
  for (int i = 0; i < n; i++)
    a[--k] += b[i];
  std::printf("%d\n", k);
  long big = 1L << 40;
  for (int i = 3; i < n; i += 3) {
    a[i] += big % 7;
    big -= 1000000007;
  }
  std::printf("%ld\n", big);
  unsigned char c = 250;
  for (int i = 0; i < 200; i++) {
    a[i] ^= c;
    c += 3;
  }
  std::printf("%d\n", c);
  long s = 0;
  for (int i = 0; i < 20000; i++)
    s += (long)a[i] * (i % 13);
  std::printf("%ld\n", s);
}
