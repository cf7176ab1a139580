// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Sums of objects.
#include <complex>
#include <vector>

struct Vec3 {
  double x, y, z;
  Vec3 &operator+=(const Vec3 &o) {
    x += o.x;
    y += o.y;
    z += o.z;
    return *this;
  }
  Vec3 operator*(double f) const { return {x * f, y * f, z * f}; }
};

Vec3 total(const std::vector<Vec3> &force) {
  Vec3 sum{1, 2, 3};
  long count = 0;
  // loomp: parallel reduction(+:sum) reduction(+:count)
  for (std::size_t i = 0; i < force.size(); ++i) {
    sum += force[i] * 0.5;
    count++;
  }
  return sum * count;
}

std::complex<double> correlate(const std::vector<std::complex<double>> &a) {
  std::complex<double> sum;
  // loomp: parallel reduction(+:sum)
  for (std::size_t i = 0; i < a.size(); ++i)
    sum += a[i] * std::conj(a[i]);
  return sum;
}

std::complex<double> product(const std::vector<std::complex<double>> &a) {
  std::complex<double> p(1.0);
  // loomp: not-parallel -- a product starts with one, not with zero
  for (std::size_t i = 0; i < a.size(); ++i)
    p *= a[i];
  return p;
}

std::complex<double> doubled(const std::vector<std::complex<double>> &a) {
  std::complex<double> sum(1.0);
  // loomp: not-parallel -- adds the sum so far
  for (std::size_t i = 0; i < a.size(); ++i)
    sum += sum;
  return sum;
}

Vec3 throughAlias(const std::vector<Vec3> &force) {
  Vec3 sum{1, 2, 3};
  const Vec3 &same = sum;
  // loomp: not-parallel -- adds the sum so far
  for (std::size_t i = 0; i < force.size(); ++i)
    sum += same;
  return sum;
}

double readInside(const std::vector<Vec3> &force) {
  Vec3 sum{};
  double peak = 0;
  // loomp: not-parallel -- looks at the sum so far
  for (std::size_t i = 0; i < force.size(); ++i) {
    sum += force[i];
    if (sum.x > peak)
      peak = sum.x;
  }
  return peak;
}

struct StartsAtOne {
  double x = 1;
  StartsAtOne &operator+=(const StartsAtOne &o) {
    x += o.x;
    return *this;
  }
};

double notZero(const std::vector<StartsAtOne> &v) {
  StartsAtOne sum;
  // loomp: not-parallel -- each private copy would add a one
  for (std::size_t i = 0; i < v.size(); ++i)
    sum += v[i];
  return sum.x;
}

struct Uninitialized {
  Uninitialized() {}
  explicit Uninitialized(double x) : x(x) {}
  double x;
  Uninitialized &operator+=(const Uninitialized &o) {
    x += o.x;
    return *this;
  }
};

double noValue(const std::vector<Uninitialized> &v) {
  Uninitialized sum(0.0);
  // loomp: not-parallel -- private copies would start with garbage
  for (std::size_t i = 0; i < v.size(); ++i)
    sum += v[i];
  return sum.x;
}

struct Point {
  Point(int x = 0, int y = 0) : x(x), y(y) {}
  int x, y;
  Point &operator+=(Point o) {
    x += o.x;
    y += o.y;
    return *this;
  }
};

int withConstructor(const std::vector<Point> &v) {
  Point sum(5);
  // loomp: parallel reduction(+:sum)
  for (const Point &p : v)
    sum += p;
  return sum.x * 1000 + sum.y;
}

struct Crossed {
  double x, y;
  Crossed &operator+=(const Crossed &o) {
    x += o.x;
    y += x;
    return *this;
  }
};

double crossed(const std::vector<Crossed> &v) {
  Crossed sum{};
  // loomp: not-parallel -- y adds up the x on the way
  for (std::size_t i = 0; i < v.size(); ++i)
    sum += v[i];
  return sum.y;
}

struct Counting {
  double x;
  static int calls;
  Counting &operator+=(const Counting &o) {
    x += o.x;
    ++calls;
    return *this;
  }
};
int Counting::calls = 0;

double counting(const std::vector<Counting> &v) {
  Counting sum{};
  // loomp: not-parallel -- merging the copies would count, too
  for (std::size_t i = 0; i < v.size(); ++i)
    sum += v[i];
  return sum.x;
}
