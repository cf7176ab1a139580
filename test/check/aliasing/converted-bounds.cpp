// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// RUN: %loomp fix --cost-model=off --diff %s -- -std=c++20 | grep '^+' | FileCheck %s
// Ranges whose ends have no name of their own: what a conversion leaves of a number, what the
// header reads from memory, sums and quotients of named values. The checks stand in front of the
// loop, and must say what the loop touches whatever the numbers are.
#include <cstddef>
#include <vector>

// The header compares with `unsigned(n)`, which may be more than n, or less.
// CHECK: std::uintptr_t(a) + ((long long)(unsigned int)n) * sizeof(*a) <= std::uintptr_t(b)
void narrowed(int *a, const int *b, long n) {
  // loomp: parallel assuming(no-alias)
  for (unsigned j = 0; j != unsigned(n); ++j)
    a[j] = b[j];
}
// CHECK: std::uintptr_t(a) + ((long long)(short)k) * sizeof(*a) <= std::uintptr_t(b)
void shortened(short *a, const short *b, long k) {
  // loomp: parallel assuming(no-alias)
  for (long j = long(short(k)) - 1; j >= 0; --j)
    a[j] = b[j];
}
// CHECK: std::uintptr_t(p) + ((long long)((unsigned long long)n + 1)) * sizeof(*p)
void widened(double *p, const double *b, long n) {
  // loomp: parallel assuming(no-alias)
  for (std::size_t i = 0; i != std::size_t(n + 1); i += 1)
    p[i] += b[i];
}
// Both ends are read in any case, the lower one by the init.
// CHECK: std::uintptr_t(a) + ((long long)k + (long long)row[i]) * sizeof(*a)
void read(float *a, const float *b, const int *row, long k, int i) {
  // loomp: parallel assuming(no-alias)
  for (long j = row[i]; j < row[i] + k; ++j)
    a[j] = b[j] + 1;
}
// The loop may write what ends it, a[j] may be row[i]: the check computes with an end that the loop
// need not have, so it is limited first.
void read_and_written(int *a, const float *b, int *row, long k, int i) {
  // loomp: parallel assuming(no-alias) -- where a[5] is row[i], iteration 5 changes the end
  for (long j = row[i]; j < row[i] + k; ++j)
    a[j] = int(b[j]);
}
// The second operand of '&&' is only read where the first one holds.
void read_if_short(float *a, const float *b, const int *row, long k, int i) {
  // loomp: not-parallel -- in front of the loop, row[i] may not exist
  for (long j = 0; i < 7 && j < row[i]; ++j)
    a[j] = b[j] + 1;
}
// One iteration runs in any case.
// CHECK: (long long)m > 2 ? (long long)m - 1 : 1
void first_untested(unsigned *a, const int *b, long m) {
  int j = 1;
  // loomp: parallel assuming(no-alias)
  do {
    a[j] = unsigned(b[j]);
    j += 1;
  } while (j < m);
}
// The number of the outer iteration has no name, but j has.
// CHECK: std::uintptr_t(a) + (n + 9 * j) * sizeof(*a)
void strided(double *a, const double *b, long n, long step, long j) {
  // loomp: parallel assuming(no-alias)
  for (long p = n - 1; p >= j; p -= step)
    a[j * 9 + p] = b[p * 2];
}
