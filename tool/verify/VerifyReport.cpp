//===- VerifyReport.cpp - what verification found, and how it is said -----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   program    threads  median (s)            range  speedup  result
//   serial           -      0.5120    0.5101-0.5203     1.00
//   rewritten        1      0.5151    0.5140-0.5191     0.99  equal
//   rewritten        2      0.2620    0.2601-0.2680     1.95  equal
//   equal: same output and exit status as the serial program with 1 and 2 threads; best ...
//
// The range is that from the fastest run to the slowest. Of several things that went wrong the
// verdict names the worst: a wrong result before a race, a race before lost time. A wrong result
// with any number of threads is a wrong result.
//
//===----------------------------------------------------------------------===//

#include "tool/Printable.h"
#include "tool/verify/Earlier.h"
#include "tool/verify/SpeedupPlot.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"

#include <algorithm>

using namespace llvm;

namespace loomp {

// Below this speedup at the best number of threads the rewrite has made the program slower.
static constexpr double SlowerBelow = 0.95;
// Programs (and losses) shorter than this say more about starting processes than about loops.
static constexpr double TooShortSeconds = 0.1;
static constexpr unsigned ShownWidth = 100;
static constexpr unsigned ShownFiles = 10;

std::string threadCount(unsigned threads) {
  return std::to_string(threads) + (threads == 1 ? " thread" : " threads");
}

static std::string raceCount(size_t races) {
  return std::to_string(races) + (races == 1 ? " race" : " races");
}

double speedup(const VerifyReport &report, const TimedRuns &runs) {
  double parallel = median(runs.seconds);
  return parallel > 0 ? median(report.serial.seconds) / parallel : 0;
}

//===----------------------------------------------------------------------===//
// The verdict
//===----------------------------------------------------------------------===//

static std::string equalMessage(const VerifyReport &report) {
  std::vector<std::string> counts;
  for (const TimedRuns &runs : report.runs)
    counts.push_back(std::to_string(runs.threads));
  std::string last = counts.back();
  counts.pop_back();
  std::string list = counts.empty() ? last : join(counts, ", ") + " and " + last;
  std::string same = "same output";
  if (unsigned files = report.compared.files)
    same += ", " + std::to_string(files) + (files == 1 ? " file" : " files");
  return same + " and exit status as the serial program with " + list +
         (report.runs.size() == 1 && report.runs[0].threads == 1 ? " thread" : " threads");
}

void judge(VerifyReport &report) {
  for (const TimedRuns &runs : report.runs) {
    if (runs.isEqual())
      continue;
    report.verdict = VerifyVerdict::Wrong;
    report.message = "with " + threadCount(runs.threads) + " the rewritten program ";
    if (!runs.failure.empty())
      report.message += runs.failure;
    else if (runs.difference)
      report.message += "prints something else than the serial one, first in line " +
                        std::to_string(runs.difference->line);
    else
      report.message += "leaves other files than the serial one: '" + runs.files.front().path +
                        "' " + runs.files.front().what;
    return;
  }
  if (report.races && !report.races->empty()) {
    report.verdict = VerifyVerdict::Race;
    report.message = "the rewritten program has " + raceCount(report.races->size());
    return;
  }
  if (report.runs.empty()) {
    report.verdict = VerifyVerdict::Equal;
    return;
  }

  const TimedRuns &best = *std::max_element(report.runs.begin(), report.runs.end(),
                                            [&](const TimedRuns &a, const TimedRuns &b) {
                                              return speedup(report, a) < speedup(report, b);
                                            });
  double serial = median(report.serial.seconds), parallel = median(best.seconds);
  bool tooShort = serial < TooShortSeconds && parallel - serial < TooShortSeconds;
  if (speedup(report, best) < SlowerBelow && !tooShort) {
    report.verdict = VerifyVerdict::Slower;
    report.message = formatv("the rewritten program takes {0:f2} times as long as the serial one "
                             "at its best, with {1}",
                             parallel / serial, threadCount(best.threads))
                         .str();
    return;
  }
  report.verdict = VerifyVerdict::Equal;
  report.message = equalMessage(report);
  // What would make the comparison worth less than it looks.
  if (report.serialStatus)
    report.message += "; both exit with status " + std::to_string(report.serialStatus);
  if (report.compared.isSomethingUnstable())
    report.message += report.compared.comparesNumbers
                          ? "; what differs between serial runs is not compared"
                          : "; no number is compared, because all differ between serial runs";
  if (!report.compared.prints && !report.compared.files && !report.compared.isSomethingUnstable())
    report.message += "; they print nothing that could be compared";
  if (!report.compared.runsInCopy)
    report.message += "; files are not compared";
  if (tooShort)
    report.message += "; the runs are too short to compare their speed";
  else
    report.message +=
        formatv("; best speedup {0:f2} with {1}", speedup(report, best), threadCount(best.threads))
            .str();
}

void judgeChanges(VerifyReport &report) {
  if (report.verdict != VerifyVerdict::Equal || !report.earlier)
    return;
  for (const TimeChange &change : report.earlier->changes)
    if (change.threads && change.kind == TimeChange::Kind::Slower) {
      report.verdict = VerifyVerdict::Slower;
      report.message = formatv("with {0} the rewritten program is {1:f2} times as fast as in '{2}'",
                               threadCount(change.threads), change.ratio, report.earlier->file)
                           .str();
      return;
    }
}

std::optional<AmdahlFit> fitOf(const VerifyReport &report) {
  if (median(report.serial.seconds) < TooShortSeconds)
    return std::nullopt;
  std::vector<std::pair<unsigned, double>> times;
  for (const TimedRuns &runs : report.runs)
    if (!runs.seconds.empty() && runs.isEqual() && runs.threads <= report.cores)
      times.emplace_back(runs.threads, median(runs.seconds));
  return fitAmdahl(times);
}

std::string percent(double part) {
  return formatv(part > 0 && part < 0.1 ? "{0:f1} %" : "{0:f0} %", part * 100).str();
}

int exitStatus(VerifyVerdict verdict) {
  switch (verdict) {
  case VerifyVerdict::Equal:
    return 0;
  case VerifyVerdict::CouldNotRun:
    return 2;
  default:
    return 1;
  }
}

StringRef verdictName(VerifyVerdict verdict) {
  switch (verdict) {
  case VerifyVerdict::Equal:
    return "equal";
  case VerifyVerdict::Wrong:
    return "wrong";
  case VerifyVerdict::Slower:
    return "slower";
  case VerifyVerdict::Race:
    return "race";
  case VerifyVerdict::DoesNotCompile:
    return "does-not-compile";
  case VerifyVerdict::CouldNotRun:
    return "could-not-run";
  }
  return "";
}

//===----------------------------------------------------------------------===//
// Text
//===----------------------------------------------------------------------===//

/// The fastest and the slowest run.
static std::string range(const TimedRuns &runs) {
  if (runs.seconds.size() < 2)
    return "-";
  auto [low, high] = std::minmax_element(runs.seconds.begin(), runs.seconds.end());
  return formatv("{0:f4}-{1:f4}", *low, *high).str();
}

static void printRow(StringRef program, StringRef threads, StringRef median, StringRef range,
                     StringRef speedup, StringRef result, raw_ostream &out) {
  std::string row = formatv("{0,-9}  {1,7}  {2,10}  {3,15}  {4,7}  {5}", program, threads, median,
                            range, speedup, result)
                        .str();
  out << StringRef(row).rtrim() << '\n';
}

static StringRef resultText(const TimedRuns &runs) {
  if (!runs.failure.empty())
    return runs.failure;
  return runs.isEqual() ? "equal" : "differs";
}

static void printTable(const VerifyReport &report, raw_ostream &out) {
  auto seconds = [](const TimedRuns &runs) {
    return runs.seconds.empty() ? "-" : formatv("{0:f4}", loomp::median(runs.seconds)).str();
  };
  printRow("program", "threads", "median (s)", "range", "speedup", "result", out);
  printRow("serial", "-", seconds(report.serial), range(report.serial), "1.00", "", out);
  for (const TimedRuns &runs : report.runs) {
    std::string factor =
        runs.seconds.empty() ? "-" : formatv("{0:f2}", speedup(report, runs)).str();
    printRow("rewritten", std::to_string(runs.threads), seconds(runs), range(runs), factor,
             resultText(runs), out);
  }
}

static void printSpeedup(const VerifyReport &report, bool unicode, raw_ostream &out) {
  printSketch(report, unicode, out);
  std::optional<AmdahlFit> fit = fitOf(report);
  if (!fit)
    return;
  out << "Amdahl's law: " << percent(fit->serialFraction)
      << " of the time with one thread is serial";
  if (fit->isClamped)
    out << (fit->serialFraction > 0 ? " (the best fit is more: threads make it slower)"
                                    : " (the best fit is less: it gains more than threads)");
  else if (fit->serialFraction > 0)
    out << formatv(", so that no number of threads makes it more than {0:f1} times as fast",
                   1 / fit->serialFraction);
  // A line through two points leaves nothing.
  if (fit->points > 2)
    out << "; residual " << percent(fit->residual);
  else
    out << "; two numbers of threads fit in any case";
  out << '\n';
}

static void printTwoLines(const OutputDifference &difference, raw_ostream &out) {
  out << "  expected: " << printableLine(difference.expected, difference.column, ShownWidth)
      << "\n  actual:   " << printableLine(difference.actual, difference.column, ShownWidth)
      << '\n';
}

static void printDifferences(const VerifyReport &report, raw_ostream &out) {
  for (const TimedRuns &runs : report.runs) {
    if (!runs.lastWords.empty())
      out << "with " << threadCount(runs.threads) << ", the last line on stderr is\n  "
          << printable(runs.lastWords) << '\n';
    if (!runs.difference)
      continue;
    const OutputDifference &difference = *runs.difference;
    out << "with " << threadCount(runs.threads) << ", line " << difference.line
        << " of the output differs\n";
    printTwoLines(difference, out);
  }
}

static void printFileDifferences(const VerifyReport &report, raw_ostream &out) {
  for (const TimedRuns &runs : report.runs) {
    for (const FileDifference &file : ArrayRef(runs.files).take_front(ShownFiles)) {
      out << "with " << threadCount(runs.threads) << ", the file '" << file.path << "' "
          << file.what << '\n';
      if (file.text)
        printTwoLines(*file.text, out);
    }
    if (runs.files.size() > ShownFiles)
      out << "with " << threadCount(runs.threads) << ", " << runs.files.size() - ShownFiles
          << " more files differ\n";
  }
}

/// What the verdict says nothing about.
static void printUnstable(const VerifyReport &report, raw_ostream &out) {
  const ComparedOutput &compared = report.compared;
  const char *why = "not compared, because the serial program changes it from run to run: ";
  for (const UnstableText &text : compared.unstable) {
    out << why << text.unstableNumbers << " of " << text.numbers << " numbers, in "
        << text.unstableLines << " of " << text.lines << " lines of "
        << (text.path.empty() ? "the output" : "'" + text.path + "'") << '\n';
    for (const auto &[line, example] : text.examples)
      out << "  line " << line << ": " << printableLine(example, 1, ShownWidth) << '\n';
    if (text.unstableLines > text.examples.size())
      out << "  ...\n";
  }
  for (const std::string &path : compared.unstableFiles)
    out << why << "the file '" << path << "'\n";
}

static void printLeftProcesses(const VerifyReport &report, raw_ostream &out) {
  auto print = [&](const Twine &program, const TimedRuns &runs) {
    if (runs.leftRunning)
      out << program << " left " << runs.leftRunning
          << (runs.leftRunning == 1 ? " process" : " processes")
          << " running, which had to be killed: what they would have done is not compared\n";
  };
  print("the serial program", report.serial);
  for (const TimedRuns &runs : report.runs)
    print("with " + threadCount(runs.threads) + ", the rewritten program", runs);
}

static void printPlace(const RacePlace &place, raw_ostream &out) {
  if (place.file.empty()) {
    out << "<unknown place>";
    return;
  }
  out << place.file;
  if (place.line)
    out << ':' << place.line;
}

static void printRaces(const VerifyReport &report, raw_ostream &out) {
  if (!report.races)
    return;
  for (const DataRace &race : *report.races) {
    printPlace(race.place, out);
    out << ": data race: " << race.access;
    bool same = race.place.file == race.previous.file && race.place.line == race.previous.line;
    out << ", and " << race.previousAccess << " of another thread ";
    if (same) {
      out << "in the same line\n";
    } else {
      out << "at ";
      printPlace(race.previous, out);
      out << '\n';
    }
    if (!race.sourceLine.empty())
      out << "    " << StringRef(race.sourceLine).trim() << '\n';
  }
  out << raceCount(report.races->size()) << " with " << threadCount(report.raceThreads)
      << " under ThreadSanitizer and Archer";
  if (!report.raceNote.empty())
    out << "; " << report.raceNote;
  out << '\n';
}

void printVerifyText(const VerifyReport &report, bool color, bool unicode, raw_ostream &out) {
  if (report.runs.empty()) {
    out << report.message << '\n';
    return;
  }
  printTable(report, out);
  if (median(report.serial.seconds) >= TooShortSeconds)
    printSpeedup(report, unicode, out);
  printDifferences(report, out);
  printFileDifferences(report, out);
  printUnstable(report, out);
  printLeftProcesses(report, out);
  printRaces(report, out);
  if (report.earlier)
    printComparison(*report.earlier, out);
  bool good = report.verdict == VerifyVerdict::Equal;
  if (color)
    out << (good ? "\033[1;32m" : "\033[1;31m");
  out << verdictName(report.verdict) << ':';
  if (color)
    out << "\033[0m";
  out << ' ' << report.message << '\n';
}

} // namespace loomp
