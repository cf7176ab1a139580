//===- CheckHeader.cpp - texts in and behind a loop that hold -------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A rewrite writes the number of an iteration, that of all iterations, and values of variables into
// the loop and behind it. Such a text must not name what the loop changes; and of two texts of
// which one names the variable that the other assigns, it must come first.
//
//===----------------------------------------------------------------------===//

#include "analyses/CheckHeader.h"

#include "analyses/EntryText.h"
#include "analyses/HeaderText.h"

#include <algorithm>

namespace loomp {

static bool mentionsRole(llvm::StringRef texts, const Role &role) {
  return mentionsName(texts, role.variable) ||
         (movesPlace(role) && mentionsName(texts, role.induction->place));
}

/// Do the texts for one variable name the other?
static bool names(const Role &role, const Role &other) {
  if (!role.induction || !role.induction->isCopied)
    return false;
  const InductionForm &form = *role.induction;
  std::string texts = form.step + " " + form.quadratic + " " + form.previousText + " " +
                      form.lastText + " " + form.modulus;
  for (const InductionCount &count : form.counts)
    texts += " " + count.step + " " + count.from;
  return mentionsRole(texts, other);
}

/// Do the texts for one variable name another that the rewritten loop still writes? The updates of
/// a recast variable are gone: all through the loop it holds the value from before.
static bool namesChanged(const Role &role, const Role &other) {
  bool isRecast = other.kind == RoleKind::Induction && !other.declaredInLoop;
  return names(role, other) && (&role == &other || !isRecast);
}

/// Values after the loop are assigned in the order of the roles. What names another variable means
/// its value before the loop, and must come first. False: no order does.
static bool orderInductions(std::vector<Role> &roles) {
  auto mustPrecede = [](const Role &a, const Role &b) {
    return &a != &b && a.induction && a.induction->liveOut && b.induction && b.induction->liveOut &&
           names(a, b);
  };
  for (size_t moves = 0; moves <= roles.size(); ++moves) {
    bool isOrdered = true;
    for (size_t i = 0; i < roles.size() && isOrdered; ++i)
      for (size_t j = i + 1; j < roles.size() && isOrdered; ++j)
        if (mustPrecede(roles[j], roles[i])) {
          std::rotate(roles.begin() + i, roles.begin() + j, roles.begin() + j + 1);
          isOrdered = false;
        }
    if (isOrdered)
      return true;
  }
  return false;
}

void checkHeader(LoopResult &result) {
  auto block = [&](const std::string &reason, const std::string &message) {
    Blocker blocker{.reason = reason, .message = message, .source = result.position};
    result.blockers.push_back(std::move(blocker));
    if (result.verdict == Verdict::Parallel)
      result.verdict = Verdict::Unknown;
  };
  if (result.verdict != Verdict::Parallel)
    return;
  if (result.indexLiveOut && result.indexAfterLoop.empty())
    block("value-used-after-loop",
          "the value of '" + result.indexName + "' after the loop has no simple form");
  if (result.needsCanonicalForm)
    block("non-canonical-loop", "the canonical form of the loop has no spelling at this place");
  if (result.canonicalForm)
    for (const Role &role : result.roles)
      if (role.kind != RoleKind::Index && role.kind != RoleKind::Induction &&
          mentionsName(result.canonicalForm->headerText, role.variable))
        block("non-canonical-loop",
              "the header of the loop reads '" + role.variable + "', which the loop changes");
  numberIterations(result);
  bool needsNumber = false, needsTrip = false, needsCondition = false;
  for (const SelectionForm &selection : result.selections)
    needsNumber |= selection.ordered.empty();
  for (const Role &role : result.roles) {
    needsNumber |= role.kind == RoleKind::Induction;
    needsTrip |= role.kind == RoleKind::Induction && role.induction->liveOut;
    needsCondition |= ((role.kind == RoleKind::LastPrivate && role.hasValueBefore) ||
                       (needsTrip && role.induction)) &&
                      !result.provenNonEmpty;
  }
  // Texts that are evaluated in or after the loop must not name what the loop changes.
  std::string texts = (needsNumber ? result.iterationNumber : "") + " " +
                      (needsTrip ? result.tripCount : "") + " " +
                      (result.indexLiveOut ? result.indexAfterLoop : "");
  for (const Role &role : result.roles) {
    bool isNamed = mentionsRole(texts, role);
    for (const Role &other : result.roles)
      isNamed |= namesChanged(other, role);
    if (role.kind != RoleKind::Index && isNamed)
      block("value-used-after-loop",
            "the loop changes '" + role.variable + "', on which its number of iterations depends");
  }
  if (!orderInductions(result.roles))
    block("value-used-after-loop", "the variables need each other's values before the loop");
  if ((needsNumber && result.iterationNumber.empty()) || (needsTrip && result.tripCount.empty()) ||
      (needsCondition && result.nonEmptyCondition.empty()))
    block("value-used-after-loop", "the number of iterations has no spelling at this place");
}

} // namespace loomp
