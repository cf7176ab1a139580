//===- Answers.cpp - an analysis in the words of the protocol -------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/lsp/Answers.h"
#include "rewriters/Pragma.h"
#include "tool/lsp/CatalogPage.h"

#include "clang/Basic/CharInfo.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace loomp {

static json::Value text(StringRef bytes) { return json::fixUTF8(bytes); }

static const LoopResult &loopOf(const FileAnalysis &analysis, const Diagnostic &diagnostic) {
  return analysis.report.result.loops[*diagnostic.loop];
}

static const Plan &planOf(const FileAnalysis &analysis, const Diagnostic &diagnostic) {
  return analysis.report.plans[*diagnostic.loop];
}

lsp::Range rangeOf(const LineIndex &lines, const Diagnostic &diagnostic) {
  lsp::Range line = lines.lineAt(diagnostic.position.offset);
  return lsp::Range(lines.position(diagnostic.position.offset), line.end);
}

//===----------------------------------------------------------------------===//
// Diagnostics
//===----------------------------------------------------------------------===//

/// Races are mistakes; what could run in parallel is an offer; why a loop is serial is for those
/// who want to know.
static lsp::DiagnosticSeverity severityOf(const FileAnalysis &analysis,
                                          const Diagnostic &diagnostic) {
  if (diagnostic.finding)
    return lsp::DiagnosticSeverity::Warning;
  return diagnostic.edits.empty() ? lsp::DiagnosticSeverity::Hint
                                  : lsp::DiagnosticSeverity::Information;
}

/// `lines`: of the document.
static std::optional<json::Value> locationOf(const NamedAnalysis &document, const LineIndex &lines,
                                             const Note &note) {
  SmallString<256> path(note.position.file);
  if (sys::fs::make_absolute(path))
    return std::nullopt;
  sys::path::remove_dots(path, /*remove_dot_dot=*/true);
  bool isHere = path == document.analysis.path;
  Expected<lsp::URIForFile> uri = lsp::URIForFile::fromFile(path);
  if (!uri)
    return consumeError(uri.takeError()), std::nullopt;
  // The text of another file is not at hand: its columns are right but for what is no ASCII.
  lsp::Position place(note.position.line - 1, note.position.column - 1);
  lsp::Range range(isHere ? lines.position(note.position.offset) : place);
  return json::Object{{"uri", isHere ? json::Value(document.uri) : json::Value(uri->uri())},
                      {"range", range}};
}

json::Array diagnosticsAnswer(const NamedAnalysis &document) {
  LineIndex lines(document.analysis.text, document.client.encoding);
  json::Array all;
  for (const Diagnostic &diagnostic : document.analysis.diagnostics) {
    json::Object each{{"range", rangeOf(lines, diagnostic)},
                      {"severity", int(severityOf(document.analysis, diagnostic))},
                      {"source", "loomp"},
                      {"code", diagnostic.slug},
                      {"message", text(diagnostic.message)}};
    if (std::string page = catalogPage(diagnostic.slug);
        document.client.takesCodeDescription && !page.empty())
      each["codeDescription"] = json::Object{{"href", page}};
    json::Array related;
    for (const Note &note : diagnostic.notes)
      if (std::optional<json::Value> location = locationOf(document, lines, note))
        related.push_back(json::Object{{"location", *location}, {"message", text(note.message)}});
    if (document.client.takesRelatedInformation && !related.empty())
      each["relatedInformation"] = std::move(related);
    all.push_back(std::move(each));
  }
  return all;
}

//===----------------------------------------------------------------------===//
// Beside the text
//===----------------------------------------------------------------------===//

