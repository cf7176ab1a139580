// RUN: %differential %s --race --expect-rewritten=5
// An exception leaves the loop as before, and what the iterations before it wrote stays.
#include <array>
#include <cstdio>
#include <stdexcept>
#include <vector>
void each(long n, std::vector<long> &v) {
  for (long i = 0; i < n; i++)
    v.at(i) = 3 * i;
}
void downwards(int n, int m, std::vector<long> &v) {
  for (int i = n - 1; i >= m; i -= 2)
    v.at(i) += i;
}
long invariant(const std::vector<long> &v, const std::vector<long> &w) {
  long s = 0;
  for (long e : v)
    s += e * w.at(3);
  return s;
}
void fixed(unsigned n, std::array<long, 50> &a) {
  for (unsigned i = 0; i < n; i++)
    a.at(i) = i;
}
void plane(int n, std::vector<long> &v, long &last) {
  for (int i = 0; i < n; i++) {
    last = i;
    for (int j = 0; j < 4; j++)
      v.at(i * 4 + j) += j;
  }
}
template <class F> void attempt(const char *name, F f) {
  try {
    f();
    std::printf("%s: all\n", name);
  } catch (const std::out_of_range &) {
    std::printf("%s: out of range\n", name);
  }
}
long sum(const std::vector<long> &v) {
  long s = 0;
  for (std::size_t i = 0; i < v.size(); i++)
    s = (s * 31 + v[i]) % 1000003;
  return s;
}
int main() {
  std::vector<long> v(40), none;
  std::array<long, 50> a = {};
  for (long n : {-3, 0, 1, 40, 41, 60})
    attempt("each", [&] { each(n, v); });
  std::printf("%ld\n", sum(v));
  for (int n : {-3, 0, 1, 39, 40, 41, 42})
    for (int m : {-9, -1, 0, 1, 30, 41, 50})
      attempt("downwards", [&] { downwards(n, m, v); });
  std::printf("%ld\n", sum(v));
  attempt("invariant", [&] { std::printf("%ld\n", invariant(v, v)); });
  attempt("invariant", [&] { std::printf("%ld\n", invariant(v, none)); });
  attempt("invariant", [&] { std::printf("%ld\n", invariant(none, none)); });
  for (unsigned n : {0u, 50u, 51u, 4000000000u})
    attempt("fixed", [&] { fixed(n, a); });
  long last = -1;
  for (int n : {-2147483647 - 1, -1, 0, 3, 10, 11, 2147483647}) {
    attempt("plane", [&] { plane(n, v, last); });
    std::printf("%ld %ld\n", last, sum(v));
  }
  std::printf("%ld %ld\n", a[0], a[49]);
}
