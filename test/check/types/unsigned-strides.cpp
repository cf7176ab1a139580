// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A number of 64 bits that grows from one iteration to the next cannot wrap around if each of them
// uses it as a subscript: it would have to be out of bounds first.
#include <cstddef>
#include <vector>

void pairs(int n, std::vector<long> &a) {
  // loomp: parallel -- 4 * t does not wrap around: no array has 2^63 elements
  for (std::size_t i = 0; i < std::size_t(n + 2); i += 2) {
    a[2 * i] = 1;
    a[2 * i + 1] = 2;
  }
}
static bool split(long x, long *low, long &high) {
  *low = x + 1;
  high = x;
  return true;
}
void handedOver(int n, std::vector<long> &a) {
  // loomp: parallel
  for (std::size_t i = 0; i < std::size_t(n + 2); i += 2)
    split(long(i), &a[2 * i], a[2 * i + 1]);
}
void wide(std::size_t n, long *a) {
  // loomp: parallel
  for (std::size_t i = 0; i < n; i += 64)
    a[64 * i] = 1;
}
void far(std::size_t n, long *a) {
  // loomp: parallel
  for (std::size_t i = 0; i < n; ++i)
    a[64 * i] = 1;
}
void conditional(std::size_t n, long *a, const bool *c) {
  // loomp: not-parallel -- i=0 and i=2^63 may be the only ones that write, both a[0]
  for (std::size_t i = 0; i < n; i += 2)
    if (c[i & 1])
      a[4 * i] = 1;
}
void shortCircuit(std::size_t n, const long *a, bool c, long *b) {
  // loomp: not-parallel -- as above
  for (std::size_t i = 0; i < n; i += 2)
    c && (b[4 * i] = 1);
}
void skipped(std::size_t n, long *a, std::size_t k) {
  // loomp: not-parallel -- as above
  for (std::size_t i = 0; i < n; i += 2) {
    if (i % 3 == k)
      continue;
    a[4 * i] = 1;
  }
}
void narrow(unsigned n, long *a) {
  // loomp: parallel assuming(no-dependence) -- i=0 and i=2^31 both write a[0], and a may be that large
  for (unsigned i = 0; i < n; i += 2)
    a[2 * i] = 1;
}
void shifted(std::size_t n, long *a) {
  // loomp: serial carried-flow-dependence -- i=0 writes a[4], i=2 reads it
  for (std::size_t i = 0; i < n; i += 2)
    a[2 * i + 4] = a[2 * i] + 1;
}
void turned(std::size_t n, long *a) {
  // loomp: not-parallel -- i=0 and i=8 both write a[0]
  for (std::size_t i = 0; i < n; ++i)
    a[(i * i) % 64] = 1;
}
