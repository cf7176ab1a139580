//===- Diagnostics.cpp - what a run says, place by place ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/Diagnostics.h"
#include "rewriters/DirectiveFix.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"

#include <map>

using namespace llvm;

namespace loomp {

static Diagnostic ofLoop(const Report &report, size_t index, Form form);
static Diagnostic ofFinding(const Report &report, size_t index);
static std::string joinShared(const std::vector<Edit> &edits);
static void identify(Diagnostic &diagnostic, const Report &report, std::optional<size_t> loop);
static void addRoles(std::vector<Note> &notes, const LoopResult &loop);
static void addPlan(std::vector<Note> &notes, const LoopResult &loop, const Plan &plan);
static void addBlockers(std::vector<Note> &notes, const LoopResult &loop);
static void addForms(std::vector<Note> &notes, const LoopResult &loop, const Plan &plan, Form form);

/// Most recursive functions are no candidates for tasks: those are told of only if someone asks.
static bool isOfInterest(const LoopResult &loop, Form form) {
  return loop.kind != LoopKind::Function || loop.verdict == Verdict::Parallel ||
         form == Form::Tasks;
}

std::vector<Diagnostic> diagnosticsOf(const Report &report, Form form) {
  std::vector<Diagnostic> diagnostics;
  for (size_t i = 0; i < report.result.loops.size(); ++i)
    if (isOfInterest(report.result.loops[i], form))
      diagnostics.push_back(ofLoop(report, i, form));
  for (size_t i = 0; i < report.result.findings.size(); ++i)
    diagnostics.push_back(ofFinding(report, i));
  return diagnostics;
}

void keepSharedEditsOnce(std::vector<Diagnostic> &diagnostics) {
  // By file and offset, in order of appearance. All of them are insertions.
  std::map<std::pair<std::string, unsigned>, std::vector<Edit>> shared;
  for (const Diagnostic &diagnostic : diagnostics)
    for (const Edit &edit : diagnostic.edits) {
      if (!edit.isShared || diagnostic.suppressed)
        continue;
      std::vector<Edit> &there = shared[{diagnostic.position.file, edit.range.begin}];
      if (none_of(there, [&](const Edit &known) { return known.text == edit.text; }))
        there.push_back(edit);
    }
  for (Diagnostic &diagnostic : diagnostics) {
    std::vector<Edit> kept;
    for (Edit &edit : diagnostic.edits) {
      if (edit.isShared && !diagnostic.suppressed) {
        auto found = shared.find({diagnostic.position.file, edit.range.begin});
        if (found == shared.end())
          continue;
        edit.text = joinShared(found->second);
        shared.erase(found);
      }
      kept.push_back(std::move(edit));
    }
    diagnostic.edits = std::move(kept);
  }
}

/// One text of all that is inserted at one place. An include comes before what it may be needed
/// for.
static std::string joinShared(const std::vector<Edit> &edits) {
  std::string includes, others;
  for (const Edit &edit : edits)
    (StringRef(edit.text).starts_with("#include") ? includes : others) += edit.text;
  return includes + others;
}

static Diagnostic ofLoop(const Report &report, size_t index, Form form) {
  const LoopResult &loop = report.result.loops[index];
  const Plan &plan = report.plans[index];
  Headline headline = headlineOf(loop, plan);
  Diagnostic diagnostic{headline.slug, headline.isWarning, loop.position, headline.message};
  diagnostic.suppressed = loop.suppressed;
  diagnostic.loop = index;
  if (auto leftOut = report.leftOutLoops.find(index); leftOut != report.leftOutLoops.end())
    diagnostic.leftOut = leftOut->second;
  if (auto gain = report.gains.find(index); gain != report.gains.end())
    diagnostic.gain = gain->second;
  identify(diagnostic, report, index);
  if (isRewritten(loop, plan))
    diagnostic.edits = plan.edits;
  if (loop.verdict == Verdict::AlreadyParallel)
    return diagnostic;
  if (loop.verdict == Verdict::Parallel) {
    addRoles(diagnostic.notes, loop);
    addPlan(diagnostic.notes, loop, plan);
  } else {
    addBlockers(diagnostic.notes, loop);
    addForms(diagnostic.notes, loop, plan, form);
  }
  return diagnostic;
}

static Diagnostic ofFinding(const Report &report, size_t index) {
  const Finding &finding = report.result.findings[index];
  Diagnostic diagnostic{finding.id, /*isWarning=*/true, finding.position, finding.message};
  diagnostic.suppressed = finding.suppressed;
  diagnostic.finding = index;
  if (auto leftOut = report.leftOutFindings.find(index); leftOut != report.leftOutFindings.end())
    diagnostic.leftOut = leftOut->second;
  identify(diagnostic, report, loopAt(report, finding.position));
  for (const auto &[position, message] : finding.notes)
    diagnostic.notes.push_back({position, message});
  if (std::optional<Edit> edit = fixOf(finding, report.texts)) {
    diagnostic.notes.push_back(
        {finding.position,
         formatv("add '{0}' to the directive", StringRef(edit->text).trim()).str()});
    diagnostic.edits = {*edit};
  }
  return diagnostic;
}

static bool isParallelAlready(const Report &report, size_t loop) {
  return report.result.loops[loop].verdict == Verdict::AlreadyParallel;
}

/// A loop has one verdict, but may have several findings of one kind: of other variables.
static void identify(Diagnostic &diagnostic, const Report &report, std::optional<size_t> loop) {
  if (loop)
    diagnostic.function = report.result.loops[*loop].function;
  if (loop && report.identities.empty())
    return;
  // A loop that has lost its directive is not known from when it had one.
  StringRef detail = diagnostic.finding ? StringRef(diagnostic.message)
                     : diagnostic.loop && isParallelAlready(report, *diagnostic.loop) ? "directive"
                                                                                      : "";
  diagnostic.fingerprint =
      fingerprintOf(diagnostic.slug, detail, loop ? report.identities[*loop] : LoopIdentity());
}

static void addRoles(std::vector<Note> &notes, const LoopResult &loop) {
  for (const Role &role : loop.roles) {
    auto add = [&](std::string message, StringRef slug = "") {
      notes.push_back({role.declaration.line ? role.declaration : loop.position, std::move(message),
                       slug.str()});
    };
    if (role.kind == RoleKind::Induction && role.induction)
      add(formatv("'{0}' is an induction variable: '{1}'", role.variable,
                  role.induction->closedForm),
          "induction-variable");
    else if (role.kind == RoleKind::Reduction)
      add(formatv("'{0}' is a reduction with '{1}'", role.variable, role.op), "reduction");
    else if (role.kind == RoleKind::Selection)
      add(formatv("'{0}' is what the {1} leaves", role.variable,
                  role.op == "last"  ? "last iteration that assigns it"
                  : role.op == "min" ? "iteration with the minimum"
                                     : "iteration with the maximum"),
          "selection");
    else if (role.kind == RoleKind::ArrayReduction)
      add(formatv("the elements of '{0}' are reductions with '{1}'; each thread gets a copy of {2} "
                  "bytes",
                  role.variable, role.op, role.array->bytes),
          "array-reduction");
    else if (role.array && (role.kind == RoleKind::ArrayPrivate || role.kind == RoleKind::Private ||
                            role.kind == RoleKind::FirstPrivate))
      add(formatv("each thread gets a '{0}' of its own{1}", role.variable,
                  role.array->bytes ? formatv(", {0} bytes", role.array->bytes).str() : ""),
          "array-private");
    else if (role.kind == RoleKind::Atomic)
      add(formatv("'{0}' is updated with '{1}', each update atomically", role.variable, role.op),
          "atomic");
  }
}

static void addPlan(std::vector<Note> &notes, const LoopResult &loop, const Plan &plan) {
  for (const Assumption &assumption : loop.assumptions) {
    Note note{loop.position, formatv("parallel only if {0}; {1}", assumption.text,
                                     assumption.isGiven ? "assumed by --assume"
                                     : assumption.check ? "checked at run time"
                                                        : "not checked")
                                 .str()};
    // Two objects may need several checks.
    if (notes.empty() || notes.back().message != note.message)
      notes.push_back(std::move(note));
  }
  if (plan.reason.empty() || isRewritten(loop, plan))
    return;
  StringRef what = !loop.editable     ? "not editable"
                   : !plan.profitable ? "not profitable"
                                      : "not selected";
  notes.push_back({loop.position, formatv("{0}: {1}", what, plan.reason).str()});
}

static void addPlaces(std::vector<Note> &notes, const LoopResult &loop, const Blocker &blocker) {
  if (!blocker.sourceNote.empty())
    notes.push_back({blocker.source.value_or(loop.position), blocker.sourceNote});
  if (!blocker.sinkNote.empty())
    notes.push_back({blocker.sink.value_or(loop.position), blocker.sinkNote});
}

static void addBlockers(std::vector<Note> &notes, const LoopResult &loop) {
  const Blocker *main = mainBlocker(loop);
  if (main)
    addPlaces(notes, loop, *main);
  for (const Blocker &blocker : loop.blockers) {
    if (&blocker == main)
      continue;
    notes.push_back(
        {blocker.source.value_or(loop.position), "also: " + blocker.message, blocker.reason});
    addPlaces(notes, loop, blocker);
  }
  for (const Blocker &blocker : loop.blockers)
    if (!blocker.remedy.empty())
      notes.push_back({loop.position, blocker.remedy});
}

static void addForms(std::vector<Note> &notes, const LoopResult &loop, const Plan &plan,
                     Form form) {
  for (const RefusedForm &refused : plan.refusedForms)
    if (form == Form::Tasks)
      notes.push_back({loop.position, "not as tasks: " + refused.message, refused.reason});
  if (!plan.reason.empty() && loop.kind != LoopKind::Function)
    notes.push_back({loop.position, plan.reason});
  else if (!plan.possibleForms.empty() && !plan.selected)
    notes.push_back(
        {loop.position,
         formatv("'--form={0}' makes it parallel all the same", plan.possibleForms.front()).str()});
}

} // namespace loomp
