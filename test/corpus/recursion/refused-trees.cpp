//===- refused-trees.cpp - serial recursions over trees -------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --fix-options="--form=tasks" --flags="-Wextra -I%S" --expect-unchanged
//
// Near twins of the functions in trees.cpp whose calls may not run at the same time: two nodes have
// a subtree in common, calls add to one place, or their order can be seen. Only recursive functions
// have a truth.
//
//===----------------------------------------------------------------------===//

#include "../corpus.h"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <vector>

struct Shared {
  double value = 1.0;
  std::shared_ptr<Shared> left, right;
};

// truth: serial dependent-calls -- a node may be below both, as in main
void scaleShared(Shared &t, double factor) {
  t.value = factor * t.value + 1;
  if (t.left)
    scaleShared(*t.left, factor);
  if (t.right)
    scaleShared(*t.right, factor);
}

struct Linked {
  double value = 1.0;
  int *counter = nullptr;
  std::unique_ptr<Linked> left, right;
};

// truth: serial dependent-calls -- all nodes may have one counter
static void count(Linked &t) {
  ++*t.counter;
  if (t.left)
    count(*t.left);
  if (t.right)
    count(*t.right);
}

// truth: serial dependent-calls -- the left subtree moves to the right one and back
void exchange(Linked &t) {
  if (!t.left || !t.right)
    return;
  exchange(*t.left);
  t.left.swap(t.right);
  exchange(*t.left);
}

struct Tree {
  double value = 0.0;
  std::vector<Tree> children;
};

// truth: serial carried-flow-dependence|dependent-calls -- all add to one sum, in an order
static void totalInto(const Tree &t, double &sum) {
  sum = 0.999 * sum + t.value;
  for (const Tree &child : t.children)
    totalInto(child, sum);
}

// truth: serial early-exit|speculative-evaluation -- the first one that is found ends the search
static const Tree *find(const Tree &t, double value) {
  if (t.value == value)
    return &t;
  for (const Tree &child : t.children)
    if (const Tree *found = find(child, value))
      return found;
  return nullptr;
}

// truth: serial observable-order -- prints the nodes in their order
static void print(const Tree &t, int depth) {
  if (depth < 2)
    std::printf("%d %.3g\n", depth, t.value);
  for (const Tree &child : t.children)
    print(child, depth + 1);
}

// truth: serial carried-flow-dependence|dependent-calls -- goes on from the child before
static double relay(const Tree &t, double before) {
  double value = 0.5 * before + t.value;
  for (const Tree &child : t.children)
    value = relay(child, value);
  return value;
}

struct Flat {
  int parent;
  double value;
};

// truth: serial dependent-calls|carried-flow-dependence -- two children may be one node
static void spread(std::vector<Flat> &nodes, const std::vector<std::vector<int>> &children,
                   int node) {
  nodes[node].value = 0.5 * nodes[node].value + node;
  for (int child : children[node])
    spread(nodes, children, child);
}

// truth: serial dependent-calls -- the children stand in a vector in their order
static Tree plant(int depth, unsigned seed) {
  Tree tree{static_cast<double>(corpus::mix(seed) % 100), {}};
  for (unsigned i = 0; depth > 0 && i < corpus::mix(seed + 3) % 5; ++i)
    tree.children.push_back(plant(depth - 1, 5 * seed + i));
  return tree;
}

// truth: tasks -- each call returns a new subtree
static std::unique_ptr<Linked> grow(int depth, int *counter) {
  if (depth == 0)
    return nullptr;
  auto node = std::make_unique<Linked>();
  node->value = depth;
  node->counter = counter;
  node->left = grow(depth - 1, counter);
  node->right = grow(depth - 2 > 0 ? depth - 2 : 0, counter);
  return node;
}

int main() {
  std::vector<std::shared_ptr<Shared>> levels{std::make_shared<Shared>()};
  for (int i = 0; i < 10; ++i) {
    auto next = std::make_shared<Shared>();
    next->left = next->right = levels.back();
    levels.push_back(next);
  }
  scaleShared(*levels.back(), 0.5);
  double sum = 0.0;
  for (const auto &each : levels)
    sum = 0.5 * sum + each->value;
  corpus::print("scaleShared", sum);
  int nodes = 0;
  auto root = grow(9, &nodes);
  count(*root);
  exchange(*root);
  corpus::print("count", nodes, root->left->value);
  Tree tree = plant(6, 3);
  double total = 0.0;
  totalInto(tree, total);
  corpus::print("totalInto", total, find(tree, 41.0) != nullptr);
  print(tree, 0);
  corpus::print("relay", relay(tree, 1.0));
  std::vector<std::vector<int>> children(30);
  for (int i = 0; i + 3 < 30; ++i)
    children[i] = {i + 1, i + 3, i + 3};
  std::vector<Flat> flat(30, Flat{0, 1.0});
  spread(flat, children, 20);
  corpus::print("spread", flat[25].value, flat[29].value);
}
