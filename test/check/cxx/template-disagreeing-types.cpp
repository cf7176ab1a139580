// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <string>
template <class T> T total(const T *a, int n) {
  T s = T();
  // loomp: not-parallel -- a reduction for int; std::string keeps the order of its parts
  for (int i = 0; i < n; i++)
    s += a[i];
  return s;
}
int f(const int *a, const std::string *b, int n) {
  return total(a, n) + static_cast<int>(total(b, n).size());
}
