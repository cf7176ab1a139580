// RUN: %differential %s
// s may be an element of v, although the loop variable has another type.
#include <cstdio>
#include <vector>
void f(std::vector<int> &v, int &s) {
  for (long x : v)
    s += x;
}
void f2(std::vector<int> &v, int &s) {
  for (short x : v)
    s += x;
}
int main() {
  std::vector<int> v(20000);
  for (int i = 0; i < 20000; i++)
    v[i] = i & 127;
  f(v, v[15000]);
  f2(v, v[10000]);
  unsigned long h = 1;
  for (int x : v)
    h = h * 31 + x;
  printf("%lu\n", h);
}
