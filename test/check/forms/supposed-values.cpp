// RUN: %loomp check --format=json %s -- -std=c++20 -w | %verdicts %s
// Numbers of 32 bits that would wrap around on some inputs: the program asks. Twins: what it cannot
// ask in front of the loop, and what would collide all the same.
#include <vector>
void rows(int m, unsigned *a) {
  // loomp: parallel assuming(fixed-step) -- m = 2^30: i=0 and i=4 both write a[0]
  for (unsigned i = 0; i < 8; ++i)
    // loomp: parallel
    for (long j = 0; j < m; ++j)
      a[(i * m + j) * 2] = i;
}
void bothOfThem(unsigned n, unsigned m, float *a) {
  // loomp: parallel assuming(fixed-step)
  for (unsigned i = 0; i < n; ++i)
    // loomp: parallel
    for (unsigned j = 0; j < m; ++j)
      a[i * m + j] = i;
}
long counts(long step, short *__restrict a) {
  unsigned q = 0;
  // loomp: parallel induction(q) assuming(fixed-step,no-dependence) -- step 2^29 comes back to 0, step 0 stays
  for (int i = 0; i < 8; ++i) {
    a[q] = i;
    q = q + step;
    a[q + 200] = 1;
  }
  return q;
}
void tooNarrow(int m, unsigned *a) {
  // loomp: not-parallel -- m = 4: i=0, j=4 and i=1, j=0 both write a[4]
  for (unsigned i = 0; i < 8; ++i)
    // loomp: parallel
    for (long j = 0; j <= m; ++j)
      a[i * m + j] = i;
}
void read(const int *widths, unsigned *a) {
  // loomp: not-parallel -- the widths have no name in front of the loop
  for (unsigned i = 0; i < 8; ++i)
    // loomp: not-parallel -- a[0] may be the width
    for (long j = 0; j < widths[i]; ++j)
      a[i * widths[i] + j] = i;
}
void changes(int m, unsigned *a) {
  // loomp: parallel induction(m) assuming(fixed-step) -- i * (m + i) grows from an m of 0 on
  for (unsigned i = 0; i < 8; ++i) {
    a[i * m] = i;
    ++m;
  }
}
unsigned nested(long m, short *__restrict a) {
  unsigned q = 0;
  // loomp: parallel induction(q) assuming(fixed-step) -- m = 2^32 - 1: i=0, j=0 and i=1, j=1 both write a[21]
  for (long i = 0; i < 12; ++i)
    // loomp: parallel induction(q) assuming(no-dependence)
    for (long j = 0; j < m; ++j) {
      q += 1;
      a[q + 20] = i + j;
    }
  return q;
}
unsigned bothBounds(long n, long m, long *a) {
  unsigned q = 0;
  // loomp: parallel induction(q) assuming(fixed-step)
  for (long i = 0; i < n; ++i)
    // loomp: parallel induction(q) assuming(no-dependence)
    for (long j = 0; j < m; ++j)
      a[q++] = i + j;
  return q;
}
unsigned triangle(long n, long *a) {
  unsigned q = 3;
  // loomp: parallel induction(q) assuming(fixed-step) -- n = 2^17 passes 2^32
  for (long i = 0; i < n; ++i)
    // loomp: parallel induction(q) assuming(no-dependence)
    for (long j = 0; j < i; ++j) {
      q += 1;
      a[q] = i + j;
    }
  return q;
}
unsigned fallingRows(int n, long *a) {
  unsigned q = 3;
  // loomp: parallel induction(q) assuming(fixed-step)
  for (int i = 0; i < n; ++i)
    // loomp: parallel induction(q)
    for (int j = i; j < n; ++j)
      a[q++] = i + j;
  return q;
}
short ofSixteenBits(long m, short *__restrict a) {
  short q = 0;
  // loomp: parallel induction(q) assuming(fixed-step)
  for (long i = 0; i < 12; ++i)
    // loomp: parallel induction(q) assuming(fixed-step) -- m = 65537: j=0 and j=65536
    for (long j = 0; j < m; ++j) {
      q += 1;
      a[q + 20] = i + j;
    }
  return q;
}
unsigned short withoutSign(long n, short *__restrict a) {
  unsigned short q = 0;
  // loomp: parallel induction(q) assuming(fixed-step) -- i=32768 writes a[20] again
  for (long i = 0; i < n; ++i) {
    a[q + 20] = i;
    q += 2;
  }
  return q;
}
unsigned alsoBehind(long n, long m, long *a) {
  unsigned q = 0;
  // loomp: not-parallel -- a[q] is the next row's first element
  for (long i = 0; i < n; ++i) {
    // loomp: parallel induction(q) assuming(no-dependence)
    for (long j = 0; j < m; ++j)
      a[q++] = i + j;
    a[q] = 1;
  }
  return q;
}
unsigned backwards(long n, long m, long *a) {
  unsigned q = 0;
  // loomp: not-parallel -- each row starts one element in front of where the last one ended
  for (long i = 0; i < n; ++i) {
    // loomp: parallel induction(q) assuming(no-dependence)
    for (long j = 0; j < m; ++j)
      a[q++] = i + j;
    --q;
  }
  return q;
}
void stridedRows(unsigned n, unsigned step, double *a) {
  // loomp: parallel assuming(fixed-step) -- of a step of 2^31 all rows may be one
  for (unsigned i = 1; i < n; i += step)
    // loomp: parallel
    for (unsigned j = 0; j < n; ++j)
      a[i * n + j] = i;
}
void stridedRowsMeet(unsigned n, unsigned step, double *a) {
  // loomp: not-parallel -- step 1: i=1, j=n and i=2, j=0 both write a[2 * n]
  for (unsigned i = 1; i < n; i += step)
    // loomp: parallel
    for (unsigned j = 0; j <= n; ++j)
      a[i * n + j] = i;
}
void stridedByLong(int n, long step, const float *b, double *__restrict a) {
  // loomp: parallel assuming(fixed-step) -- n = 2^17, step = 2^15: i=1 and i=32769 both write a[2^17]
  for (unsigned i = 1; i < unsigned(n); i += step)
    // loomp: parallel
    for (long j = n - 3; j >= 2; j -= step)
      a[i * n + j] = b[i];
}
