// RUN: %differential %s
// What a lambda captures, beside pointers that lead to it and pointers that do not; globals of
// namespaces and classes that a pointer leads to.
#include <cstddef>
#include <cstdio>
#include <vector>

namespace space {
static long table[64];
struct Table {
  static inline long cells[64] = {};
};
static void fromTable(long n, long *b) {
  for (long i = 0; i < n; i++)
    b[i + 1] = table[i] + 1;
}
static void fromCells(long n, long *b) {
  for (long i = 0; i < n; i++)
    b[i + 1] = Table::cells[i] + 1;
}
} // namespace space

static long pointed(long n, bool own) {
  long others[64] = {};
  long *b = own ? &n : others;
  auto fill = [&] {
    for (long i = 0; i < n; i++)
      b[i] = 1;
  };
  fill();
  return n + others[0];
}

static long passed(long n, bool own) {
  long others[64] = {};
  auto fill = [&](long *b) {
    for (long i = 0; i < n; i++)
      b[i] = 1;
  };
  fill(own ? &n : others);
  return n + others[3];
}

static long summed(long n, const long *b) {
  long sum = 0, most = -1;
  auto add = [&] {
    for (long i = 0; i < n; i++)
      sum += b[i];
    for (long i = 0; i < n; i++)
      most = b[i] > most ? b[i] : most;
  };
  add();
  add();
  return sum * 100 + most;
}

static long summedInto(long n, long *b) {
  long sum = 0;
  b = n < 0 ? &sum : b;
  auto add = [&] {
    for (long i = 0; i < n; i++) {
      sum += b[i];
      b[i] = i;
    }
  };
  add();
  add();
  return sum;
}

static int shifted(int k, bool own) {
  int w[65] = {}, others[65];
  for (int i = 0; i < 65; i++)
    w[i] = others[i] = i * i % 31;
  const int *from = own ? w : others;
  auto fill = [&] {
    for (int i = 0; i < k; i++)
      w[i + 1] = from[i] + 1;
  };
  fill();
  int sum = 0;
  for (int i = 0; i < 65; i++)
    sum = (sum * 7 + w[i]) % 10007;
  return sum;
}

static long copies(long n, long *b, const long *c) {
  auto copy = [=] {
    for (long i = 0; i < n; i++)
      b[i] = c[i] + n;
  };
  copy();
  long sum = 0;
  for (long i = 0; i < n; i++)
    sum = (sum * 7 + b[i]) % 10007;
  return sum;
}

struct State {
  double x = 2;
  std::vector<double> v;
};
static void shiftedReference(std::vector<double> &a, const std::vector<double> &b) {
  auto copy = [&](int k) {
    for (std::size_t i = 0; i + k < a.size(); ++i)
      a[i + k] = b[i] + 1;
  };
  copy(1);
}
static void memberReference(State &s, const double *b, int n) {
  auto fill = [&] {
    for (int i = 0; i < n; ++i)
      s.v[i] = b[i] + s.x;
  };
  fill();
}
static void boundReference(int &n, int *a) {
  auto fill = [&] {
    for (int i = 0; i < n; ++i)
      a[i] = 1;
  };
  fill();
}
class Class {
public:
  explicit Class(int size) : v(size + 1, 1.5), n(size), p(v.data()) {}
  double shift() {
    auto copy = [this] {
      for (int i = 0; i < n; ++i)
        v[i + 1] = p[i] + 1;
    };
    copy();
    return v[n];
  }

private:
  std::vector<double> v;
  int n;
  double *p;
};

int main() {
  std::vector<double> first(64, 1), second(64, 2);
  shiftedReference(first, second);
  shiftedReference(second, second);
  State state;
  state.v.assign(64, 3);
  memberReference(state, first.data(), 60);
  memberReference(state, state.v.data() + 1, 60);
  int bound = 60, elements[64] = {};
  boundReference(bound, elements);
  elements[0] = 60;
  boundReference(elements[0], elements);
  std::printf("%f %f %f %d\n", first[63], second[63], state.v[50], elements[0] + elements[1]);
  std::printf("%f\n", Class(60).shift());
  std::printf("%ld %ld\n", pointed(1, true), pointed(60, false));
  std::printf("%ld %ld\n", passed(1, true), passed(60, false));
  long b[65], c[65];
  for (long i = 0; i < 65; i++)
    b[i] = c[i] = i * 37 % 64;
  std::printf("%ld %ld\n", summed(60, b), summedInto(60, b));
  std::printf("%d %d\n", shifted(60, true), shifted(60, false));
  std::printf("%ld %ld\n", copies(60, b, c), copies(60, b + 1, b));
  space::fromTable(60, b);
  space::fromTable(60, space::table);
  space::fromCells(60, space::Table::cells);
  std::printf("%ld %ld %ld\n", b[60], space::table[60], space::Table::cells[60]);
}
