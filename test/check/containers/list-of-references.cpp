// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A loop over a list whose variable is bound to what a conversion of the element leads to.

#include <functional>
#include <list>
#include <vector>

struct Node {
  long value = 0;
};

struct Handle {
  Node *node = nullptr;
  operator Node &() const { return *node; }
};

void references(std::vector<std::list<std::reference_wrapper<Node>>> &lists) {
  // loomp: unknown unsupported-construct -- two lists may refer to one node
  for (std::size_t i = 0; i < lists.size(); i++)
    // loomp: unknown unsupported-loop-form -- no thread can take half of a list
    for (Node &node : lists[i])
      node.value = node.value * 3 % 1000003;
}

void handles(std::vector<std::list<Handle>> &lists) {
  // loomp: unknown unsupported-construct -- and so may handles
  for (std::size_t i = 0; i < lists.size(); i++)
    // loomp: unknown unsupported-loop-form -- no thread can take half of a list
    for (Node &node : lists[i])
      node.value = node.value * 3 % 1000003;
}

void byValue(std::vector<std::list<std::reference_wrapper<long>>> &lists, long *sums) {
  // loomp: unknown unsupported-construct -- a sum may be what some list refers to
  for (std::size_t i = 0; i < lists.size(); i++)
    // loomp: unknown unsupported-loop-form -- no thread can take half of a list
    for (long value : lists[i])
      sums[i] += value;
}

void elements(std::vector<std::list<Node>> &lists) {
  // loomp: parallel -- each list has its own nodes
  for (std::size_t i = 0; i < lists.size(); i++)
    // loomp: unknown unsupported-loop-form -- no thread can take half of a list
    for (Node &node : lists[i])
      node.value = node.value * 3 % 1000003;
}
