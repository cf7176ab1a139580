// RUN: %differential %s
// A sum that may be an element of what is summed, as a reference and as a member; a counter, too.
#include <cstdio>
struct Totals {
  double sum = 0;
  double *data = nullptr;
  void add(int n) {
    for (int i = 0; i < n; i++)
      sum += data[i];
  }
};
void add(double &s, const double *a, int n) {
  for (int i = 0; i < n; i++)
    s += a[i];
}
int count(int *a, int n, int *found) {
  int k = 7;
  if (n > 2)
    for (k = 0; k < n; k++) { // the index is read afterwards
      a[k] = k % 11;
      *found = k;
    }
  return k;
}
void every(long &s, const long *a, int n) {
  long at = 3;
  for (int i = 0; i < n; i++) {
    s += a[i] * at;
    at += 2;
  }
}
int main() {
  static double b[10001];
  static long c[10001];
  static int d[10001];
  for (int i = 0; i < 10001; i++) {
    b[i] = i % 3;
    c[i] = i % 5;
  }
  double s = 0;
  add(s, b, 10000);
  add(b[7], b, 100);
  add(b[0], nullptr, 0);
  add(b[0], b, -3);
  Totals *inside = reinterpret_cast<Totals *>(b + 20);
  inside->data = b + 1;
  Totals apart;
  apart.data = b + 40;
  apart.add(9000);
  Totals own;
  own.data = &own.sum;
  own.sum = 1.5;
  own.add(1);
  long t = 0;
  every(t, c, 10000);
  every(c[5], c, 300);
  int last = 0;
  int k = count(d, 10000, &last) + count(d, 500, d + 40) + count(d, 2, d);
  long check = 0;
  for (int i = 0; i < 10001; i++)
    check += c[i] * (i % 7) + d[i];
  std::printf("%.9g %.9g %.9g %.9g %ld %d %d %ld\n", s, b[7], apart.sum, own.sum, t, last, k,
              check);
}
