// RUN: %differential %s --expect-rewritten=4
// Lambdas that name the index of a loop that becomes a `for`.
#include <cstdio>
#include <vector>
static void called(std::vector<long> &v, long m) {
  long w = 0;
  do {
    [&] { v[w] = w; }();
  } while (++w < m - 1);
}
static void nested(std::vector<long> &v, long m) {
  long w = 0;
  while (w < m) {
    auto outer = [&] {
      auto inner = [&](long x) { v[w] += x * w; };
      inner(3);
    };
    outer();
    ++w;
  }
}
static void copied(std::vector<long> &v, long m) {
  long w = 0;
  while (w < m) {
    auto f = [w, &v] { v[w] -= w; };
    ++w;
    f();
  }
}
static void after(std::vector<long> &v, long m) { // not rewritten: it sees the next index
  long w = 0;
  while (w < m) {
    auto f = [&w, &v] { v[w] += 1; };
    ++w;
    f();
  }
}
static void before(std::vector<long> &v, long m) { // not rewritten: it names another variable
  long w = 0;
  auto f = [&] { v[w] += 5; };
  while (w < m) {
    f();
    ++w;
  }
}
static void moves(std::vector<long> &v, long m) { // not rewritten: the lambda moves it
  long w = 0;
  while (w < m) {
    v[w] += 7;
    [&w] { ++w; }();
  }
}
int main() {
  std::vector<long> v(200);
  for (long m : {0L, 1L, 2L, 100L}) {
    called(v, m);
    nested(v, m);
    copied(v, m);
    after(v, m);
    before(v, m);
    moves(v, m);
    long sum = 0;
    for (long x : v)
      sum = sum * 31 % 1000003 + x;
    std::printf("%ld\n", sum);
  }
  long total = 0;
  for (long x : v)
    total += x;
  std::printf("%ld\n", total);
}
