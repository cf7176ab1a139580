//===- BruteForceProgram.cpp - tiny programs, as source and to run --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "test/unit/BruteForceProgram.h"

#include <algorithm>
#include <cstring>

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

} // namespace loomp::brute
