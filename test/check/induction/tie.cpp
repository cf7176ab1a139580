// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <tuple>
int b[1000];
void f(int n) {
  int x = 0, y = 1;
  // loomp: not-parallel -- Fibonacci: i=1 adds what i=0 left
  for (int i = 0; i < n; i++) {
    std::tie(x, y) = std::make_tuple(y, (x + y) % 1000);
    b[i] = x;
  }
}
