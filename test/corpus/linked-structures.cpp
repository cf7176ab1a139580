//===- linked-structures.cpp - lists, trees, graphs, hash tables ----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --flags=-Wextra --tolerance=1e-5 --race
//
// Nodes that refer to each other by pointer or by index. A walk along the links is serial, a pass
// over the pool of nodes is not, unless it writes what it reads through a link; two slots may hold
// the same node, and two roots the same subtree.
//
//===----------------------------------------------------------------------===//

#include "corpus.h"

#include <algorithm>
#include <cmath>
#include <list>
#include <memory>
#include <vector>

// Singly linked lists, in a pool and on the heap.

struct Node {
  Node *next = nullptr;
  double value = 0.0;
  bool alive = true;
};

double sumPool(const std::vector<Node> &pool) {
  double total = 0.0;
  // truth: parallel -- reduction(+ : total)
  for (const Node &n : pool)
    total += n.value;
  return total;
}

double sumList(const Node *head) {
  double total = 0.0;
  // truth: serial non-canonical-loop|carried-flow-dependence -- found through the node before
  for (const Node *n = head; n != nullptr; n = n->next)
    total += n->value;
  return total;
}

void chain(std::vector<Node> &pool) {
  // truth: parallel
  for (std::size_t i = 1; i < pool.size(); ++i)
    pool[i - 1].next = &pool[i];
}

Node *pushAll(std::vector<Node> &pool) {
  Node *head = nullptr;
  // truth: parallel -- head wraps around: it is the address of the node before; first one peeled
  for (Node &n : pool) {
    n.next = head;
    head = &n;
  }
  return head;
}

Node *pushAlive(std::vector<Node> &pool) {
  Node *head = nullptr;
  // truth: serial carried-flow-dependence -- head is the last node alive, any distance back
  for (Node &n : pool)
    if (n.alive) {
      n.next = head;
      head = &n;
    }
  return head;
}

int drain(Node *&head) {
  int count = 0;
  // truth: serial non-canonical-loop|unsupported-loop-form|carried-flow-dependence -- head moves on
  while (head != nullptr) {
    Node *rest = head->next;
    delete head;
    head = rest;
    ++count;
  }
  return count;
}

// Lists threaded through an array of indices.

struct Task {
  int next;
  int cost;
};

void surcharge(std::vector<Task> &tasks, int extra) {
  // truth: parallel
  for (std::size_t i = 0; i < tasks.size(); ++i)
    tasks[i].cost += extra;
}

void surchargeQueue(std::vector<Task> &tasks, int first, int extra) {
  // truth: serial non-canonical-loop|carried-flow-dependence -- the task before holds the index
  for (int i = first; i >= 0; i = tasks[i].next)
    tasks[i].cost += extra;
}

void jump(const std::vector<int> &next, const std::vector<int> &rank, std::vector<int> &next2,
          std::vector<int> &rank2) {
  // truth: parallel -- run-time checks that next2 and rank2 are neither next nor rank
  for (std::size_t i = 0; i < next.size(); ++i) {
    rank2[i] = rank[i] + rank[next[i]];
    next2[i] = next[next[i]];
  }
}

void jumpInPlace(std::vector<int> &next, std::vector<int> &rank) {
  // truth: serial carried-flow-dependence|carried-anti-dependence -- next[i] writes what i reads
  for (std::size_t i = 0; i < next.size(); ++i) {
    rank[i] = rank[i] + rank[next[i]];
    next[i] = next[next[i]];
  }
}

// Trees as arrays of parents.

void depthsByClimbing(const std::vector<int> &parent, std::vector<int> &depth) {
  const int n = static_cast<int>(parent.size());
  // truth: parallel -- run-time check &parent != &depth
  for (int i = 0; i < n; ++i) {
    int d = 0;
    // truth: serial non-canonical-loop|carried-flow-dependence -- p is followed to the root
    for (int p = parent[i]; p >= 0; p = parent[p])
      ++d;
    depth[i] = d;
  }
}

