// RUN: %differential %s
// Triangles without gaps, by rows and by columns, and some with gaps too small.
#include <cstddef>
#include <cstdio>
#include <vector>
static double a[60000];
static void sizes(std::vector<double> &v, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j <= i; ++j)
      v[i * (i + 1) / 2 + j] = v[i * (i + 1) / 2 + j] * 0.5 + static_cast<double>(j);
}
static void oneTooLong(std::vector<double> &v, std::size_t n) {
  for (std::size_t i = 1; i < n; ++i)
    for (std::size_t j = 0; j <= i; ++j)
      v[i * (i - 1) / 2 + j] = v[i * (i - 1) / 2 + j] * 0.5 + static_cast<double>(i * j);
}
static void fixedSize() {
  for (int i = 2; i < 120; i++)
    for (long j = 0; j < i; ++j)
      a[i * (i - 1) / 2 + j] = a[i * (i - 1) / 2 + j] * 0.5 + i;
}
static void fixedSizeOneTooLong() {
  for (int i = 2; i < 120; i++)
    for (long j = 0; j <= i; ++j)
      a[i * (i - 1) / 2 + j] = a[i * (i - 1) / 2 + j] * 0.5 + i;
}
static void columns(long n) {
  for (long j = 0; j < n; ++j)
    for (long i = j; i < n; ++i)
      a[i * (i + 1) / 2 + j] = a[i * (i + 1) / 2 + j] * 0.25 + j;
}
static void columnsTooTight(long n) {
  for (long j = 0; j < n; ++j)
    for (long i = j; i < n; ++i)
      a[i * (i - 1) / 2 + j] = a[i * (i - 1) / 2 + j] * 0.25 + j;
}
static void columnsTooFarApart(long n) {
  for (long j = 0; j < n; ++j)
    for (long i = j; i < n; ++i)
      a[i * (i - 1) / 2 + 2 * j] = a[i * (i - 1) / 2 + 2 * j] * 0.25 + i;
}
static void blocks(long n, int length) {
  for (long i = 0; i < n; ++i)
    for (long j = 0; j < i; ++j)
      for (long k = 0; k < 4; ++k)
        a[4 * (i * (i - 1) / 2 + j) + k] += i + k;
  for (long i = 0; i < n; ++i)
    for (long j = 0; j < i; ++j)
      for (long k = 0; k < length; ++k)
        a[4 * (i * (i - 1) / 2 + j) + k] = a[4 * (i * (i - 1) / 2 + j) + k] * 0.5 + j;
}
static void counted(long n) {
  std::size_t k = 5;
  for (long i = n - 1; i >= 1; --i)
    for (long j = 0; j < i; ++j) {
      k += 1;
      a[k] = a[k] * 0.5 + i;
    }
  std::size_t m = 3;
  for (long i = 0; i < n; ++i) {
    for (long j = 0; j < 4; ++j)
      m += j;
    a[m] = a[m] * 0.5 + static_cast<double>(k);
  }
  a[m] += m;
}
static void narrow() {
  for (unsigned i = 2; i < 200; ++i)
    for (long j = 0; j < i; ++j)
      a[i * (i + 1) / 2 + j] = a[i * (i + 1) / 2 + j] * 0.25 + j;
}
static void half(int n) {
  static double t[400];
  for (int i = 0; i < n; i++) {
    if (a[i] > 1)
      t[i] = t[i] * 0.5 + i;
    t[i + 200] = a[i];
  }
  for (int i = 0; i < 400; i++)
    a[i] += t[i];
}
int main() {
  std::vector<double> v(40000, 1.0);
  for (int round = 0; round < 3; round++) {
    sizes(v, 180 + round);
    oneTooLong(v, 170 + round);
    fixedSize();
    fixedSizeOneTooLong();
    columns(150 + round);
    columnsTooTight(140 + round);
    columnsTooFarApart(130 + round);
    blocks(100, 4 + round);
    counted(120 + round);
    narrow();
    half(200 - round);
  }
  double sum = 0;
  for (int i = 0; i < 60000; i++)
    sum += a[i] * (i % 17);
  for (int i = 0; i < 40000; i++)
    sum += v[i] * (i % 19);
  std::printf("%.6f\n", sum);
}
