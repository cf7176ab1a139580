// RUN: %differential %s
// Ranges with values that the loop may write itself, or that it never reaches, at the limits of
// their types: nothing overflows in a check, and overlaps are noticed.
#include <climits>
#include <cstddef>
#include <cstdio>
#include <vector>
static long a[20000];
static int c[20001];
static char text[40000];
static void reset() {
  for (int i = 0; i < 20000; i++)
    a[i] = i * 37 % 101;
  for (int i = 0; i < 20001; i++)
    c[i] = i * 7 % 100 + (i == 20000 ? 1 : 0);
  for (int i = 0; i < 40000; i++)
    text[i] = static_cast<char>(i * 11 % 100 + 1);
}
static void show(const char *name) {
  unsigned long result = 0;
  for (int i = 0; i < 20000; i++)
    result = result * 31 + a[i] + 7 * c[i] + text[i] + 3 * text[i + 20000];
  std::printf("%s %lu\n", name, result % 1000003);
}
static void offset(long n, long *to, const long *p) {
  for (size_t i = 0; i < size_t(n + 1); i += 2)
    to[long(i) + *p + 110] = long(i) * 2 + 1;
}
static void stride(long n, long *to, const long *p) {
  for (long i = 0; i < n; i += 2)
    to[i * (*p % 4 + 4) + 30] = i * 2 + 1;
}
static void mayBeZero(long n, long *to, long k) {
  for (long i = 0; i < n; i++)
    to[i * (k & 7) + 110] = i * 2 + 1;
}
struct Row {
  long size;
  long *cells;
};
static void ownSize(Row *w, long i) {
  for (long j = 0; j < w[i].size; ++j)
    w[i].cells[j] = 40 + j % 7;
}
struct Span {
  long base;
  long *data;
  long &operator[](long j) { return data[j + base]; }
  long get(long j) const { return data[j + base]; }
};
static void ownBase(Span &q, long n) {
  for (long j = 0; j < n; ++j)
    q[j] = q.get(j) % 1000 + 1;
}
static void neverReached(const int *in, int *out, long n, long limit, long scale) {
  for (long i = 0; i < n; i++) {
    int t = 0;
    for (long j = i; j < limit * scale; ++j) {
      if (in[j] % 3 == 1)
        break;
      t += in[j] % 5;
    }
    out[i] = t;
  }
}
static void neverWraps(unsigned i, char *w, const char *f, long from, long n) {
  for (long j = from; j < n; ++j)
    w[unsigned(16 * i + j)] = static_cast<char>((f[j] & 7) + 1);
}
static void owners(const std::vector<std::vector<int>> &rows, std::vector<int> &v, size_t mask,
                   long n) {
  for (long i = 0; i < n; i++)
    v[i] = rows[i & mask][n - 1 - i] + 1;
}
static void bothBounds(long *to, const long *n) {
  for (long i = 0; i < n[1] - n[0]; i++)
    to[n[0] + i] = 5;
}
struct Grid {
  int columns;
  int *cells;
};
static void fill(Grid &g, int n) {
  for (int i = 0; i < n; i++)
    for (int j = 0; j < g.columns; ++j)
      g.cells[i * g.columns + j] = 3 + j % 5;
}
int main() {
  reset();
  long apart = 9;
  offset(15000, a, &apart);
  show("offset");
  for (int at : {0, 110, 119, 120, 3000}) {
    reset();
    a[at] = 9;
    offset(12000, a, a + at);
    show("offset inside");
  }
  for (long value : {LONG_MAX, LONG_MIN, 0L}) {
    apart = value;
    offset(-1, a, &apart);
    stride(0, a, &apart);
    stride(LONG_MIN, a, &apart);
  }
  offset(-1, nullptr, nullptr);
  stride(0, nullptr, nullptr);
  for (long value : {LONG_MAX, LONG_MIN, 0L, -3L, 3L}) {
    reset();
    apart = value;
    stride(2500, a, &apart);
    show("stride");
    for (int at : {29, 30, 38, 44}) {
      reset();
      a[at] = value;
      stride(600, a, a + at);
      show("stride inside");
    }
  }
  for (long k : {0L, 8L, 1L, 5L, -8L, -1L, LONG_MIN, LONG_MAX}) {
    reset();
    mayBeZero(2000, a, k);
    show("may be zero");
    mayBeZero(0, nullptr, k);
  }
  reset();
  static Row rows[3];
  rows[1] = {20000, a};
  ownSize(rows, 1);
  show("size");
  // The elements contain the size, end in front of it, or begin behind it.
  static struct {
    long before[4000];
    Row row;
    long after[4000];
  } inside;
  for (long from : {-3999L, -1000L, -999L, -998L, 2L}) {
    inside.row = {1000, &inside.row.size + from};
    ownSize(&inside.row, 0);
    std::printf("size %ld %ld\n", from, inside.row.size);
  }
  rows[1] = {LONG_MIN, nullptr};
  ownSize(rows, 1);
  Span q{100, a};
  reset();
  ownBase(q, 19000);
  show("base");
  for (long base : {LONG_MAX, LONG_MIN, -5L}) {
    q.base = base;
    ownBase(q, 0);
    ownBase(q, LONG_MIN);
  }
  static struct {
    long before[4000];
    Span span;
    long after[4000];
  } both;
  for (long from : {-3999L, -2000L, -1999L, -1998L, 2L}) {
    both.span = {0, &both.span.base + from};
    ownBase(both.span, 2000);
    std::printf("base %ld %ld %ld %ld\n", from, both.span.base, both.before[3999], both.after[0]);
  }
  reset();
  const long bounds[][2] = {{100, 19000}, {0, LONG_MIN}, {LONG_MAX, 5}, {LONG_MAX, LONG_MAX}};
  for (const auto &each : bounds)
    bothBounds(a, each);
  show("bounds");
  a[50] = 10;
  a[51] = 2000;
  bothBounds(a, a + 50);
  show("bounds inside");
  static struct {
    int before[4000];
    Grid grid;
    int after[4000];
  } around;
  for (int from : {-3000, -2800, -2799, -2500, 4}) {
    around.grid = {70, &around.grid.columns + from};
    fill(around.grid, 40);
    std::printf("columns %d %d %d %d\n", from, around.grid.columns, around.before[3999],
                around.after[0]);
  }
  around.grid = {INT_MAX, nullptr};
  fill(around.grid, 0);
  fill(around.grid, INT_MIN);
  reset();
  neverReached(c, c + 1, 20000, 1L << 31, 1L << 30);
  show("never reached");
  reset();
  neverReached(c, c + 1, 20000, 1L << 30, 1L << 32);
  show("never reached");
  static int d[20001];
  neverReached(c, d, 20000, 100, 200);
  std::printf("reached %d\n", d[5] + d[1999]);
  reset();
  neverWraps(0, text, text + 20000, 0, 20000);
  neverWraps(100, text, text + 1500, 0, 20000);
  neverWraps(~0u / 16, text + 1, text, 16, 20000);
  show("never wraps");
  std::vector<std::vector<int>> table(5000, std::vector<int>(5000, 3));
  std::vector<int> v(5000);
  owners(table, v, 4095, 5000);
  std::printf("owners %d\n", v[7] + v[4999]);
  owners(table, table[2], ~size_t(0), 5000);
  std::printf("owners %d\n", table[2][7] + table[2][4999]);
}