void depthsTopDown(const std::vector<int> &parent, std::vector<int> &depth) {
  const int n = static_cast<int>(parent.size());
  // truth: serial carried-flow-dependence|carried-anti-dependence -- reads the depth of the parent
  for (int i = 0; i < n; ++i)
    depth[i] = parent[i] < 0 ? 0 : depth[parent[i]] + 1;
}

long findRoots(const std::vector<int> &parent, std::vector<int> &root) {
  const int n = static_cast<int>(parent.size());
  long steps = 0;
  // truth: parallel -- reduction(+ : steps); run-time check &parent != &root
  for (int i = 0; i < n; ++i) {
    int x = i;
    // truth: serial non-canonical-loop|unsupported-loop-form|carried-flow-dependence -- x moves up
    while (parent[x] >= 0) {
      x = parent[x];
      ++steps;
    }
    root[i] = x;
  }
  return steps;
}

long compressPaths(std::vector<int> &parent) {
  const int n = static_cast<int>(parent.size());
  long steps = 0;
  // truth: serial carried-flow-dependence|carried-anti-dependence -- earlier i shorten later paths
  for (int i = 0; i < n; ++i) {
    int x = i;
    // truth: serial non-canonical-loop|unsupported-loop-form|carried-flow-dependence -- x moves up
    while (parent[x] >= 0) {
      x = parent[x];
      ++steps;
    }
    if (x != i)
      parent[i] = x;
  }
  return steps;
}

// Scene graphs: the parent is another node of the same vector.

struct Joint {
  double local, world;
  const Joint *parent;
};

void pose(std::vector<Joint> &joints) {
  // truth: serial carried-flow-dependence|carried-anti-dependence -- a parent is read and written
  for (Joint &j : joints)
    j.world = j.local + (j.parent ? 0.5 * j.parent->world : 0.0);
}

void poseFlat(std::vector<Joint> &joints) {
  // truth: parallel -- the local of the parent is another member
  for (Joint &j : joints)
    j.world = j.local + (j.parent ? 0.5 * j.parent->local : 0.0);
}

// Graphs in compressed rows.

struct Graph {
  std::vector<int> first;  // one entry per vertex, and the end
  std::vector<int> target; // one entry per edge
};

void pull(const Graph &g, const std::vector<double> &rank, std::vector<double> &next) {
  const int n = static_cast<int>(g.first.size()) - 1;
  // truth: parallel -- run-time check &rank != &next
  for (int v = 0; v < n; ++v) {
    double sum = 0.0;
    // truth: parallel -- reduction(+ : sum)
    for (int e = g.first[v]; e < g.first[v + 1]; ++e)
      sum += rank[g.target[e]];
    next[v] = 0.15 + 0.05 * sum;
  }
}

void settle(const Graph &g, std::vector<double> &rank) {
  const int n = static_cast<int>(g.first.size()) - 1;
  // truth: serial carried-flow-dependence|carried-anti-dependence -- neighbours read each other
  for (int v = 0; v < n; ++v) {
    double sum = 0.0;
    // truth: parallel -- reduction(+ : sum)
    for (int e = g.first[v]; e < g.first[v + 1]; ++e)
      sum += rank[g.target[e]];
    rank[v] = 0.15 + 0.05 * sum;
  }
}

void countIncoming(const Graph &g, std::vector<int> &incoming) {
  // truth: parallel -- atomic or array reduction; run-time check &incoming != &g.target
  for (std::size_t e = 0; e < g.target.size(); ++e)
    ++incoming[g.target[e]];
}

void renumber(Graph &g, const std::vector<int> &number) {
  // truth: parallel -- run-time check &number != &g.target
  for (int &t : g.target)
    t = number[t];
}

