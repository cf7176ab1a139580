// RUN: %differential %s
// Minima and maxima with constants of another type; a sum by calls beside a kept address.
#include <cstdio>
#include <vector>

static double &state() {
  static double value = 0;
  return value;
}
static double *kept;
static double keptAddress(const int *first, const int *last) {
  for (const int *at = first; at < last; ++at) {
    kept = &state();
    state() += *at;
    state() += 1;
  }
  return *kept;
}
static float element(long n, float *h) {
  for (long i = 0; i < n; i += 2)
    if (h[3] < 2)
      h[3] = 2;
  return h[3] + h[2];
}
static short narrow(long n, const short *b) {
  short s = 0;
  for (long i = 0; i < n; i++) {
    s = s < b[i] ? b[i] : s;
    if (s < 5)
      s = 5;
  }
  return s;
}
static float atLeast(long n) {
  float s = 0;
  for (long i = 0; i < n; i++)
    if (s > -2.5)
      s = -2.5;
  return s;
}
int main() {
  std::vector<int> a(3000);
  std::vector<short> b(3000);
  for (int i = 0; i < 3000; i++) {
    a[i] = i % 17;
    b[i] = short(i % 4);
  }
  float h[8] = {};
  std::printf("%g\n", keptAddress(a.data(), a.data() + a.size()));
  std::printf("%g %g\n", element(0, h), element(3000, h));
  std::printf("%d %d\n", narrow(3000, b.data()), narrow(0, b.data()));
  std::printf("%g\n", atLeast(3000));
}
