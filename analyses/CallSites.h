//===- CallSites.h - what all calls of a function have in common ----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Theorem: let f be a function that nothing outside this translation unit can name, and that is
// used in it only as what a call calls. Then f runs only with the arguments of these calls. What
// holds for the arguments of each of them, wherever it runs, holds for the parameters of f.
//
//   static void add(double *y, const double *x, int n) { ... y[i] += x[i] ... }
//   ... add(a, b, n); add(c, d, n);         a, b and c, d two arrays each: y and x do not overlap
//
// What is said of a call comes from the walk through the function around it, so that callers are
// walked through first. A call that no walk reached, a call outside of functions and recursion say
// nothing, and then there is nothing in common.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_CALLSITES_H
#define LOOMP_ANALYSES_CALLSITES_H

#include "analyses/Analyze.h"
#include "analyses/Model.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"

#include <map>
#include <set>
#include <vector>

namespace loomp {

/// Can only this translation unit call the function, and may its calls tell something?
bool isInternal(const clang::FunctionDecl &function);

/// May something in the program call a function by a name that it has in a string?
bool namesFunctionsInStrings(clang::ASTContext &context);

class CallSites {
public:
  CallSites() = default; ///< of nothing

  /// `wanted`: the functions whose loops are to be judged. `options`: where the headers are.
  CallSites(clang::ASTContext &context, const AnalysisOptions &options,
            const std::vector<const clang::FunctionDecl *> &wanted);

  /// Every wanted function and those that must be walked through for their calls, callers first.
  const std::vector<const clang::FunctionDecl *> &order() const { return Order; }
  /// Is a call in this function one that tells something?
  bool asksFor(const clang::FunctionDecl &function) const { return Callers.count(&function); }
  /// What the calls recorded so far say about the parameters.
  ArgumentFacts factsOf(const clang::FunctionDecl &function) const;
  /// Takes note of the calls that the walk through one function met.
  void record(const Model &model);

private:
  struct Callee {
    bool escapes = false; ///< used other than by calling it
    /// The calls, each with the function around it (null: none).
    std::map<const clang::CallExpr *, const clang::FunctionDecl *> calls;
  };
  struct Call {
    ArgumentFacts facts; ///< of this very call
  };
  friend class ReferenceCollector;

  void arrange(const clang::FunctionDecl *function);

  std::map<const clang::FunctionDecl *, Callee> Callees; ///< by canonical declaration
  std::map<const clang::CallExpr *, Call> Calls;
  std::map<const clang::FunctionDecl *, bool> Arranged; ///< true: its callers are, too
  std::set<const clang::FunctionDecl *> Callers;
  std::vector<const clang::FunctionDecl *> Order;
};

} // namespace loomp

#endif // LOOMP_ANALYSES_CALLSITES_H
