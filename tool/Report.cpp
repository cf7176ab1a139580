//===- Report.cpp - everything that is said about one run -----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/Report.h"
#include "tool/Nolint.h"
#include "tool/Options.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace loomp {

static void keepWorst(LoopResult &known, LoopResult &&other);
static std::string canonicalPath(const std::string &file);
static void applyLineFilter(Report &report, const Options &options);
static void markSuppressed(Report &report);
static void keepSharedFiles(Report &report, const Options &options);

void mergeResult(Report &report, TranslationUnitResult result,
                 std::map<std::string, std::string> texts) {
  // One file under several spellings is one file, under the spelling that came first.
  std::map<std::string, std::string> renamed;
  auto spelling = [&](const std::string &file) -> const std::string & {
    auto [entry, isNew] = renamed.try_emplace(file);
    if (isNew)
      entry->second = report.spellings.emplace(canonicalPath(file), file).first->second;
    return entry->second;
  };
  std::vector<int> indexOf;
  for (LoopResult &loop : result.loops) {
    loop.position.file = spelling(loop.position.file);
    loop.parent = loop.parent >= 0 ? indexOf[loop.parent] : -1;
    if (!is_contained(report.files, loop.position.file))
      report.files.push_back(loop.position.file);
    auto [entry, isNew] = report.loopsAt.try_emplace(
        {loop.position.file, loop.position.offset, loop.kind == LoopKind::Statements},
        report.result.loops.size());
    indexOf.push_back(entry->second);
    if (isNew)
      report.result.loops.push_back(std::move(loop));
    else
      keepWorst(report.result.loops[entry->second], std::move(loop));
  }
  for (auto &[file, text] : texts)
    report.texts.emplace(spelling(file), std::move(text));
  for (Finding &finding : result.findings) {
    finding.position.file = spelling(finding.position.file);
    auto isSame = [&](const Finding &known) {
      return known.id == finding.id && known.message == finding.message &&
             known.position.file == finding.position.file &&
             known.position.offset == finding.position.offset;
    };
    if (none_of(report.result.findings, isSame)) // a header's, from another translation unit
      report.result.findings.push_back(std::move(finding));
  }
  append_range(report.result.errors, result.errors);
}

/// Whether two parses of the same loop lead to the same rewrite.
static bool agree(const LoopResult &a, const LoopResult &b) {
  auto sameRole = [](const Role &x, const Role &y) {
    return x.variable == y.variable && x.kind == y.kind && x.op == y.op &&
           x.induction == y.induction && x.declaredInLoop == y.declaredInLoop &&
           x.hasValueBefore == y.hasValueBefore &&
           x.localCopy.has_value() == y.localCopy.has_value() &&
           (!x.localCopy || x.localCopy->place == y.localCopy->place);
  };
  auto sameAssumption = [](const Assumption &x, const Assumption &y) {
    return x.text == y.text && x.check == y.check;
  };
  return std::equal(a.roles.begin(), a.roles.end(), b.roles.begin(), b.roles.end(), sameRole) &&
         std::equal(a.assumptions.begin(), a.assumptions.end(), b.assumptions.begin(),
                    b.assumptions.end(), sameAssumption) &&
         a.sections == b.sections && a.counting == b.counting &&
         a.statement.begin == b.statement.begin && a.statement.end == b.statement.end &&
         a.tripCount == b.tripCount && a.iterationNumber == b.iterationNumber &&
         a.nonEmptyCondition == b.nonEmptyCondition && a.indexAfterLoop == b.indexAfterLoop &&
         a.indexLiveOut == b.indexLiveOut && a.provenNonEmpty == b.provenNonEmpty;
}

static void keepWorst(LoopResult &known, LoopResult &&other) {
  // From harmless to serial; a proven blocker outranks a doubt.
  auto rank = [](Verdict verdict) {
    return verdict == Verdict::AlreadyParallel ? 0
           : verdict == Verdict::Parallel      ? 1
           : verdict == Verdict::Unknown       ? 2
                                               : 3;
  };
  if (rank(other.verdict) > rank(known.verdict)) {
    int parent = known.parent;
    known = std::move(other);
    known.parent = parent;
  } else if (known.verdict == Verdict::Parallel && other.verdict == Verdict::Parallel &&
             !agree(known, other)) {
    known.editable = false;
    known.notEditableBecause = "translation units disagree about the loop";
  }
}

static std::string canonicalPath(const std::string &file) {
  SmallString<256> path;
  return sys::fs::real_path(file, path) ? file : path.str().str();
}

PlanOptions planOptions(const Options &options) {
  return {.form = options.form,
          .distribution = options.distribution,
          .deviceForm = options.deviceForm,
          .costModel = options.costModel,
          .unsafeFixes = options.unsafeFixes};
}

void planReport(Report &report, const Options &options) {
  if (options.format == OutputFormat::Sarif || !options.baselineFile.empty())
    report.identities = identitiesOf(report);
  applyLineFilter(report, options);
  markSuppressed(report);
  keepSharedFiles(report, options);
  report.plans = planRewrites(report.result, report.texts, planOptions(options));
  confirmDirectives(report.result, report.plans);
  report.gains = estimateGains(report);
}

/// The first line of the directives that stand right above the loop at `position`; else its own.
static unsigned firstLineOf(const Report &report, const Position &position) {
  auto text = report.texts.find(position.file);
  if (text == report.texts.end())
    return position.line;
  StringRef above = StringRef(text->second).take_front(position.offset);
  unsigned first = position.line, line = position.line;
  above = above.take_front(above.rfind('\n') + 1);
  while (!above.empty()) {
    // A line of the source, which a backslash may continue.
    StringRef last;
    do {
      above = above.drop_back();
      size_t begin = above.rfind('\n') + 1;
      last = above.drop_front(begin);
      above = above.take_front(begin);
      --line;
    } while (above.rtrim().ends_with("\\"));
    if (!last.ltrim().starts_with("#"))
      break;
    first = line;
  }
  return first;
}

