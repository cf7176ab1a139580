//===- BruteForceInterpreter.cpp - runs tiny programs ---------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// One program, serially, or with one loop as its plan says: with the copies that the roles give to
// threads, iterations in an unfavourable order, and a record of what two iterations touch.
//
//===----------------------------------------------------------------------===//

#include "test/unit/BruteForceProgram.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <set>

namespace loomp::brute {

using Kind = Node::Kind;

namespace {
enum class Flow { Next, Continue };

class Interpreter {
public:
  Interpreter(const Program &program, Memory &memory, const Node *watched, Events &events)
      : P(program), Now(memory), Watched(watched), Seen(events) {}
  long run();

  // How the watched loop runs.
  const LoopResult *Plan = nullptr; ///< absent: serially
  bool Backwards = false;
  long Poison = 0;

private:
  struct Touch {
    int lastWriter = -1;
    std::set<int> writers, readers;
  };

  long evaluate(const Node &node);
  Flow execute(const Node &node);
  void executeLoop(const Node &node);
  void executePlan(const Node &node, const std::vector<long> &indices);
  bool checksHold();
  void touch(char object, long place, bool isWrite);
  long *cell(int array, long subscript, bool isWrite);
  void assign(int which, long value) {
    touch(VariableNames[which], which, true);
    Now.variables[which] = value;
  }
  void declare(int which, long value) {
    Log.erase({true, which});
    Now.variables[which] = value;
  }

