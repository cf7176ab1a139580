// RUN: %differential %s
// 'x' is a std::array, not a pointer: a check with 'std::uintptr_t(x)' or '*x' does not compile.
#include <array>
#include <cstdio>
void f(std::array<int, 1000> &x, const int *y) {
  for (int i = 0; i < 1000; i++)
    x[i] = y[i] + 1;
}
int main() {
  static std::array<int, 1000> u{}, v{};
  f(u, v.data());
  long s = 0;
  for (int i = 0; i < 1000; i++)
    s += u[i] * (i % 7);
  printf("%ld\n", s);
}
