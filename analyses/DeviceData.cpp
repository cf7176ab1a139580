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
//
//===----------------------------------------------------------------------===//

#include "analyses/DeviceData.h"

#include "analyses/DeviceParts.h"
#include "analyses/EntryText.h"
#include "analyses/LaneText.h"

#include "clang/AST/DeclTemplate.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace loomp {

namespace {
class DeviceData {
public:
  DeviceData(const JudgeContext &judgement, LoopId loop, LoopResult &result)
      : J(judgement), M(judgement.model), L(loop), Judged(M.loops[loop]), Out(result),
        Data(judgement, loop, result), Parts(Data.Parts) {}
  void describe();

private:
  std::string roleInTheWay() const;
  std::string collect(const DeviceUses &uses);
  void describeFunctions(const DeviceUses &uses);

  const JudgeContext &J;
  const Model &M;
  LoopId L;
  const Loop &Judged;
  LoopResult &Out;
  DeviceParts Data;
  std::vector<DevicePart> &Parts;
};
} // namespace

void describeDevice(const JudgeContext &judgement, LoopId loop, LoopResult &result) {
  if (result.verdict == Verdict::Parallel)
    DeviceData(judgement, loop, result).describe();
}

void DeviceData::describe() {
  std::string &why = Out.notOnDeviceBecause;
  why = Judged.isPosition || !Judged.index ? "no number counts its iterations" : roleInTheWay();
  // clang 22 crashes over a kernel there.
  if (const auto *method = dyn_cast<CXXMethodDecl>(M.function);
      method && method->getParent()->isLambda() &&
      !method->getParent()->getParentFunctionOrMethod())
    why = "it stands in a lambda outside of functions";
  if (!why.empty())
    return;
  DeviceUses uses = deviceUses(J.context, J.effects, *Judged.statement);
  why = uses.problem.empty() ? collect(uses) : uses.problem;
  DeviceForm form;
  if (why.empty())
    why = Data.map(form);
  if (!why.empty())
    return;
  Data.spellConditions(form);
  Out.device = std::move(form);
  describeFunctions(uses);
}

/// The functions that a directive can declare for the device. Others become such where a region
/// calls them (OpenMP 5.0, 2.12.7): members, templates, what is declared elsewhere.
void DeviceData::describeFunctions(const DeviceUses &uses) {
  for (const FunctionDecl *function : uses.functions)
    if (isOpenDefinition(J.context, *function, Out.position.file))
      if (auto range = textRange(J.context, function->getSourceRange()))
        Out.deviceFunctions.push_back({*range});
  llvm::sort(Out.deviceFunctions, [](const DeviceFunction &a, const DeviceFunction &b) {
    return a.definition.begin < b.definition.begin;
  });
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
    bool isAtomic = role.kind == RoleKind::Atomic && role.array && role.array->compared.empty();
    if (isAtomic)
      continue; // updates in place, of the one copy that all threads of the device share
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
      return role.kind != RoleKind::Shared && role.kind != RoleKind::Atomic &&
             role.variable == name;
    });
    // A closed form may name what takes another name in the loop.
    bool isInForm = llvm::any_of(Out.roles, [&](const Role &role) {
      const auto &form = role.induction;
      if (form && llvm::any_of(form->counts, [&](const InductionCount &count) {
            return mentionsName(count.step + " " + count.from, name);
          }))
        return true;
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
    const ValueDecl *name = leadingName(M, access);
    auto part = llvm::find_if(Parts, [&](const DevicePart &each) {
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

} // namespace loomp
