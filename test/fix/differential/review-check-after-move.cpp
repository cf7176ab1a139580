// RUN: %differential %s
// A check names a pointer by a place that holds it where the loop starts, and counts from what it
// holds there.
#include <cstdio>
#include <cstring>
#include <vector>
struct Writer {
  int *p, *a;
  void moved(int n, int k) {
    p += k;
    for (int i = 0; i < n; i++)
      p[i] = a[i] + 1;
  }
  void next(int n) {
    *p++ = 7;
    for (int i = 0; i < n; i++)
      p[i] = a[i] + 1;
  }
};
struct Buffers {
  int *next, *old, *source;
  void run(int n) {
    old = next;
    next = nullptr;
    for (int i = 0; i < n; i++)
      old[i] = source[i] + 1;
  }
};
static void byReference(Writer &w, int n, int k) {
  w.p -= k;
  for (int i = 0; i < n; i++)
    w.p[i] = w.a[i] + 1;
}
static void byPointer(Writer *w, int n) {
  w->a = &w->a[n];
  for (int i = 0; i < n; i++)
    w->p[i] = w->a[i] + 1;
}
static void ofPointer(int *&p, const int *a, int n, int k) {
  p = p + k;
  for (int i = 0; i < n; i++)
    p[i] = a[i] + 1;
}
static void behind(int **pp, const int *a, int n) {
  (*pp)++;
  for (int i = 0; i < n; i++)
    pp[0][i] = a[i] + 1;
}
static void rows(int **t, int *other, const int *a, int n) {
  int *first = t[0];
  t[0] = other;
  for (int i = 0; i < n; i++)
    first[i] = a[i] + 1;
}
static void inBlocks(Writer &w, int blocks, int n) {
  for (int b = 0; b < blocks; b++) {
    for (int i = 0; i < n; i++)
      w.p[i] = w.a[i] + 1;
    w.p += n;
  }
}
static unsigned sum(const std::vector<int> &v) {
  unsigned s = 0;
  for (int x : v)
    s = s * 31 + static_cast<unsigned>(x);
  return s;
}
int main() {
  const int n = 20000;
  std::vector<int> v(6 * n);
  auto fresh = [&] {
    for (int i = 0; i < 6 * n; i++)
      v[i] = i % 19;
    return v.data();
  };
  int *b = fresh();
  Writer w{b, b + n - 1};
  w.moved(n, n); // p = a + 1
  std::printf("%u\n", sum(v));
  b = fresh(), w = {b, b};
  w.next(n);
  std::printf("%u\n", sum(v));
  b = fresh();
  Buffers f{b + 1, nullptr, b};
  f.run(n);
  std::printf("%u\n", sum(v));
  b = fresh(), w = {b + 2 * n, b + n - 1};
  byReference(w, n, n);
  std::printf("%u\n", sum(v));
  b = fresh(), w = {b + 2 * n + 1, b + n};
  byPointer(&w, n);
  std::printf("%u\n", sum(v));
  b = fresh();
  int *p = b;
  ofPointer(p, b + n - 1, n, n);
  std::printf("%u %d\n", sum(v), int(p - b));
  b = fresh(), p = b + n;
  behind(&p, b + n, n);
  std::printf("%u\n", sum(v));
  b = fresh();
  int *t[2] = {b + 1, b};
  rows(t, b + 3 * n, b, n);
  std::printf("%u\n", sum(v));
  b = fresh(), w = {b + 1, b};
  inBlocks(w, 3, n);
  std::printf("%u\n", sum(v));
}
