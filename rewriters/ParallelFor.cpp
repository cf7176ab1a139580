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
//   - a local variable stands for a member that is reduced and that no clause can name, copied in
//     front of the loop and back after it;
//   - a loop that is no canonical `for` becomes one (CanonicalFor.cpp).
//
// Lines that stay keep their indentation: a rewrite changes the lines it must and no others.
//
//===----------------------------------------------------------------------===//

#include "rewriters/ParallelFor.h"
#include "rewriters/CanonicalFor.h"
#include "rewriters/Layout.h"
#include "rewriters/Pragma.h"
#include "rewriters/RecastInduction.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace loomp {

static bool needsGuard(const LoopResult &loop);
static bool hasLocalCopy(const LoopResult &loop);

std::vector<std::string> parallelForTransforms(const LoopResult &loop) {
  std::vector<std::string> transforms;
  if (loop.canonicalForm)
    transforms.push_back("canonical-for");
  if (hasInduction(loop))
    transforms.push_back("recast-induction");
  if (hasLocalCopy(loop))
    transforms.push_back("local-copy");
  if (needsGuard(loop))
    transforms.push_back("guard-nonempty");
  if (loop.indexLiveOut && !loop.indexDeclaredInLoop)
    transforms.push_back("assign-index");
  return transforms;
}

std::string whyNotWritable(const LoopResult &loop) {
  bool recasts = hasInduction(loop);
  bool setsInduction = any_of(loop.roles, [](const Role &role) {
    return role.kind == RoleKind::Induction && role.induction && role.induction->liveOut;
  });
  bool setsIndex = loop.indexLiveOut && !loop.indexDeclaredInLoop;
  if (recasts && loop.iterationNumber.empty())
    return "the number of an iteration cannot be spelled";
  if (setsInduction && loop.tripCount.empty())
    return "the number of iterations cannot be spelled";
  if (setsIndex && loop.indexAfterLoop.empty())
    return "the index after the loop cannot be spelled";
  bool isConditional = !loop.provenNonEmpty && (setsInduction || needsGuard(loop));
  if (isConditional && loop.nonEmptyCondition.empty())
    return "whether the loop runs at all cannot be spelled";
  return "";
}

std::vector<Edit> parallelForEdits(const LoopResult &loop, const std::string &directive,
                                   const SourceText &source) {
  EditList edits;
  canonicalizeHeader(edits, loop, source);
  std::vector<std::string> afterLoop = recastInductions(edits, loop, source);

  bool braced = loop.placement != Placement::Block;
  std::string indent = braced ? innerIndentation(source, loop.directiveOffset)
                              : indentationOf(source, loop.directiveOffset).str();
  if (!braced && !startsItsLine(source, loop.directiveOffset))
    indent = innerIndentation(source, loop.directiveOffset);

  std::vector<std::string> above, below;
  if (braced && !addOpenBrace(edits, source, loop.directiveOffset))
    above.push_back("{");
  bool blockAround = loop.canonicalForm && loop.canonicalForm->declaresAbove;
  if (blockAround)
    above.push_back("{");
  if (loop.canonicalForm)
    append_range(above, loop.canonicalForm->above);
  if (needsGuard(loop)) {
    above.push_back("if (" + loop.nonEmptyCondition + ") {");
    append_range(below, afterLoop);
  } else if (hasLocalCopy(loop)) {
    above.push_back("{");
  }
  for (const Role &role : loop.roles)
    if (const auto &copy = role.localCopy) {
      above.push_back(copy->type + " " + role.variable + " = " + copy->place + ";");
      below.push_back(copy->place + " = " + role.variable + ";");
      for (TextRange use : copy->uses)
        edits.replace(use, role.variable);
    }
  if (needsGuard(loop) || hasLocalCopy(loop))
    below.push_back("}");
  std::string line = layOutDirective(directive, indent, source.lineEnding);
  above.push_back(line.substr(indent.size()));
  if (!needsGuard(loop) && !afterLoop.empty()) {
    if (loop.provenNonEmpty) {
      append_range(below, afterLoop);
    } else if (afterLoop.size() == 1) {
      below.push_back("if (" + loop.nonEmptyCondition + ")");
      below.push_back(source.indentUnit + afterLoop.front());
    } else {
      below.push_back("if (" + loop.nonEmptyCondition + ") {");
      for (const std::string &statement : afterLoop)
        below.push_back(source.indentUnit + statement);
      below.push_back("}");
    }
  }
  if (loop.indexLiveOut && !loop.indexDeclaredInLoop)
    below.push_back((loop.countedVariable.empty() ? loop.indexName : loop.countedVariable) + " = " +
                    loop.indexAfterLoop + ";");
  if (blockAround)
    below.push_back("}");

  addLinesAbove(edits, source, loop.directiveOffset, indent, above);
  addLinesBelow(edits, source, loop.statement.end, indent, below);
  if (braced)
    addLinesBelow(edits, source, loop.statement.end,
                  closingIndentation(source, loop.directiveOffset), {"}"});
  return edits.take();
}

static bool needsGuard(const LoopResult &loop) {
  return !loop.provenNonEmpty && any_of(loop.roles, [](const Role &role) {
    return (role.kind == RoleKind::LastPrivate && role.hasValueBefore && !role.declaredInLoop) ||
           (role.localCopy && role.localCopy->mayTrap);
  });
}

static bool hasLocalCopy(const LoopResult &loop) {
  return any_of(loop.roles, [](const Role &role) { return role.localCopy.has_value(); });
}

} // namespace loomp
