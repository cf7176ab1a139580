//===- Compaction.cpp - loops that number what they keep ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (int i = 0; i < n; i++)          first pass: each thread counts what it will keep;
//     if (a[i] > 0)                      second pass: it starts with what k was in front of the
//     loop
//       out[k++] = a[i];                 and the counts of the blocks before its own
//
// Theorem. Let one place in the body move a local integer k by a constant s > 0, let no iteration
// come there twice, and nothing else write k. Then k at the start of an iteration is k0 plus s for
// each iteration before that came there; from iteration t to any later one it has grown by s at
// least, if t came there, and by 0 if not. With that the dependence test tells elements apart that
// iterations write at k (PairSystem.cpp). k does not wrap: it is signed, or has 64 bits.
//
// So the loop is a scan (Scan.cpp) whose first pass counts. That pass is a slice of the body:
//
//   - the place itself becomes a count, without the rest of its statement;
//   - what writes nothing but variables of the iteration stays, as far as the others name them;
//   - what writes anything else goes, and must not write those variables as well;
//   - what stays reads nothing that the loop writes, nor k.
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

namespace {
/// Looks for the one place that moves each counter.
class CounterFinder {
public:
  CounterFinder(const Stmt &loop, const ModifiedSet &modified) : Loop(loop), Modified(modified) {}
  void visit(const Stmt *statement, const Stmt *block, bool isConditional);
  std::vector<Compaction> Found;

private:
  void add(const Expr *update, const Stmt *statement, const CompoundStmt *block);
  const Stmt &Loop;
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
  Compaction found{.loop = &Loop,
                   .counter = counter,
                   .update = update,
                   .statement = statement,
                   .certain = statement,
                   .step = step};
  for (const Stmt *each :
       block ? llvm::ArrayRef(block->body_begin(), block->size()) : llvm::ArrayRef<Stmt *>()) {
    if (each == statement)
      break;
    if (holdsJump(each))
      found.certain = statement;
    else if (found.certain == statement)
      found.certain = each;
  }
  Found.push_back(found);
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
}

std::vector<Compaction> findCompactions(const Stmt &loop, ModifiedSets &modified) {
  if (!isa<ForStmt, CXXForRangeStmt>(loop))
    return {};
  CounterFinder finder(loop, modified.ofIterations(loop));
  finder.visit(partsOf(loop).body, nullptr, false);
  return std::move(finder.Found);
}

/// The counter at the start of an iteration, in the walk in which it is followed.
void Evaluator::startCount(LoopId loop) {
  const VarDecl *counter = Followed->counter;
  Path path{objectOf(*counter), {}, counter->getType()};
  Value start = fresh(path.type, Result.loops[loop].parent, counter->getNameAsString(), nullptr);
  if (auto known = Result.loops[loop].valuesAtEntry.find(counter);
      known != Result.loops[loop].valuesAtEntry.end())
    start = Value::integer(known->second);
  CountGrowth = addSymbol({.name = "(step of " + counter->getNameAsString() + ")",
                           .kind = SymbolKind::Opaque,
                           .loop = loop,
                           .low = 0,
                           .high = Followed->step});
  Symbol count{.name = "(count in " + counter->getNameAsString() + ")",
               .kind = SymbolKind::Opaque,
               .loop = loop,
               .low = 0};
  count.growth = Polynomial::symbol(*CountGrowth);
  SymbolId number = addSymbol(std::move(count));
  if (Result.loops[loop].isCanonical)
    Result.symbols[number].facts.push_back(
        {Result.loops[loop].iteration * Polynomial(Followed->step) - Polynomial::symbol(number),
         false});
  Entry &entry = Now.memory[keyOf(path)];
  entry.path = path;
  entry.value = Value::integer(start.number + Polynomial::symbol(number));
}

namespace {
/// Makes the first pass.
class Slicer {
public:
  Slicer(const JudgeContext &judgement, LoopId loop, const Compaction &compaction,
         ModifiedSets &modified, const std::set<std::string> &privates)
      : J(judgement), M(judgement.model), L(loop), Judged(judgement.model.loops[loop]),
        C(compaction), Sets(modified), Privates(privates) {}
  std::optional<std::vector<PassLine>> run(const Stmt *body);

private:
  enum class Fate { Stays, Goes, Fails };
  Fate fateOf(const Stmt *statement);
  bool isOwn(const ValueDecl &variable) const;
  bool slice(const Stmt *statement, unsigned depth);
  bool keep(const Stmt *statement, unsigned depth);
  bool isNamedByKept(const VarDecl &variable, const Stmt *except) const;
  bool readsWritten() const;
  std::optional<std::string> text(SourceRange range) const;

