// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
struct N {
  long x = 0;
};
long f(const std::vector<N *> &v) {
  long s = 0;
  // loomp: parallel reduction(+:s) -- one node read twice is read twice
  for (std::size_t i = 0; i < v.size(); i++)
    s += v[i]->x;
  return s;
}
