// RUN: %differential %s --fix-options=--form=tasks --threads 1,2,4
// Blocks so large that their ends, or the places of their rows, wrap: the run-time check must not
// take them for small ones, and rows that are 2^64 bytes apart are one row.
#include <cstddef>
#include <cstdio>
#include <vector>

// Adds to the first `limit` elements of the first row of a matrix.
static void add(int n, const double *a, double *c, int ld, int limit) {
  if (limit <= 0)
    return;
  if (n <= 1024) {
    for (int i = 0; i < n; ++i)
      for (int j = 0; j < n; ++j)
        if (i == 0 && j < limit)
          c[i * ld + j] += a[i * ld + j] * 0.5 + 1;
    return;
  }
  int h = n / 2;
  if (limit <= h) {
    add(h, a, c, ld, limit);
    return;
  }
  add(h, a, c, ld, h);
  add(h, a + h, c + h, ld, limit - h);
}

// Touches the even rows.
static void touch(std::size_t n, double *c, std::size_t ld, int tag) {
  if (n <= 64) {
    for (std::size_t i = 0; i < n; i += 2)
      for (std::size_t j = 0; j < n; ++j)
        c[i * ld + j] = c[i * ld + j] * 0.99 + tag;
    return;
  }
  std::size_t h = n / 2;
  touch(h, c, ld, tag + 1);
  touch(h, c + h, ld, tag + 5);
  touch(h, c + h * ld, ld, tag + 22);
  touch(h, c + h * ld + h, ld, tag + 31);
}

// One that gets its tasks.
static void fill(int n, double *c, int ld) {
  if (n <= 16) {
    for (int i = 0; i < n; ++i)
      for (int j = 0; j < n; ++j)
        c[i * ld + j] += i + j;
    return;
  }
  int h = n / 2;
  fill(h, c, ld);
  fill(h, c + h, ld);
  fill(h, c + h * ld, ld);
  fill(h, c + h * ld + h, ld);
}

int main() {
  std::vector<double> c(1 << 18, 1.0);
  add(1073741825, c.data(), c.data() + 1, 2147483647, (1 << 18) - 1);
  touch(1024, c.data(), std::size_t(1) << 63, 0);
  fill(512, c.data(), 512);
  double s = 0;
  for (double x : c)
    s = s * 0.9999 + x;
  std::printf("%.17g\n", s);
}
