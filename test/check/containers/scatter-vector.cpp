// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(std::vector<int> &count, const std::vector<int> &key) {
  // loomp: parallel atomic(+:count) -- key[0] == key[1] is possible, but sums have no order
  for (std::size_t i = 0; i < key.size(); i++)
    count[key[i]]++;
  // loomp: not-parallel -- key[0] == key[1] is possible: the last one stays
  for (std::size_t i = 0; i < key.size(); i++)
    count[key[i]] = static_cast<int>(i);
}
