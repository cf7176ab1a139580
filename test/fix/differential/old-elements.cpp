// Elements that iterations read before any earlier one writes them, or after they wrote them.
// RUN: %differential %s
// RUN: %loomp fix --diff --cost-model=off %s -- | FileCheck-22 %s
// CHECK: firstprivate(w) schedule(static)
// CHECK: firstprivate(w) schedule(static)
// CHECK: firstprivate(w) lastprivate(w) schedule(static)
// CHECK: firstprivate(cells) lastprivate(cells) schedule(static)
#include <cstdio>
#include <initializer_list>
static double a[1100], b[1000];
struct Cells {
  double at[1000];
  double low;
};

static void eitherOr(int n) {
  double w[4] = {5, 6};
  for (int i = 0; i < n; i++) {
    if (i > 300)
      w[0] = a[i];
    if (!(i > 300))
      b[i] = w[0];
    else
      b[i] = w[0] + w[1];
  }
}
static void readsAhead(int n) {
  double w[1001];
  for (int i = 0; i < 1001; i++)
    w[i] = i % 17;
  for (int i = 0; i < n; i++) {
    b[i] += w[i + 1];
    w[i] = a[i];
  }
}
static double usedAfter(int n, int k) {
  double w[2] = {3, 4};
  for (int i = 0; i < n; i++) {
    if (i > k)
      w[1] = a[i] + i;
    b[i] += w[1] * w[0];
  }
  return w[0] + w[1];
}
static double inRounds(int n, int m, int k) {
  Cells cells{};
  cells.low = 2;
  for (int r = 0; r < 3; r++)
    for (int i = 0; i < n; i++) {
      if (i >= k)
        for (int j = 0; j < m; j++)
          cells.at[j] = a[i + j] + r;
      b[i] += cells.at[0] + cells.low;
    }
  return cells.at[0] + cells.at[m / 2];
}
static double sum(int n) {
  double s = 0;
  for (int i = 0; i < n; i++)
    s += b[i] * (i % 7 + 1);
  return s;
}
int main() {
  for (int i = 0; i < 1100; i++)
    a[i] = i % 13;
  for (int n : {0, 1, 301, 1000}) {
    eitherOr(n);
    readsAhead(n);
    std::printf("%g\n", sum(n));
    for (int k : {-1, 0, 200, 999, 2000})
      for (int m : {0, 1, 9})
        std::printf("%g %g %g\n", usedAfter(n, k), inRounds(n, m, k), sum(n));
  }
}
