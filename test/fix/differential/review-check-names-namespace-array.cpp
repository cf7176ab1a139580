// RUN: %differential %s
// 'a' is N::tab: iteration i=0 writes N::tab[1], i=1 reads it through 'get'. In 'f' the name 'tab'
// means nothing, so a check that says 'tab' does not compile.
#include <cstdio>
namespace N {
int tab[20000];
inline int get(int i) { return tab[i]; }
} // namespace N
void f(int *a, int n) {
  for (int i = 0; i < n; i++)
    a[i + 1] = N::get(i) + 1;
}
int main() {
  f(N::tab, 10000);
  long s = 0;
  for (int i = 0; i < 20000; i++)
    s += N::tab[i] * (i % 3);
  printf("%ld\n", s);
}
