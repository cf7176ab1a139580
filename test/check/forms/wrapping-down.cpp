// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Unsigned indices that end the loop as they wrap.
#include <cstddef>
#include <cstdint>
#include <vector>
void below(std::vector<float> &v) {
  const std::size_t n = v.size();
  // loomp: parallel -- from n - 1 down to 0
  for (std::size_t i = n - 1; i < n; i--)
    v[i] = i;
}
void belowSize(std::vector<float> &v) {
  // loomp: parallel -- from size - 1 down to 0
  for (std::size_t i = v.size() - 1; i < v.size(); --i)
    v[i] = i;
}
void belowUnsigned(unsigned n, double *a) {
  // loomp: parallel
  for (unsigned i = n - 1; i < n; i--)
    a[i] = i;
}
void toMaximum(unsigned n, double *a) {
  // loomp: parallel
  for (unsigned i = n - 1; i != UINT32_MAX; i--)
    a[i] = i;
}
void carried(unsigned n, double *a) {
  // loomp: serial carried-flow-dependence on(a) -- i=n-3 reads a[n-2], which i=n-2 wrote
  for (unsigned i = n - 2; i != UINT32_MAX; i--)
    a[i] = a[i + 1];
}
void otherStart(unsigned n, unsigned m, double *a) {
  // loomp: parallel -- from m down to 0 if m is less than n, else none
  for (unsigned i = m; i < n; i--)
    a[i] = i;
}
void fixedBound(int n, double *a, const int *b) {
  // loomp: parallel
  for (std::size_t i = n - 1; i < 100; --i)
    a[i] = b[i] * 0.5;
}
void carriedFromOtherStart(std::size_t n, std::size_t m, double *a) {
  // loomp: not-parallel -- each reads what the one before wrote
  for (std::size_t i = m; i < n; --i)
    a[i] = a[i + 1];
}
unsigned outlives(unsigned n, unsigned m, double *a) {
  unsigned i;
  // loomp: not-parallel -- behind it i is m or 2^32 - 1
  for (i = m; i < n; i--)
    a[i] = i;
  return i;
}
void withSign(int n, int m, double *a) {
  // loomp: not-parallel -- goes on below 0
  for (int i = m; i < n; i--)
    a[i] = i;
}
void startCounts(unsigned n, unsigned m, double *a) {
  // loomp: not-parallel -- would count twice
  for (unsigned i = m++; i < n; i--)
    a[i] = m;
}
void wider(unsigned n, std::size_t m, double *a) {
  // loomp: not-parallel -- 2^32 - 1 may be less than m
  for (unsigned i = n - 1; i < m; i--)
    a[i] = i;
}
void upTo(unsigned n, double *a) {
  // loomp: not-parallel -- 0 wraps to 2^32 - 1, which may be n
  for (unsigned i = n; i <= n; i--)
    a[i] = i;
}
void boundMoves(unsigned n, double *a, const unsigned *b) {
  // loomp: not-parallel -- n may become 2^32 - 1 and more iterations follow
  for (unsigned i = n - 1; i < n; i--) {
    a[i] = i;
    n += b[i];
  }
}
void byTwo(unsigned n, double *a) {
  // loomp: not-parallel -- from 1 it goes to 2^32 - 1, from 0 to 2^32 - 2
  for (unsigned i = n - 2; i < n; i -= 2)
    a[i] = i;
}
long bodyCounts(unsigned n, long *a, int c) {
  unsigned i;
  // loomp: not-parallel -- an iteration may count, too
  for (i = n - 1; i < n; i--) {
    a[i] = 1;
    if (c)
      i--;
  }
  long sum = 0;
  // loomp: parallel reduction(+:sum)
  for (unsigned k = 0; k < i; k++)
    sum += a[k];
  return sum;
}
