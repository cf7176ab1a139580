// RUN: %differential %s
// What the start of a loop is compared with, in front of it and behind it, is what the loop
// compares: in its own types, for negative values, too. And the name of a deduced type is one that
// means that type where it is written.
#pragma GCC diagnostic ignored "-Wsign-compare"
#include <cstdio>
#include <iterator>
#include <vector>
static long after, value;
static int z[400];
using Num = long;
struct Cfg {
  using Num = unsigned char;
  Num n = 250;
};
static void highStart(int a) { // 0xfffffffd, ... 0xfffffffe
  long last = -9;
  unsigned i = -3;
  while (i < a) {
    last = i;
    i++;
  }
  value = last, after = i;
}
static void otherType(int s, unsigned u) {
  long last = -9;
  long i = s;
  while (i < u) {
    z[i + 40] = 1;
    last = i;
    i++;
  }
  value = last, after = i;
}
static void untested(int s, unsigned u) {
  long i = s;
  do {
    z[i + 40] += 2;
    i++;
  } while (i < u);
  after = i;
}
static void downwards(int s, unsigned u) {
  long i = u;
  while (i > s) {
    z[i + 40] += 3;
    --i;
  }
  after = i;
}
static void deduced(std::vector<int> &v) {
  for (auto i = v.size(); i-- > 0;)
    z[i] += static_cast<int>(i) + 1;
  int t = 0;
  for (auto i = std::ssize(v) - 1; i >= 0; --i) {
    t = static_cast<int>(i);
    z[i] += t;
  }
  auto c = Cfg().n;
  for (int i = 0; i < 10; i++) {
    z[i] += c;
    c += 3;
  }
  auto k = v.size();
  for (int i = 0; i < 10; i++) {
    z[i] += static_cast<int>(k);
    k += 3;
  }
}
int main() {
  highStart(-1);
  std::printf("%ld %ld\n", value, after);
  highStart(5);
  std::printf("%ld %ld\n", value, after);
  for (int s : {-5, 0, 2, 3, 4}) {
    otherType(s, 3);
    std::printf("%ld %ld\n", value, after);
    untested(s, 3);
    std::printf("%ld\n", after);
    downwards(s, 3);
    std::printf("%ld\n", after);
  }
  std::vector<int> v(100);
  deduced(v);
  long sum = 0;
  for (int i = 0; i < 400; i++)
    sum += z[i] * (i % 17);
  std::printf("%ld\n", sum);
}
