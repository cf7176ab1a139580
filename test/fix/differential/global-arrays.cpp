// RUN: %differential %s
// RUN: %loomp fix --cost-model=off --diff %s -- -std=c++20 | grep '^+' | FileCheck %s
// Global arrays that all iterations fill alike.
#include <array>
#include <cstdio>

static double row[64];
std::array<long, 40> cells;

static double sum() {
  double result = 0;
  for (int i = 0; i < 64; ++i)
    result += row[i] * (i % 5);
  for (int i = 0; i < 40; ++i)
    result += double(cells[i] * (i % 3));
  return result;
}
static void fill(const double *__restrict a, double *__restrict b, int n, int m) {
  // CHECK: #pragma omp parallel for firstprivate(row) lastprivate(row)
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < m; ++j)
      row[j] = a[i + j] + i;
    b[i] += m > 2 ? row[m / 2] : 0;
  }
  // CHECK: #pragma omp parallel for lastprivate(cells)
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < 40; ++j)
      cells[j] = long(a[i + j]) * j;
    b[i] += double(cells[7] - cells[3]);
  }
}
int main() {
  static double a[300], b[300];
  for (int i = 0; i < 300; ++i)
    a[i] = i * 37 % 101;
  for (int i = 0; i < 64; ++i)
    row[i] = i;
  for (int n : {0, 1, 2, 17, 200})
    for (int m : {0, 1, 40, 64}) {
      fill(a, b, n, m);
      std::printf("%d %d %g", n, m, sum());
      double total = 0;
      for (int i = 0; i < 300; ++i)
        total += b[i] * (i % 7);
      std::printf(" %g\n", total);
    }
}
