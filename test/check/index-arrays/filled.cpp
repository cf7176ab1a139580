// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void identity(int *a, int n) {
  std::vector<int> p(n);
  // loomp: parallel
  for (int i = 0; i < n; i++)
    p[i] = i;
  // loomp: parallel
  for (int i = 0; i < n; i++)
    a[p[i]] = i;
  // loomp: serial carried-anti-dependence -- it is a[i] = a[i + 1]
  for (int i = 0; i < n - 1; i++)
    a[p[i]] = a[p[i + 1]];
}
void odd(std::vector<double> &a, int n) {
  int *p = new int[n];
  // loomp: parallel
  for (int i = 0; i < n; i++)
    p[i] = 2 * i + 1;
  // loomp: parallel
  for (int i = 0; i < n; i++)
    a[p[i]] += 1;
}
void backwards(std::vector<double> &a, int n) {
  int *p = new int[n];
  // loomp: parallel
  for (int i = 0; i < n; i++)
    p[n - 1 - i] = i;
  // loomp: parallel
  for (int i = 0; i < n; i++)
    a[p[i]] += 1;
}
void halves(std::vector<double> &a, int n) {
  int *p = new int[n];
  // loomp: parallel
  for (int i = 0; i < n; i++)
    p[i] = i / 2;
  // loomp: parallel atomic(+:a) -- i=0 and i=1 add to a[0]
  for (int i = 0; i < n; i++)
    a[p[i]] += 1;
}
void remainders(std::vector<double> &a, int n, int m) {
  std::vector<int> p(n);
  // loomp: parallel
  for (int i = 0; i < n; i++)
    p[i] = i % m;
  // loomp: parallel atomic(+:a) -- with m=1 all add to a[0]
  for (int i = 0; i < n; i++)
    a[p[i]] += 1;
}
void narrow(std::vector<double> &a) {
  static unsigned char p[1000];
  // loomp: parallel
  for (int i = 0; i < 1000; i++)
    p[i] = i;
  // loomp: not-parallel -- i=0 and i=256 change a[0]
  for (int i = 0; i < 1000; i++)
    a[p[i]] = i;
}
void overwritten(std::vector<double> &a, int n, int k) {
  std::vector<int> p(n);
  // loomp: parallel
  for (int i = 0; i < n; i++)
    p[i] = i;
  p[k] = 0;
  // loomp: parallel atomic(+:a) -- with k=1, i=0 and i=1 add to a[0]
  for (int i = 0; i < n; i++)
    a[p[i]] += 1;
}
void tooShort(std::vector<double> &a, int n) {
  std::vector<int> p(n + 1);
  // loomp: parallel
  for (int i = 0; i < n; i++)
    p[i] = i;
  // loomp: parallel atomic(+:a) -- p[n] is 0: i=0 and i=n add to a[0]
  for (int i = 0; i <= n; i++)
    a[p[i]] += 1;
}
void fromOutside(std::vector<double> &a, const std::vector<int> &p, int n) {
  // loomp: parallel atomic(+:a) -- p[0] may be p[1]
  for (int i = 0; i < n; i++)
    a[p[i]] += 1;
}
void everyOther(std::vector<double> &a, int n) {
  std::vector<int> p(n);
  // loomp: parallel
  for (int i = 0; i < n; i += 2)
    p[i] = i;
  // loomp: parallel atomic(+:a) -- p[1] and p[3] are 0
  for (int i = 0; i < n; i++)
    a[p[i]] += 1;
}
void changedBetween(std::vector<double> &a, int n, void (*change)(std::vector<int> &)) {
  std::vector<int> p(n);
  // loomp: parallel
  for (int i = 0; i < n; i++)
    p[i] = i;
  change(p);
  // loomp: parallel atomic(+:a) -- change may set p[0] = p[1]
  for (int i = 0; i < n; i++)
    a[p[i]] += 1;
}
void changedInside(std::vector<double> &a, int n) {
  std::vector<int> p(n);
  // loomp: parallel
  for (int i = 0; i < n; i++)
    p[i] = i;
  // loomp: not-parallel -- i=0 sets p[1] to 0, so that i=1 adds to a[0], too
  for (int i = 0; i < n - 1; i++) {
    a[p[i]] += 1;
    p[i + 1] = 0;
  }
}
void sometimesFilled(std::vector<double> &a, int n, bool c) {
  std::vector<int> p(n);
  if (c) {
    // loomp: parallel
    for (int i = 0; i < n; i++)
      p[i] = i;
  }
  // loomp: parallel atomic(+:a) -- without c all add to a[0]
  for (int i = 0; i < n; i++)
    a[p[i]] += 1;
}
// Whatever i is, y[i] is one of the 64 elements.
void mixed(double *a, long n) {
  int y[64] = {};
  // loomp: parallel
  for (int e = 0; e < 64; ++e)
    y[e] = (e * 5) % 64;
  // loomp: parallel -- 5 * i, modulo 64, for an i below 64
  for (long i = 0; i < n; i++)
    a[y[i]] = i;
  // loomp: parallel
  for (long i = 0; i < n; i += 2)
    a[y[i]] = i;
}
void mixedTwice(double *a, long n) {
  int y[64] = {};
  // loomp: parallel
  for (int e = 0; e < 64; ++e)
    y[e] = (e * 6) % 64;
  // loomp: not-parallel -- y[0] and y[32] are 0
  for (long i = 0; i < n; i++)
    a[y[i]] = i;
}
void halfFilled(double *a, long n) {
  int y[64] = {};
  // loomp: parallel
  for (int e = 0; e < 32; ++e)
    y[e] = (e * 5) % 64;
  // loomp: parallel assuming(no-dependence) -- y[32] and y[33] are 0
  for (long i = 0; i < n; i += 1)
    a[y[i]] = i;
}
void alsoChanged(double *a, long n) {
  int y[64] = {};
  // loomp: parallel
  for (int e = 0; e < 64; ++e)
    y[e] = 2 * e;
  y[n & 63] = 4;
  // loomp: not-parallel -- n = 5: y[2] and y[5] are 4
  for (long i = 0; i < n; i += 2)
    a[y[i]] = i;
}
void mixedElsewhere(double *a, int *y, long n) {
  // loomp: parallel
  for (int e = 0; e < 64; ++e)
    y[e] = (e * 5) % 64;
  // loomp: not-parallel -- not handled: of elements from y[64] on nothing is known
  for (long i = 0; i < n; i += 2)
    a[y[i]] = i;
}
struct Tail {
  long size;
  int y[1];
};
void trailing(Tail *t, double *a, long n) {
  // loomp: parallel
  for (int e = 0; e < 1; ++e)
    t->y[e] = 2 * e;
  // loomp: not-parallel -- the array may go on beyond its type
  for (long i = 0; i < n; i++)
    a[t->y[i]] = i;
}
void narrowed(double *a, long n) {
  unsigned char y[300];
  // loomp: parallel
  for (int e = 0; e < 300; ++e)
    y[e] = e;
  // loomp: not-parallel -- y[0] and y[256] are 0
  for (long i = 0; i < n; i++)
    a[y[i]] = i;
}
