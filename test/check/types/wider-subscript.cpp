// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cstddef>
double a[1000], b[1000];
void f(int n) {
  // loomp: parallel -- widening loses nothing
  for (int i = 0; i < n; i++)
    a[(long)i] = b[static_cast<std::ptrdiff_t>(i)];
}
