//===- RewriterTest.cpp - rewrites of loops described by hand -------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Each test gives a source, says by hand what the analysis would find in it, and compares the
// rewrite with the expected source. Silent if all hold. With a folder as argument the rewritten
// sources are written there, for compilers to judge.
//
//===----------------------------------------------------------------------===//

#include "test/unit/LoopDescriptions.h"

using namespace llvm;
using namespace loomp;

//===----------------------------------------------------------------------===//
// Where the directive goes
//===----------------------------------------------------------------------===//

static void testPlacement(Context &context) {
  StringRef plain = R"(void f(double *a, int n) {
  for (int i = 0; i < n; i++)
    a[i] = i; // kept
}
)";
  expectFixed(context, "plain", plain, {loopAt(plain)}, R"(void f(double *a, int n) {
  #pragma omp parallel for
  for (int i = 0; i < n; i++)
    a[i] = i; // kept
}
)");
  std::string crlf = plain.str();
  for (size_t at = 0; (at = crlf.find('\n', at)) != std::string::npos; at += 2)
    crlf.insert(at, "\r");
  std::string crlfExpected = crlf;
  crlfExpected.insert(crlf.find("  for"), "  #pragma omp parallel for\r\n");
  expectFixed(context, "crlf", crlf, {loopAt(crlf)}, crlfExpected);

  StringRef braces = "void f(int *a, int n) { for (int i = 0; i < n; i++) a[i] = 0; "
                     "for (int i = 0; i < n; i++) a[i]++; }\n";
  expectFixed(context, "one-line", braces, {loopAt(braces), loopAt(braces, 1)},
              R"(void f(int *a, int n) {
  #pragma omp parallel for
  for (int i = 0; i < n; i++) a[i] = 0;
  #pragma omp parallel for
  for (int i = 0; i < n; i++) a[i]++; }
)");

  StringRef branches = R"(void f(int *a, int n, bool b) {
  if (b) for (int i = 0; i < n; i++) a[i] = 0; else for (int i = 0; i < n; i++) { a[i] = 1; } // c
  if (b) // why
    for (int i = 0; i < n; i++)
      a[i] = 2;
  else
    for (int i = 0; i < n; i++)
      a[i] = 3;
}
)";
  std::vector<LoopResult> loops;
  for (unsigned i = 0; i < 4; ++i) {
    loops.push_back(loopAt(branches, i));
    loops.back().placement = Placement::Unbraced;
  }
  expectFixed(context, "branches", branches, loops, R"(void f(int *a, int n, bool b) {
  if (b) {
    #pragma omp parallel for
    for (int i = 0; i < n; i++) a[i] = 0;
  } else {
    #pragma omp parallel for
    for (int i = 0; i < n; i++) { a[i] = 1; } // c
  }
  if (b) { // why
    #pragma omp parallel for
    for (int i = 0; i < n; i++)
      a[i] = 2;
  }
  else {
    #pragma omp parallel for
    for (int i = 0; i < n; i++)
      a[i] = 3;
  }
}
)");

  StringRef labels = R"(void f(int *a, int n, int k) {
again: for (int i = 0; i < n; i++) a[i] = 0;
  switch (k) {
  case 1:
    for (int i = 0; i < n; i++)
      a[i] = 2; /* two */
  }
  if (k--)
    goto again;
}
)";
  loops = {loopAt(labels), loopAt(labels, 1)};
  for (LoopResult &loop : loops)
    loop.placement = Placement::AfterLabel;
  expectFixed(context, "labels", labels, loops, R"(void f(int *a, int n, int k) {
again: {
  #pragma omp parallel for
  for (int i = 0; i < n; i++) a[i] = 0;
}
  switch (k) {
  case 1: {
    #pragma omp parallel for
    for (int i = 0; i < n; i++)
      a[i] = 2; /* two */
  }
  }
  if (k--)
    goto again;
}
)");

  StringRef conditional = R"(void f(int *a, int n, bool b) {
