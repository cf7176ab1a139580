// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
std::vector<int> f(const std::vector<int> &a) {
  std::vector<int> out;
  // loomp: not-parallel -- where i=1 appends depends on i=0
  for (std::size_t i = 0; i < a.size(); i++)
    if (a[i] > 0)
      out.push_back(a[i]);
  return out;
}
