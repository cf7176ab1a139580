//===- Peeling.cpp - loops in which one iteration stands apart ------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (int i = 0; i < n; i++)        for (int i = 0; i == 0; i++)
//     a[i] = a[0] * 2;              →    a[i] = a[0] * 2;
//                                      #pragma omp parallel for
//                                      for (int i = 1; i < n; i++)
//                                        a[i] = a[0] * 2;
//
// Theorem: let P be the first iteration of a canonical loop L. If the iterations of L without P may
// run in any order, then L may run as P, then the others in any order: every iteration that depends
// on P still comes behind it, and no two others need an order. The same holds of the last
// iteration, with "in front of" for "behind".
//
// "L without P" is judged (Judge.cpp) in a model of which every point in L lies under one more
// guard, `iteration > 0` or `iteration < trip - 1`. What no iteration but P reaches takes no part:
// it is shown as a use of a temporary object, new in each iteration.
//
// Beyond the order there are the variables that a clause would rename:
//   1. In front of "L without the first" stands what P left. What the model knows of values and
//      names at the entry of L holds there only of what L does not write.
//   2. P may read what the other iterations left: the last one of this L, the first one of the next
//      time that L is entered. So a private variable must be one in all of L, where P, too, writes
//      it before it reads it. One whose last value counts is left by the last iteration, if that is
//      P, which writes it for certain: private will do.
//   3. A reduction starts with what its variable holds, and leaves the whole sum: P may do anything
//      with it.
// Recast inductions, selections and firstprivate copies depend on more than that: not handled.
//
// Theorem: let P be an iteration in the middle, or none. If those in front of P may run in any
// order, and those behind it may, then L may run as the ones in front, P, the ones behind: whatever
// depends on what across P is in order. What the ones behind start with is what L left so far, as
// after the first iteration above. A private variable must be one in all of L, and both parts need
// the same clauses; no last value is handled, since the part behind may be empty.
//
//===----------------------------------------------------------------------===//

#include "analyses/Peeling.h"

#include "analyses/HeaderText.h"
#include "analyses/PairSystem.h"
#include "analyses/SplitPoint.h"

#include "clang/AST/StmtCXX.h"

#include <algorithm>

using namespace clang;

namespace loomp {

namespace {

/// The model of a loop without one iteration, for as long as this object lives.
class Restriction {
public:
  /// `distance`: what is positive in the iterations that stay. `header`: the text of the condition,
  /// if an iteration has run in front of them.
  Restriction(Model &model, const IntegerSolver &solver, LoopId loop, const Polynomial &distance,
              const std::optional<std::string> &header);
  ~Restriction();
  Restriction(const Restriction &) = delete;
  Restriction &operator=(const Restriction &) = delete;

private:
  bool isUnreachable(int guard);
  void forgetEntry(const std::string &header);

