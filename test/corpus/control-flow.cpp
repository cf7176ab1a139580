//===- control-flow.cpp - ways through an iteration, and out of the loop --===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --flags=-Wextra --tolerance=1e-5 --race
//
// Loops with continue, switch, goto, exceptions and conditions of several parts. What stays within
// its iteration is harmless; the twins leave the loop, skip iterations, or let a flag decide
// whether there is a next one.
//
//===----------------------------------------------------------------------===//

#include "corpus.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <exception>
#include <string>
#include <vector>

// Searches.

bool contains(const std::vector<int> &v, int key) {
  bool found = false;
  // truth: parallel -- reduction(|| : found)
  for (std::size_t i = 0; i < v.size(); ++i)
    if (v[i] == key)
      found = true;
  return found;
}

int firstIndexOf(const std::vector<int> &v, int key) {
  int at = -1;
  // truth: serial early-exit -- the iterations after the first hit must not run
  for (std::size_t i = 0; i < v.size(); ++i)
    if (v[i] == key) {
      at = static_cast<int>(i);
      break;
    }
  return at;
}

void firstInRows(const std::vector<int> &m, int rows, int cols, int key, std::vector<int> &first) {
  // truth: parallel -- where &m != &first
  for (int r = 0; r < rows; ++r) {
    first[r] = -1;
    // truth: serial early-exit -- the columns after the first hit must not run
    for (int c = 0; c < cols; ++c)
      if (m[r * cols + c] == key) {
        first[r] = c;
        break;
      }
  }
}

// One word.

void rootsOfPositive(const std::vector<double> &x, std::vector<double> &root) {
  // truth: parallel -- i reads and writes its own elements
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (x[i] < 0.0)
      continue;
    root[i] = std::sqrt(x[i]);
  }
}

void rootsUntilNegative(const std::vector<double> &x, std::vector<double> &root) {
  // truth: serial early-exit -- the iterations after the first negative x must not run
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (x[i] < 0.0)
      break;
    root[i] = std::sqrt(x[i]);
  }
}

// Switches.

enum class Op { Add, Subtract, Skip, Halt };

struct Instruction {
  Op op;
  long argument;
};

long runAll(const std::vector<Instruction> &program) {
  long sum = 0;
  // truth: parallel -- reduction(+ : sum); each break leaves the switch only
  for (const Instruction &in : program) {
    switch (in.op) {
    case Op::Add:
      sum += in.argument;
      break;
    case Op::Subtract:
      sum -= in.argument;
      break;
    case Op::Skip:
    case Op::Halt:
      break;
    }
  }
  return sum;
}

long runToHalt(const std::vector<Instruction> &program) {
  long sum = 0;
  // truth: serial early-exit -- the instructions after a halt must not run
  for (const Instruction &in : program) {
    switch (in.op) {
    case Op::Add:
      sum += in.argument;
      break;
    case Op::Subtract:
      sum -= in.argument;
      break;
    case Op::Skip:
      break;
    case Op::Halt:
      return sum;
    }
  }
  return sum;
}

// Labels.

void logarithms(double *x, int n) {
  // truth: parallel -- the label is in the iteration
  for (int i = 0; i < n; i++) {
    double y = x[i];
    if (y < 1.0)
      goto store;
    y = 1.0 + std::log(y);
  store:
    x[i] = y;
  }
}

int logarithmsOrFail(double *x, int n) {
  int i;
  // truth: serial early-exit -- the iterations after the first small x must not run
  for (i = 0; i < n; i++) {
    double y = x[i];
    if (y < 1.0)
      goto failed;
    y = 1.0 + std::log(y);
    x[i] = y;
  }
  return -1;
failed:
  return i;
}

// Exceptions.

struct OutOfRange {
  int value;
};

int checkedDouble(int value) {
  if (value > 90)
    throw OutOfRange{value};
  return 2 * value;
}

