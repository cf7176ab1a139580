//===- Compaction.cpp - loops that number what they keep ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (int i = 0; i < n; i++)      first pass: each thread counts what it will keep;
//     if (a[i] > 0)                  second pass: it starts with what k was in front of the loop
//       out[k++] = a[i];             and the counts of the blocks before its own
//
// Theorem. Let one place in the body move a local integer k by a constant s > 0, let no iteration
// come there twice, and nothing else write k. Then k at the start of an iteration is k0 plus s for
// each iteration before that came there; from iteration t to any later one it has grown by s at
// least, if t came there, and by 0 if not. With that the dependence test tells elements apart that
// iterations write at k (PairSystem.cpp). k does not wrap: it is signed, or has 64 bits.
//
// What holds of one counter holds of several, each with a place of its own.
//
// So the loop is a scan (Scan.cpp) whose first pass counts. That pass is a slice of the body
// (M. Weiser, Program Slicing, 1981): the places, each of which becomes a count without the rest of
// its statement, the conditions on the way there and in front of `continue`, and, again and again,
// the statements that write what these read. It counts what the second pass will keep if
//
//   - what stays writes nothing but variables of the iteration;
//   - what stays reads nothing that the rest of the loop writes, nor a counter;
//   - the same expressions have the same values in both passes, which compilers do not promise for
//     sums of products in floating point.
//
//===----------------------------------------------------------------------===//

#include "analyses/Compaction.h"

#include "analyses/EntryText.h"
#include "analyses/Evaluator.h"
#include "analyses/LoopParts.h"
#include "analyses/Scan.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Lex/Lexer.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace loomp {

static bool holdsJump(const Stmt *statement) {
  if (!statement || isa<LambdaExpr>(statement))
    return false;
  return isa<ContinueStmt, BreakStmt, ReturnStmt, GotoStmt, IndirectGotoStmt, LabelStmt,
             CXXThrowExpr, CXXTryStmt>(statement) ||
         llvm::any_of(statement->children(), holdsJump);
}

/// The amount of `k++` or `k += 2`; 0 if it is none of these.
static Coefficient amountOf(const Expr &update, const VarDecl *variable,
                            const ASTContext &context) {
  const Expr *step = nullptr;
  bool isNegative = false;
  if (!splitUpdate(&update, variable, step, isNegative) || isNegative)
    return 0;
  if (!step)
    return 1;
  auto value = step->getIntegerConstantExpr(context);
  return value && value->isStrictlyPositive() && value->getActiveBits() < 16
             ? Coefficient(value->getExtValue())
             : 0;
}

/// The first statement of the block behind which nothing keeps an iteration from the given one.
static const Stmt *certainFrom(const Stmt *statement, const CompoundStmt *block) {
  const Stmt *certain = statement;
  for (const Stmt *each :
       block ? llvm::ArrayRef(block->body_begin(), block->size()) : llvm::ArrayRef<Stmt *>()) {
    if (each == statement)
      break;
    if (holdsJump(each))
      certain = statement;
    else if (certain == statement)
      certain = each;
  }
  return certain;
}

namespace {
/// Looks for the one place that moves each counter.
class CounterFinder {
public:
  explicit CounterFinder(const ModifiedSet &modified) : Modified(modified) {}
  void visit(const Stmt *statement, const Stmt *block, bool isConditional);
  std::vector<CountedPlace> Found;

private:
  void add(const Expr *update, const Stmt *statement, const CompoundStmt *block);
  const ModifiedSet &Modified;
};
} // namespace

void CounterFinder::add(const Expr *update, const Stmt *statement, const CompoundStmt *block) {
  const Expr *target = updateTarget(*update);
  const VarDecl *counter = target ? namedVariable(target) : nullptr;
  if (!counter)
    return;
  const ASTContext &context = counter->getASTContext();
  QualType type = counter->getType();
  auto count = Modified.assignments.find(counter->getCanonicalDecl());
  Coefficient step = amountOf(*update, counter, context);
  bool isExact = type->isIntegerType() && !type->isBooleanType() && !type->isEnumeralType() &&
                 (context.getTypeSize(type) == 64 ||
                  (type->isSignedIntegerType() && context.getTypeSize(type) == 32));
  if (!counter->isLocalVarDeclOrParm() || !counter->hasLocalStorage() || !isExact || step == 0 ||
      count == Modified.assignments.end() || count->second != 1)
    return;
  Found.push_back({.counter = counter,
                   .statement = statement,
                   .certain = certainFrom(statement, block),
                   .step = step});
}

