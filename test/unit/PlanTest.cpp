//===- PlanTest.cpp - directives, selection, diffs and NOLINT -------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "rewriters/Pragma.h"
#include "rewriters/RunTimeChecks.h"
#include "test/unit/LoopDescriptions.h"
#include "tool/Diff.h"
#include "tool/Nolint.h"

using namespace llvm;
using namespace loomp;

//===----------------------------------------------------------------------===//
// Directives, selection and cost
//===----------------------------------------------------------------------===//

static void testDirectives(Context &context) {
  LoopResult loop;
  loop.indexName = "i";
  loop.roles = {role(RoleKind::Index, "i"),          role(RoleKind::Private, "i"),
                role(RoleKind::Reduction, "s", "+"), role(RoleKind::Reduction, "m", "max"),
                role(RoleKind::Private, "t"),        role(RoleKind::Reduction, "c", "+"),
                role(RoleKind::Private, "u"),        role(RoleKind::Private, "t"),
                role(RoleKind::FirstPrivate, "v"),   role(RoleKind::LastPrivate, "w"),
                role(RoleKind::Shared, "a")};
  Role local = role(RoleKind::Private, "inner");
  local.declaredInLoop = true;
  loop.roles.push_back(local);
  expectEqual(context, "clauses",
              "#pragma omp parallel for reduction(+ : s, c) reduction(max : m) private(t, u) "
              "firstprivate(v) lastprivate(w) schedule(dynamic, 4) if(n > 10 && b)",
              parallelForDirective(loop, {"dynamic, 4", {"n > 10", "b"}}));
  expectEqual(context, "dependences",
              "#pragma omp task depend(in : a, b) depend(out : c) depend(inout : d)",
              dependentTaskDirective({"a", "b"}, {"c"}, {"d"}));
  if (!isSameDirective("#pragma omp parallel for reduction(+:s)",
                       "#  pragma   omp parallel \\\n for reduction( + : s )") ||
      isSameDirective("#pragma omp parallel for", "#pragma omp parallelfor"))
    expectEqual(context, "same directive", "true", "false");
  expectEqual(
      context, "spread",
      "#pragma omp for nowait\n  #pragma omp parallel for schedule(static, 1) private(forth)"
      "\n#pragma omp parallel if(forth)\n#pragma omp for schedule(static, 1) \\\r\n nowait\n"
      "#pragma omp parallel for \\\n schedule(dynamic)\n",
      spreadIterations("#pragma omp for nowait\n",
                       "#pragma omp for nowait\n  #pragma omp parallel for private(forth)\n"
                       "#pragma omp parallel if(forth)\n#pragma omp for \\\r\n nowait\n"
                       "#pragma omp parallel for \\\n schedule(dynamic)\n"));
  expectEqual(context, "operand", "(a + b)", asOperand("((a + b))"));
  expectEqual(context, "operand", "v.size()", asOperand("v.size()"));
  expectEqual(context, "operand", "((a) + (b))", asOperand("(a) + (b)"));
  expectEqual(context, "operand", "s->n", asOperand("s->n"));
}

static std::string planSummary(std::vector<LoopResult> loops, PlanOptions options = {}) {
  std::string text;
  for (const LoopResult &loop : loops)
    text.resize(std::max<size_t>(text.size(), loop.statement.end), ' ');
  TranslationUnitResult result;
  result.loops = std::move(loops);
  std::string summary;
  for (const Plan &plan : planRewrites(result, {{"t.cpp", text}}, options))
    summary += plan.directive + (plan.selected ? " selected" : " ") + plan.reason + "\n";
  return summary;
}

/// A loop for `planSummary`; `at` keeps loops apart.
static LoopResult loopNumber(unsigned at, int parent = -1) {
  LoopResult loop = loopAt("for (;;) ;");
  for (unsigned *offset : {&loop.position.offset, &loop.statement.begin, &loop.statement.end,
                           &loop.directiveOffset, &loop.body.begin, &loop.body.end})
    *offset += 20 * at;
  loop.position.line = at + 1;
  loop.parent = parent;
  return loop;
}

