// RUN: %differential %s
#include <cstdio>
#include <exception>
#include <vector>
static int root(int x) {
  if (x == 77)
    throw x;
  return x / 2;
}
int main() {
  std::vector<int> v(100), w(20000);
  for (int i = 0; i < 20000; i++)
    w[i] = i % 100;
  try {
    for (int i = 0; i < 101; i++)
      v.at(i) = i;
  } catch (std::exception &) {
    std::puts("caught");
  }
  try {
    for (int i = 0; i < 20000; i++)
      w[i] = root(w[i]);
  } catch (int x) {
    std::printf("caught %d\n", x);
  }
  int s = 0;
  for (int i = 0; i < 20000; i++)
    s += w[i] * (i % 3);
  std::printf("%d %d\n", s, v[99]);
}
