// A clause copies a whole section, of which the serial program may touch a part only.
// RUN: %differential %s --race
#include <cstdio>
#include <cstdlib>
static void masked(double *a, const int *b, int n) {
  for (int i = 0; i < n; i++)
    a[b[i] & 7] += 1;
}
static void halves(int *a, unsigned n) {
  for (unsigned i = 0; i < n; i++)
    a[(i * 4u) % 8u] += 1;
}
static void three(long *counters, const int *b, int n) {
  for (int i = 0; i < n; i++)
    for (int k = 0; k < 3; k++)
      counters[k] += b[i] * k;
}
int main() {
  int *b = static_cast<int *>(std::malloc(1000 * sizeof(int)));
  for (int i = 0; i < 1000; i++)
    b[i] = i % 4;
  double *a = static_cast<double *>(std::calloc(4, sizeof(double)));
  masked(a, b, 1000);
  masked(nullptr, b, 0);
  int *h = static_cast<int *>(std::calloc(5, sizeof(int)));
  halves(h, 1000);
  long counters[3] = {1, 2, 3};
  three(counters, b, 1000);
  three(nullptr, b, 0);
  std::printf("%.0f %.0f %d %d %ld %ld\n", a[0], a[3], h[0], h[4], counters[1], counters[2]);
}
