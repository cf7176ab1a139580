// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Rows and columns of triangles that are stored without gaps.
#include <cstddef>
#include <vector>
double a[1000000];

void fixedSize(std::vector<double> &v) {
  // loomp: parallel
  for (int i = 2; i < 12; i++)
    // loomp: parallel
    for (long j = 0; j < i; ++j)
      v[i * (i - 1) / 2 + j] = 0.5 * i;
}
void fixedSizeOneTooLong(std::vector<double> &v) {
  // loomp: not-parallel -- row i ends in the first element of row i + 1
  for (int i = 2; i < 12; i++)
    // loomp: parallel
    for (long j = 0; j <= i; ++j)
      v[i * (i - 1) / 2 + j] = 0.5 * i;
}
void withGaps() {
  // loomp: parallel
  for (long i = 0; i < 12; ++i)
    // loomp: parallel
    for (long j = 0; j < i; ++j)
      a[i * (i + 1) / 2 + j] = 1;
}
void sizes(std::vector<double> &v, std::size_t n) {
  // loomp: parallel -- no object is large enough for i * (i + 1) to wrap
  for (std::size_t i = 0; i < n; ++i)
    // loomp: parallel
    for (std::size_t j = 0; j <= i; ++j)
      v[i * (i + 1) / 2 + j] = v[i * (i + 1) / 2 + j] * 0.5 + 1;
}
void sizesOneTooLong(std::vector<double> &v, std::size_t n) {
  // loomp: not-parallel -- row i ends in the first element of row i + 1
  for (std::size_t i = 1; i < n; ++i)
    // loomp: parallel
    for (std::size_t j = 0; j <= i; ++j)
      v[i * (i - 1) / 2 + j] = 1;
}
void narrowSizes(unsigned n) {
  // loomp: parallel assuming(fixed-step) -- it asks: 65536 * 65537 is 65536 in 32 bits
  for (unsigned i = 0; i < n; ++i)
    // loomp: parallel
    for (unsigned j = 0; j <= i; ++j)
      a[i * (i + 1) / 2 + j] = 1;
}
void thirds(std::size_t n) {
  // loomp: not-parallel -- what is below 0 wraps, and a third of it is another number then
  for (std::size_t i = 0; i < n; ++i)
    a[3 * (i * (i + 1) * (i + 2) / 3) + 5] = 1;
}
void columns(long n) {
  // loomp: parallel -- column j of a lower triangle
  for (long j = 0; j < n; ++j)
    // loomp: parallel
    for (long i = j; i < n; ++i)
      a[i * (i + 1) / 2 + j] = 1;
}
void columnsTooTight(long n) {
  // loomp: parallel peeled(first) -- element 1 is (1, 1) and (2, 0); later columns have their own
  for (long j = 0; j < n; ++j)
    // loomp: parallel assuming(no-dependence) -- for j=0: 0 * -1 / 2 and 1 * 0 / 2 are 0
    for (long i = j; i < n; ++i)
      a[i * (i - 1) / 2 + j] = 1;
}
void columnsTooFarApart(long n) {
  // loomp: not-parallel -- element 5 is (2, 2) and (3, 1)
  for (long j = 0; j < n; ++j)
    // loomp: parallel assuming(no-dependence)
    for (long i = j; i < n; ++i)
      a[i * (i - 1) / 2 + 2 * j] = 1;
}
void blocks(long n) {
  // loomp: parallel -- of four elements each
  for (long i = 0; i < n; ++i)
    // loomp: parallel
    for (long j = 0; j < i; ++j)
      // loomp: parallel
      for (long k = 0; k < 4; ++k)
        a[4 * (i * (i - 1) / 2 + j) + k] = 1;
}
void blocksTooLong(long n) {
  // loomp: not-parallel -- the fifth is the first of the next block
  for (long i = 0; i < n; ++i)
    // loomp: not-parallel -- the fifth is the first of the next block
    for (long j = 0; j < i; ++j)
      // loomp: parallel
      for (long k = 0; k <= 4; ++k)
        a[4 * (i * (i - 1) / 2 + j) + k] = k;
}
void fixedNarrowSizes() {
  // loomp: parallel -- 11 * 12 does not wrap
  for (unsigned i = 2; i < 12; ++i)
    // loomp: parallel
    for (long j = 0; j < i; ++j)
      a[i * (i + 1) / 2 + j] = 1;
}
void fixedNarrowSizesTooLong() {
  // loomp: not-parallel -- row i ends in the first element of row i + 1
  for (unsigned i = 2; i < 12; ++i)
    // loomp: parallel
    for (long j = 0; j <= i + 1; ++j)
      a[i * (i + 1) / 2 + j] = 1;
}
void fixedNarrowSizesThatWrap() {
  // loomp: not-parallel -- 65536 * 65537 is 65536 in 32 bits
  for (unsigned i = 0; i < 70000; ++i)
    // loomp: parallel
    for (unsigned j = 0; j < 2; ++j)
      a[i * (i + 1) / 2 + j] = 1;
}
