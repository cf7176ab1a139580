// What a directive evaluates more often than the loop did: the start, the range and its begin.
// RUN: %differential %s --flags="-std=c++20 -Wextra"
#include <cstdio>
#include <vector>

struct Shape {
  int n;
};

static void descend(int *a, const int &n) {
  for (int i = n - 1; i >= 0; i--)
    a[i] = -5;
}

static void pointee(int *a, const int *n) {
  for (int i = *n; i < 100; i++)
    a[i] = 500;
}

static void member(int *a, const Shape *s) {
  for (int i = s->n; i < 100; i++)
    a[i] = 500;
}

static void element(std::vector<int> &v) {
  for (int i = v[10]; i < 100; i++)
    v[i] = 500;
}

static void row(std::vector<std::vector<int>> &rows, const int &k) {
  for (int &e : rows[k])
    e = 0;
}

static void rowOfRow(std::vector<std::vector<int>> &rows) {
  for (int &e : rows[rows[1][0]])
    e = 0;
}

static int calls = 0;
static std::vector<std::vector<int>> all(4, std::vector<int>(1000, 1));
static std::vector<int> &next() { return all[calls++]; }

static void ofCall() {
  for (int &e : next())
    e = 0;
}

struct Counting {
  int *elements;
  int n;
  int *begin() const {
    calls++;
    return elements;
  }
  int *end() const { return elements + n; }
};

static void ofCounting(Counting range) {
  for (int &e : range)
    e = 1;
}

struct Grid {
  std::vector<int> cells;
  auto begin() { return cells.begin(); }
  auto end() { return cells.end(); }
};

static void ofGrid(Grid &grid) {
  for (int &e : grid)
    e = 7;
}

static long hash(const std::vector<int> &v) {
  long result = 0;
  for (int x : v)
    result = (result * 31 + x) % 1000003;
  return result;
}

int main() {
  std::vector<int> b(200);
  b[5] = 90;
  descend(b.data(), b[5]);
  b[20] = 10;
  pointee(b.data(), &b[20]);
  std::printf("%ld\n", hash(b));
  Shape shape{30};
  member(b.data(), &shape);
  std::vector<int> v(200, 2);
  element(v);
  std::printf("%ld %ld\n", hash(b), hash(v));
  std::vector<std::vector<int>> rows(4, std::vector<int>(1000, 2));
  row(rows, rows[2][4]);
  for (auto &each : rows)
    std::printf("%ld\n", hash(each));
  for (auto &each : rows)
    each.assign(1000, 1);
  rowOfRow(rows);
  for (auto &each : rows)
    std::printf("%ld\n", hash(each));
  ofCall();
  ofCall();
  ofCounting({v.data(), 100});
  Grid grid{std::vector<int>(300, 1)};
  ofGrid(grid);
  std::printf("%d %ld %ld %ld\n", calls, hash(all[0]), hash(all[3]), hash(grid.cells));
}
