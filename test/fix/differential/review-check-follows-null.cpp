// RUN: %differential %s
// A check in front of a loop follows no pointer, and divides by nothing, that the loop may not: the
// serial program never does.
#include <cstdio>
#include <vector>
struct Layout {
  int stride, start;
};
static void blocks(double *a, int n, const Layout *p) {
  for (int i = 0; i < n; i++)
    for (int j = 0; j < 100; j++)
      a[i * p->stride + j] = 1;
}
static void inner(double *a, int n, int m, const Layout *p) {
  for (int i = 0; i < n; i++)
    for (int j = 0; j < m; j++)
      a[i * p->stride + j] = 1;
}
static void guarded(double *a, int n, const Layout *p) {
  for (int i = 0; i < n; i++)
    if (p)
      a[i * p->stride] = i;
}
static void chosen(double *a, int n, bool use, const Layout *p) {
  for (int i = 0; i < n; i++)
    if (use)
      a[i] = a[i + p->stride];
}
static void shifted(double *a, const double *b, int n, const Layout *p) {
  for (int i = 0; i < n; i++)
    if (p)
      a[i] = b[i + p->start];
}
static void always(double *a, const double *b, int n, const Layout *p) {
  for (int i = 0; i < n; i++)
    a[i] = b[i + p->start];
}
static int ring(double *a, int n, const int *p) {
  int k = 0;
  for (int i = 0; i < n; i++) {
    a[i] = k;
    k = k + 1 == *p ? 0 : k + 1;
  }
  return k;
}
static int divided(double *a, int n, int m, int q) {
  int k = 0;
  for (int i = 0; i < n; i++) {
    a[i] = k;
    k = (k + 1) % (m / q);
  }
  return k;
}
static int steps(double *a, int n, const Layout *p) {
  int k = 0;
  for (int i = 0; i < n; i++) {
    a[k] = i;
    k += p->stride;
  }
  return k;
}
static void oddlyNamed(double *a, int n, const Layout *_this) {
  for (int i = 0; i < n; i++)
    a[i * _this->stride] += i;
}
int main() {
  std::vector<double> a(200000, 1.5), b(200000, 2.5);
  blocks(a.data(), 0, nullptr);
  inner(a.data(), 1000, 0, nullptr);
  guarded(a.data(), 1000, nullptr);
  chosen(a.data(), 1000, false, nullptr);
  shifted(a.data(), b.data(), 1000, nullptr);
  always(a.data(), b.data(), 0, nullptr);
  int k = ring(a.data(), 0, nullptr) + divided(a.data(), 0, 10, 0) + steps(a.data(), 0, nullptr);
  oddlyNamed(a.data(), 0, nullptr);
  Layout row{100, 3}, tight{50, 3};
  int seven = 7;
  blocks(a.data(), 1000, &row);
  blocks(a.data(), 1000, &tight);
  inner(a.data(), 100, 60, &row);
  guarded(a.data(), 1000, &row);
  oddlyNamed(a.data(), 1000, &row);
  chosen(a.data(), 1000, true, &row);
  shifted(a.data(), b.data(), 1000, &row);
  shifted(a.data() + 1, a.data(), 1000, &row);
  always(a.data(), b.data(), 500, &row);
  always(a.data() + 5, a.data(), 500, &row);
  k += ring(b.data(), 1000, &seven) + divided(b.data() + 1000, 1000, 40, 5) +
       steps(b.data() + 2000, 100, &row);
  double s = 0;
  for (int i = 0; i < 200000; i++)
    s += a[i] * (i % 7) + b[i] * (i % 5);
  std::printf("%d %g\n", k, s);
}