/// `parallel · reduction(+ : sum)`.
static std::string labelOf(const FileAnalysis &analysis, const Diagnostic &diagnostic) {
  const LoopResult &loop = loopOf(analysis, diagnostic);
  const Plan &plan = planOf(analysis, diagnostic);
  auto label = [](StringRef word, StringRef detail) {
    return detail.empty() ? word.str() : word.str() + " · " + detail.str();
  };
  switch (loop.verdict) {
  case Verdict::AlreadyParallel:
    return "already parallel";
  case Verdict::Parallel: {
    if (!isRewritten(loop, plan))
      return label("parallel", !loop.editable     ? "not editable"
                               : !plan.profitable ? "not profitable"
                                                  : "not selected");
    std::string words = shortDirective(plan.directive);
    StringRef clauses = words;
    clauses.consume_front("parallel ");
    clauses.consume_front("for");
    return label("parallel", clauses.trim());
  }
  case Verdict::Serial:
    return label("serial", diagnostic.slug);
  case Verdict::Unknown:
    return label("unknown", diagnostic.slug);
  }
  llvm_unreachable("no such verdict");
}

static json::Object placeOf(const NamedAnalysis &document, lsp::Position position) {
  return json::Object{
      {"uri", document.uri}, {"line", position.line}, {"character", position.character}};
}

json::Array codeLensAnswer(const NamedAnalysis &document) {
  LineIndex lines(document.analysis.text, document.client.encoding);
  json::Array all;
  for (const Diagnostic &diagnostic : document.analysis.diagnostics) {
    if (!diagnostic.loop)
      continue;
    lsp::Range range = rangeOf(lines, diagnostic);
    json::Object command{{"title", labelOf(document.analysis, diagnostic)},
                         {"command", diagnostic.edits.empty() ? explainCommand : applyCommand},
                         {"arguments", json::Array{placeOf(document, range.start)}}};
    all.push_back(json::Object{{"range", range}, {"command", std::move(command)}});
  }
  return all;
}

json::Array inlayHintAnswer(const NamedAnalysis &document, lsp::Range range) {
  LineIndex lines(document.analysis.text, document.client.encoding);
  json::Array all;
  for (const Diagnostic &diagnostic : document.analysis.diagnostics) {
    lsp::Position end = rangeOf(lines, diagnostic).end;
    if (diagnostic.loop && range.start <= end && end <= range.end)
      all.push_back(json::Object{{"position", end},
                                 {"label", labelOf(document.analysis, diagnostic)},
                                 {"paddingLeft", true}});
  }
  return all;
}

//===----------------------------------------------------------------------===//
// Hover
//===----------------------------------------------------------------------===//

static std::string escapeMarkdown(StringRef plain) {
  std::string escaped;
  for (char c : plain) {
    if (StringRef("\\`*_{}[]<>#+-.!|~").contains(c))
      escaped += '\\';
    escaped += c;
  }
  return escaped;
}

/// The identifier around `offset`, if there is one.
static StringRef wordAt(StringRef text, size_t offset) {
  size_t begin = offset, end = offset;
  while (begin > 0 && clang::isAsciiIdentifierContinue(text[begin - 1]))
    --begin;
  while (end < text.size() && clang::isAsciiIdentifierContinue(text[end]))
    ++end;
  return text.slice(begin, end);
}

/// What the innermost loop around `offset` says of the variable `name`.
static const Note *roleNoteAt(const FileAnalysis &analysis, size_t offset, StringRef name) {
  const Note *found = nullptr;
  for (const Diagnostic &diagnostic : analysis.diagnostics) {
    if (!diagnostic.loop || name.empty())
      continue;
    const LoopResult &loop = loopOf(analysis, diagnostic);
    if (offset < loop.statement.begin || loop.statement.end <= offset)
      continue;
    for (const Note &note : diagnostic.notes)
      if (StringRef(note.message).contains("'" + name.str() + "'"))
        for (const Role &role : loop.roles)
          if (role.variable == name && role.declaration.offset == note.position.offset)
            found = &note;
  }
  return found;
}

