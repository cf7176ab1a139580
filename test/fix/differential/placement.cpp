// RUN: %differential %s
// Loops in all places where a directive needs care.
#include <cstdio>
static long a[20000];
static void f(int n, int c) {
  { for (int i = 0; i < n; i++) a[i] += 1; }
  if (c == 1) for (int i = 0; i < n; i++) a[i] += 2;
  else if (c == 2)
    for (int i = 0; i < n; i++)
      a[i] += 3;
  else for (int i = 0; i < n; i++)
    a[i] *= 2;
  switch (c) {
  case 0:
  case 1:
    for (int i = 0; i < n; i++)
      a[i] += 5;
    break;
  default: for (int i = 0; i < n; i++) a[i] += 7;
  }
  int again = 2;
more: for (int i = 0; i < n; i++)
    a[i] += i;
  if (--again > 0)
    goto more;
  do
    for (int i = 0; i < n; i++)
      a[i] ^= c;
  while (again++ < 3);
  while (again-- > 0)
    for (int i = 0; i < n; i++) a[i] -= again;
}
int main() {
  for (int c = 0; c < 4; c++)
    f(20000 - c, c);
  long s = 0;
  for (int i = 0; i < 20000; i++) s ^= a[i] * (i % 127);
  std::printf("%ld\n", s);
}
