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
