//===- TaskGraph.cpp - statements as tasks that wait for each other -------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   a = first(x);            task 1: out a
//   b = second(x);           task 2: out b
//   c = join(a, b);          task 3: in a, b
//   d = third(a);            task 4: in a, which does not wait for the second statement
//
// Theorem: let statements that follow each other in a block be as Sections.cpp has them: none has
// an effect beyond memory, or leaves the block, and of each two it is known whether they may be
// exchanged. Put them into tasks, each with its statements in their order, such that two that may
// not be exchanged stand in one task, or that of the first is ordered before that of the second.
// Then every run does what the serial one does: whatever runs at the same time, or in another
// order, may be exchanged, so by induction over the order each statement finds what it found.
//
// One thread makes all tasks, in the order of their numbers. A task waits for each earlier one that
// lists the same variable in a `depend` clause, unless both list it as `in`. So two are ordered if
// a path of such pairs leads from one to the other, and the clauses are right if that is so for
// each pair that has to be: what the variables that are named do not order is ordered by tokens,
// of which each is `out` of one task alone. They are as good as can be if no other pair is ordered:
// a variable that would order one is not named, such as a vector of which two tasks fill a half.
//
// Two list items must be one object or have no storage in common: see TaskItems.cpp.
//
// Not handled: which of two tasks should start first, where there are more than threads.
//
//===----------------------------------------------------------------------===//

#include "analyses/TaskGraph.h"

#include "llvm/ADT/STLExtras.h"

using llvm::BitVector;

