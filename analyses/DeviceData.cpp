//===- DeviceData.cpp - what a device needs of the memory of the host -----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (int i = 0; i < n; i++)        x[0 : n] to the device, y[0 : n] to it and from it,
//     y[i] += a * x[i];                a is a number
//
// Theorem. Let a parallel loop reach memory of the function through variables V1 ... Vk only, and
// let the device have a copy of a range of elements of each, made before the loop; what the loop
// may leave there goes back after it. Then device and host see the same, if
//
//   1. the range holds every element that the loop reaches through V,
//   2. all of the range is memory of the program: the copy reads it,
//   3. what two of the variables lead to does not overlap: there would be two copies of one place,
//   4. an element that the loop may leave as it is was copied to the device before it goes back.
//
// On 2: in an array, a container or an object of known size every element exists. Behind a pointer,
// the range must end with elements that are reached: all subscripts are linear in indices of loops,
// no condition stands in front of the accesses, and every loop around them runs. That is asked
// when the program runs; then the extremes of a subscript are reached in corners of the box of all
// iterations, and what lies between two elements of one row belongs to it.
//
// On 4: a range that is not read needs no copy at first if the loop certainly writes all of it: one
// element after the other in its own iterations, or a row of them in those of a loop inside.
//
// The same holds of a serial loop around such loops, if nothing else in it reaches the elements:
//
//   for (int t = 0; t < steps; t++) {       u and v are copied once in front of it, and once behind
//     for (int i = 1; i < n - 1; i++) v[i] = ...u...
//     for (int i = 1; i < n - 1; i++) u[i] = ...v...
//   }
//
// What is on the device already when a loop asks for it is not copied again (OpenMP 5.2, 5.8.3).
// The host would find old values, so none of these loops may be one that runs on the host where a
// condition fails.
//
//===----------------------------------------------------------------------===//

#include "analyses/DeviceData.h"

#include "analyses/Dependence.h"
#include "analyses/DeviceText.h"
#include "analyses/EntryText.h"
#include "analyses/ParameterCondition.h"
#include "analyses/Ranges.h"

#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/AST/StmtOpenMP.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <map>
#include <set>

using namespace clang;

namespace loomp {

namespace {
class DeviceData {
public:
  DeviceData(const JudgeContext &judgement, LoopId loop, LoopResult &result)
      : J(judgement), M(judgement.model), L(loop), Judged(M.loops[loop]), Out(result) {}
  void describe();
  void describeRegion(const std::vector<JudgedLoop> &inside);

private:
  /// A variable, and the accesses that it leads to.
  struct Part {
    const DeviceUse *use = nullptr;
    std::vector<size_t> accesses;
    std::optional<ElementRange> range;
  };

  std::string roleInTheWay() const;
  std::string collect(const DeviceUses &uses);
  std::string mapParts(DeviceForm &form);
  std::string mapPart(Part &part, DeviceForm &form);
  std::string collectInside(const std::vector<JudgedLoop> &loops, std::vector<DeviceUse> &uses);
  std::string keepApart(const Part &a, const Part &b, DeviceForm &form) const;
  bool isUnconditional(const Access &access) const;
  bool endsAreReached(const Part &part, std::set<LoopId> &needed) const;
  bool isDense(const Part &part, size_t number) const;
  bool isReachedWhole(const Part &part) const;
  bool isWrittenWhole(const Part &part) const;
  bool mayBeOne(const Part &a, const Part &b) const;
  std::optional<ElementRange> rangeOf(const std::vector<size_t> &accesses) const {
    return touchedRange(M, J.solver, L, touchesOf(M, accesses), J.context);
  }