void CounterFinder::visit(const Stmt *statement, const Stmt *block, bool isConditional) {
  if (!statement)
    return;
  if (const auto *inner = dyn_cast<CompoundStmt>(statement)) {
    for (const Stmt *each : inner->body()) {
      visit(each, inner, isConditional);
      isConditional |= holdsJump(each);
    }
    return;
  }
  if (const auto *choice = dyn_cast<IfStmt>(statement)) {
    visit(choice->getThen(), nullptr, true);
    return visit(choice->getElse(), nullptr, true);
  }
  FoundUpdates updates;
  if (const auto *expression = dyn_cast<Expr>(statement))
    findUpdates(expression, false, updates);
  else if (const auto *declaration = dyn_cast<DeclStmt>(statement);
           declaration && declaration->isSingleDecl())
    if (const auto *variable = dyn_cast<VarDecl>(declaration->getSingleDecl()))
      if (variable->getInit())
        findUpdates(variable->getInit(), true, updates);
  if (isConditional)
    for (const auto &[update, isUsed] : updates)
      add(update, statement, dyn_cast_or_null<CompoundStmt>(block));
  if (auto place = appendAt(statement)) {
    place->certain = certainFrom(statement, dyn_cast_or_null<CompoundStmt>(block));
    Found.push_back(*place);
  }
}

Compaction findCompaction(const Stmt &loop, ModifiedSets &modified) {
  Compaction found{.loop = &loop, .places = {}};
  if (!isa<ForStmt, CXXForRangeStmt>(loop))
    return found;
  CounterFinder finder(modified.ofIterations(loop));
  finder.visit(partsOf(loop).body, nullptr, false);
  found.places = std::move(finder.Found);
  llvm::erase_if(found.places, [&](const CountedPlace &place) {
    return place.append && !isNamedOnce(loop, place);
  });
  return found;
}

/// The counters at the start of an iteration, in the walk in which they are followed.
void Evaluator::startCounts(LoopId loop) {
  for (const CountedPlace &place : Followed->places) {
    const VarDecl *counter = place.counter;
    QualType type = place.append ? Context.getSizeType() : counter->getType();
    Value start = fresh(type, Result.loops[loop].parent, counter->getNameAsString(), nullptr);
    if (auto known = Result.loops[loop].valuesAtEntry.find(counter);
        known != Result.loops[loop].valuesAtEntry.end())
      start = Value::integer(known->second);
    CountGrowths.push_back(addSymbol({.name = "(step of " + counter->getNameAsString() + ")",
                                      .kind = SymbolKind::Opaque,
                                      .loop = loop,
                                      .low = 0,
                                      .high = place.step}));
    Symbol count{.name = "(count in " + counter->getNameAsString() + ")",
                 .kind = SymbolKind::Opaque,
                 .loop = loop,
                 .low = 0};
    count.growth = Polynomial::symbol(CountGrowths.back());
    SymbolId number = addSymbol(std::move(count));
    if (Result.loops[loop].isCanonical)
      Result.symbols[number].facts.push_back(
          {Result.loops[loop].iteration * Polynomial(place.step) - Polynomial::symbol(number),
           false});
    CountValues.push_back(start.number + Polynomial::symbol(number));
    if (place.append)
      continue;
    Path path{objectOf(*counter), {}, counter->getType()};
    Entry &entry = Now.memory[keyOf(path)];
    entry.path = path;
    entry.value = Value::integer(CountValues.back());
  }
}

