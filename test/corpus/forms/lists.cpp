//===- lists.cpp - loops over linked structures ---------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// DEFINE: %{options} = --threads=1,2,4,8 --levels=-O2 --flags="-Wextra -I%S" --tolerance=1e-5
// RUN: %differential %s %{options} --fix-options="--form=tasks"
//
// Loops that go from node to node, each of which can be a task, and loops in which a node leads to
// another one that is written, in which the links change, or in which the order counts.
//
//===----------------------------------------------------------------------===//

#include "../corpus.h"

#include <cstdio>
#include <forward_list>
#include <list>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

struct Node {
  long value = 0;
  long result = 0;
  double weights[4] = {1, 2, 3, 4};
  std::vector<double> samples;
  long *counter = nullptr;
  Node *next = nullptr;
  Node *previous = nullptr;
  Node *twin = nullptr;
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

// Tasks.

void measure(Node *head) {
  // truth: form tasks -- each node holds its own result
  for (Node *p = head; p; p = p->next)
    p->result = collatz(p->value);
}

void measureWhile(Node *head) {
  Node *p = head;
  // truth: form tasks -- the same, and the walk goes on behind the task
  while (p != nullptr) {
    long steps = collatz(p->value);
    p->result = 2 * steps;
    p = p->next;
  }
}

void measureAhead(Node *p) {
  // truth: form tasks -- the next node is known before the work is done
  while (p) {
    Node *following = p->next;
    p->result = collatz(p->value + 1);
    p = following;
  }
}

void measureUpTo(Node *first, Node *last) {
  // truth: form tasks -- up to another node
  for (Node *p = first; p != last; p = p->next)
    p->result += collatz(p->value);
}

long total(const Node *head) {
  long sum = 0;
  // truth: form tasks -- a sum, which each task adds to
  for (const Node *p = head; p != nullptr; p = p->next)
    sum += collatz(p->value);
  return sum;
}

void count(const Node *head, int &odd, bool &all) {
  // truth: form tasks -- two results at once, through references
  for (const Node *p = head; p; p = p->next) {
    odd += collatz(p->value) % 2;
    if (p->value < 0)
      all = false;
  }
}

long longest(const Node *head) {
  long most = 0;
  // truth: form tasks -- the largest one
  for (const Node *p = head; p; p = p->next) {
    long steps = collatz(p->value);
    if (steps > most)
      most = steps;
  }
  return most;
}

void smooth(Node *head, int rounds) {
  // truth: form tasks -- an array and a vector within the node
  for (Node *p = head; p; p = p->next) {
    // truth: helper
    for (int r = 0; r < rounds; r++)
      // truth: helper
      for (int i = 1; i < 4; i++)
        p->weights[i] = 0.5 * (p->weights[i] + p->weights[i - 1]);
    // truth: helper
    for (double &s : p->samples)
      s *= p->weights[3];
  }
}

void weigh(Node *head, const std::vector<double> &factors) {
  double sum;
  // truth: form tasks -- reads of an array, and a variable that each iteration sets first
  for (Node *p = head; p; p = p->next) {
    sum = 0;
    // truth: helper
    for (std::size_t i = 0; i < factors.size(); i++)
      sum += factors[i] * p->weights[i % 4];
    p->weights[0] = sum;
  }
}

struct Chain {
  long value = 0;
  long result = 0;
  std::unique_ptr<Chain> next;
  Chain *following() const { return next.get(); }
};

void ownedChain(Chain *head) {
  // truth: form tasks -- each node owns the next one
  for (Chain *p = head; p; p = p->next.get())
    p->result = collatz(p->value);
}

void byFunction(Chain *head) {
  // truth: form tasks -- a member function says which is the next
  for (Chain *p = head; p != nullptr; p = p->following())
    p->result = collatz(p->value) + 1;
}

void eachOfList(std::list<Node> &nodes) {
  // truth: form tasks -- the elements of a list
  for (auto &node : nodes)
    node.result = collatz(node.value);
}

void eachOfMap(std::map<int, long> &steps) {
  // truth: form tasks -- what a map holds
  for (auto &[key, value] : steps)
    value = collatz(key);
}

long sumOfSet(const std::set<long> &starts) {
  long sum = 0;
  // truth: form tasks -- the elements of a set by value
  for (long start : starts)
    sum += collatz(start);
  return sum;
}

void eachUnbraced(std::forward_list<Node> &nodes, bool really) {
  if (really)
    // truth: form tasks -- one statement within another
    for (Node &node : nodes)
      node.value = collatz(node.value);
}

class Registry {
public:
  void update() {
    // truth: form tasks -- in a member function
    for (Node *p = Head; p; p = p->next)
      p->result = collatz(p->value + Offset);
  }
  Node *Head = nullptr;
  long Offset = 3;
};

struct Point {
  double x, y;
  struct Point *next;
};

void move(struct Point *points, double dx, double dy, int steps) {
  struct Point *p;
  // truth: form tasks -- the pointer is declared in front of the loop
  for (p = points; p != NULL; p = p->next) {
    // truth: helper
    for (int i = 0; i < steps; i++) {
      p->x += dx;
      p->y += dy;
    }
  }
}

// No tasks.

void accumulate(Node *head) {
  // truth: no form tasks needs-assumption|carried-output-dependence|carried-flow-dependence -- each
  // node needs the result of the one before
  for (Node *p = head; p; p = p->next)
    if (p->next)
      p->next->result = p->result + collatz(p->value);
}

void weighAgain(Node *head, const double *factors, int n) {
  // truth: no form tasks needs-assumption -- the factors may stand in a node
  for (Node *p = head; p; p = p->next)
    // truth: helper
    for (int i = 0; i < n; i++)
      p->weights[0] += factors[i] * p->weights[i % 4];
}

void twins(Node *head) {
  // truth: no form tasks needs-assumption|carried-output-dependence -- twins may be nodes of the
  // list
  for (Node *p = head; p; p = p->next)
    p->twin->result = collatz(p->value);
}

void count(Node *head) {
  // truth: no form tasks needs-assumption|carried-flow-dependence -- nodes may share a counter
  for (Node *p = head; p; p = p->next)
    *p->counter += collatz(p->value);
}

void reverse(Node *&head) {
  Node *reversed = nullptr;
  Node *p = head;
  // truth: no form tasks changed-links|carried-flow-dependence -- the links change
  while (p) {
    Node *following = p->next;
    p->next = reversed;
    reversed = p;
    p = following;
  }
  head = reversed;
}

void unlinkOdd(Node *head) {
  // truth: no form tasks changed-links|needs-assumption -- nodes are taken out
  for (Node *p = head; p; p = p->next)
    // truth: helper
    while (p->next && p->next->value % 2)
      p->next = p->next->next;
}

void destroy(Node *head) {
  Node *p = head;
  // truth: no form tasks unsupported-construct -- nodes end, and so do their links
  while (p) {
    Node *following = p->next;
    delete p;
    p = following;
  }
}

void print(const Node *head) {
  // truth: no form tasks observable-order -- the order of the output
  for (const Node *p = head; p; p = p->next)
    std::printf("%ld\n", collatz(p->value));
}

const Node *find(const Node *head, long wanted) {
  // truth: no form tasks early-exit -- ends at the first one
  for (const Node *p = head; p; p = p->next)
    if (collatz(p->value) == wanted)
      return p;
  return nullptr;
}

long lastOf(const Node *head) {
  long last = 0;
  // truth: no form tasks value-used-after-loop -- which result is the last one depends on the order
  for (const Node *p = head; p; p = p->next)
    last = collatz(p->value);
  return last;
}

void numbered(Node *head, long *out) {
  int k = 0;
  // truth: no form tasks needs-assumption|carried-flow-dependence -- the place of a result depends
  // on the nodes before
  for (Node *p = head; p; p = p->next)
    out[k++] = collatz(p->value);
}

void addTo(Node *head, Node *sum) {
  // truth: no form tasks needs-assumption|value-used-after-loop -- the sum may stand in the list
  for (Node *p = head; p; p = p->next)
    sum->result += collatz(p->value);
}

void scatter(Node *head, long *out, int n) {
  // truth: no form tasks carried-output-dependence -- two nodes may have one place
  for (Node *p = head; p; p = p->next)
    out[p->value % n] = collatz(p->value);
}

void selected(Node *head) {
  // truth: form tasks -- the walking thread decides which nodes get a task
  for (Node *p = head; p; p = p->next) {
    long value = p->value + 1;
    if (value < 0)
      continue;
    p->result = collatz(value);
  }
}

void copied(Node *head) {
  // truth: no form tasks early-exit -- a task would need a copy of the vector
  for (Node *p = head; p; p = p->next) {
    std::vector<double> copy = p->samples;
    if (copy.size() < 3)
      continue;
    p->weights[0] = copy[0] + copy[2];
  }
}

void ownedNext(Chain *head) {
  // truth: no form tasks changed-links -- what a node owns is the next one
  for (Chain *p = head; p; p = p->next.get())
    if (p->next)
      p->next->result = p->result + collatz(p->value);
}

void shrinking(std::list<Node> &nodes) {
  // truth: no form tasks changed-links|unsupported-construct -- the list loses elements
  for (auto &node : nodes) {
    node.result = collatz(node.value);
    if (nodes.size() > 100)
      nodes.pop_back();
  }
}

void fromFront(std::list<Node> &nodes) {
  // truth: no form tasks changed-links|carried-flow-dependence -- the first element is read by all
  // and written by one
  for (auto &node : nodes)
    node.result = nodes.front().result + collatz(node.value);
}

void neighbours(std::map<int, long> &steps) {
  // truth: no form tasks may-throw -- finds another element
  for (auto &[key, value] : steps)
    value = collatz(key) + steps.at(0);
}

void ring(Node *sentinel) {
  Node start;
  start.next = sentinel;
  start.value = 5;
  Node *p = &start;
  // truth: no form tasks needs-assumption|role-not-lexical -- the sum stands in the first node
  while (p != nullptr) {
    start.value += collatz(p->value);
    p = p->next;
  }
  sentinel->result = start.value;
}

static Node *build(std::vector<Node> &pool) {
  // truth: helper
  for (std::size_t i = 0; i < pool.size(); i++) {
    pool[i].value = 27 + static_cast<long>(i % 41);
    pool[i].samples = corpus::numbers<double>(5, static_cast<std::uint32_t>(i));
    pool[i].next = i + 1 < pool.size() ? &pool[i + 1] : nullptr;
    pool[i].previous = i > 0 ? &pool[i - 1] : nullptr;
    pool[i].twin = &pool[(i * 7 + 3) % pool.size()];
    pool[i].counter = &pool[i / 3].result;
  }
  return pool.data();
}

static void show(const char *name, const std::vector<Node> &pool) {
  double sum = 0;
  long position = 1;
  // truth: helper
  for (const Node &node : pool) {
    sum += static_cast<double>(node.result % 1000 + node.value % 1000 + 3 * position) *
           static_cast<double>(position % 17);
    // truth: helper
    for (double w : node.weights)
      sum += w;
    // truth: helper
    for (double s : node.samples)
      sum += s;
    position++;
  }
  std::printf("%s %.6g\n", name, sum);
}

int main() {
  std::vector<Node> pool(300);
  Node *head = build(pool);
  measure(head);
  show("measure", pool);
  measureWhile(head);
  show("measureWhile", pool);
  measureAhead(head);
  show("measureAhead", pool);
  measureUpTo(head, &pool[200]);
  show("measureUpTo", pool);
  std::printf("%ld %ld\n", total(head), longest(head));
  int odd = 3;
  bool all = true;
  count(head, odd, all);
  std::printf("%d %d\n", odd, all);
  smooth(head, 3);
  show("smooth", pool);
  std::vector<double> factors = corpus::numbers<double>(12);
  weigh(head, factors);
  show("weigh", pool);
  std::unique_ptr<Chain> chain;
  // truth: helper
  for (int i = 0; i < 100; i++) {
    auto node = std::make_unique<Chain>();
    node->value = 27 + i;
    node->next = std::move(chain);
    chain = std::move(node);
  }
  ownedChain(chain.get());
  byFunction(chain.get());
  long chained = 0;
  // truth: helper
  for (Chain *p = chain.get(); p; p = p->next.get())
    chained = chained * 3 % 1000003 + p->result;
  std::printf("%ld\n", chained);
  std::list<Node> list(pool.begin(), pool.end());
  eachOfList(list);
  fromFront(list);
  shrinking(list);
  std::forward_list<Node> forward(pool.begin(), pool.end());
  eachUnbraced(forward, true);
  show("list", {list.begin(), list.end()});
  show("forward", {forward.begin(), forward.end()});
  std::map<int, long> steps;
  std::set<long> starts;
  // truth: helper
  for (int i = 0; i < 50; i++) {
    steps[i * 3] = i;
    starts.insert(i * i);
  }
  eachOfMap(steps);
  neighbours(steps);
  long mapped = 0;
  // truth: helper
  for (const auto &[key, value] : steps)
    mapped = (mapped * 7 + key + value) % 1000003;
  std::printf("%ld %ld\n", mapped, sumOfSet(starts));
  Registry registry;
  registry.Head = head;
  registry.update();
  show("registry", pool);
  std::vector<Point> points(40);
  // truth: helper
  for (std::size_t i = 0; i < points.size(); i++)
    points[i] = {double(i), 1, i + 1 < points.size() ? &points[i + 1] : nullptr};
  move(points.data(), 0.5, 0.25, 8);
  double moved = 0;
  // truth: helper
  for (std::size_t i = 0; i < points.size(); i++)
    moved += double(i) * points[i].x + points[i].y;
  std::printf("%.6g\n", moved);

  accumulate(head);
  show("accumulate", pool);
  weighAgain(head, pool[40].weights, 4);
  show("weighAgain", pool);
  twins(head);
  show("twins", pool);
  count(head);
  show("count", pool);
  addTo(head, &pool[17]);
  show("addTo", pool);
  selected(head);
  show("selected", pool);
  copied(head);
  show("copied", pool);
  ring(head);
  std::vector<long> out(300);
  numbered(head, out.data());
  scatter(head, out.data(), 300);
  long placed = 0;
  // truth: helper
  for (long each : out)
    placed = (placed * 5 + each) % 1000003;
  std::printf("%ld %ld\n", placed, lastOf(head));
  const Node *found = find(head, 111);
  std::printf("%ld\n", found ? found->value : -1);
  print(&pool[295]);
  ownedNext(chain.get());
  reverse(head);
  show("reverse", pool);
  unlinkOdd(head);
  std::printf("%ld\n", total(head));
  Node *owned = nullptr;
  // truth: helper
  for (int i = 0; i < 5; i++) {
    Node *node = new Node;
    node->next = owned;
    owned = node;
  }
  destroy(owned);
}
