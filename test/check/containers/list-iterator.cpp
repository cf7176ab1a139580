// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <list>
void f(std::list<int> &v) {
  // loomp: not-parallel -- a list cannot be entered in the middle
  for (std::list<int>::iterator p = v.begin(); p != v.end(); ++p)
    *p += 1;
}
