// RUN: %loomp check --format=json %s -- %flags | %verdicts %s
// for loops whose header is not canonical.
#include <vector>
void startedBefore(int n, double *a) {
  int i = 0;
  // loomp: parallel
  for (; i < n; ++i)
    a[i] = i;
}
void severalDeclared(int n, double *a) {
  // loomp: parallel
  for (int i = 0, m = n - 1; i < m; ++i)
    a[i] = i;
}
void updateInBody(int n, double *a) {
  int i;
  // loomp: parallel
  for (i = 0; i < n;) {
    a[i] = i;
    i++;
  }
}
void commaInStart(int n, double *a, double *b) {
  int i, k;
  // loomp: parallel induction(k)
  for (i = 0, k = 0; i < n; ++i, k += 2)
    a[k] = b[i];
}
void commaDeclared(int n, double *a, double *b) {
  // loomp: parallel induction(k)
  for (int i = 0, k = 0; i < n; ++i, k += 2)
    a[k] = b[i];
}
void inCondition(unsigned n, double *a) {
  // loomp: parallel
  for (unsigned i = n; i-- > 0;)
    a[i] = i;
}
void offset(int n, double *a, const double *b) {
  // loomp: parallel
  for (int i = 0; i + 1 < n; i++)
    a[i] = b[i + 1];
}
void offsetOfSize(std::vector<double> &v, const std::vector<double> &w) {
  // loomp: parallel
  for (std::size_t i = 0; i + 1 < v.size(); i++)
    v[i] = w[i + 1];
}
void offsetUnsigned(unsigned n, double *a) {
  // loomp: parallel
  for (unsigned i = 0; i + 1 < n; i++)
    a[i] = i;
}
void offsetUnsignedUpTo(unsigned n, double *a) {
  // loomp: not-parallel -- i + 1 may wrap to 0 and be below n for ever
  for (unsigned i = 0; i + 1 <= n; i++)
    a[i] = i;
}
double a[1000], b[1000];
void window(int n, int w) {
  // loomp: parallel
  for (int i = 0; i + w <= n; i++)
    a[i] = b[i] + b[i + w - 1];
}
void windowMoves(int n, int w, double *a, const int *b) {
  // loomp: not-parallel -- the window grows
  for (int i = 0; i + w <= n; i++) {
    a[i] = i;
    w += b[i];
  }
}
void carried(int n, double *a) {
  int i = 1;
  // loomp: serial carried-flow-dependence on(a) -- a[i] is what the next iteration reads
  for (; i + 1 < n; ++i)
    a[i] = a[i - 1];
}
void product(int n, double *a) {
  // loomp: parallel -- its number of iterations is a square root
  for (int i = 0; i * i < n; i++)
    a[i] = i;
}
void boundInStart(const std::vector<double> &v, double *a) {
  std::size_t i, n;
  // loomp: parallel -- n is set once, in front of the loop
  for (i = 0, n = v.size(); n > i; ++i)
    a[i] = 2;
}
void boundInStartChanges(int m, double *a, const int *b) {
  int i, n;
  // loomp: not-parallel -- n is also set in the loop
  for (i = 0, n = m; i < n; ++i) {
    a[i] = 2;
    n = b[i];
  }
}
