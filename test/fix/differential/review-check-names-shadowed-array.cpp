// RUN: %differential %s
// The array that 'get' reads is the global 'tab', which may be 'a': iteration i=0 writes tab[1] and
// i=1 reads it. In 'f' the name 'tab' is the parameter: a check that says 'tab' compares that one.
#include <cstdio>
static int tab[20000];
static inline int get(int i) { return tab[i]; }
void f(int *a, const int *tab, int n) {
  for (int i = 0; i < n; i++)
    a[i + 1] = get(i) + tab[0];
}
static int one[20000] = {1};
int main() {
  f(tab, one, 10000);
  long s = 0;
  for (int i = 0; i < 20000; i++)
    s += tab[i] * (i % 3);
  printf("%ld\n", s);
}
