//===- DeviceBlock.cpp - loops between which data stays on a device -------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (int i = 0; i < n; i++) v[i] = f(u[i]);       these three statements are to the theorem of
//   double sum = 0;                                   DeviceRegion.cpp a loop that runs once
//   for (int i = 0; i < n; i++) sum += v[i];
//
// A block stands around them in the rewritten text. So what is declared among them must not be
// needed behind them, nor its end be noticed; a number that starts as a constant can be declared
// in front of them as well, if none of them before it means something else by its name.
//
// The longest run of statements is taken that begins with some loop; loops at its end that use
// nothing that one before them does are left out.
//
//===----------------------------------------------------------------------===//

#include "analyses/DeviceRegion.h"

#include "analyses/DealText.h"
#include "analyses/ForkSites.h"
#include "analyses/LoopParts.h"
#include "analyses/StatementWork.h"
#include "analyses/TaskBody.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <map>
#include <set>

using namespace clang;

namespace loomp {

/// A model is copied for each try.
static constexpr unsigned MostTries = 64;

namespace {
/// A loop that is a statement of a block.
struct BlockLoop {
  size_t place = 0; ///< in the block
  const JudgedLoop *judged = nullptr;
  std::set<std::string> data; ///< what the loops in it copy that a device runs
};

class BlockReader {
public:
  BlockReader(const JudgeContext &judgement, const std::vector<JudgedLoop> &all,
              const CompoundStmt &block, unsigned &tries)
      : J(judgement), All(all), Tries(tries) {
    for (const Stmt *each : block.body())
      Block.push_back(each);
  }

  void describe();

private:
  void collectLoops();
  std::optional<DeviceRegion> regionOf(const BlockLoop &first, const BlockLoop &last);
  bool moveDeclarations(size_t first, size_t last, std::vector<TextRange> &moved) const;

