//===- DirectiveCheck.h - a directive against its loop --------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to CheckDirective.cpp, which has the theorem, and CheckDirectiveRoles.cpp.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_DIRECTIVECHECK_H
#define LOOMP_ANALYSES_DIRECTIVECHECK_H

#include "analyses/CheckDirective.h"
#include "analyses/DataSharing.h"

#include <string>
#include <vector>

namespace loomp {

class DirectiveCheck {
public:
  DirectiveCheck(const JudgeContext &judgement, const JudgedLoop &checked, const LoopSite &outer)
      : J(judgement), M(judgement.model), Checked(checked), Judged(M.loops[checked.loop]),
        Result(*checked.result), Outer(outer), Clauses(outer) {}

  /// True if nothing is left over.
  bool run();
  std::vector<Finding> findings;

private:
  using Kind = Sharing::Kind;

  bool isInner() const { return Checked.site != &Outer; }
  void checkRole(const Role &role);
  std::vector<const Access *> usesOf(const LocalCopy &copy) const;
  void checkReducedPlace(const Role &role);
  void checkSetPlace(const Role &role);
  void checkBlocker(const Blocker &blocker);
  void checkIndex();
  void checkUninitialized();
  bool checkRectangular();
  bool mayBeExcluded() const;
  bool isNamed(const clang::ValueDecl *variable) const;
  bool dependsOnThread(const clang::ValueDecl *variable) const;
  void report(std::string id, const clang::ValueDecl *variable, const std::string &message,
              std::optional<Role> missing = std::nullopt);
  const clang::ValueDecl *variableOf(const std::string &name) const;
  std::vector<const Access *> accessesOf(const clang::ValueDecl *variable) const;
  bool isProtected(const clang::ValueDecl *variable) const;
  bool isUpdatedOnly(const clang::ValueDecl *variable) const;
  std::set<std::string> operatorsOf(const clang::ValueDecl *variable) const;
  bool isOneReduction(const clang::ValueDecl *variable) const;
  bool isReducedBy(const Sharing &sharing, const Role &role) const;
  bool hasStep(const clang::ValueDecl *variable, const Sharing &sharing, const Role &role) const;
  bool isSameForAll() const;
  bool readsWhatStays(const std::vector<const clang::Expr *> &computed) const;
  clang::SourceLocation directiveEnd() const { return Outer.directive->getEndLoc(); }

  const JudgeContext &J;
  const Model &M;
  const JudgedLoop &Checked;
  const Loop &Judged;
  const LoopResult &Result;
  const LoopSite &Outer; ///< carries the directive
  DataSharing Clauses;
  bool IsOpen = false;     ///< something is neither taken away nor proven to be left over
  bool IsExcluded = false; ///< something may keep the threads apart that the model does not follow
};

} // namespace loomp

#endif // LOOMP_ANALYSES_DIRECTIVECHECK_H
