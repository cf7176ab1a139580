//===- Spmd.cpp - one region, in which threads take their iterations ------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//     for (long i = 0; i < n; i++)      #pragma omp parallel reduction(+ : sum)
//       sum += f(i);                    {
//                                         const long thread = omp_get_thread_num();
//                                  →      const long threads = omp_get_num_threads();
//                                         for (long i = thread; i < n; i += threads)
//                                           sum += f(i);
//                                       }
//
// Single program, multiple data: every thread runs the same text, and its number tells which of the
// iterations are its own, every so many (cyclic) or one block.
//
// Theorem. Each iteration is run by exactly one thread, in ascending order within the thread.
// Cyclic: turn t belongs to thread t mod p. Block: with n = p * chunk + rest and 0 <= rest < p,
// thread k has the turns from k * chunk + min(k, rest) on, chunk of them, and one more if k < rest;
// the next thread starts where it ends. The clauses of a parallel loop that `parallel` knows, too,
// mean the same on it: each thread has its copies for all its iterations. `lastprivate` it does not
// know.
//
// Loops that follow each other can share a region: a barrier between them is what the end of the
// first region was. A reduction is complete where the region ends, so only the last one may have
// any, of variables that the others do not name.
//
// `i += threads` must not overflow behind the last iteration. It cannot in 64 bits; a narrower
// index follows from a wider number, as does one that does not count from 0 by 1.
//
//===----------------------------------------------------------------------===//

#include "rewriters/Spmd.h"
#include "rewriters/Pragma.h"
#include "rewriters/RecastInduction.h"
#include "rewriters/RunTimeChecks.h"
#include "rewriters/ThreadResults.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace loomp {

std::string whyNotSpmd(const LoopResult &loop) {
  if (loop.isEarly)
    return "its numbers are declared as C++11 and C99 allow";
  if (!loop.dealt)
    return "the number of its iterations cannot be spelled";
  if (loop.peeling)
    return "one iteration runs on its own";
  if (hasRegion(loop))
    return "threads keep results of their own";
  for (const Role &role : loop.roles)
    if (role.kind == RoleKind::LastPrivate && !role.declaredInLoop)
      return "of '" + role.variable + "' the last value is needed";
  return "";
}

Distribution distributionOf(const LoopResult &loop, Distribution wanted) {
  if (wanted != Distribution::Auto)
    return wanted;
  return loop.unevenWork ? Distribution::Cyclic : Distribution::Block;
}

bool keepsIndex(const LoopResult &loop) {
  return !loop.indexDeclaredInLoop && loop.countedVariable.empty() && !loop.indexName.empty();
}

/// `first + turn * step`, as a person would write it.
static std::string indexInTurn(const DealtHeader &dealt, const std::string &turn) {
  std::int64_t size = dealt.step < 0 ? -dealt.step : dealt.step;
  std::string way = size == 1 ? turn : turn + " * " + std::to_string(size);
  if (dealt.step > 0 && dealt.first == "0")
    return way;
  return asOperand(dealt.first) + (dealt.step < 0 ? " - " : " + ") + way;
}

/// Nothing but the loop itself, with variables of its own, is rewritten.
static bool isPlain(const LoopResult &loop, bool mayReduce) {
  return loop.placement == Placement::Block && loop.assumptions.empty() &&
         whyNotSpmd(loop).empty() && !loop.canonicalForm && !loop.indexLiveOut &&
         !keepsIndex(loop) && all_of(loop.roles, [&](const Role &role) {
           return role.declaredInLoop || (role.kind == RoleKind::Shared && !role.localCopy) ||
                  role.kind == RoleKind::Index ||
                  (mayReduce && role.kind == RoleKind::Reduction && !role.localCopy &&
                   role.classType.empty());
         });
}

