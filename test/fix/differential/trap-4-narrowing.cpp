// RUN: %differential %s
#include <cstdio>
static long h[256], w[70000];
static unsigned char low(int i) { return i; }
int main() {
  for (int i = 0; i < 400000; i++) {
    unsigned char k = i;
    h[k]++;
  }
  for (int i = 0; i < 400000; i++)
    h[low(i)] += 2;
  short k = 0;
  for (int i = 0; i < 100000; i++) {
    w[k + 32768] += i;
    k++;
  }
  long s = 0;
  for (int i = 0; i < 256; i++)
    s += h[i] * (i % 7);
  for (int i = 0; i < 70000; i++)
    s += w[i] * (i % 5);
  std::printf("%ld %d\n", s, k);
}
