// RUN: %differential %s
// clang does not capture structured bindings of an enclosing scope in a parallel region: references
// stand for them.
#include <cstdio>
struct Config {
  int n;
  double scale;
};
static double a[20000];
int main() {
  auto [n, scale] = Config{20000, 0.5};
  for (int i = 0; i < n; i++)
    a[i] = scale * i;
  double s = 0;
  for (int i = 0; i < 20000; i++) {
    auto [k, w] = Config{i % 7, a[i]};
    s += k * w;
  }
  std::printf("%.9g\n", s);
}
