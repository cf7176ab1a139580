// RUN: %differential %s
// Two variables that move towards each other, from all kinds of starts; what they leave behind.
#include <cstddef>
#include <cstdio>
#include <utility>
#include <vector>
static int a[100];
static void start() {
  for (int i = 0; i < 100; ++i)
    a[i] = (i * 37 + 11) % 101;
}
static void show(const char *name, long left) {
  long sum = 0;
  for (int i = 0; i < 100; ++i)
    sum = (sum * 31 + a[i]) % 1000003;
  std::printf("%s %ld %ld\n", name, left, sum);
}
static void reversed(int n, int *b) {
  for (int i = 0, j = n - 1; i < j; i++, j--)
    std::swap(b[i], b[j]);
}
static long range(long lo, long hi, int *b) {
  while (lo < hi) {
    std::swap(b[lo], b[hi]);
    lo++;
    hi--;
  }
  return lo * 1000 + hi;
}
static long met(int n, int *b) {
  int i = 2, j = n;
  for (; i <= j; ++i, --j)
    b[i] += b[j] + 1;
  return 1000 * i + j;
}
static long fromAbove(int n, int *b) {
  int i = 3, j = n;
  while (j > i) {
    std::swap(b[i], b[j]);
    --j;
    ++i;
  }
  return 1000 * i + j;
}
static long fromAboveTo(int n, int *b) {
  int i = 3, j = n;
  while (j >= i) {
    b[j] = i;
    i += 2;
    j--;
  }
  return 1000 * i + j;
}
static long faster(int n, int *b) {
  int j = n, i;
  for (i = 2; i < j; ++i, j -= 3)
    b[i] += 7;
  return 1000 * i + j;
}
static long fasterTo(int n, int *b) {
  int j = n, i;
  for (i = 2; i <= j; ++i, j -= 4)
    b[i] += 7;
  return 1000 * i + j;
}
static void sizes(std::vector<int> &v) {
  for (std::size_t i = 0, j = v.size() - 1; i < j; ++i, --j)
    std::swap(v[i], v[j]);
}
static long unsignedRange(unsigned lo, unsigned hi, int *b) {
  for (; lo < hi; ++lo, --hi)
    std::swap(b[lo], b[hi]);
  return 1000l * lo + hi;
}
static long unsignedFromAbove(unsigned lo, unsigned hi, int *b) {
  for (; hi > lo; ++lo, --hi)
    std::swap(b[lo], b[hi]);
  return 1000l * lo + hi;
}
static long offset(int n, int *b) {
  int j = n, i = 0;
  for (; i < j - 1; ++i, --j)
    std::swap(b[i], b[j - 1]);
  return 1000 * i + j;
}
static void exits(int n, int *b) {
  for (int i = 0, j = n - 1;; ++i, --j) {
    if (i >= j)
      break;
    std::swap(b[i], b[j]);
  }
}
static bool palindrome(const int *b, int n) {
  bool same = true;
  for (int i = 0, j = n - 1; i < j; i++, j--)
    if (b[i] != b[j])
      same = false;
  return same;
}
template <typename T> static T between(T lo, T hi, int *b) {
  for (; lo < hi; ++lo, --hi)
    std::swap(b[lo], b[hi]);
  return lo;
}
static long pointers(int *b, int n) {
  int *p = b, *q = b + n;
  for (; p < q; ++p, --q)
    std::swap(*p, *q);
  return (p - b) * 1000 + (q - b);
}
static void elements(std::vector<int> &v) {
  for (auto p = v.begin(), q = v.end() - 1; p < q; ++p, --q)
    std::swap(*p, *q);
}
static void copied(int n, int *b, const int *from) {
  for (int i = 0, j = n - 1; i < j; ++i, --j)
    b[i] = from[j] + 1;
}
int main() {
  start();
  for (int n : {-5, -1, 0, 1, 2, 3, 4, 5, 6, 7, 50, 99}) {
    reversed(n, a);
    show("reversed", n);
    show("range", range(0, n, a));
    show("range", range(3, n, a));
    show("range", range(-4, n, a + 4));
    show("met", met(n, a));
    show("fromAbove", fromAbove(n, a));
    show("fromAboveTo", fromAboveTo(n, a));
    show("faster", faster(n, a));
    show("fasterTo", fasterTo(n, a));
    show("offset", offset(n, a));
    copied(n, a, a);
    copied(n, a + 5, a);
    copied(n / 2, a, a + 50);
    show("copied", n);
    exits(n, a);
    show("exits", n);
    show("palindrome", palindrome(a, n));
    show("between", between(1, n, a));
    show("between", between(1l, long(n), a));
    show("pointers", pointers(a + 10, n));
    unsigned m = n < 0 ? 0 : unsigned(n);
    show("unsignedRange", unsignedRange(0, m, a));
    show("unsignedRange", unsignedRange(4, m, a));
    show("unsignedFromAbove", unsignedFromAbove(4, m, a));
    std::vector<int> v(a, a + m + 1);
    sizes(v);
    for (unsigned i = 0; i <= m; ++i)
      a[i] = v[i] + int(i);
    elements(v);
    for (unsigned i = 0; i <= m; ++i)
      a[i] -= v[i] / 2;
    show("vectors", n);
  }
}
