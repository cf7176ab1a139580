//===- Review.cpp - what a reviewer is told, and what fails a run ---------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/Review.h"
#include "tool/Nolint.h"
#include "tool/Options.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"

#include <numeric>

using namespace llvm;

namespace loomp {

static bool isOfKind(const Report &report, const Diagnostic &diagnostic,
                     const std::vector<std::string> &kinds);
static void rankByGain(Shown &shown, const Report &report, std::optional<unsigned> limit);
static bool matchesGlobs(const std::vector<std::string> &globs, const std::string &slug);

void leaveOutOthers(Report &report, const Options &options) {
  if (options.only.empty())
    return;
  for (const Diagnostic &diagnostic : diagnosticsOf(report, options.form)) {
    if (diagnostic.leftOut || isOfKind(report, diagnostic, options.only) ||
        isFailure(report, diagnostic, options))
      continue;
    if (diagnostic.loop)
      report.leftOutLoops[*diagnostic.loop] = LeftOut::NotAsked;
    else
      report.leftOutFindings[*diagnostic.finding] = LeftOut::NotAsked;
  }
}

Shown shownDiagnostics(const Report &report, const Options &options,
                       std::optional<unsigned> limit) {
  Shown shown{diagnosticsOf(report, options.form)};
  erase_if(shown.diagnostics, [](const Diagnostic &diagnostic) {
    return diagnostic.suppressed || diagnostic.leftOut;
  });
  if (options.top)
    limit = options.top;
  if (options.sortByGain || limit)
    rankByGain(shown, report, limit);
  if (options.sortByGain)
    sortByGain(shown.diagnostics);
  return shown;
}

void sortByGain(std::vector<Diagnostic> &diagnostics) {
  auto rank = [&](size_t i) {
    const Diagnostic &diagnostic = diagnostics[i];
    return std::pair(diagnostic.finding ? 0u : diagnostic.gain ? diagnostic.gain->place : ~0u, i);
  };
  std::vector<size_t> order(diagnostics.size());
  std::iota(order.begin(), order.end(), 0);
  sort(order, [&](size_t a, size_t b) { return rank(a) < rank(b); });
  std::vector<Diagnostic> sorted;
  for (size_t i : order)
    sorted.push_back(std::move(diagnostics[i]));
  diagnostics = std::move(sorted);
}

/// Numbers what is shown: loops that are left out have a place among all loops, too.
static void rankByGain(Shown &shown, const Report &report, std::optional<unsigned> limit) {
  std::vector<Diagnostic *> missed;
  for (Diagnostic &diagnostic : shown.diagnostics)
    if (diagnostic.gain)
      missed.push_back(&diagnostic);
  sort(missed, [](auto *a, auto *b) { return a->gain->place < b->gain->place; });
  for (size_t i = 0; i < missed.size(); ++i) {
    missed[i]->gain->place = i + 1;
    missed[i]->notes.push_back(
        {missed[i]->position,
         formatv("place {0} of {1} by estimated gain: some {2:e0} operations to share", i + 1,
                 missed.size(), missed[i]->gain->operations)
             .str()});
  }
  if (!limit || missed.size() <= *limit)
    return;
  shown.furtherMissed = missed.size() - *limit;
  erase_if(shown.diagnostics, [&](const Diagnostic &diagnostic) {
    return diagnostic.gain && diagnostic.gain->place > *limit;
  });
}

static bool isOfKind(const Report &report, const Diagnostic &diagnostic,
                     const std::vector<std::string> &kinds) {
  if (!diagnostic.loop)
    return is_contained(kinds, "race");
  Verdict verdict = report.result.loops[*diagnostic.loop].verdict;
  StringRef name = verdict == Verdict::Parallel  ? "parallel"
                   : verdict == Verdict::Serial  ? "serial"
                   : verdict == Verdict::Unknown ? "unknown"
                                                 : "";
  return is_contained(kinds, name) || (diagnostic.gain && is_contained(kinds, "missed"));
}

bool isFailure(const Report &report, const Diagnostic &diagnostic, const Options &options) {
  if (diagnostic.suppressed || diagnostic.leftOut)
    return false;
  bool isAlready =
      diagnostic.loop && report.result.loops[*diagnostic.loop].verdict == Verdict::AlreadyParallel;
  return isOfKind(report, diagnostic, options.failOn) ||
         (!isAlready && matchesGlobs(options.warningsAsErrors, diagnostic.slug));
}

bool hasFailure(const Report &report, const Options &options) {
  if (options.failOn.empty() && options.warningsAsErrors.empty())
    return false;
  return any_of(diagnosticsOf(report, options.form), [&](const Diagnostic &diagnostic) {
    return isFailure(report, diagnostic, options);
  });
}

/// Whether the last glob that matches `slug` is a positive one, as in clang-tidy.
static bool matchesGlobs(const std::vector<std::string> &globs, const std::string &slug) {
  bool matches = false;
  for (StringRef glob : globs) {
    bool isNegative = glob.consume_front("-");
    if (matchesGlob(glob, slug))
      matches = !isNegative;
  }
  return matches;
}

} // namespace loomp
