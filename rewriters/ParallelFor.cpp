//===- ParallelFor.cpp - the edits that make a loop parallel --------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//     for (int i = 0; i < n; i++)         #pragma omp parallel for
//       y[i] += a * x[i];             →   for (int i = 0; i < n; i++)
//                                           y[i] += a * x[i];
//
// The directive gets a line of its own directly above the loop. What surrounds the loop where the
// plain line would not do:
//
//   - the sole statement of an `if`, `else` or loop, and a statement behind a label, get braces;
//   - `lastprivate` leaves garbage when the loop runs no iteration, so unless one is certain the
//     loop goes into `if (0 < n) { ... }`;
//   - the index is private in a parallel loop, so if it is read afterwards it is assigned;
//   - so are integer induction variables that are read afterwards;
//   - a local variable stands for a member that is reduced, or keeps its last value, and that no
//     clause can name, copied in front of the loop and back after it;
//   - threads keep results of their own, merged after the loop, where no clause combines them
//     (ThreadResults.cpp);
//   - an iteration that the others depend on, or that depends on them, runs on its own in front of
//     the loop or behind it, or between two such loops, and nothing of all this if there is none;
//   - a loop that is no canonical `for` becomes one (CanonicalFor.cpp);
//   - where an `if` clause could not keep the serial meaning, a condition chooses between this loop
//     and the loop as it was (TwoVersions.cpp).
//
// Lines that stay keep their indentation: a rewrite changes the lines it must and no others.
//
//===----------------------------------------------------------------------===//

#include "rewriters/ParallelFor.h"
#include "rewriters/ArrayUpdates.h"
#include "rewriters/CanonicalFor.h"
#include "rewriters/Layout.h"
#include "rewriters/Pragma.h"
#include "rewriters/RecastInduction.h"
#include "rewriters/RunTimeChecks.h"
#include "rewriters/ThreadResults.h"
#include "rewriters/TwoVersions.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace loomp {

/// Does code stand behind the offset on its line?
static bool isFollowedOnItsLine(const SourceText &source, unsigned offset) {
  const SourceToken *next = tokenFrom(source, offset);
  return next && next->begin < lineEnd(source, offset);
}

static bool needsGuard(const LoopResult &loop);
static bool isRewrittenBesides(const LoopResult &loop, TextRange statement, TextRange value);
static bool hasLocalCopy(const LoopResult &loop);
static std::string withHeader(const LoopResult &loop, const SourceText &source, bool indents,
                              const std::vector<TextChange> &changes);

std::vector<std::string> parallelForTransforms(const LoopResult &loop) {
  std::vector<std::string> transforms;
  if (loop.canonicalForm)
    transforms.push_back("canonical-for");
  if (loop.peeling)
    transforms.push_back(loop.peeling->part == PeeledPart::First  ? "peel-first"
                         : loop.peeling->part == PeeledPart::Last ? "peel-last"
                                                                  : "peel-middle");
  if (hasInduction(loop))
    transforms.push_back("recast-induction");
  if (hasLocalCopy(loop))
    transforms.push_back("local-copy");
  if (any_of(loop.roles, [](const Role &r) { return r.kind == RoleKind::ArrayReduction; }))
    transforms.push_back("array-reduction");
  if (any_of(loop.roles, [](const Role &r) { return r.kind == RoleKind::Atomic; }))
    transforms.push_back("atomic");
  if (!loop.selections.empty())
    transforms.push_back("thread-results");
  if (any_of(loop.roles, [](const Role &r) { return isOnHeap(r); }))
    transforms.push_back("heap-array");
  if (any_of(loop.roles, [](const Role &r) { return !r.classType.empty(); }))
    transforms.push_back("declare-reduction");
  if (needsTwoVersions(loop))
    transforms.push_back("two-versions");
  else if (needsGuard(loop))
    transforms.push_back("guard-nonempty");
  if (loop.indexLiveOut && !loop.indexDeclaredInLoop)
    transforms.push_back("assign-index");
  return transforms;
}