  const JudgeContext &J;
  const Model &M;
  LoopId L;
  const Loop &Judged;
  LoopResult &Out;
  std::vector<Part> Parts;
};
} // namespace

void describeDevice(const JudgeContext &judgement, LoopId loop, LoopResult &result) {
  if (result.verdict == Verdict::Parallel)
    DeviceData(judgement, loop, result).describe();
}

void DeviceData::describe() {
  std::string &why = Out.notOnDeviceBecause;
  why = Judged.isPosition || !Judged.index ? "no number counts its iterations" : roleInTheWay();
  if (!why.empty())
    return;
  DeviceUses uses = deviceUses(J.context, J.effects, *Judged.statement);
  why = uses.problem.empty() ? collect(uses) : uses.problem;
  DeviceForm form;
  if (why.empty())
    why = mapParts(form);
  if (why.empty())
    Out.device = std::move(form);
}

/// Why some part cannot be mapped; empty if all are.
std::string DeviceData::mapParts(DeviceForm &form) {
  for (Part &part : Parts)
    if (std::string why = mapPart(part, form); !why.empty())
      return why;
  for (size_t i = 0; i < Parts.size(); ++i)
    for (size_t k = i + 1; k < Parts.size(); ++k)
      if (std::string why = keepApart(Parts[i], Parts[k], form); !why.empty())
        return why;
  return "";
}

/// A structured block is left at its end.
static bool holdsJumpOut(const Stmt *statement) {
  if (!statement || isa<LambdaExpr>(statement))
    return false;
  return isa<ReturnStmt, GotoStmt, IndirectGotoStmt, CXXThrowExpr, CoreturnStmt,
             OMPExecutableDirective>(statement) ||
         llvm::any_of(statement->children(), holdsJumpOut);
}

void describeDeviceRegion(const JudgeContext &judgement, const JudgedLoop &loop,
                          const std::vector<JudgedLoop> &all) {
  const Model &model = judgement.model;
  if (loop.loop == NoLoop || loop.result->verdict == Verdict::Parallel ||
      holdsJumpOut(model.loops[loop.loop].statement))
    return;
  std::vector<JudgedLoop> inside;
  for (const JudgedLoop &each : all) {
    bool isInside = each.loop != NoLoop && each.loop != loop.loop &&
                    model.isInside(each.loop, loop.loop) && each.result->device;
    bool isOutermost = llvm::none_of(
        inside, [&](const JudgedLoop &other) { return model.isInside(each.loop, other.loop); });
    if (isInside && isOutermost)
      inside.push_back(each);
  }
  bool mayRunOnHost = llvm::any_of(inside, [](const JudgedLoop &each) {
    return !each.result->device->checks.empty() ||
           llvm::any_of(each.result->assumptions,
                        [](const Assumption &assumption) { return assumption.check.has_value(); });
  });
  if (!inside.empty() && !mayRunOnHost)
    DeviceData(judgement, loop.loop, *loop.result).describeRegion(inside);
}

void DeviceData::describeRegion(const std::vector<JudgedLoop> &inside) {
  std::vector<DeviceUse> uses;
  std::string why = collectInside(inside, uses);
  DeviceForm form;
  if (why.empty())
    why = mapParts(form);
  if (!why.empty() || Parts.empty())
    return;
  for (MappedData &data : form.data)
    data.isRead = true; // whether the first of the loops writes all of it is not asked
  DeviceRegion region{std::move(form.data), std::move(form.checks), {}};
  for (const JudgedLoop &each : inside)
    region.loops.push_back(each.result->directiveOffset);
  Out.deviceRegion = std::move(region);
}

/// The variables that the loops inside copy, and their accesses there. Nothing else in this loop
/// may reach what they lead to, or change where they lead.
std::string DeviceData::collectInside(const std::vector<JudgedLoop> &loops,
                                      std::vector<DeviceUse> &uses) {
  for (size_t i = Judged.effectBegin; i < Judged.effectEnd; ++i)
    if (M.effects[i].reason != "observable-order" && M.effects[i].reason != "early-exit")
      return "it calls what may reach the data";
  std::map<const VarDecl *, size_t> places;
  for (const JudgedLoop &each : loops) {
    DeviceUses own = deviceUses(J.context, J.effects, *M.loops[each.loop].statement);
    for (const DeviceUse &use : own.uses) {
      bool isMapped = llvm::any_of(each.result->device->data, [&](const MappedData &data) {
        return data.variable == use.variable->getNameAsString() && (data.isRead || data.isWritten);
      });
      if (isMapped && places.try_emplace(use.variable->getCanonicalDecl(), uses.size()).second)
        uses.push_back({use.variable, use.kind, {}, {}});
    }
  }
  for (const DeviceUse &use : uses)
    Parts.push_back({&use, {}, {}});
  auto isOnDevice = [&](const Access &access) {
    return llvm::any_of(loops,
                        [&](const JudgedLoop &each) { return M.isInside(access.loop, each.loop); });
  };
  std::vector<size_t> others;
  for (size_t i = Judged.accessBegin; i < Judged.accessEnd; ++i) {
    const Access &access = M.accesses[i];
    const ValueDecl *name = access.path.name ? access.path.name : access.lexicalName;
    auto place = places.find(dyn_cast_or_null<VarDecl>(name ? name->getCanonicalDecl() : nullptr));
    if (!isOnDevice(access) || place == places.end() || isHeader(access.path)) {
      others.push_back(i);
      continue;
    }
    Part &part = Parts[place->second];
    const Object &object = M.objects[access.path.object];
    if (part.use->kind == DeviceUseKind::Pointer && isWholeVariable(access.path) &&
        object.declaration == part.use->variable && !object.isReference) {
      others.push_back(i); // the pointer itself
      continue;
    }
    if (!part.accesses.empty() &&
        M.accesses[part.accesses.front()].path.object != access.path.object)
      return "a variable leads to several objects";
    part.accesses.push_back(i);
  }
  for (size_t i : others) {
    const Access &access = M.accesses[i];
    bool isRead = !access.isWrite;
    for (const Part &part : Parts) {
      const auto *object = M.objects[access.path.object].declaration;
      bool isItself = object &&
                      object->getCanonicalDecl() == part.use->variable->getCanonicalDecl() &&
                      (isHeader(access.path) ||
                       (part.use->kind == DeviceUseKind::Pointer && isWholeVariable(access.path)));
      if (isItself && isRead)
        continue;
      if (isItself || part.accesses.empty() ||
          M.mayOverlap(access.path.object, M.accesses[part.accesses.front()].path.object))
        return "something else reaches the data";
    }
  }
  return "";
}

std::string DeviceData::roleInTheWay() const {
  if (!Out.selections.empty())
    return "threads keep results of their own";
  if (Out.peeling)
    return "one iteration runs on its own";
  for (const Role &role : Out.roles) {
    if (role.declaredInLoop)
      continue;
    if (role.kind == RoleKind::FirstPrivate || role.kind == RoleKind::LastPrivate)
      return "each iteration has '" + role.variable + "' from before the loop, or leaves it";
    if (role.kind == RoleKind::ArrayReduction || role.kind == RoleKind::Atomic)
      return "'" + role.variable + "' is updated by several iterations";
    if (role.localCopy || !role.classType.empty() || (role.array && role.array->isLarge))
      return "'" + role.variable + "' is no plain variable";
  }
  return "";
}

/// Shares the accesses of the loop out among the variables.
std::string DeviceData::collect(const DeviceUses &uses) {
  for (const DeviceUse &use : uses.uses) {
    std::string name = use.variable->getNameAsString();
    bool hasRole = llvm::any_of(Out.roles, [&](const Role &role) {
      return role.kind != RoleKind::Shared && role.variable == name;
    });
    // A closed form may name what takes another name in the loop.
    bool isInForm = llvm::any_of(Out.roles, [&](const Role &role) {
      const auto &form = role.induction;
      return form && llvm::any_of(
                         std::initializer_list<llvm::StringRef>{
                             form->closedForm, form->step, form->quadratic, form->previousText,
                             form->lastText, form->alternate, form->modulus, form->factor},
                         [&](llvm::StringRef text) { return mentionsName(text, name); });
    });
    // In a template, g++ 12 takes such a class for incomplete.
    const auto *record =
        J.context.getBaseElementType(use.variable->getType())->getAsCXXRecordDecl();
    if (M.isInstantiated && use.kind == DeviceUseKind::Object &&
        isa_and_nonnull<ClassTemplateSpecializationDecl>(record))
      return "'" + name + "' is an instance of a template, in a template";
    if (isInForm && use.kind != DeviceUseKind::Scalar)
      return "what follows from the number of the iteration reads '" + name + "'";
    if (hasRole && (use.kind == DeviceUseKind::Pointer || use.kind == DeviceUseKind::Container))
      return "'" + name + "' changes in the loop";
    if (!hasRole && use.kind != DeviceUseKind::Scalar)
      Parts.push_back({&use, {}, {}});
  }
  for (size_t i = Judged.accessBegin; i < Judged.accessEnd; ++i) {
    const Access &access = M.accesses[i];
    const Object &object = M.objects[access.path.object];
    const auto *variable = dyn_cast_or_null<VarDecl>(object.declaration);
    bool isOwn = object.kind == ObjectKind::Variable && variable && uses.declared.count(variable);
    if (isOwn || M.isInside(object.loop, L) || isHeader(access.path))
      continue;
    const ValueDecl *name = access.path.name ? access.path.name : access.lexicalName;
    auto part = llvm::find_if(Parts, [&](const Part &each) {
      return name && each.use->variable->getCanonicalDecl() == name->getCanonicalDecl();
    });
    bool isVariable = isWholeVariable(access.path) || object.kind == ObjectKind::Variable;
    if (part == Parts.end()) {
      // A number, or what has a role: the text names it, or else it was refused.
      bool isNamed = name && llvm::any_of(uses.uses, [&](const DeviceUse &use) {
                       return use.variable->getCanonicalDecl() == name->getCanonicalDecl();
                     });
      if (isNamed && isVariable)
        continue;
      return "it reaches memory by other ways than its variables";
    }
    if (part->use->kind == DeviceUseKind::Pointer && isWholeVariable(access.path) &&
        object.declaration == part->use->variable && !object.isReference)
      continue; // the pointer itself
    if (!part->accesses.empty() &&
        M.accesses[part->accesses.front()].path.object != access.path.object)
      return "'" + part->use->variable->getNameAsString() + "' leads to several objects";
    part->accesses.push_back(i);
  }
  return "";
}

bool DeviceData::isUnconditional(const Access &access) const {
  LoopId loop = access.loop;
  if (access.guard != M.loops[loop].guardInside)
    return false;
  for (; loop != L; loop = M.loops[loop].parent)
    if (loop == NoLoop || M.loops[loop].parent == NoLoop ||
        M.loops[loop].guardBefore != M.loops[M.loops[loop].parent].guardInside)
      return false;
  return true;
}

/// Is the last index one that the loop really has? With a stride it may be a bound only.
static bool reachesLast(const Loop &loop) {
  auto step = loop.step ? loop.step->asConstant() : std::nullopt;
  auto distance = (*loop.last - loop.lower).asConstant();
  return step && *step != 0 && (*step == 1 || *step == -1 || (distance && *distance % *step == 0));
}

/// Part 2 of the theorem, for what is behind a pointer. `needed`: loops that must run.
bool DeviceData::endsAreReached(const Part &part, std::set<LoopId> &needed) const {
  std::vector<size_t> certain;
  for (size_t i : part.accesses) {
    const Access &access = M.accesses[i];
    for (const Component &component : access.path.components) {
      if (!component.index)
        continue;
      for (const auto &[monomial, coefficient] : component.index->terms())
        for (SymbolId symbol : monomial)
          if (M.varies(symbol, L) && M.symbols[symbol].kind != SymbolKind::Index)
            return false;
    }
    if (isUnconditional(access))
      certain.push_back(i);
  }
  if (certain.empty())
    return false;
  for (size_t i : certain)
    for (LoopId loop = M.accesses[i].loop;; loop = M.loops[loop].parent) {
      const Loop &inner = M.loops[loop];
      if (loop == L && Out.verdict == Verdict::Parallel) {
        if (!inner.last || !reachesLast(inner))
          return false;
        break; // it is asked whether it runs
      }
      if (!inner.isCanonical || !inner.trip || !inner.last || !reachesLast(inner) ||
          (!inner.provenNonEmpty && M.varies(*inner.trip, L)))
        return false;
      for (size_t k = inner.effectBegin; k < inner.effectEnd; ++k)
        if (M.effects[k].reason == "early-exit")
          return false;
      if (!inner.provenNonEmpty)
        needed.insert(loop);
      if (loop == L)
        break;
    }
  if (certain.size() == part.accesses.size())
    return true;
  auto all = rangeOf(part.accesses), some = rangeOf(certain);
  return all && some && *all == *some;
}

/// Does the access, in the course of the loop, reach one element after the other, without a hole?
/// Its subscript then is a mixed radix number: one index counts single elements, another one rows
/// of as many as that has values, and so on.
bool DeviceData::isDense(const Part &part, size_t number) const {
  const Access &access = M.accesses[number];
  const auto &components = access.path.components;
  if (!isUnconditional(access) || components.empty() ||
      components.size() != (part.use->kind == DeviceUseKind::Container ? 2u : 1u) ||
      components.back().kind != Component::Kind::Index || !components.back().index ||
      components.back().isFlat)
    return false;
  for (size_t k = Judged.effectBegin; k < Judged.effectEnd; ++k)
    if (M.effects[k].reason == "early-exit")
      return false;
  const Polynomial &index = *components.back().index;
  auto growth = [&](SymbolId symbol) {
    return index.substitute(symbol, Polynomial::symbol(symbol) + Polynomial(1)) - index;
  };
  std::vector<LoopId> open;
  for (LoopId loop = access.loop;; loop = M.loops[loop].parent) {
    const Loop &each = M.loops[loop];
    bool isCounted = each.isCanonical && each.trip &&
                     (loop == L || !M.varies(*each.trip, L) || each.provenNonEmpty);
    if (!isCounted)
      return false;
    if (!growth(each.indexSymbol).isZero()) {
      if (loop != L && M.varies(*each.trip, L))
        return false;
      open.push_back(loop);
    } else if (access.isWrite && loop != L && !each.provenNonEmpty) {
      return false; // it may not run
    }
    if (loop == L)
      break;
  }
  Polynomial stride(1);
  while (!open.empty()) {
    auto next = llvm::find_if(open, [&](LoopId loop) {
      Polynomial step = growth(M.loops[loop].indexSymbol);
      return (step - stride).isZero() || (step + stride).isZero();
    });
    if (next == open.end())
      return false;
    stride = stride * *M.loops[*next].trip;
    if (!stride.isValid())
      return false;
    open.erase(next);
  }
  return true;
}

/// Is every element of the range reached? Dense accesses whose subscripts differ by 1 leave no hole
/// between them, as each runs at least once.
bool DeviceData::isReachedWhole(const Part &part) const {
  std::vector<std::pair<Coefficient, size_t>> dense;
  std::optional<Polynomial> first;
  for (size_t i : part.accesses) {
    if (!isDense(part, i))
      continue;
    const Polynomial &index = *M.accesses[i].path.components.back().index;
    first = first ? first : index;
    if (auto offset = (index - *first).asConstant())
      dense.emplace_back(*offset, i);
  }
  llvm::sort(dense);
  std::vector<size_t> accesses;
  for (size_t k = 0; k < dense.size(); ++k) {
    if (k > 0 && dense[k].first - dense[k - 1].first > 1)
      return false;
    accesses.push_back(dense[k].second);
  }
  auto reached = accesses.empty() ? std::nullopt : rangeOf(accesses);
  return reached && part.range && !reached->isUpperBound && *reached == *part.range;
}

/// Part 4 of the theorem.
bool DeviceData::isWrittenWhole(const Part &part) const {
  for (size_t i : part.accesses)
    if (!M.accesses[i].isWrite || M.accesses[i].update >= 0)
      return false;
  return llvm::any_of(part.accesses, [&](size_t i) {
    auto written = !M.accesses[i].mayKeep && isDense(part, i) ? rangeOf({i}) : std::nullopt;
    return written && !written->isUpperBound && *written == *part.range;
  });
}

std::string DeviceData::mapPart(Part &part, DeviceForm &form) {
  const DeviceUse &use = *part.use;
  MappedData data{
      .variable = use.variable->getNameAsString(), .uses = use.names, .sizes = use.sizes};
  const std::string problem =
      "which elements of '" + data.variable + "' it reaches has no spelling";
  auto visible = Judged.nameAtStart(*use.variable);
  if (!visible || *visible != data.variable)
    return "'" + data.variable + "' has another name in front of the loop";
  if (Out.canonicalForm && use.kind == DeviceUseKind::Container && use.sizes.empty() &&
      mentionsName(Out.canonicalForm->headerText, data.variable))
    return "the header would name '" + data.variable + "'";
  if (part.accesses.empty() && !use.names.empty())
    return problem;
  if (use.kind == DeviceUseKind::Container && part.accesses.empty()) {
    form.data.push_back(std::move(data)); // its size is asked for
    return "";
  }
  if (part.accesses.empty())
    return problem;
  for (size_t i : part.accesses)
    data.isWritten |= M.accesses[i].isWrite;
  if (use.kind == DeviceUseKind::Object) {
    data.isRead = true;
    part.range = ElementRange{"&" + data.variable, "0", "1"};
    form.data.push_back(std::move(data));
    return "";
  }
  part.range = rangeOf(part.accesses);
  if (!part.range)
    return problem;
  bool isContainer = use.kind == DeviceUseKind::Container;
  const std::string &base = part.range->pointer;
  bool isBase = isContainer ? base == data.variable + ".data()" || base == data.variable + ".get()"
                            : base == data.variable;
  if (!isBase || part.range->dereferences)
    return problem;
  bool isWhole =
      isContainer && part.range->low == "0" && part.range->high == data.variable + ".size()";
  std::set<LoopId> needed;
  if (!isWhole && !endsAreReached(part, needed))
    return "not all elements of '" + data.variable + "' between those it reaches may exist";
  for (LoopId loop : needed) {
    auto text = nonNegativeText(J, L, *M.loops[loop].trip - Polynomial(1));
    if (!text)
      return problem;
    form.checks.push_back(ValueCondition{*text});
  }
  if (isContainer)
    data.data = base;
  data.low = part.range->low;
  data.high = part.range->high;
  data.isRead = !isWrittenWhole(part);
  form.data.push_back(std::move(data));
  return "";
}

/// May the ranges of the two overlap? What `__restrict` and the types of elements say concerns what
/// is reached, and written: it is no help where there are holes, nor between two that are only
/// read.
bool DeviceData::mayBeOne(const Part &a, const Part &b) const {
  auto objectOf = [&](const Part &part) -> const Object & {
    return M.objects[M.accesses[part.accesses.front()].path.object];
  };
  const Object &first = objectOf(a), &second = objectOf(b);
  auto isHandedOver = [](const Object &object) {
    return object.kind == ObjectKind::Pointee || object.kind == ObjectKind::Loaded ||
           object.kind == ObjectKind::Anything || object.kind == ObjectKind::This;
  };
  bool mayMeet = M.mayOverlap(M.accesses[a.accesses.front()].path.object,
                              M.accesses[b.accesses.front()].path.object);
  bool byPromise = (first.isRestrict || second.isRestrict) &&
                   (isHandedOver(first) || first.reachable) &&
                   (isHandedOver(second) || second.reachable);
  if (!mayMeet && !byPromise)
    return false;
  if (!isReachedWhole(a) || !isReachedWhole(b))
    return true;
  auto isWritten = [&](const Part &part) {
    return llvm::any_of(part.accesses, [&](size_t i) { return M.accesses[i].isWrite; });
  };
  if (!mayMeet)
    return !isWritten(a) && !isWritten(b);
  return llvm::any_of(a.accesses, [&](size_t x) {
    return llvm::any_of(b.accesses, [&](size_t y) {
      return M.typesMayOverlap(M.accesses[x].path.type, M.accesses[y].path.type);
    });
  });
}

/// Part 3 of the theorem.
std::string DeviceData::keepApart(const Part &a, const Part &b, DeviceForm &form) const {
  if (a.accesses.empty() || b.accesses.empty())
    return "";
  std::string names = "'" + a.use->variable->getNameAsString() + "' and '" +
                      b.use->variable->getNameAsString() + "'";
  const Path &first = M.accesses[a.accesses.front()].path,
             &second = M.accesses[b.accesses.front()].path;
  if (first.object == second.object)
    return names + " lead to one object";
  if (!mayBeOne(a, b))
    return "";
  if (!a.range || !b.range)
    return names + " may overlap";
  form.checks.push_back(DisjointRanges{*a.range, *b.range});
  return "";
}

} // namespace loomp