void doubleOrZero(const std::vector<int> &in, std::vector<int> &out) {
  // truth: parallel -- what an iteration throws, it catches
  for (std::size_t i = 0; i < in.size(); ++i) {
    try {
      out[i] = checkedDouble(in[i]);
    } catch (const OutOfRange &) {
      out[i] = 0;
    }
  }
}

void doubleAll(const std::vector<int> &in, std::vector<int> &out) {
  // truth: serial may-throw -- the iterations after a large value must not run
  for (std::size_t i = 0; i < in.size(); ++i)
    out[i] = checkedDouble(in[i]);
}

void incrementAll(std::vector<int> &v) {
  // truth: parallel -- i is below the size, so that at() does not throw
  for (std::size_t i = 0; i < v.size(); ++i)
    v.at(i) += 1;
}

void incrementListed(std::vector<int> &v, const std::vector<unsigned> &listed) {
  // truth: serial may-throw -- the iterations after a bad index must not run
  for (std::size_t i = 0; i < listed.size(); ++i)
    v.at(listed[i]) += 1;
}

// Errors.

int countErrors(const std::vector<int> &records) {
  int errors = 0;
  // truth: parallel -- reduction(+ : errors)
  for (int r : records)
    if (r < 0)
      ++errors;
  return errors;
}

long sumOrDie(const std::vector<int> &records) {
  long sum = 0;
  // truth: serial early-exit -- the first bad record ends the program
  for (int r : records) {
    if (r < -100)
      std::exit(3);
    sum += r;
  }
  return sum;
}

// The index in the body.

void joinBytes(const std::vector<unsigned char> &bytes, std::vector<unsigned> &words) {
  // truth: parallel -- a step of two: i is 2*t, then 2*t + 1
  for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
    const unsigned low = bytes[i];
    ++i;
    words[i / 2] = low + 256u * bytes[i];
  }
}

int countCharacters(const std::string &text) {
  int count = 0;
  // truth: serial index-modified|carried-flow-dependence|non-canonical-loop -- an escape moves i
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == 'e')
      ++i;
    ++count;
  }
  return count;
}

// Conditions of two parts.

double commonDot(const std::vector<double> &a, const std::vector<double> &b) {
  double dot = 0.0;
  // truth: parallel -- reduction(+ : dot) up to the smaller size
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
    dot += a[i] * b[i];
  return dot;
}

double limitedDot(const std::vector<double> &a, const std::vector<double> &b) {
  double dot = 0.0;
  // truth: serial early-exit|carried-flow-dependence|non-canonical-loop -- i needs the dot of i-1
  for (std::size_t i = 0; i < a.size() && dot < 40.0; ++i)
    dot += a[i] * b[i];
  return dot;
}

void scaleLoop(double *x, int n) {
  int i = 0;
  // truth: parallel -- as a for loop to n
  while (true) {
    if (i >= n)
      break;
    x[i] *= 0.75;
    ++i;
  }
}

int scaleToSmall(double *x) {
  int i = 0;
  // truth: serial early-exit|non-canonical-loop -- the first small x ends the loop
  while (true) {
    if (x[i] < 0.25)
      break;
    x[i] *= 0.75;
    ++i;
  }
  return i;
}

// Convergence.

int relax(std::vector<double> &u, int limit) {
  std::vector<double> next = u;
  const int n = static_cast<int>(u.size());
  // truth: serial carried-flow-dependence|carried-anti-dependence|early-exit -- sweep 1 reads 0's
  for (int sweep = 0; sweep < limit; ++sweep) {
    double change = 0.0;
    // truth: parallel -- reduction(max : change); u and next are two vectors
    for (int i = 1; i < n - 1; ++i) {
      next[i] = 0.5 * (u[i - 1] + u[i + 1]);
      change = std::max(change, std::fabs(next[i] - u[i]));
    }
    u.swap(next);
    if (change < 0.01)
      return sweep;
  }
  return limit;
}

// Which variable.

