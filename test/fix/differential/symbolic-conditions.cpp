// RUN: %differential %s
// Loops that run in parallel for some values only; the values here are of both kinds.
#include <climits>
#include <cstdio>
static int a[40000], b[20000];
static void distance(int n, int d) {
  for (int i = 0; i < n; i++)
    a[20000 + i] = a[20000 + i + d] * 3 % 1009 + 1;
}
static void stride(int n, int s) {
  for (int i = 0; i < n; i++)
    a[20000 + i * s] = b[i];
}
static void rows(int n, int width, int ld) {
  for (int i = 0; i < n; i++)
    for (int j = 0; j < width; j++)
      a[i * ld + j] = i * 100 + j;
}
static void row(int n, int k) {
  for (int i = 0; i < n; i++)
    a[i] = (a[i] + a[k]) % 1000;
}
static void far(unsigned n, long d) {
  for (unsigned i = 0; i < n; i++)
    a[i + d] = a[i] * 5 % 1013;
}
static void report() {
  long s = 0;
  for (int i = 0; i < 40000; i++)
    s += (long)a[i] * (i % 1013);
  std::printf("%ld\n", s);
}
int main() {
  for (int i = 0; i < 40000; i++)
    a[i] = i % 101;
  for (int i = 0; i < 20000; i++)
    b[i] = i % 103;
  const int distances[] = {0, 1, -1, 7, -7, 9999, -9999, 10000, -10000};
  for (int d : distances)
    distance(10000, d);
  report();
  distance(0, INT_MIN);
  distance(-5, INT_MAX);
  for (int s = -2; s <= 2; s++)
    stride(9000, s), report();
  rows(100, 50, 50);
  report();
  rows(100, 50, 49);
  report();
  rows(100, 50, 0);
  report();
  rows(100, 1, 1);
  rows(0, 50, INT_MIN);
  report();
  row(10000, 10000);
  row(10000, 5000);
  row(10000, 0);
  report();
  far(10000, 10000);
  far(10000, 1);
  far(0, LONG_MIN);
  report();
}
