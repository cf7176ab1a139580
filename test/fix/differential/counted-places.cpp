// RUN: %differential %s --race
#include <cstdio>
#include <initializer_list>
static double a[3000];
static long from(long n, long m) {
  long q = 0;
  for (long i = 0; i < n; i++)
    if (i >= m)
      a[q++] = i;
  return q;
}
static long upTo(long n, long m) {
  long q = 3;
  for (long i = 1; i < n; i += 2)
    if (i < m) {
      a[q] = 2 * i;
      q++;
    }
  return q;
}
static unsigned apart(int n, int m) {
  unsigned q = 7;
  for (int i = 0; i < n; ++i)
    if (i > m) {
      a[q + 1] = 3 * i;
      q += 2;
    }
  return q;
}
static void show(long q) {
  double s = 0;
  for (int i = 0; i < 3000; ++i)
    s = s * 0.75 + a[i];
  std::printf("%ld %.10g\n", q, s);
}
int main() {
  for (long n : {-5l, 0l, 1l, 2l, 7l, 1000l})
    for (long m : {-9000000000000000000l, -7l, 0l, 1l, 6l, 500l, 999l, 1000l, 9000000000000000000l}) {
      show(from(n, m));
      show(upTo(n, m));
      if (m > -8 && m < 2000)
        show(apart(int(n), int(m)));
    }
}
