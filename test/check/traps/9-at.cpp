// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Trap 9: the exception of i=100 is caught outside; thrown in a parallel loop it terminates.
#include <cstdio>
#include <exception>
#include <vector>
void f() {
  std::vector<int> v(100);
  try {
    // loomp: not-parallel -- i=100 throws, so later iterations must not run
    for (int i = 0; i < 101; i++)
      v.at(i) = i;
  } catch (std::exception &) {
    std::puts("caught");
  }
}