long splitSigns(const std::vector<int> &v) {
  long up = 0, down = 0;
  // truth: parallel -- reduction(+ : up, down)
  for (int x : v)
    (x > 0 ? up : down) += x;
  return up - down;
}

long balanceLoads(const std::vector<int> &v) {
  long left = 0, right = 0;
  // truth: serial carried-flow-dependence|not-a-reduction -- i compares the sums that i-1 left
  for (int x : v)
    (left < right ? left : right) += x;
  return left - right;
}

// Runs.

int countRuns(const std::vector<int> &v) {
  int runs = 1;
  // truth: parallel -- reduction(+ : runs); the value before is input
  for (std::size_t i = 1; i < v.size(); ++i) {
    if (v[i] == v[i - 1])
      continue;
    ++runs;
  }
  return runs;
}

int countSteps(const std::vector<int> &v) {
  int steps = 1, level = v[0];
  // truth: serial carried-flow-dependence -- i compares with the level that i-1 left
  for (std::size_t i = 1; i < v.size(); ++i) {
    if (std::abs(v[i] - level) < 20)
      continue;
    level = v[i];
    ++steps;
  }
  return steps;
}

int main() {
  constexpr int N = 6000;
  auto v = corpus::numbers<int>(N, 1);
  v[N - 100] = 777;
  v[N - 50] = 777;
  corpus::print("contains", contains(v, 777), contains(v, 778));
  corpus::print("firstIndexOf", firstIndexOf(v, 777), firstIndexOf(v, 778));
  std::vector<int> first(60);
  firstInRows(v, 60, 100, 50, first);
  corpus::print("firstInRows", corpus::sum(first));

  auto x = corpus::reals<double>(N, 2, -0.5, 9.5);
  std::vector<double> root(N);
  rootsUntilNegative(x, root);
  corpus::print("rootsUntilNegative", corpus::sum(root));
  rootsOfPositive(x, root);
  rootsOfPositive(root, root);
  corpus::print("rootsOfPositive", corpus::sum(root));

  std::vector<Instruction> program(N);
  corpus::repeat(N, [&](std::size_t i) { program[i] = {Op(v[i] & 3), v[i] + 5}; });
  corpus::print("runAll", runAll(program));
  program[0].op = program[1].op = program[2].op = Op::Add;
  corpus::print("runToHalt", runToHalt(program));

  logarithms(x.data(), N);
  const int failed = logarithmsOrFail(x.data(), N);
  corpus::print("logarithms", failed, corpus::sum(x));

  std::vector<int> out(N);
  doubleOrZero(v, out);
  corpus::print("doubleOrZero", corpus::sum(out));
  std::vector<int> doubled(N);
  try {
    doubleAll(v, doubled);
  } catch (const OutOfRange &e) {
    corpus::print("doubleAll", e.value, corpus::sum(doubled));
  }
  incrementAll(out);
  corpus::print("incrementAll", corpus::sum(out));
  auto listed = corpus::integers<unsigned>(N, 3, 0, N - 1);
  listed[N / 2] = N;
  try {
    incrementListed(out, listed);
  } catch (const std::exception &) {
    corpus::print("incrementListed", corpus::sum(out));
  }

  corpus::print("countErrors", countErrors(v), sumOrDie(v));
  std::vector<unsigned> words(N);
  joinBytes(corpus::numbers<unsigned char>(2 * N + 1, 4), words);
  corpus::print("joinBytes", corpus::sum(words));
  corpus::print("countCharacters", countCharacters(corpus::text(N, 5)));

  corpus::print("dot", commonDot(x, root), limitedDot(x, root));
  scaleLoop(x.data(), N);
  const int scaled = scaleToSmall(x.data());
  corpus::print("scale", scaled, corpus::sum(x));
  const int sweeps = relax(x, 40);
  corpus::print("relax", sweeps, corpus::sum(x));

  corpus::print("signs", splitSigns(v), balanceLoads(v));
  corpus::print("runs", countRuns(v), countSteps(v));
}
