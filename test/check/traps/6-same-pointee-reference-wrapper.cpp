// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <functional>
#include <vector>
void f(std::vector<std::reference_wrapper<long>> &v) {
  // loomp: parallel atomic(+:v[i].get()) -- v[0] and v[1] may refer to one long
  for (std::size_t i = 0; i < v.size(); i++)
    v[i].get() += 1;
}
void g(std::vector<std::reference_wrapper<long>> &v) {
  // loomp: not-parallel -- v[0] and v[1] may refer to one long, which the last one sets
  for (std::size_t i = 0; i < v.size(); i++)
    v[i].get() = static_cast<long>(i);
}
