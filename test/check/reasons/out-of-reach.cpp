// Collisions that only more than 2^52 iterations, or objects of 2^63 bytes, could bring: not proven.
// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cstddef>
void farAhead(int *a, std::size_t n) {
  // loomp: unknown carried-flow-dependence -- a[4 * n] is a[i] for an n of 2^62 only
  for (std::size_t i = 0; i < n; i++)
    a[i] = a[4 * n] + 1;
}
void doubled(int *a, std::size_t n) {
  // loomp: parallel -- i and i + 2^63 would write one element
  for (std::size_t i = 0; i < n; i += 2)
    a[2 * i] = 1;
}
void near(int *a, std::size_t n) {
  // loomp: serial carried-flow-dependence -- i=1 reads a[0]
  for (std::size_t i = 1; i < n; i++)
    a[i] = a[i - 1] + 1;
}
