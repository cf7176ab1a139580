// RUN: %differential %s
// What an iterator leads to has no address that a check could name.
#include <cstddef>
#include <cstdio>
#include <vector>
struct Guard {
  long &held;
  explicit Guard(long &variable) : held(variable) {}
  ~Guard() {}
};
static long g = 0;
static long helper(long x) {
  if (x <= 0)
    return ++g % 100;
  return helper(x / 2 - 1) + x % 3;
}
static void both(std::vector<long> &v, std::vector<long> &w) {
  auto it = w.begin();
  long depth = 1;
  while (it != w.end()) {
    {
      Guard guard(depth);
      v[1] = helper((v.data()[3]) % 100) % 1000;
    }
    for (long i = 0; i < long(v.size()); ++i)
      *it ^= 5;
    ++it;
  }
}
int main() {
  std::vector<long> v(9, 3), w(7, 4);
  both(v, w);
  for (std::size_t i = 0; i < w.size(); ++i)
    w[i] += long(i);
  std::printf("%ld %ld %ld\n", v[1], w[0], w[6]);
}
