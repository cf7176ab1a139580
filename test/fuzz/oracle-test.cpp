//===- oracle-test.cpp - what the oracle sees in loops we know ------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Each kernel stands as the generator would print it, above the line that it must lead to.
// `// CHECK` lines are read by FileCheck in test/fuzz-runtime/oracle.test.
//
//===----------------------------------------------------------------------===//

#include "runtime/oracle.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

using fuzz::oracle::Loop;
using fuzz::oracle::Variable;

namespace {

struct Memory {
  double d[16] = {}, e[16] = {};
  int i[16] = {};
  signed char b[16] = {};
  short s[16] = {};
  double kept = 0;
};

} // namespace

// The generator's layout, and expectations that may not be broken into lines:
// clang-format off

// CHECK: {"kernel": 0, "input": 0, "loops": {"0": {"executions": 1, "iterations": 4, "longest": 4, "collided": {}, "conditional": {}, "liveOut": ["d"], "liveOutEarly": ["d"]}}}
static void independent(Memory &A) {
  { Loop loop_0(0, true);
  for (int i = 0; i < 4; ++i) {
    loop_0.iterate();
    A.d[i] += A.e[i];
  }}
}

// The distance is the smallest, the example the first.
// CHECK-NEXT: {"kernel": 1, {{.*}} "collided": {"d": {"flow": [0, 2], "distance": 2, "exposed": true}, "e": {"anti": [0, 3], "distance": 3, "exposed": true}}, "conditional": {}, "liveOut": ["d", "e"], "liveOutEarly": ["d", "e"]}}}
static void flowAndAnti(Memory &A) {
  { Loop loop_0(0, true);
  for (int i = 0; i < 5; ++i) {
    loop_0.iterate();
    A.d[i + 2] = A.d[i];
    A.e[i] = A.e[i + 3];
  }}
}

// Each level carries its own; the outer one meets the last write of the iteration before.
// CHECK-NEXT: {"kernel": 2, {{.*}}"0": {"executions": 1, "iterations": 3, "longest": 3, "collided": {"d": {"flow": [0, 1], "distance": 1, "exposed": true}, "i": {"output": [0, 1], "distance": 1, "exposed": false}}, {{.*}}"1": {"executions": 3, "iterations": 6, "longest": 2, "collided": {"e": {"output": [0, 1], "distance": 1, "exposed": false}}, {{.*}}
static void nest(Memory &A) {
  { Loop loop_0(0, true);
  for (int i = 0; i < 3; ++i) {
    loop_0.iterate();
    { Loop loop_1(1, true);
    for (int j = 0; j < 2; ++j) {
      loop_1.iterate();
      A.d[2 * i + j + 2] = A.d[2 * i + j]; // the outer loop, from iteration to iteration
      A.i[j] = i;                          // the outer loop
      A.e[i] = j;                          // the inner loop
    }}
  }}
}

// CHECK-NEXT: {"kernel": 3, {{.*}} "collided": {"s": {"flow": [0, 1], "anti": [0, 1], "output": [0, 1], "distance": 1, "exposed": true}}, "conditional": {}, "liveOut": ["s"], "liveOutEarly": []}}}
static void reduction(Memory &A) {
  double s = 0;
  Variable track_s(s, "s");
  { Loop loop_0(0, true);
  for (int i = 0; i < 4; ++i) {
    loop_0.iterate();
    s += A.d[i];
  }}
  A.kept = s;
}

// Private: no flow, nothing exposed. Read after the loop only in `u`, which skips the last iteration.
// CHECK-NEXT: {"kernel": 4, {{.*}} "collided": {"t": {"anti": [0, 1], "output": [0, 1], "distance": 1, "exposed": false}, "u": {"output": [0, 1], "distance": 1, "exposed": false}}, "conditional": {}, "liveOut": ["d", "u"], "liveOutEarly": ["d", "u"]}}}
static void privates(Memory &A) {
  double t = 0, u = 0;
  Variable track_t(t, "t");
  Variable track_u(u, "u");
  { Loop loop_0(0, true);
  for (int i = 0; i < 4; ++i) {
    loop_0.iterate();
    t = A.e[i];
    A.d[i] = t + t;
    if (i < 3)
      u = i;
  }}
  t = u;
}

