// RUN: %differential %s
#include <cstdio>
struct Field {
  double a[2001];
  long positive = 0;
  void take(const Field &other) {
    for (int i = 0; i < 2000; i++)
      a[i] = other.a[i + 1] + 1;
  }
  void count() {
    for (int i = 0; i < 2001; i++)
      positive += a[i] > 7;
  }
};
static Field x, y;
int main() {
  for (int i = 0; i < 2001; i++) {
    x.a[i] = i % 9;
    y.a[i] = i % 13;
  }
  x.take(y);
  x.take(x);
  x.count();
  y.count();
  double s = 0;
  for (int i = 0; i < 2001; i++)
    s += x.a[i] * (i % 5);
  std::printf("%g %ld %ld\n", s, x.positive, y.positive);
}
