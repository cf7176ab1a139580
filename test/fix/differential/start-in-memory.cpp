// A loop reads its start once; what it writes may be where the start stands.
// RUN: %differential %s --flags="-std=c++20 -Wextra"
#include <cstdio>
#include <vector>

static long origin = 5;

static int countdown(int *a, const int &n) {
  int i;
  for (i = n; i-- > 0;)
    a[i] = -5;
  return i;
}

static int pointee(int *a, int *n) {
  int i;
  for (i = *n; i < 100; i++)
    a[i] = 500;
  return i;
}

static int induction(int *a, const int *n) {
  int i, k = 7;
  for (i = *n; i < 100; i += 1) {
    a[i] = k;
    k += 3;
  }
  return k;
}

static int copied(int *a, const int *n) {
  const int first = *n;
  int i, k = 7;
  for (i = first; i < 100; i += 1) {
    a[i] = k;
    k += 3;
  }
  return k + i;
}

static int element(std::vector<int> &v) {
  int i;
  for (i = v[0]; i < 100; i += 1)
    v[i - 2] = 400;
  return i;
}

static long global(long *a, int m) {
  long i;
  for (i = origin; i < m; ++i)
    a[i] = 200;
  return i;
}

static int last(int *a, const int &n, int m) {
  int t = 0;
  for (int i = n; i < m; ++i) {
    t = 2 * i;
    a[i] = t;
  }
  return t;
}

int main() {
  static int b[200];
  b[3] = 10;
  std::printf("%d\n", countdown(b, b[3]));
  b[20] = 10;
  std::printf("%d\n", pointee(b, b + 20));
  b[20] = 10;
  std::printf("%d\n", induction(b, b + 20));
  b[20] = 10;
  std::printf("%d\n", copied(b, b + 20));
  std::vector<int> v(200, 2);
  std::printf("%d\n", element(v));
  static long c[200];
  std::printf("%ld\n", global(c, 100));
  b[20] = 10;
  std::printf("%d\n", last(b, b[20], 30));
  b[20] = 40;
  std::printf("%d\n", last(b, b[20], 30));
  long sum = 0;
  for (int i = 0; i < 200; ++i)
    sum = sum * 3 % 1000003 + b[i] + v[i] + c[i];
  std::printf("%ld\n", sum);
}
