// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <map>
void f(std::map<int, int> &m, const int *key, int n) {
  // loomp: not-parallel -- operator[] inserts: every iteration may rebalance the tree
  for (int i = 0; i < n; i++)
    m[key[i]] = i;
}
