// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <utility>
int a[1000], b[1000];
void f(int n) {
  int previous = 0;
  // loomp: not-parallel -- i=1 stores what i=0 left in previous
  for (int i = 0; i < n; i++)
    b[i] = std::exchange(previous, a[i]);
}
