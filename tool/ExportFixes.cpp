//===- ExportFixes.cpp - edits for clang-apply-replacements ---------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/ExportFixes.h"
#include "rewriters/DirectiveFix.h"

#include "clang/Tooling/DiagnosticsYaml.h"
#include "llvm/Support/FileSystem.h"

#include <set>
#include <tuple>

using namespace llvm;

namespace loomp {

static std::string absolutePath(const std::string &file) {
  SmallString<256> path(file);
  sys::fs::make_absolute(path);
  return path.str().str();
}

void printFixes(raw_ostream &out, const Report &report, const std::string &mainFile) {
  using clang::tooling::Diagnostic;
  clang::tooling::TranslationUnitDiagnostics unit;
  unit.MainSourceFile = absolutePath(mainFile);
  SmallString<256> current;
  sys::fs::current_path(current);
  // What several rewrites need belongs to the first: clang-apply-replacements would insert it once
  // for each.
  std::set<std::tuple<std::string, unsigned, std::string>> shared;
  for (size_t i = 0; i < report.plans.size(); ++i) {
    const LoopResult &loop = report.result.loops[i];
    const Plan &plan = report.plans[i];
    if (!isRewritten(loop, plan))
      continue;
    std::string path = absolutePath(loop.position.file);
    Headline headline = headlineOf(loop, plan);
    clang::tooling::DiagnosticMessage message(headline.message);
    message.FilePath = path;
    message.FileOffset = loop.position.offset;
    for (const Edit &edit : plan.edits) {
      if (edit.isShared && !shared.insert({path, edit.range.begin, edit.text}).second)
        continue;
      unsigned length = edit.range.end - edit.range.begin;
      // Edits of a plan never overlap, so this cannot fail.
      consumeError(message.Fix[path].add({path, edit.range.begin, length, edit.text}));
    }
    unit.Diagnostics.emplace_back(headline.slug, message,
                                  SmallVector<clang::tooling::DiagnosticMessage, 1>(),
                                  Diagnostic::Remark, current);
  }
  for (const Finding &finding : report.result.findings) {
    std::optional<Edit> edit = fixOf(finding, report.texts);
    if (!edit || finding.suppressed)
      continue;
    std::string path = absolutePath(finding.position.file);
    clang::tooling::DiagnosticMessage message(finding.message);
    message.FilePath = path;
    message.FileOffset = finding.position.offset;
    unsigned length = edit->range.end - edit->range.begin;
    consumeError(message.Fix[path].add({path, edit->range.begin, length, edit->text}));
    unit.Diagnostics.emplace_back(finding.id, message,
                                  SmallVector<clang::tooling::DiagnosticMessage, 1>(),
                                  Diagnostic::Warning, current);
  }
  yaml::Output yaml(out);
  yaml << unit;
}

} // namespace loomp
