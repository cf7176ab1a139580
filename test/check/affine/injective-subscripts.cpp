// Subscripts that are not linear, but different in different iterations; and their near-twins.
// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cstdint>
#include <vector>
void pairsSwapped(const int *__restrict in, int *__restrict out, int n) {
  // loomp: parallel
  for (int i = 0; i < n; ++i)
    out[i ^ 1] = in[i];
}
void mirroredBits(const int *__restrict in, int *__restrict out, int n) {
  // loomp: parallel
  for (int i = 0; i < n; ++i)
    out[i ^ 5] = in[i];
}
void pairsMerged(const int *__restrict in, int *__restrict out, int n) {
  // loomp: serial carried-output-dependence -- i=0 and i=1 write out[1]
  for (int i = 0; i < n; ++i)
    out[i | 1] = in[i];
}
void swappedInPlace(int *a, int n) {
  // loomp: not-parallel -- i=1 reads a[0], which i=0 wrote
  for (int i = 0; i < n; ++i)
    a[i] = a[i ^ 1] + 1;
}
void squares(std::vector<int> &mark, int n) {
  // loomp: parallel
  for (int i = 0; i < n; ++i)
    mark[i * i] = i;
}
void squaresOfBoth(std::vector<int> &mark, int n) {
  // loomp: not-parallel -- -1 and 1 write mark[1]
  for (int i = -n; i < n; ++i)
    mark[i * i] = i;
}
void parabola(std::vector<int> &mark, int n) {
  // loomp: not-parallel -- i=1 and i=2 write mark[8]
  for (int i = 0; i < n; ++i)
    mark[i * i - 3 * i + 10] = i;
}
void parabolaAbove(std::vector<int> &mark, int n) {
  // loomp: parallel
  for (int i = 2; i < n; ++i)
    mark[i * i - 3 * i + 10] = i;
}
void wrappingSquares(std::vector<int> &mark, unsigned n) {
  // loomp: parallel assuming(fixed-step) -- it asks: 65536 * 65536 is 0, too
  for (unsigned i = 0; i < n; ++i)
    mark[i * i] = 1 + i;
}
void around(float *out, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    out[(i + 1) % n] = i;
}
void aroundAndOn(float *out, int n) {
  // loomp: not-parallel -- 0 and n write out[1]
  for (int i = 0; i <= n; i++)
    out[(i + 1) % n] = i;
}
void aroundAnother(float *out, int n, int m) {
  // loomp: not-parallel -- m may be less than n
  for (int i = 0; i < n; i++)
    out[(i + 1) % m] = i;
}
void aroundUnsigned(float *out, unsigned n, unsigned first) {
  // loomp: parallel assuming(fixed-step) -- it asks: i + first may wrap, and 2^32 is no multiple of n
  for (unsigned i = 0; i < n; i++)
    out[(i + first) % n] = i;
}
void aroundReading(float *a, int n) {
  // loomp: not-parallel -- i=0 writes a[0], i=n-1 reads it
  for (int i = 0; i < n; i++)
    a[i] = a[(i + 1) % n] + 1;
}
void ring(std::uint16_t *slot, std::uint32_t first) {
  // loomp: parallel
  for (std::uint32_t i = 0; i < 1024; i++)
    slot[(first + i) & 1023] = i;
}
void ringAndOn(std::uint16_t *slot, std::uint32_t first) {
  // loomp: parallel peeled(first) -- i=0 and i=1024 alone write one slot
  for (std::uint32_t i = 0; i < 1025; i++)
    slot[(first + i) & 1023] = i;
}