std::string whyNotWritable(const LoopResult &loop) {
  // Found by the fuzzer: built by g++ 12 such a loop can run other iterations.
  if (loop.canonicalForm && loop.staticScheduleOnly)
    return "compilers miscount unsigned loops that count down";
  bool recasts = hasInduction(loop);
  bool setsInduction = any_of(loop.roles, [](const Role &role) {
    return role.kind == RoleKind::Induction && role.induction && role.induction->liveOut;
  });
  bool setsIndex = loop.indexLiveOut && !loop.indexDeclaredInLoop;
  if (recasts && loop.iterationNumber.empty())
    return "the number of an iteration cannot be spelled";
  if ((hasPower(loop, true) || hasPower(loop, false)) && (!loop.isCxx || loop.isEarly))
    return "powers are spelled from C++11 on";
  if (setsInduction && loop.tripCount.empty())
    return "the number of iterations cannot be spelled";
  if (setsIndex && loop.indexAfterLoop.empty())
    return "the index after the loop cannot be spelled";
  if (loop.peeling && !loop.notRepeatableBecause.empty())
    return "the loop would have to stand there twice, but " + loop.notRepeatableBecause;
  bool isConditional = !loop.provenNonEmpty && (setsInduction || needsGuard(loop));
  if (isConditional && loop.nonEmptyCondition.empty())
    return "whether the loop runs at all cannot be spelled";
  for (const SelectionForm &selection : loop.selections)
    if (selection.ordered.empty() && loop.iterationNumber.empty())
      return "the number of an iteration cannot be spelled";
    else if (any_of(selection.deferred, [&](const DeferredAssignment &each) {
               return loop.peeling || isRewrittenBesides(loop, each.range, {});
             }))
      return "an assignment would have to be rewritten twice";
  for (const Role &role : loop.roles)
    for (const ComparedUpdate &update :
         role.array ? role.array->compared : std::vector<ComparedUpdate>())
      if (isRewrittenBesides(loop, update.statement, update.value))
        return "an atomic update would have to be rewritten twice";
  if (hasRegion(loop) && needsTwoVersions(loop))
    return "the loop would have to stand there twice, once with results of each thread";
  if (needsTwoVersions(loop) && loop.canonicalForm)
    return "the loop would have to become a 'for' loop and to stand there twice";
  if (needsTwoVersions(loop) && !loop.notRepeatableBecause.empty())
    return "the loop would have to stand there twice, but " + loop.notRepeatableBecause;
  return "";
}

