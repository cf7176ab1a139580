// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(std::vector<int> &a) {
  int &k = a[3];
  // loomp: not-parallel -- k is a[3], the element that i=3 writes
  for (int i = 0; i < 8; i++)
    a[i + k] = i + 1;
}
