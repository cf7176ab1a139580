// RUN: %differential %s --expect-unchanged
// Not one loop here may be touched.
#include <cstdio>
#include <cstdlib>
static int a[1000];
static int next() {
  static int n = 0;
  return ++n;
}
int main() {
  for (int i = 0; i < 1000; i++)
    a[i] = next();
  for (int i = 1; i < 1000; i++)
    a[i] += a[i - 1] % 7;
  for (int i = 0; i < 1000; i++)
    a[a[i] % 1000] ^= i;
  for (int i = 0; i < 1000; i++)
    std::printf("%d\n", a[i] + std::rand() % 2);
}
