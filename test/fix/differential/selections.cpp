// RUN: %differential %s
// arg-min and arg-max with many ties, NaN, and values that come along.
#include <cmath>
#include <cstdio>
#include <limits>
#include <vector>

struct Point {
  double x, y;
};

static double distance(Point a, Point b) {
  return (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
}

static int nearest(const std::vector<Point> &centers, Point p) {
  int best = 0;
  double least = distance(centers[0], p);
  for (int c = 1; c < static_cast<int>(centers.size()); ++c)
    if (const double d = distance(centers[c], p); d < least) {
      least = d;
      best = c;
    }
  return best;
}

template <typename T> static long first(const std::vector<T> &v, T start) {
  T best = start;
  long at = -7;
  for (std::size_t i = 0; i < v.size(); ++i)
    if (v[i] < best) {
      best = v[i];
      at = static_cast<long>(i);
    }
  return at;
}

static int last(const std::vector<int> &v, int start) {
  int best = start, at = -1;
  const int n = static_cast<int>(v.size());
  for (int i = 0; i < n; ++i)
    if (best <= v[i])
      best = v[i], at = i;
  return at * 100 + best;
}

static int lastFromAnywhere(const std::vector<int> &v, int start, int at) {
  int best = start;
  const int n = static_cast<int>(v.size());
  for (int i = 0; i < n; ++i)
    if (v[i] >= best) {
      best = v[i];
      at = i;
    }
  return at * 100 + best;
}

static int downwards(const std::vector<int> &v) {
  int best = 1000, at = -1;
  for (int i = static_cast<int>(v.size()) - 1; i >= 0; --i)
    if (v[i] < best) {
      best = v[i];
      at = i;
    }
  return at * 100 + best;
}

static double companion(const std::vector<double> &v, const double (&other)[4000]) {
  double best = 1e9, with = -1;
  for (int i = 0; i < 4000; i++)
    if (v[i] < best) {
      best = v[i];
      with = other[i];
    }
  return with;
}

static double lastCompanion(const std::vector<double> &v, const double (&other)[4000]) {
  double best = 1e9, with = -1;
  for (int i = 0; i < 4000; i++)
    if (v[i] <= best) best = v[i], with = other[i];
  return with;
}

static int largest(const double (&score)[4000], int n) {
  int winner = 0;
  for (int s = 1; s < n; s++)
    if (score[s] > score[winner])
      winner = s;
  return winner;
}

static int lastLargest(const double (&score)[4000], int n) {
  int winner = 3000;
  for (int s = 1; s < n; s++)
    if (score[s] >= score[winner])
      winner = s;
  return winner;
}

static int twoAtOnce(const std::vector<int> &v, long &sum) {
  int low = v[0], high = v[0], lowAt = 0, highAt = 0;
  for (int i = 1; i < static_cast<int>(v.size()); i++) {
    sum += v[i];
    if (v[i] < low) {
      low = v[i];
      lowAt = i;
    }
    if (high < v[i]) {
      high = v[i];
      highAt = i;
    }
  }
  return lowAt * 10000 + highAt;
}

static int grid[60][70];
static int inGrid(int &row, int &column) {
  int best = 1000;
  int r = 0, c = 0;
  for (int i = 0; i < 60; i++)
    for (int j = 0; j < 70; j++)
      if (grid[i][j] < best) {
        best = grid[i][j];
        r = i;
        c = j;
      }
  row = r;
  column = c;
  return best;
}

static int firstPlace(bool isLast) {
  int r = 0, c = 0;
  if (isLast) {
    for (int i = 0; i < 60; i++)
      for (int j = 0; j < 70; j++)
        if (grid[i][j] <= grid[r][c])
          r = i, c = j;
  } else {
    for (int i = 0; i < 60; i++)
      for (int j = 0; j < 70; j++)
        if (grid[i][j] > grid[r][c]) {
          r = i;
          c = j;
        }
  }
  return r * 100 + c;
}

static int notDone(const std::vector<int> &cost, int n, int which, int start) {
  int at = start;
  for (int i = 0; i < n; i++)
    if (cost[i] % 5 == which && (at == -1 || cost[i] < cost[at]))
      at = i;
  return at;
}

static int lastNotDone(const std::vector<int> &cost, int n, int which) {
  int best = 100000, at = 0;
  bool none = true;
  for (int i = 0; i < n; i++) {
    if (cost[i] % 5 != which)
      continue;
    if (!none && cost[i] > best)
      continue;
    none = false;
    best = cost[i];
    at = i;
  }
  return none ? -1 : best * 10000 + at;
}

static int narrowPlace(const std::vector<int> &cost, long n) {
  int at = 0;
  for (long i = 0; i < n; i++)
    if (cost[i] > cost[at])
      at = int(i);
  return at;
}

static float rounded(const std::vector<double> &v, float least) {
  for (std::size_t i = 0; i < v.size(); i++)
    if (v[i] / 3 <= least)
      least = v[i] / 3;
  return least;
}

static unsigned otherType(const std::vector<int> &v, int n) {
  unsigned at = 0;
  for (int i = n - 1; i >= 0; i--)
    if (v[i] < v[at])
      at = unsigned(i);
  return at;
}
// Keys of other types than what they are compared with.
static long masked(const std::vector<int> &v, int n) {
  short best = 40;
  double most = 2;
  int at = 0, last = 0;
  for (int i = 0; i < n; i++)
    if ((long(v[i]) & 63) < best) {
      best = long(v[i]) & 63;
      at = i;
    }
  for (long i = n - 1; i >= 0; i--)
    if ((long(v[i]) & 31) >= most) {
      most = long(v[i]) & 31;
      last = int(i);
    }
  return best * 1000000 + most * 10000 + at * 10 + last;
}
int main() {
  static double score[4000], other[4000];
  std::vector<double> v(4000);
  std::vector<float> f(4000);
  std::vector<int> ties(4000);
  std::vector<Point> centers(3000);
  for (int i = 0; i < 4000; ++i) {
    ties[i] = (i * 37 + 11) % 23 - 5;
    v[i] = i % 50 == 3 ? std::numeric_limits<double>::quiet_NaN() : (i * 7919 % 601) * 0.5;
    f[i] = static_cast<float>(i % 2 ? 0.0 : -0.0) + static_cast<float>((i + 3) % 40 / 8);
    score[i] = i * 101 % 997;
    other[i] = i;
  }
  for (int i = 0; i < 3000; ++i)
    centers[i] = {0.5 * (i % 100), 0.25 * (i / 1500)};
  for (int i = 0; i < 60; ++i)
    for (int j = 0; j < 70; ++j)
      grid[i][j] = (i * 13 + j * 29) % 97;
  for (int k = 0; k < 5; ++k)
    std::printf("%d ", nearest(centers, {10.25 * k, 0.125}));
  std::printf("%ld %ld %ld\n", first(v, 1e30), first(f, 0.5f), first(ties, 3));
  std::printf("%ld %ld\n", first(v, std::numeric_limits<double>::quiet_NaN()),
              first(std::vector<int>(), 7));
  std::printf("%d %d %d %d\n", last(ties, -100), last(ties, 17), last(ties, 18), last({}, 3));
  std::printf("%d %d %d\n", lastFromAnywhere(ties, 17, 100000), lastFromAnywhere(ties, 3, 5),
              lastFromAnywhere(ties, 99, 5));
  std::printf("%d %g %g\n", downwards(ties), companion(v, other), lastCompanion(v, other));
  std::printf("%d %d %d %d\n", largest(score, 4000), largest(score, 0), lastLargest(score, 4000),
              lastLargest(score, 1));
  long sum = 0;
  int row = 0, column = 0;
  std::printf("%d %ld\n", twoAtOnce(ties, sum), sum);
  int best = inGrid(row, column);
  std::printf("%d %d %d\n", best, row, column);
  std::printf("%d %d\n", firstPlace(false), firstPlace(true));
  for (int which = 0; which < 6; ++which)
    std::printf("%d %d %d %d\n", notDone(ties, 4000, which, -1), notDone(ties, 0, which, -1),
                notDone(ties, 4000, which, 17), lastNotDone(ties, 4000, which));
  std::printf("%d %d %a %a\n", narrowPlace(ties, 4000), narrowPlace(ties, 0), rounded(v, 100),
              rounded(v, -1));
  std::printf("%u %u\n", otherType(ties, 4000), otherType(ties, 0));
  std::printf("%ld %ld %ld\n", masked(ties, 4000), masked(ties, 1), masked(ties, 0));
}
