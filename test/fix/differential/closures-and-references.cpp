// RUN: %differential %s
// Closures in members, lambdas that are called where they stand, references that stand for a local
// variable.
#include <cstdio>
#include <utility>
#include <vector>
constexpr int size = 5000;
static long a[size], b[size];
static double w[size];
static float v[size];

template <class F> struct Guard {
  F f;
  ~Guard() { f(); }
};
template <class F> struct Step {
  F f;
  void run(long x) { f(x); }
};

static long last(int n) {
  long t = 1;
  for (int i = 0; i < n; ++i) {
    auto f = [&] { t = b[i] + i; };
    Guard<decltype(f)> guard{f};
    a[i] = 1;
  }
  return t;
}
static long sum(int n) {
  long t = 3;
  for (int i = 0; i < n; ++i) {
    auto f = [&](long x) { t += x; };
    Step<decltype(f)> step{f}, other = step;
    step.run(b[i]);
    other.run(1);
  }
  return t;
}
static void element(int n) {
  for (int i = 0; i < n; ++i) {
    long k = i;
    auto f = [=](long x) { a[k] = x; };
    k = 0;
    Step<decltype(f)> step{std::move(f)};
    step.run(i + k);
  }
}
static long atOnce(const std::vector<double> &values) {
  long at = 0;
  for (auto &e : values) {
    [&] {
      a[at] = long(e);
      [&](long at_e) { a[at] += at_e; }(at);
    }();
    ++at;
    [&] { b[at - 1] = at; }();
  }
  return at;
}
static float reference(int n) {
  float t = 7;
  float &r = t;
  for (int i = 0; i < n; ++i) {
    r = v[i] * 0.25f;
    w[i] = r - 1;
  }
  return t;
}
static void unread(int n) {
  float t = 7;
  float &r = t;
  for (int i = 0; i < n; ++i) {
    r = v[i] * 0.5f;
    w[i] += r;
  }
}
static double total() {
  double result = 0;
  for (int i = 0; i < size; ++i)
    result += w[i] * (i % 7) + double(a[i] * (i % 5) + b[i] * (i % 3));
  return result;
}
int main() {
  for (int n : {size, 1, 0, 17}) {
    for (int i = 0; i < size; ++i) {
      a[i] = w[i] = 0;
      b[i] = i * 7 % 31;
      v[i] = float(i % 100);
    }
    std::printf("%ld %.17g\n", last(n), total());
    std::printf("%ld %.17g\n", sum(n), total());
    element(n);
    std::printf("%.17g\n", total());
    std::printf("%ld %.17g\n", atOnce(std::vector<double>(n, 2.5)), total());
    std::printf("%g %.17g\n", reference(n), total());
    unread(n);
    std::printf("%.17g\n", total());
  }
}
