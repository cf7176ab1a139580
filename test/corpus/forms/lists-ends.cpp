//===- lists-ends.cpp - loops over linked structures, reviewed ------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// DEFINE: %{options} = --threads=1,2,4,8 --levels=-O2 --flags="-Wextra -I%S" --tolerance=1e-5
// RUN: %differential %s %{options} --fix-options="--form=tasks"
//
// What a review found: nodes within larger objects, lists of references, walks that start where
// only one thread can, and what stands in front of a task.
//
//===----------------------------------------------------------------------===//

#include "../corpus.h"

#include <cstdio>
#include <functional>
#include <list>
#include <map>
#include <stdexcept>
#include <vector>

struct Node {
  long value = 0;
  long result = 0;
  Node *next = nullptr;
};

static long collatz(long n) {
  long steps = 0;
  // truth: helper
  while (n > 1 && steps < 1000) {
    n = n % 2 ? 3 * n + 1 : n / 2;
    steps++;
  }
  return steps;
}

void setInFront(Node *head) {
  long value;
  // truth: form tasks -- each task gets the value of its node
  for (Node *p = head; p; p = p->next) {
    value = p->value + 2;
    if (value % 5 == 0)
      continue;
    p->result = collatz(value);
  }
}

struct Restore {
  long *place;
  explicit Restore(long *p) : place(p) {}
  ~Restore() { *place = 0; }
};

void restored(Node *head) {
  // truth: no form tasks early-exit -- the destructor would run before the task
  for (Node *p = head; p; p = p->next) {
    Restore guard(&p->result);
    p->result = p->value * 3;
    if (p->result % 5 == 0)
      continue;
    p->value = collatz(p->result);
  }
}

void pointsInFront(Node *head) {
  // truth: no form tasks early-exit -- the array would end before the task
  for (Node *p = head; p; p = p->next) {
    long pair[2] = {p->value, 3};
    const long *first = pair;
    if (first[0] % 5 == 0)
      continue;
    p->result = collatz(first[0] + first[1]);
  }
}

long countedInFront(Node *head) {
  long count = 0;
  // truth: no form tasks early-exit -- the walking thread would count beside the tasks
  for (Node *p = head; p; p = p->next) {
    count++;
    if (p->value % 5 == 0)
      continue;
    count += collatz(p->value);
  }
  return count;
}

struct Hub : Node {
  Node spare;
};

void largerObjects(Node *head) {
  // truth: no form tasks changed-links -- what a node is the base of may hold another node
  for (Node *p = head; p; p = p->next) {
    long steps = collatz(p->value);
    if (p->value == 27)
      steps += static_cast<Hub *>(p)->spare.result;
    p->result = steps;
  }
}

void references(std::list<std::reference_wrapper<Node>> &nodes) {
  // truth: no form tasks unsupported-construct|unsupported-loop-form -- two may refer to one node
  for (Node &node : nodes)
    node.result = node.result * 3 % 1000003 + collatz(27);
}

static thread_local Node *ofThread;
static Node *headOfThread() { return ofThread; }

void startsInThread() {
  // truth: no form tasks unsupported-loop-form|non-canonical-loop -- each thread has another head
  for (Node *p = headOfThread(); p; p = p->next)
    p->result = collatz(p->value);
}

void mayThrow(std::map<int, std::list<long>> &lists, int key) {
  // truth: no form tasks unsupported-loop-form|may-throw -- the exception would leave the region
  for (auto &x : lists.at(key))
    x = collatz(x);
}

struct Total {
  long sum = 0;
  void add(Node *head) {
    // truth: no form tasks value-used-after-loop -- compilers fail to reduce a member in tasks
    for (Node *p = head; p; p = p->next)
      sum += collatz(p->value);
  }
};

void unusedElement(std::list<int> &list, long &count) {
  // truth: form tasks -- an attribute in the header
  for ([[maybe_unused]] auto &x : list)
    count += collatz(27);
}

int main() {
  std::vector<Node> pool(300);
  // truth: helper
  for (std::size_t i = 0; i < pool.size(); i++) {
    pool[i].value = 27 + static_cast<long>(i % 41);
    pool[i].next = i + 1 < pool.size() ? &pool[i + 1] : nullptr;
  }
  Node *head = pool.data();
  setInFront(head);
  restored(head);
  pointsInFront(head);
  std::printf("%ld\n", countedInFront(head));
  std::vector<Hub> hubs(2);
  hubs[0].value = 27;
  hubs[0].next = &hubs[0].spare;
  hubs[0].spare.value = 9;
  hubs[0].spare.next = &hubs[1];
  hubs[1].value = 27;
  largerObjects(&hubs[0]);
  std::list<std::reference_wrapper<Node>> same(20, pool[3]);
  references(same);
  ofThread = &pool[250];
  startsInThread();
  std::map<int, std::list<long>> lists{{1, {5, 6, 7}}};
  mayThrow(lists, 1);
  try {
    mayThrow(lists, 2);
  } catch (const std::out_of_range &) {
    std::printf("caught\n");
  }
  Total sums;
  sums.add(head);
  std::list<int> ten(10);
  unusedElement(ten, sums.sum);
  std::printf("%ld %ld %ld %ld\n", hubs[0].result, hubs[1].result, lists[1].back(), sums.sum);
  long all = 0;
  // truth: helper
  for (const Node &node : pool)
    all = (all * 7 + node.result) % 1000003;
  std::printf("%ld\n", all);
}
