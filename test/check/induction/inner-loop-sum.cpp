// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cstddef>
int a[600000];
void fixedStep(int n, int m) {
  int k = 0;
  // loomp: parallel induction(k) -- k is i * 2 * m, and m >= 1 is checked
  for (int i = 0; i < n; i++) {
    // loomp: parallel reduction(+ : k)
    for (int j = 0; j < m; j++)
      k += 2;
    a[k] = i;
  }
}
void bothSigns(int n, int m) {
  int k = 100;
  // loomp: not-parallel -- with m = 5 the sum of j - 2 is 0: all write a[100]
  for (int i = 0; i < n; i++) {
    // loomp: parallel reduction(+ : k)
    for (int j = 0; j < m; j++)
      k += j - 2;
    a[k] = i;
  }
}
void growing(int n) {
  int k = 0;
  // loomp: parallel induction(k) -- 1, 3, 6, 10: each is larger than the one before
  for (int i = 0; i < n; i++) {
    // loomp: parallel reduction(+ : k)
    for (int j = 0; j <= i; j++)
      k++;
    a[k] = i;
  }
}
void growingTooLate(int n) {
  int k = 0;
  // loomp: not-parallel -- i=0 and i=1 leave k at 0
  for (int i = 0; i < n; i++) {
    // loomp: parallel reduction(+ : k)
    for (int j = 1; j < i; j++)
      k++;
    a[k] = i;
  }
}
void wraps(unsigned n) {
  unsigned k = 0;
  // loomp: parallel induction(k) assuming(fixed-step) -- it asks: n * (n + 1) / 2 passes 2^32, and k starts again
  for (unsigned i = 0; i < n; i++) {
    k += i + 1;
    a[k] = 1;
  }
}
void wrapsSoon(int n) {
  unsigned char k = 0;
  // loomp: not-parallel -- i=0 and i=256 write a[3]
  for (int i = 0; i < n; i++) {
    k += 3;
    a[k] = i;
  }
}
void staysBelow() {
  unsigned k = 0;
  // loomp: parallel induction(k) -- 5050 at the end
  for (unsigned i = 0; i < 100; i++) {
    k += i + 1;
    a[k] = 1;
  }
}
void smallSteps(unsigned char n) {
  unsigned k = 0;
  // loomp: parallel induction(k) -- 32,640 at most
  for (unsigned char i = 0; i < n; i++) {
    k += i + 1u;
    a[k] = 1;
  }
}
void constantCount(int n) {
  std::size_t k = 5;
  // loomp: parallel induction(k) -- 0 + 1 + 2 is 3
  for (int i = 0; i < n; i++) {
    // loomp: parallel reduction(+ : k)
    for (int j = 0; j < 3; j++)
      k += j;
    a[k] = i;
  }
}
void constantCountOfNothing(int n) {
  std::size_t k = 5;
  // loomp: not-parallel -- -1 + 0 + 1 is 0
  for (int i = 0; i < n; i++) {
    // loomp: parallel reduction(+ : k)
    for (int j = -1; j < 2; j++)
      k += j;
    a[k] = i;
  }
}
void constantCountWraps(int n) {
  unsigned char k = 5;
  // loomp: not-parallel -- i=0 and i=256 write a[8]
  for (int i = 0; i < n; i++) {
    // loomp: parallel reduction(+ : k)
    for (int j = 0; j < 3; j++)
      k += j;
    a[k] = i;
  }
}
void triangleOfSizes(long n) {
  std::size_t k = 5;
  // loomp: parallel induction(k) -- no object is large enough for the sum to wrap
  for (long i = n - 1; i >= 1; --i)
    // loomp: parallel induction(k)
    for (long j = 0; j < i; ++j) {
      k += 1;
      a[k] = 1;
    }
}
void sizesOnly(std::size_t n) {
  std::size_t k = 0;
  // loomp: parallel induction(k)
  for (std::size_t i = 0; i < n; i++)
    // loomp: parallel induction(k)
    for (std::size_t j = 0; j <= i; j++)
      a[k++] = 1;
}
void rowsTooLong(long n) {
  std::size_t k = 0;
  // loomp: not-parallel -- row 1 has two elements and starts at 0 like row 0
  for (long i = 0; i < n; i++) {
    // loomp: parallel
    for (long j = 0; j <= i; j++)
      a[k + j] = 1;
    k += i;
  }
}
void downInDisguise(std::size_t n, std::size_t m) {
  std::size_t k = 1000;
  if (m < n)
    return;
  // loomp: not-parallel -- with m = -1 rows start i + 1 further down each, and grow upwards
  for (std::size_t i = 0; i < n; i++) {
    // loomp: parallel
    for (std::size_t j = 0; j <= i + 2; j++)
      a[k + j] = 1;
    k += m - i;
  }
}
void remaindersOfSums(long n) {
  std::size_t k = 0;
  // loomp: not-parallel -- 0, 1, 3, 6, 10, 15, 21, 28, 36: the last two are 4
  for (long i = 0; i < n; i++) {
    k += i;
    a[k % 8] = 1;
  }
}
void triangleOfNarrow(long n) {
  unsigned k = 0;
  // loomp: parallel induction(k) assuming(fixed-step) -- it asks: n * (n + 1) / 2 passes 2^32, and k starts again
  for (long i = 0; i < n; i++)
    // loomp: parallel induction(k) assuming(no-dependence)
    for (long j = 0; j <= i; j++)
      a[k++] = 1;
}
