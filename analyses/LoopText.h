//===- LoopText.h - what a rewriter needs to know of a loop's text --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_LOOPTEXT_H
#define LOOMP_ANALYSES_LOOPTEXT_H

#include "analyses/LoopResult.h"
#include "analyses/Model.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/StmtOpenMP.h"

#include <optional>
#include <set>
#include <vector>

namespace loomp {

/// A loop statement of a function and what surrounds it.
struct LoopSite {
  const clang::Stmt *statement = nullptr;
  const clang::Stmt *parent = nullptr; ///< innermost enclosing statement that is not an attribute
  const clang::Stmt *attributed = nullptr; ///< the AttributedStmt around it, if any
  int enclosing = -1;                      ///< index of the enclosing site
  unsigned depth = 0;
  const clang::OMPExecutableDirective *directive = nullptr; ///< a directive on this very loop
  bool insideParallelRegion = false;
  /// The parallel region around, if the directive on the loop does not start one itself.
  const clang::OMPExecutableDirective *region = nullptr;
  /// What `fix` leaves serial of a parallel loop, or stands in it: its second version, see
  /// TwoVersions.cpp of the rewriters, or the iteration that was peeled off.
  bool isSerialVersion = false;
};

/// The loops of a body in source order, without those of lambdas in it.
std::vector<LoopSite> collectLoops(const clang::Stmt *body);

/// Ranges, placement and other facts about the text; what needs no analysis.
void describeText(const clang::ASTContext &context, const LoopSite &site, LoopResult &result);

/// Header texts that the analysis knows how to spell: trip count, iteration number, ...
void describeHeader(const clang::ASTContext &context, const Model &model, LoopId loop,
                    LoopResult &result);

/// Estimated scalar operations of one iteration, without nested loops of the same function.
double estimateCost(const clang::ASTContext &context, const clang::Stmt *loop);

/// The statement with its semicolon; absent if a macro holds one of its ends.
std::optional<TextRange> statementRange(const clang::ASTContext &context,
                                        const clang::Stmt *statement);

/// Does the statement use a structured binding that is declared in front of it?
bool usesOuterBinding(const clang::ASTContext &context, const clang::Stmt *statement);

/// Why the statement cannot stand in a function twice; empty if it can.
std::string whyNotRepeatable(const clang::ASTContext &context, const clang::Stmt *whole);

/// The functions defined in the translation unit that the statements call: LoopResult::callees.
std::vector<std::string> calleesOf(llvm::ArrayRef<const clang::Stmt *> statements);

/// By which results name the function: see LoopResult::callees.
std::string functionKey(const clang::FunctionDecl &function);

} // namespace loomp

#endif // LOOMP_ANALYSES_LOOPTEXT_H
