// RUN: %differential %s
#include <cstdio>
#include <vector>
struct Flags {
  unsigned low : 4, high : 4;
};
int main() {
  std::vector<bool> v(100000);
  std::vector<char> c(100000);
  for (int i = 0; i < 100000; i++)
    v[i] = i % 3 == 0;
  for (int i = 0; i < 100000; i++)
    c[i] = i % 5 == 0;
  static Flags f[50000];
  for (int i = 0; i < 50000; i++) {
    f[i].low = i % 16;
    f[i].high = i % 7;
  }
  long s = 0;
  for (int i = 0; i < 100000; i++)
    if (v[i] && c[i])
      s += i;
  for (int i = 0; i < 50000; i++)
    s += f[i].low * f[i].high;
  std::printf("%ld\n", s);
}
