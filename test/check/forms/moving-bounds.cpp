// RUN: %loomp check --format=json %s -- -std=c++20 -w | %verdicts %s
// Two variables that move towards each other. Twins: others whose meeting has no fixed place, and
// iterations that meet on the way.
#include <cstddef>
#include <utility>
#include <vector>
void reversed(long n, double *a) {
  // loomp: parallel induction(j)
  for (long i = 0, j = n - 1; i < j; i++, j--)
    std::swap(a[i], a[j]);
}
void reversedWhile(int lo, int hi, double *a) {
  // loomp: parallel induction(hi)
  while (lo < hi) {
    std::swap(a[lo], a[hi]);
    lo++;
    hi--;
  }
}
int met(int n, double *a) {
  int i = 0, j = n - 1;
  // loomp: parallel induction(j)
  for (; i <= j; ++i, --j)
    std::swap(a[i], a[j]);
  return 10 * i + j;
}
void fromAbove(int n, double *a) {
  int i = 0, j = n - 1;
  // loomp: parallel induction(i)
  while (j > i) {
    std::swap(a[i], a[j]);
    --j;
    ++i;
  }
}
void sizes(std::vector<int> &v) {
  // loomp: parallel induction(j)
  for (std::size_t i = 0, j = v.size() - 1; i < j; ++i, --j)
    std::swap(v[i], v[j]);
}
void faster(int n, double *a) {
  int j = n;
  // loomp: parallel induction(j)
  for (int i = 2; i < j; ++i, j -= 3)
    a[i] = a[j + 1] + 1;
}
bool palindrome(const char *s, int n) {
  bool same = true;
  // loomp: parallel reduction(&&:same) induction(j)
  for (int i = 0, j = n - 1; i < j; i++, j--)
    if (s[i] != s[j])
      same = false;
  return same;
}
void oneBefore(int n, double *a) {
  int j = n;
  // loomp: parallel induction(j)
  for (int i = 0; i < j - 1; ++i, --j)
    std::swap(a[i], a[j - 1]);
}
void broken(int n, double *a) {
  // loomp: parallel induction(j) -- the test is the first statement of the body
  for (int i = 0, j = n - 1;; ++i, --j) {
    if (i >= j)
      break;
    std::swap(a[i], a[j]);
  }
}
void pointers(double *a, int n) {
  // loomp: parallel induction(q)
  for (double *p = a, *q = a + n - 1; p < q; ++p, --q)
    std::swap(*p, *q);
}
void iterators(std::vector<int> &v) {
  // loomp: parallel induction(q)
  for (auto p = v.begin(), q = v.end() - 1; p < q; ++p, --q)
    std::swap(*p, *q);
}
void handedOut(std::vector<int> &v) {
  auto q = v.end() - 1;
  auto &same = q;
  // loomp: not-parallel -- q moves by another name, too
  for (auto p = v.begin(); p < q; ++p, --q) {
    *p = 1;
    if (*p > 2)
      --same;
  }
}
void exchanged(std::vector<int> &v) {
  auto p = v.begin(), q = v.end() - 1;
  // loomp: not-parallel -- the iterators are exchanged, not the elements
  for (; p < q; ++p, --q)
    std::swap(p, q);
}
void overlapping(int n, double *a) {
  // loomp: not-parallel -- n = 8: i=0 writes a[1], i=1 reads it
  for (int i = 0, j = n - 1; i < j; ++i, --j)
    a[i + 1] = a[i] + a[j];
}
void oneBehind(int n, double *a) {
  // loomp: not-parallel -- n = 3: i=0 writes a[2], i=1, j=1 reads a[2]
  for (int i = 0, j = n - 1; i <= j; ++i, --j)
    a[j] = a[i + 1];
}
void apart(unsigned n, double *a) {
  unsigned j = n;
  // loomp: not-parallel -- j only grows
  for (unsigned i = 0; i < j; ++i, ++j)
    a[i] = i;
}
void past(unsigned n, double *a) {
  // loomp: not-parallel -- n = 1: j = 0, and then 2^32 - 1
  for (unsigned i = 0, j = n - 1; i <= j; ++i, --j)
    a[i] = 1;
}
void jumpsOverZero(unsigned n, double *a) {
  unsigned j = n;
  // loomp: not-parallel -- n = 3: i=1 finds j=2^32 - 1
  for (unsigned i = 0; i < j; ++i, j -= 4)
    a[i % 4] = i;
}
void unequal(int n, double *a) {
  // loomp: not-parallel -- n = 1: they never meet
  for (unsigned i = 0, j = n; i != j; ++i, --j)
    a[i] = 1;
}
void sometimes(int n, double *a) {
  int j = n;
  // loomp: not-parallel -- who knows when they meet
  for (int i = 0; i < j; ++i)
    if (a[i] > 0)
      --j;
}
void partition(int n, double *a) {
  int i = 0, j = n - 1;
  // loomp: not-parallel -- either one moves
  while (i < j)
    if (a[i] > 0)
      ++i;
    else
      std::swap(a[i], a[j--]);
}
void skipped(int n, double *a) {
  // loomp: not-parallel -- j stays where an element is negative
  for (int i = 0, j = n - 1; i < j; ++i) {
    if (a[i] < 0)
      continue;
    a[j] = 1;
    --j;
  }
}
void inMemory(int n, int *j, int *a) {
  // loomp: not-parallel -- the bound may be an element
  for (int i = 0; i < *j; ++i, --*j)
    a[i] = 1;
}
void mixed(int n, long j, double *a) {
  // loomp: not-parallel -- FIXME: the types differ
  for (int i = 0; i < j; ++i, --j)
    a[i] = a[i] + 1;
}
void narrow(unsigned char j, double *a) {
  // loomp: not-parallel -- FIXME: narrow variables
  for (unsigned char i = 0; i < j; ++i, --j)
    a[i] = 1;
}
void copied(int n, double *a, const double *b) {
  // loomp: parallel induction(j) assuming(no-alias)
  for (int i = 0, j = n - 1; i < j; ++i, --j)
    a[i] = b[j];
}