/// Drops the loops that `--line-filter` leaves out.
static void applyLineFilter(Report &report, const Options &options) {
  if (options.lineFilter.empty())
    return;
  auto isKept = [&](const Position &position, unsigned endLine) {
    for (const LineFilter &filter : options.lineFilter) {
      if (!StringRef(position.file).ends_with(filter.name))
        continue;
      unsigned first = filter.around ? firstLineOf(report, position) : position.line;
      unsigned last = filter.around ? std::max(position.line, endLine) : position.line;
      return filter.lines.empty() || any_of(filter.lines, [&](auto &range) {
               return range.first <= last && first <= range.second;
             });
    }
    return false;
  };
  erase_if(report.result.findings, [&](const Finding &finding) {
    std::optional<size_t> loop = loopAt(report, finding.position);
    return !isKept(finding.position, loop ? report.result.loops[*loop].endLine : 0);
  });
  std::vector<LoopResult> kept;
  std::vector<LoopIdentity> keptIdentities;
  std::vector<int> indexOf; // of the loop itself, or of the nearest kept loop around it
  for (size_t i = 0; i < report.result.loops.size(); ++i) {
    LoopResult &loop = report.result.loops[i];
    int parent = loop.parent >= 0 ? indexOf[loop.parent] : -1;
    if (!isKept(loop.position, loop.endLine)) {
      indexOf.push_back(parent);
      continue;
    }
    indexOf.push_back(kept.size());
    loop.parent = parent;
    kept.push_back(std::move(loop));
    if (!report.identities.empty())
      keptIdentities.push_back(std::move(report.identities[i]));
  }
  report.result.loops = std::move(kept);
  report.identities = std::move(keptIdentities);
}

/// What there is to find of this kind, as the registry calls it.
static std::string findingOf(LoopKind kind) {
  return kind == LoopKind::Function     ? "task-recursion"
         : kind == LoopKind::Statements ? "parallel-sections"
                                        : "parallel-loop";
}

/// Marks the loops that NOLINT comments speak of.
static void markSuppressed(Report &report) {
  std::map<std::string, NolintComments> comments;
  for (const auto &[file, text] : report.texts)
    comments.emplace(file, readNolintComments(text));
  for (LoopResult &loop : report.result.loops) {
    auto found = comments.find(loop.position.file);
    if (found == comments.end())
      continue;
    std::vector<std::string> slugs = {findingOf(loop.kind)};
    if (loop.verdict == Verdict::Serial || loop.verdict == Verdict::Unknown)
      slugs.push_back("serial-loop"); // as clang-tidy calls all reasons together
    for (const Blocker &blocker : loop.blockers)
      slugs.push_back(blocker.reason);
    loop.suppressed |= isSuppressed(found->second, loop.position.line, slugs);
  }
  for (Finding &finding : report.result.findings)
    if (auto found = comments.find(finding.position.file); found != comments.end())
      finding.suppressed |= isSuppressed(found->second, finding.position.line,
                                         {finding.id, "openmp-race"}); // clang-tidy's name for all
}

/// What a file that could not be analysed makes of a header's loop may be worse than what the
/// others do, and the worst counts: without it nobody knows.
static void keepSharedFiles(Report &report, const Options &options) {
  if (report.result.errors.empty())
    return;
  for (LoopResult &loop : report.result.loops)
    if (loop.editable && !is_contained(options.files, loop.position.file)) {
      loop.editable = false;
      loop.notEditableBecause = "a file that may include this one could not be analysed";
    }
}

void printError(raw_ostream &out, const Options &options, const std::string &file,
                const std::string &message) {
  Report report;
  report.result.errors.push_back({file, message});
  if (options.format == OutputFormat::Json)
    printJson(out, report);
  else if (options.format == OutputFormat::Sarif)
    printSarif(out, report, options);
  else if (options.format == OutputFormat::GitHub)
    printGitHub(out, report, options);
}

bool isOfFile(const InputError &error) { return !error.file.empty() && error.file != "loomp"; }

const Blocker *mainBlocker(const LoopResult &loop) {
  for (const Blocker &blocker : loop.blockers)
    if (blocker.proven)
      return &blocker;
  return loop.blockers.empty() ? nullptr : &loop.blockers.front();
}

Headline headlineOf(const LoopResult &loop, const Plan &plan) {
  if (loop.kind == LoopKind::Function && loop.verdict == Verdict::Parallel)
    return {findingOf(loop.kind), "recursive calls can run as tasks: '" + plan.directive + "'"};
  if (loop.kind == LoopKind::Statements && loop.verdict == Verdict::Parallel)
    return {findingOf(loop.kind), "statements can run at the same time: '" + plan.directive + "'"};
  if (loop.verdict == Verdict::AlreadyParallel)
    return {"parallel-loop", "loop is already parallel"};
  if (loop.verdict == Verdict::Parallel)
    return {"parallel-loop", "loop is parallel: '" + plan.directive + "'"};
  if (plan.selected)
    return {"parallel-loop", "loop is parallel as " + plan.form + ": '" + plan.directive + "'"};
  const Blocker *blocker = mainBlocker(loop);
  bool isSerial = loop.verdict == Verdict::Serial;
  if (!blocker)
    return {"unsupported-construct", "loop is not proven parallel", isSerial};
  return {blocker->reason, blocker->message, isSerial};
}

bool isRewritten(const LoopResult &loop, const Plan &plan) {
  return plan.selected && plan.profitable && loop.editable;
}

} // namespace loomp