bool canShareRegion(const LoopResult &first, const LoopResult &second, const SourceText &source) {
  const SourceToken *next = tokenFrom(source, first.statement.end);
  if (first.position.file != second.position.file || first.parent != second.parent || !next ||
      next->begin != second.directiveOffset || !isPlain(first, false) || !isPlain(second, true))
    return false;
  // In the region, the name of a reduced variable means the copy of the thread.
  return none_of(second.roles, [&](const Role &role) {
    if (role.kind != RoleKind::Reduction || role.declaredInLoop)
      return false;
    bool isNamed = first.namedInBody.count(role.variable);
    for (const SourceToken *token = tokenFrom(source, first.directiveOffset);
         token && token->begin < first.statement.end; token = tokenFrom(source, token->end))
      isNamed |= source.spelling(*token) == role.variable;
    return isNamed;
  });
}

DealtLoop dealIterations(const LoopResult &loop, Distribution distribution,
                         const SourceText &source, const DealtLoop *before) {
  const DealtHeader &dealt = *loop.dealt;
  std::set<std::string> taken = loop.namedInBody;
  if (before)
    taken.insert(before->taken.begin(), before->taken.end());
  auto fresh = [&](const std::string &base) { return freshName(source, base, taken); };
  bool isCyclic = distribution == Distribution::Cyclic;
  // The index itself may run ahead of the last iteration only where there is room.
  bool isDirect = dealt.isCounter && (!isCyclic || dealt.isWide);
  std::string type = isDirect ? dealt.type : loop.wideInteger;
  std::string turn = isDirect ? loop.indexName : fresh("turn");
  bool isNumbered = before && before->type == type; // by the loop before
  std::string thread = isNumbered ? before->thread : fresh("thread"),
              threads = isNumbered ? before->threads : fresh("threads");

  DealtLoop result{.loop = loop};
  std::string from = thread, to = withoutOuterParentheses(dealt.count).str(),
              step = turn + " += " + threads;
  auto constant = [&](const std::string &name, const std::string &value) {
    result.inside.push_back("const " + type + " " + name + " = " + value + ";");
  };
  if (before)
    result.inside.push_back(barrierDirective());
  if (!isNumbered) {
    constant(thread, "omp_get_thread_num()");
    constant(threads, "omp_get_num_threads()");
    result.numberLines = 2;
  }
  // `n`, `v.size()`; anything else is computed once, and stands on its own.
  bool isPlain = all_of(to, [](char c) { return isAlnum(c) || StringRef("_.()").contains(c); });
  if (!isPlain || (isCyclic && !isDirect)) {
    std::string count = std::exchange(to, fresh("turns"));
    constant(to, count);
  }
  if (!isCyclic) {
    std::string chunk = fresh("chunk"), rest = fresh("rest"), count = to;
    constant(chunk, count + " / " + threads);
    constant(rest, count + " % " + threads);
    from = fresh("begin"), to = fresh("end");
    constant(from, thread + " * " + chunk + " + (" + thread + " < " + rest + " ? " + thread +
                       " : " + rest + ")");
    constant(to, from + " + " + chunk + " + (" + thread + " < " + rest + " ? 1 : 0)");
    step = turn + "++";
  }

  CanonicalForm form = loop.canonicalForm.value_or(CanonicalForm{});
  form.header = dealt.header;
  bool keeps = keepsIndex(loop);
  form.headerText = "for (" + (isDirect && keeps ? "" : type + " ") + turn + " = " + from + "; " +
                    turn + " < " + to + "; " + step + ")";
  // What the body does not name would be unused.
  bool isNamed = loop.namedInBody.count(loop.indexName) ||
                 loop.namedInBody.count(loop.countedVariable) || !form.inside.empty() ||
                 hasInduction(loop) || keeps;
  if (!dealt.element.empty() && form.inside.empty()) {
    if (dealt.elementName.empty() || loop.namedInBody.count(dealt.elementName))
      form.inside = dealt.element + " = *(" + dealt.first + " + " + turn + ");";
  } else if (!isDirect && isNamed) {
    bool isPointer = StringRef(dealt.type).ends_with("*");
    std::string index = (keeps ? "" : dealt.type + (isPointer ? "" : " ")) + loop.indexName +
                        " = " + indexInTurn(dealt, turn) + ";";
    form.inside = index + (form.inside.empty() ? "" : " " + form.inside);
  }
  result.loop.canonicalForm = std::move(form);
  result.thread = thread;
  result.threads = threads;
  result.type = type;
  result.taken = std::move(taken);
  return result;
}

} // namespace loomp
