// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Trap 6: distinct slots, same pointee.
#include <vector>
struct N {
  long x = 0;
};
void f(std::vector<N *> &v) {
  // loomp: parallel atomic(+:v[i]->x) -- v[0] and v[1] may be one node: both iterations update its x
  for (std::size_t i = 0; i < v.size(); i++)
    v[i]->x += 1;
}
void g(std::vector<N *> &v) {
  // loomp: not-parallel -- v[0] and v[1] may be one node: the last value would be another one
  for (std::size_t i = 0; i < v.size(); i++)
    v[i]->x = static_cast<long>(i);
}