  Model &M;
  const IntegerSolver &Solver;
  LoopId L;
  std::map<int, bool> Unreachable;
  Loop SavedLoop;
  std::vector<Access> SavedAccesses;
  std::vector<LoopId> SavedOutermost; ///< of the effects
  int SavedParent;
};

} // namespace

Restriction::Restriction(Model &model, const IntegerSolver &solver, LoopId loop,
                         const Polynomial &distance, const std::optional<std::string> &header)
    : M(model), Solver(solver), L(loop), SavedLoop(model.loops[loop]),
      SavedAccesses(model.accesses.begin() + SavedLoop.accessBegin,
                    model.accesses.begin() + SavedLoop.accessEnd),
      SavedParent(model.guards[SavedLoop.guardInside].parent) {
  Guard &inside = M.guards[SavedLoop.guardInside];
  Guard others{.constraint = Constraint{distance - Polynomial(1), false},
               .parent = inside.parent,
               .loop = inside.loop};
  inside.parent = static_cast<int>(M.guards.size());
  M.guards.push_back(std::move(others));
  ObjectId nowhere = static_cast<ObjectId>(M.objects.size());
  M.objects.push_back({.kind = ObjectKind::Temporary, .loop = L, .reachable = false});
  M.loops[L].provenNonEmpty = false;
  if (header)
    forgetEntry(*header);
  for (size_t i = SavedLoop.accessBegin; i < SavedLoop.accessEnd; ++i) {
    Access &access = M.accesses[i];
    if (!isUnreachable(access.guard))
      continue;
    access.path = {.object = nowhere};
    access.isWrite = false;
    access.update = access.updateInCallee = access.selection = -1;
    access.exposedIn.clear();
  }
  for (size_t i = SavedLoop.effectBegin; i < SavedLoop.effectEnd; ++i) {
    Effect &effect = M.effects[i];
    SavedOutermost.push_back(effect.outermost);
    if (effect.reason != "early-exit" && isUnreachable(effect.guard))
      effect.outermost = static_cast<LoopId>(M.loops.size()); // one around nothing
  }
}

Restriction::~Restriction() {
  M.objects.pop_back();
  M.guards.pop_back();
  M.guards[SavedLoop.guardInside].parent = SavedParent;
  for (size_t i = 0; i < SavedOutermost.size(); ++i)
    M.effects[SavedLoop.effectBegin + i].outermost = SavedOutermost[i];
  std::move(SavedAccesses.begin(), SavedAccesses.end(), M.accesses.begin() + SavedLoop.accessBegin);
  M.loops[L] = std::move(SavedLoop);
}

bool Restriction::isUnreachable(int guard) {
  auto [place, isNew] = Unreachable.try_emplace(guard, false);
  if (!isNew)
    return place->second;
  PairSystem system(M, Solver, NoLoop);
  system.addDomain(guard, 0);
  return place->second = system.System.hasSolution(Solver) == Answer::No;
}

/// Drops what is known in front of the loop of variables that the first iteration may write, and
/// every name that may mean something else behind it.
void Restriction::forgetEntry(const std::string &header) {
  Loop &loop = M.loops[L];
  std::set<const ValueDecl *> written;
  for (size_t i = loop.accessBegin; i < loop.accessEnd; ++i)
    if (const Object &object = M.objects[M.accesses[i].path.object];
        M.accesses[i].isWrite && (object.kind == ObjectKind::Variable || object.isReference))
      written.insert(object.declaration);
  auto isKept = [&](const ValueDecl *declaration) {
    const auto *variable = dyn_cast_or_null<VarDecl>(declaration);
    if (!variable || !variable->hasLocalStorage() || written.count(declaration))
      return false;
    return std::none_of(M.objects.begin(), M.objects.end(), [&](const Object &object) {
      return object.declaration == declaration && object.reachable &&
             object.kind == ObjectKind::Variable;
    });
  };
  std::erase_if(loop.valuesAtEntry, [&](const auto &each) { return !isKept(each.first); });
  std::erase_if(loop.residuesAtEntry, [&](const auto &each) { return !isKept(each.first); });
  std::erase_if(loop.targetsAtEntry, [&](const auto &each) { return !isKept(each.first); });
  std::erase_if(loop.pointersAtEntry, [&](const auto &each) { return !isKept(each.first); });
  loop.placesAtEntry.clear();
  // What the header itself asks for in every iteration is the same all through the loop.
  std::set<SymbolId> tested;
  for (const auto &value : {loop.last, loop.trip, std::optional(loop.lower)})
    for (const auto &[monomial, coefficient] :
         value ? value->terms() : std::map<Monomial, Coefficient>())
      tested.insert(monomial.begin(), monomial.end());
  std::erase_if(loop.namesAtEntry, [&](const auto &each) {
    auto local = loop.scope.find(each.second);
    if (local != loop.scope.end())
      return !isKept(local->second);
    return !tested.count(each.first) || header.find(each.second) == std::string::npos;
  });
}

/// What the text of the two loops differs in; absent if it cannot be spelled.
static std::optional<Peeling> spellPeeling(PeeledPart part, const HeaderView &view) {
  const Loop &loop = view.loop;
  std::vector<LoopStart> starts;
  splitStarts(view.parts.init, starts);
  const LoopStart &start = starts.front();
  bool isDeclared = isa<DeclStmt>(view.parts.init);
  const TypeSourceInfo *type = start.variable->getTypeSourceInfo();
  // The type would follow the new start.
  bool isDeduced = isDeclared && (!type || type->getType()->getContainedDeducedType());
  if (!start.value || isDeduced || (isDeclared && start.variable->getInitStyle() != VarDecl::CInit))
    return std::nullopt;
  auto startRange = view.rangeOf(start.value->getSourceRange());
  auto conditionRange = view.rangeOf(view.parts.condition->getSourceRange());
  auto step = loop.step->asConstant();
  if (!startRange || !conditionRange || !step)
    return std::nullopt;
  const std::string name = loop.index->getNameAsString();
  const ASTContext &context = view.context;
  if (part == PeeledPart::First) {
    auto first = renderAtEntry(view.model, view.id, loop.lower, context);
    auto second = renderAtEntry(view.model, view.id, loop.lower + *loop.step, context);
    bool sameType = context.hasSameUnqualifiedType(start.value->IgnoreParenImpCasts()->getType(),
                                                   loop.index->getType());
    if (!first || !second || !(sameType || loop.lower.asConstant()))
      return std::nullopt;
    return Peeling{.part = part,
                   .others = {*startRange, *second},
                   .alone = {{*conditionRange, name + " == " + *first}}};
  }
  // The last one is next to the bound only where the index advances by one. The bound less one is
  // formed where the loop runs, so it is not less than the start: it fits the type of the bound if
  // that holds the start. (Sums of narrow types would have another type.)
  const Expr &bound = *loop.boundExpression;
  std::string text = operandText(view, bound);
  QualType boundType = bound.IgnoreParenImpCasts()->getType();
  if ((*step != 1 && *step != -1) || text.empty() || !boundType->isIntegerType())
    return std::nullopt;
  auto lower = loop.lower.asConstant(), last = loop.last->asConstant();
  bool fits = context.getTypeSize(boundType) >= context.getTypeSize(loop.index->getType()) ||
              (*step > 0 && lower && *lower >= 0 && *lower < INT32_MAX) || last;
  if (context.getTypeSize(boundType) < context.getTypeSize(context.IntTy) || !fits)
    return std::nullopt;
  bool strict = isStrict(loop.comparison);
  std::string lastText = strict ? plus(text, -*step) : text;
  BinaryOperatorKind op = loop.comparison == BO_LE   ? BO_LT
                          : loop.comparison == BO_GE ? BO_GT
                                                     : loop.comparison;
  std::string shown = BinaryOperator::getOpcodeStr(op).str();
  return Peeling{.part = part,
                 .others = {*conditionRange, name + " " + shown + " " + lastText},
                 .alone = {{*startRange, lastText}}};
}

/// May all that stands between the loop and its parallel execution be the work of one iteration?
static bool isWorthTrying(const LoopResult &whole) {
  return std::all_of(whole.blockers.begin(), whole.blockers.end(), [](const Blocker &blocker) {
    return blocker.reason.rfind("carried-", 0) == 0 || blocker.reason == "value-used-after-loop" ||
           blocker.reason == "not-a-reduction" || blocker.reason == "observable-order";
  });
}

/// Makes the roles those of a loop beside which one iteration runs; false if they cannot be.
static bool adaptRoles(PeeledPart part, const LoopResult &whole, LoopResult &others) {
  for (Role &role : others.roles) {
    bool isSame = std::any_of(whole.roles.begin(), whole.roles.end(), [&](const Role &other) {
      return other.variable == role.variable && other.kind == role.kind &&
             other.declaration.offset == role.declaration.offset;
    });
    switch (role.kind) {
    case RoleKind::Shared:
      if (role.localCopy) // of names in the header, perhaps, which is another one
        return false;
      break;
    case RoleKind::Index:
    case RoleKind::Reduction:
      break;
    case RoleKind::ArrayReduction:
    case RoleKind::Atomic:
      if (part == PeeledPart::Middle)
        return false;
      break;
    case RoleKind::Private:
    case RoleKind::ArrayPrivate:
      if (!isSame)
        return false;
      break;
    case RoleKind::LastPrivate:
      if (part != PeeledPart::Last || !isSame || role.localCopy)
        return false;
      role.kind = RoleKind::Private;
      break;
    case RoleKind::Induction:
    case RoleKind::FirstPrivate:
    case RoleKind::Selection:
      return false;
    }
    if (!role.classType.empty() || (role.array && role.array->isLarge))
      return false;
    // The body would have to be rewritten in both loops.
    if (part == PeeledPart::Middle && (role.localCopy || (role.array && !role.array->uses.empty())))
      return false;
  }
  // A condition on values that rules the other dependences out would hold the iteration apart
  // again: `row i reads row k` is no use where k must be the first.
  return others.selections.empty() &&
         std::none_of(others.assumptions.begin(), others.assumptions.end(),
                      [](const Assumption &each) {
                        return (each.check && each.guardsLoop) || each.kind == "no-dependence";
                      });
}

/// Can one loop stand there as several, as far as its form tells?
static bool isPeelable(PeeledPart part, const Loop &loop, const LoopResult &described) {
  constexpr size_t mostAccesses = 1000; // the loop is judged once more
  bool isCounted = loop.trip && loop.trip->isValid();
  return loop.isCanonical && !loop.isPosition && loop.index && loop.last && loop.step &&
         (part != PeeledPart::Last || isCounted) && loop.isLexical && !loop.isSpeculative &&
         !loop.testsLast && loop.guardInside >= 0 && loop.guardInside != loop.guardBefore &&
         loop.accessEnd - loop.accessBegin <= mostAccesses && described.editable &&
         !described.canonicalForm && !described.needsCanonicalForm && !described.hasDirective &&
         !described.insideParallelRegion && loop.extraIncrements.empty() &&
         (described.provenNonEmpty || !described.nonEmptyCondition.empty()) &&
         !(described.constantTrip && *described.constantTrip < 3);
}

static bool haveSameRoles(const LoopResult &a, const LoopResult &b) {
  return std::equal(a.roles.begin(), a.roles.end(), b.roles.begin(), b.roles.end(),
                    [](const Role &x, const Role &y) {
                      return x.variable == y.variable && x.kind == y.kind && x.op == y.op &&
                             x.declaration.offset == y.declaration.offset;
                    });
}

std::optional<LoopResult> judgeWithout(PeeledPart part, const JudgeContext &judgement, Model &model,
                                       LoopId id, const LoopResult &described,
                                       const LoopResult &whole) {
  const Loop &loop = model.loops[id];
  if (!isPeelable(part, loop, described) || !isWorthTrying(whole))
    return std::nullopt;
  HeaderView view{judgement.context, model, id, loop, partsOf(*loop.statement), {}};
  view.counter = {loop.index, loop.lowerExpression};
  if (!loop.startIsStable || !isCanonicalText(view) || !view.parts.condition)
    return std::nullopt;
  const std::string header = view.text(view.parts.condition->getSourceRange());
  auto judgeWhere = [&](const Polynomial &distance, bool isBehind) -> std::optional<LoopResult> {
    LoopResult others = described;
    {
      Restriction restriction(model, judgement.solver, id, distance,
                              isBehind ? std::optional(header) : std::nullopt);
      judge(judgement, id, others);
    }
    if (others.verdict != Verdict::Parallel || !adaptRoles(part, whole, others))
      return std::nullopt;
    return others;
  };
  std::optional<Peeling> peeling;
  std::optional<LoopResult> others;
  if (part == PeeledPart::Middle) {
    for (const Polynomial &at : splitCandidates(model, id)) {
      peeling = spellSplit(view, judgement.solver, at);
      Polynomial distance = loop.iteration - loop.iteration.substitute(loop.indexSymbol, at);
      auto before = peeling ? judgeWhere(Polynomial() - distance, false) : std::nullopt;
      others = before ? judgeWhere(distance, true) : std::nullopt;
      if (!others || !haveSameRoles(*before, *others)) {
        others.reset();
        continue;
      }
      for (Assumption &assumption : before->assumptions)
        if (std::none_of(others->assumptions.begin(), others->assumptions.end(),
                         [&](const Assumption &x) {
                           return x.text == assumption.text && x.check == assumption.check;
                         }))
          others->assumptions.push_back(std::move(assumption));
      break;
    }
  } else if ((peeling = spellPeeling(part, view))) {
    others = part == PeeledPart::First
                 ? judgeWhere(loop.iteration, true)
                 : judgeWhere(*loop.trip - Polynomial(1) - loop.iteration, false);
  }
  if (!others)
    return std::nullopt;
  for (const Blocker &blocker : whole.blockers)
    if (blocker.reason.rfind("carried-", 0) == 0)
      others->dependences.push_back(
          {.kind = blocker.reason.substr(8, blocker.reason.find('-', 8) - 8),
           .object = blocker.object,
           .distance = blocker.distance,
           .witness = blocker.witness,
           .proven = blocker.proven,
           .removedBy = part == PeeledPart::First  ? "peeling the first iteration"
                        : part == PeeledPart::Last ? "peeling the last iteration"
                                                   : "splitting the loop at one iteration"});
  others->peeling = std::move(peeling);
  return others;
}

} // namespace loomp
