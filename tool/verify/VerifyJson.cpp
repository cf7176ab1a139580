//===- VerifyJson.cpp - the results of verification as JSON ---------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The schema is docs/loomp-verify.schema.json. Fields may be added, never renamed.
//
//===----------------------------------------------------------------------===//

#include "tool/verify/VerifyReport.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/JSON.h"

#include <algorithm>

using namespace llvm;

namespace loomp {
static void attributes(json::OStream &json, const Interval &interval) {
  json.attribute("low", interval.low);
  json.attribute("high", interval.high);
  json.attribute("level", interval.level);
}

static StringRef changeName(TimeChange::Kind kind) {
  switch (kind) {
  case TimeChange::Kind::Faster:
    return "faster";
  case TimeChange::Kind::Slower:
    return "slower";
  case TimeChange::Kind::None:
    return "none";
  case TimeChange::Kind::Unknown:
    break;
  }
  return "unknown";
}

static void attributes(json::OStream &json, const EarlierComparison &earlier) {
  json.attribute("file", json::fixUTF8(earlier.file));
  json.attributeArray("changes", [&] {
    for (const TimeChange &change : earlier.changes)
      json.object([&] {
        json.attribute("threads", change.threads ? json::Value(change.threads) : nullptr);
        json.attribute("change", changeName(change.kind));
        json.attribute("ratio", change.ratio);
        if (change.interval)
          json.attributeObject("interval", [&] { attributes(json, *change.interval); });
      });
  });
  json.attributeArray("notes", [&] {
    for (const std::string &note : earlier.notes)
      json.value(json::fixUTF8(note));
  });
}

static void attributes(json::OStream &json, const TimedRuns &runs) {
  auto number = [](double value) { return json::Value(value); };
  if (runs.seconds.empty()) {
    json.attribute("median", nullptr);
    json.attribute("min", nullptr);
    json.attribute("max", nullptr);
    return;
  }
  auto [low, high] = std::minmax_element(runs.seconds.begin(), runs.seconds.end());
  json.attribute("median", number(median(runs.seconds)));
  json.attribute("min", number(*low));
  json.attribute("max", number(*high));
  if (std::optional<Interval> interval = medianInterval(runs.seconds))
    json.attributeObject("interval", [&] { attributes(json, *interval); });
  json.attributeArray("seconds", [&] {
    for (double seconds : runs.seconds)
      json.value(seconds);
  });
  json.attribute("cpu", number(median(runs.cpuSeconds)));
  if (runs.leftRunning)
    json.attribute("left_running", runs.leftRunning);
}

static void attributes(json::OStream &json, StringRef prefix, const RacePlace &place) {
  json.attribute((prefix + "file").str(), json::fixUTF8(place.file));
  json.attribute((prefix + "line").str(), place.line);
}

static void attributes(json::OStream &json, const OutputDifference &difference) {
  json.attribute("line", difference.line);
  json.attribute("expected", json::fixUTF8(difference.expected));
  json.attribute("actual", json::fixUTF8(difference.actual));
}

static void attributes(json::OStream &json, const ComparedOutput &compared) {
  json.attribute("output", compared.prints);
  json.attribute("files", compared.runsInCopy ? json::Value(compared.files) : nullptr);
  json.attributeArray("unstable", [&] {
    for (const UnstableText &text : compared.unstable)
      json.object([&] {
        json.attribute("file", text.path.empty() ? json::Value(nullptr) : json::fixUTF8(text.path));
        json.attribute("lines", text.lines);
        json.attribute("unstable_lines", text.unstableLines);
        json.attribute("numbers", text.numbers);
        json.attribute("unstable_numbers", text.unstableNumbers);
        json.attributeArray("examples", [&] {
          for (const auto &[line, example] : text.examples)
            json.object([&] {
              json.attribute("line", line);
              json.attribute("text", json::fixUTF8(example));
            });
        });
      });
  });
  json.attributeArray("unstable_files", [&] {
    for (const std::string &path : compared.unstableFiles)
      json.value(json::fixUTF8(path));
  });
}

void printVerifyJson(const VerifyReport &report, raw_ostream &out) {
  json::OStream json(out, /*IndentSize=*/2);
  bool allEqual = all_of(report.runs, [](const TimedRuns &runs) { return runs.isEqual(); });
  bool ran = report.verdict != VerifyVerdict::DoesNotCompile &&
             report.verdict != VerifyVerdict::CouldNotRun;
  json.object([&] {
    json.attribute("version", 1);
    json.attribute("program", json::fixUTF8(report.program));
    json.attributeArray("arguments", [&] {
      for (const std::string &argument : report.arguments)
        json.value(json::fixUTF8(argument));
    });
    json.attributeObject("machine", [&] {
      json.attribute("processor", json::fixUTF8(report.processor));
      json.attribute("cores", report.cores);
    });
    json.attribute("compiler", report.compiler);
    json.attribute("opt", report.optimization);
    json.attribute("verdict", verdictName(report.verdict));
    json.attribute("message", json::fixUTF8(report.message));
    json.attribute("equal", ran && allEqual);
    if (report.races)
      json.attribute("races", int64_t(report.races->size()));
    else
      json.attribute("races", nullptr);
    json.attributeObject("serial", [&] { attributes(json, report.serial); });
    json.attributeArray("runs", [&] {
      for (const TimedRuns &runs : report.runs)
        json.object([&] {
          json.attribute("threads", runs.threads);
          attributes(json, runs);
          if (runs.seconds.empty())
            json.attribute("speedup", nullptr);
          else
            json.attribute("speedup", speedup(report, runs));
          json.attribute("equal", runs.isEqual());
          if (!runs.failure.empty())
            json.attribute("failure", runs.failure);
          if (!runs.lastWords.empty())
            json.attribute("stderr", json::fixUTF8(runs.lastWords));
        });
    });
    if (std::optional<AmdahlFit> fit = fitOf(report))
      json.attributeObject("amdahl", [&] {
        json.attribute("serial_fraction", fit->serialFraction);
        json.attribute("clamped", fit->isClamped);
        json.attribute("one_thread", fit->oneThread);
        json.attribute("residual", fit->residual);
        json.attribute("thread_counts", fit->points);
      });
    else
      json.attribute("amdahl", nullptr);
    if (report.earlier)
      json.attributeObject("earlier", [&] { attributes(json, *report.earlier); });
    json.attributeArray("differences", [&] {
      for (const TimedRuns &runs : report.runs)
        if (runs.difference)
          json.object([&] {
            json.attribute("threads", runs.threads);
            attributes(json, *runs.difference);
          });
    });
    json.attributeArray("race_places", [&] {
      for (const DataRace &race : report.races.value_or(std::vector<DataRace>()))
        json.object([&] {
          attributes(json, "", race.place);
          json.attribute("access", race.access);
          attributes(json, "previous_", race.previous);
          json.attribute("previous_access", race.previousAccess);
        });
    });
    json.attributeArray("file_differences", [&] {
      for (const TimedRuns &runs : report.runs)
        for (const FileDifference &file : runs.files)
          json.object([&] {
            json.attribute("threads", runs.threads);
            json.attribute("file", json::fixUTF8(file.path));
            json.attribute("what", json::fixUTF8(file.what));
            if (file.text)
              attributes(json, *file.text);
          });
    });
    json.attributeObject("compared", [&] { attributes(json, report.compared); });
    if (!report.diagnostics.empty())
      json.attribute("diagnostics", json::fixUTF8(report.diagnostics));
  });
  out << '\n';
}

} // namespace loomp
