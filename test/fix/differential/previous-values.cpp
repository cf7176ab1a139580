// RUN: %differential %s --args "5000|1|0"
#include <cstdio>
#include <cstdlib>
static double a[6000], b[6000];
static int c[6000], weight[7];
int main(int, char **argv) {
  int n = std::atoi(argv[1]);
  for (int i = 0; i < 6000; i++)
    a[i] = (i * 37 % 101) * 0.25;
  for (int i = 0; i < 7; i++)
    weight[i] = i * i;

  double before = 77;
  for (int i = 0; i < n; i++) {
    b[i] = a[i] - before;
    before = a[i];
  }
  std::printf("%g\n", before);

  int last = 11;
  for (int i = 3; i < n; i++) {
    c[i] = last;
    last = i * 2;
  }
  std::printf("%d\n", last);

  double next = -1;
  for (int i = n - 1; i >= 0; i--) {
    const double now = a[i + 1];
    b[i] += now * next;
    next = now;
  }
  std::printf("%g\n", next);

  int k = 3;
  for (int i = 0; i < n; i++) {
    c[i] += weight[k];
    k = (k + 1) % 7;
  }
  std::printf("%d\n", k);
  unsigned u = 5;
  for (int i = 1; i < n; i++) {
    c[i] -= weight[u];
    if (++u == 7)
      u = 0;
    b[i] += u;
  }
  std::printf("%u\n", u);

  double s = 0;
  for (int i = 0; i < 6000; i++)
    s += b[i] * (i % 13) + c[i] * (i % 7);
  std::printf("%.3f\n", s);
}