namespace loomp {

namespace {

/// What becomes a task.
struct Node {
  std::vector<size_t> statements; ///< in their order
  bool hasWork = false;
};

struct Order {
  Relation before, next;
};

} // namespace

using Meets = llvm::function_ref<bool(size_t, size_t)>;

/// Does some statement of `first` have to run before one of `second`?
static bool hasToPrecede(const Node &first, const Node &second, Meets meets) {
  return llvm::any_of(first.statements, [&](size_t a) {
    return llvm::any_of(second.statements, [&](size_t b) { return a < b && meets(a, b); });
  });
}

/// Each behind those that it needs, and otherwise in the order of the text. They need each other in
/// no circle.
static std::vector<Node> inOrder(std::vector<Node> nodes, Meets meets) {
  Relation needs(nodes.size(), BitVector(nodes.size()));
  for (size_t i = 0; i < nodes.size(); ++i)
    for (size_t j = 0; j < nodes.size(); ++j)
      if (i != j && hasToPrecede(nodes[i], nodes[j], meets))
        needs[j].set(i);
  std::vector<Node> sorted;
  for (BitVector left(nodes.size(), true); left.any();) {
    unsigned next = nodes.size();
    for (unsigned i : left.set_bits())
      if (!needs[i].anyCommon(left) &&
          (next == nodes.size() || nodes[i].statements.front() < nodes[next].statements.front()))
        next = i;
    left.reset(next);
    sorted.push_back(std::move(nodes[next]));
  }
  return sorted;
}

/// `direct` relates to later ones only: adds what follows.
static Relation closureOf(Relation direct) {
  for (size_t i = direct.size(); i-- > 0;) {
    const BitVector known = direct[i];
    for (unsigned j : known.set_bits())
      direct[i] |= direct[j];
  }
  return direct;
}

static Order orderOf(const std::vector<Node> &nodes, Meets meets) {
  Order order;
  order.next.assign(nodes.size(), BitVector(nodes.size()));
  for (size_t i = 0; i < nodes.size(); ++i)
    for (size_t j = i + 1; j < nodes.size(); ++j)
      if (hasToPrecede(nodes[i], nodes[j], meets))
        order.next[i].set(j);
  order.before = closureOf(order.next);
  for (BitVector &each : order.next) {
    const BitVector direct = each;
    for (unsigned j : direct.set_bits())
      each.reset(order.before[j]);
  }
  return order;
}

/// Two nodes that can as well be one: links of a chain, or one without work to do and the only one
/// that it needs, or that needs it. An edge that follows from no others closes no circle if its
/// ends become one.
static std::optional<std::pair<size_t, size_t>> findPair(const std::vector<Node> &nodes,
                                                         const Order &order) {
  std::vector<std::vector<size_t>> needs(nodes.size());
  for (size_t i = 0; i < nodes.size(); ++i)
    for (unsigned j : order.next[i].set_bits())
      needs[j].push_back(i);
  for (size_t i = 0; i < nodes.size(); ++i) {
    bool isLight = !nodes[i].hasWork, hasOneNext = order.next[i].count() == 1;
    size_t next = hasOneNext ? order.next[i].find_first() : i;
    if (hasOneNext && (isLight || needs[next].size() == 1))
      return std::pair(i, next);
    if (isLight && needs[i].size() == 1)
      return std::pair(needs[i].front(), i);
    if (isLight && needs[i].empty() && order.next[i].none() && nodes.size() > 1)
      return i > 0 ? std::pair(i - 1, i) : std::pair(i, i + 1);
  }
  return std::nullopt;
}

std::optional<TaskGraph> findTaskGraph(llvm::ArrayRef<Workload> works, size_t begin, size_t end,
                                       Meets meets, bool mayMove) {
  while (begin < end && !works[begin].hasWork)
    ++begin;
  while (begin < end && !works[end - 1].hasWork)
    --end;
  std::vector<bool> isInFront(end - begin, false);
  if (mayMove)
    isInFront = findFront(works, begin, end, meets);
  std::vector<Node> nodes;
  for (size_t i = begin; i < end; ++i)
    if (!isInFront[i - begin] && !works[i].isFixed)
      nodes.push_back({{i}, works[i].hasWork});
  Order order = orderOf(nodes, meets);
  while (auto pair = findPair(nodes, order)) {
    Node &first = nodes[pair->first], &second = nodes[pair->second];
    llvm::append_range(first.statements, second.statements);
    llvm::sort(first.statements);
    first.hasWork |= second.hasWork;
    nodes.erase(nodes.begin() + pair->second);
    nodes = inOrder(std::move(nodes), meets);
    order = orderOf(nodes, meets);
  }
  bool waits = false, overlaps = false;
  for (size_t i = 0; i < nodes.size(); ++i) {
    waits |= order.next[i].any();
    for (size_t j = i + 1; j < nodes.size(); ++j)
      overlaps |= nodes[i].hasWork && nodes[j].hasWork && !order.before[i].test(j);
  }
  if (!waits || !overlaps)
    return std::nullopt;
  TaskGraph graph{{begin, end, std::vector<unsigned>(end - begin, 0)}, order.before, order.next};
  for (size_t i = 0; i < nodes.size(); ++i)
    for (size_t statement : nodes[i].statements)
      graph.group.sets[statement - begin] = static_cast<unsigned>(i) + 1;
  return graph;
}

/// The pairs of tasks of which the variable makes the second wait for the first.
static Relation orderedBy(const TaskItem &item) {
  size_t count = item.uses.size();
  Relation ordered(count, BitVector(count));
  for (size_t i = 0; i < count; ++i)
    for (size_t j = i + 1; j < count; ++j)
      if (item.uses[i] != ItemUse::None && item.uses[j] != ItemUse::None &&
          (item.uses[i] != ItemUse::In || item.uses[j] != ItemUse::In))
        ordered[i].set(j);
  return ordered;
}

std::vector<DependentTask> orderTasks(const TaskGraph &graph, std::vector<TaskItem> items) {
  size_t count = graph.before.size();
  std::vector<DependentTask> tasks(count);
  Relation ordered(count, BitVector(count));
  for (const TaskItem &item : items) {
    Relation here = orderedBy(item);
    bool ordersAny = llvm::any_of(here, [](const BitVector &each) { return each.any(); });
    bool ordersOther = false;
    for (size_t i = 0; i < count; ++i)
      ordersOther |= here[i].test(graph.before[i]); // some that is not in the second
    if (!ordersAny || ordersOther)
      continue;
    for (size_t i = 0; i < count; ++i) {
      ordered[i] |= here[i];
      if (item.uses[i] == ItemUse::In)
        tasks[i].in.push_back(item.name);
      else if (item.uses[i] == ItemUse::Out)
        tasks[i].out.push_back(item.name);
      else if (item.uses[i] == ItemUse::InOut)
        tasks[i].inout.push_back(item.name);
    }
  }
  ordered = closureOf(std::move(ordered));
  for (unsigned i = 0; i < count; ++i)
    for (unsigned j : graph.next[i].set_bits())
      if (!ordered[i].test(j))
        tasks[j].after.push_back(i);
  return tasks;
}

} // namespace loomp
