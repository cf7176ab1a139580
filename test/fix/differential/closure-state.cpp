// RUN: %differential %s
// Closures with a state of their own: one per thread where each call sets it first.
#include <cstdio>
#include <vector>

template <class F> void fill(F f, std::vector<double> &a) {
  for (std::size_t i = 0; i < a.size(); i++)
    a[i] += f(i);
}

int main() {
  const int n = 20000;
  std::vector<double> a(n), b(n), c(n);
  long t = 2, k = 5;
  auto square = [t, k](long x) mutable {
    t = x;
    long product = t * k;
    t = product % 1000;
    return t;
  };
  for (int i = 0; i < n; i++)
    a[i] = square(i);
  for (int r = 0; r < 10; r++)
    for (int i = 0; i < n / 10; i++)
      b[r * (n / 10) + i] = square(i) + square(i + r);
  auto two = [u = 0.5, v = 0.25, scale = 3.0](double x) mutable {
    u = x;
    v = u * scale;
    return u + v;
  };
  for (int i = 0; i < n; i++)
    c[i] = two(i) + two(-i);
  fill(
      [last = 0L](long x) mutable {
        last = x % 7;
        return last * last;
      },
      c);
  // Serial: each call yields what the one before was given.
  auto before = [old = 7L](long x) mutable {
    long found = old;
    old = x;
    return found;
  };
  for (int i = 0; i < n; i++)
    a[i] += before(i);
  // Serial: a copy is made behind the loop.
  auto kept = [last = 7L](long x) mutable {
    if (x < 0)
      return last;
    last = x;
    return last;
  };
  for (int i = 0; i < n; i++)
    b[i] += kept(i);
  auto copy = kept;
  double sum = 0;
  for (int i = 0; i < n; i++)
    sum += a[i] + 3 * b[i] + 5 * c[i];
  std::printf("%.17g %ld %ld\n", sum, copy(-1), t);
}
