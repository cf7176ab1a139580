// RUN: %differential %s
// What is moved behind the loop is what the last iteration left; an element beside the one that is
// an extremum stays as it is, also if it is no number.
#include <cmath>
#include <cstdio>
#include <utility>
#include <vector>
using Vector = std::vector<long>;
static Vector returned(long *__restrict a, int n) {
  Vector w(4, 3);
  for (int i = 0; i < n; i++) {
    w.assign(2, i);
    a[i] = w.size();
  }
  return w;
}
static Vector filled(long *__restrict a, int n) {
  Vector w(5, 1);
  for (int i = 0; i < n; i++) {
    w[0] = i;
    w[1] = 2 * i;
    a[i] = w[0] + w[1];
  }
  return w;
}
static long captured(long *__restrict a, int n) {
  Vector w(4, 3);
  for (int i = 0; i < n; i++) {
    w.assign(2, i);
    a[i] = w.size();
  }
  auto f = [w = std::move(w)] { return w[1] * 10 + long(w.size()); };
  return f();
}
static double bounds[4] = {NAN, -INFINITY, INFINITY, 1};
static void atLeastTwo(int n) {
  for (int i = 0; i < n; i++)
    if (bounds[3] < 2)
      bounds[3] = 2;
}
int main() {
  static long a[1000];
  for (int n : std::vector<int>{0, 1, 2, 1000}) {
    long s = 0;
    for (long e : returned(a, n))
      s = s * 7 + e;
    for (long e : filled(a, n))
      s = s * 7 + e;
    std::printf("%ld %ld\n", s, captured(a, n));
    atLeastTwo(n);
    std::printf("%g %g %g %g\n", bounds[0], bounds[1], bounds[2], bounds[3]);
  }
}
