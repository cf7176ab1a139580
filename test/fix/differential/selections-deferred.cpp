// RUN: %differential %s
// RUN: %loomp fix --cost-model=off --diff %s -- -std=c++20 | grep '^+' | FileCheck %s
// Values that come with a minimum or maximum, and are read behind the loop.
#include <cstdio>
#include <vector>

// CHECK-COUNT-6: {{(least|best|at)}}IndexLocal = 0;
// CHECK-NOT: IndexLocal = 0;
static double ahead(int n, const double *key, const double *b, int &where) {
  double best = 1000, other = 3;
  int at = -1;
  for (unsigned i = 1; i < unsigned(n - 2); i += 2) {
    if (key[i] < best) {
      best = key[i];
      other = b[i + 2];
      at = int(i);
    }
  }
  where = at;
  return best + 3 * other;
}
static double lastOfEqual(int n, const double *key, const double *b) {
  double best = 0, other = 3, more = 4;
  for (int i = n - 1; i >= 0; --i)
    if (key[i] >= best)
      best = key[i], other = b[i], more = b[n - 1 - i] + i;
  return best + 3 * other + 7 * more;
}
static long behindContinue(int n, const std::vector<long> &key, const std::vector<long> &b) {
  long best = 1 << 30, other = 3;
  int i;
  for (i = 0; i < n; i++) {
    if (key[i] >= best)
      continue;
    other = b[key[i] % 100];
    best = key[i];
  }
  return best + 3 * other + 5 * i;
}
static double winner(int n, const double *key, const double *b) {
  int at = 0;
  double other = -1;
  for (int i = 1; i < n; i++)
    if (key[i] > key[at]) {
      at = i;
      other = i % 2 ? b[i] : b[i - 1];
    }
  return at + 3 * other;
}
static double inNest(int n, int m, const double *a, const double *b) {
  double least = 1e9, other = 0, total = 0;
  for (int r = 0; r < 3; r++) {
    least += r;
    for (int j = 0; j < m; j++)
      if (a[r * n + j] < least) {
        least = a[r * n + j];
        other = b[r + j];
      }
    total = total * 3 + other + least;
  }
  return total;
}
static int twice(int n, const double *key) {
  double best = 1000;
  int at = 0, half = 0;
  for (int i = 0; i < n; i++)
    if (key[i] < best) {
      at = -i;
      best = key[i];
      half = i / 2;
      at = i + 3;
    }
  return at + 1000 * half;
}
static double divided(int n, const double *key, const int *by) {
  double least = 1000;
  int other = 0;
  for (int i = 0; i < n; i++)
    if (key[i] < least) {
      least = key[i];
      other = 1000 / by[i];
    }
  return least + other;
}

int main() {
  const int n = 5000;
  std::vector<double> key(n), b(n);
  std::vector<long> keys(n), values(n);
  std::vector<int> by(n);
  for (int i = 0; i < n; i++) {
    key[i] = 500 - (i * 37 % 991) % 450 + i % 3;
    b[i] = i * 0.5;
    keys[i] = 1 + (n - i) * 31 % 1009;
    values[i] = i % 77;
    by[i] = i % 3 == 0 ? 0 : i; // not where a minimum is found
  }
  for (int i = 0; i < n; i++)
    if (by[i] == 0)
      key[i] += 600;
  int where = 0;
  std::printf("%.17g ", ahead(n, key.data(), b.data(), where));
  std::printf("%d\n", where);
  std::printf("%.17g\n", lastOfEqual(n, key.data(), b.data()));
  std::printf("%ld\n", behindContinue(n, keys, values));
  std::printf("%.17g\n", winner(n, key.data(), b.data()));
  std::printf("%.17g\n", inNest(n / 4, n / 4, key.data(), b.data()));
  std::printf("%d\n", twice(n, key.data()));
  std::printf("%.17g\n", divided(n, key.data(), by.data()));
  // No iteration wins, or there is none.
  std::printf("%.17g %d\n", ahead(3, key.data(), b.data(), where), where);
  std::printf("%.17g\n", winner(1, key.data(), b.data()));
}
