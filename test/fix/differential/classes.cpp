// RUN: %differential %s
// Sums of objects, several in one scope.
#include <complex>
#include <cstdio>
#include <vector>

struct Vec2 {
  long x, y;
  Vec2 &operator+=(const Vec2 &o) {
    x += o.x;
    y += o.y;
    return *this;
  }
};

namespace geometry {
class Point {
public:
  Point(int x = 0, int y = 0) : X(x), Y(y) {}
  Point &operator+=(Point o) {
    X += o.X;
    Y += o.Y;
    return *this;
  }
  int x() const { return X; }
  int y() const { return Y; }

private:
  int X, Y;
};
} // namespace geometry

struct Cloud {
  std::vector<Vec2> points;
  Vec2 sum() const {
    Vec2 all{7, 8}, some{};
    for (std::size_t i = 0; i < points.size(); ++i)
      all += points[i];
    for (const Vec2 &each : points)
      if (each.x > 10) {
        some += each;
        all += each;
      }
    if (points.size() > 3)
      for (std::size_t i = 3; i < points.size(); ++i)
        some += points[i];
    return {all.x * 1000 + some.x, all.y - some.y};
  }
};

static std::complex<double> correlate(const std::vector<std::complex<double>> &a) {
  std::complex<double> sum(1.0, 2.0), other;
  for (std::size_t i = 0; i < a.size(); ++i) {
    sum += a[i] * std::conj(a[a.size() - 1 - i]);
    other -= a[i];
  }
  return sum + other;
}

int main() {
  for (int n : {0, 1, 5, 2000}) {
    Cloud cloud;
    std::vector<std::complex<double>> a;
    std::vector<geometry::Point> points;
    for (int i = 0; i < n; ++i) {
      cloud.points.push_back({i * 37 % 101, i});
      a.push_back({0.5 * (i % 7), 0.25 * (i % 3)});
      points.push_back({i % 5, i});
    }
    Vec2 sum = cloud.sum();
    std::complex<double> c = correlate(a);
    geometry::Point p(3);
    for (const geometry::Point &each : points)
      p += each;
    std::printf("%ld %ld %.3f %.3f %d %d\n", sum.x, sum.y, c.real(), c.imag(), p.x(), p.y());
  }
}
