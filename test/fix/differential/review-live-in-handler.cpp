// RUN: %differential %s
// The value of 't' from the last iteration, i=999, is read in the handler: 'private(t)' loses it.
#include <cstdio>
static int a[1000];
static void g(int x) {
  if (x)
    throw 1;
}
int main(int argc, char **) {
  int t = -1;
  try {
    for (int i = 0; i < 1000; i++) {
      t = i * 3;
      a[i] = t + 1;
    }
    g(argc);
  } catch (int) {
    printf("%d\n", t);
  }
  printf("%d\n", a[77]);
}
