// RUN: %differential %s
// Unsigned indices that count down until they wrap, from starts below the bound and above it.
#include <cstddef>
#include <cstdio>
#include <vector>
static void fromStart(std::vector<long> &v, std::size_t start, std::size_t bound, long c) {
  for (std::size_t i = start; i < bound; --i)
    v[i] += static_cast<long>(i) * c;
}
static void fixedBound(std::vector<long> &v, int n, const std::vector<int> &w) {
  for (std::size_t i = static_cast<std::size_t>(n - 1); i < 100; --i)
    v[i] = v[i] * 3 + w[i];
}
static void signedStart(std::vector<long> &v, int start, std::size_t bound) {
  for (std::size_t i = start; i < bound / 2; i--)
    v[i] ^= 5;
}
static void carried(std::vector<long> &v, std::size_t start, std::size_t bound) {
  for (std::size_t i = start; i < bound; --i)
    v[i] = (v[i + 1] * 7 + 1) % 10007;
}
static std::size_t outlives(std::vector<long> &v, std::size_t start, std::size_t bound) {
  std::size_t i;
  for (i = start; i < bound; --i)
    v[i] += 1;
  return i;
}
int main() {
  std::vector<long> v(5001, 1);
  std::vector<int> w(200, 3);
  std::size_t left = 0;
  const std::size_t bounds[] = {0, 1, 2, 100, 4999, 5000};
  for (std::size_t bound : bounds)
    for (std::size_t start : bounds) {
      fromStart(v, start, bound, static_cast<long>(start + bound));
      signedStart(v, static_cast<int>(start) - 1, bound);
      carried(v, start, bound);
      left += outlives(v, start, bound) % 1000;
    }
  for (int n : {-5, 0, 1, 50, 100, 101, 150})
    fixedBound(v, n, w);
  unsigned long sum = left;
  for (std::size_t i = 0; i < v.size(); i++)
    sum = sum * 31 + static_cast<unsigned long>(v[i]);
  std::printf("%lu\n", sum);
}