namespace {
/// Makes the first pass.
class Slicer {
public:
  Slicer(const JudgeContext &judgement, LoopId loop, const Compaction &compaction,
         const std::set<const ValueDecl *> &privates)
      : J(judgement), M(judgement.model), L(loop), Judged(judgement.model.loops[loop]),
        C(compaction), Privates(privates) {}
  std::optional<std::vector<PassLine>> run(const Stmt *body);

private:
  /// Numbers of accesses, from the first up to the last.
  using Span = std::pair<size_t, size_t>;
  bool collect(const Stmt *statement);
  bool keep(const Stmt *statement, const Span &span);
  bool keepNeeded();
  bool isNeeded(const Stmt *statement, const Span &span) const;
  bool isOwn(const ValueDecl &variable) const;
  bool isOwn(const Access &access) const;
  bool isKept(size_t access) const;
  bool readsChanged() const;
  bool isSpellable() const;
  bool render(const Stmt *statement, unsigned depth);
  std::optional<Span> spanOf(const Stmt *statement) const;
  std::optional<std::string> text(SourceRange range) const;

  const JudgeContext &J;
  const Model &M;
  LoopId L;
  const Loop &Judged;
  const Compaction &C;
  const std::set<const ValueDecl *> &Privates;
  Span Body;
  std::vector<std::pair<const Stmt *, Span>> Others; ///< statements that nobody needs so far
  std::vector<std::pair<const Stmt *, Span>> Kept;   ///< statements and conditions
  std::vector<PassLine> Lines;
};
} // namespace

static bool isPlace(const Stmt *statement, const Compaction &compaction) {
  return llvm::any_of(compaction.places,
                      [&](const CountedPlace &place) { return place.statement == statement; });
}

/// Is one of the places, or a jump to the next iteration, in the statement?
static bool steers(const Stmt *statement, const Compaction &compaction) {
  if (!statement || isa<LambdaExpr>(statement))
    return false;
  if (isPlace(statement, compaction) || isa<ContinueStmt>(statement))
    return true;
  return llvm::any_of(statement->children(), [&](const Stmt *each) {
    return !(each && isLoop(*each)) && steers(each, compaction);
  });
}

/// Is there a jump other than to the next iteration, or out of a loop or `switch` inside?
static bool holdsOtherJump(const Stmt *statement) {
  if (!statement || isa<LambdaExpr>(statement))
    return false;
  return isa<GotoStmt, IndirectGotoStmt, LabelStmt, ReturnStmt, CXXTryStmt, CXXThrowExpr,
             CoreturnStmt, GCCAsmStmt>(statement) ||
         llvm::any_of(statement->children(), holdsOtherJump);
}

static bool endsWithBlock(const Stmt *statement) {
  if (const auto *choice = dyn_cast<IfStmt>(statement))
    return endsWithBlock(choice->getElse() ? choice->getElse() : choice->getThen());
  if (const auto *choice = dyn_cast<SwitchStmt>(statement))
    return endsWithBlock(choice->getBody());
  if (isLoop(*statement) && !isa<DoStmt>(statement))
    return endsWithBlock(writtenPartsOf(*statement).body);
  return isa<CompoundStmt>(statement);
}

/// Does the value of the variable matter in the statement? Not where it is only changed.
static bool usesValue(const Stmt *statement, const VarDecl &variable) {
  if (!statement)
    return false;
  if (const auto *reference = dyn_cast<DeclRefExpr>(statement))
    return reference->getDecl()->getCanonicalDecl() == variable.getCanonicalDecl();
  const Expr *changed = nullptr;
  if (const auto *binary = dyn_cast<BinaryOperator>(statement); binary && binary->isAssignmentOp())
    changed = binary->getLHS();
  else if (const auto *unary = dyn_cast<UnaryOperator>(statement);
           unary && unary->isIncrementDecrementOp())
    changed = unary->getSubExpr();
  if (changed && rootVariable(changed) == &variable) {
    const auto *binary = dyn_cast<BinaryOperator>(statement);
    if (binary && usesValue(binary->getRHS(), variable))
      return true;
    const auto *element = dyn_cast<ArraySubscriptExpr>(changed->IgnoreParenImpCasts());
    return element && usesValue(element->getIdx(), variable);
  }
  return llvm::any_of(statement->children(),
                      [&](const Stmt *each) { return usesValue(each, variable); });
}

