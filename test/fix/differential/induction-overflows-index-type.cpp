// RUN: %differential %s
// The step times the number of iterations exceeds an int, though the index is an int.
#include <cstdio>
static long a[2000000];
int main() {
  long k = 7;
  for (int i = 0; i < 2000000; i++) {
    a[i] = k;
    k += 100000;
  }
  long s = k;
  for (int i = 0; i < 2000000; i++)
    s ^= a[i];
  std::printf("%ld\n", s);
}
