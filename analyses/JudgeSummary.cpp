//===- JudgeSummary.cpp - what is said of a judged loop -------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The last part of a judgement (Judge.cpp): the verdict that follows from the blockers, their
// order, and what `explain` shows of roles and accesses.
//
//===----------------------------------------------------------------------===//

#include "analyses/EntryText.h"
#include "analyses/Judgement.h"
#include "analyses/LoopText.h"

#include "clang/Basic/CharInfo.h"

#include <algorithm>
#include <tuple>

using namespace clang;

namespace loomp {

/// The dependence that a role takes out of the way, for `explain`.
void Judgement::describeRole(const Role &role) {
  DependenceInfo info{.kind = "flow", .object = role.variable, .distance = "1"};
  switch (role.kind) {
  case RoleKind::Reduction:
    info.removedBy = "reduction(" + role.op + ")";
    break;
  case RoleKind::ArrayReduction:
    info.distance = ">= 1";
    info.removedBy = "reduction(" + role.op + ")";
    break;
  case RoleKind::Atomic:
    info.distance = ">= 1";
    info.removedBy = "atomic updates";
    break;
  case RoleKind::FirstPrivate:
    info.kind = "output";
    info.removedBy = "firstprivate";
    break;
  case RoleKind::Selection:
    info.removedBy = "merging the results of the threads";
    break;
  case RoleKind::Induction:
    info.removedBy = "recast as a function of the index";
    break;
  default:
    info.kind = "output";
    info.removedBy = role.kind == RoleKind::LastPrivate ? "lastprivate" : "private";
    break;
  }
  Out.dependences.push_back(std::move(info));
}

void Judgement::describeAccesses() {
  for (size_t i = Judged.accessBegin; i < Judged.accessEnd; ++i) {
    const Access &access = M.accesses[i];
    if (M.objects[access.path.object].kind == ObjectKind::Temporary)
      continue;
    AccessInfo info;
    info.position = positionOf(J.context, access.location);
    info.isWrite = access.isWrite;
    info.text = M.text(access.path);
    std::vector<std::string> conditions;
    for (int guard = access.guard; guard >= 0 && guard != Judged.guardBefore;
         guard = M.guards[guard].parent) {
      const auto &constraint = M.guards[guard].constraint;
      if (!constraint) {
        info.isExact = false;
        continue;
      }
      conditions.push_back(M.text(constraint->value) +
                           (constraint->isEquality ? " == 0" : " >= 0"));
    }
    std::reverse(conditions.begin(), conditions.end());
    for (const std::string &condition : conditions)
      info.domain += (info.domain.empty() ? "" : " and ") + condition;
    Out.accesses.push_back(std::move(info));
  }
}

void Judgement::decide() {
  // Proven ones first. Of the dependences on one object the flow says best what happens: `s += x`
  // carries all three.
  auto rank = [](const Blocker &blocker) {
    return blocker.reason == "carried-output-dependence" ? 2
           : blocker.reason == "carried-anti-dependence" ? 1
                                                         : 0;
  };
  auto isDependence = [](const Blocker &blocker) {
    return blocker.reason.rfind("carried-", 0) == 0 && !blocker.object.empty();
  };
  auto firstOnObject = [&](const Blocker &blocker) {
    return std::find_if(Out.blockers.begin(), Out.blockers.end(),
                        [&](const Blocker &other) {
                          return &other == &blocker ||
                                 (isDependence(blocker) && isDependence(other) &&
                                  other.object == blocker.object);
                        }) -
           Out.blockers.begin();
  };
  std::vector<std::tuple<bool, std::ptrdiff_t, int, size_t>> order;
  for (size_t i = 0; i < Out.blockers.size(); ++i)
    order.emplace_back(!Out.blockers[i].proven, firstOnObject(Out.blockers[i]),
                       rank(Out.blockers[i]), i);
  std::sort(order.begin(), order.end());
  std::vector<Blocker> ordered;
  for (const auto &entry : order)
    ordered.push_back(std::move(Out.blockers[std::get<3>(entry)]));
  Out.blockers = std::move(ordered);
  if (Judged.index)
    Out.roles.insert(Out.roles.begin(),
                     Role{.variable = Judged.index->getNameAsString(),
                          .kind = RoleKind::Index,
                          .declaredInLoop = Out.indexDeclaredInLoop,
                          .declaration = positionOf(J.context, Judged.index->getLocation())});
  if (Out.blockers.empty())
    Out.verdict = Verdict::Parallel;
  else
    Out.verdict = Out.blockers.front().proven ? Verdict::Serial : Verdict::Unknown;
  bool isParallel = Out.verdict == Verdict::Parallel;
  if (Out.editable &&
      !(isParallel ? renameBindings() : !usesOuterBinding(J.context, Judged.statement)))
    refuseEdits(Out, "clang cannot use a structured binding from outside in a directive's loop");
}

/// May the text, as C, fail where the loop does not run: does it follow a pointer, other than
/// `this`, or divide by what may be 0?
static bool mayFail(llvm::StringRef text) {
  for (size_t i = 0; i < text.size(); ++i) {
    llvm::StringRef before = text.take_front(i).rtrim(), behind = text.drop_front(i + 1).ltrim();
    llvm::StringRef pointer = before;
    bool isThis =
        pointer.consume_back("this") && (pointer.empty() || !isPartOfName(pointer.back()));
    switch (text[i]) {
    case '[':
      return true;
    case '-':
      if (behind.starts_with(">") && !isThis)
        return true;
      break;
    case '*':
      if (before.empty() ||
          (!isPartOfName(before.back()) && before.back() != ')' && before.back() != ']'))
        return true;
      break;
    case '/':
    case '%':
      if (behind.empty() || !isDigit(behind.front()) || behind.front() == '0')
        return true;
      break;
    default:
      break;
    }
  }
  return false;
}

/// Notes in the check itself whether it may fail where the loop does not run.
static bool settleCheck(RunTimeCheck &check) {
  auto settleRange = [](ElementRange &range) {
    range.dereferences |= mayFail(range.low) || mayFail(range.high);
    return range.dereferences;
  };
  auto settleRanges = [&](DisjointRanges &ranges) {
    bool first = settleRange(ranges.first), second = settleRange(ranges.second);
    return first || second;
  };
  if (auto *condition = std::get_if<ValueCondition>(&check))
    return condition->mayFail = mayFail(condition->text);
  if (auto *ranges = std::get_if<DisjointRanges>(&check))
    return settleRanges(*ranges);
  if (auto *rows = std::get_if<DisjointRows>(&check))
    return settleRanges(rows->each);
  auto *elements = std::get_if<DistinctElements>(&check);
  return elements && settleRange(elements->range);
}

void settleChecks(LoopResult &result) {
  for (std::vector<LoopResult> *form : {&result.asScan, &result.asTasks})
    for (LoopResult &other : *form)
      settleChecks(other);
  bool mayAsk = result.provenNonEmpty || !result.nonEmptyCondition.empty(), fails = false;
  for (Assumption &assumption : result.assumptions)
    fails |= assumption.check && settleCheck(*assumption.check);
  const char *why = "a check in front of the loop could fail where the loop does not run";
  if (fails && !mayAsk)
    refuseEdits(result, why);
  auto failsOne = [](std::vector<RunTimeCheck> &checks) {
    bool fails = false;
    for (RunTimeCheck &check : checks)
      fails |= settleCheck(check);
    return fails;
  };
  if (result.device && failsOne(result.device->checks) && !mayAsk) {
    result.device.reset();
    result.notOnDeviceBecause = why;
  }
  // In front of a region it is another loop that may not run.
  std::erase_if(result.deviceRegions,
                [&](DeviceRegion &region) { return failsOne(region.checks); });
}

} // namespace loomp