std::vector<Edit> parallelForEdits(const LoopResult &loop, const std::string &directive,
                                   const LoopRegion &region,
                                   const std::vector<std::string> &conditions,
                                   const SourceText &source) {
  EditList edits;
  bool versions = needsTwoVersions(loop), guarded = needsGuard(loop) || versions;
  const Peeling *peeling = loop.peeling ? &*loop.peeling : nullptr;
  bool inRegion = hasRegion(loop) || !region.inside.empty();
  bool indents = versions || (peeling && guarded);
  std::string step = indents ? source.indentUnit : "";
  std::string inner = step + (inRegion ? source.indentUnit : "");
  edits.indentWithin({loop.directiveOffset, loop.statement.end}, inner);
  canonicalizeHeader(edits, loop, source);
  std::vector<std::string> afterLoop = recastInductions(edits, loop, source);
  std::vector<std::string> pointers = rewriteArrayUpdates(edits, loop, source);
  append_range(pointers, region.above);
  for (const TextChange &change : region.changes)
    edits.replace(change.range, change.text);

  bool braced = loop.placement != Placement::Block;
  std::string indent = braced ? innerIndentation(source, loop.directiveOffset)
                              : indentationOf(source, loop.directiveOffset).str();
  if (!braced && !startsItsLine(source, loop.directiveOffset))
    indent = innerIndentation(source, loop.directiveOffset);

  std::vector<std::string> above, below;
  if (braced && !addOpenBrace(edits, source, loop.directiveOffset))
    above.push_back("{");
  bool recordsIteration =
      any_of(loop.selections, [](const SelectionForm &each) { return each.ordered.empty(); });
  std::vector<std::string> declared;
  for (const Role &role : loop.roles)
    if (!role.classType.empty()) {
      std::string sum = declareSumDirective(role, loop.isEarly);
      if (!is_contained(declared, sum))
        declared.push_back(sum);
    }
  std::vector<std::string> copies = sortedCopies(loop), powers = powerFunctions(loop, source);
  bool needsNames = !pointers.empty() || !region.front.empty() || !copies.empty() ||
                    !region.walks.empty() || recordsIteration || !declared.empty() ||
                    !powers.empty() || (peeling && !peeling->declaration.empty() && !guarded);
  bool blockAround =
      (loop.canonicalForm && loop.canonicalForm->declaresAbove) || (needsNames && !braced);
  if (blockAround)
    above.push_back("{");
  append_range(above, declared);
  if (loop.canonicalForm) // what it assigns, the others may read
    append_range(above, loop.canonicalForm->above);
  append_range(above, pointers);
  append_range(above, copies);
  append_range(above, powers);
  append_range(above, region.walks);
  if (versions) {
    std::vector<std::string> all = conditions;
    // With no iteration to run, the loop as it was leaves everything as it is.
    if (!loop.provenNonEmpty && !loop.nonEmptyCondition.empty() &&
        (needsGuard(loop) || !afterLoop.empty()) && !is_contained(all, loop.nonEmptyCondition))
      all.insert(all.begin(), loop.nonEmptyCondition);
    above.push_back(chooseFirst(all, indent, source.lineEnding));
  } else if (guarded) {
    above.push_back("if (" + loop.nonEmptyCondition + ") {");
  } else if (hasLocalCopy(loop)) {
    above.push_back("{");
  }
  if (peeling) {
    edits.replace(peeling->others.range, peeling->others.text);
    if (!peeling->declaration.empty())
      above.push_back(step + peeling->declaration);
    if (peeling->part == PeeledPart::First)
      above.push_back(withHeader(loop, source, indents, peeling->alone));
  }
  for (const Role &role : loop.roles)
    if (const auto &copy = role.localCopy) {
      above.push_back(step + copy->type + (copy->type.back() == '&' ? "" : " ") + role.variable +
                      " = " + (copy->startsAsPlace ? copy->place : "0") + ";");
      if (role.kind != RoleKind::Shared)
        below.push_back(step + copy->place + " = " + role.variable + ";");
      for (TextRange use : copy->uses)
        edits.replace(use, role.variable);
    }
  if (peeling && peeling->part != PeeledPart::First)
    below.push_back(withHeader(loop, source, indents, peeling->alone));
  if (peeling && peeling->part == PeeledPart::Middle) {
    std::string again = layOutDirective(directive, indent + step, source.lineEnding);
    below.push_back(again.substr(indent.size()));
    below.push_back(withHeader(loop, source, indents, peeling->behind));
  }
  if (hasLocalCopy(loop) && !guarded)
    below.push_back("}");
  if (guarded)
    for (const std::string &statement : afterLoop)
      below.push_back(step + statement);
  ThreadResults results{.copies = region.inside};
  if (hasRegion(loop))
    results = keepThreadResults(edits, loop, source, indent + inner);
  append_range(results.shared, region.front);
  for (const std::string &statement : results.shared)
    above.push_back(step + statement);
  std::string line = layOutDirective(directive, indent + step, source.lineEnding);
  if (!region.continues)
    above.push_back(line.substr(indent.size()));
  if (inRegion) {
    if (!region.continues)
      above.push_back(step + region.opening);
    for (const std::string &statement : results.copies)
      above.push_back(inner + statement);
    if (!region.worksharing.empty()) {
      line = layOutDirective(region.worksharing, indent + inner, source.lineEnding);
      above.push_back(line.substr(indent.size()));
    }
    std::vector<std::string> merges;
    for (const std::string &statement : results.merges)
      merges.push_back(inner + statement);
    if (!region.staysOpen)
      merges.push_back(step + "}");
    for (const std::string &statement : results.behind)
      merges.push_back(step + statement);
    below.insert(below.begin(), merges.begin(), merges.end());
  }
  for (const std::string &statement : region.below)
    below.push_back(step + statement);
  if (!guarded && !afterLoop.empty()) {
    if (loop.provenNonEmpty) {
      append_range(below, afterLoop);
    } else if (afterLoop.size() == 1 && !isFollowedOnItsLine(source, loop.statement.end)) {
      below.push_back("if (" + loop.nonEmptyCondition + ")");
      below.push_back(source.indentUnit + afterLoop.front());
    } else {
      below.push_back("if (" + loop.nonEmptyCondition + ") {");
      for (const std::string &statement : afterLoop)
        below.push_back(source.indentUnit + statement);
      below.push_back("}");
    }
  }
  bool setsIndex = loop.indexLiveOut && !loop.indexDeclaredInLoop;
  const std::string &counted = loop.countedVariable.empty() ? loop.indexName : loop.countedVariable;
  std::string assignment = counted + " = " + loop.indexAfterLoop + ";";
  if (versions) {
    if (setsIndex)
      below.push_back(step + assignment);
    below.push_back("} else {");
    append_range(below, serialVersion(loop, source));
  }
  if (guarded)
    below.push_back("}");
  if (setsIndex && !versions)
    below.push_back(assignment);
  if (blockAround)
    below.push_back("}");

  addLinesAbove(edits, source, loop.directiveOffset, indent, above);
  if (!inner.empty())
    indentLoop(edits, loop, source, inner);
  addLinesBelow(edits, source, loop.statement.end, indent, below);
  if (braced)
    addLinesBelow(edits, source, loop.statement.end,
                  closingIndentation(source, loop.directiveOffset), {"}"});
  return edits.take();
}

