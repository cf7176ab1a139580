// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// The vector is built and destroyed in every iteration, and belongs to it.
#include <vector>
double a[1000];
void f() {
  // loomp: parallel
  for (int i = 0; i < 1000; i++) {
    std::vector<double> w(4);
    w[0] = i;
    a[i] = w[0] * 2;
  }
}
