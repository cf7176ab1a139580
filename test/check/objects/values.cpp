// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
#include <array>
#include <utility>
#include <tuple>
#include <complex>
#include <cmath>
struct Vec3 {
  double x, y, z;
  Vec3() : x(0), y(0), z(0) {}
  Vec3(double x, double y, double z) : x(x), y(y), z(z) {}
  Vec3 operator+(const Vec3 &o) const { return Vec3(x + o.x, y + o.y, z + o.z); }
  Vec3 operator*(double s) const { return {x * s, y * s, z * s}; }
  Vec3 &operator+=(const Vec3 &o) { x += o.x; y += o.y; z += o.z; return *this; }
  double dot(const Vec3 &o) const { return x * o.x + y * o.y + z * o.z; }
  double norm() const { return std::sqrt(dot(*this)); }
};
Vec3 operator-(const Vec3 &a, const Vec3 &b) { return {a.x - b.x, a.y - b.y, a.z - b.z}; }
struct P2 { double x, y; };
inline P2 mid(P2 a, P2 b) { P2 r; r.x = (a.x + b.x) / 2; r.y = (a.y + b.y) / 2; return r; }
void addAll(std::vector<Vec3> &out, const std::vector<Vec3> &a, const std::vector<Vec3> &b, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    out[i] = a[i] + b[i] * 2.0;
}
void sub(Vec3 *out, const Vec3 *a, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    out[i] = a[i] - out[i];
}
void step(std::vector<Vec3> &pos, const std::vector<Vec3> &vel, double dt) {
  // loomp: parallel
  for (std::size_t i = 0; i < pos.size(); ++i)
    pos[i] += vel[i] * dt;
}
double norms(const std::vector<Vec3> &v) {
  double s = 0;
  // loomp: parallel
  for (std::size_t i = 0; i < v.size(); ++i)
    s += v[i].norm();
  return s;
}
double norms2(const std::vector<Vec3> &v) {
  double s = 0;
  // loomp: parallel
  for (const Vec3 &u : v) {
    Vec3 w = u * 2;
    s += w.x;
  }
  return s;
}
void copyStructs(P2 *a, int n) {
  static P2 b[1000];
  // loomp: parallel
  for (int i = 0; i < n; i++)
    b[i] = a[i];
}
void agg(std::vector<P2> &a, const std::vector<P2> &b, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    a[i] = {b[i].x, b[i].y + 1};
}
void mids(std::vector<P2> &a, const std::vector<P2> &b, int n) {
  // loomp: parallel
  for (int i = 0; i + 1 < n; i++) {
    P2 m = mid(b[i], b[i + 1]);
    a[i] = m;
  }
}
std::pair<int, double> f(int i) { return {i, i * 0.5}; }
void bindings(std::vector<int> &a, std::vector<double> &b, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++) {
    auto [x, y] = f(i);
    a[i] = x;
    b[i] = y;
  }
}
void bindings2(std::vector<P2> &a, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++) {
    auto &[x, y] = a[i];
    x += y;
  }
}
void bindings3(const std::vector<P2> &a, std::vector<double> &s) {
  // loomp: parallel
  for (std::size_t i = 0; i < a.size(); i++) {
    const auto [x, y] = a[i];
    s[i] = x * y;
  }
}
void swaps(std::vector<double> &a, std::vector<double> &b, int n) {
  double *p = a.data();
  // loomp: parallel
  for (int i = 0; i < n; i++)
    std::swap(a[i], b[i]);
}
void swaps2(std::vector<P2> &a, int n) {
  // loomp: parallel
  for (int i = 0; i < n / 2; i++)
    std::swap(a[i], a[n - 1 - i]);
}
void pairs(std::vector<std::pair<int, double>> &v) {
  // loomp: parallel
  for (std::size_t i = 0; i < v.size(); i++) {
    v[i].first = (int)i;
    v[i].second += 1;
  }
}
void pairs2(std::vector<std::pair<int, double>> &v) {
  // loomp: parallel
  for (std::size_t i = 0; i < v.size(); i++)
    v[i] = std::make_pair((int)i, 1.0);
}
void pairs3(std::vector<std::pair<int, double>> &v) {
  // loomp: parallel
  for (std::size_t i = 0; i < v.size(); i++)
    v[i] = {(int)i, 1.0};
}
void tuples(std::vector<std::tuple<int, double>> &v) {
  // loomp: parallel
  for (std::size_t i = 0; i < v.size(); i++) {
    std::get<0>(v[i]) = (int)i;
    std::get<1>(v[i]) *= 2;
  }
}
void cplx(std::vector<std::complex<double>> &a, const std::vector<std::complex<double>> &b, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    a[i] = a[i] * b[i] + std::conj(b[i]);
}
double cabs(const std::vector<std::complex<double>> &b, int n) {
  double s = 0;
  // loomp: parallel
  for (int i = 0; i < n; i++)
    s += std::norm(b[i]) + b[i].real() + std::abs(b[i]);
  return s;
}
void cexp(std::vector<std::complex<double>> &a, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++) {
    std::complex<double> w(std::cos(i * 0.1), std::sin(i * 0.1));
    a[i] *= w;
  }
}
void mandel(std::vector<int> &out, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++) {
    std::complex<double> z = 0, c(i * 0.001, 0.3);
    int k = 0;
    // loomp: unknown unsupported-loop-form -- z feeds the next iteration
    while (k < 100 && std::norm(z) < 4) {
      z = z * z + c;
      k++;
    }
    out[i] = k;
  }
}
void arr2(std::array<std::array<double, 8>, 100> &a) {
  // loomp: parallel
  for (int i = 0; i < 100; i++)
    // loomp: parallel
    for (int j = 0; j < 8; j++)
      a[i][j] = i + j;
}
Vec3 total(const std::vector<Vec3> &v) {
  Vec3 s;
  // loomp: parallel reduction(+:s)
  for (std::size_t i = 0; i < v.size(); ++i)
    s += v[i];
  return s;
}
