// RUN: %differential %s
// Offset and bound may live in what the loop writes.
#include <cstdio>
static void offset(int *a, const int *k, int n) {
  for (int i = 0; i < n; i++)
    a[i + *k] = i + 1;
}
static void bound(int *a, const int &n) {
  for (int i = 0; i < n; i++)
    a[i] = 3;
}
int main() {
  static int a[20000], b[20000];
  int zero = 0, many = 15000;
  for (int i = 0; i < 20000; i++)
    a[i] = b[i] = i % 4;
  offset(a, &zero, 10000);
  bound(a, many);
  offset(b, b + 3, 8);
  b[1] = 5000;
  bound(b, b[1]);
  long s = 0;
  for (int i = 0; i < 20000; i++)
    s += (long)a[i] * (i % 5) + b[i] * (i % 3);
  std::printf("%ld\n", s);
}
