// RUN: %differential %s
// 'p' is the parameter 'a': iteration i=0 writes buf[1], i=1 reads it. At the loop the name 'a' is
// another pointer, so a check that says 'a' compares 'other' with 'b'.
#include <cstdio>
void f(double *a, const double *b, double *c, int n) {
  double *p = a;
  {
    double *a = c;
    a[0] = 3;
    for (int i = 0; i < n; i++)
      p[i] = b[i] + 1;
  }
}
static double buf[20000], other[10];
struct Row {
  long *a;
  // The check must speak of `a`: in front of the loop `p` is another pointer.
  void fill(int n, const long *v, const long *p) const {
    long first = p[0];
    for (long *p = a; p != a + n; ++p)
      *p = v[0] + first;
  }
  void fillAll(int n, const long *v) const {
    for (long *q = a; q != a + n; ++q)
      *q = v[3];
  }
};
int main() {
  for (int i = 0; i < 20000; i++)
    buf[i] = i % 11;
  f(buf + 1, buf, other, 10000);
  double s = 0;
  for (int i = 0; i < 20000; i++)
    s += buf[i] * (i % 3);
  printf("%.0f\n", s);
  static long cells[4000];
  for (int j = 0; j < 4000; ++j)
    cells[j] = j % 13;
  const Row row{cells};
  row.fill(3000, cells + 1000, cells + 3500);
  row.fill(3000, cells + 3400, cells + 3500);
  row.fillAll(3000, cells + 1);
  long sum = 0;
  for (int j = 0; j < 4000; ++j)
    sum = (sum * 31 + cells[j]) % 1000003;
  std::printf("%ld\n", sum);
}
