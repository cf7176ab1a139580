// RUN: %differential %s --threads 1,2,4
// The text of an implicit conversion is that of its operand: `d`, which is no integer, and scoped
// enumerators are no numbers. Where a rewrite needs the value, it must not be spelled so.
#include <cstdio>
#include <vector>
enum class E : int { A, B, C };

static long sums(int *a, double d, int n) {
  long s = 0;
  for (int j = 0; j < n; ++j) {
    s += long(d) * j;
    a[j] = static_cast<int>(s);
  }
  return s;
}
static void places(int *a, double d, int n) {
  long s = 0;
  for (int j = 0; j < n; ++j) {
    a[s] = j;
    for (int q = 0; q < 3; ++q)
      s += long(d);
  }
}
static void shift(double *a, const double *b, double d, int n) {
  for (int j = 0; j < n; ++j)
    a[j] = b[j + 100000 * int(d)] * 0.5 + 1;
}
static void start(double *a, const double *b, const float *w, int n) {
  for (long j = w[1]; j < n; ++j)
    a[j * 3] = b[j * 5] + 1;
}
static void byEnumerator(int *a, const int *b, E e, int n) {
  for (int j = 0; j < n; ++j)
    a[j + 4 * static_cast<int>(e)] = b[j];
}
static void ends(int *a, const int *b, E e, long n) {
  for (long j = 0; j < (unsigned char)(4 * (int)e + n); ++j)
    a[j] = b[j];
}
static void placesByEnumerator(int *a, E e, int n) {
  long s = 0;
  for (int j = 0; j < n; ++j) {
    a[s] = j;
    for (int q = 0; q < 3; ++q)
      s += static_cast<int>(e);
  }
}

int main() {
  static int a[100000], b[100000];
  std::printf("%ld %d\n", sums(a, 2.7, 10000), a[77]);
  places(b, 2.9, 1000);
  std::vector<double> v(400000);
  for (int i = 0; i < 400000; ++i)
    v[i] = i;
  shift(v.data() + 110000, v.data(), -0.9, 150000);
  const float w[] = {0, 0.9f};
  start(v.data() + 1, v.data(), w, 1000);
  byEnumerator(a, b, E::B, 1000);
  ends(a, b + 7, E::C, 100);
  placesByEnumerator(a + 5000, E::B, 1000);
  double s = 0;
  for (int i = 0; i < 400000; ++i)
    s += v[i] * (i % 7);
  long t = 0;
  for (int i = 0; i < 100000; ++i)
    t = t * 3 + b[i] + a[i];
  std::printf("%.12g %ld\n", s, t);
}
