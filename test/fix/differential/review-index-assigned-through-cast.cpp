// RUN: %differential %s
// 'static_cast<int &>(i) += 1' changes the index: iteration i=0 skips i=1, so a[1] stays 0.
#include <cstdio>
static int a[100000];
int main() {
  for (int i = 0; i < 10000; i++) {
    a[i] = i;
    if (i % 3 == 0)
      static_cast<int &>(i) += 1;
  }
  long s = 0;
  for (int i = 0; i < 100000; i++)
    s += (long)a[i] * (i % 13);
  printf("%ld\n", s);
}
