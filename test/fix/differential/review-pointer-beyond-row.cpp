// RUN: %differential %s
// 'p' starts at the first row and runs over all of them: i=0 writes row 1, i=1 reads it.
#include <cstdio>
static int a[301][300];
int main() {
  int *p = a[0];
  for (int i = 0; i < 300; i++)
    for (int j = 0; j < 300; j++)
      a[i + 1][j] = p[i * 300 + j] + 1;
  long s = 0;
  for (int i = 0; i < 300; i++)
    for (int j = 0; j < 300; j++)
      s += (long)a[i][j] * (i % 5);
  printf("%ld\n", s);
}
