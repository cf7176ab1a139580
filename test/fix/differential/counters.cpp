// RUN: %differential %s --args "500 70|0 7|300 0|300 -5|1 1"
// Variables that an iteration changes more than once: each iteration starts a copy anew.
#include <cstdio>
#include <cstdlib>
static int a[200000], b[1000];
static double d[200000];
static long sum() {
  long s = 0;
  for (int i = 0; i < 200000; i++) {
    s += (long)a[i] * (i % 1013) + (long)d[i] * (i % 911);
    a[i] = 0;
    d[i] = 0;
  }
  return s;
}
int main(int, char **argv) {
  int n = std::atoi(argv[1]), m = std::atoi(argv[2]);
  for (int i = 0; i < 1000; i++)
    b[i] = i % 31 - 15;

  int k = 0;
  for (int i = 0; i < n; i++) {
    a[k] = b[i];
    k++;
    a[k] = -b[i];
    k += 2;
  }
  std::printf("%d %ld\n", k, sum());

  k = 7;
  for (int i = 0; i < n; i++)
    for (int j = 0; j < m; j++)
      a[k++] = b[i] * 100 + j;
  std::printf("%d %ld\n", k, sum());

  unsigned long u = 3;
  for (int i = 2; i < n; i += 2) {
    for (int j = 0; j < 4; j++)
      a[u++] = b[i] * 100 + j;
    u += 3;
  }
  std::printf("%lu %ld\n", u, sum());

  k = 0;
  for (int i = 0; i < n; i++)
    for (int j = 0; j <= i; j++)
      a[k++] = b[i] * 100 + j;
  std::printf("%d %ld\n", k, sum());

  k = 0;
  for (int i = 0; i < n; i++)
    for (int j = i + 1; j < n; j++)
      a[k++] = b[i] * 100 + j;
  std::printf("%d %ld\n", k, sum());

  unsigned char c = 250;
  k = 100;
  int grow = 3;
  for (int i = n - 1; i >= 0; i--) {
    a[i] = k * 3 + c;
    k += grow;
    grow -= 2;
    c += 7;
    if (b[i] > 0)
      c++;
    else
      c += 1;
  }
  std::printf("%d %d %d %ld\n", k, grow, c, sum());

  double *p = d;
  const int *q = b;
  for (int i = 0; i < n; i++) {
    *p++ = *q;
    *p++ = -*q++;
    p += 2;
  }
  std::printf("%ld %ld %ld\n", long(p - d), long(q - b), sum());

  k = n * 2;
  for (int i = 0; i < n; i++, k -= 3) {
    a[--k + 3000] += i;
    k += 2;
  }
  std::printf("%d %ld\n", k, sum());

  unsigned wrapping = 4294967290u;
  for (unsigned i = 0; i < unsigned(n); i++) {
    a[i] = int(wrapping % 1000);
    wrapping += 123456789;
    wrapping++;
  }
  std::printf("%u %ld\n", wrapping, sum());
}
