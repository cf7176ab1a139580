//===- EvaluateJump.cpp - jumps, blocks and labels ------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   { if (y < 1) goto store;  y = f(y);  store: x[i] = y; }
//
// Theorem: let every goto to a label stand, inside nothing but branches and blocks, in an earlier
// statement of the very block that the label is a statement of. Then these gotos leave no loop and
// enter none, each is passed at most once in an execution of the block, and whoever comes to the
// label comes from one of them or from the statement before. What holds there is what all of these
// have in common, and a condition that nobody follows. (C++ lets no goto skip an initialization; in
// C, what it skips holds no known value.)
//
// Any other label may be reached from anywhere in the function, with anything changed.
//
//===----------------------------------------------------------------------===//

#include "analyses/Evaluator.h"

#include "clang/Basic/SourceManager.h"

#include <algorithm>

using namespace clang;

namespace loomp {

using JumpCounts = std::map<const LabelDecl *, unsigned>;

/// Counts all gotos; false if a jump may lead anywhere.
static bool countJumps(const Stmt *statement, JumpCounts &counts) {
  if (!statement)
    return true;
  if (const auto *assembly = dyn_cast<GCCAsmStmt>(statement); assembly && assembly->isAsmGoto())
    return false;
  if (isa<IndirectGotoStmt>(statement))
    return false;
  if (const auto *jump = dyn_cast<GotoStmt>(statement))
    ++counts[jump->getLabel()];
  for (const Stmt *child : statement->children())
    if (!countJumps(child, counts))
      return false;
  return true;
}

/// Counts the gotos that stand in nothing but branches and blocks of the statement.
static void countPlainJumps(const Stmt *statement, JumpCounts &counts) {
  if (!statement)
    return;
  if (const auto *jump = dyn_cast<GotoStmt>(statement))
    ++counts[jump->getLabel()];
  if (const auto *label = dyn_cast<LabelStmt>(statement))
    countPlainJumps(label->getSubStmt(), counts);
  if (const auto *branch = dyn_cast<IfStmt>(statement)) {
    countPlainJumps(branch->getThen(), counts);
    countPlainJumps(branch->getElse(), counts);
  }
  if (const auto *block = dyn_cast<CompoundStmt>(statement))
    for (const Stmt *child : block->body())
      countPlainJumps(child, counts);
}

static void findBlocks(const Stmt *statement, const Stmt *parent, const JumpCounts &all,
                       std::map<const LabelDecl *, const CompoundStmt *> &blocks) {
  if (!statement)
    return;
  const auto *block = dyn_cast<CompoundStmt>(statement);
  // Their blocks are no plain sequences of statements.
  if (block && !isa_and_nonnull<SwitchStmt, StmtExpr, CXXTryStmt, CXXCatchStmt>(parent)) {
    JumpCounts before;
    for (const Stmt *child : block->body()) {
      if (const auto *label = dyn_cast<LabelStmt>(child)) {
        auto jumps = all.find(label->getDecl());
        if (before[label->getDecl()] == (jumps == all.end() ? 0 : jumps->second))
          blocks[label->getDecl()] = block;
      }
      countPlainJumps(child, before);
    }
  }
  for (const Stmt *child : statement->children())
    findBlocks(child, statement, all, blocks);
}

/// The block of a label as in the theorem; null for all other labels.
const CompoundStmt *Evaluator::blockOf(const LabelDecl &label) {
  const FunctionDecl *function = Frames.back().function;
  auto [place, isNew] = LabelBlocks.try_emplace(function);
  JumpCounts all;
  if (isNew && countJumps(function->getBody(), all))
    findBlocks(function->getBody(), nullptr, all, place->second);
  auto block = place->second.find(&label);
  return block == place->second.end() ? nullptr : block->second;
}

static bool holdsLabel(const Stmt *statement) {
  if (!statement || isa<LabelStmt>(statement))
    return statement != nullptr;
  return std::any_of(statement->child_begin(), statement->child_end(), holdsLabel);
}

/// Does a label stand in the statement that may be reached from elsewhere?
bool Evaluator::mayBeJumpedInto(const Stmt &statement) {
  const FunctionDecl *function = Frames.back().function;
  auto [place, isNew] = HasLabel.try_emplace(function, false);
  if (isNew)
    place->second = holdsLabel(function->getBody());
  if (!place->second)
    return false;
  if (const auto *label = dyn_cast<LabelStmt>(&statement); label && !blockOf(*label->getDecl()))
    return true;
  for (const Stmt *child : statement.children())
    if (child && mayBeJumpedInto(*child))
      return true;
  return false;
}

void Evaluator::evaluateBlock(const CompoundStmt &block) {
  size_t cleanups = Cleanups.size();
  Frames.back().blocks.push_back({&block, Now.guard, cleanups});
  for (const Stmt *child : block.body()) {
    Frames.back().blocks.back().cleanups = Cleanups.size();
    mayThrowFrom(block, *child);
    evaluate(child);
  }
  Frames.back().blocks.pop_back();
  runCleanups(cleanups, true);
}

void Evaluator::evaluateLabel(const LabelStmt &label) {
  Frame &frame = Frames.back();
  if (blockOf(*label.getDecl())) {
    std::vector<State> states = std::move(frame.jumps[label.getDecl()]);
    frame.jumps.erase(label.getDecl());
    if (!states.empty()) {
      states.push_back(Now);
      Now = joinAll(std::move(states));
      Now.guard = frame.blocks.back().guard;
      pushGuard(std::nullopt);
    }
    if (!Now.dead)
      evaluate(label.getSubStmt());
    return;
  }
  // A goto may come here from anywhere in the function.
  forgetEverything();
  Now.guard = -1;
  Now.dead = false;
  pushGuard(std::nullopt);
  if (currentLoop() != NoLoop)
    addEffect(
        {.reason = "unsupported-construct", .message = "a label in the loop is not understood"},
        &label);
  evaluate(label.getSubStmt());
}

void Evaluator::evaluateJump(const Stmt &statement, bool isBreak) {
  for (size_t i = Targets.size(); i-- > Frames.back().targets;) {
    const LoopId loop = Targets[i].loop;
    if (!isBreak && loop == NoLoop && !Targets[i].runsOnce)
      continue;
    if (isBreak && loop != NoLoop)
      addEffect({.reason = "early-exit",
                 .message = "'break' leaves the loop before its last iteration",
                 .proven = true,
                 .outermost = loop},
                &statement);
    runCleanups(Targets[i].cleanups, false);
    (isBreak ? Targets[i].breaks : Targets[i].continues).push_back(Now);
    Now.dead = true;
    return;
  }
  unsupported(&statement, isBreak ? "this 'break'" : "this 'continue'");
}

void Evaluator::evaluateGoto(const Stmt &statement) {
  const auto *jump = dyn_cast<GotoStmt>(&statement);
  if (const CompoundStmt *block = jump ? blockOf(*jump->getLabel()) : nullptr) {
    Frame &frame = Frames.back();
    for (size_t i = frame.blocks.size(); i-- > 0;)
      if (frame.blocks[i].statement == block) {
        runCleanups(frame.blocks[i].cleanups, false);
        Frames.back().jumps[jump->getLabel()].push_back(Now);
        Now.dead = true;
        return;
      }
    forgetEverything();
    frame.jumps[jump->getLabel()].push_back(Now);
  }
  // The loops that do not contain the label are left.
  LoopId outermost = NoLoop;
  if (jump && jump->getLabel()->getStmt())
    for (LoopId loop : LoopStack) {
      SourceRange range = Result.loops[loop].statement->getSourceRange();
      if (!sources().isPointWithin(jump->getLabel()->getStmt()->getBeginLoc(), range.getBegin(),
                                   range.getEnd())) {
        outermost = loop;
        break;
      }
    }
  if (outermost != NoLoop)
    addEffect({.reason = "early-exit",
               .message = "'goto' leaves the loop before its last iteration",
               .proven = true,
               .outermost = outermost},
              &statement);
  else
    addEffect({.reason = "early-exit", .message = "'goto' leaves the iteration"}, &statement);
  Now.dead = true;
}

} // namespace loomp
