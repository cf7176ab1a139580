//===- Recursion.h - summaries of recursive functions ---------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A callee is walked through at the call, which a recursive function would never let end. So calls
// within a recursion are answered by a summary of all functions that take part.
//
//   long fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }     quiet, reads nothing
//   long sum(const Node *t) { return t ? t->v + sum(t->left) + ... : 0; }   quiet, reads long, Node
//   *
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_RECURSION_H
#define LOOMP_ANALYSES_RECURSION_H

#include "analyses/EffectTable.h"

#include "clang/AST/Decl.h"

#include <map>
#include <set>
#include <vector>

namespace loomp {

struct RecursionSummary {
  /// Calls compute a result and do nothing else: they write no memory that outlives them.
  bool isQuiet = false;
  std::set<const clang::VarDecl *> globals;   ///< variables with static storage that calls may read
  std::vector<clang::QualType> indirectReads; ///< types of what calls may read through pointers
  bool bindsReferences = false;               ///< some parameter is a reference
  /// No pointer is read from memory: all of them come from the arguments.
  bool pointersComeFromArguments() const;
};

class Recursions {
public:
  explicit Recursions(const EffectTable &effects) : Effects(effects) {}

  /// The summary of everything that a call of `function` may run. A function without a body that no
  /// table describes makes it not quiet.
  const RecursionSummary &of(const clang::FunctionDecl &function);

private:
  const EffectTable &Effects;
  std::map<const clang::FunctionDecl *, RecursionSummary> Known;
};

} // namespace loomp

#endif // LOOMP_ANALYSES_RECURSION_H