// Two executions, one of them under a false condition.
// CHECK-NEXT: {"kernel": 5, {{.*}}"executions": 2, "iterations": 5, "longest": 3, "collided": {"d": {"flow": [0, 1], "distance": 1, "exposed": true}}, "conditional": {"d": {"anti": [0, 1], "distance": 1, "exposed": true}}, {{.*}}
static void conditions(Memory &A) {
  for (int shift = 0; shift < 2; ++shift) {
    { Loop loop_0(0, shift == 1);
    for (int i = 0; i < 2 + shift; ++i) {
      loop_0.iterate();
      A.d[i + shift] = A.d[i + 1 - shift];
    }}
  }
}

// Loops left by `break`, `return` and `throw` have ended; nothing after them is part of them.
// CHECK-NEXT: {"kernel": 6, {{.*}}"0": {"executions": 1, "iterations": 2, {{.*}} "collided": {}, {{.*}}"1": {"executions": 1, "iterations": 3, {{.*}} "collided": {"x": {"flow": [0, 1], {{.*}}"2": {"executions": 1, "iterations": 1, "longest": 1, "collided": {}, {{.*}}"3": {"executions": 1, "iterations": 0, "longest": 0, "collided": {}, "conditional": {}, "liveOut": [], "liveOutEarly": []}}}
static int leaving(Memory &A) {
  int x = 0;
  Variable track_x(x, "x");
  { Loop loop_0(0, true);
  for (int i = 0; i < 4; ++i) {
    loop_0.iterate();
    if (i == 1)
      break;
    A.d[0] = i;
  }}
  A.d[0] = 1;
  try {
    { Loop loop_1(1, true);
    for (int i = 0; i < 4; ++i) {
      loop_1.iterate();
      ++x;
      if (i == 2)
        throw std::runtime_error("enough");
    }}
  } catch (const std::exception &) {
    ++x;
  }
  { Loop loop_3(3, true);
  for (int i = 0; i < A.i[0]; ++i) {
    loop_3.iterate();
    ++x;
  }}
  { Loop loop_2(2, true);
  for (;;) {
    loop_2.iterate();
    ++x;
    return x;
  }}
}

// `s` is an element of `d`; under this name the loop sees it.
// CHECK-NEXT: {"kernel": 7, {{.*}} "collided": {"s": {"flow": [2, 3], "anti": [1, 2], "distance": 1, "exposed": true}}, {{.*}} "liveOut": ["d", "s"], {{.*}}
static void alias(double &s, double *d) {
  Variable track_s(s, "s");
  { Loop loop_0(0, true);
  for (int i = 0; i < 4; ++i) {
    loop_0.iterate();
    d[i] = s + i;
  }}
}

// Blocks of an earlier size are other memory than those of a later one.
// CHECK-NEXT: {"kernel": 8, {{.*}} "collided": {"v": {"flow": [0, 1], {{.*}}, "heap": {"flow": [0, 1], "distance": 1, "exposed": true}}, {{.*}} "liveOut": ["v", "heap"], {{.*}}
static void growing(Memory &A) {
  std::vector<int> v;
  Variable track_v(v, "v");
  { Loop loop_0(0, true);
  for (int i = 0; i < 5; ++i) {
    loop_0.iterate();
    v.push_back(A.i[i]);
  }}
  A.kept = v[0];
}

// What is born in an iteration collides with no other: variables, containers, a callee's variables.
// CHECK-NEXT: {"kernel": 9, {{.*}} "collided": {}, "conditional": {}, "liveOut": ["d"], {{.*}}
static double square(double x) {
  Variable track_x(x, "x");
  double y = x;
  Variable track_y(y, "y");
  y *= x;
  return y;
}
static void bodyLocals(Memory &A) {
  { Loop loop_0(0, true);
  for (int i = 0; i < 5; ++i) {
    loop_0.iterate();
    double t = 0;
    Variable track_t(t, "t");
    t += A.e[i];
    double w[4] = {t};
    Variable track_w(w, "w");
    w[1] = w[0] + w[2];
    std::vector<double> v(3, t);
    Variable track_v(v, "v");
    v[1] = v[0] + v[2];
    A.d[i] = square(v[1]) + w[1];
  }}
}

