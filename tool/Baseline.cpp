//===- Baseline.cpp - findings that everybody knows of --------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/Baseline.h"
#include "tool/Diagnostics.h"
#include "tool/Options.h"
#include "tool/Paths.h"
#include "tool/ReadFile.h"
#include "tool/WriteFile.h"

#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace loomp {

static constexpr uint64_t largestBaseline = 256 << 20; // bytes

static constexpr int version = 2;

static std::string parseFindings(StringRef text, bool isReplaced, std::set<KnownFinding> &findings);
static bool isGone(const Baseline &baseline, StringRef file);

std::string readBaseline(const std::string &file, bool isReplaced, Baseline &baseline) {
  baseline.folder = sys::path::parent_path(realPath(file)).str();
  if (isReplaced && !sys::fs::exists(file))
    return "";
  std::string error;
  std::unique_ptr<MemoryBuffer> buffer = readFile(file, largestBaseline, error);
  if (!buffer)
    return error;
  return parseFindings(buffer->getBuffer(), isReplaced, baseline.findings);
}

static std::string parseFindings(StringRef text, bool isReplaced,
                                 std::set<KnownFinding> &findings) {
  const std::string isNone = "is not a baseline that 'loomp check --write-baseline' wrote";
  if (bracketsNestTooDeep(text))
    return isNone;
  Expected<json::Value> parsed = json::parse(text);
  if (!parsed) {
    consumeError(parsed.takeError());
    return isNone;
  }
  const json::Object *object = parsed->getAsObject();
  const json::Array *entries = object ? object->getArray("findings") : nullptr;
  std::optional<int64_t> given = entries ? object->getInteger("version") : std::nullopt;
  if (given && *given > 0 && *given < version)
    return isReplaced ? "" : "is of an earlier version: write it anew with '--write-baseline'";
  if (given != version)
    return isNone;
  for (const json::Value &entry : *entries) {
    const json::Object *fields = entry.getAsObject();
    auto field = [&](StringRef name) { return fields ? fields->getString(name) : std::nullopt; };
    std::optional<StringRef> file = field("file"), fingerprint = field("fingerprint");
    if (!file || !fingerprint)
      return isNone;
    findings.insert({file->str(), field("function").value_or("").str(),
                     field("slug").value_or("").str(), fingerprint->str()});
  }
  return "";
}

/// The name of a file as a baseline spells it. JSON holds valid UTF-8 only, names need not be; no
/// two names are spelled alike.
static std::string spelledName(StringRef name) {
  std::string spelled;
  while (!name.empty()) {
    size_t bytes = std::min<size_t>(getNumBytesForUTF8(name.front()), name.size());
    if (!json::isUTF8(name.take_front(bytes))) {
      spelled += formatv("\\x{0:X-2}", uint8_t(name.front())).str();
      bytes = 1;
    } else if (name.front() == '\\') {
      spelled += "\\\\";
    } else {
      spelled += name.take_front(bytes);
    }
    name = name.drop_front(bytes);
  }
  return spelled;
}

/// Back from `spelledName`.
static std::string nameSpelled(StringRef spelled) {
  std::string name;
  while (!spelled.empty()) {
    unsigned byte = 0;
    if (spelled.consume_front("\\\\")) {
      name += '\\';
    } else if (spelled.starts_with("\\x") && !spelled.substr(2, 2).getAsInteger(16, byte)) {
      name += char(byte);
      spelled = spelled.drop_front(4);
    } else {
      name += spelled.front();
      spelled = spelled.drop_front();
    }
  }
  return name;
}

/// Calls `use` with each finding as a baseline knows it.
static void forEachFinding(const Report &report, const Baseline &baseline, Form form,
                           function_ref<void(const Diagnostic &, KnownFinding)> use) {
  std::map<std::string, std::string> names; // of files
  for (const Diagnostic &diagnostic : diagnosticsOf(report, form)) {
    auto [name, isNew] = names.try_emplace(diagnostic.position.file);
    if (isNew)
      name->second = spelledName(pathFrom(baseline.folder, diagnostic.position.file));
    use(diagnostic, {name->second, json::fixUTF8(diagnostic.function), diagnostic.slug,
                     diagnostic.fingerprint});
  }
}

void updateBaseline(Baseline &baseline, const Report &report, const Options &options) {
  std::set<std::string> seen;
  for (const std::string &file : concat<const std::string>(options.files, report.files))
    seen.insert(spelledName(pathFrom(baseline.folder, file)));
  std::erase_if(baseline.findings, [&](const KnownFinding &finding) {
    return seen.count(finding.file) || isGone(baseline, finding.file);
  });
  auto add = [&](const Diagnostic &diagnostic, KnownFinding finding) {
    if (!diagnostic.suppressed)
      baseline.findings.insert(std::move(finding));
  };
  forEachFinding(report, baseline, options.form, add);
}

static bool isGone(const Baseline &baseline, StringRef file) {
  SmallString<256> path(baseline.folder);
  sys::path::append(path, nameSpelled(file));
  return !sys::fs::exists(path);
}

std::string writeBaseline(const std::string &file, const Baseline &baseline) {
  // One finding a line, in an order that no edit of the sources changes: baselines are merged.
  std::string text;
  raw_string_ostream out(text);
  out << formatv("{{\"version\": {0}, \"findings\": [", version);
  StringRef separator = "\n  ";
  for (const KnownFinding &finding : baseline.findings) {
    out << separator
        << json::Value(json::Object{{"file", finding.file},
                                    {"function", finding.function},
                                    {"slug", finding.slug},
                                    {"fingerprint", finding.fingerprint}});
    separator = ",\n  ";
  }
  out << "\n]}\n";
  return writeResult(file, text);
}

void leaveOutKnown(Report &report, const Baseline &baseline, Form form) {
  std::set<std::pair<std::string, std::string>> known; // file and fingerprint
  for (const KnownFinding &finding : baseline.findings)
    known.insert({finding.file, finding.fingerprint});
  forEachFinding(report, baseline, form, [&](const Diagnostic &diagnostic, KnownFinding finding) {
    if (diagnostic.suppressed || !known.count({finding.file, finding.fingerprint}))
      return;
    if (diagnostic.loop)
      report.leftOutLoops[*diagnostic.loop] = LeftOut::InBaseline;
    else
      report.leftOutFindings[*diagnostic.finding] = LeftOut::InBaseline;
  });
}

} // namespace loomp
