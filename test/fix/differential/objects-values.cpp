// RUN: %differential %s
// Small classes by value, structured bindings, complex numbers, getters and setters.
#include <cmath>
#include <complex>
#include <cstdio>
#include <utility>
#include <vector>
struct Vec3 {
  double x, y, z;
  Vec3() : x(0), y(0), z(0) {}
  Vec3(double x, double y, double z) : x(x), y(y), z(z) {}
  Vec3(const Vec3 &o) : x(o.x), y(o.y), z(o.z) {}
  Vec3 &operator=(const Vec3 &o) {
    x = o.x;
    y = o.y;
    z = o.z;
    return *this;
  }
  Vec3 operator+(const Vec3 &o) const { return Vec3(x + o.x, y + o.y, z + o.z); }
  Vec3 operator*(double s) const { return {x * s, y * s, z * s}; }
  Vec3 &operator+=(const Vec3 &o) {
    *this = *this + o;
    return *this;
  }
  double norm() const { return std::sqrt(x * x + y * y + z * z); }
};
class Cell {
  double value_ = 0;

public:
  double value() const { return value_; }
  void set_value(double v) { value_ = v; }
};
std::pair<int, double> halves(int i) { return {i / 2, i * 0.5}; }
int main() {
  const int n = 20000;
  std::vector<Vec3> a(n), b(n), c(n);
  std::vector<Cell> cells(n);
  std::vector<int> whole(n);
  std::vector<std::pair<int, double>> pairs(n);
  std::vector<std::complex<double>> z(n), w(n);
  for (int i = 0; i < n; i++) {
    a[i] = Vec3(i, 2 * i, 1);
    b[i] = {1, 0.5 * i, 0};
    z[i] = std::complex<double>(i, 1);
  }
  for (int i = 0; i < n; i++) {
    Vec3 sum = a[i] + b[i] * 2.0;
    c[i] = sum;
    c[i] += a[n - 1 - i];
  }
  for (int i = 0; i < n; i++)
    cells[i].set_value(cells[i].value() + c[i].norm());
  for (int i = 0; i < n; i++) {
    auto [k, half] = halves(i);
    whole[i] = k;
    pairs[i] = {k, half};
  }
  for (int i = 0; i < n; i++) {
    auto &[k, half] = pairs[i];
    half += k;
  }
  for (int i = 0; i < n; i++)
    w[i] = z[i] * z[i] + std::conj(z[n - 1 - i]);
  for (int i = 0; i < n / 2; i++)
    std::swap(c[i], c[n - 1 - i]);
  // The elements move on, one by one: serial.
  for (int i = 1; i < n; i++)
    std::swap(b[i - 1], b[i]);
  double total = 0;
  long count = 0;
  for (int i = 0; i < n; i++) {
    total += cells[i].value() + pairs[i].second + w[i].real();
    count += whole[i];
  }
  std::printf("%.6g %ld %g %g %g\n", total, count, c[7].x, b[n - 1].x, b[3].y);
}
