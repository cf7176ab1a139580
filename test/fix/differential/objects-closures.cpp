// RUN: %differential %s
// Lambdas: captured by value, by reference, `this`, generic, called in place, with state.
#include <cstdio>
#include <vector>
template <class F> double apply(F f, double v) { return f(v); }
struct Field {
  std::vector<double> d;
  double k = 3;
  void run() {
    auto g = [this](std::size_t i) { return d[i] * k + 1; };
    for (std::size_t i = 0; i < d.size(); i++)
      d[i] = g(i);
  }
};
int main() {
  const int n = 30000;
  std::vector<double> a(n), b(n);
  double k = 2.5;
  auto square = [k](double v) { return v * v + k; };
  auto store = [&a](int i, double v) { a[i] = v; };
  for (int i = 0; i < n; i++)
    store(i, square(i));
  k = 100;
  for (int i = 0; i < n; i++)
    b[i] = apply([&](auto v) { return v * k; }, a[i]) + square(1);
  for (int i = 0; i < n; i++) {
    const double magnitude = [&] {
      double t = b[i] - 500;
      return t > 0 ? t : -t;
    }();
    a[i] = magnitude;
  }
  double sum = 0;
  for (int i = 0; i < n; i++) {
    auto add = [&](double v) { sum += v; };
    add(a[i]);
  }
  // Each call sees the number that the last one left: serial.
  std::vector<int> number(n);
  auto next = [count = 0]() mutable { return ++count; };
  for (int i = 0; i < n; i++)
    number[i] = next();
  int last = 0;
  auto current = [&] { return last; };
  std::vector<int> before(n);
  for (int i = 0; i < n; i++) {
    before[i] = current();
    last = i;
  }
  Field field;
  field.d = a;
  field.run();
  std::printf("%.6g %.6g %.6g %d %d\n", sum, b[77], field.d[99], number[n - 1], before[5000]);
}
