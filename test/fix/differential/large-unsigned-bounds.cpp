// RUN: %differential %s
// RUN: %differential %s --fix-options=--form=spmd
// A number of iterations in 32 bits without a sign is formed there: 3000000000 alone is a `long`.
#include <climits>
#include <cstdio>

long below(double *o, unsigned n) {
  long q = 0;
  for (unsigned i = n; i < 3000000000u; i++) {
    o[3000000000u - i] = q;
    q += 3;
  }
  return q;
}

long belowAndWhere(double *o, unsigned n, unsigned &end) {
  long q = 0;
  unsigned i;
  for (i = UINT_MAX - n; i < UINT_MAX; i++) {
    o[UINT_MAX - 1 - i] = static_cast<int>(q);
    q += 3;
  }
  end = i;
  return q;
}

long moved(double *o, unsigned n, double *p) {
  double *from = p;
  for (unsigned i = n; i < 3000000000u; i++) {
    o[3000000000u - i] = i;
    p += 3;
  }
  return p - from;
}

long circular(double *o, unsigned n) {
  int q = 0;
  for (unsigned i = n; i < 3000000000u; i++) {
    o[3000000000u - i] = q;
    if (++q == 7)
      q = 0;
  }
  return q;
}

unsigned long wide(int *o, unsigned long n) {
  unsigned long q = 0;
  for (unsigned long i = n; i < 10000000000000000000ul; i++) {
    o[10000000000000000000ul - i] = static_cast<int>(q);
    q += 3;
  }
  return q;
}

int main() {
  static double o[400], p[400];
  static int numbers[400];
  unsigned end = 0;
  long results[] = {below(o, 2999999998u),
                    below(o, 2999999700u),
                    below(o, 3000000000u),
                    below(o, 4000000000u),
                    belowAndWhere(o, 50, end),
                    belowAndWhere(o, 0, end),
                    moved(o, 2999999970u, p),
                    circular(o, 2999999964u),
                    static_cast<long>(wide(numbers, 9999999999999999970ul))};
  for (long each : results)
    std::printf("%ld\n", each);
  double sum = end;
  for (int i = 0; i < 400; i++)
    sum = sum * 0.5 + o[i] + numbers[i];
  std::printf("%.9g\n", sum);
}
