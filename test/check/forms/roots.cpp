// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// RUN: %loomp check --format=json %s -- -std=c++20 -fwrapv | FileCheck %s
// Bounds that are squares. (Where signed numbers wrap, so do their squares.)
// CHECK-NOT: "verdict": "parallel"
int divisors(long n) {
  int count = 0;
  // loomp: parallel reduction(+:count)
  for (long d = 1; d * d <= n; ++d)
    if (n % d == 0)
      count += 1;
  return count;
}
int odd(int n) {
  int count = 0;
  // loomp: parallel reduction(+:count)
  for (int d = 3; d * d < n; d += 2)
    if (n % d == 0)
      count += 1;
  return count;
}
int byWhile(long n) {
  int count = 0;
  int d = 2;
  // loomp: parallel reduction(+:count)
  while (n >= static_cast<long>(d) * d) {
    if (n % d == 0)
      count += 1;
    ++d;
  }
  return count;
}
void carried(int n, double *a) {
  // loomp: not-parallel -- i=2 reads a[1], which i=1 wrote
  for (int i = 1; i * i < n; i++)
    a[i] = a[i - 1];
}
long shrinking(long n) {
  // loomp: not-parallel -- n is another one after each divisor
  for (long d = 2; d * d <= n; ++d)
    if (n % d == 0)
      n /= d;
  return n;
}
int wraps(unsigned n) {
  int count = 0;
  // loomp: not-parallel -- the square of 65536 is 0, which is not above n either
  for (unsigned d = 2; d * d <= n; ++d)
    if (n % d == 0)
      count += 1;
  return count;
}
void fromBelow(int s, int n, double *a) {
  // loomp: not-parallel -- from s = -5 on the test may fail first and hold later
  for (int i = s; i * i <= n; i++)
    a[i + 5] = i;
}
void down(int n, double *a) {
  // loomp: not-parallel -- squares get smaller until 0
  for (int i = 100; i * i >= n; i--)
    a[i] = i;
}
void otherProduct(int n, int m, double *a) {
  // loomp: not-parallel -- how far i * m goes is a quotient, and m may be 0
  for (int i = 1; i * m < n; i++)
    a[i] = i;
}
void once(int n, double *a) {
  int i = 0;
  // loomp: not-parallel -- the first iteration runs untested
  do {
    a[i] = i;
    ++i;
  } while (i * i < n);
}