int maximalDegree(const Graph &g) {
  int degree = 0;
  // truth: parallel -- reduction(max : degree)
  for (std::size_t v = 1; v < g.first.size(); ++v)
    degree = std::max(degree, g.first[v] - g.first[v - 1]);
  return degree;
}

int visitOnce(const Graph &g, std::vector<int> &order) {
  int visited = 0;
  // truth: serial carried-flow-dependence -- the first edge to a vertex gives it its number
  for (std::size_t e = 0; e < g.target.size(); ++e)
    if (order[g.target[e]] < 0)
      order[g.target[e]] = visited++;
  return visited;
}

// Half-edges.

struct HalfEdge {
  int to, twin;
};

void edgeLengths(const std::vector<HalfEdge> &edges, const std::vector<double> &at,
                 std::vector<double> &length) {
  // truth: parallel -- run-time check &at != &length
  for (std::size_t h = 0; h < edges.size(); ++h)
    length[h] = std::fabs(at[edges[h].to] - at[edges[edges[h].twin].to]);
}

void pullToTwin(std::vector<HalfEdge> &edges) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- ends
  for (HalfEdge &edge : edges) {
    edges[edge.twin].to += 3 * edge.to;
    edge.to %= 1000;
  }
}

// Hash tables with chains.

struct Entry {
  Entry *next = nullptr;
  unsigned key = 0;
};

int longestChain(const std::vector<Entry *> &buckets) {
  int longest = 0;
  // truth: parallel -- reduction(max : longest)
  for (const Entry *e : buckets) {
    int length = 0;
    // truth: serial non-canonical-loop|carried-flow-dependence -- e moves along the chain
    for (; e != nullptr; e = e->next)
      ++length;
    if (length > longest)
      longest = length;
  }
  return longest;
}

void insertAll(std::vector<Entry> &entries, std::vector<Entry *> &buckets) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- list
  for (Entry &e : entries) {
    Entry *&bucket = buckets[e.key % buckets.size()];
    e.next = bucket;
    bucket = &e;
  }
}

// Containers of pointers: two slots may hold the same object.

struct Account {
  long balance = 0;
};

void accrue(const std::vector<Account *> &accounts, long interest) {
  // truth: parallel -- atomic update: an account may stand in the vector twice
  for (Account *a : accounts)
    a->balance += interest;
}

void passDown(const std::vector<Account *> &accounts) {
  // truth: serial carried-flow-dependence -- i reads the balance of i-1, which i-1 changed
  for (std::size_t i = 1; i < accounts.size(); ++i)
    accounts[i]->balance += accounts[i - 1]->balance / 2;
}

void statement(const std::vector<Account *> &accounts, std::vector<double> &out) {
  // truth: parallel
  for (std::size_t i = 0; i < accounts.size(); ++i)
    out[i] = 0.01 * static_cast<double>(accounts[i]->balance);
}

// Vectors of lists.

void scaleLists(std::vector<std::list<int>> &lists) {
  // truth: parallel -- every list has its own nodes
  for (std::list<int> &list : lists)
    // truth: serial non-canonical-loop|unsupported-loop-form|carried-flow-dependence -- the links
    for (int &x : list)
      x = 3 * x + 1;
}

void mergeDown(std::vector<std::list<int>> &lists) {
  // truth: serial carried-flow-dependence|carried-output-dependence|unknown-call|may-throw -- lists
  for (std::size_t i = 1; i < lists.size(); ++i)
    lists[i].splice(lists[i].begin(), lists[i - 1], lists[i - 1].begin());
}

// Forests.

struct Tree {
  int value = 0, owner = -1;
  std::unique_ptr<Tree> left, right;
};

static long weight(const Tree *t) {
  return t == nullptr ? 0 : t->value + weight(t->left.get()) + weight(t->right.get());
}

static void claim(Tree *t, int owner) {
  if (t == nullptr)
    return;
  t->owner = owner;
  claim(t->left.get(), owner);
  claim(t->right.get(), owner);
}

