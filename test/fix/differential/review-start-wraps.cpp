// RUN: %differential %s
// For n=5 the start 'n - 10' wraps and no iteration runs: 'last' stays 42, and 'i' is the start
// after the loop, not 'n'. A guard on n, or 'i = n', assumes that 'n - 10' is less than 'n'.
#include <cstdio>
static int a[100];
int value(unsigned n) {
  int last = 42;
  for (unsigned i = n - 10; i < n; i++) {
    last = (int)i + 1;
    a[i % 100u] = last;
  }
  return last;
}
int index(unsigned n) {
  unsigned i;
  for (i = n - 10; i < n; i++)
    a[i] = (int)i;
  return (int)i;
}
int main(int argc, char **) {
  printf("%d\n", value(5u * argc));
  printf("%d\n", value(50u * argc));
  printf("%d\n", index(5u * argc));
  long s = 0;
  for (int i = 0; i < 100; i++)
    s += a[i];
  printf("%ld\n", s);
}