  const Program &P;
  Memory &Now;
  const Node *Watched;
  Events &Seen;
  int Iteration = -1; ///< of the watched loop
  std::map<std::pair<bool, long>, Touch> Log;
};
} // namespace

void Interpreter::touch(char object, long place, bool isWrite) {
  if (Iteration < 0)
    return;
  bool isVariable = object != 'a' && object != 'b';
  Touch &each = Log[{isVariable, place}];
  auto earlier = [&](const std::set<int> &iterations) {
    return !iterations.empty() && *iterations.begin() < Iteration;
  };
  if (earlier(each.writers))
    Seen.carried.insert({object, isWrite ? "output" : "flow"});
  if (isWrite && earlier(each.readers))
    Seen.carried.insert({object, "anti"});
  if (!isWrite && each.lastWriter >= 0 && each.lastWriter != Iteration)
    Seen.carried.insert({object, "value"});
  (isWrite ? each.writers : each.readers).insert(Iteration);
  if (isWrite)
    each.lastWriter = Iteration;
  std::set<int> all = each.readers;
  all.insert(each.writers.begin(), each.writers.end());
  if (!isVariable && !each.writers.empty() && all.size() > 1)
    Seen.isRace = true;
}

long *Interpreter::cell(int array, long subscript, bool isWrite) {
  long place = Now.bases[array] + subscript;
  if (place < 0 || place >= static_cast<long>(Now.cells.size())) {
    Seen.isOutside = true;
    place = 0;
  }
  Seen.isOutside |= P.extent > 0 && (subscript < 0 || subscript >= P.extent);
  touch(array ? 'b' : 'a', place, isWrite);
  return &Now.cells[place];
}

long Interpreter::evaluate(const Node &node) {
  switch (node.kind) {
  case Kind::Literal:
    return node.number;
  case Kind::Variable:
    if (!Watched || node.number != Watched->number)
      touch(VariableNames[node.number], node.number, false);
    return Now.variables[node.number];
  case Kind::Element:
    return *cell(node.number, evaluate(node.kids[0]), false);
  default: {
    long left = evaluate(node.kids[0]);
    return apply(node.op, left, evaluate(node.kids[1]));
  }
  }
}

Flow Interpreter::execute(const Node &node) {
  switch (node.kind) {
  case Kind::Block:
    for (const Node &kid : node.kids)
      if (execute(kid) == Flow::Continue)
        return Flow::Continue;
    return Flow::Next;
  case Kind::Declare:
    declare(node.number, evaluate(node.kids[0]));
    return Flow::Next;
  case Kind::Assign:
    assign(node.number, evaluate(node.kids[0]));
    return Flow::Next;
  case Kind::Update: {
    long right = evaluate(node.kids[0]);
    touch(VariableNames[node.number], node.number, false);
    assign(node.number, apply(node.op, Now.variables[node.number], right));
    return Flow::Next;
  }
  case Kind::Store: {
    long right = evaluate(node.kids[1]);
    *cell(node.number, evaluate(node.kids[0]), true) = right;
    return Flow::Next;
  }
  case Kind::StoreUpdate: {
    long right = evaluate(node.kids[1]), subscript = evaluate(node.kids[0]);
    long old = *cell(node.number, subscript, false);
    *cell(node.number, subscript, true) = old + right;
    return Flow::Next;
  }
  case Kind::If:
    if (evaluate(node.kids[0]))
      return execute(node.kids[1]);
    return node.kids.size() > 2 ? execute(node.kids[2]) : Flow::Next;
  case Kind::For:
    executeLoop(node);
    return Flow::Next;
  case Kind::Continue:
    return Flow::Continue;
  default:
    return Flow::Next;
  }
}

void Interpreter::executeLoop(const Node &node) {
  // Start and bound do not change in the loop: the program can write neither n nor m nor an index.
  std::vector<long> indices;
  long bound = evaluate(node.kids[1]);
  for (long index = evaluate(node.kids[0]); node.step > 0 ? index < bound : index > bound;
       index += node.step)
    indices.push_back(index);
  if (&node == Watched)
    Log.clear();
  if (&node == Watched && Plan) {
    executePlan(node, indices);
    Iteration = -1;
    return;
  }
  for (size_t number = 0; number < indices.size(); ++number) {
    if (&node == Watched)
      Iteration = static_cast<int>(number);
    declare(node.number, indices[number]);
    execute(node.kids[2]);
  }
  if (&node == Watched)
    Iteration = -1;
}

/// Do the checks at run time say that the loop may run in parallel here?
bool Interpreter::checksHold() {
  bool all = true;
  for (const Assumption &assumption : Plan->assumptions) {
    if (!assumption.check) {
      Seen.isUnreadable = true;
      continue;
    }
    if (const auto *values = std::get_if<ValueCondition>(&*assumption.check)) {
      auto holds = evaluateCondition(values->text, Now);
      Seen.isUnreadable |= !holds;
      all &= holds.value_or(false);
      continue;
    }
    const auto *ranges = std::get_if<DisjointRanges>(&*assumption.check);
    Seen.isUnreadable |= !ranges;
    if (!ranges)
      continue;
    auto ends = [&](const ElementRange &range) -> std::pair<long, long> {
      auto low = evaluateText(range.low, Now), high = evaluateText(range.high, Now);
      bool known = low && high && (range.pointer == "a" || range.pointer == "b");
      Seen.isUnreadable |= !known;
      long base = Now.bases[range.pointer == "b"];
      return known ? std::pair(base + *low, base + *high) : std::pair(0L, 0L);
    };
    auto [firstLow, firstHigh] = ends(ranges->first);
    auto [secondLow, secondHigh] = ends(ranges->second);
    all &= firstHigh <= secondLow || secondHigh <= firstLow;
  }
  return all;
}

void Interpreter::executePlan(const Node &node, const std::vector<long> &indices) {
  // A peeled iteration runs in front of the others, or behind them, or between two parts of them.
  auto runAlone = [&](size_t number) {
    Iteration = -1;
    declare(node.number, indices[number]);
    execute(node.kids[2]);
  };
  size_t first = 0, past = indices.size();
  bool isPeeled = Plan->peeling && !indices.empty();
  if (isPeeled && Plan->peeling->part == PeeledPart::Last)
    --past;
  else if (isPeeled && Plan->peeling->part == PeeledPart::First)
    runAlone(first++);
  size_t split = past; // no iteration, unless one in the middle is peeled
  if (isPeeled && Plan->peeling->part == PeeledPart::Middle) {
    auto point = evaluateText(Plan->peeling->point, Now);
    Seen.isUnreadable |= !point;
    for (split = 0; split + 1 < past; ++split)
      if (node.step > 0 ? indices[split] >= point.value_or(0) : indices[split] <= point.value_or(0))
        break;
  }
  struct Copy {
    int which;
    const Role *role;
    long before, combined, last, step;
    long lastNumber = -1; ///< of the iteration that assigned last
    /// Threads note which of their iterations assigned last.
    bool isNoted() const { return role->kind == RoleKind::Selection; }
  };
  std::vector<Copy> copies;
  bool updatesElements = false; // as a whole each, so that two iterations may meet there
  for (const Role &role : Plan->roles) {
    const char *place = std::strchr(VariableNames, role.variable[0]);
    if (role.kind == RoleKind::Index || role.kind == RoleKind::Shared || role.declaredInLoop)
      continue;
    if (role.kind == RoleKind::Atomic || role.kind == RoleKind::ArrayReduction) {
      updatesElements = true;
      continue;
    }
    bool isSelected = role.kind == RoleKind::Selection && role.op != "last";
    if (!place || role.kind == RoleKind::ArrayPrivate || role.localCopy || isSelected) {
      Seen.isUnreadable = true;
      continue;
    }
    int which = static_cast<int>(place - VariableNames);
    long before = Now.variables[which], step = 0;
    if (role.induction && !hasOwnForm(*role.induction)) {
      auto value = evaluateText(role.induction->step, Now);
      Seen.isUnreadable |= !value;
      step = value.value_or(0) * (role.induction->negative ? -1 : 1);
    }
    copies.push_back({which, &role, before, before, before, step});
  }
  // A directive whose condition fails still makes the copies, for a team of one; where the check
  // chooses between two versions there is no directive then.
  bool apart = checksHold();
  if (!apart && llvm::any_of(Plan->assumptions, [](auto &each) { return each.guardsLoop; }))
    copies.clear();
  Seen.checkedRuns += !Plan->assumptions.empty() && !indices.empty();
  Seen.checkedApart += !Plan->assumptions.empty() && !indices.empty() && apart;
  std::vector<size_t> order;
  auto addPart = [&](size_t begin, size_t end) {
    std::vector<size_t> part(end - begin);
    std::iota(part.begin(), part.end(), begin);
    if (apart)
      std::reverse(part.begin(), part.end());
    if (apart && !Backwards)
      std::rotate(part.begin(), part.begin() + part.size() / 2, part.end());
    order.insert(order.end(), part.begin(), part.end());
  };
  addPart(first, split);
  if (split < past)
    order.push_back(split), addPart(split + 1, past);
  std::set<std::pair<int, RoleKind>> kinds; // one variable may be firstprivate and lastprivate
  for (const Copy &copy : copies)
    kinds.emplace(copy.which, copy.role->kind);
  for (size_t number : order) {
    Iteration = apart && number != split ? static_cast<int>(number) : -1;
    if (number == split)
      Log.clear(); // the threads of the one part are done before the other part starts
    for (const Copy &copy : copies)
      Now.variables[copy.which] =
          copy.isNoted()    ? Poison
          : number == split ? copy.combined // of no part: the variable itself
          : kinds.count({copy.which, RoleKind::FirstPrivate}) ? copy.before
          : copy.role->kind == RoleKind::Reduction            ? identityOf(copy.role->op)
          : copy.role->kind == RoleKind::Induction
              ? copy.before + copy.step * static_cast<long>(number)
              : Poison;
    declare(node.number, indices[number]);
    for (const Copy &copy : copies)
      if (copy.role->induction && hasOwnForm(*copy.role->induction)) {
        Now.variables[copy.which] = copy.before;
        auto value = evaluateText(copy.role->induction->closedForm, Now);
        Seen.isUnreadable |= !value || !copy.role->induction->previousText.empty();
        Now.variables[copy.which] = value.value_or(0);
      }
    execute(node.kids[2]);
    for (Copy &copy : copies) {
      if (number == split)
        copy.combined = Now.variables[copy.which];
      else if (copy.role->kind == RoleKind::Reduction)
        copy.combined = combine(copy.role->op, copy.combined, Now.variables[copy.which]);
      bool isLast = copy.isNoted() ? Now.variables[copy.which] != Poison &&
                                         static_cast<long>(number) > copy.lastNumber
                                   : number + 1 == indices.size();
      if (isLast) {
        copy.last = Now.variables[copy.which];
        copy.lastNumber = static_cast<long>(number);
      }
    }
  }
  if (updatesElements)
    Seen.isRace = false;
  for (const Copy &copy : copies) {
    bool leaves = kinds.count({copy.which, RoleKind::LastPrivate}) ||
                  (copy.isNoted() && copy.lastNumber >= 0) ||
                  (copy.role->induction && copy.role->induction->liveOut);
    Now.variables[copy.which] = copy.role->kind == RoleKind::Reduction ? copy.combined
                                : leaves                               ? copy.last
                                                                       : copy.before;
  }
  if (isPeeled && Plan->peeling->part == PeeledPart::Last)
    runAlone(past);
}

long Interpreter::run() {
  Now.variables[S] = 1;
  Now.variables[T] = 2;
  execute(P.body);
  long sum = 0;
  for (int scalar : P.returned)
    sum = apply('+', sum, Now.variables[scalar]);
  return sum;
}

long runSerially(const Program &program, Memory &memory, const Node *watched, Events &events) {
  return Interpreter(program, memory, watched, events).run();
}

long runInParallel(const Program &program, Memory &memory, const Node &loop, const LoopResult &plan,
                   bool backwards, long poison, Events &events) {
  Interpreter interpreter(program, memory, &loop, events);
  interpreter.Plan = &plan;
  interpreter.Backwards = backwards;
  interpreter.Poison = poison;
  return interpreter.run();
}

} // namespace loomp::brute