#ifdef ALWAYS
  (void)b;
#else
  if (b)
#endif
    for (int i = 0; i < n; i++)
      a[i] = 2;
}
)";
  LoopResult loop = loopAt(conditional);
  loop.placement = Placement::Unbraced;
  expectFixed(context, "conditional", conditional, {loop}, R"(void f(int *a, int n, bool b) {
#ifdef ALWAYS
  (void)b;
#else
  if (b)
#endif
    {
    #pragma omp parallel for
    for (int i = 0; i < n; i++)
      a[i] = 2;
  }
}
)");

  StringRef pragma = R"(void f(int *a, int n, bool b) {
  if (b)
#pragma GCC ivdep
    /* hot */ for (int i = 0; i < n; i++) a[i] = 2; /* more
    */ a[0] = 1;
}
)";
  loop = loopAt(pragma);
  loop.placement = Placement::Unbraced;
  std::string actual = fixed(pragma, {loop}, noCosts);
  expectEqual(context, "pragma", R"(void f(int *a, int n, bool b) {
  if (b) {
#pragma GCC ivdep
    /* hot */
      #pragma omp parallel for
      for (int i = 0; i < n; i++) a[i] = 2;
    } /* more
    */ a[0] = 1;
}
)",
              actual);
}

//===----------------------------------------------------------------------===//
// What stands around the loop
//===----------------------------------------------------------------------===//

static void testLiveOut(Context &context) {
  StringRef index = R"(int f(int *a, int n) {
  int i;
  for (i = 0; i < n; i++)
    a[i] = i;
  return i;
}
)";
  LoopResult loop = loopAt(index);
  loop.indexDeclaredInLoop = false;
  loop.indexLiveOut = true;
  loop.indexAfterLoop = "0 < n ? n : 0";
  loop.roles = {role(RoleKind::Index, "i")};
  expectFixed(context, "index-live-out", index, {loop}, R"(int f(int *a, int n) {
  int i;
  #pragma omp parallel for
  for (i = 0; i < n; i++)
    a[i] = i;
  i = 0 < n ? n : 0;
  return i;
}
)");

  StringRef last = R"(int f(int *a, int n, bool b) {
  int i, z = 7;
  if (b)
    for (i = 0; i < n; i++) {
      z = a[i];
      a[i] = 2 * z;
    }
  else
    i = 1;
  return i + z;
}
)";
  loop = loopAt(last);
  loop.placement = Placement::Unbraced;
  loop.indexDeclaredInLoop = false;
  loop.indexLiveOut = true;
  loop.indexAfterLoop = "0 < n ? n : 0";
  loop.roles = {role(RoleKind::Index, "i"), role(RoleKind::LastPrivate, "z")};
  expectFixed(context, "lastprivate", last, {loop}, R"(int f(int *a, int n, bool b) {
  int i, z = 7;
  if (b) {
    if (0 < n) {
    #pragma omp parallel for lastprivate(z)
    for (i = 0; i < n; i++) {
      z = a[i];
      a[i] = 2 * z;
    }
    }
    i = 0 < n ? n : 0;
  }
  else
    i = 1;
  return i + z;
}
)");
}

//===----------------------------------------------------------------------===//
// Induction variables
//===----------------------------------------------------------------------===//

