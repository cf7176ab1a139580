//===- Report.cpp - everything that is said about one run -----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/Report.h"
#include "analyses/HeaderName.h"
#include "tool/Archive.h"
#include "tool/Nolint.h"
#include "tool/Options.h"
#include "tool/ReadFile.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace loomp {

static void keepWorst(LoopResult &known, LoopResult &&other);
/// Drops from both what is not the same in both.
template <class T> static void keepCommon(T &known, T &other);
static std::string canonicalPath(const std::string &file);
static void applyLineFilter(Report &report, const Options &options);
static void markSuppressed(Report &report);
static void keepSharedFiles(Report &report, const Options &options);
static void keepChangedFiles(Report &report);
static void keepHiddenDirectives(Report &report);

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
    if (auto [known, isNew] = report.texts.try_emplace(spelling(file), std::move(text));
        !isNew && known->second != text)
      report.changedFiles.insert(known->first);
  for (auto &[file, names] : result.declared)
    report.result.declared[spelling(file)].merge(names);
  for (Finding &finding : result.findings) {
    finding.position.file = spelling(finding.position.file);
    auto isSame = [&](const Finding &known) {
      return known.id == finding.id && known.message == finding.message &&
             known.position.file == finding.position.file &&
             known.position.offset == finding.position.offset;
    };
    auto known = find_if(report.result.findings, isSame);
    if (known == report.result.findings.end())
      report.result.findings.push_back(std::move(finding));
    else // a header's, from another translation unit
      keepCommon(known->fix, finding.fix);
  }
  append_range(report.result.errors, result.errors);
}

/// What is left of a loop is all that a rewriter reads, but for costs and names, which add up
/// below.
static LoopResult forRewriters(LoopResult loop) {
  loop.position.file.clear(); // one file may have several spellings
  loop.function.clear();      // the instance of a template, or of a macro
  loop.functionKey.clear();
  loop.parent = -1;
  loop.blockers.clear();
  loop.accesses.clear();
  loop.dependences.clear();
  loop.bodyCost = 0;
  loop.callees.clear();
  loop.namedInBody.clear();
  loop.callsOutside = loop.suppressed = false;
  loop.notOnDeviceBecause.clear();
  for (Role &role : loop.roles)
    role.declaration = {};
  for (std::vector<LoopResult> *form : {&loop.asScan, &loop.asTasks})
    for (LoopResult &other : *form)
      other = forRewriters(std::move(other));
  return loop;
}

template <class T> static void keepCommon(T &known, T &other) {
  if (toBytes(known) != toBytes(other))
    known = other = {};
}

/// A loop of a header, in another translation unit. Its text is the same, its names may mean
/// something else. The worst verdict counts, and only what both say alike is rewritten: every fact
/// that a rewriter may read is compared, so that none can be forgotten.
static void keepWorst(LoopResult &known, LoopResult &&other) {
  if (toBytes(known) == toBytes(other))
    return;

  // 1. A form that only one of them has.
  LoopResult facts = forRewriters(known), otherFacts = forRewriters(other);
  bool hasSameScan = toBytes(facts.asScan) == toBytes(otherFacts.asScan);
  bool hasSameTasks = toBytes(facts.asTasks) == toBytes(otherFacts.asTasks);
  for (LoopResult *loop : {&known, &other, &facts, &otherFacts}) {
    if (!hasSameScan)
      loop->asScan.clear();
    if (!hasSameTasks)
      loop->asTasks.clear();
  }
  for (auto [a, b] : {std::pair(&known, &other), std::pair(&facts, &otherFacts)}) {
    keepCommon(a->dealt, b->dealt);
    keepCommon(a->counting, b->counting);
    keepCommon(a->laneFunctions, b->laneFunctions);
    bool isOnDevice = a->device && b->device;
    keepCommon(a->device, b->device);
    if (isOnDevice && !a->device)
      a->notOnDeviceBecause = b->notOnDeviceBecause = "translation units disagree about its data";
    keepCommon(a->deviceRegions, b->deviceRegions);
    keepCommon(a->deviceFunctions, b->deviceFunctions);
  }

  // 2. All others.
  bool agree = toBytes(facts) == toBytes(otherFacts);

  // 3. What adds up: less work is worth less, and a name is in the way if either knows it.
  double cost = std::min(known.bodyCost, other.bodyCost);
  bool callsOutside = known.callsOutside || other.callsOutside;
  std::set<std::string> callees(known.callees.begin(), known.callees.end());
  callees.insert(other.callees.begin(), other.callees.end());
  std::set<std::string> names = std::move(known.namedInBody);
  names.insert(other.namedInBody.begin(), other.namedInBody.end());

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
  }
  known.bodyCost = cost;
  known.callsOutside = callsOutside;
  known.callees.assign(callees.begin(), callees.end());
  known.namedInBody = std::move(names);
  if (!agree && known.editable) {
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
  keepChangedFiles(report);
  keepHiddenDirectives(report);
  report.plans = planRewrites(report.result, report.texts, planOptions(options));
  confirmDirectives(report.result, report.plans);
  report.gains = estimateGains(report);
}

