//===- LoopDescriptions.h - loops described by hand -----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// What the unit tests of the rewriters share: how to say what the analysis would find in a source,
// and how to compare what the rewriters make of it.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TEST_UNIT_LOOPDESCRIPTIONS_H
#define LOOMP_TEST_UNIT_LOOPDESCRIPTIONS_H

#include "rewriters/Plan.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

namespace loomp {

using Becomes = InductionUse::Becomes;

struct Context {
  std::string folder;
  unsigned failures = 0;
};

inline void expectEqual(Context &context, llvm::StringRef name, llvm::StringRef expected,
                        llvm::StringRef actual) {
  if (expected == actual)
    return;
  ++context.failures;
  llvm::errs() << "FAIL: " << name << "\nexpected:\n"
               << expected << "\nactual:\n"
               << actual << "\n";
}

//===----------------------------------------------------------------------===//
// Describing loops
//===----------------------------------------------------------------------===//

/// Offset past the bracket that closes the one at `open`.
inline size_t pastBracket(llvm::StringRef text, size_t open) {
  int depth = 0;
  for (size_t i = open;; ++i) {
    depth += llvm::StringRef("([{").contains(text[i])   ? 1
             : llvm::StringRef(")]}").contains(text[i]) ? -1
                                                        : 0;
    if (depth == 0)
      return i + 1;
  }
}

inline size_t pastStatement(llvm::StringRef text, size_t begin) {
  llvm::StringRef rest = text.drop_front(begin);
  if (rest.starts_with("{"))
    return pastBracket(text, begin);
  if (!rest.starts_with("for ("))
    return text.find(';', begin) + 1;
  size_t body = text.find_first_not_of(" \r\n", pastBracket(text, text.find('(', begin)));
  return pastStatement(text, body);
}

/// The n-th `for` of `text`, over `i` from 0 to `n`.
inline LoopResult loopAt(llvm::StringRef text, unsigned which = 0) {
  size_t begin = text.find("for (");
  for (; which > 0; --which)
    begin = text.find("for (", begin + 1);
  LoopResult loop;
  loop.position = {"t.cpp", unsigned(text.take_front(begin).count('\n') + 1), 1, unsigned(begin)};
  loop.verdict = Verdict::Parallel;
  loop.statement = {unsigned(begin), unsigned(pastStatement(text, begin))};
  loop.directiveOffset = begin;
  size_t body = text.find_first_not_of(" \r\n", pastBracket(text, text.find('(', begin)));
  loop.body = {unsigned(body), unsigned(pastStatement(text, body))};
  loop.bodyIsBlock = text[body] == '{';
  loop.indexName = "i";
  loop.iterationNumber = "i";
  loop.tripCount = "n";
  loop.nonEmptyCondition = "0 < n";
  loop.bodyCost = 10;
  return loop;
}

inline Role role(RoleKind kind, llvm::StringRef variable, llvm::StringRef op = "") {
  Role role;
  role.variable = variable;
  role.kind = kind;
  role.op = op;
  return role;
}

/// An induction variable whose uses are the texts of `uses`, searched one after the other.
inline Role induction(llvm::StringRef text, unsigned from, llvm::StringRef variable,
                      llvm::StringRef type, llvm::StringRef step,
                      std::vector<std::pair<llvm::StringRef, Becomes>> uses) {
  Role result = role(RoleKind::Induction, variable);
  InductionForm form;
  form.step = step;
  form.type = type;
  form.isFloating = type == "double";
  size_t at = from;
  for (auto &[use, becomes] : uses) {
    at = text.find(use, at);
    form.uses.push_back({{unsigned(at), unsigned(at + use.size())}, becomes});
    at += use.size();
  }
  result.induction = form;
  return result;
}

inline Assumption disjoint(ElementRange first, ElementRange second) {
  return {"no-alias", "they do not overlap", DisjointRanges{first, second}};
}

inline std::string fixed(llvm::StringRef text, std::vector<LoopResult> loops,
                         PlanOptions options = {}) {
  TranslationUnitResult result;
  result.loops = std::move(loops);
  std::vector<Plan> plans = planRewrites(result, {{"t.cpp", text.str()}}, options);
  return applyPlans(result, plans, "t.cpp", text.str());
}

inline const PlanOptions noCosts = {.costModel = false, .unsafeFixes = false};

/// Compares and, for the compilers, writes the rewritten source.
inline void expectFixed(Context &context, llvm::StringRef name, llvm::StringRef text,
                        std::vector<LoopResult> loops, llvm::StringRef expected,
                        PlanOptions options = noCosts) {
  bool isCxx = loops.empty() || loops.front().isCxx;
  std::string actual = fixed(text, std::move(loops), options);
  expectEqual(context, name, expected, actual);
  if (context.folder.empty())
    return;
  std::error_code error;
  llvm::raw_fd_ostream(context.folder + "/" + name.str() + (isCxx ? ".cpp" : ".c"), error)
      << actual;
}

/// The tests of PlanTest.cpp.
void testPlans(Context &context);

} // namespace loomp

#endif // LOOMP_TEST_UNIT_LOOPDESCRIPTIONS_H