json::Value hoverAnswer(const NamedAnalysis &document, lsp::Position position) {
  const FileAnalysis &analysis = document.analysis;
  bool isMarkdown = document.client.takesMarkdown;
  LineIndex lines(analysis.text, document.client.encoding);
  size_t offset = lines.offset(position);
  auto plain = [&](StringRef line) { return isMarkdown ? escapeMarkdown(line) : line.str(); };
  auto item = [&](const Note &note) {
    return formatv("- {0}{1}\n", plain(note.message),
                   note.position.file == analysis.path
                       ? formatv(", line {0}", note.position.line).str()
                       : "")
        .str();
  };

  std::string value;
  json::Value range = nullptr;
  for (const Diagnostic &diagnostic : analysis.diagnostics) {
    lsp::Range place = rangeOf(lines, diagnostic);
    if (!(place.start <= position && position <= place.end))
      continue;
    value += isMarkdown ? "**loomp**: " : "loomp: ";
    value += plain(diagnostic.message) + "\n\n";
    for (const Note &note : diagnostic.notes)
      value += item(note);
    if (std::string page = catalogPage(diagnostic.slug); isMarkdown && !page.empty())
      value += formatv("\n[{0}]({1})\n", diagnostic.slug, page);
    range = place;
  }
  if (value.empty())
    if (const Note *note = roleNoteAt(analysis, offset, wordAt(analysis.text, offset)))
      value = item(*note);
  if (value.empty())
    return nullptr;
  json::Object hover{{"contents", json::Object{{"kind", isMarkdown ? "markdown" : "plaintext"},
                                               {"value", text(value)}}}};
  if (range.kind() != json::Value::Null)
    hover["range"] = std::move(range);
  return hover;
}

//===----------------------------------------------------------------------===//
// Edits and commands
//===----------------------------------------------------------------------===//

const Diagnostic *diagnosticAt(const NamedAnalysis &document, lsp::Position position) {
  LineIndex lines(document.analysis.text, document.client.encoding);
  for (const Diagnostic &diagnostic : document.analysis.diagnostics)
    if (lines.position(diagnostic.position.offset) == position)
      return &diagnostic;
  return nullptr;
}

const Diagnostic *loopAround(const NamedAnalysis &document, lsp::Position position) {
  LineIndex lines(document.analysis.text, document.client.encoding);
  size_t offset = lines.offset(position);
  auto beginsHere = [&](const Diagnostic &diagnostic) {
    return lines.position(diagnostic.position.offset).line == position.line;
  };
  const Diagnostic *innermost = nullptr, *inLine = nullptr;
  size_t shortest = SIZE_MAX;
  for (const Diagnostic &diagnostic : document.analysis.diagnostics) {
    if (!diagnostic.loop)
      continue;
    TextRange loop = loopOf(document.analysis, diagnostic).statement;
    if (loop.begin <= offset && offset < loop.end && loop.end - loop.begin < shortest) {
      shortest = loop.end - loop.begin;
      innermost = &diagnostic;
    }
    if (!inLine && beginsHere(diagnostic))
      inLine = &diagnostic;
  }
  return inLine && !(innermost && beginsHere(*innermost)) ? inLine : innermost;
}

json::Value workspaceEdit(const NamedAnalysis &document, ArrayRef<Edit> edits) {
  LineIndex lines(document.analysis.text, document.client.encoding);
  json::Array changes;
  for (const Edit &edit : edits)
    changes.push_back(json::Object{{"range", lines.range(edit.range.begin, edit.range.end)},
                                   {"newText", text(edit.text)}});
  if (!document.client.takesVersionedEdits)
    return json::Object{{"changes", json::Object{{document.uri, std::move(changes)}}}};
  json::Object identifier{{"uri", document.uri}, {"version", document.analysis.version}};
  return json::Object{
      {"documentChanges", json::Array{json::Object{{"textDocument", std::move(identifier)},
                                                   {"edits", std::move(changes)}}}}};
}

std::vector<Edit> editsOfFile(const FileAnalysis &analysis) {
  return selectedEdits(analysis.report.result, analysis.report.plans, analysis.path);
}

std::string explanationOf(const FileAnalysis &analysis, const Diagnostic &diagnostic) {
  std::string explanation;
  raw_string_ostream out(explanation);
  if (diagnostic.loop)
    printExplanation(out, analysis.report, *diagnostic.loop, /*color=*/false);
  else
    for (const Note &note : diagnostic.notes)
      out << note.message << '\n';
  return explanation;
}

} // namespace loomp
