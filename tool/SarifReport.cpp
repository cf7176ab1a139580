//===- SarifReport.cpp - findings for code scanning services --------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), in its own terms:
//
//   what loomp says                      kind            level
//   something is wrong with a directive  fail            error
//   a loop that `fix` would rewrite      fail            note
//   already parallel                     pass            none
//   not proven parallel                  open            none
//   any other loop                       informational   none
//
// The standard allows a level other than `none` for failures only. Files are named from the root of
// the repository; columns count units of UTF-16.
//
//===----------------------------------------------------------------------===//

#include "tool/Diagnostics.h"
#include "tool/Options.h"
#include "tool/Paths.h"
#include "tool/ReadFile.h"
#include "tool/Review.h"
#include "tool/SarifRules.h"
#include "tool/lsp/TextDocument.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace loomp {

namespace {

/// A text and its lines.
struct SourceText {
  std::string text;
  LineIndex lines;

  explicit SourceText(StringRef content) : text(content), lines(text, PositionEncoding::UTF16) {}
};

/// The files that a log speaks of.
struct SourceFiles {
  const Report &report;
  std::string root;
  std::map<std::string, std::unique_ptr<SourceText>> texts = {};
};

} // namespace

static void writeInvocation(json::OStream &json, SourceFiles &files);
static void writeResult(json::OStream &json, SourceFiles &files, const Diagnostic &diagnostic,
                        const SarifRules &rules);
static void writeCodeFlows(json::OStream &json, SourceFiles &files, const Diagnostic &diagnostic);
static void writeFix(json::OStream &json, SourceFiles &files, const Diagnostic &diagnostic);
static void writeSuppressions(json::OStream &json, const Diagnostic &diagnostic);

