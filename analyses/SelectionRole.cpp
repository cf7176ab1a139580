//===- SelectionRole.cpp - arg-min and arg-max ----------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   #pragma omp parallel
//   {
//     auto bestLocal = best;
//     auto dayLocal = day;
//   #pragma omp for schedule(static)
//     for (int i = 1; i < n; i++)
//       if (price[i] < bestLocal) {
//         bestLocal = price[i];
//         dayLocal = i;
//       }
//   #pragma omp critical
//     if (bestLocal < best || (bestLocal == best && dayLocal < day)) {
//       best = bestLocal;
//       day = dayLocal;
//     }
//   }
//
// Theorem: let loop L touch some variables in one statement `if (candidate < kept) { ... }` only,
// which reads no more of them than `kept` and assigns all of them (MatchSelection.cpp). Then what L
// leaves in them is what the first iteration left whose candidate is least, if any is less than
// what was kept before L; with `<=` it is the last one. Each thread finds that of its own
// iterations, which it runs in order, starting with the values from before L. Of the results of two
// threads the one with the lesser key counts, and of equal keys that of the earlier iteration: the
// iteration is told by a variable that grows with it, or is kept in one more variable. A thread
// that found nothing has the values from before L: with `<` they are worse than what any other
// found; with `<=` the growing variable must start below all that L assigns.
// Comparisons with a NaN never hold, in either program.
//
// Theorem: the same of `if (at < 0 || candidate < kept)`, where what is assigned to `at` is never
// less than 0. Whether `at` is less than 0 tells then whether a candidate was taken, by whoever
// started with such a value: who did not has nothing to merge, and who did wins over who did not,
// without a comparison. That holds for keys that are all comparable. A NaN would be taken by a
// thread that meets it first, and keep all others out, which no merge could tell: so the keys must
// be integers. A thread compares fewer candidates than the serial loop does, never others; the
// merge compares only candidates that the serial loop does, as there were two.
//
// Theorem: let the key be computed from the indices that are kept, `a[row][column]`, each of which
// takes an index of the iteration. Where some type may be unable to hold that, what is compared
// later would be another element: it must be proven that it does, or supposed (SupposedStep.cpp).
//
// The threads assign, and evaluate what comes behind the comparison, more often than the serial
// loop does: that must be harmless (Speculation.cpp).
//
// Theorem: where it is not, as in `other = b[i + 2]`, which may not exist for an i that only one
// thread takes for the best, the assignment waits until the threads are done. The serial loop makes
// it in the iteration that wins, too, and it is the last one there. So if it is a function of the
// index and of what L does not write, it yields the same behind L, with the index of that iteration
// under its name: if there is one.
//
// Where the key is computed (`score[winner]`), nothing that it reads is written in L.
//
//===----------------------------------------------------------------------===//

#include "analyses/EntryText.h"
#include "analyses/Judgement.h"
#include "analyses/LoopParts.h"

#include <algorithm>
#include <limits>

using namespace clang;