static void testSelection(Context &context) {
  LoopResult outer = loopNumber(0), inner = loopNumber(1, 0);
  inner.unevenWork = true;
  expectEqual(context, "outermost",
              "#pragma omp parallel for if(n > 100) selected\n"
              "#pragma omp parallel for schedule(dynamic, 64) if(n > 5000) "
              "an enclosing loop is rewritten\n",
              planSummary({outer, inner}));
  outer.verdict = Verdict::Serial;
  expectEqual(context, "outer serial",
              " \n#pragma omp parallel for schedule(dynamic, 64) if(n > 5000) selected\n",
              planSummary({outer, inner}));

  LoopResult channels = loopNumber(0), pixels = loopNumber(1, 0);
  channels.constantTrip = 3;
  pixels.bodyCost = 1000;
  expectEqual(context, "few iterations",
              "#pragma omp parallel for a loop inside has more iterations to share, which "
              "cannot be one with it: no integer counts its iterations in its header\n"
              "#pragma omp parallel for if(n > 50) selected\n",
              planSummary({channels, pixels}));
  expectEqual(context, "few iterations, no costs",
              "#pragma omp parallel for selected\n"
              "#pragma omp parallel for an enclosing loop is rewritten\n",
              planSummary({channels, pixels}, noCosts));

  LoopResult tiny = loopNumber(0);
  tiny.constantTrip = 10;
  expectEqual(context, "tiny",
              "#pragma omp parallel for 10 iterations of about 10 operations are too little work "
              "for a team of threads\n",
              planSummary({tiny}));

  LoopResult callee = loopNumber(0), caller = loopNumber(1);
  callee.functionKey = "row(int)";
  caller.functionKey = "all(int)";
  caller.callees = {"row(int)"};
  expectEqual(context, "callee",
              "#pragma omp parallel for if(n > 5000) called from the loop at t.cpp:2, which runs "
              "in parallel\n#pragma omp parallel for if(n > 5000) selected\n",
              planSummary({callee, caller}));

  caller.verdict = Verdict::AlreadyParallel;
  caller.hasDirective = true;
  caller.existingDirective = "#pragma omp parallel for";
  expectEqual(context, "callee of an existing directive",
              "#pragma omp parallel for if(n > 5000) called from the loop at t.cpp:2, which runs "
              "in parallel\n#pragma omp parallel for it already carries a directive\n",
              planSummary({callee, caller}));

  LoopResult assumed = loopNumber(0);
  assumed.verdict = Verdict::Unknown;
  assumed.assumptions = {{"no-alias", "'a' and 'b' do not overlap", std::nullopt}};
  assumed.blockers.emplace_back().reason = "needs-assumption";
  expectEqual(context, "stated assumption", " \n", planSummary({assumed}));
  expectEqual(context, "unsafe fix", "#pragma omp parallel for if(n > 5000) selected\n",
              planSummary({assumed}, {.costModel = true, .unsafeFixes = true}));

  LoopResult choice = loopNumber(0), member = loopNumber(1);
  choice.tripCount = "(b ? n : m)";
  member.tripCount = "(s->n - 1)";
  expectEqual(context, "thresholds",
              "#pragma omp parallel for if((b ? n : m) > 5000) selected\n"
              "#pragma omp parallel for if(s->n - 1 > 5000) selected\n",
              planSummary({choice, member}));

  LoopResult last = loopNumber(0);
  last.roles = {role(RoleKind::LastPrivate, "z")};
  last.nonEmptyCondition.clear();
  expectEqual(context, "nothing to guard with",
              "#pragma omp parallel for lastprivate(z) if(n > 5000) whether the loop runs at all "
              "cannot be spelled\n",
              planSummary({last}));

  LoopResult around = loopNumber(0), inLambda = loopNumber(1);
  around.statement.end = inLambda.statement.end;
  expectEqual(context, "lambda",
              "#pragma omp parallel for if(n > 5000) selected\n"
              "#pragma omp parallel for if(n > 5000) an enclosing loop is rewritten\n",
              planSummary({around, inLambda}));

  LoopResult region = loopNumber(0);
  region.insideParallelRegion = true;
  expectEqual(context, "region",
              "#pragma omp parallel for if(n > 5000) it stands inside a parallel region\n",
              planSummary({region}));
}

//===----------------------------------------------------------------------===//
// Diff and NOLINT
//===----------------------------------------------------------------------===//

static void testDiff(Context &context) {
  StringRef text = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12";
  expectEqual(context, "no change", "", unifiedDiff("t.cpp", text, {}));
  expectEqual(context, "insert and change at the end",
              "--- a/t.cpp\n+++ b/t.cpp\n"
              "@@ -1,3 +1,4 @@\n+new\n 1\n 2\n 3\n"
              "@@ -9,4 +10,4 @@\n 9\n 10\n 11\n-12\n\\ No newline at end of file\n"
              "+12!\n\\ No newline at end of file\n",
              unifiedDiff("./t.cpp", text, {{{0, 0}, "new\n"}, {{26, 26}, "!"}}));
  expectEqual(context, "line behind a line, deletion",
              "--- a/t.cpp\n+++ b/t.cpp\n"
              "@@ -1,7 +1,7 @@\n 1\n+b\n 2\n 3\n-4\n 5\n 6\n 7\n",
              unifiedDiff("t.cpp", text, {{{1, 1}, "\nb"}, {{6, 8}, ""}}));
}

static void testNolint(Context &context) {
  NolintComments comments = readNolintComments("a; // NOLINT\n"
                                               "b; // NOLINT(parallel-*)\n"
                                               "// NOLINTNEXTLINE(other, loomp-*)\n"
                                               "c;\n"
                                               "// NOLINTBEGIN(early-exit)\n"
                                               "d;\n"
                                               "// NOLINTEND(early-exit)\n"
                                               "e; // NOLINT(bugprone-x) NOLINTING\n"
                                               "// NOLINTBEGIN\n"
                                               "f;\n");
  std::string lines;
  for (unsigned line = 1; line <= 10; ++line) {
    lines += isSuppressed(comments, line, {"parallel-loop"}) ? 'p' : '-';
    lines += isSuppressed(comments, line, {"early-exit"}) ? 'e' : '-';
  }
  expectEqual(context, "NOLINT", "pep---pe-e-e-e------", lines);
}

void loomp::testPlans(Context &context) {
  testDirectives(context);
  testSelection(context);
  testDiff(context);
  testNolint(context);
}
