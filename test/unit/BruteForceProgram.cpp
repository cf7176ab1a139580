//===- BruteForceProgram.cpp - tiny programs, as source and to run --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "test/unit/BruteForceProgram.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <set>

namespace loomp::brute {

using Kind = Node::Kind;

static Node literal(int value) { return {.kind = Kind::Literal, .number = value}; }
static Node variable(int which) { return {.kind = Kind::Variable, .number = which}; }
static Node binary(char op, Node left, Node right) {
  return {.kind = Kind::Binary, .op = op, .kids = {std::move(left), std::move(right)}};
}

//===----------------------------------------------------------------------===//
// Drawing
//===----------------------------------------------------------------------===//

namespace {
class Drawing {
public:
  Drawing(Random &random, bool hasPointers) : R(random), HasPointers(hasPointers) {}
  Program draw();

private:
  Node index();
  Node operand();
  Node value();
  Node condition();
  Node statement(int depth);
  Node body(int depth, int statements);
  Node loop(int which, int depth);

  Random &R;
  bool HasPointers;
  std::vector<int> Indices;
  bool HasLocal = false;
};
} // namespace

/// A subscript: an index, perhaps with a shift or a stride.
Node Drawing::index() {
  Node base = variable(R.among(Indices));
  if (R.chance(HasPointers ? 15 : 5))
    base = binary('*', literal(R.among(std::vector<int>{2, 3, -1})), base);
  if (R.chance(HasPointers ? 15 : 5))
    base = binary('+', base, R.chance(50) ? variable(M) : variable(R.among(Indices)));
  if (R.chance(4))
    return binary('+', binary('*', variable(R.among(Indices)), variable(R.chance(60) ? M : N)),
                  base);
  if (R.chance(3))
    return R.chance(50) ? variable(M) : literal(R.in(0, 2));
  return R.chance(HasPointers ? 30 : 12) ? binary('+', base, literal(R.in(-2, 2))) : base;
}

Node Drawing::operand() {
  static const std::vector<int> scalars = {S, S, S, T, T};
  if (R.chance(30))
    return {.kind = Kind::Element, .number = R.chance(HasPointers ? 80 : 96), .kids = {index()}};
  if (R.chance(HasPointers ? 10 : 45))
    return variable(HasLocal && R.chance(30) ? U : R.among(scalars));
  if (R.chance(40))
    return variable(R.among(Indices));
  return R.chance(60) ? literal(R.in(-2, 3)) : variable(R.chance(50) ? N : M);
}

Node Drawing::value() {
  return R.chance(50) ? operand() : binary(R.chance(80) ? '+' : '-', operand(), operand());
}

Node Drawing::condition() {
  char op = R.among(std::vector<char>{'<', '>', '='});
  if (R.chance(55))
    return binary(op, variable(R.among(Indices)), R.chance(50) ? variable(M) : literal(R.in(0, 4)));
  if (R.chance(40))
    return binary(op, variable(R.chance(50) ? N : M), literal(R.in(0, 4)));
  return binary(op, operand(), literal(R.in(-1, 3)));
}

Node Drawing::statement(int depth) {
  int kind = R.in(1, 100);
  int scalar = R.chance(60) ? S : T;
  if (depth < 3 && kind <= 14) {
    Node result{.kind = Kind::If, .kids = {condition(), body(depth + 1, 1)}};
    if (R.chance(45))
      result.kids.push_back(body(depth + 1, 1));
    return result;
  }
  if (depth < 3 && kind <= 22 && std::find(Indices.begin(), Indices.end(), J) == Indices.end())
    return loop(J, depth + 1);
  if (kind <= 25)
    return {.kind = Kind::If, .kids = {condition(), {.kids = {{.kind = Kind::Continue}}}}};
  if (HasPointers ? kind <= 85 : kind <= 45)
    return {.kind = Kind::Store, .number = R.chance(8), .kids = {index(), value()}};
  if (HasPointers ? kind <= 90 : kind <= 48)
    return {.kind = Kind::StoreUpdate, .number = 0, .kids = {index(), value()}};
  if (HasPointers ? kind <= 93 : kind <= 62)
    return {.kind = Kind::Update,
            .number = scalar,
            .op = R.among(std::vector<char>{'+', '+', '+', '-', '^', '|', '&', '*'}),
            .kids = {R.chance(50)   ? literal(R.in(1, 3))
                     : R.chance(50) ? variable(M)
                                    : value()}};
  return {.kind = Kind::Assign, .number = scalar, .kids = {value()}};
}

Node Drawing::body(int depth, int statements) {
  Node block;
  for (int count = R.in(1, statements); count > 0; --count)
    block.kids.push_back(statement(depth));
  return block;
}

Node Drawing::loop(int which, int depth) {
  static const std::vector<int> steps = {1, 1, 1, 1, 1, 1, 2, -1};
  Node result{.kind = Kind::For, .number = which, .step = R.among(steps)};
  Node low = R.chance(70) ? literal(R.in(0, 1)) : variable(which == J ? R.among(Indices) : M);
  Node high = which == H     ? literal(R.in(1, 3))
              : R.chance(25) ? literal(R.in(1, 5))
                             : variable(R.chance(70) ? N : M);
  if (which == J && R.chance(15))
    high = variable(R.among(Indices));
  result.kids = {result.step > 0 ? low : high, result.step > 0 ? high : low};
  Indices.push_back(which);
  Node inside;
  if (which == I && R.chance(20)) {
    inside.kids.push_back({.kind = Kind::Declare, .number = U, .kids = {value()}});
    HasLocal = true;
  }
  Node rest = which == H ? Node{.kids = {loop(I, depth + 1)}} : body(depth, which == I ? 4 : 2);
  if (which == H)
    for (int count = R.in(0, 2); count > 0; --count)
      rest.kids.insert(rest.kids.begin() + R.in(0, static_cast<int>(rest.kids.size())),
                       {.kind = Kind::Assign, .number = R.chance(50) ? S : T, .kids = {value()}});
  inside.kids.insert(inside.kids.end(), rest.kids.begin(), rest.kids.end());
  Indices.pop_back();
  if (which == I)
    HasLocal = false;
  result.kids.push_back(std::move(inside));
  return result;
}

Program Drawing::draw() {
  Program program;
  program.hasPointers = HasPointers;
  program.body.kids.push_back(loop(R.chance(15) ? H : I, 0));
  for (int scalar : {S, T})
    if (R.chance(35))
      program.returned.push_back(scalar);
  return program;
}

Program drawProgram(Random &random, bool hasPointers) {
  return Drawing(random, hasPointers).draw();
}

//===----------------------------------------------------------------------===//
// Printing
//===----------------------------------------------------------------------===//

static std::string nameOf(int which) { return std::string(1, VariableNames[which]); }

static std::string expression(const Node &node) {
  switch (node.kind) {
  case Kind::Literal:
    return node.number < 0 ? "(" + std::to_string(node.number) + ")" : std::to_string(node.number);
  case Kind::Variable:
    return nameOf(node.number);
  case Kind::Element:
    return std::string(node.number ? "b[" : "a[") + expression(node.kids[0]) + "]";
  default:
    return "(" + expression(node.kids[0]) +
           (node.op == '=' ? " == " : std::string{' ', node.op, ' '}) + expression(node.kids[1]) +
           ")";
  }
}

static std::string printStatement(Node &node, unsigned &line, const std::string &indent) {
  auto finish = [&](const std::string &text) {
    ++line;
    return indent + text + "\n";
  };
  auto block = [&](Node &inner) { return printStatement(inner, line, indent + "  "); };
  switch (node.kind) {
  case Kind::Block: {
    std::string text;
    for (Node &kid : node.kids)
      text += printStatement(kid, line, indent);
    return text;
  }
  case Kind::Declare:
    return finish("int " + nameOf(node.number) + " = " + expression(node.kids[0]) + ";");
  case Kind::Assign:
    return finish(nameOf(node.number) + " = " + expression(node.kids[0]) + ";");
  case Kind::Update:
    return finish(nameOf(node.number) + " " + node.op + "= " + expression(node.kids[0]) + ";");
  case Kind::Store:
  case Kind::StoreUpdate:
    return finish(std::string(node.number ? "b[" : "a[") + expression(node.kids[0]) +
                  (node.kind == Kind::Store ? "] = " : "] += ") + expression(node.kids[1]) + ";");
  case Kind::If: {
    std::string text = finish("if (" + expression(node.kids[0]) + ") {") + block(node.kids[1]);
    if (node.kids.size() > 2) {
      text += finish("} else {");
      text += block(node.kids[2]);
    }
    return text + finish("}");
  }
  case Kind::For: {
    node.line = line;
    std::string index = nameOf(node.number);
    std::string text = finish("for (int " + index + " = " + expression(node.kids[0]) + "; " +
                              index + (node.step > 0 ? " < " : " > ") + expression(node.kids[1]) +
                              "; " + index + " += " + std::to_string(node.step) + ") {");
    text += block(node.kids[2]);
    return text + finish("}");
  }
  case Kind::Continue:
    return finish("continue;");
  default:
    return "";
  }
}

std::string print(Program &program, const std::string &name, unsigned &line) {
  std::string text =
      "int " + name +
      (program.hasPointers ? "(int *a, int *b, int n, int m) {\n" : "(int n, int m) {\n") +
      "  int s = 1, t = 2;\n";
  line += 2;
  text += printStatement(program.body, line, "  ");
  text += "  return 0";
  for (int scalar : program.returned)
    text += " + " + nameOf(scalar);
  line += 2;
  return text + ";\n}\n";
}

static void collect(const Node &node, std::vector<const Node *> &loops) {
  if (node.kind == Kind::For)
    loops.push_back(&node);
  for (const Node &kid : node.kids)
    collect(kid, loops);
}

std::vector<const Node *> loopsOf(const Program &program) {
  std::vector<const Node *> loops;
  collect(program.body, loops);
  return loops;
}

//===----------------------------------------------------------------------===//
// Running
//===----------------------------------------------------------------------===//

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
    if (!place || role.kind == RoleKind::ArrayPrivate || role.localCopy) {
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
      Now.variables[copy.which] = number == split ? copy.combined // of no part: the variable itself
                                  : kinds.count({copy.which, RoleKind::FirstPrivate}) ? copy.before
                                  : copy.role->kind == RoleKind::Reduction
                                      ? identityOf(copy.role->op)
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
      if (number + 1 == indices.size())
        copy.last = Now.variables[copy.which];
    }
  }
  if (updatesElements)
    Seen.isRace = false;
  for (const Copy &copy : copies) {
    bool leaves = kinds.count({copy.which, RoleKind::LastPrivate}) ||
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