  const JudgeContext &J;
  const std::vector<JudgedLoop> &All;
  std::vector<const Stmt *> Block;
  std::vector<BlockLoop> Loops;
  unsigned &Tries;
};
} // namespace

static Model asOneLoop(const Model &model, LoopId first, LoopId last);
static bool startsQuietly(const ASTContext &context, const Stmt &loop);

void describeDeviceRegions(const JudgeContext &judgement, const std::vector<JudgedLoop> &all) {
  for (const JudgedLoop &each : all) {
    if (each.loop == NoLoop || each.result->verdict == Verdict::Parallel ||
        !each.result->editable || leavesBlock(each.site->statement) ||
        !startsQuietly(judgement.context, *each.site->statement))
      continue;
    if (auto region = deviceRegionOf(judgement, each.loop, all, {each.site->statement})) {
      region->statements = {each.result->directiveOffset, each.result->statement.end};
      each.result->deviceRegions.push_back(std::move(*region));
    }
  }
  if (!judgement.options.findsDeviceRegions)
    return;
  std::vector<const CompoundStmt *> blocks;
  for (const JudgedLoop &each : all)
    if (const auto *block = dyn_cast_or_null<CompoundStmt>(each.site->parent);
        block && !llvm::is_contained(blocks, block))
      blocks.push_back(block);
  unsigned tries = MostTries;
  for (const CompoundStmt *block : blocks)
    BlockReader(judgement, all, *block, tries).describe();
}

/// What the first part of the header does comes in front of all loops inside, but behind the begin
/// of the region: it must not reach what stays on the device.
static bool startsQuietly(const ASTContext &context, const Stmt &loop) {
  if (const auto *range = dyn_cast<CXXForRangeStmt>(&loop))
    return !range->getInit() && !range->getRangeInit()->HasSideEffects(context);
  const auto *counted = dyn_cast<ForStmt>(&loop);
  if (!counted || !counted->getInit())
    return true;
  std::vector<LoopStart> starts;
  return splitStarts(counted->getInit(), starts) &&
         llvm::all_of(starts, [&](const LoopStart &start) {
           return start.variable && start.variable->hasLocalStorage() &&
                  isScalar(start.variable->getType()) && start.value &&
                  !start.value->HasSideEffects(context);
         });
}

static const Stmt *withoutAttributes(const Stmt *statement) {
  while (const auto *attributed = dyn_cast<AttributedStmt>(statement))
    statement = attributed->getSubStmt();
  return statement;
}

void BlockReader::collectLoops() {
  for (size_t place = 0; place < Block.size(); ++place) {
    auto judged = llvm::find_if(All, [&](const JudgedLoop &each) {
      return each.site->statement == withoutAttributes(Block[place]);
    });
    if (judged == All.end() || judged->loop == NoLoop || !judged->result->editable)
      continue;
    BlockLoop loop{place, &*judged, {}};
    auto inside =
        judged->result->device ? std::vector{*judged} : loopsOnDevice(J.model, judged->loop, All);
    for (const JudgedLoop &each : inside)
      for (const MappedData &data : each.result->device->data)
        if (data.isRead || data.isWritten)
          loop.data.insert(data.variable);
    if (!loop.data.empty())
      Loops.push_back(std::move(loop));
  }
}

void BlockReader::describe() {
  collectLoops();
  for (size_t first = 0; first + 1 < Loops.size();) {
    std::optional<DeviceRegion> longest;
    std::set<std::string> used = Loops[first].data;
    size_t next = first + 1;
    for (size_t last = first + 1; last < Loops.size(); ++last) {
      bool isShared =
          llvm::any_of(Loops[last].data, [&](const std::string &name) { return used.count(name); });
      used.insert(Loops[last].data.begin(), Loops[last].data.end());
      if (!isShared)
        continue;
      auto region = regionOf(Loops[first], Loops[last]);
      if (!region)
        break;
      longest = std::move(region);
      next = last + 1;
    }
    if (longest)
      Loops[first].judged->result->deviceRegions.push_back(std::move(*longest));
    first = next;
  }
}

std::optional<DeviceRegion> BlockReader::regionOf(const BlockLoop &first, const BlockLoop &last) {
  auto statements = llvm::ArrayRef(Block).slice(first.place, last.place - first.place + 1);
  std::vector<TextRange> moved;
  if (Tries == 0 || llvm::any_of(statements, leavesBlock) ||
      !startsQuietly(J.context, *first.judged->site->statement) ||
      !moveDeclarations(first.place, last.place, moved))
    return std::nullopt;
  --Tries;
  std::vector<const Stmt *> plain;
  for (const Stmt *each : statements)
    plain.push_back(withoutAttributes(each));
  const Model model = asOneLoop(J.model, first.judged->loop, last.judged->loop);
  JudgeContext judgement{J.context, model, J.solver, J.options, J.effects};
  auto region = deviceRegionOf(judgement, static_cast<LoopId>(model.loops.size()) - 1, All, plain);
  if (!region)
    return std::nullopt;
  region->statements = {first.judged->result->directiveOffset, last.judged->result->statement.end};
  region->isSeveral = true;
  region->moved = std::move(moved);
  return region;
}

/// A copy of the model in which a loop that runs once holds all from one loop to another.
static Model asOneLoop(const Model &model, LoopId first, LoopId last) {
  Model result = model;
  const LoopId id = static_cast<LoopId>(model.loops.size()), parent = model.loops[first].parent;
  const Loop &begin = model.loops[first], &end = model.loops[last];
  Loop once;
  once.statement = begin.statement;
  once.parent = parent;
  once.isCanonical = once.provenNonEmpty = true;
  once.indexSymbol = static_cast<SymbolId>(result.symbols.size());
  once.indexValue = once.iteration = Polynomial::symbol(once.indexSymbol);
  once.trip = once.step = Polynomial(1);
  once.last = Polynomial();
  once.guardBefore = once.guardInside = begin.guardBefore;
  once.firstSymbol = begin.firstSymbol;
  once.accessBegin = begin.accessBegin, once.accessEnd = end.accessEnd;
  once.effectBegin = begin.effectBegin, once.effectEnd = end.effectEnd;
  once.namesAtEntry = begin.namesAtEntry, once.renamed = begin.renamed;
  once.valuesAtEntry = begin.valuesAtEntry, once.residuesAtEntry = begin.residuesAtEntry;
  once.scope = begin.scope, once.function = begin.function;
  once.globalNames = begin.globalNames;
  once.pointersAtEntry = begin.pointersAtEntry, once.targetsAtEntry = begin.targetsAtEntry;
  once.placesAtEntry = begin.placesAtEntry;
  result.symbols.push_back(
      {.name = "once", .kind = SymbolKind::Index, .loop = id, .low = 0, .high = 0});
  for (Loop &loop : result.loops)
    if (loop.parent == parent && loop.accessBegin >= once.accessBegin &&
        loop.accessEnd <= once.accessEnd)
      loop.parent = id;
  for (size_t i = once.accessBegin; i < once.accessEnd; ++i)
    if (result.accesses[i].loop == parent)
      result.accesses[i].loop = id;
  // What one of the statements reads that another one has written before has no text in front.
  for (const auto &[symbol, read] : model.loadedBy) {
    if (read < once.accessBegin || read >= once.accessEnd || model.symbols[symbol].loop != parent)
      continue;
    bool isWritten = false;
    for (size_t i = once.accessBegin; i < read && !isWritten; ++i)
      isWritten = model.accesses[i].isWrite &&
                  model.mayOverlap(model.accesses[i].path, model.accesses[read].path);
    if (isWritten)
      result.symbols[symbol].loop = id;
  }
  result.loops.push_back(std::move(once));
  return result;
}

/// Can a declaration stand further up, where nothing has run yet?
static bool isMovable(const VarDecl &variable) {
  const Expr *value = variable.getInit() ? variable.getInit()->IgnoreImpCasts() : nullptr;
  if (const auto *list = dyn_cast_or_null<InitListExpr>(value))
    value = list->getNumInits() == 1 ? list->getInit(0)->IgnoreImpCasts() : nullptr;
  if (const auto *negated = dyn_cast_or_null<UnaryOperator>(value);
      negated && negated->getOpcode() == UO_Minus)
    value = negated->getSubExpr()->IgnoreImpCasts();
  return value && !variable.hasAttrs() &&
         isa<IntegerLiteral, FloatingLiteral, CXXBoolLiteralExpr, CharacterLiteral>(value);
}

/// May the block end behind the last statement? `moved` gets the declarations that must stand in
/// front of it for that.
bool BlockReader::moveDeclarations(size_t first, size_t last, std::vector<TextRange> &moved) const {
  std::set<std::string> named; // by the statements in front
  for (size_t place = first; place <= last; ++place) {
    const auto *declaration = dyn_cast<DeclStmt>(Block[place]);
    if (!declaration) {
      collectNames(Block[place], named);
      continue;
    }
    bool isNeeded = false, canMove = true;
    for (const Decl *each : declaration->decls()) {
      const auto *variable = dyn_cast<VarDecl>(each);
      if (!variable || isa<DecompositionDecl>(variable) || !variable->hasLocalStorage() ||
          !isScalar(variable->getType()) || variable->getType().isVolatileQualified())
        return false;
      canMove &= isMovable(*variable) && !named.count(variable->getNameAsString());
      for (size_t other = place; other < Block.size(); ++other) {
        isNeeded |= other > last && mentions(Block[other], variable);
        if (other <= last && other != place && !isOnlyNamed(Block[other], *variable))
          isNeeded = true; // its address may be kept
      }
    }
    collectNames(Block[place], named);
    if (!isNeeded)
      continue;
    auto range = statementRange(J.context, declaration);
    if (!canMove || !range)
      return false;
    moved.push_back(*range);
  }
  return true;
}

} // namespace loomp
