// RUN: %differential %s --args "0|1|1000"
// Everything that has a value after the loop, with no iteration, one, and many.
#include <cstdio>
#include <cstdlib>
static int b[1001];
int main(int, char **argv) {
  int n = std::atoi(argv[1]);
  int i = 42, z = 7, k = 3;
  double x = 1.5;
  for (i = 0; i < n; i++)
    z = 2 * i;
  std::printf("%d %d\n", i, z);
  for (i = n; i > 0; i -= 3)
    z = i;
  std::printf("%d %d\n", i, z);
  for (i = 5; i < n; i += 4) {
    b[k] = i;
    k += 1;
    x += 0.25;
  }
  std::printf("%d %d %g %d\n", i, k, x, b[3]);
  for (int j = -3; j <= n - 5; j += 2)
    z = j;
  std::printf("%d\n", z);
}
