// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <memory>
#include <vector>
void f(std::vector<std::shared_ptr<long>> &v) {
  // loomp: parallel atomic(+:*v[i]) -- v[0] and v[1] may share one long
  for (std::size_t i = 0; i < v.size(); i++)
    *v[i] += 1;
}
void g(std::vector<std::shared_ptr<long>> &v) {
  // loomp: not-parallel -- v[0] and v[1] may share one long, which the last one sets
  for (std::size_t i = 0; i < v.size(); i++)
    *v[i] = static_cast<long>(i);
}