static void testInduction(Context &context) {
  StringRef pi = R"(double pi(long n) {
  double step = 1.0 / n, sum = 0.0, x = 0.5 * step;
  for (long i = 0; i < n; i++) {
    sum += 4.0 / (1.0 + x * x);
    x += step; // next
  }
  return step * sum;
}
)";
  LoopResult loop = loopAt(pi);
  loop.roles = {
      role(RoleKind::Reduction, "sum", "+"),
      induction(pi, loop.body.begin, "x", "double", "step",
                {{"x", Becomes::Before}, {"x", Becomes::Before}, {"x += step", Becomes::Nothing}})};
  expectFixed(context, "pi", pi, {loop}, R"(double pi(long n) {
  double step = 1.0 / n, sum = 0.0, x = 0.5 * step;
  #pragma omp parallel for reduction(+ : sum)
  for (long i = 0; i < n; i++) {
    const double x_i = x + i * step;
    sum += 4.0 / (1.0 + x_i * x_i);
    // next
  }
  return step * sum;
}
)");

  StringRef before = R"(double pi(long n) {
  double step = 1.0 / n, sum = 0.0, x = -0.5 * step, x_i = 1;
  for (long i = 0; i < n; i++) {
    x += step;
    sum += 4.0 / (x_i + x * x);
  }
  return step * sum;
}
)";
  loop = loopAt(before);
  loop.roles = {
      role(RoleKind::Reduction, "sum", "+"),
      induction(before, loop.body.begin, "x", "double", "step", {{"x += step", Becomes::Nothing}})};
  size_t at = before.find("x * x");
  for (size_t offset : {at, at + 4})
    loop.roles[1].induction->uses.push_back(
        {{unsigned(offset), unsigned(offset + 1)}, Becomes::After});
  expectFixed(context, "pi-before", before, {loop}, R"(double pi(long n) {
  double step = 1.0 / n, sum = 0.0, x = -0.5 * step, x_i = 1;
  #pragma omp parallel for reduction(+ : sum)
  for (long i = 0; i < n; i++) {
    const double x_i2 = x + (i + 1) * step;
    sum += 4.0 / (x_i + x_i2 * x_i2);
  }
  return step * sum;
}
)");

  StringRef unbraced = R"(long f(double *a, const double *b, int n) {
  long k = 3;
  for (int i = 1; i <= n; i++) a[k++] = b[i]; // copy
  return k;
}
)";
  loop = loopAt(unbraced);
  loop.iterationNumber = "(i - 1)";
  loop.roles = {induction(unbraced, loop.body.begin, "k", "long", "1", {{"k++", Becomes::Before}})};
  loop.roles[0].induction->liveOut = true;
  expectFixed(context, "unbraced-body", unbraced, {loop},
              R"(long f(double *a, const double *b, int n) {
  long k = 3;
  #pragma omp parallel for
  for (int i = 1; i <= n; i++) {
    const long k_i = k + (i - 1);
    a[k_i] = b[i]; // copy
  }
  if (0 < n)
    k += n;
  return k;
}
)");

  StringRef header = R"(void f(int *a, int n) {
  long k = 9;
  int j = 0;
  for (int i = 0; i < n; i++, k -= 2, j++) {
    a[k] = j; a[k - 1] = j;
  }
}
)";
  loop = loopAt(header);
  loop.roles = {
      induction(header, loop.statement.begin, "k", "long", "2",
                {{"k -= 2", Becomes::Nothing}, {"k", Becomes::Before}, {"k", Becomes::Before}}),
      induction(header, loop.statement.begin, "j", "int", "1",
                {{"j++", Becomes::Nothing}, {"j", Becomes::Before}, {"j", Becomes::Before}})};
  loop.roles[0].induction->negative = true;
  loop.roles[0].induction->iterationCast = "long";
  expectFixed(context, "header-updates", header, {loop}, R"(void f(int *a, int n) {
  long k = 9;
  int j = 0;
  #pragma omp parallel for
  for (int i = 0; i < n; i++) {
    const long k_i = k - static_cast<long>(i) * 2;
    const int j_i = j + i;
    a[k_i] = j_i; a[k_i - 1] = j_i;
  }
}
)");

  StringRef pointer = R"(void f(double *p, int n) {
  int k = 0;
  for (int i = 0; i < n; i++) { p[k] = 0; k += 2; p[k - 1] = 1; *p++ += 1; }
}
)";
  loop = loopAt(pointer);
  loop.isCxx = false;
  loop.roles = {
      induction(pointer, loop.body.begin, "k", "int", "2",
                {{"k", Becomes::Before}, {"k += 2", Becomes::Nothing}, {"k", Becomes::After}})};
  Role p = induction(pointer, loop.body.begin, "p", "double *", "1",
                     {{"p", Becomes::Before}, {"p", Becomes::Before}, {"p++", Becomes::Before}});
  loop.roles.push_back(p);
  expectFixed(context, "c-pointer", pointer, {loop}, R"(void f(double *p, int n) {
  int k = 0;
  #pragma omp parallel for
  for (int i = 0; i < n; i++) { const int k_i = k + i * 2; double *const p_i = p + i; p_i[k_i] = 0; p_i[(k_i + 2) - 1] = 1; *p_i += 1; }
}
)");
}

