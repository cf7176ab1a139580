// Members that each iteration sets, through references that may name one object, and through
// pointers that lead nowhere unless the loop runs; casts and negations in reductions.
// RUN: %differential %s --race --flags="-std=c++20 -Wextra" --expect-rewritten=13
#include <cstdio>
#include <initializer_list>

struct Box {
  double cells[200] = {};
  long size = 9, count = 0;
};

static void set(long n, Box &v, const Box &u) {
  for (long i = 1; i < n; i++) {
    v.size = 3 * i;
    v.cells[i] = 0.5 * u.size + i;
  }
}

static void setTwo(long n, Box &v, Box &u, double *__restrict a) {
  for (long i = 0; i < n; i++) {
    v.size = i;
    u.size = 2 * i;
    a[i] = double(v.size) + u.size;
  }
}

static void byPointer(long n, Box *p, double *a) {
  for (long i = n - 1; i >= 0; i -= 2) {
    p->size = 3 * i;
    a[i] = p->size;
  }
}

static void conditional(long n, const double *a, Box *p) {
  for (long i = 0; i < n; i++)
    if (a[i] > 1e9)
      p->count += 1;
}

static void element(long n, long k, Box *p, double *a) {
  for (long i = 0; i < n; i++) {
    p[k].size = 3 * i;
    a[i] = p[k].size;
    p[k].count += i;
  }
}

static double local(long n, double *a) {
  Box v;
  v.size = -1;
  for (long i = 0; i < n; i++) {
    v.size = 2 * i;
    a[i] += v.size;
  }
  return v.size;
}

static void sums(Box &s, Box &t, long n) {
  for (long i = 0; i < n; i++) {
    s.count += i;
    t.count += 2;
  }
}

static long shorts(long n, const int *b) {
  short s = 1;
  for (long i = 0; i < n; ++i)
    s = (short)(s + b[i] * 999);
  unsigned char c = 3;
  for (long i = 0; i < n; ++i)
    c = static_cast<unsigned char>(c ^ (b[i] + 7));
  int most = -5;
  for (long i = 0; i < n; ++i)
    if (!(most >= b[i]))
      most = b[i];
  int least = 5;
  for (long i = 0; i < n; ++i)
    least = !(b[i] >= least) ? b[i] : least;
  return s + 100000L * c + 100000000L * most + least;
}

int main() {
  double a[200], sum = 0;
  int b[200];
  for (int i = 0; i < 200; i++) {
    a[i] = i % 7;
    b[i] = i * 37 % 101 - 50;
  }
  for (long n : {0L, 1L, 2L, 150L}) {
    Box v, u, all[4];
    set(n, v, u);
    set(n, u, u);
    setTwo(n, v, u, a);
    std::printf("%ld %ld\n", v.size, u.size);
    setTwo(n, v, v, a);
    byPointer(n, n ? &u : nullptr, a);
    conditional(n, a, nullptr);
    element(n, 2, n ? all : nullptr, a);
    sums(v, v, n);
    sums(v, u, n);
    sum += local(n, a) + a[n];
    std::printf("%ld %ld %ld %ld %ld %ld %g %g %ld\n", v.size, u.size, v.count, u.count,
                all[2].size, all[2].count, v.cells[n ? n - 1 : 0], sum, shorts(n, b));
  }
}