/// Compilers may compute sums of products, and what they are told to compute fast, in another way
/// each time, and so decide otherwise in the second pass.
static bool mayRoundTwice(const Stmt *statement, const LangOptions &language, bool &adds,
                          bool &multiplies, std::set<const FunctionDecl *> &seen) {
  if (!statement)
    return false;
  const auto *binary = dyn_cast<BinaryOperator>(statement);
  if (binary && binary->getType()->isFloatingType() && !binary->isCommaOp() &&
      binary->getOpcode() != BO_Assign) {
    bool isProduct = binary->getOpcode() == BO_Mul || binary->getOpcode() == BO_MulAssign;
    (isProduct ? multiplies : adds) = true;
    if (language.FastMath || language.AllowFPReassoc)
      return true;
  }
  if (adds && multiplies && language.getDefaultFPContractMode() != LangOptions::FPM_Off)
    return true;
  const FunctionDecl *callee = nullptr;
  if (const auto *call = dyn_cast<CallExpr>(statement))
    callee = call->getDirectCallee();
  const FunctionDecl *definition = nullptr;
  if (callee && callee->hasBody(definition) && seen.insert(definition).second &&
      mayRoundTwice(definition->getBody(), language, adds, multiplies, seen))
    return true;
  return llvm::any_of(statement->children(), [&](const Stmt *each) {
    return mayRoundTwice(each, language, adds, multiplies, seen);
  });
}

/// Does each iteration have its own?
bool Slicer::isOwn(const ValueDecl &variable) const {
  const SourceManager &sources = J.context.getSourceManager();
  const auto *declared = dyn_cast<VarDecl>(&variable);
  return Privates.count(&variable) ||
         (declared && declared->hasLocalStorage() &&
          sources.isPointWithin(variable.getLocation(), Judged.statement->getBeginLoc(),
                                Judged.statement->getEndLoc()));
}

bool Slicer::isOwn(const Access &access) const {
  const Object &object = M.objects[access.path.object];
  bool isNew = object.kind == ObjectKind::Variable || object.kind == ObjectKind::Temporary ||
               object.kind == ObjectKind::Allocation;
  return isNew && (M.isInside(object.loop, L) || object.declaration == Judged.index ||
                   (object.declaration && isOwn(*object.declaration)));
}

std::optional<Slicer::Span> Slicer::spanOf(const Stmt *statement) const {
  auto found = M.spans.find(statement);
  if (found == M.spans.end())
    return std::nullopt;
  return Span{found->second.accessBegin, found->second.accessEnd};
}

bool Slicer::isKept(size_t access) const {
  return access < Body.first || access >= Body.second ||
         llvm::any_of(
             Kept,
             [&](const auto &each) {
               return each.second.first <= access && access < each.second.second;
             });
}

/// Absent where directives may choose between parts of it.
std::optional<std::string> Slicer::text(SourceRange range) const {
  auto place = textRange(J.context, range);
  if (!place)
    return std::nullopt;
  const SourceManager &sources = J.context.getSourceManager();
  FileID file = sources.getFileID(sources.getExpansionLoc(range.getBegin()));
  llvm::StringRef spelled = sources.getBufferData(file).slice(place->begin, place->end);
  return spelled.contains('#') ? std::nullopt : std::optional(spelled.str());
}

/// Keeps what decides where counters move, and notes all else.
bool Slicer::collect(const Stmt *statement) {
  if (isPlace(statement, C) || isa<NullStmt, ContinueStmt>(statement))
    return true;
  if (const auto *block = dyn_cast<CompoundStmt>(statement))
    return llvm::all_of(block->body(), [&](const Stmt *each) { return collect(each); });
  auto span = spanOf(statement);
  if (!span)
    return false;
  if (!steers(statement, C)) {
    Others.emplace_back(statement, *span);
    return true;
  }
  const auto *choice = dyn_cast<IfStmt>(statement);
  auto then = choice ? spanOf(choice->getThen()) : std::nullopt;
  return then && !choice->getInit() && !choice->getConditionVariable() &&
         choice->getStatementKind() == IfStatementKind::Ordinary &&
         keep(choice->getCond(), {span->first, then->first}) && collect(choice->getThen()) &&
         (!choice->getElse() || collect(choice->getElse()));
}

/// A pass may run this twice if it changes nothing but what iterations have of their own.
bool Slicer::keep(const Stmt *statement, const Span &span) {
  for (size_t i = span.first; i < span.second; ++i)
    if (M.accesses[i].isWrite && !isOwn(M.accesses[i]))
      return false;
  Kept.emplace_back(statement, span);
  return true;
}

