// RUN: %differential %s
// The step times the number of iterations exceeds an int, though the index is an int.
#include <cstdio>
#include <initializer_list>
static long a[2000000];
// The index is wider than its bound, in whose type the product would not fit.
static long ofInt(int n) {
  long q = 0;
  for (long j = 0; j < n; ++j) {
    a[j] = q;
    q += 1000000;
  }
  return q;
}
static long down(unsigned n, int m) {
  long q = 0;
  for (long j = n; j > 0; --j) {
    a[j] = q;
    q -= m;
  }
  return q;
}
static long remainder(int n) {
  long q = 0;
  for (long j = 0; j != n; ++j) {
    a[j] = q;
    q = (q + 1000003) % 1000000007;
  }
  return q;
}
static unsigned wrapped(int n) {
  unsigned q = 0;
  for (unsigned j = 0; j < unsigned(n); ++j) {
    a[j] = q;
    q += 300000;
  }
  return q;
}
static long copied(int n, const long *steps) {
  long q = 0;
  for (long j = 0; j < n; ++j) {
    a[j] = q;
    q += steps[0];
    a[j] += q;
    q += 3000000;
  }
  return q;
}
int main() {
  const long step = 1000000;
  for (int n : {0, 1, 9000})
    std::printf("%ld %ld %ld %u %ld\n", ofInt(n), down(n, 1000000), remainder(n), wrapped(n),
                copied(n, &step));
  long k = 7;
  for (int i = 0; i < 2000000; i++) {
    a[i] = k;
    k += 100000;
  }
  long s = k;
  for (int i = 0; i < 2000000; i++)
    s ^= a[i];
  std::printf("%ld\n", s);
}
