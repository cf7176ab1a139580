// Roles whose theorem asks for more than it seems: iterations in order, an index that fits, the one
// operator that was looked at.
// RUN: %differential %s --race --flags="-std=c++20 -Wextra -Wno-conversion"
#include <algorithm>
#include <cstdio>
#include <vector>

static std::vector<int> values(4000);

static int lastHit(const std::vector<std::vector<int>> &rows) {
  int last = -1, n = static_cast<int>(rows.size());
  for (int i = 0; i < n; i++) {
    int sum = 0;
    for (int x : rows[i])
      sum += x;
    if (sum % 7 == 3)
      last = i;
  }
  return last;
}

static int narrow(int n) {
  unsigned char at = 0;
  for (int i = 0; i < n; i++)
    if (values[i] > values[at])
      at = static_cast<unsigned char>(i);
  return at;
}

static int wide(int n) {
  long at = 0;
  for (int i = 0; i < n; i++)
    if (values[i] > values[at])
      at = i;
  return static_cast<int>(at);
}

struct Overloaded {
  double x = 0, y = 0;
  Overloaded &operator+=(const Overloaded &o) {
    x += o.x;
    y += o.y;
    return *this;
  }
  Overloaded &operator+=(Overloaded &o) {
    x += o.x;
    o.y = 9;
    return *this;
  }
};

static double overloaded(int n) {
  Overloaded t;
  for (int i = 0; i < n; i++) {
    const Overloaded v{double(i), 1};
    t += v;
  }
  return t.x + t.y;
}

struct sum {
  double x = 0;
  sum &operator+=(const sum &o) {
    x += o.x;
    return *this;
  }
};

static double hidden(int n) {
  sum sum;
  for (int i = 0; i < n; i++) {
    struct sum v;
    v.x = i;
    sum += v;
  }
  return sum.x;
}

static double throughDouble(int n) {
  long t = (1L << 53) + 1;
  for (int i = 0; i < n; i++) {
    values[i] = static_cast<int>(t % 1000);
    t *= -1.0;
  }
  return static_cast<double>(t % 1000);
}

// clang-format off
static int oneLine(int *a, const int n) { int k = 7; for (int i = 0; i < n; i += 1) { a[i] = k; k += 3; } return k; }
// clang-format on

struct Counts {
  int at[1000];
  int n;
  auto operator<=>(const Counts &) const = default;
  void scatter(double *z) const {
    for (int i = 0; i < 1000; i++)
      z[at[i]] = i;
  }
};

static void scatter(const Counts *p, double *z) {
  for (int i = 0; i < 1000; i++)
    z[p->at[i]] = i;
}

static void scatterRow(const int (*m)[1000], double *z) {
  for (int i = 0; i < 1000; i++)
    z[(*m)[i]] = i;
}

int main() {
  std::vector<std::vector<int>> rows(4000);
  for (int i = 0; i < 4000; ++i)
    rows[i].assign(i % 97, i % 13);
  std::printf("%d\n", lastHit(rows));
  for (int i = 0; i < 4000; ++i)
    values[i] = i;
  std::printf("%d %d\n", narrow(4000), wide(4000));
  std::printf("%g %g\n", overloaded(3000), hidden(3000));
  std::printf("%g %d\n", throughDouble(4000), values[1]);
  std::vector<int> a(4000);
  std::printf("%d\n", oneLine(a.data(), 4000));
  static Counts counts;
  static int row[1][1000];
  for (int i = 0; i < 1000; ++i)
    row[0][i] = counts.at[i] = i % 50;
  std::vector<double> z(1000);
  counts.scatter(z.data());
  scatter(&counts, z.data());
  scatterRow(row, z.data());
  double total = 0;
  for (double x : z)
    total = 0.5 * total + x;
  std::printf("%g\n", total);
}
