//===- CodeActions.cpp - what an editor offers to do with a loop ----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// For each finding that the range meets, in this order: what `fix` would do, the other forms that
// the loop can be written in, a comment that silences it, and an explanation. At last, what `fix`
// would do with the whole file.
//
//===----------------------------------------------------------------------===//

#include "rewriters/Pragma.h"
#include "tool/lsp/Answers.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace loomp {

namespace {

constexpr StringLiteral quickFix = "quickfix", rewrite = "refactor.rewrite",
                        explain = "refactor.explain", fixAll = "source.fixAll.loomp";

struct Action {
  std::string title;
  StringRef kind;
  std::vector<Edit> edits;         ///< or
  std::optional<json::Value> call; ///< a command
  const Diagnostic *fixed = nullptr;
  bool isPreferred = false;
};

} // namespace

static bool meets(const lsp::Range &a, const lsp::Range &b) {
  return a.start <= b.end && b.start <= a.end;
}

/// A kind stands for all that begin with it and a dot.
static bool isWanted(StringRef kind, ArrayRef<std::string> only) {
  return only.empty() || any_of(only, [&](StringRef wanted) {
           return kind == wanted || (kind.starts_with(wanted) && kind[wanted.size()] == '.');
         });
}

/// The plans of a file in further forms, each made once for a request.
using PlansByForm = std::map<std::string, std::vector<Plan>>;

static const std::vector<Plan> &plansIn(const std::string &form, const FileAnalysis &analysis,
                                        PlansByForm &known) {
  auto [entry, isNew] = known.try_emplace(form);
  if (isNew) {
    PlanOptions options = planOptions(analysis.options);
    options.form = formNamed(form);
    entry->second = planRewrites(analysis.report.result, analysis.report.texts, options);
  }
  return entry->second;
}

/// What the loop becomes in each form in which it can be written but the present one.
static void addForms(std::vector<Action> &actions, const FileAnalysis &analysis,
                     const Diagnostic &diagnostic, PlansByForm &plans) {
  const Plan &present = analysis.report.plans[*diagnostic.loop];
  for (const std::string &form : present.possibleForms) {
    if (form == present.form && !diagnostic.edits.empty())
      continue;
    const Plan &plan = plansIn(form, analysis, plans)[*diagnostic.loop];
    if (plan.form == form && !plan.edits.empty())
      actions.push_back({.title = "Rewrite as " + form + ": " + shortDirective(plan.directive),
                         .kind = rewrite,
                         .edits = plan.edits});
  }
}

/// A comment in front of the line, with its indentation and its end.
static std::optional<Edit> suppression(const FileAnalysis &analysis, const Diagnostic &diagnostic) {
  StringRef text = analysis.text;
  size_t begin = text.rfind('\n', diagnostic.position.offset);
  begin = begin == StringRef::npos ? 0 : begin + 1;
  StringRef above = text.take_front(begin).rtrim("\r\n");
  if (above.ends_with("\\")) // the line is part of the one above
    return std::nullopt;
  StringRef line = text.substr(begin);
  StringRef indentation = line.take_while([](char c) { return c == ' ' || c == '\t'; });
  StringRef end = text.take_front(begin).ends_with("\r\n") || line.contains("\r\n") ? "\r\n" : "\n";
  bool isEarlyC = diagnostic.loop && analysis.report.result.loops[*diagnostic.loop].isEarly &&
                  !analysis.report.result.loops[*diagnostic.loop].isCxx;
  std::string comment = formatv(isEarlyC ? "{0}/* NOLINTNEXTLINE(loomp-{1}) */{2}"
                                         : "{0}// NOLINTNEXTLINE(loomp-{1}){2}",
                                indentation, diagnostic.slug, end);
  return Edit{{unsigned(begin), unsigned(begin)}, comment};
}

static void addActions(std::vector<Action> &actions, const NamedAnalysis &document,
                       const Diagnostic &diagnostic, lsp::Position place, PlansByForm &plans) {
  const FileAnalysis &analysis = document.analysis;
  if (!diagnostic.edits.empty()) {
    std::string what =
        diagnostic.loop
            ? "Parallelize: " + shortDirective(analysis.report.plans[*diagnostic.loop].directive)
            : diagnostic.notes.back().message;
    actions.push_back({.title = what,
                       .kind = quickFix,
                       .edits = diagnostic.edits,
                       .fixed = &diagnostic,
                       .isPreferred = true});
  }
  if (diagnostic.loop)
    addForms(actions, analysis, diagnostic, plans);
  if (std::optional<Edit> comment = suppression(analysis, diagnostic))
    actions.push_back({.title = "Suppress loomp-" + diagnostic.slug + " with a comment",
                       .kind = quickFix,
                       .edits = {*comment},
                       .fixed = &diagnostic});
  json::Object where{{"uri", document.uri}, {"line", place.line}, {"character", place.character}};
  actions.push_back({.title = "Explain this loop",
                     .kind = explain,
                     .call = json::Object{{"title", "Explain"},
                                          {"command", explainCommand},
                                          {"arguments", json::Array{std::move(where)}}}});
}

json::Array codeActionsAnswer(const NamedAnalysis &document, lsp::Range range,
                              ArrayRef<std::string> only) {
  const FileAnalysis &analysis = document.analysis;
  LineIndex lines(analysis.text, document.client.encoding);
  std::vector<Action> actions;
  PlansByForm plans;
  for (const Diagnostic &diagnostic : analysis.diagnostics)
    if (lsp::Range place = rangeOf(lines, diagnostic); meets(place, range))
      addActions(actions, document, diagnostic, place.start, plans);
  if (std::vector<Edit> edits = editsOfFile(analysis); !edits.empty())
    actions.push_back(
        {.title = "Parallelize all loops of this file", .kind = fixAll, .edits = std::move(edits)});

  json::Array answer;
  for (const Action &action : actions) {
    if (!isWanted(action.kind, only))
      continue;
    json::Object each{{"title", json::fixUTF8(action.title)}};
    if (!document.client.takesActions) {
      // Such a client can only be given commands, which are not for every action.
      if (action.call)
        answer.push_back(*action.call);
      continue;
    }
    each["kind"] = action.kind;
    if (action.isPreferred)
      each["isPreferred"] = true;
    if (action.call)
      each["command"] = *action.call;
    else
      each["edit"] = workspaceEdit(document, action.edits);
    if (action.fixed)
      each["diagnostics"] =
          json::Array{json::Object{{"range", rangeOf(lines, *action.fixed)},
                                   {"source", "loomp"},
                                   {"code", action.fixed->slug},
                                   {"message", json::fixUTF8(action.fixed->message)}}};
    answer.push_back(std::move(each));
  }
  return answer;
}

} // namespace loomp
