//===- ListWalk.h - loops over linked structures --------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to analyses/.
//
//   for (Node *p = head; p; p = p->next) work(p);        link: `next`
//   while (p != end) { work(p); p = p->next; }
//   for (auto &x : list) work(x);                        no link: nodes of a container
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_LISTWALK_H
#define LOOMP_ANALYSES_LISTWALK_H

#include "analyses/Judge.h"

#include <vector>

namespace loomp {

/// What the text of a loop says of its walk.
struct ListWalk {
  const clang::VarDecl *node = nullptr;    ///< p, or the variable of a range-based loop
  const clang::FieldDecl *link = nullptr;  ///< `next`; null: the range is a container
  bool ownsNext = false;                   ///< the link is a smart pointer
  const clang::Expr *bound = nullptr;      ///< where the walk ends; null: at a null pointer
  const clang::Stmt *advance = nullptr;    ///< `p = p->next;` as the last statement of the body
  const clang::VarDecl *ahead = nullptr;   ///< `Node *n = p->next;` as its first one, and `p = n;`
  std::vector<const clang::Stmt *> inside; ///< what a task runs of the body
};

/// None if the loop is no such walk.
std::optional<ListWalk> findListWalk(const clang::Stmt &loop, const EffectTable &effects);

/// The loop with its iterations as tasks; its blockers say why they cannot be. `judgement` is about
/// a model of the function in which this loop visits nodes (Evaluator::run), `described` what is
/// known of the text.
LoopResult judgeAsTasks(const JudgeContext &judgement, LoopId loop, const ListWalk &walk,
                        const LoopResult &described);

} // namespace loomp

#endif // LOOMP_ANALYSES_LISTWALK_H
