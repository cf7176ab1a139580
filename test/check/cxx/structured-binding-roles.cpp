// RUN: %loomp check --format=json %s -- -std=c++20 -fopenmp | %verdicts %s
#include <utility>
struct Flags {
  unsigned low : 4;
  unsigned high : 4;
};
struct Pair {
  long x, y;
};
double a[1000];
long use(long);
long f(const int *b, int n, Pair &p, Pair &q) {
  std::pair<long, long> both{0, 0};
  auto &[one, two] = both;
  // loomp: parallel -- one is both.first, under either name
  for (int i = 0; i < n; i++) {
    one += b[i];
    both.first += 2;
  }
  // loomp: serial carried-flow-dependence -- each iteration reads what the one before left in both.first
  for (int i = 0; i < n; i++) {
    one += b[i];
    a[i] = both.first;
  }
  // loomp: not-parallel -- one iteration sets two, another reads it as both.second
  for (int i = 0; i < n; i++) {
    if (b[i] > 0)
      two = b[i];
    a[i] = both.second;
  }
  // loomp: not-parallel -- a copy of the pair reads the sum
  for (int i = 0; i < n; i++) {
    one += b[i];
    auto copy = both;
    a[i] = copy.first;
  }
  auto &[x, y] = p;
  // loomp: parallel
  for (int i = 0; i < n; i++)
    x += b[i];
  // loomp: parallel assuming(no-alias) -- p and q may be one object, and then y is read while it is summed up
  for (int i = 0; i < n; i++) {
    y += b[i];
    a[i] = q.y;
  }
  auto &[s, t] = q;
  // loomp: parallel assuming(no-alias) -- x and s may be one member
  for (int i = 0; i < n; i++) {
    x += b[i];
    s = i;
  }
  Flags flags{};
  auto &[low, high] = flags;
  // loomp: not-parallel -- each step cuts the sum of a bit-field, and both share a byte
  for (int i = 0; i < n; i++)
    low += b[i];
  // loomp: not-parallel -- what a bit-field holds is cut
  for (int i = 0; i < n; i++) {
    high = b[i];
    a[i] = high;
  }
  long &other = one;
  // loomp: parallel
  for (int i = 0; i < n; i++) {
    auto add = [&](long k) { return k + two; };
    other += add(i);
  }
  // loomp: not-parallel -- the lambda adds, under a name that it captures
  for (int i = 0; i < n; i++) {
    auto add = [&one](long k) { one += k; };
    add(i);
    a[i] = one;
  }
  return one + two + low + high;
}
long pointers(const double *b, double *d, double *w, const double *g, int n, int k, double *r) {
  double s = 0, u = 0, v = 0;
  double *p = &s;
  // loomp: parallel
  for (int i = 0; i < n; i++)
    p[0] += b[i] > 0 ? 1.0 : -0.5;
  // loomp: serial carried-flow-dependence -- s itself is read
  for (int i = 0; i < n; i++) {
    p[0] += b[i];
    a[i] = s;
  }
  // loomp: parallel -- the last iteration's stays
  for (int i = 0; i < n; i++) {
    *p = b[i];
    a[i] = *p * 2;
  }
  // loomp: not-parallel -- one iteration sets s, another may not
  for (int i = 0; i < n; i++) {
    if (b[i] > 0)
      *p = b[i];
    a[i] = s;
  }
  double *z = &u;
  // loomp: not-parallel -- z points to another variable behind some iteration
  for (int i = 0; i < n; i++) {
    *z += b[i];
    if (i == k)
      z = &v;
  }
  // loomp: parallel -- every iteration sets *w
  for (int i = 0; i < n; i++) {
    *w = b[i];
    a[i] = *w * 2;
  }
  // loomp: parallel assuming(no-alias) -- only if g and w are apart
  for (int i = 0; i < n; i++) {
    *w = v = b[i];
    d[i] = g[i] * 0.25;
  }
  // loomp: parallel
  for (int i = 0; i < n; i++) {
    w[3] = i;
    w[5] += 1;
  }
  // loomp: not-parallel -- an iteration reads what the one before left
  for (int i = 0; i < n; i++) {
    a[i] = w[3];
    w[3] = i;
  }
  // loomp: not-parallel -- some iteration may set it last
  for (int i = 0; i < n; i++)
    if (b[i] > 0)
      *w = i;
  // loomp: not-parallel -- w[k] may be w[3]
  for (int i = 0; i < n; i++) {
    w[3] = i;
    a[i] = w[k];
  }
  // loomp: not-parallel -- iteration 3 reads what iteration 2 left
  for (int i = 0; i < n; i++) {
    w[3] = i;
    a[i] = w[i];
  }
  return s + u + v;
}
