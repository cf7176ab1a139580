// RUN: %differential %s --expect-unchanged
// the filler of the initializer list runs a constructor that counts: i=1 continues from i=0.
#include <cstdio>
static int a[20000];
static int cnt;
struct T {
  int v;
  T() {
    cnt++;
    v = 3;
  }
};
int main() {
  for (int i = 0; i < 20000; i++) {
    T t[4] = {};
    a[i] = cnt + t[1].v;
  }
  unsigned long h = 1;
  for (int i = 0; i < 20000; i++)
    h = h * 31 + a[i];
  printf("%lu\n", h);
}
