//===- Earlier.cpp - an earlier result to compare with --------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A change is one if the interval of the ratio of the medians (Statistics.h) does not hold 1. With
// five runs each this says that all runs of one session were faster than all of the other, which
// happens by chance in 2 of (10 choose 5) = 252 cases. What differs between two sessions as a
// whole, such as the temperature of the processor, is no chance: changes below two percent are not
// counted.
//
//===----------------------------------------------------------------------===//

#include "tool/verify/Earlier.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"

#include <cmath>

using namespace llvm;

namespace loomp {

static constexpr double SmallestChange = 0.02;
// Four runs of each; that all of one are faster by chance has a probability of 3 %.
static constexpr double LeastLevel = 0.75;

static std::vector<double> numbersOf(const json::Object *object, StringRef name) {
  std::vector<double> result;
  if (const json::Array *array = object ? object->getArray(name) : nullptr)
    for (const json::Value &value : *array)
      if (std::optional<double> number = value.getAsNumber(); number && *number > 0)
        result.push_back(*number);
  return result;
}

std::string readEarlier(const std::string &file, EarlierResult &result) {
  auto buffer = MemoryBuffer::getFile(file);
  if (!buffer)
    return "cannot read '" + file + "': " + buffer.getError().message();
  Expected<json::Value> parsed = json::parse((*buffer)->getBuffer());
  if (!parsed)
    return "'" + file + "' is not JSON: " + toString(parsed.takeError());
  const json::Object *object = parsed->getAsObject();
  if (!object || object->getInteger("version") != 1 || !object->getObject("serial"))
    return "'" + file + "' holds no result of 'loomp verify'";
  auto text = [&](const json::Object *from, StringRef name) {
    return from ? from->getString(name).value_or("").str() : std::string();
  };
  result.file = file;
  result.program = text(object, "program");
  result.compiler = text(object, "compiler");
  result.optimization = text(object, "opt");
  result.processor = text(object->getObject("machine"), "processor");
  if (const json::Array *arguments = object->getArray("arguments"))
    for (const json::Value &argument : *arguments)
      result.arguments.push_back(argument.getAsString().value_or("").str());
  result.serial = numbersOf(object->getObject("serial"), "seconds");
  if (const json::Array *runs = object->getArray("runs"))
    for (const json::Value &value : *runs)
      if (const json::Object *run = value.getAsObject())
        result.runs[unsigned(run->getInteger("threads").value_or(0))] = numbersOf(run, "seconds");
  if (result.serial.empty())
    return "'" + file + "' holds no run times";
  return "";
}

static TimeChange changeOf(unsigned threads, const std::vector<double> &before,
                           const std::vector<double> &now) {
  TimeChange change;
  change.threads = threads;
  change.ratio = median(before) / median(now);
  change.interval = ratioInterval(before, now);
  if (!change.interval || change.interval->level < LeastLevel)
    change.kind = TimeChange::Kind::Unknown;
  else if (std::fabs(change.ratio - 1) < SmallestChange)
    change.kind = TimeChange::Kind::None;
  else if (change.interval->low > 1)
    change.kind = TimeChange::Kind::Faster;
  else if (change.interval->high < 1)
    change.kind = TimeChange::Kind::Slower;
  return change;
}

EarlierComparison compareWithEarlier(const EarlierResult &earlier, const VerifyReport &report) {
  EarlierComparison result;
  result.file = earlier.file;
  auto note = [&](StringRef what, StringRef before, StringRef now) {
    if (before != now)
      result.notes.push_back(formatv("{0}: '{1}' then, '{2}' now", what, before, now));
  };
  note("program", earlier.program, report.program);
  note("arguments", join(earlier.arguments, " "), join(report.arguments, " "));
  note("processor", earlier.processor, report.processor);
  note("compiler", earlier.compiler, report.compiler);
  note("optimization", earlier.optimization, report.optimization);
  if (!earlier.serial.empty() && !report.serial.seconds.empty())
    result.changes.push_back(changeOf(0, earlier.serial, report.serial.seconds));
  for (const TimedRuns &runs : report.runs)
    if (auto before = earlier.runs.find(runs.threads);
        before != earlier.runs.end() && !before->second.empty() && !runs.seconds.empty())
      result.changes.push_back(changeOf(runs.threads, before->second, runs.seconds));
  return result;
}

static StringRef changeText(TimeChange::Kind kind) {
  switch (kind) {
  case TimeChange::Kind::Faster:
    return "faster";
  case TimeChange::Kind::Slower:
    return "slower";
  case TimeChange::Kind::None:
    return "no change beyond noise";
  case TimeChange::Kind::Unknown:
    break;
  }
  return "too few runs to tell; four of each are needed";
}

void printComparison(const EarlierComparison &comparison, raw_ostream &out) {
  out << "compared with '" << comparison.file << "', by medians:\n";
  for (const TimeChange &change : comparison.changes) {
    std::string who = change.threads ? threadCount(change.threads) : "serial";
    out << formatv("  {0,-11} {1:f2} times as fast", who, change.ratio);
    if (change.interval)
      out << formatv(" ({0:f2} to {1:f2}, {2})", change.interval->low, change.interval->high,
                     percent(change.interval->level));
    out << ": " << changeText(change.kind) << '\n';
  }
  if (comparison.changes.empty())
    out << "  no run with the same number of threads\n";
  for (const std::string &note : comparison.notes)
    out << "  not the same " << note << '\n';
}

} // namespace loomp
