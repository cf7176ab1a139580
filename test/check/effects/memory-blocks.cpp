// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Blocks of a length that is a variable: a block per iteration.
#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstring>
void clear(long m, long k, long *a) {
  // loomp: parallel -- k elements from k * i on
  for (long i = 0; i < m; ++i)
    std::memset(a + i * k, 0, k * sizeof(long));
}
void clearSizes(std::size_t m, std::size_t k, double *a) {
  // loomp: parallel
  for (std::size_t i = 0; i < m; ++i)
    std::memset(&a[i * k], 0, sizeof(double) * k);
}
void copy(long m, long k, long *__restrict a, const long *__restrict b) {
  // loomp: parallel
  for (long i = 0; i < m; ++i)
    std::memcpy(a + i * k, b + 3 * i, k * sizeof(*a));
}
void copyElements(long m, long k, long *__restrict a, const long *__restrict b) {
  // loomp: parallel
  for (long i = 0; i < m; ++i)
    std::copy_n(b + 3 * i, k, a + i * k);
}
void fill(long m, long k, long *a) {
  // loomp: parallel
  for (long i = 0; i < m; ++i)
    std::fill_n(a + i * k, k, i);
}

// The near-twins.
void oneMore(long m, long k, long *a) {
  // loomp: unknown carried-output-dependence -- the next block begins where this one ends, unless k
  // is 0 and m 1
  for (long i = 0; i < m; ++i)
    std::memset(a + i * k, static_cast<int>(i), (k + 1) * sizeof(long));
}
void otherLength(long m, long k, long n, long *a) {
  // loomp: parallel assuming(no-dependence) -- n may be more than k: that is checked
  for (long i = 0; i < m; ++i)
    std::memset(a + i * k, static_cast<int>(i), n * sizeof(long));
}
void otherSize(long m, long k, int *a) {
  // loomp: unknown carried-output-dependence -- twice as many elements as the stride
  for (long i = 0; i < m; ++i)
    std::memset(a + i * k, static_cast<int>(i), k * sizeof(long));
}
void limit(long m, char *a, const char *b) {
  // loomp: unknown needs-assumption -- up to 2^64 - 1 characters, and not none
  for (long i = 0; i < m; ++i)
    a[i] = std::memchr(b, 3, -1) != nullptr;
}
