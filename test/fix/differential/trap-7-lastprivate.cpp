// RUN: %differential %s --args "0|20000"
#include <cstdio>
#include <cstdlib>
static int a[20000], g = 11;
int main(int, char **argv) {
  int i = 42, z = 7, last = -1, n = std::atoi(argv[1]);
  for (i = 0; i < n; i++)
    z = i;
  for (int j = 0; j < n; j++)
    a[j] = j * 7919 % 10007;
  for (int j = 0; j < n; j++)
    if (a[j] > 9000)
      last = j;
  for (int j = 0; j < n; j++) {
    g = a[j];
    a[j] = g / 2;
  }
  std::printf("%d %d %d %d\n", i, z, last, g);
}
