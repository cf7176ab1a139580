// RUN: %loomp check --format=json %s -- -std=c++20 -w | %verdicts %s
// Masks and shifts that clear low bits: what is left of x is x - x mod 2^k, also below 0.
#include <cstddef>
int a[2000], b[2000];
void pairs(int n) {
  // loomp: parallel -- one element of each pair
  for (int i = 0; i < n; i += 2)
    a[(i & ~1) + 1] = b[i];
  // loomp: not-parallel -- i=0 and i=1 both write a[1]
  for (int i = 0; i < n; i++)
    a[(i & ~1) + 1] = b[i];
  // loomp: not-parallel -- i=0 and i=2 both write a[0]
  for (int i = 0; i < n; i += 2)
    a[i & ~3] = b[i];
}
void blocks(std::size_t n) {
  // loomp: parallel
  for (std::size_t i = 3; i < n; i += 8)
    a[i & ~std::size_t(7)] = b[i];
  // loomp: parallel
  for (unsigned i = 3; i < n; i += 8)
    a[i & -8u] = b[i];
  // loomp: parallel
  for (int i = 0; i < 1000; i += 4)
    a[(i >> 2) << 2] = b[i];
  // loomp: not-parallel -- i=4 and i=7 both write a[4]
  for (int i = 1; i < 1000; i += 3)
    a[(i >> 2) << 2] = b[i];
}
void below(int n, int *c) {
  // loomp: parallel -- i=-2 writes c[-2], i=-4 c[-4]
  for (int i = -100; i < n; i += 2)
    c[i & ~1] = b[i + 100];
  // loomp: not-parallel -- i=-3 and i=-4 both write c[-4], unlike a division
  for (int i = -100; i < n; i++)
    c[i & -2] = b[i + 100];
}
void next(int n) {
  // loomp: parallel -- reads the elements with even numbers, writes the others
  for (int i = 0; i < n; i++)
    a[2 * i + 1] = a[i & ~1];
}
void wrote(int n) {
  // loomp: not-parallel -- i=1 writes a[2], i=2 reads it
  for (int i = 0; i < n; i++)
    a[2 * i] = a[i & ~1] + 1;
}
void wide(long n) {
  // loomp: not-parallel -- 2^32: only the upper bits are kept
  for (long i = 0; i < n; i++)
    a[i & 0xfffffffe] = i;
}
void unknownBits(int n, int mask) {
  // loomp: not-parallel -- mask = 0: all write a[0]
  for (int i = 0; i < n; i++)
    a[i & ~mask] = i;
}
