// RUN: %differential %s --race --flags="-std=c++20 -Wall -Wextra" --expect-rewritten 16
// Rows with storage of their own beside a range: each loop is called with a range that is apart
// from them, and with one in the row that another iteration changes; also without rows.
#include <cstdio>
#include <memory>
#include <vector>

using Rows = std::vector<std::vector<long>>;

static void spread(Rows &w, const long *b, int n, int m) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < m; ++j)
      w[i][j] = (w[i][j] * 3 + b[j]) % 1009;
}
static void flatten(const Rows &w, long *out, int n, int m) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < m; ++j)
      out[i * m + j] = w[i][j] + w[0][0];
}
static void gather(Rows &w, const long *b, const int *x, int n) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < 30; ++j)
      w[i][j] = (w[i][j] + b[x[i]]) % 1009;
}
struct Cell {
  double weight;
  std::vector<long> values;
};
static void members(std::vector<Cell> &cells, const long *b, int from, int n, int m) {
  for (int i = from; i < n; ++i)
    for (int j = 0; j < m; ++j)
      cells[i].values[j] = (cells[i].values[j] + b[j]) % 1009;
}
static void sum(const Rows &w, long &s, int n, int m) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < m; ++j)
      s += w[i][j];
}
static void collect(long **rows, long *out, int n, int m) {
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < m; ++j)
      out[i] = (out[i] * 5 + rows[i][j]) % 1009;
}
static void shift(std::unique_ptr<std::vector<long>> &w, long *p, int n) {
  for (int i = 0; i < n; i++)
    p[i + 1] = (*w)[i] + 1;
}

// The first row may have a negative number in an unsigned type.
static void convolve(const Rows &x, const long *h, long *out, std::size_t n, std::size_t m) {
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < m; ++j)
      if (j <= i)
        out[i] += x[i - j][0] * h[j];
}
static void late(Rows &w, long *b, int n, std::size_t k, int m) {
  for (int i = 0; i < n; i++)
    if (i >= int(k))
      for (int j = 0; j < m; j++)
        b[i] = (unsigned(b[i]) + unsigned(w[i - k][j])) % 1000;
}
static void shifted(const Rows &w, long *b, int n, std::size_t o) {
  for (int i = 0; i < n; i++)
    b[i] += w[i + o][0];
}
// Rows of a compressed matrix, which begin where the one before ends.
static void compressed(double *a, const int *row, int n) {
  for (int i = 0; i < n; i++)
    for (int k = row[i]; k < row[i + 1]; k++)
      a[k] = a[k] * 2 + i;
}
static long weigh(const std::vector<long> &v) {
  long total = 0;
  for (std::size_t i = 0; i < v.size(); ++i)
    total = (total * 31 + v[i]) % 1000003;
  return total;
}
static void print(const Rows &w) {
  long total = 0;
  for (std::size_t i = 0; i < w.size(); ++i)
    total = (total * 37 + weigh(w[i])) % 1000003;
  std::printf("%ld\n", total);
}

int main() {
  const int n = 64, m = 50;
  Rows w(n, std::vector<long>(m));
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < m; ++j)
      w[i][j] = (i * 17 + j * 5) % 101;
  std::vector<long> b(n * m, 3), none;
  std::vector<int> x(n);
  for (int i = 0; i < n; ++i)
    x[i] = i * 13 % m;
  spread(w, b.data(), n, m);
  print(w);
  spread(w, w[5].data(), n, m);
  print(w);
  Rows empty, ragged(n);
  spread(empty, nullptr, 0, m);
  spread(empty, b.data(), -3, m);
  spread(ragged, b.data(), n, 0);
  flatten(w, b.data(), n, m);
  std::printf("%ld\n", weigh(b));
  flatten(w, w[0].data(), 1, m);
  print(w);
  gather(w, b.data(), x.data(), n);
  print(w);
  gather(w, w[7].data(), x.data(), n);
  print(w);
  gather(empty, nullptr, nullptr, 0);
  std::vector<Cell> cells(n);
  for (int i = 0; i < n; ++i)
    cells[i] = {1.0, w[i]};
  members(cells, b.data(), 0, n, m);
  members(cells, cells[2].values.data(), 10, n, m);
  members(cells, cells[40].values.data(), 10, n, m);
  members(cells, b.data(), 5, 5, m);
  long total = 0;
  for (const Cell &cell : cells)
    total = (total * 37 + weigh(cell.values)) % 1000003;
  std::printf("%ld\n", total);
  long s = 0;
  sum(w, s, n, m);
  sum(w, w[9][9], n, m);
  sum(empty, s, 0, m);
  std::printf("%ld %ld\n", s % 1000003, w[9][9] % 1000003);
  w[9][9] = 4;
  std::vector<long *> rows(n);
  for (int i = 0; i < n; ++i)
    rows[i] = w[i].data();
  collect(rows.data(), b.data(), n, m);
  std::printf("%ld\n", weigh(b));
  rows[n - 1] = rows[0] = b.data() + 3;
  collect(rows.data(), b.data(), n, m);
  std::printf("%ld\n", weigh(b));
  collect(nullptr, b.data(), 0, m);
  collect(nullptr, b.data(), n, 0);
  std::vector<long> h(2000, 2), out(n);
  convolve(w, h.data(), out.data(), n, 2000);
  std::printf("%ld\n", weigh(out));
  late(w, out.data(), n, 3, m);
  late(w, w[n - 9].data(), m, 3, m);
  shifted(w, out.data(), n - 9, 5);
  shifted(w, w[8].data(), n - 20, 5);
  print(w);
  std::printf("%ld\n", weigh(out));
  std::vector<int> starts(n + 1), falling(n + 1);
  for (int i = 0; i <= n; ++i)
    starts[i] = i * 7 - i % 4, falling[i] = i % 5 * 30 + i;
  std::vector<double> a(n * 8, 1);
  compressed(a.data(), starts.data(), n);
  compressed(a.data(), falling.data(), n);
  compressed(nullptr, nullptr, 0);
  compressed(nullptr, nullptr, -3);
  double all = 0;
  for (double each : a)
    all = all * 1.01 + each;
  std::printf("%.3f\n", all);
  auto one = std::make_unique<std::vector<long>>(w[3]);
  shift(one, b.data(), m);
  shift(one, one->data(), m - 1);
  std::printf("%ld %ld\n", weigh(b), weigh(*one));
  std::unique_ptr<std::vector<long>> nothing;
  shift(nothing, nullptr, 0);
}