bool Slicer::isNeeded(const Stmt *statement, const Span &span) const {
  if (const auto *declaration = dyn_cast<DeclStmt>(statement))
    for (const Decl *each : declaration->decls()) {
      const auto *variable = dyn_cast<VarDecl>(each);
      bool isNamed = !variable || isa<DecompositionDecl>(variable);
      for (const auto &[kept, keptSpan] : Kept)
        isNamed |= variable && mentions(kept, variable);
      if (isNamed)
        return true;
    }
  for (size_t write = span.first; write < span.second; ++write)
    for (size_t read = Judged.accessBegin; M.accesses[write].isWrite && read < Judged.accessEnd;
         ++read)
      if (!M.accesses[read].isWrite && isKept(read) && isOwn(M.accesses[read]) &&
          M.mayOverlap(M.accesses[read].path.object, M.accesses[write].path.object))
        return true;
  return false;
}

bool Slicer::keepNeeded() {
  for (size_t i = 0; i < Others.size(); ++i)
    if (isNeeded(Others[i].first, Others[i].second)) {
      auto [statement, span] = Others[i];
      if (!keep(statement, span))
        return false;
      Others.erase(Others.begin() + i);
      i = static_cast<size_t>(-1); // it may need others
    }
  return true;
}

/// Does what stays read what the rest writes? Objects that a check tells apart are apart.
bool Slicer::readsChanged() const {
  for (size_t write = Body.first; write < Body.second; ++write) {
    const Access &written = M.accesses[write];
    if (!written.isWrite || isKept(write))
      continue;
    for (size_t read = Judged.accessBegin; read < Judged.accessEnd; ++read) {
      const Access &access = M.accesses[read];
      bool isOne = access.path.object == written.path.object;
      if (!access.isWrite && isKept(read) && (isOne || isOwn(access) || isOwn(written)) &&
          M.mayOverlap(access.path, written.path))
        return true;
    }
  }
  return false;
}

/// Can the kept text stand in a pass of its own, without warnings?
bool Slicer::isSpellable() const {
  bool adds = false, multiplies = false;
  std::set<const FunctionDecl *> seen;
  for (const auto &[statement, span] : Kept) {
    if (!isPlainText(statement) ||
        llvm::any_of(
            C.places,
            [&](const CountedPlace &place) { return mentions(statement, place.counter); }) ||
        (!isLoop(*statement) && holdsJump(statement)) ||
        mayRoundTwice(statement, J.context.getLangOpts(), adds, multiplies, seen))
      return false;
    const auto *declaration = dyn_cast<DeclStmt>(statement);
    for (const Decl *each : declaration ? declaration->decls() : DeclGroupRef()) {
      const auto *variable = dyn_cast<VarDecl>(each);
      if (!variable || !variable->hasLocalStorage() || isa<DecompositionDecl>(variable) ||
          llvm::none_of(Kept, [&](const auto &other) {
            return other.first != statement && usesValue(other.first, *variable);
          }))
        return false;
    }
  }
  for (const CountedPlace &place : C.places) {
    const auto *moved = dyn_cast<DeclStmt>(place.statement); // `int at = k++;`
    for (const Decl *each : moved ? moved->decls() : DeclGroupRef())
      if (llvm::any_of(Kept, [&](const auto &kept) {
            return !isa<VarDecl>(each) || mentions(kept.first, cast<VarDecl>(each));
          }))
        return false;
  }
  return true;
}

