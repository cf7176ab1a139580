// RUN: %differential %s
#include <array>
#include <cstdio>
#include <memory>
#include <tuple>
#include <utility>
#include <vector>
struct Point {
  long x, y;
};
struct Config {
  int n;
  double scale;
};
struct Sums {
  long count = 0;
  double total = 0;
  long last = 0;
};
static double a[20000], b[20000];
static std::vector<double> values(20000, 0.25);

static void pairs(int n) {
  std::pair<long, long> both{0, 0};
  auto &[one, two] = both;
  for (int i = 0; i < n; i++)
    for (int j = 0; j < 3; j++)
      if (i % 2 == 1)
        ++one;
  for (int i = 0; i < n; i++) {
    one += i;
    both.second = i * 2;
  }
  for (int i = 0; i < n; i++) {
    both.first += i;
    one += 2;
    two = two + both.first % 1;
  }
  std::printf("pairs %ld %ld\n", both.first, two);
}

static void structs(int n) {
  Sums sums;
  auto &[count, total, last] = sums;
  for (int i = 0; i < n; i++) {
    count++;
    total += a[i];
    last = i;
    b[i] = last * 0.5;
  }
  std::printf("structs %ld %.9g %ld\n", sums.count, total, last);
  auto [ownCount, ownTotal, ownLast] = sums;
  for (int i = 0; i < n; i++) {
    ownCount += 2;
    ownTotal = ownTotal + b[i];
    ownLast = i + ownLast * 0;
  }
  std::printf("copies %ld %.9g %ld %ld\n", ownCount, ownTotal, ownLast, sums.count);
}

static void scratch(int n) {
  Point point{0, 0};
  auto &[x, y] = point;
  for (int i = 0; i < n; i++) {
    x = i % 17;
    y = x * 2;
    b[i] = x + y;
  }
  std::printf("scratch %.9g %.9g\n", b[3], b[n - 1]);
}

static void arrays(int n) {
  long sums[3] = {1, 2, 3};
  auto &[low, middle, high] = sums;
  for (int i = 0; i < n; i++) {
    if (i % 3 == 0)
      low += i;
    middle ^= i;
    if (i > high)
      high = i;
  }
  std::printf("arrays %ld %ld %ld\n", sums[0], sums[1], sums[2]);
  std::array<long, 2> parts{};
  auto &[first, second] = parts;
  for (int i = 0; i < n; i++) {
    first += i;
    second -= i;
  }
  std::printf("arrays %ld %ld\n", parts[0], second);
}

static void tuples(int n) {
  std::tuple<long, double> t{0, 0.0};
  auto &[number, sum] = t;
  for (int i = 0; i < n; i++) {
    number += i;
    sum += a[i];
  }
  std::printf("tuples %ld %.9g\n", std::get<0>(t), sum);
}

static void reads(const Config &config) {
  const auto &[n, scale] = config;
  for (int i = 0; i < n; i++)
    a[i] = scale * i;
  auto [m, factor] = config;
  for (int i = 0; i < m - 1; i++)
    b[i + 1] = factor * a[i];
  auto [vector, size] = std::pair<std::vector<double> &, std::size_t>(values, values.size());
  for (std::size_t i = 0; i < size; ++i)
    vector[i] = vector[i] * 2;
  for (double &each : vector)
    each += scale;
  double total = 0;
  for (std::size_t i = 0; i < vector.size(); i++)
    total += vector[i] * factor;
  int i = 0;
  while (i < n) {
    b[i] += factor;
    ++i;
  }
  std::printf("reads %.9g %.9g %d\n", total, b[77], i);
  double x = 0;
  for (int j = 0; j < n; j++) {
    b[j] = x;
    x += scale;
  }
  std::printf("reads %.9g\n", b[n - 1]);
}

template <class T> static void generic(const std::pair<T, int> &given) {
  auto [value, n] = given;
  std::pair<T, T> sums{};
  auto &[one, two] = sums;
  for (int i = 0; i < n; i++) {
    auto twice = [&](int k) { return value * k; };
    one += twice(i);
    a[i] += static_cast<double>(value);
  }
  for (auto &[p, q] : std::vector<std::pair<T, T>>(3, {1, 2}))
    for (int i = 0; i < n; i++)
      two += p * q + i % 5;
  std::printf("generic %.9g %.9g\n", static_cast<double>(one), static_cast<double>(two));
}

static void pointers(double *w, const double *g, int n) {
  double s = 0;
  double *p = &s;
  for (int i = 0; i < n; i++)
    p[0] += b[i] > 0 ? 1.0 : -0.5;
  std::printf("pointers %.9g\n", s);
  for (int i = 0; i < n; i++) {
    *p = b[i];
    a[i] = *p * 2;
  }
  for (int i = 0; i < n; i++) {
    *w = i * 0.5;
    a[i] = g[0] + 1;
  }
  std::printf("pointers %.9g %.9g %.9g\n", s, *w, a[n - 1]);
  for (int i = 0; i < n; i++) {
    w[3] = i;
    w[5] += 1;
  }
  for (int i = 0; i < n - 30000; i++)
    w[7] = i;
  std::printf("pointers %.9g %.9g %.9g\n", w[3], w[5], w[7]);
  std::vector<long> v(3, 1);
  for (int i = 0; i < n; i++) {
    v.front() += i;
    v.data()[1] ^= i;
  }
  for (int i = 0; i < n; i++) {
    v.back() = i * 3;
    b[i] = v.back();
  }
  auto owner = std::make_unique<Sums>();
  for (int i = 0; i < n; i++) {
    owner->total += 0.5;
    owner->last = i;
  }
  std::printf("calls %ld %ld %ld %.9g %.9g %ld\n", v[0], v[1], v[2], b[n - 1], owner->total,
              owner->last);
}

static void ranges(double *p, double *q, int count) {
  auto [n, shift] = std::pair(count, 100);
  for (int i = 0; i < n; i++)
    p[i + shift] = q[i] + 1;
  std::printf("ranges %.9g\n", p[shift]);
}

int main() {
  reads({20000, 0.5});
  pairs(20000);
  structs(20000);
  scratch(20000);
  arrays(20000);
  tuples(20000);
  generic(std::pair<long, int>(3, 20000));
  generic(std::pair<double, int>(0.25, 20000));
  static double w[10] = {};
  pointers(w, b, 20000);
  pointers(w, w, 20000);
  ranges(a, b, 10000);
  ranges(a, a, 10000);
}