static long owners(const Tree *t) {
  return t == nullptr ? 0 : t->owner + 3 * (owners(t->left.get()) % 9973) +
                                5 * (owners(t->right.get()) % 9973);
}

static std::unique_ptr<Tree> grow(int depth, int value) {
  auto t = std::make_unique<Tree>();
  t->value = value;
  if (depth > 0) {
    t->left = grow(depth - 1, 2 * value % 101);
    t->right = grow(depth - 1, (2 * value + 1) % 101);
  }
  return t;
}

long totalWeight(const std::vector<Tree *> &roots) {
  long total = 0;
  // truth: parallel -- reduction(+ : total); the trees are only read
  for (const Tree *root : roots)
    total += weight(root);
  return total;
}

void claimAll(const std::vector<Tree *> &roots) {
  // truth: serial carried-output-dependence|needs-assumption -- a root may stand in another's tree
  for (std::size_t i = 0; i < roots.size(); ++i)
    claim(roots[i], static_cast<int>(i));
}

int main() {
  std::vector<Node> pool(5000);
  corpus::repeat(5000, [&](std::size_t i) {
    pool[i].value = 0.125 * static_cast<double>(i % 97);
    pool[i].alive = i % 3 != 0;
  });
  chain(pool);
  corpus::print("chain", sumPool(pool), sumList(&pool[100]));
  const Node *last = pushAll(pool);
  corpus::print("pushAll", last - pool.data(), sumList(last));
  const Node *alive = pushAlive(pool);
  corpus::print("pushAlive", alive - pool.data(), sumList(alive));
  Node *heap = nullptr;
  corpus::repeat(3000, [&](std::size_t) { heap = new Node{heap, 1.0, true}; });
  corpus::print("drain", drain(heap));

  std::vector<Task> tasks(5000);
  std::vector<int> costs(5000);
  corpus::repeat(5000, [&](std::size_t i) {
    tasks[i] = {static_cast<int>(i) - 7, static_cast<int>(i % 89)};
  });
  surcharge(tasks, 3);
  surchargeQueue(tasks, 4999, 100);
  corpus::repeat(5000, [&](std::size_t i) { costs[i] = tasks[i].cost; });
  corpus::print("surcharge", corpus::sum(costs));

  auto next = corpus::permutation<int>(4000, 3), rank = corpus::integers<int>(4000, 5, 0, 9);
  auto next2 = next, rank2 = rank;
  jump(next, rank, next2, rank2);
  corpus::print("jump", corpus::sum(next2), corpus::sum(rank2));
  jumpInPlace(next2, rank2);
  jump(next, rank, next, rank);
  corpus::print("jumpInPlace", corpus::sum(next2), corpus::sum(rank2), corpus::sum(rank));

  std::vector<int> parent(4000), depth(4000), root(4000);
  corpus::repeat(4000, [&](std::size_t i) {
    parent[i] = i < 5 ? -1 : static_cast<int>(i - 1 - corpus::mix(static_cast<unsigned>(i)) % 5);
  });
  depthsByClimbing(parent, depth);
  corpus::print("depthsByClimbing", corpus::sum(depth));
  depth.assign(4000, 0);
  depthsTopDown(parent, depth);
  corpus::print("depthsTopDown", corpus::sum(depth));
  long steps = findRoots(parent, root);
  corpus::print("findRoots", steps, corpus::sum(root));
  auto copy = parent;
  steps = compressPaths(copy);
  corpus::print("compressPaths", steps, corpus::sum(copy));

  std::vector<Joint> joints(4000);
  std::vector<double> world(4000);
  corpus::repeat(4000, [&](std::size_t i) {
    joints[i] = {0.25 * static_cast<double>(i % 31), 1.0,
                 parent[i] < 0 ? nullptr : &joints[static_cast<std::size_t>(parent[i])]};
  });
  poseFlat(joints);
  corpus::repeat(4000, [&](std::size_t i) { world[i] = joints[i].world; });
  corpus::print("poseFlat", corpus::sum(world));
  pose(joints);
  corpus::repeat(4000, [&](std::size_t i) { world[i] = joints[i].world; });
  corpus::print("pose", corpus::sum(world));

  Graph graph{std::vector<int>(3001), corpus::integers<int>(15000, 7, 0, 2999)};
  corpus::repeat(3001, [&](std::size_t i) { graph.first[i] = static_cast<int>(5 * i); });
  auto ranks = corpus::numbers<double>(3000, 9);
  std::vector<double> ranks2(3000);
  pull(graph, ranks, ranks2);
  corpus::print("pull", corpus::sum(ranks2));
  settle(graph, ranks);
  pull(graph, ranks, ranks);
  corpus::print("settle", corpus::sum(ranks));
  std::vector<int> incoming(3000), order(3000, -1);
  countIncoming(graph, incoming);
  corpus::print("countIncoming", corpus::sum(incoming));
  const int visited = visitOnce(graph, order);
  corpus::print("visitOnce", visited, corpus::sum(order));

  renumber(graph, corpus::permutation<int>(3000, 23));
  graph.first[700] += 2;
  corpus::print("renumber", corpus::sum(graph.target), maximalDegree(graph));

  std::vector<HalfEdge> edges(4000);
  std::vector<int> ends(4000);
  std::vector<double> length(4000);
  corpus::repeat(4000, [&](std::size_t i) {
    edges[i] = {static_cast<int>(corpus::mix(static_cast<unsigned>(i)) % 3000),
                static_cast<int>((i + 2000) % 4000)};
  });
  edgeLengths(edges, world, length);
  edgeLengths(edges, length, length);
  corpus::print("edgeLengths", corpus::sum(length));
  pullToTwin(edges);
  corpus::repeat(4000, [&](std::size_t i) { ends[i] = edges[i].to; });
  corpus::print("pullToTwin", corpus::sum(ends));

  std::vector<Entry> entries(4000);
  std::vector<Entry *> buckets(701);
  std::vector<int> heads(701);
  corpus::repeat(4000, [&](std::size_t i) {
    entries[i].key = corpus::mix(static_cast<unsigned>(i));
  });
  insertAll(entries, buckets);
  corpus::repeat(701, [&](std::size_t i) {
    heads[i] = buckets[i] == nullptr ? -1 : static_cast<int>(buckets[i] - entries.data());
  });
  corpus::print("insertAll", corpus::sum(heads), longestChain(buckets));

  std::vector<Account> accounts(50);
  std::vector<Account *> slots(5000);
  std::vector<double> amounts(5000);
  corpus::repeat(5000, [&](std::size_t i) { slots[i] = &accounts[i * i % 50]; });
  accrue(slots, 7);
  statement(slots, amounts);
  corpus::print("accrue", corpus::sum(amounts));
  slots.resize(40);
  passDown(slots);
  statement(slots, amounts);
  corpus::print("passDown", corpus::sum(amounts));

  std::vector<std::list<int>> lists(300);
  std::vector<int> fronts(300);
  corpus::repeat(6000, [&](std::size_t i) { lists[i % 300].push_back(static_cast<int>(i)); });
  scaleLists(lists);
  mergeDown(lists);
  corpus::repeat(300, [&](std::size_t i) { fronts[i] = lists[i].front(); });
  corpus::print("lists", lists[299].size(), corpus::sum(fronts));

  std::unique_ptr<Tree> tree = grow(9, 1);
  std::vector<Tree *> roots;
  corpus::repeat(40, [&](std::size_t) {
    roots.push_back(tree.get());
    roots.push_back(tree->left.get());
    roots.push_back(tree->left->right.get());
    roots.push_back(tree->right.get());
  });
  corpus::print("totalWeight", totalWeight(roots));
  claimAll(roots);
  corpus::print("claimAll", owners(tree.get()));
}
