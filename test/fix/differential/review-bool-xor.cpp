// RUN: %differential %s
// 'p' is bool: 2 ^ p is 2 or 3, and either becomes true. Iteration i=1 therefore does not flip what
// i=0 left, and the parts of a reduction with '^' would.
#include <cstdio>
static int b[100000];
static bool a[100000];
int main() {
  for (int i = 0; i < 100000; i++)
    b[i] = 2;
  bool p = false;
  for (int i = 0; i < 100000; i++)
    p = a[i] ^ (b[i] ^ p);
  printf("%d\n", p);
}
