// RUN: %differential %s
// References that the library hands out, initializers of members, generic lambdas; names of globals that blocks and
// directives hide; conditions on values that are as large as their type.
#include <algorithm>
#include <climits>
#include <cstddef>
#include <cstdio>
static long A[400], K[400];
static void show(const char *name, long value) {
  long sum = 0;
  for (long a : A)
    sum = (sum * 31 + a * 7) % 1000003;
  std::printf("%s %ld %ld\n", name, value, sum);
}

static long greatest(int n) {
  const long &r = std::max(K[5], K[6]);
  for (int i = 0; i < n; i++) {
    K[i] = i * 3;
    A[i] = r;
  }
  return r;
}
static long least(int n) {
  long x = 0, y = 900;
  const long *r = &std::min(x, y);
  for (int i = 0; i < n; i++) {
    x = i;
    A[i] = *r;
  }
  return x;
}
static const long *address(const long &value) { return &value; }
struct Holder {
  const long *p;
  Holder(int n, long x) : p(address(x)) {
    for (int i = 0; i < n; i++) {
      x = i;
      A[i] = *p;
    }
  }
};
static long generic(int n) {
  long x = 7;
  const long *kept = nullptr;
  auto keep = [&](auto tag) {
    decltype(tag) w(x);
    kept = &w;
  };
  keep.operator()<const long &>(x);
  auto fill = [&] {
    for (int i = 0; i < n; i++) {
      x = i;
      A[i] = *kept;
    }
  };
  fill();
  return x;
}

static double t[2001], from[2001];
namespace space {
static double t[2001];
static void inBlock(const double *given, int n) {
  {
    using namespace space;
    space::t[0] = 1;
  }
  for (int i = 0; i < n; i++)
    space::t[i + 1] = given[i] + 1;
}
} // namespace space
namespace other {
static double t[2001];
static void put(int i, double v) { t[i] = v; }
} // namespace other
namespace third {
static double t[2001];
namespace inner {
using namespace other;
static void behindCall(const double *given, int n) {
  for (int i = 0; i < n; i++)
    other::put(i + 1, given[i] + 1);
}
} // namespace inner
} // namespace third
static void jumpedOver(double *w, const double *given, int n, int m) {
  t[0] = 1;
  switch (m) {
    double *t;
  case 1:
    t = w;
    for (int i = 0; i < n; i++)
      ::t[i + 1] = given[i] + 1;
    t[0] = 3;
  }
}

static long never(int n, long long k) {
  long s = 3;
  for (int i = 0; i < n; i++) {
    if (i > k)
      s = i;
    A[i] = i;
  }
  return s;
}
static long behindAll(std::size_t n, std::size_t k) {
  long s = 3;
  for (std::size_t i = 0; i < n; i++) {
    if (i > k)
      s = static_cast<long>(i);
    A[i] = 2;
  }
  return s;
}

int main() {
  for (int i = 0; i < 400; i++)
    K[i] = i * 37 % 101;
  show("greatest", greatest(399));
  show("least", least(399));
  Holder(399, 3);
  show("Holder", 0);
  show("generic", generic(399));
  show("never", never(300, LLONG_MAX) + never(300, 9));
  show("behindAll", behindAll(300, static_cast<std::size_t>(-1)) + behindAll(300, 9));
  space::inBlock(space::t, 2000);
  third::inner::behindCall(other::t, 2000);
  jumpedOver(from, t, 2000, 1);
  std::printf("%f %f %f %f\n", space::t[2000], other::t[2000], t[2000], third::t[3] + from[0]);
}