bool Slicer::render(const Stmt *statement, unsigned depth) {
  if (isPlace(statement, C)) {
    for (unsigned i = 0; i < C.places.size(); ++i)
      if (C.places[i].statement == statement)
        Lines.push_back({.depth = depth, .text = "", .moved = i});
    return true;
  }
  if (const auto *block = dyn_cast<CompoundStmt>(statement)) {
    for (const Stmt *each : block->body()) {
      size_t begin = Lines.size();
      bool isScope = isa<CompoundStmt>(each);
      if (isScope)
        Lines.push_back({.depth = depth, .text = "{"});
      if (!render(each, depth + isScope))
        return false;
      if (isScope && Lines.size() == begin + 1)
        Lines.pop_back();
      else if (isScope)
        Lines.push_back({.depth = depth, .text = "}"});
    }
    return true;
  }
  if (const auto *choice = dyn_cast<IfStmt>(statement); choice && steers(choice, C)) {
    auto condition = text(choice->getCond()->getSourceRange());
    Lines.push_back({.depth = depth, .text = "if (" + condition.value_or("") + ") {"});
    if (!condition || !render(choice->getThen(), depth + 1))
      return false;
    size_t middle = Lines.size();
    if (choice->getElse()) {
      Lines.push_back({.depth = depth, .text = "} else {"});
      if (!render(choice->getElse(), depth + 1))
        return false;
      if (Lines.size() == middle + 1)
        Lines.pop_back();
    }
    Lines.push_back({.depth = depth, .text = "}"});
    return true;
  }
  bool isKeptStatement = isa<ContinueStmt>(statement) || llvm::any_of(Kept, [&](const auto &each) {
                           return each.first == statement;
                         });
  if (!isKeptStatement)
    return true;
  auto spelled = text(statement->getSourceRange());
  if (!spelled)
    return false;
  if (!llvm::StringRef(*spelled).ends_with(";") && !endsWithBlock(statement))
    *spelled += ";";
  Lines.push_back({.depth = depth, .text = *spelled});
  return true;
}

std::optional<std::vector<PassLine>> Slicer::run(const Stmt *body) {
  auto span = spanOf(body);
  if (!span || holdsOtherJump(body))
    return std::nullopt;
  Body = *span;
  if (!collect(body) || !keepNeeded() || readsChanged() || !isSpellable() || !render(body, 0))
    return std::nullopt;
  return std::move(Lines);
}

std::optional<LoopResult> judgeAsCompaction(const JudgeContext &judgement, LoopId id,
                                            const Compaction &compaction,
                                            const LoopResult &described) {
  const Model &model = judgement.model;
  const Loop &loop = model.loops[id];
  const Stmt *body = partsOf(*loop.statement).body;
  if (!loop.isCanonical || !mayHavePasses(described) ||
      (!isa<CompoundStmt, IfStmt>(body) && !isPlace(body, compaction)))
    return std::nullopt;
  std::vector<const VarDecl *> counters;
  for (const CountedPlace &place : compaction.places)
    if (!place.append)
      counters.push_back(place.counter);
  for (size_t i = loop.accessBegin; i < loop.accessEnd; ++i) {
    const Object &object = model.objects[model.accesses[i].path.object];
    if (llvm::is_contained(counters, object.declaration) &&
        (object.kind != ObjectKind::Variable || object.reachable ||
         !model.accesses[i].isInFunction))
      return std::nullopt;
  }
  LoopResult result = described;
  JudgeContext given = judgement;
  given.tellsApart = true; // one may be read by the first pass, and the other written
  auto form = judgeGivenVariables(given, id, counters, result);
  if (!form)
    return std::nullopt;
  std::set<const ValueDecl *> privates;
  for (const Role &role : result.roles)
    if (auto named = loop.scope.find(role.variable);
        role.kind == RoleKind::Private && named != loop.scope.end())
      privates.insert(named->second);
  auto lines = Slicer(judgement, id, compaction, privates).run(body);
  const std::string &element = described.dealt->elementName;
  if (!lines || (!element.empty() && llvm::none_of(*lines, [&](const PassLine &line) {
        return mentionsName(line.text, element);
      })))
    return std::nullopt;
  std::vector<ScannedVariable> ofCounters = std::move(form->variables);
  form->variables.clear();
  size_t next = 0;
  for (const CountedPlace &place : compaction.places) {
    auto appended = place.append ? asAppended(judgement, id, place, result) : std::nullopt;
    if (place.append && !appended)
      return std::nullopt;
    ScannedVariable scanned = appended ? std::move(*appended) : ofCounters[next++];
    scanned.op = "+";
    scanned.neutral = "0";
    scanned.step = static_cast<std::int64_t>(place.step);
    form->variables.push_back(std::move(scanned));
  }
  form->firstPass = std::move(*lines);
  result.scan = std::move(*form);
  return result;
}

} // namespace loomp