// Neighbouring bytes are apart.
// CHECK-NEXT: {"kernel": 10, {{.*}} "collided": {"i": {"flow": [1, 2], "distance": 1, "exposed": true}}, {{.*}} "liveOut": ["i", "b", "s"], {{.*}}
static void narrow(Memory &A) {
  { Loop loop_0(0, true);
  for (int i = 0; i < 9; ++i) {
    loop_0.iterate();
    ++A.b[i];
    A.s[i] += 2;
    if (i > 0)
      A.i[i] = A.i[i - 1];
  }}
}

// Members are apart, their object is one; copies of a whole struct are seen.
// CHECK-NEXT: {"kernel": 11, {{.*}}"0": {{.*}} "collided": {}, {{.*}} "liveOut": ["p"], {{.*}}"1": {{.*}} "collided": {"p": {"flow": [0, 1], {{.*}}"2": {{.*}} "collided": {"q": {"flow": [0, 1], "distance": 1, "exposed": true}}, {{.*}}
struct Point {
  int x = 0, y = 0, z = 0;
};
static void members(Memory &A) {
  Point p;
  Variable track_p(p, "p");
  { Loop loop_0(0, true);
  for (int i = 0; i < 2; ++i) {
    loop_0.iterate();
    (i ? p.x : p.y) = A.i[i];
  }}
  { Loop loop_1(1, true);
  for (int i = 0; i < 2; ++i) {
    loop_1.iterate();
    p.x += p.y;
  }}
  Point q[4];
  Variable track_q(q, "q");
  { Loop loop_2(2, true);
  for (int i = 0; i < 3; ++i) {
    loop_2.iterate();
    q[i + 1] = q[i];
  }}
  A.kept = p.x;
}

// A loop active twice: both executions are counted under its number.
// CHECK-NEXT: {"kernel": 12, {{.*}}"0": {"executions": 7, "iterations": 14, "longest": 2, "collided": {"count": {"flow": [0, 1], {{.*}}
static void descend(int depth, int &count) {
  Variable track_count(count, "count");
  { Loop loop_0(0, true);
  for (int i = 0; i < 2; ++i) {
    loop_0.iterate();
    ++count;
    if (depth > 0)
      descend(depth - 1, count);
  }}
}
static void recursion(Memory &) {
  int total = 0;
  Variable track_total(total, "total");
  descend(2, total);
}

// Inlined library code, lambdas and references declared inside: names are those outside the loop.
// CHECK-NEXT: {"kernel": 13, {{.*}} "collided": {"s": {"flow": [0, 1], "anti": [0, 1], "output": [0, 1], "distance": 1, "exposed": true}, "heap": {"flow": [0, 1], "distance": 1, "exposed": true}}, {{.*}}"1": {{.*}} "collided": {"e": {"output": [0, 1], "distance": 1, "exposed": false}}, {{.*}} "liveOut": ["d", "e"], {{.*}}
static void library(Memory &A) {
  std::vector<int> v(8);
  long s = 0;
  Variable track_s(s, "s");
  auto add = [&](long x) { s += x; };
  { Loop loop_0(0, true);
  for (auto it = v.begin(); it + 1 != v.end(); ++it) {
    loop_0.iterate();
    long &r = s;
    Variable track_r(r, "r");
    it[1] = *it + 1;
    add(it[0]);
    ++r;
  }}
  { Loop loop_1(1, true);
  for (int i = 0; i < 2; ++i) {
    loop_1.iterate();
    std::fill(A.d + 4 * i, A.d + 4 * i + 4, 1.0);
    std::copy(A.d + 4 * i, A.d + 4 * i + 4, A.e + 3 * i);
  }}
}

