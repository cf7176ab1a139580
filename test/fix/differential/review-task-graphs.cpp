// RUN: %differential %s --fix-options=--form=tasks --threads 1,2,4
// RUN: %differential %s --fix-options=--form=sections --threads 1,2,4
// Names that are hard to see: behind a macro, in a type only, hidden by another name, or visible in
// a statement only; and a variable that keeps its own address.
#include <cstddef>
#include <cstdio>
#include <vector>

using V = std::vector<double>;
static double sum(const V &v) {
  double s = 0;
  for (double x : v)
    s += x;
  return s;
}
static void scale(V &v, double by) {
  for (double &x : v)
    x *= by;
}
static void add(V &v, const V &w) {
  for (std::size_t i = 0; i < v.size(); i++)
    v[i] += w[i];
}

static double level = 3;
#define LEVEL level
static double behindMacro(V a, V b, V c) {
  scale(a, LEVEL); // the global
  const double level = 5;
  scale(b, level);
  scale(c, level);
  add(a, b);
  add(c, b);
  return a[0] + c[0];
}
static double computedBehindMacro(V a, V b, V c) {
  scale(a, LEVEL);
  double level = sum(b);
  scale(b, level);
  scale(c, level);
  add(a, b);
  add(c, b);
  return a[0] + c[0];
}

static int s = 7;
static double inType(V a, V b) {
  double s = sum(a);
  scale(a, s);
  double t = sum(b);
  scale(b, t);
  add(a, b);
  decltype(s) r = a[0];
  return r;
}

static double *kept;
static double ownAddress(V a, V b, V c) {
  double x = (kept = &x, sum(a));
  scale(a, x);
  double t = sum(b);
  scale(c, t);
  add(b, a);
  add(c, a);
  return *kept;
}

namespace {
enum class Unnamed { R, G };
Unnamed unnamed(const V &v) { return sum(v) > 1 ? Unnamed::R : Unnamed::G; }
} // namespace
static double ofUnnamed(V a, V b, V c) {
  auto r = unnamed(c);
  double t = sum(b);
  scale(c, int(r) + t);
  scale(a, int(r));
  add(a, c);
  return c[0] + a[0];
}
enum class Color { R, G };
static Color color(const V &v) { return sum(v) > 1 ? Color::R : Color::G; }
static double hidden(V a, V b, V c, int Color) {
  auto s = color(a);
  double t = sum(b);
  scale(c, t + int(s) + Color);
  scale(a, int(s));
  return c[0] + a[0];
}

template <class T> V filled(5000, T(1));
static double ofTemplate(V b) {
  scale(filled<double>, 2);
  scale(b, 3);
  double s = sum(filled<double>) + sum(b);
  return s;
}
namespace ns {
V g(5000, 1);
}
static double inStatement(V b) {
  {
    using ns::g;
    scale(g, 2);
  }
  scale(b, 3);
  double s = 0;
  {
    using ns::g;
    s = sum(g) + sum(b);
  }
  return s;
}

int main() {
  V a(5000, 1);
  level += 1;
  std::printf("%g %g %d\n", behindMacro(a, a, a), computedBehindMacro(a, a, a), s);
  std::printf("%g %g\n", inType(V(5000, 0.3), V(5000, 0.3)), ownAddress(a, a, a));
  std::printf("%g %g %g %g\n", ofUnnamed(a, a, a), hidden(a, a, a, 2), ofTemplate(a),
              inStatement(a));
}
