//===- ThreadValues.h - what all threads have the same of -----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_THREADVALUES_H
#define LOOMP_ANALYSES_THREADVALUES_H

#include "analyses/DataSharing.h"
#include "analyses/EffectTable.h"
#include "analyses/LoopText.h"

#include "clang/AST/Expr.h"

#include <map>
#include <set>
#include <vector>

namespace loomp {

/// The variables of which each thread has its own, in the region around a worksharing loop.
class ThreadValues {
public:
  /// `body`: of the function; it takes the place of the region where there is none in sight.
  ThreadValues(const LoopSite &site, const clang::Stmt &body, const EffectTable &effects);

  /// Does each thread have one of its own, declared outside of the loop?
  bool isOwn(const clang::ValueDecl &variable) const;
  /// Its own, or a reference: does it certainly mean the same to all threads wherever they meet the
  /// loop?
  bool isSame(const clang::ValueDecl &variable) const;
  /// Do all threads certainly meet the loop equally often, under the same conditions?
  bool isMetByAll() const { return MetByAll; }
  /// The expressions that decide of these variables and of where the threads go, which each thread
  /// computes for itself.
  std::vector<const clang::Expr *>
  computedFor(const std::vector<const clang::ValueDecl *> &variables) const;
  /// The variables from outside that the text of the loop names.
  const std::set<const clang::ValueDecl *> &namedInLoop() const { return Named; }
  /// Does the loop name the object of a method that each thread may have called on another one?
  bool namesOwnObject() const { return NamesOwnObject; }

private:
  /// Where in the region a statement stands.
  struct Place {
    std::vector<const clang::Expr *> conditions;
    bool bySome = false;    ///< not every thread gets there each time
    bool inTurns = false;   ///< the threads get there one after another
    bool inSharing = false; ///< in a construct that is not met thread by thread: jumps stay inside
  };
  struct Definition {
    const clang::Expr *value = nullptr; ///< null: a function of the variable itself
    Place place;
  };

  void walk(const clang::Stmt *statement, const Place &place);
  void define(const clang::ValueDecl &variable, const clang::Expr *value, const Place &place);
  void findNames(const clang::Stmt *statement);
  void settle();
  bool isShareOutSame() const;
  bool isSame(const clang::Stmt *expression) const;
  bool areSame(const std::vector<const clang::Expr *> &conditions) const;
  bool isInside(const clang::ValueDecl &variable, const clang::Stmt &statement) const;

  const LoopSite &Site;
  const clang::Stmt &Region; ///< what the threads run
  const EffectTable &Effects;
  DataSharing Sharings;
  std::map<const clang::ValueDecl *, std::vector<Definition>> Definitions;
  std::set<const clang::ValueDecl *> Different;
  std::vector<const clang::Expr *> Conditions; ///< on which jumps and the loop itself depend
  std::set<const clang::ValueDecl *> Named;
  bool MetByAll = false;
  bool NamesOwnObject = false;
};

} // namespace loomp

#endif // LOOMP_ANALYSES_THREADVALUES_H
