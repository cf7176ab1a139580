//===- Roles.cpp - what a scalar does in a loop ---------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Theorem: a scalar x that the loop writes does not order its iterations if
//   (reduction)  every access is part of an update with one operator (MatchUpdate.cpp), or
//   (private)    no iteration reads x before it certainly wrote it, and after the loop x is either
//                dead or was certainly written by the last iteration (lastprivate), or
//   (induction)  x is x0 + c * (iteration number) before its only update (Induction.cpp), and
//                recasting it changes no decision of the program.
// In each case a clause or an edit renames x in the text of the loop, so every access must stand
// there under that name. The order of the tests matters: a counter that nobody reads is a
// reduction.
//
//===----------------------------------------------------------------------===//

#include "analyses/Coverage.h"
#include "analyses/Dependence.h"
#include "analyses/EntryText.h"
#include "analyses/Judge.h"
#include "analyses/LoopParts.h"
#include "analyses/ScalarView.h"
#include "analyses/SparedPlaces.h"
#include "analyses/StepProduct.h"

#include "clang/AST/ExprCXX.h"
#include "clang/Lex/Lexer.h"

#include <algorithm>

using namespace clang;

namespace loomp {

static std::string textOf(const ASTContext &context, const Expr *expression) {
  CharSourceRange range = CharSourceRange::getTokenRange(expression->getSourceRange());
  range = Lexer::makeFileCharRange(range, context.getSourceManager(), context.getLangOpts());
  return Lexer::getSourceText(range, context.getSourceManager(), context.getLangOpts()).str();
}

/// Does the floating-point value of `variable` reach a comparison, a subscript, a bound or an
/// integer?
static bool reachesDecision(const Model &model, const ValueDecl *variable) {
  std::set<const ValueDecl *> reached = {variable};
  for (bool grew = true; grew;) {
    grew = false;
    for (const auto &[object, sources] : model.floating.storedIn) {
      bool receives = std::any_of(sources.begin(), sources.end(),
                                  [&](const ValueDecl *source) { return reached.count(source); });
      if (!receives)
        continue;
      for (ObjectId other = 0; other < model.objects.size(); ++other)
        if (model.mayOverlap(object, other))
          grew |= reached.insert(model.objects[other].declaration).second;
    }
  }
  return std::any_of(reached.begin(), reached.end(),
                     [&](const ValueDecl *each) { return model.floating.decides.count(each); });
}

Blocker blockerAt(const ScalarView &view, const std::string &reason, const std::string &message,
                  SourceLocation location) {
  Blocker blocker;
  blocker.reason = reason;
  blocker.message = message;
  blocker.object = view.object.name;
  blocker.source = positionOf(view.judgement.context, location);
  return blocker;
}

SourceLocation firstWrite(const ScalarView &view) {
  for (size_t i = 0; i < view.accesses.size(); ++i)
    if (view.access(i).isWrite)
      return view.access(i).location;
  return view.loop.statement->getBeginLoc();
}

/// clang 22 starts the private copies of a floating-point min or max at the largest finite number.
/// That only shows if the result is infinite, for which the variable must start so.
static bool startsInfinite(const ScalarView &view) {
  const auto *variable = dyn_cast_or_null<VarDecl>(view.variable);
  if (!variable || !variable->getType().getNonReferenceType()->isFloatingType() ||
      !variable->hasInit())
    return false;
  std::vector<const Stmt *> pending = {variable->getInit()};
  while (!pending.empty()) {
    const Stmt *statement = pending.back();
    pending.pop_back();
    if (!statement)
      continue;
    if (const auto *call = dyn_cast<CallExpr>(statement))
      if (const FunctionDecl *callee = call->getDirectCallee())
        if (llvm::StringRef name = callee->getName(); name.starts_with("__builtin_inf") ||
                                                      name.starts_with("__builtin_huge_val") ||
                                                      name == "infinity")
          return true;
    for (const Stmt *child : statement->children())
      pending.push_back(child);
  }
  return false;
}

/// Is the value with which the loop starts certainly 0 or 1? It is where that is all that the
/// function ever assigns to a variable, or a member of one, that nothing else can reach.
static bool isTruthValueAtStart(const ScalarView &view) {
  const Model &model = view.judgement.model;
  auto isTruthValue = [&](const Polynomial &value, int guard) {
    return isNonNegativeAt(model, view.judgement.solver, guard, value) &&
           isNonNegativeAt(model, view.judgement.solver, guard, Polynomial(1) - value);
  };
  const Path &path = view.access(0).path;
  if (auto start = view.loop.valuesAtEntry.find(view.variable);
      start != view.loop.valuesAtEntry.end() && isWholeVariable(path) &&
      isTruthValue(start->second, view.loop.guardBefore))
    return true;
  const auto *variable = dyn_cast_or_null<VarDecl>(view.object.declaration);
  bool isOwn = view.object.kind == ObjectKind::Variable && variable &&
               variable->hasLocalStorage() && !isa<ParmVarDecl>(variable) &&
               !view.object.reachable && !view.object.preexisting && !model.hasJumps &&
               llvm::all_of(path.components, [](const Component &component) {
                 return component.kind == Component::Kind::Field;
               });
  return isOwn && llvm::all_of(model.accesses, [&](const Access &access) {
           return !access.isWrite || !model.mayOverlap(access.path, path) ||
                  (isSamePlace(access.path, path) && access.value && !access.isSharedByte &&
                   isTruthValue(*access.value, access.guard));
         });
}

/// Does each iteration of the loop around get to this access, whatever the data: are all loops
/// between them entered unconditionally, and run?
static bool isInEachIteration(const Model &model, const Access &access, LoopId around) {
  int guard = access.guard;
  for (LoopId inner = access.loop; inner != around; inner = model.loops[inner].parent) {
    if (inner == NoLoop || !model.loops[inner].provenNonEmpty ||
        guard != model.loops[inner].guardInside)
      return false;
    guard = model.loops[inner].guardBefore;
  }
  return guard == model.loops[around].guardInside;
}

/// Does the loop run, and each iteration update the variable? Then what was there before only
/// counts as true or false.
static bool isUpdatedByAnyRun(const ScalarView &view) {
  for (size_t i = 0; i < view.accesses.size() && view.loop.provenNonEmpty; ++i) {
    const Access &access = view.access(i);
    if (access.isWrite && access.update >= 0 &&
        isInEachIteration(view.judgement.model, access, view.id))
      return true;
  }
  return false;
}

/// Asks in front of the loop whether the variable is 0 or 1 there; empty if it cannot, or if it is
/// known not to be.
static std::string startsAsTruthValue(const ScalarView &view) {
  const auto *variable = dyn_cast_or_null<VarDecl>(view.object.declaration);
  auto start = view.loop.valuesAtEntry.find(view.variable);
  if (!variable || view.object.capturedFrom || !isWholeVariable(view.access(0).path) ||
      (start != view.loop.valuesAtEntry.end() && start->second.asConstant()))
    return "";
  auto name = view.loop.nameAtStart(*variable);
  return name ? "(" + *name + " == 0 || " + *name + " == 1)" : "";
}

/// Every access is an update with one operator, or the reason why the updates are no reduction.
static std::optional<ScalarOutcome> asReduction(const ScalarView &view) {
  const Model &model = view.judgement.model;
  std::string op;
  const Update *rejected = nullptr, *speculative = nullptr;
  bool needsTruthValue = false, isCalled = false;
  for (size_t i = 0; i < view.accesses.size(); ++i) {
    const Access &access = view.access(i);
    bool inCallee = access.update < 0;
    int id = inCallee ? access.updateInCallee : access.update;
    if (id < 0)
      return std::nullopt;
    // A callee updates what the text of the loop hands to it: `add(sum, a[i])`.
    bool isHandedOn =
        view.variable && isNamedInText(view.judgement, view.loop, access, *view.variable);
    if (inCallee && !(isHandedOn && isWholeVariable(access.path)))
      return std::nullopt;
    const Update &update = model.updates[id];
    // What a call returns a reference to, or a pointer leads to, needs a variable that stands for
    // it.
    if (!update.variable) {
      const Expr *place = access.expression ? access.expression->IgnoreParenImpCasts() : nullptr;
      const auto *unary = dyn_cast_or_null<UnaryOperator>(place);
      if (!place ||
          !(isa<CallExpr, ArraySubscriptExpr>(place) || (unary && unary->getOpcode() == UO_Deref)))
        return std::nullopt;
      isCalled = true;
    }
    // In the body of a lambda that stands in front of the loop no clause renames anything.
    const SourceManager &sources = view.judgement.context.getSourceManager();
    if (!access.isInFunction && !isHandedOn &&
        !sources.isPointWithin(update.expression->getBeginLoc(), view.loop.statement->getBeginLoc(),
                               view.loop.statement->getEndLoc()))
      return std::nullopt;
    // An update in the header cannot stay there: OpenMP's canonical form has no room for it.
    for (const Expr *extra : view.loop.extraIncrements)
      if (extra->IgnoreParens() == update.expression)
        return std::nullopt;
    if (!op.empty() && op != update.op)
      return std::nullopt;
    op = update.op;
    if (!update.rejection.empty())
      rejected = &update;
    needsTruthValue |= update.needsTruthValue;
    if (!update.skipped.empty() && !isHarmless(view.judgement, view.id, update.skipped))
      speculative = &update;
  }
  std::string name = view.object.name;
  if (op.empty() || (isCalled && !localCopyOf(view.judgement, view.id, view.accesses, name)))
    return std::nullopt;
  name = view.object.name;
  if ((op == "min" || op == "max") && startsInfinite(view))
    return ScalarOutcome{
        {},
        blockerAt(view, "not-a-reduction",
                  "'" + name + "' starts at infinity, which a reduction in clang does not keep",
                  firstWrite(view))};
  if (rejected)
    return ScalarOutcome{{},
                         blockerAt(view, rejected->rejectionReason,
                                   "'" + name + "' is not a reduction: " + rejected->rejection,
                                   rejected->expression->getBeginLoc())};
  if (speculative) {
    Blocker blocker = blockerAt(view, "speculative-evaluation",
                                "a parallel reduction of '" + name +
                                    "' would evaluate operands that the serial loop skips",
                                speculative->expression->getBeginLoc());
    if (op == "&&" || op == "||")
      blocker.remedy = "write the operand first if it may always be evaluated: '" + name +
                       " = ... " + op + " " + name + "'";
    return ScalarOutcome{{}, blocker};
  }
  ScalarOutcome outcome{.role = Role{.variable = name, .kind = RoleKind::Reduction, .op = op}};
  if (needsTruthValue && !isTruthValueAtStart(view) && !isUpdatedByAnyRun(view)) {
    outcome.condition = startsAsTruthValue(view);
    if (outcome.condition.empty())
      return ScalarOutcome{{},
                           blockerAt(view, "not-a-reduction",
                                     "'" + name + "' may start with a value other than 0 or 1",
                                     firstWrite(view))};
  }
  return outcome;
}

/// The text of a step, parenthesized where it stands in a product.
static std::string stepText(const ASTContext &context, const Expr *step) {
  if (!step)
    return "1";
  std::string text = textOf(context, step);
  const Expr *inner = step->IgnoreParenImpCasts();
  bool atom = isa<DeclRefExpr, IntegerLiteral, FloatingLiteral, MemberExpr, CallExpr,
                  ArraySubscriptExpr, ParenExpr>(inner) ||
              isa<ParenExpr>(step);
  return atom ? text : "(" + text + ")";
}

static std::string closedForm(const InductionForm &form, const std::string &start,
                              const std::string &iteration) {
  std::string product = form.step == "1" ? iteration : iteration + " * " + form.step;
  if (!form.negative && (start == "0" || start == "0.0" || start.empty()))
    return product;
  return start + (form.negative ? " - " : " + ") + product;
}

/// The spelling of the value at entry, if the text of the initializer still means the same there.
static std::optional<std::string> stableStart(const ScalarView &view) {
  const auto *variable = dyn_cast<VarDecl>(view.variable);
  auto known = view.loop.valuesAtEntry.find(view.variable);
  if (known != view.loop.valuesAtEntry.end())
    if (auto constant = known->second.asConstant())
      return toString(*constant);
  if (!variable || !variable->hasInit() || !variable->getType()->isFloatingType())
    return std::nullopt;
  // Between its declaration and the loop nothing may have assigned it or its operands.
  const Model &model = view.judgement.model;
  std::set<const ValueDecl *> operands = {variable};
  std::vector<const Stmt *> pending = {variable->getInit()};
  while (!pending.empty()) {
    const Stmt *statement = pending.back();
    pending.pop_back();
    if (!statement)
      continue;
    if (const auto *reference = dyn_cast<DeclRefExpr>(statement))
      operands.insert(reference->getDecl());
    else if (!isa<FloatingLiteral, IntegerLiteral, ImplicitCastExpr, ParenExpr, BinaryOperator>(
                 statement) &&
             !(isa<UnaryOperator>(statement) && cast<UnaryOperator>(statement)->isArithmeticOp()))
      return std::nullopt;
    for (const Stmt *child : statement->children())
      pending.push_back(child);
  }
  unsigned initial = 0;
  for (size_t i = 0; i < model.accesses.size(); ++i) {
    const Access &access = model.accesses[i];
    const ValueDecl *declaration = model.objects[access.path.object].declaration;
    if (!access.isWrite || !declaration || !operands.count(declaration))
      continue;
    bool inLoop = i >= view.loop.accessBegin && i < view.loop.accessEnd;
    if (inLoop && declaration == variable)
      continue;
    const auto *operand = dyn_cast<VarDecl>(declaration);
    bool ownInitializer = operand && operand->hasInit() && access.expression == operand->getInit();
    if (!ownInitializer)
      return std::nullopt;
    initial += declaration == variable;
  }
  for (const ValueDecl *operand : operands)
    if (const auto *each = dyn_cast<VarDecl>(operand); !each || !each->hasLocalStorage())
      return std::nullopt;
  return initial == 1 ? std::optional(textOf(view.judgement.context, variable->getInit()))
                      : std::nullopt;
}

/// Another order of rounding: not if that is forbidden, or could be seen in more than digits.
static std::optional<ScalarOutcome> roundsOtherwise(const ScalarView &view) {
  const std::string &name = view.object.name;
  QualType type = view.access(0).path.type;
  if (!type->isFloatingType())
    return std::nullopt;
  if (view.judgement.options.strictFloatingPoint)
    return ScalarOutcome{{},
                         blockerAt(view, "strict-floating-point",
                                   "--fp=strict forbids to recast '" + name + "'",
                                   firstWrite(view))};
  const Object &object = view.judgement.model.objects[view.self];
  if (reachesDecision(view.judgement.model, object.declaration))
    return ScalarOutcome{{},
                         blockerAt(view, "floating-point-decision",
                                   "the rounding of '" + name + "' decides what the program does",
                                   firstWrite(view))};
  return std::nullopt;
}

static std::optional<ScalarOutcome> asInduction(const ScalarView &view) {
  const ASTContext &context = view.judgement.context;
  const SourceManager &sources = context.getSourceManager();
  const InductionCandidate *candidate = nullptr;
  for (const InductionCandidate &each : view.loop.inductions)
    if (each.variable ? each.variable == view.variable
                      : isSamePlace(each.place, view.access(0).path))
      candidate = &each;
  if (!candidate || !view.loop.isLexical || candidate->usedInLambda)
    return std::nullopt;
  std::string name = view.object.name;
  QualType type = candidate->variable ? candidate->variable->getType() : candidate->place.type;
  InductionForm form;
  if (!candidate->variable)
    form.place = placeName(view.judgement.model, candidate->place);
  form.isFloating = type->isFloatingType();
  form.negative = candidate->negative;
  form.step = stepText(context, candidate->step);
  // What a library calls the type of a place may mean nothing here.
  if (!candidate->variable)
    type = type.getCanonicalType();
  form.type = copyType(context, type, view.judgement.model.isInstantiated);
  if (form.type.empty())
    return std::nullopt;
  form.liveOut =
      !form.place.empty() || view.loop.liveOut.count(view.variable) || isAlwaysLiveOut(view);
  if (auto refused = roundsOtherwise(view))
    return refused;

  auto rangeOf = [&](const Expr *expression) -> std::optional<TextRange> {
    CharSourceRange range = CharSourceRange::getTokenRange(expression->getSourceRange());
    range = Lexer::makeFileCharRange(range, sources, context.getLangOpts());
    if (range.isInvalid() || expression->getBeginLoc().isMacroID())
      return std::nullopt;
    return TextRange{sources.getFileOffset(range.getBegin()),
                     sources.getFileOffset(range.getEnd())};
  };
  auto updateRange = rangeOf(candidate->update);
  if (!updateRange)
    return std::nullopt;
  bool postfix = isPostfix(*candidate->update);
  form.uses.push_back({*updateRange, !candidate->valueUsed ? InductionUse::Becomes::Nothing
                                     : postfix             ? InductionUse::Becomes::Before
                                                           : InductionUse::Becomes::After});
  // The test of a bound that moves goes away with the header.
  const Expr *test = view.loop.closing != 0 ? partsOf(*view.loop.statement).condition : nullptr;
  auto testRange = test ? rangeOf(test) : std::nullopt;
  auto isInTest = [&](const TextRange &range) {
    return testRange && testRange->begin <= range.begin && range.end <= testRange->end;
  };
  for (const auto &[use, after] : candidate->uses) {
    auto range = rangeOf(use);
    if (!range)
      return std::nullopt;
    if (isInTest(*range))
      continue;
    if (range->begin >= updateRange->begin && range->end <= updateRange->end)
      continue;
    // What else stands in the increment goes away with other variables.
    bool inIncrement = false;
    for (const Expr *extra : view.loop.extraIncrements)
      inIncrement |=
          sources.isPointWithin(use->getBeginLoc(), extra->getBeginLoc(), extra->getEndLoc());
    if (inIncrement)
      continue;
    form.uses.push_back(
        {*range, after ? InductionUse::Becomes::After : InductionUse::Becomes::Before});
  }
  std::sort(form.uses.begin(), form.uses.end(), [](const InductionUse &a, const InductionUse &b) {
    return a.range.begin < b.range.begin;
  });
  // What is named, but not loaded as such, would keep the name: `(u, t)`, `sizeof t`. A place keeps
  // it, but each access must stand in the body.
  const Stmt *body = partsOf(*view.loop.statement).body;
  auto isReplaced = [&](const TextRange &name) {
    return isInTest(name) ||
           std::any_of(form.uses.begin(), form.uses.end(), [&](const InductionUse &use) {
             return use.range.begin <= name.begin && name.end <= use.range.end;
           });
  };
  if (!form.place.empty()) {
    auto uses = placesInBody(view.judgement, view.id, view.accesses, name);
    auto isMove = [&](size_t i) {
      const Access &access = view.judgement.model.accesses[i];
      return !access.isWrite || isMoveOf(view.loop, access);
    };
    if (!uses || !llvm::all_of(*uses, isReplaced) || !llvm::all_of(view.accesses, isMove))
      return std::nullopt;
  } else {
    auto named = occurrences(context, body, candidate->variable);
    if (!named || !std::all_of(named->begin(), named->end(), isReplaced))
      return std::nullopt;
  }

  if (type->isPointerType() || type->isRecordType()) {
    form.iterationCast = form.step == "1" ? "" : pointerCast(context, view.loop);
  } else if (!form.isFloating && view.loop.index && !view.loop.isPosition) {
    auto start = view.loop.valuesAtEntry.find(view.variable);
    auto constant =
        start == view.loop.valuesAtEntry.end() ? std::nullopt : start->second.asConstant();
    StepProduct product{.variable = type,
                        .index = view.loop.index->getType(),
                        .step = candidate->step ? candidate->step->IgnoreParenImpCasts()->getType()
                                                : context.IntTy,
                        .isOne = form.step == "1",
                        .isExact = candidate->modulus == 0};
    if (!product.step->isIntegralOrUnscopedEnumerationType())
      product.step = QualType();
    if (candidate->stepValue)
      product.low = product.high = candidate->stepValue->asConstant();
    bool isDown = product.low && *product.low < 0; // the sign of the update is in it
    product.isLarger = constant && (*constant == 0 || (product.low && (*constant < 0) == isDown));
    form.iterationCast = iterationType(context, product);
  }
  // i * step in the type of the variable, not in that of an integer or narrower step.
  QualType stepType =
      candidate->step ? candidate->step->IgnoreParenImpCasts()->getType() : context.IntTy;
  if (form.isFloating && !context.hasSameUnqualifiedType(stepType, type))
    form.iterationCast = form.type;
  std::string iteration = view.judgement.model.text(view.loop.iteration);
  if (!view.loop.iteration.asSymbol())
    iteration = "(" + iteration + ")";
  auto stable = !form.place.empty() ? std::nullopt : stableStart(view);
  form.closedForm = closedForm(form, stable.value_or(name), iteration);
  if (candidate->stepValue && form.place.empty())
    form.linearStep = linearStep(view.judgement, view.id, *candidate->variable,
                                 *candidate->stepValue, candidate->modulus == 0);
  Role role{.variable = name, .kind = RoleKind::Induction};
  role.induction = std::move(form);
  return ScalarOutcome{role, {}};
}

/// Does the variable start as 1 or -1? A power by itself leaves the range of the type where the
/// program does; times another number it may do so earlier, and 0 times infinity is no number.
static bool startsAtOne(const ScalarView &view) {
  const auto *variable = dyn_cast_or_null<VarDecl>(view.variable);
  Expr::EvalResult value;
  if (!stableStart(view) || !variable->hasInit() || variable->getInit()->isValueDependent() ||
      !variable->getInit()->EvaluateAsRValue(value, view.judgement.context) || !value.Val.isFloat())
    return false;
  return abs(value.Val.getFloat()).isExactlyValue(1.0);
}

bool isNamedInText(const JudgeContext &judgement, const Loop &loop, const Access &access,
                   const ValueDecl &variable) {
  // `f(&x)` and `f(x)` hand on what the name stands for.
  const Model &model = judgement.model;
  LoopId id = static_cast<LoopId>(&loop - model.loops.data());
  const Path &path = access.path;
  if (path.name && path.name->getCanonicalDecl() == variable.getCanonicalDecl() &&
      isWholeVariable(path) && model.isInside(path.namedIn, id))
    return true;
  if (!access.lexicalName || access.lexicalName->getCanonicalDecl() != variable.getCanonicalDecl())
    return false;
  // In a lambda only what it captures is renamed by g++: no member, and nothing static.
  const auto *storage = dyn_cast<VarDecl>(&variable);
  if (!access.isInFunction && (!storage || !storage->hasLocalStorage()))
    return false;
  // The body of a lambda that the loop calls may stand in front of it.
  const SourceManager &sources = judgement.context.getSourceManager();
  return !access.expression ||
         sources.isPointWithin(access.expression->getBeginLoc(), loop.statement->getBeginLoc(),
                               loop.statement->getEndLoc());
}

ScalarOutcome classifyScalar(const JudgeContext &judgement, LoopId loop, ObjectId id,
                             const std::vector<size_t> &accesses) {
  const Model &model = judgement.model;
  const Object &object = model.objects[id];
  const Loop &judged = model.loops[loop];
  const ValueDecl *variable = object.declaration;
  for (const Component &component : model.accesses[accesses.front()].path.components)
    if (component.kind == Component::Kind::Field)
      variable = component.field;
  Object named = object;
  if (variable && !object.capturedFrom) // the fields of a closure have no names
    named.name = variable->getNameAsString();
  ScalarView view{judgement, judged, loop, id, named, variable, accesses};
  const SourceManager &sources = judgement.context.getSourceManager();

  if (auto state = asClosureState(view))
    return *state;
  std::optional<ScalarOutcome> outcome = asReduction(view);
  if (!outcome)
    outcome = asPrivate(view);
  if (!outcome || (outcome->blocker && outcome->blocker->reason == "value-used-after-loop")) {
    if (auto flag = asFlag(judgement, loop, variable, accesses))
      outcome = ScalarOutcome{flag, {}};
    else if (auto induction = asInduction(view))
      outcome = induction;
    else if (auto recurrence =
                 asRecurrence(judgement, loop, variable, accesses,
                              judged.liveOut.count(variable) || isAlwaysLiveOut(view))) {
      outcome = recurrence;
      if (recurrence->role && !recurrence->role->induction->factor.empty())
        if (auto refused = roundsOtherwise(view))
          outcome = refused;
      if (recurrence->role && !recurrence->role->induction->factor.empty() &&
          recurrence->role->induction->isFloating && !startsAtOne(view))
        outcome.reset();
    }
  }
  // What an earlier call left in a static variable is no value from before the loop.
  if ((!outcome || outcome->blocker) && !isStaticOfLoop(model, loop, id))
    if (auto old = asOldValue(judgement, loop, id, accesses, isLiveAfter(view)))
      outcome = old;
  if (!outcome || outcome->blocker)
    return outcome.value_or(ScalarOutcome{});

  // The role renames the variable in the text of the loop.
  bool isPlace = movesPlace(*outcome->role);
  for (size_t each : accesses) {
    const Access &access = model.accesses[each];
    if (outcome->role->localCopy || isPlace ||
        (variable && isNamedInText(judgement, judged, access, *variable)))
      continue;
    if (variable && outcome->role->kind == RoleKind::Reduction)
      if (auto copy = localCopyOf(judgement, loop, accesses, outcome->role->variable)) {
        outcome->role->localCopy = std::move(copy);
        break;
      }
    Blocker blocker;
    blocker.reason = "role-not-lexical";
    blocker.message = "'" + named.name + "' is reached in the loop other than by its name";
    blocker.object = named.name;
    blocker.source = positionOf(judgement.context, access.location);
    return {{}, blocker};
  }
  if (object.isStaticLocal && !sources.isBeforeInTranslationUnit(variable->getLocation(),
                                                                 judged.statement->getBeginLoc())) {
    Blocker blocker;
    blocker.reason = "hidden-state";
    blocker.message = "the static variable '" + named.name + "' keeps its value between iterations";
    blocker.object = named.name;
    blocker.source = positionOf(judgement.context, variable->getLocation());
    return {{}, blocker};
  }
  if (object.kind == ObjectKind::This && outcome->role->kind != RoleKind::Reduction && !isPlace &&
      !outcome->role->localCopy) {
    Blocker blocker;
    blocker.reason = "role-not-lexical";
    blocker.message = "the member '" + named.name + "' cannot be made private";
    blocker.object = named.name;
    blocker.source = positionOf(judgement.context, model.accesses[accesses.front()].location);
    blocker.remedy = "use a local variable declared in the loop";
    return {{}, blocker};
  }
  if (variable)
    outcome->role->declaration = positionOf(judgement.context, variable->getLocation());
  return *outcome;
}

} // namespace loomp
