// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
#include <memory>
#include <functional>
#include <string>
#include <map>
#include <unordered_map>
#include <optional>
#include <algorithm>
#include <numeric>
#include <cmath>
#include <valarray>
#include <deque>
#include <bitset>
#include <span>
#include <string_view>
#include <bit>
struct Node { double x = 0; int id = 0; };
void lam1(std::vector<double> &a, double k) {
  auto sq = [k](double v) { return v * v + k; };
  // loomp: parallel
  for (std::size_t i = 0; i < a.size(); i++)
    a[i] = sq(a[i]);
}
void lam2(std::vector<double> &a, double k) {
  auto sq = [&](double v) { return v * v + k; };
  // loomp: parallel
  for (std::size_t i = 0; i < a.size(); i++)
    a[i] = sq(a[i]);
}
void lam3(std::vector<double> &a) {
  auto set = [&a](std::size_t i, double v) { a[i] = v; };
  // loomp: parallel
  for (std::size_t i = 0; i < 100; i++)
    set(i, 2.0 * i);
}
template <class F> double applyTo(F f, double v) { return f(v); }
template <class F> double applyRef(F &&f, double v) { return f(v); }
void lam4(std::vector<double> &a, double k) {
  // loomp: parallel
  for (std::size_t i = 0; i < a.size(); i++)
    a[i] = applyTo([k](double v) { return v * k; }, a[i]) + applyRef([&](auto v) { return v * k; }, a[i]);
}
void lam5(std::vector<double> &a) {
  // loomp: parallel
  for (std::size_t i = 0; i < a.size(); i++) {
    const double v = [&] { double t = a[i]; return t > 0 ? t : -t; }();
    a[i] = v;
  }
}
struct S {
  std::vector<double> d; double k;
  void run() {
    auto g = [this](std::size_t i) { return d[i] * k; };
    // loomp: parallel
    for (std::size_t i = 0; i < d.size(); i++)
      d[i] = g(i);
  }
};
static double twice(double v) { return 2 * v; }
void fptr(std::vector<double> &a) {
  double (*f)(double) = twice;
  // loomp: parallel -- the pointer is never changed, so it is twice that is called
  for (std::size_t i = 0; i < a.size(); i++)
    a[i] = f(a[i]);
}
template <class F> void forEach(std::vector<double> &a, F f) {
  // loomp: parallel
  for (std::size_t i = 0; i < a.size(); i++)
    f(a[i]);
}
void useForEach(std::vector<double> &a) {
  forEach(a, [](double &v) { v *= 2; });
}
struct Shape { virtual double area(double) const = 0; virtual ~Shape() = default; };
struct Square final : Shape { double s = 1; double area(double v) const override { return s * v; } };
struct Circle : Shape { double r = 1; double area(double v) const override { return r * v; } };
void virt(std::vector<double> &a, const Square &q) {
  // loomp: parallel
  for (std::size_t i = 0; i < a.size(); i++)
    a[i] = q.area(a[i]);
}
void virt2(std::vector<double> &a) {
  Circle c;
  // loomp: parallel
  for (std::size_t i = 0; i < a.size(); i++)
    a[i] = c.area(a[i]);
}
void up1(std::unique_ptr<double[]> &p, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    p[i] = i;
}
void up2(int n) {
  auto p = std::make_unique<double[]>(n);
  // loomp: parallel
  for (int i = 0; i < n; i++)
    p[i] = i;
}
void up3(std::vector<double> &a, const std::unique_ptr<Node> &p) {
  // loomp: parallel
  for (std::size_t i = 0; i < a.size(); i++)
    a[i] = p->id * 2.0;
}
void up4(std::vector<std::unique_ptr<Node>> &v) {
  // loomp: parallel
  for (std::size_t i = 0; i < v.size(); i++)
    v[i]->x += 1;
}
void up5(std::vector<std::unique_ptr<Node>> &v) {
  // loomp: parallel
  for (auto &p : v)
    p->x += 1;
}
void sp1(std::vector<double> &a, const std::shared_ptr<Node> &p) {
  // loomp: parallel
  for (std::size_t i = 0; i < a.size(); i++)
    a[i] = p->id * 2.0;
}
void sp2(std::vector<std::shared_ptr<Node>> &v) {
  // loomp: unknown carried-anti-dependence -- two elements may share one object
  for (auto &p : v)
    p->x = 2 * p->x + 1;
  // loomp: parallel atomic(+:p->x) -- if they share it, both add to it
  for (auto &p : v)
    p->x += 1;
}
double sp3(const std::vector<std::shared_ptr<Node>> &v) {
  double s = 0;
  // loomp: parallel
  for (auto &p : v)
    s += p->x;
  return s;
}
void va(std::valarray<double> &a, const std::valarray<double> &b) {
  // loomp: parallel
  for (std::size_t i = 0; i < a.size(); i++)
    a[i] = b[i] * 2;
}
void str(std::string &s) {
  // loomp: parallel
  for (std::size_t i = 0; i < s.size(); i++)
    s[i] = s[i] == 'a' ? 'b' : s[i];
}
int strCount(const std::string &s) {
  int k = 0;
  // loomp: parallel reduction(+:k)
  for (char c : s)
    if (c == 'a') k++;
  return k;
}
void strBuild(std::vector<std::string> &out, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++) {
    std::string t;
    t += "id";
    t += std::to_string(i);
    out[i] = t;
  }
}
void deq(std::deque<int> &d) {
  // loomp: parallel
  for (std::size_t i = 0; i < d.size(); i++)
    d[i] += 1;
}
int bits(const std::bitset<1000> &b) {
  int k = 0;
  // loomp: parallel
  for (int i = 0; i < 1000; i++)
    if (b[i]) k++;
  return k;
}
void vbool(std::vector<double> &a, const std::vector<bool> &m) {
  // loomp: parallel
  for (std::size_t i = 0; i < a.size(); i++)
    if (m[i]) a[i] = 0;
}
void opt(std::vector<std::optional<double>> &v, std::vector<double> &o) {
  // loomp: parallel
  for (std::size_t i = 0; i < o.size(); i++)
    if (v[i].has_value()) o[i] = *v[i];
}
void opt2(const std::vector<std::optional<double>> &v, std::vector<double> &o) {
  // loomp: parallel
  for (std::size_t i = 0; i < o.size(); i++)
    if (v[i]) o[i] = *v[i];
}
void spn(std::span<double> a, std::span<const double> b) {
  // loomp: parallel
  for (std::size_t i = 0; i < a.size(); i++)
    a[i] = 2;
}
int sv(std::string_view s) {
  int k = 0;
  // loomp: parallel
  for (std::size_t i = 0; i < s.size(); i++)
    k += s[i] == ' ';
  return k;
}
void mp(const std::map<int, double> &m, const std::vector<int> &key, std::vector<double> &o) {
  // loomp: parallel
  for (std::size_t i = 0; i < key.size(); i++) {
    auto it = m.find(key[i]);
    if (it != m.end()) o[i] = it->second;
  }
}
int mp2(const std::unordered_map<int, double> &m, const std::vector<int> &key) {
  int k = 0;
  // loomp: parallel
  for (std::size_t i = 0; i < key.size(); i++)
    k += m.count(key[i]);
  return k;
}
void algo(std::vector<double> &a, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    a[i] = std::clamp(a[i], 0.0, 1.0) + std::hypot(a[i], 2.0) + std::pow(a[i], 2) + std::fma(a[i], 2.0, 1.0);
}
void algo2(std::vector<int> &a, std::vector<unsigned> &u, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    a[i] = std::gcd(a[i], 12) + std::popcount(u[i]) + std::midpoint(a[i], 3);
}
void local1(std::vector<double> &a, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++) {
    std::vector<double> tmp(10);
    // loomp: parallel
    for (int j = 0; j < 10; j++) tmp[j] = i * j;
    double s = 0;
    // loomp: parallel
    for (int j = 0; j < 10; j++) s += tmp[j];
    a[i] = s;
  }
}
void local2(std::vector<double> &a, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++) {
    std::vector<double> tmp;
    // loomp: serial carried-anti-dependence -- push_back grows the vector that the iteration before left
    for (int j = 0; j < i; j++) tmp.push_back(a[i] + j);
    a[i] = std::accumulate(tmp.begin(), tmp.end(), 0.0);
  }
}
void local3(std::vector<std::vector<double>> &m) {
  // loomp: parallel
  for (std::size_t i = 0; i < m.size(); i++)
    std::sort(m[i].begin(), m[i].end());
}
void local4(std::vector<std::vector<double>> &m) {
  // loomp: parallel
  for (auto &row : m)
    std::fill(row.begin(), row.end(), 0.0);
}
void atb(std::vector<double> &a) {
  // loomp: parallel
  for (std::size_t i = 0; i < a.size(); i++)
    a.at(i) = i;
}
void thr(std::vector<double> &a, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++) {
    if (i < 0) throw 1;
    a[i] = i;
  }
}
