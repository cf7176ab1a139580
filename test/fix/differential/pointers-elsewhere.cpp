// RUN: %differential %s
// Sums and last values in loops that store pointers, to others than the variable with copies.
#include <algorithm>
#include <cstdio>
#include <vector>

static long hits = 0;
static double sum = 0, lowest = 1e9;
static double bins[4];
static long numbers[20000];
static const long *rows[20000];

__attribute__((noinline)) static void keep(long *count, double *real) {
  if (count)
    *count += 1;
  if (real)
    *real += 0.5;
}
__attribute__((noinline)) static long last(const long *a, int n) {
  long t = 0, z = 5;
  for (int i = 0; i < n; ++i) {
    t = a[i] * 3;
    rows[i] = i % 3 ? a + i : &z;
  }
  long result = t;
  for (int i = 0; i < n; ++i)
    result += *rows[i] * (i % 5);
  return result;
}
__attribute__((noinline)) static long kept(const long *a, int n) {
  long t = 0;
  for (int i = 0; i < n; ++i) {
    t = a[i];
    rows[i] = &t;
  }
  t += 7;
  return *rows[0] + *rows[n / 2];
}

int main() {
  std::vector<long> v(20000);
  std::vector<double> d(20000);
  for (int i = 0; i < 20000; ++i) {
    numbers[i] = i * 37 % 1009;
    v[i] = numbers[i] - 500;
    d[i] = (i * 71 % 4001) - 17.5;
  }
  keep(&hits, &sum), keep(nullptr, &lowest), keep(nullptr, bins);
  for (auto it = v.begin(); it < v.end(); ++it)
    if (*it > 0)
      ++hits;
  for (const long *p = numbers; p < numbers + 19999; p += 2)
    sum += (*p > 300 ? 1.5 : 0.25);
  for (auto it = d.begin(); it < d.end(); it++)
    lowest = std::min(lowest, *it);
  for (const long *p = numbers; p < numbers + 20000; ++p)
    bins[*p & 3] += 1;
  std::printf("%ld %g %g\n", hits, sum, lowest);
  for (int i = 0; i < 20000; ++i) {
    rows[i] = numbers + i;
    hits += numbers[i];
  }
  std::printf("%ld %g %g %g %g\n", hits, bins[0], bins[1], bins[2], bins[3]);
  std::printf("%ld %ld\n", last(numbers, 20000), kept(numbers, 20000));
}
