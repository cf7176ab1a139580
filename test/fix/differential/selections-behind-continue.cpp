// RUN: %differential %s
// What the rest of an iteration selects, flags of other types than bool, and handlers.
#include <cstdio>
#include <vector>

static double sums(const std::vector<double> &v, int &where, float &other) {
  double best = -1e9;
  int at = -1;
  float with = 3;
  const int n = static_cast<int>(v.size()) - 1;
  for (int i = 0; i < n; ++i) {
    if (!(best < v[i] + v[i + 1])) {
      continue;
    }
    with = 9;
    best = v[i] + v[i + 1];
    at = i * 2;
  }
  where = at;
  other = with;
  return best;
}

static int smallestValid(const std::vector<int> &v, const bool (&valid)[3000], int &where) {
  int best = 1000, at = -1;
  for (int i = 0; i < 3000; ++i) {
    if (!valid[i] || v[i] > best) continue;
    best = v[i]; at = i;
  }
  where = at;
  return best;
}

static int withCompanion(const std::vector<int> &v, const int (&companion)[3000]) {
  int best = 1000, with = -1;
  for (int i = 0; i < 3000; ++i) {
    if (best <= v[i])
      continue;
    best = v[i];
    with = companion[i];
  }
  return with;
}

static int smallest(const std::vector<int> &v) {
  int best = 1000;
  const int n = static_cast<int>(v.size());
  for (int i = 0; i < n; ++i) {
    if (v[i] >= best)
      continue;
    best = v[i];
  }
  return best;
}

static long widened(const std::vector<unsigned> &v, int &where) {
  long best = 1L << 40;
  int at = -1;
  const int n = static_cast<int>(v.size());
  for (int i = 0; i < n; ++i)
    if (static_cast<long>(v[i]) <= best) {
      best = v[i];
      at = i;
    }
  where = at;
  return best;
}

static long flags(const std::vector<int> &v, int rounds, int n) {
  long f = 1, result = 0;
  for (int r = 0; r < rounds; ++r) {
    for (int i = 0; i < n; ++i)
      f = v[i] == r && f;
    result = result * 3 + f;
    f = r % 2 == 0;
  }
  return result;
}

static int anyStart(const std::vector<int> &v, int start) {
  for (int i = 0; i < 100; ++i)
    start = v[i] > 40 || start;
  return start;
}

struct Counter {
  long total = 0;
};

static long member(const std::vector<int> &v, int from, int n) {
  Counter c;
  int i = from;
  do {
    c.total = v[i] == 22 || c.total;
  } while (++i < n);
  return c.total;
}

static long handled(std::vector<int> &e, std::vector<long> &z, int n) {
  long t = -5;
  for (int i = 0; i < n; ++i) {
    try {
      t = i * 2;
      e.at(i + 12) = i;
      z[i] = 1;
    } catch (...) {
      t += 1;
      z[i] = t;
    }
  }
  return t;
}

static long offset(long x) {
  thread_local long memo = 7;
  return x + memo;
}

int main() {
  std::vector<double> v(3000);
  std::vector<int> ties(3000);
  std::vector<unsigned> large(3000);
  static bool valid[3000];
  static int companion[3000];
  for (int i = 0; i < 3000; ++i) {
    v[i] = (i * 7919 % 601) * 0.5;
    ties[i] = (i * 37 + 11) % 23 + 5;
    large[i] = 4000000000U + i * 91 % 37;
    valid[i] = i % 11 == 3;
    companion[i] = i * 3;
  }
  int where = 0;
  float other = 0;
  double best = sums(v, where, other);
  std::printf("%g %d %g\n", best, where, other);
  int least = smallestValid(ties, valid, where);
  std::printf("%d %d %d %d\n", least, where, withCompanion(ties, companion), smallest(ties));
  long number = widened(large, where);
  std::printf("%ld %d %ld %ld\n", number, where, flags(ties, 9, 0), flags(ties, 9, 40));
  std::printf("%d %d %d\n", anyStart(ties, 0), anyStart(ties, 5),
              anyStart(std::vector<int>(100, 50), 0));
  std::printf("%ld %ld %ld\n", member(ties, 0, 3000), member(ties, 5, 0), member(ties, 0, 3));
  std::vector<int> e(500, 3);
  std::vector<long> z(3000);
  long t = handled(e, z, 1000), sum = 0;
  for (long each : z)
    sum = sum * 3 % 1000003 + each;
  std::printf("%ld %ld %ld\n", t, sum, handled(e, z, 400));
  for (int i = 0; i < 3000; ++i)
    z[i] = offset(i);
  std::printf("%ld\n", z[2999]);
}