//===----------------------------------------------------------------------===//
// Run-time checks
//===----------------------------------------------------------------------===//

static void testChecks(Context &context) {
  StringRef saxpy = R"(// saxpy
#include <vector> // first
#ifdef NEVER
#include "never.h"
#endif

void saxpy(double *y, const double *x, double a, int n) {
  for (int i = 0; i < n; i++)
    y[i] += a * x[i];
  for (int i = 0; i < n; i++)
    y[i] += a * x[i];
}
)";
  std::vector<LoopResult> loops = {loopAt(saxpy), loopAt(saxpy, 1)};
  for (LoopResult &loop : loops)
    loop.assumptions = {disjoint({"y", "0", "n"}, {"x", "0", "n"})};
  loops[1].bodyCost = 1e6;
  expectFixed(context, "saxpy", saxpy, loops, R"(// saxpy
#include <cstdint>
#include <vector> // first
#ifdef NEVER
#include "never.h"
#endif

void saxpy(double *y, const double *x, double a, int n) {
  #pragma omp parallel for if(n > 5000 && \
      (std::uintptr_t(y) + n * sizeof(*y) <= std::uintptr_t(x) || \
      std::uintptr_t(x) + n * sizeof(*x) <= std::uintptr_t(y)))
  for (int i = 0; i < n; i++)
    y[i] += a * x[i];
  #pragma omp parallel for if(std::uintptr_t(y) + n * sizeof(*y) <= std::uintptr_t(x) || \
      std::uintptr_t(x) + n * sizeof(*x) <= std::uintptr_t(y))
  for (int i = 0; i < n; i++)
    y[i] += a * x[i];
}
)",
              {});

  StringRef c = R"(#ifndef SCALE_H
#define SCALE_H

void scale(double *y, const double *s, int *first, int *second, int n) {
  for (int i = 0; i < n; i++)
    y[i + 1] *= *s + *first + *second;
}
#endif
)";
  LoopResult loop = loopAt(c);
  loop.isCxx = false;
  loop.assumptions = {disjoint({"y", "1", "n + 1"}, {"s", "0", "1"}),
                      {"distinct", "", DistinctObjects{"*first", "*second"}},
                      {"value", "", ValueCondition{"n < 100 || *s > 0"}},
                      {"stated", "only", std::nullopt}};
  expectFixed(context, "c-checks", c, {loop}, R"(#ifndef SCALE_H
#define SCALE_H
#include <stdint.h>

void scale(double *y, const double *s, int *first, int *second, int n) {
  #pragma omp parallel for if(((uintptr_t)y + (n + 1) * sizeof(*y) <= (uintptr_t)s || \
      (uintptr_t)s + sizeof(*s) <= (uintptr_t)y + sizeof(*y)) && first != second && \
      (n < 100 || *s > 0))
  for (int i = 0; i < n; i++)
    y[i + 1] *= *s + *first + *second;
}
#endif
)");
}

int main(int argc, char **argv) {
  Context context;
  if (argc > 1)
    context.folder = argv[1];
  testPlacement(context);
  testLiveOut(context);
  testInduction(context);
  testChecks(context);
  testPlans(context);
  return context.failures ? 1 : 0;
}