void printSarif(raw_ostream &out, const Report &report, const Options &options) {
  std::vector<Diagnostic> diagnostics = diagnosticsOf(report, options.form);
  erase_if(diagnostics,
           [](const Diagnostic &diagnostic) { return diagnostic.leftOut == LeftOut::NotAsked; });
  if (options.sortByGain)
    sortByGain(diagnostics);
  SarifRules rules = sarifRules(diagnostics);
  SourceFiles files{report, projectRoot()};

  json::OStream json(out, 2);
  json.object([&] {
    json.attribute("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                              "sarif-schema-2.1.0.json");
    json.attribute("version", "2.1.0");
    json.attributeArray("runs", [&] {
      json.object([&] {
        json.attributeObject(
            "tool", [&] { json.attributeObject("driver", [&] { writeDriver(json, rules); }); });
        writeInvocation(json, files);
        json.attributeObject("originalUriBaseIds", [&] {
          json.attributeObject("%SRCROOT%", [&] {
            json.attribute("uri", "file://" + uriOfPath(files.root == "/" ? "" : files.root) + "/");
          });
        });
        json.attribute("columnKind", "utf16CodeUnits");
        json.attributeArray("results", [&] {
          for (const Diagnostic &diagnostic : diagnostics)
            writeResult(json, files, diagnostic, rules);
        });
      });
    });
  });
  json.flush();
  out << '\n';
}

//===----------------------------------------------------------------------===//
// Places
//===----------------------------------------------------------------------===//

/// Texts come from source files, which need not be valid UTF-8.
static json::Value text(StringRef bytes) {
  return json::isUTF8(bytes) ? bytes.str() : json::fixUTF8(bytes);
}

static void writeMessage(json::OStream &json, StringRef message) {
  json.attributeObject("message", [&] { json.attribute("text", text(message)); });
}

/// Null if the file cannot be read.
static const SourceText *textOf(SourceFiles &files, const std::string &file) {
  static constexpr uint64_t largestSource = 64 << 20; // bytes
  auto [entry, isNew] = files.texts.try_emplace(file);
  if (isNew) {
    std::string error;
    if (auto known = files.report.texts.find(file); known != files.report.texts.end())
      entry->second = std::make_unique<SourceText>(known->second);
    else if (auto buffer = readFile(file, largestSource, error))
      entry->second = std::make_unique<SourceText>(buffer->getBuffer());
  }
  return entry->second.get();
}

static void writeArtifact(json::OStream &json, const SourceFiles &files, StringRef file) {
  json.attributeObject("artifactLocation", [&] {
    std::string path = pathFrom(files.root, file);
    if (path.empty() || StringRef(path).starts_with("..")) {
      json.attribute("uri", "file://" + uriOfPath(realPath(file)));
      return;
    }
    json.attribute("uri", uriOfPath(path));
    json.attribute("uriBaseId", "%SRCROOT%");
  });
}

/// SARIF counts from 1, and does not count a byte order mark.
static void writeRegion(json::OStream &json, StringRef name, const SourceText &source, size_t begin,
                        size_t end) {
  auto column = [&](lsp::Position position) {
    bool isBehindMark = position.line == 0 && StringRef(source.text).starts_with("\xEF\xBB\xBF");
    return std::max(1, position.character + 1 - int(isBehindMark));
  };
  lsp::Range range = source.lines.range(begin, end);
  json.attributeObject(name, [&] {
    json.attribute("startLine", range.start.line + 1);
    json.attribute("startColumn", column(range.start));
    json.attribute("endLine", range.end.line + 1);
    json.attribute("endColumn", column(range.end));
  });
}

/// The word at `offset`, or the one character there.
static size_t endOfWord(StringRef source, size_t offset) {
  auto isWord = [](char c) { return isAlnum(c) || c == '_'; };
  StringRef word = source.drop_front(std::min(offset, source.size())).take_while(isWord);
  return offset + std::max<size_t>(1, word.size());
}

/// `context`: what the finding is about as a whole, if that is known.
static void writePhysicalLocation(json::OStream &json, SourceFiles &files, const Position &position,
                                  std::optional<TextRange> context = {}) {
  json.attributeObject("physicalLocation", [&] {
    writeArtifact(json, files, position.file);
    if (position.line == 0)
      return;
    const SourceText *source = textOf(files, position.file);
    if (!source) {
      json.attributeObject("region", [&] { json.attribute("startLine", position.line); });
      return;
    }
    size_t begin = position.offset;
    writeRegion(json, "region", *source, begin, endOfWord(source->text, begin));
    if (context && context->begin <= begin && begin < context->end)
      writeRegion(json, "contextRegion", *source, context->begin, context->end);
  });
}

/// `id`: number in a list whose elements must differ; 0: in none.
static void writeLocation(json::OStream &json, SourceFiles &files, const Position &position,
                          StringRef message, unsigned id = 0) {
  json.object([&] {
    if (id)
      json.attribute("id", id);
    writePhysicalLocation(json, files, position);
    writeMessage(json, message);
  });
}

//===----------------------------------------------------------------------===//
// The run and its results
//===----------------------------------------------------------------------===//

static void writeInvocation(json::OStream &json, SourceFiles &files) {
  const std::vector<InputError> &errors = files.report.result.errors;
  json.attributeArray("invocations", [&] {
    json.object([&] {
      json.attribute("executionSuccessful", errors.empty());
      json.attributeArray("toolExecutionNotifications", [&] {
        for (const InputError &error : errors)
          json.object([&] {
            json.attribute("level", "error");
            writeMessage(json, error.message);
            if (isOfFile(error))
              json.attributeArray("locations", [&] {
                json.object([&] { writePhysicalLocation(json, files, {error.file}); });
              });
          });
      });
    });
  });
}

static StringRef kindOf(const Report &report, const Diagnostic &diagnostic) {
  if (diagnostic.finding || diagnostic.gain)
    return "fail";
  Verdict verdict = report.result.loops[*diagnostic.loop].verdict;
  return verdict == Verdict::AlreadyParallel ? "pass"
         : verdict == Verdict::Unknown       ? "open"
                                             : "informational";
}

static void writeResult(json::OStream &json, SourceFiles &files, const Diagnostic &diagnostic,
                        const SarifRules &rules) {
  std::optional<TextRange> context;
  std::optional<size_t> loop =
      diagnostic.loop ? diagnostic.loop : loopAt(files.report, diagnostic.position);
  if (loop)
    context = files.report.result.loops[*loop].statement;
  json.object([&] {
    json.attribute("ruleId", diagnostic.slug);
    json.attribute("ruleIndex", rules.index.at(diagnostic.slug));
    json.attribute("kind", kindOf(files.report, diagnostic));
    json.attribute("level", diagnostic.finding ? "error" : diagnostic.gain ? "note" : "none");
    writeMessage(json, diagnostic.message);
    json.attributeArray("locations", [&] {
      json.object([&] {
        writePhysicalLocation(json, files, diagnostic.position, context);
        if (!diagnostic.function.empty())
          json.attributeArray("logicalLocations", [&] {
            json.object([&] {
              json.attribute("fullyQualifiedName", text(diagnostic.function));
              json.attribute("kind", "function");
            });
          });
      });
    });
    json.attributeObject("partialFingerprints",
                         [&] { json.attribute("loomp/v2", diagnostic.fingerprint); });
    if (!diagnostic.notes.empty())
      json.attributeArray("relatedLocations", [&] {
        for (const auto &[i, note] : enumerate(diagnostic.notes))
          writeLocation(json, files, note.position, note.message, i + 1);
      });
    writeCodeFlows(json, files, diagnostic);
    if (diagnostic.finding)
      json.attribute("rank", 100.0);
    else if (diagnostic.gain)
      json.attribute("rank", diagnostic.gain->priority());
    if (!diagnostic.edits.empty())
      writeFix(json, files, diagnostic);
    writeSuppressions(json, diagnostic);
  });
}

/// Two iterations, in their order, if one thread runs both; else each on its own thread.
static void writeCodeFlows(json::OStream &json, SourceFiles &files, const Diagnostic &diagnostic) {
  struct Step {
    Position position;
    StringRef message;
  };
  std::vector<std::pair<Step, Step>> pairs;
  if (diagnostic.loop)
    for (const Blocker &blocker : files.report.result.loops[*diagnostic.loop].blockers)
      if (blocker.source && blocker.sink && !blocker.sourceNote.empty() &&
          !blocker.sinkNote.empty())
        pairs.push_back({{*blocker.source, blocker.sourceNote}, {*blocker.sink, blocker.sinkNote}});
  if (diagnostic.finding) {
    const auto &notes = files.report.result.findings[*diagnostic.finding].notes;
    if (notes.size() == 2)
      pairs.push_back({{notes[0].first, notes[0].second}, {notes[1].first, notes[1].second}});
  }
  if (pairs.empty())
    return;
  auto writeStep = [&](const Step &step) {
    json.object([&] {
      json.attributeBegin("location");
      writeLocation(json, files, step.position, step.message);
      json.attributeEnd();
    });
  };
  auto writeThread = [&](ArrayRef<Step> steps) {
    json.object([&] {
      json.attributeArray("locations", [&] {
        for (const Step &step : steps)
          writeStep(step);
      });
    });
  };
  json.attributeArray("codeFlows", [&] {
    for (const auto &[first, second] : pairs)
      json.object([&] {
        json.attributeArray("threadFlows", [&] {
          if (diagnostic.loop)
            return writeThread({first, second});
          writeThread(first);
          writeThread(second);
        });
      });
  });
}

static void writeFix(json::OStream &json, SourceFiles &files, const Diagnostic &diagnostic) {
  const SourceText *source = textOf(files, diagnostic.position.file);
  if (!source)
    return;
  json.attributeArray("fixes", [&] {
    json.object([&] {
      json.attributeObject("description", [&] {
        json.attribute("text", diagnostic.loop ? "rewrite the loop to OpenMP"
                                               : "add the clause that the directive lacks");
      });
      json.attributeArray("artifactChanges", [&] {
        json.object([&] {
          writeArtifact(json, files, diagnostic.position.file);
          json.attributeArray("replacements", [&] {
            for (const Edit &edit : diagnostic.edits)
              json.object([&] {
                writeRegion(json, "deletedRegion", *source, edit.range.begin, edit.range.end);
                json.attributeObject("insertedContent",
                                     [&] { json.attribute("text", text(edit.text)); });
              });
          });
        });
      });
    });
  });
}

/// An empty list says that somebody has looked, and that nothing silences the result.
static void writeSuppressions(json::OStream &json, const Diagnostic &diagnostic) {
  json.attributeArray("suppressions", [&] {
    if (diagnostic.suppressed)
      json.object([&] { json.attribute("kind", "inSource"); });
    if (diagnostic.leftOut == LeftOut::InBaseline)
      json.object([&] { json.attribute("kind", "external"); });
  });
}

} // namespace loomp
