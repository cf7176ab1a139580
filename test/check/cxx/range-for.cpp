// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(std::vector<double> &v) {
  double last = 0;
  // loomp: not-parallel -- each element is added to the one before
  for (double &x : v) {
    x += last;
    last = x;
  }
}
