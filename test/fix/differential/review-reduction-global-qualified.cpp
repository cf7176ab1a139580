// RUN: %differential %s
// The variables of the loops are '::total' and '::tmp'. A clause cannot name them: 'total' and
// 'tmp' are the locals there.
#include <cstdio>
long total;
int tmp;
static int a[100000];
int main() {
  long total = 7;
  int tmp = 3;
  for (int i = 0; i < 100000; i++)
    a[i] = i;
  for (int i = 0; i < 100000; i++)
    ::total += a[i];
  for (int i = 0; i < 100000; i++) {
    ::tmp = i;
    a[i] = ::tmp + tmp;
  }
  long s = 0;
  for (int i = 0; i < 100000; i++)
    s += a[i] * (long)(i % 3);
  printf("%ld %ld %d %d %ld\n", total, ::total, tmp, ::tmp, s);
}