/// The text of the loop, but for parts of its header that let it run some of its iterations.
static std::string withHeader(const LoopResult &loop, const SourceText &source, bool indents,
                              const std::vector<TextChange> &changes) {
  if (indents)
    return serialVersion(loop, source, changes).front();
  std::string result;
  unsigned copied = loop.directiveOffset;
  for (const auto &[range, text] : changes) {
    result += source.text.slice(copied, range.begin).str() + text;
    copied = range.end;
  }
  return result + source.text.slice(copied, loop.statement.end).str();
}

static bool needsGuard(const LoopResult &loop) {
  if (loop.provenNonEmpty)
    return false;
  return loop.peeling || loop.miscountsIfEmpty || any_of(loop.roles, [](const Role &role) {
           return (role.kind == RoleKind::LastPrivate && role.hasValueBefore &&
                   !role.declaredInLoop) ||
                  (role.localCopy && role.localCopy->mayTrap) ||
                  (role.array && role.array->mayTrap);
         });
}

/// Do other edits change the text of the statement, apart from `value`?
static bool isRewrittenBesides(const LoopResult &loop, TextRange statement, TextRange value) {
  auto meets = [&](TextRange use) {
    bool isInValue = use.begin >= value.begin && use.end <= value.end;
    return !isInValue && use.begin < statement.end && statement.begin < use.end;
  };
  for (const Role &role : loop.roles) {
    if (role.induction &&
        any_of(role.induction->uses, [&](const InductionUse &use) { return meets(use.range); }))
      return true;
    if ((role.localCopy && any_of(role.localCopy->uses, meets)) ||
        (role.array && any_of(role.array->uses, meets)))
      return true;
  }
  if (loop.canonicalForm &&
      any_of(loop.canonicalForm->changes, [&](const TextChange &c) { return meets(c.range); }))
    return true;
  return any_of(loop.selections, [&](const SelectionForm &selection) {
    return any_of(selection.variables,
                  [&](const SelectedVariable &variable) { return any_of(variable.uses, meets); });
  });
}

static bool hasLocalCopy(const LoopResult &loop) {
  return any_of(loop.roles, [](const Role &role) { return role.localCopy.has_value(); });
}

} // namespace loomp
