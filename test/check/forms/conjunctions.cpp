// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Conditions of several parts: each must be a bound that the loop could have alone.
#include <cstddef>
#include <vector>
void smaller(int n, int m, double *a) {
  // loomp: parallel -- up to the smaller one
  for (int i = 0; i < n && i <= m; i++)
    a[i] = i;
}
void three(int n, int m, int k, double *a) {
  // loomp: parallel -- up to the smallest
  for (int i = 0; i < n && (i < m && i < k); i++)
    a[i] = i;
}
void larger(int n, int m, int k, double *a) {
  // loomp: parallel -- down to the larger one
  for (int i = n; i >= m && i > k; i--)
    a[i] = i;
}
void sizes(const std::vector<double> &v, const std::vector<double> &w, double &sum) {
  double s = 0;
  // loomp: parallel reduction(+:s)
  for (std::size_t i = 0; i < v.size() && i < w.size(); i += 2)
    s += v[i] * w[i];
  sum = s;
}
void carried(int n, int m, double *a) {
  // loomp: not-parallel carried-flow-dependence on(a) -- i=2 reads a[1], which i=1 wrote
  for (int i = 1; i < n && i < m; i++)
    a[i] = a[i - 1];
}
void byWhile(int n, int m, double *a) {
  int i = 0;
  // loomp: parallel
  while (!(i >= n || i >= m)) {
    a[i] = i;
    ++i;
  }
}
struct List {
  int count;
  const double *items;
};
void behindTest(int n, const List *list, double *a) {
  // loomp: parallel -- the list is only looked at if there is an iteration for it
  for (int i = 0; i < n && i < list->count; i++)
    a[i] = 1;
}
void written(int n, int *limit, int *a) {
  // loomp: not-parallel -- where a[i] is *limit, the loop changes its bound
  for (int i = 0; i < n && i < *limit; i++)
    a[i] = i;
}
void moving(int n, int m, int *a) {
  // loomp: not-parallel -- each iteration moves the second bound
  for (int i = 0; i < n && i < m; i++) {
    a[i] = 1;
    m -= a[i];
  }
}
void data(int n, int *a) {
  // loomp: not-parallel -- it ends at the first zero
  for (int i = 0; i < n && a[i] != 0; i++)
    a[i] = -a[i];
}
double sum(int n, const double *a) {
  double s = 0;
  // loomp: not-parallel -- iteration i is there only if those before add up to less than 40
  for (int i = 0; i < n && s < 40.0; i++)
    s += a[i];
  return s;
}
void opposite(int n, int m, int *a) {
  // loomp: not-parallel -- the second test is no bound of a loop that counts up
  for (int i = 0; i < n && i > m; i++)
    a[i] = 1;
}
void either(int n, int m, int *a) {
  // loomp: not-parallel -- up to the larger one, which OpenMP cannot be told
  for (int i = 0; i < n || i < m; i++)
    a[i] = 1;
}
void passes(int n, int m, int *a) {
  // loomp: not-parallel -- from above m the second test always holds
  for (int i = 5; i < n && i != m; i++)
    a[i] = 1;
}
void mixedSigns(int n, std::size_t m, double *a) {
  // loomp: not-parallel -- to compare n with m would make a large number of a negative one
  for (std::size_t i = 0; static_cast<long>(i) < n && i < m; i++)
    a[i] = 1;
}
void firstAtLeast(std::vector<int> &v, int k, int *a) {
  std::size_t i;
  // loomp: parallel
  for (i = 0; i < v.size() && i < 16; ++i)
    a[i] = v[i] + k;
}
void convertedBySecond(int n, int *a) {
  // loomp: not-parallel -- `n < 10u` is another comparison than the loop makes: none for n = -5
  for (int i = 0; i < n && i < 10u; i++)
    a[i] = i;
}
void convertedByIndex(int n, int m, int *a) {
  // loomp: not-parallel -- -1 is a large bound for the index
  for (std::size_t i = 0; i < n && i < m; i++)
    a[i] = 1;
}
void literalBesideUnsigned(unsigned n, int *a) {
  // loomp: parallel
  for (unsigned i = 0; i < n && i < 10; i++)
    a[i] = 1;
}
void oneType(unsigned n, unsigned m, int *a) {
  // loomp: parallel -- both tests and that of the rewritten loop are made in `unsigned`
  for (int i = 0; i < n && i < m; i++)
    a[i] = i;
}
void wideIndex(unsigned n, unsigned m, int *a) {
  // loomp: parallel
  for (long i = 0; i < n && i <= m; i++)
    a[i] = 1;
}
void narrowerPlusOne(long s, long n, int m, long *a) {
  // loomp: not-parallel -- m + 1 does not exist for the largest m, although n may lie above it
  for (long i = s; i < n && i <= m; i++)
    a[i - s] = i;
}
void narrowerMinusOne(long s, long n, int m, long *a) {
  // loomp: not-parallel -- m - 1 does not exist for the smallest m
  for (long i = s; i > n && i >= m; i--)
    a[s - i] = i;
}
void narrowerWraps(unsigned long s, unsigned long n, unsigned m, long *a) {
  // loomp: not-parallel -- m + 1 is 0 for the largest m
  for (unsigned long i = s; i < n && i <= m; i++)
    a[i - s] = 1;
}
void widerPlusOne(int n, long m, long *a) {
  // loomp: parallel -- below an int, the long can be increased
  for (long i = 0; i < n && i <= m; i++)
    a[i] = i;
}
