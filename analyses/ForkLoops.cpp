//===- ForkLoops.cpp - loops whose iterations call the function itself ----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (int c = 0; c < n; c++)               one task for each iteration, and all are waited for
//     if (isSafe(board, row, c))              behind the loop
//       count += place(with(board, c), row + 1);
//
// Theorem: the iterations may run at the same time if they are independent in the sense of
// Judge.cpp, with the summary of the function for what each call accesses (TaskRecursion.cpp), and
// no variable needs more than a copy for each task.
//
// A task gets the address of the element of a range-based loop. The range itself must outlast the
// loop, since tasks are waited for behind it: it is no temporary, nor a part of one, nor does the
// header declare anything else.
//
//===----------------------------------------------------------------------===//

#include "analyses/ForkLoops.h"

#include "analyses/LoopParts.h"
#include "analyses/LoopText.h"
#include "analyses/TaskBody.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Lex/Lexer.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace loomp {

static bool holdsTemporary(const Stmt *statement) {
  return statement && (isa<MaterializeTemporaryExpr, CXXBindTemporaryExpr>(statement) ||
                       llvm::any_of(statement->children(), holdsTemporary));
}

/// Can a task have the address of each element, and find it there?
static bool hasLastingElements(const CXXForRangeStmt &loop) {
  const Expr *range = loop.getRangeInit(), *element = loop.getLoopVariable()->getInit();
  while (element) {
    const Expr *inner = element->IgnoreImplicit();
    if (const auto *construct = dyn_cast<CXXConstructExpr>(inner);
        construct && construct->getNumArgs() == 1)
      inner = construct->getArg(0);
    if (inner == element)
      break;
    element = inner;
  }
  return !loop.getInit() && range->isLValue() && !holdsTemporary(range) && element &&
         element->isLValue() && !overloadsAddress(element->getType());
}

/// Where the header of a range-based loop declares a reference, and what that is called.
static bool describeElement(const ASTContext &context, const CXXForRangeStmt &loop,
                            TaskLoop &form) {
  const VarDecl *variable = loop.getLoopVariable();
  if (!hasLastingElements(loop) || isa<DecompositionDecl>(variable))
    return false;
  if (isScalar(variable->getType())) {
    form.body.firstPrivate.insert(form.body.firstPrivate.begin(), variable->getNameAsString());
    return true;
  }
  SourceLocation begin = loop.getLoopVarStmt()->getBeginLoc(), colon = loop.getColonLoc();
  auto parenthesis =
      Lexer::findNextToken(loop.getForLoc(), context.getSourceManager(), context.getLangOpts());
  if (!variable->getType()->isReferenceType() || begin.isMacroID() || colon.isMacroID() ||
      !parenthesis || parenthesis->isNot(tok::l_paren))
    return false;
  begin = parenthesis->getEndLoc(); // attributes stand in front of the declaration
  form.element = {positionOf(context, begin).offset, positionOf(context, colon).offset};
  form.elementName = variable->getNameAsString();
  return true;
}

std::optional<ForkLoop> judgeForkLoop(const JudgeContext &judgement, const FunctionDecl &function,
                                      const ForkSite &site, std::vector<Blocker> &blockers) {
  const Model &model = judgement.model;
  LoopId id = model.lexicalLoop(*site.statement);
  LoopResult loop;
  for (const LoopSite &each : collectLoops(function.getBody()))
    if (each.statement == site.statement)
      describeText(judgement.context, each, loop);
  if (id == NoLoop || loop.hasDirective)
    return std::nullopt;
  // One thread walks through a range, so it does not matter that others would find it changed.
  bool findsRangeOnce =
      loop.editable && isa<CXXForRangeStmt>(site.statement) && !model.loops[id].rangeIsStable;
  describeHeader(judgement.context, model, id, loop);
  loop.editable |= findsRangeOnce;
  judge(judgement, id, loop);
  if (loop.verdict != Verdict::Parallel) {
    // What calls may do to the header says less than what they do to each other.
    auto isOfBody = [](const Blocker &blocker) { return blocker.reason != "bound-not-invariant"; };
    auto found = llvm::find_if(loop.blockers, isOfBody);
    blockers.push_back(found == loop.blockers.end() ? loop.blockers.front() : *found);
    return std::nullopt;
  }
  auto isFit = [&](const Role &role) {
    auto named = model.loops[id].scope.find(role.variable);
    bool isVariable = named != model.loops[id].scope.end() && isa<VarDecl>(named->second);
    return isRoleOfTask(role, isVariable);
  };
  // What else the header declares would end before the tasks do.
  const auto *range = dyn_cast<CXXForRangeStmt>(site.statement);
  const auto *header = dyn_cast_or_null<DeclStmt>(range ? nullptr : partsOf(*site.statement).init);
  bool hasIndex = range || (!loop.indexName.empty() && isScalar(model.loops[id].index->getType()));
  if ((header && !header->isSingleDecl()) || !llvm::all_of(loop.roles, isFit) ||
      !loop.selections.empty() || !loop.assumptions.empty() || !loop.editable || !hasIndex) {
    blockers.push_back({.reason = "dependent-calls",
                        .message = "the loop around the calls would need more than tasks",
                        .source = loop.position});
    return std::nullopt;
  }
  std::string problem;
  bool mayStartLater = !range || !range->getLoopVariable()->getType()->isReferenceType();
  auto body =
      taskBodyOf(judgement.context, model.loops[id], statementsOf(partsOf(*site.statement).body),
                 mayStartLater, loop.roles, problem);
  if (!body) {
    blockers.push_back({.reason = "early-exit", .message = problem, .source = loop.position});
    return std::nullopt;
  }
  TaskLoop form{.body = std::move(*body)};
  if (range && !describeElement(judgement.context, *range, form)) {
    blockers.push_back({.reason = "dependent-calls",
                        .message = "the elements may not outlast the tasks",
                        .source = loop.position});
    return std::nullopt;
  }
  if (!range)
    form.body.firstPrivate.insert(form.body.firstPrivate.begin(), loop.indexName);
  return ForkLoop{loop.directiveOffset, std::move(form), loop.bodyIsBlock, std::move(loop.roles)};
}

} // namespace loomp