namespace loomp {

void Judgement::judgeSelections() {
  for (size_t id = 0; id < M.selections.size(); ++id) {
    const Selection &selection = M.selections[id];
    if (!M.isInside(selection.loop, L) || !Judged.isLexical)
      continue;
    std::vector<ScalarKey> keys;
    auto form = asSelection(static_cast<int>(id), keys);
    if (!form)
      continue;
    for (const ScalarKey &key : keys) {
      WithRole.insert(key.first);
      std::erase(ScalarOrder, key);
      const ValueDecl *variable = M.objects[key.first].declaration;
      Role role{.variable = variable->getNameAsString(),
                .kind = RoleKind::Selection,
                .op = selection.isLess ? "min" : "max",
                .declaration = positionOf(J.context, variable->getLocation())};
      describeRole(role);
      Out.roles.push_back(std::move(role));
    }
    Out.selections.push_back(std::move(*form));
  }
}

/// Is what `kept` reads besides the key, and is its text, the same in front of L and behind it?
bool Judgement::isKeptFixed(const Selection &selection) const {
  std::set<const ValueDecl *> named;
  const SourceManager &sources = J.context.getSourceManager();
  std::vector<const Stmt *> pending = {selection.kept};
  while (!pending.empty()) {
    const Stmt *statement = pending.back();
    pending.pop_back();
    if (!statement)
      continue;
    if (const auto *reference = dyn_cast<DeclRefExpr>(statement)) {
      const auto *variable = dyn_cast<VarDecl>(reference->getDecl());
      if (variable && !llvm::is_contained(selection.keys, variable->getCanonicalDecl())) {
        named.insert(variable->getCanonicalDecl());
        if (sources.isPointWithin(variable->getLocation(), Judged.statement->getBeginLoc(),
                                  Judged.statement->getEndLoc()))
          return false;
      }
    }
    for (const Stmt *child : statement->children())
      pending.push_back(child);
  }
  for (size_t i = selection.conditionBegin; i < selection.conditionEnd; ++i) {
    const Access &read = M.accesses[i];
    const Object &object = M.objects[read.path.object];
    bool isOther = isWholeVariable(read.path) && object.kind == ObjectKind::Variable &&
                   !named.count(object.declaration);
    if (isOther || object.kind == ObjectKind::Temporary)
      continue;
    if (object.declaration && object.declaration == Judged.index)
      return false;
    for (size_t w = Judged.accessBegin; w < Judged.accessEnd; ++w)
      if (M.accesses[w].isWrite && M.mayOverlap(M.accesses[w].path, read.path))
        return false;
  }
  return true;
}

/// Does the text of the expression mean the same behind L, where the index is a constant of its
/// name?
static bool isMeantBehind(const JudgeContext &judgement, const Loop &loop, const Stmt *statement) {
  const SourceManager &sources = judgement.context.getSourceManager();
  auto isOutside = [&](const Decl *declaration) {
    return !sources.isPointWithin(declaration->getLocation(), loop.statement->getBeginLoc(),
                                  loop.statement->getEndLoc());
  };
  if (const auto *name = dyn_cast<DeclRefExpr>(statement)) {
    const ValueDecl *declaration = name->getDecl();
    return declaration->getCanonicalDecl() == loop.index ||
           (isa<VarDecl, FunctionDecl, EnumConstantDecl>(declaration) && isOutside(declaration));
  }
  if (const auto *cast = dyn_cast<ExplicitCastExpr>(statement)) {
    QualType type = cast->getTypeAsWritten();
    const auto *named = type->getAs<TypedefType>();
    if (!(named && isOutside(named->getDecl())) && !isa<BuiltinType>(type))
      return false;
  }
  if (const auto *binary = dyn_cast<BinaryOperator>(statement); binary && binary->isAssignmentOp())
    return false;
  if (const auto *unary = dyn_cast<UnaryOperator>(statement);
      unary && unary->isIncrementDecrementOp())
    return false;
  if (!isa<DeclRefExpr, ExplicitCastExpr, ImplicitCastExpr, ParenExpr, IntegerLiteral,
           FloatingLiteral, CharacterLiteral, CXXBoolLiteralExpr, CXXThisExpr, ArraySubscriptExpr,
           MemberExpr, UnaryOperator, BinaryOperator, ConditionalOperator, CallExpr,
           MaterializeTemporaryExpr, ExprWithCleanups>(statement) ||
      statement->getBeginLoc().isMacroID() || statement->getEndLoc().isMacroID())
    return false;
  return std::all_of(statement->child_begin(), statement->child_end(), [&](const Stmt *child) {
    return child && isMeantBehind(judgement, loop, child);
  });
}

bool Judgement::canDefer(const BinaryOperator &assignment) const {
  const Expr *value = assignment.getRHS();
  if (!isa<ForStmt>(Judged.statement) || Judged.updateSite != UpdateSite::Increment ||
      Judged.isPosition || !Judged.index || !Judged.index->getType()->isIntegerType() ||
      !isMeantBehind(J, Judged, value))
    return false;
  const SourceManager &sources = J.context.getSourceManager();
  for (size_t i = Judged.accessBegin; i < Judged.accessEnd; ++i) {
    const Access &access = M.accesses[i];
    const Object &object = M.objects[access.path.object];
    if (!sources.isPointWithin(access.location, value->getBeginLoc(), value->getEndLoc()) ||
        object.kind == ObjectKind::Temporary ||
        (object.declaration && object.declaration == Judged.index && !access.isWrite))
      continue;
    for (size_t w = Judged.accessBegin; w < Judged.accessEnd; ++w)
      if (M.accesses[w].isWrite && M.mayOverlap(M.accesses[w].path, access.path))
        return false;
  }
  return true;
}

/// The assignments that have to wait; absent if some part can neither wait nor be evaluated more
/// often.
std::optional<std::set<const BinaryOperator *>>
Judgement::deferredOf(const Selection &selection) const {
  std::set<const BinaryOperator *> deferred;
  if (isHarmless(J, L, selection.skipped, selection.guard))
    return deferred;
  std::vector<const Expr *> others = selection.skipped;
  for (const BinaryOperator *assignment : selection.assignments) {
    const Expr *value = assignment->getRHS();
    const auto *name = cast<DeclRefExpr>(assignment->getLHS()->IgnoreParenImpCasts());
    auto assigns = [&](const BinaryOperator *each) {
      return cast<DeclRefExpr>(each->getLHS()->IgnoreParenImpCasts())->getDecl() == name->getDecl();
    };
    if (!llvm::is_contained(others, value) || isHarmless(J, L, {value}, selection.guard))
      continue;
    if (llvm::count_if(selection.assignments, assigns) > 1 || !canDefer(*assignment))
      return std::nullopt;
    deferred.insert(assignment);
    std::erase(others, value);
  }
  return isHarmless(J, L, others, selection.guard) ? std::optional(deferred) : std::nullopt;
}

/// What is compared in place of what the source does: with ` == -1`.
static std::string comparedText(BinaryOperatorKind op, Coefficient value) {
  bool isWide = value > std::numeric_limits<int64_t>::max();
  return " " + BinaryOperator::getOpcodeStr(op).str() + " " + toString(value) + (isWide ? "u" : "");
}

/// Does the variable tell whether a candidate was taken, if this is what it takes then? Fills in
/// how.
bool Judgement::tellsNone(const Selection::None &none, const Access &write,
                          SelectionForm &form) const {
  if (!write.value || (none.value < 0 && none.variable->getType()->isUnsignedIntegerType()))
    return false;
  auto isProven = [&](const Polynomial &value) {
    return isNonNegativeAt(M, J.solver, write.guard, value);
  };
  Polynomial above = *write.value - Polynomial(none.value), below = Polynomial() - above;
  bool isNever = false; // does the assigned value never mean that there is none?
  switch (none.op) {
  case BO_EQ:
    isNever = isProven(above - Polynomial(1)) || isProven(below - Polynomial(1));
    break;
  case BO_NE:
    isNever = above.isZero();
    break;
  case BO_LT:
    isNever = isProven(above);
    break;
  case BO_LE:
    isNever = isProven(above - Polynomial(1));
    break;
  case BO_GT:
    isNever = isProven(below);
    break;
  case BO_GE:
    isNever = isProven(below - Polynomial(1));
    break;
  default:
    break;
  }
  form.none = none.variable->getNameAsString();
  form.isNone = comparedText(none.op, none.value);
  form.isSome = comparedText(BinaryOperator::negateComparisonOp(none.op), none.value);
  return isNever && none.value > std::numeric_limits<int64_t>::min();
}

std::optional<SelectionForm> Judgement::asSelection(int id, std::vector<ScalarKey> &keys) const {
  const Selection &selection = M.selections[id];
  SelectionForm form{.isLess = selection.isLess, .takesEqual = selection.takesEqual};
  const SourceManager &sources = J.context.getSourceManager();
  auto file = sources.getBufferData(sources.getFileID(selection.kept->getBeginLoc()));
  auto deferred = deferredOf(selection);
  if (!deferred)
    return std::nullopt;
  bool usesIndex = false;
  std::set<const VarDecl *> seen;
  for (const BinaryOperator *assignment : selection.assignments) {
    const auto *name = cast<DeclRefExpr>(assignment->getLHS()->IgnoreParenImpCasts());
    const auto *variable = cast<VarDecl>(name->getDecl()->getCanonicalDecl());
    if (!seen.insert(variable).second)
      continue; // of two assignments the second one counts
    auto entry = std::find_if(Scalars.begin(), Scalars.end(), [&](const auto &each) {
      return !each.first.second && M.objects[each.first.first].declaration == variable;
    });
    if (entry == Scalars.end() || name->hasQualifier() ||
        variable->getTLSKind() != VarDecl::TLS_None) // each thread would have another
      return std::nullopt;
    QualType pointer = variable->getType();
    bool isWrapped = pointer->isFunctionPointerType() ||
                     (pointer->isPointerType() && pointer->getPointeeType()->isArrayType());
    if (isWrapped && !J.context.getLangOpts().CPlusPlus)
      return std::nullopt; // a declaration has the name inside
    SelectedVariable selected{.name = variable->getNameAsString()};
    auto type = deducedType(J.context, variable->getType(), M.isInstantiated);
    if (!type)
      return std::nullopt;
    selected.type = *type;
    std::optional<Polynomial> value;
    const Access *write = nullptr;
    for (size_t i : entry->second) {
      const Access &access = M.accesses[i];
      auto range = access.expression ? textRange(J.context, access.expression->getSourceRange())
                                     : std::nullopt;
      if (access.selection != id || !range || !isNamedInText(J, Judged, access, *variable))
        return std::nullopt;
      selected.uses.push_back(*range);
      if (access.isWrite) {
        value = access.value;
        write = &access;
      }
    }
    if (auto index = selection.narrowed.find(variable);
        index != selection.narrowed.end() && !(value && *value == index->second))
      return std::nullopt; // another candidate would be compared than the one that was better
    if (selection.none && selection.none->variable == variable &&
        !(write && tellsNone(*selection.none, *write, form)))
      return std::nullopt;
    keys.push_back(entry->first);
    if (deferred->count(assignment)) {
      auto range = textRange(J.context, assignment->getSourceRange());
      if (!range)
        return std::nullopt;
      form.deferred.push_back({*range, file.slice(range->begin, range->end).str()});
      usesIndex |= mentions(assignment->getRHS(), Judged.index);
      continue;
    }
    // Does the variable tell the earlier iteration from the later one?
    auto growth = value ? growthPerIteration(M, L, *value) : std::nullopt;
    if (form.ordered.empty() && deferred->empty() && growth && *growth != 0) {
      bool isBelow = !selection.takesEqual;
      if (auto start = Judged.valuesAtEntry.find(variable); start != Judged.valuesAtEntry.end()) {
        Polynomial first = value->substitute(Judged.indexSymbol, firstOfIndexSymbol(Judged));
        Polynomial gap = *growth > 0 ? first - start->second : start->second - first;
        isBelow |= isNonNegativeAt(M, J.solver, Judged.guardBefore, gap - Polynomial(1));
      }
      if (isBelow) {
        form.ordered = selected.name;
        form.rises = *growth > 0;
      }
    }
    form.variables.push_back(std::move(selected));
  }
  if (selection.isComputed && !isKeptFixed(selection))
    return std::nullopt;

  if (form.ordered.empty() && hidesCounter(Judged))
    return std::nullopt;
  form.key = selection.keys.front()->getNameAsString();
  if (usesIndex) { // else nobody would use a constant of its name
    form.index = Judged.index->getNameAsString();
    form.indexType =
        copyType(J.context, Judged.index->getType().getUnqualifiedType(), M.isInstantiated);
    if (form.indexType.empty())
      return std::nullopt;
  }
  auto whole = textRange(J.context, selection.kept->getSourceRange());
  auto stays = [&](const BinaryOperator *each) { return !deferred->count(each); };
  auto lastKept = std::find_if(selection.assignments.rbegin(), selection.assignments.rend(), stays);
  auto last = textRange(J.context, (*lastKept)->getSourceRange());
  if (!whole || !last)
    return std::nullopt;
  std::map<unsigned, std::pair<TextRange, std::string>> places;
  for (const DeclRefExpr *place : selection.places)
    if (auto range = textRange(J.context, place->getSourceRange());
        range && range->begin >= whole->begin && range->end <= whole->end)
      places.emplace(range->begin, std::pair(*range, place->getDecl()->getNameAsString()));
  unsigned copied = whole->begin;
  for (const auto &[begin, place] : places) {
    form.kept.push_back(file.slice(copied, begin).str());
    form.keys.push_back(place.second);
    copied = place.first.end;
  }
  form.kept.push_back(file.slice(copied, whole->end).str());
  form.isComputed = selection.isComputed;
  const Stmt *then = selection.statement->getThen();
  form.noted = {{.range = *last, .isInBlock = isa<CompoundStmt, ContinueStmt>(then)}};
  return form;
}

} // namespace loomp
