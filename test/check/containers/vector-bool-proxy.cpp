// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(std::vector<bool> &v, int n) {
  // loomp: not-parallel -- `auto` is a proxy here: assigning it writes a bit of a shared byte
  for (int i = 0; i < n; i++) {
    auto x = v[i];
    x = true;
  }
}