/// A line of the source, with those that a backslash makes part of it.
struct LogicalLine {
  std::string text;      ///< without backslashes, or blanks around it
  unsigned physical = 0; ///< how many lines of the file it has
};

/// Takes the last line off `above`, which ends with that line's end.
static LogicalLine takeLineAbove(StringRef &above) {
  LogicalLine line;
  do {
    above = above.drop_back();
    size_t begin = above.rfind('\n') + 1;
    line.text = above.drop_front(begin).rtrim().rtrim('\\').str() + line.text;
    above = above.take_front(begin);
    ++line.physical;
  } while (above.rtrim().ends_with("\\"));
  line.text = StringRef(line.text).trim().str();
  return line;
}

/// The lines of `source` above the one that holds `offset`.
static StringRef linesAbove(StringRef source, size_t offset) {
  StringRef above = source.take_front(offset);
  return above.take_front(above.rfind('\n') + 1);
}

/// Whether a line is one of comments, as far as one can see.
static bool isComment(StringRef line) {
  return line.starts_with("//") || line.starts_with("/*") || line.starts_with("*") ||
         line.ends_with("*/");
}

/// Whether a directive is the last thing in `above`, but for other lines of the preprocessor,
/// attributes, comments and blanks.
static bool endsWithDirective(StringRef above) {
  while (!above.empty()) {
    std::string text = takeLineAbove(above).text;
    StringRef line = text;
    SmallVector<StringRef> words;
    SplitString(line, words, " \t#(");
    bool isPragma = line.starts_with("#") && words.size() > 1 && words[0] == "pragma";
    bool isAttribute = line.starts_with("[[");
    if ((isPragma && (words[1] == "omp" || words[1] == "acc")) ||
        (isAttribute && line.contains("omp::")))
      return true;
    if (!line.empty() && !line.starts_with("#") && !isAttribute && !isComment(line))
      return false;
  }
  return false;
}

/// A directive that the compiler did not read, because of a condition or since it is one of another
/// standard, stands where a new one would.
static void keepHiddenDirectives(Report &report) {
  for (LoopResult &loop : report.result.loops) {
    auto text = report.texts.find(loop.position.file);
    if (!loop.editable || loop.hasDirective || text == report.texts.end() ||
        loop.directiveOffset > loop.statement.begin || loop.kind == LoopKind::Function)
      continue;
    StringRef source = text->second;
    StringRef above = linesAbove(source, loop.directiveOffset);
    bool hasAttribute = source.slice(above.size(), loop.statement.begin).contains("[[omp::");
    if (!hasAttribute && !endsWithDirective(above))
      continue;
    loop.editable = false;
    loop.notEditableBecause = "a directive stands above it that this build does not have";
  }
}

/// The first line of the directives that stand right above the loop at `position`; else its own.
static unsigned firstLineOf(const Report &report, const Position &position) {
  auto text = report.texts.find(position.file);
  if (text == report.texts.end())
    return position.line;
  StringRef above = linesAbove(text->second, position.offset);
  unsigned first = position.line, line = position.line;
  while (!above.empty()) {
    LogicalLine last = takeLineAbove(above);
    line -= last.physical;
    if (!StringRef(last.text).starts_with("#"))
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

/// Two texts of one file have no places in common.
static void keepChangedFiles(Report &report) {
  for (LoopResult &loop : report.result.loops)
    if (report.changedFiles.count(loop.position.file)) {
      loop.editable = false;
      loop.notEditableBecause = "the file has changed while others that include it were analysed";
    }
}

/// The names of the files that a file includes, without their folders, as far as its text tells and
/// that of those beside it.
static void addIncludedNames(StringRef file, std::set<std::string> &names) {
  constexpr uint64_t largest = 256 << 20; // bytes
  std::string error;
  std::unique_ptr<MemoryBuffer> buffer = readFile(file, largest, error);
  SmallVector<StringRef> lines;
  SplitString(buffer ? buffer->getBuffer() : "", lines, "\r\n");
  for (StringRef line : lines) {
    line = line.ltrim();
    if (!line.consume_front("#") || !(line = line.ltrim()).consume_front("include"))
      continue;
    StringRef name = line.ltrim(" \t\"<").take_until([](char c) { return c == '"' || c == '>'; });
    SmallString<256> path(sys::path::parent_path(file));
    sys::path::append(path, name);
    if (names.insert(sys::path::filename(name).str()).second && sys::fs::is_regular_file(path))
      addIncludedNames(path, names);
  }
}

/// What a file that could not be analysed makes of a loop in what it includes may be worse than
/// what the others do, and the worst counts: without it nobody knows.
static void keepSharedFiles(Report &report, const Options &options) {
  std::set<std::string> included;
  for (const InputError &error : report.result.errors)
    if (isOfFile(error))
      addIncludedNames(error.file, included);
  if (report.result.errors.empty())
    return;
  for (LoopResult &loop : report.result.loops)
    if (StringRef file = loop.position.file;
        loop.editable && (!is_contained(options.files, file) || isHeaderName(file) ||
                          included.count(sys::path::filename(file).str()))) {
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