  const JudgeContext &J;
  const Model &M;
  LoopId L;
  const Loop &Judged;
  const Compaction &C;
  ModifiedSets &Sets;
  const std::set<std::string> &Privates;
  std::vector<PassLine> Lines;
  std::vector<const Stmt *> Kept, Declared; ///< whose text stands in the lines
};
} // namespace

/// Does each iteration have its own?
bool Slicer::isOwn(const ValueDecl &variable) const {
  const SourceManager &sources = J.context.getSourceManager();
  return Privates.count(variable.getNameAsString()) ||
         sources.isPointWithin(variable.getLocation(), Judged.statement->getBeginLoc(),
                               Judged.statement->getEndLoc());
}

Slicer::Fate Slicer::fateOf(const Stmt *statement) {
  const ModifiedSet &set = Sets.of(*statement);
  bool writesOwn = false, writesOther = set.anything || !set.indirect.empty();
  for (const ValueDecl *variable : set.variables)
    (isOwn(*variable) ? writesOwn : writesOther) = true;
  return !writesOther ? Fate::Stays : writesOwn ? Fate::Fails : Fate::Goes;
}

std::optional<std::string> Slicer::text(SourceRange range) const {
  auto place = textRange(J.context, range);
  if (!place)
    return std::nullopt;
  const SourceManager &sources = J.context.getSourceManager();
  FileID file = sources.getFileID(sources.getExpansionLoc(range.getBegin()));
  return sources.getBufferData(file).slice(place->begin, place->end).str();
}

bool Slicer::keep(const Stmt *statement, unsigned depth) {
  auto spelled = text(statement->getSourceRange());
  if (!spelled || llvm::StringRef(*spelled).contains('#'))
    return false;
  if (llvm::StringRef(*spelled).back() != ';' && llvm::StringRef(*spelled).back() != '}')
    *spelled += ";";
  Lines.push_back({.depth = depth, .text = *spelled});
  Kept.push_back(statement);
  return true;
}

bool Slicer::slice(const Stmt *statement, unsigned depth) {
  if (const auto *block = dyn_cast<CompoundStmt>(statement))
    return llvm::all_of(block->body(), [&](const Stmt *each) { return slice(each, depth); });
  if (const auto *choice = dyn_cast<IfStmt>(statement)) {
    if (choice->getInit() || choice->getConditionVariable() ||
        choice->getStatementKind() != IfStatementKind::Ordinary ||
        fateOf(choice->getCond()) != Fate::Stays)
      return false;
    auto condition = text(choice->getCond()->getSourceRange());
    size_t begin = Lines.size();
    Lines.push_back({.depth = depth, .text = "if (" + condition.value_or("") + ") {"});
    if (!slice(choice->getThen(), depth + 1))
      return false;
    bool isEmpty = Lines.size() == begin + 1;
    if (choice->getElse()) {
      size_t middle = Lines.size();
      Lines.push_back({.depth = depth, .text = "} else {"});
      if (!slice(choice->getElse(), depth + 1))
        return false;
      if (Lines.size() == middle + 1)
        Lines.pop_back();
      else
        isEmpty = false;
    }
    if (isEmpty) {
      Lines.resize(begin);
      return true;
    }
    Lines.push_back({.depth = depth, .text = "}"});
    Kept.push_back(choice->getCond());
    return condition.has_value();
  }
  if (statement == C.statement) {
    // What else the statement writes, iterations must not need.
    const ModifiedSet &set = Sets.of(*statement);
    for (const ValueDecl *variable : set.variables)
      if (variable->getCanonicalDecl() != C.counter->getCanonicalDecl() && isOwn(*variable) &&
          !isa<DeclStmt>(statement))
        return false;
    Lines.push_back({.depth = depth, .isUpdate = true});
    return true;
  }
  if (isa<NullStmt>(statement))
    return true;
  if (isa<ContinueStmt>(statement))
    return keep(statement, depth);
  if (holdsJump(statement) && !isLoop(*statement))
    return false;
  switch (fateOf(statement)) {
  case Fate::Fails:
    return false;
  case Fate::Goes:
    return true;
  case Fate::Stays:
    return keep(statement, depth);
  }
  return false;
}

static bool readsVariable(const Stmt *statement, const VarDecl &variable) {
  if (!statement)
    return false;
  if (const auto *assignment = dyn_cast<BinaryOperator>(statement);
      assignment && assignment->getOpcode() == BO_Assign &&
      namedVariable(assignment->getLHS()) == &variable)
    return readsVariable(assignment->getRHS(), variable);
  if (const auto *reference = dyn_cast<DeclRefExpr>(statement))
    return reference->getDecl()->getCanonicalDecl() == variable.getCanonicalDecl();
  return llvm::any_of(statement->children(),
                      [&](const Stmt *each) { return readsVariable(each, variable); });
}

bool Slicer::isNamedByKept(const VarDecl &variable, const Stmt *except) const {
  return llvm::any_of(
      Kept, [&](const Stmt *each) { return each != except && readsVariable(each, variable); });
}

/// Does what stays read what the loop writes, or the counter?
bool Slicer::readsWritten() const {
  const SourceManager &sources = J.context.getSourceManager();
  auto isKept = [&](SourceLocation location) {
    location = sources.getExpansionLoc(location);
    if (!sources.isPointWithin(location, Judged.statement->getBeginLoc(),
                               Judged.statement->getEndLoc()))
      return true; // in a function that is called
    return llvm::any_of(Kept, [&](const Stmt *each) {
      return sources.isPointWithin(location, each->getBeginLoc(), each->getEndLoc());
    });
  };
  auto isOfIteration = [&](const Access &access) {
    const Object &object = M.objects[access.path.object];
    return M.isInside(object.loop, L) || object.declaration == Judged.index ||
           (object.declaration && isOwn(*object.declaration) &&
            (object.kind == ObjectKind::Variable || object.kind == ObjectKind::Temporary));
  };
  for (size_t read = Judged.accessBegin; read < Judged.accessEnd; ++read) {
    const Access &access = M.accesses[read];
    if (access.isWrite || isOfIteration(access) || !isKept(access.location))
      continue;
    for (size_t write = Judged.accessBegin; write < Judged.accessEnd; ++write)
      if (M.accesses[write].isWrite && access.path.object == M.accesses[write].path.object &&
          M.mayOverlap(access.path, M.accesses[write].path))
        return true;
  }
  return false;
}

std::optional<std::vector<PassLine>> Slicer::run(const Stmt *body) {
  if (!slice(body, 0))
    return std::nullopt;
  for (const Stmt *each : Kept)
    if (!isPlainText(each) || readsVariable(each, *C.counter))
      return std::nullopt;
  // Variables that nobody needs any more would be warned of.
  for (size_t i = Kept.size(); i-- > 0;) {
    const auto *declaration = dyn_cast<DeclStmt>(Kept[i]);
    for (const Decl *each : declaration ? declaration->decls() : DeclGroupRef()) {
      const auto *variable = dyn_cast<VarDecl>(each);
      if (!variable || isa<DecompositionDecl>(variable))
        return std::nullopt;
      if (isNamedByKept(*variable, declaration))
        continue;
      auto spelled = text(declaration->getSourceRange());
      auto line = llvm::find_if(Lines, [&](const PassLine &line) {
        return spelled &&
               llvm::StringRef(line.text).trim("; \n") == llvm::StringRef(*spelled).trim("; \n");
      });
      if (!declaration->isSingleDecl() || line == Lines.end())
        return std::nullopt;
      Lines.erase(line);
      Kept.erase(Kept.begin() + i);
      break;
    }
  }
  for (const Stmt *each : Kept) {
    const ModifiedSet &set = Sets.of(*each);
    for (const ValueDecl *variable : set.variables)
      if (const auto *own = dyn_cast<VarDecl>(variable);
          !own || (!isa<DeclStmt>(each) && !isLoop(*each) && !isNamedByKept(*own, each)))
        return std::nullopt;
  }
  if (readsWritten())
    return std::nullopt;
  return std::move(Lines);
}

std::optional<LoopResult> judgeAsCompaction(const JudgeContext &judgement, LoopId id,
                                            const Compaction &compaction, ModifiedSets &modified,
                                            const LoopResult &described) {
  const Model &model = judgement.model;
  const Loop &loop = model.loops[id];
  const VarDecl *counter = compaction.counter;
  const Stmt *body = partsOf(*loop.statement).body;
  if (!loop.isCanonical || !mayHavePasses(described) || !isa<CompoundStmt, IfStmt>(body))
    return std::nullopt;
  for (size_t i = loop.accessBegin; i < loop.accessEnd; ++i) {
    const Object &object = model.objects[model.accesses[i].path.object];
    if (object.declaration == counter && (object.kind != ObjectKind::Variable || object.reachable ||
                                          !model.accesses[i].isInFunction))
      return std::nullopt;
  }
  LoopResult result = described;
  auto form = judgeGivenVariable(judgement, id, *counter, result);
  if (!form)
    return std::nullopt;
  std::set<std::string> privates;
  for (const Role &role : result.roles)
    if (role.kind == RoleKind::Private)
      privates.insert(role.variable);
  auto lines = Slicer(judgement, id, compaction, modified, privates).run(body);
  const std::string &element = described.dealt->elementName;
  if (!lines || (!element.empty() && llvm::none_of(*lines, [&](const PassLine &line) {
        return mentionsName(line.text, element);
      })))
    return std::nullopt;
  form->op = "+";
  form->neutral = "0";
  form->firstPass = std::move(*lines);
  form->step = static_cast<std::int64_t>(compaction.step);
  result.scan = std::move(*form);
  return result;
}

} // namespace loomp