// Static variables keep their history between iterations; strings live on the heap or in themselves.
// CHECK-NEXT: {"kernel": 14, {{.*}} "collided": {"text": {"flow": [0, 1], {{.*}}, "exposed": true}, "count": {"flow": [0, 1], {{.*}}, "exposed": true}}, {{.*}} "liveOut": ["i", "count"], {{.*}}
static void statics(Memory &A) {
  std::string text;
  Variable track_text(text, "text");
  { Loop loop_0(0, true);
  for (int i = 0; i < 3; ++i) {
    loop_0.iterate();
    static int count = 0;
    Variable track_count(count, "count");
    ++count;
    text += 'x';
    A.i[i] = count;
  }}
}

// The head before the first body collides with nothing; after a body it belongs to that iteration.
// CHECK-NEXT: {"kernel": 15, {{.*}} "collided": {"e": {"flow": [0, 1], "anti": [0, 1], "output": [0, 1], "distance": 1, "exposed": true}}, {{.*}}
static void head(Memory &A) {
  { Loop loop_0(0, true);
  for (A.d[0] = 3; A.d[0] + A.e[0] < 6 ; A.e[0] += 1) {
    loop_0.iterate();
    A.d[1 + int(A.e[0])] = 1;
  }}
}

// Overwritten before it is read: not live. Read by the next execution: live.
// CHECK-NEXT: {"kernel": 16, {{.*}}"0": {{.*}} "liveOut": ["x"], "liveOutEarly": []}, "1": {{.*}} "liveOut": ["x"], "liveOutEarly": []}, "2": {{.*}} "liveOut": [], "liveOutEarly": []}}}
static void liveness(Memory &) {
  int x = 0, y = 0;
  Variable track_x(x, "x");
  Variable track_y(y, "y");
  { Loop loop_0(0, true);
  for (int i = 0; i < 2; ++i) {
    loop_0.iterate();
    { Loop loop_1(1, true);
    for (int j = 0; j < 2; ++j) {
      loop_1.iterate();
      x += j;
    }}
    { Loop loop_2(2, true);
    for (int j = 0; j < 2; ++j) {
      loop_2.iterate();
      y = j;
    }}
    y = 0;
  }}
  y = x;
}

// An execution that would not run in parallel says nothing about what the last iteration writes.
// CHECK-NEXT: {"kernel": 17, {{.*}}"0": {{.*}} "liveOut": ["x"], "liveOutEarly": []}, "1": {{.*}} "liveOut": ["x"], "liveOutEarly": ["x"]}}}
static void livenessUnderCondition(Memory &) {
  int x = 0;
  Variable track_x(x, "x");
  { Loop loop_0(0, false);
  for (int i = 0; i < 3; ++i) {
    loop_0.iterate();
    if (i < 2)
      x = i;
  }}
  int y = x;
  { Loop loop_1(1, true);
  for (int i = 0; i < 3; ++i) {
    loop_1.iterate();
    if (i < 2)
      x = i;
  }}
  y += x;
}

// clang-format on
int main() {
  void (*const kernels[])(Memory &) = {independent,
                                       flowAndAnti,
                                       nest,
                                       reduction,
                                       privates,
                                       conditions,
                                       [](Memory &A) { leaving(A); },
                                       [](Memory &A) { alias(A.d[2], A.d); },
                                       growing,
                                       bodyLocals,
                                       narrow,
                                       members,
                                       recursion,
                                       library,
                                       statics,
                                       head,
                                       liveness,
                                       livenessUnderCondition};
  int number = 0;
  for (auto *kernel : kernels) {
    Memory memory;
    fuzz::oracle::startRun();
    fuzz::oracle::registerArray(memory.d, sizeof memory.d, "d");
    fuzz::oracle::registerArray(memory.e, sizeof memory.e, "e");
    fuzz::oracle::registerArray(memory.i, sizeof memory.i, "i");
    fuzz::oracle::registerArray(memory.b, sizeof memory.b, "b");
    fuzz::oracle::registerArray(memory.s, sizeof memory.s, "s");
    kernel(memory);
    fuzz::oracle::printRun(number++, 0);
  }
}
