//===- JsonReport.cpp - findings for programs -----------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The format is a contract: docs/loomp-check.schema.json describes it, and a test holds the output
// against that. Fields may be added, never renamed.
//
//===----------------------------------------------------------------------===//

#include "rewriters/DirectiveFix.h"
#include "tool/Report.h"

#include "llvm/Support/JSON.h"

using namespace llvm;

namespace loomp {

static void writeLoop(json::OStream &json, const Report &report, size_t index);
static void writeMeasured(json::OStream &json, const Measured &measured);
static void writeRole(json::OStream &json, const Role &role);
static void writeFinding(json::OStream &json, const Report &report, const Finding &finding);
static void writeBlocker(json::OStream &json, const Blocker &blocker);
static void writeErrors(json::OStream &json, const std::vector<InputError> &errors);

/// Names and texts come from source files, which need not be valid UTF-8.
static json::Value text(StringRef bytes) {
  return json::isUTF8(bytes) ? bytes.str() : json::fixUTF8(bytes);
}

static json::Value textOrNull(StringRef bytes) {
  return bytes.empty() ? json::Value(nullptr) : text(bytes);
}

void printJson(raw_ostream &out, const Report &report) {
  json::OStream json(out, 2);
  json.object([&] {
    json.attribute("version", 1);
    json.attributeArray("loops", [&] {
      for (size_t i = 0; i < report.result.loops.size(); ++i)
        if (!report.leftOutLoops.count(i))
          writeLoop(json, report, i);
    });
    json.attributeArray("findings", [&] {
      for (size_t i = 0; i < report.result.findings.size(); ++i)
        if (!report.leftOutFindings.count(i))
          writeFinding(json, report, report.result.findings[i]);
    });
    writeErrors(json, report.result.errors);
  });
  json.flush();
  out << '\n';
}

static void writeErrors(json::OStream &json, const std::vector<InputError> &errors) {
  json.attributeArray("errors", [&] {
    for (const InputError &error : errors)
      json.object([&] {
        json.attribute("file", textOrNull(error.file));
        json.attribute("message", text(error.message));
      });
  });
}

static StringRef verdictName(Verdict verdict) {
  switch (verdict) {
  case Verdict::Parallel:
    return "parallel";
  case Verdict::Serial:
    return "serial";
  case Verdict::Unknown:
    return "unknown";
  case Verdict::AlreadyParallel:
    return "already-parallel";
  }
  llvm_unreachable("no such verdict");
}

static StringRef kindName(LoopKind kind) {
  switch (kind) {
  case LoopKind::For:
    return "for";
  case LoopKind::While:
    return "while";
  case LoopKind::Do:
    return "do";
  case LoopKind::RangeFor:
    return "range-for";
  case LoopKind::Function:
    return "function";
  case LoopKind::Statements:
    return "region";
  }
  llvm_unreachable("no such loop");
}

StringRef roleName(RoleKind kind) {
  switch (kind) {
  case RoleKind::Index:
    return "index";
  case RoleKind::Induction:
    return "induction";
  case RoleKind::Reduction:
    return "reduction";
  case RoleKind::Private:
    return "private";
  case RoleKind::FirstPrivate:
    return "firstprivate";
  case RoleKind::LastPrivate:
    return "lastprivate";
  case RoleKind::Shared:
    return "shared";
  case RoleKind::ArrayPrivate:
    return "array-private";
  case RoleKind::ArrayReduction:
    return "array-reduction";
  case RoleKind::Atomic:
    return "atomic";
  case RoleKind::Selection:
    return "selection";
  }
  llvm_unreachable("no such role");
}

/// Counted from the loop, near which nearly all edits are.
static unsigned lineOf(const Report &report, const LoopResult &loop, const Edit &edit) {
  StringRef source = report.texts.at(loop.position.file);
  unsigned from = loop.position.offset, to = edit.range.begin;
  return to < from ? loop.position.line - source.slice(to, from).count('\n')
                   : loop.position.line + source.slice(from, to).count('\n');
}

static void writeLoop(json::OStream &json, const Report &report, size_t index) {
  const LoopResult &loop = report.result.loops[index];
  const Plan &plan = report.plans[index];
  json.object([&] {
    json.attribute("file", text(loop.position.file));
    json.attribute("line", loop.position.line);
    json.attribute("column", loop.position.column);
    json.attribute("end_line", loop.endLine);
    json.attribute("function", text(loop.function));
    json.attribute("kind", kindName(loop.kind));
    json.attribute("depth", loop.depth);
    json.attribute("verdict", verdictName(loop.verdict));
    json.attribute("form", textOrNull(plan.form));
    json.attributeArray("possible_forms", [&] {
      for (const std::string &form : plan.possibleForms)
        json.value(form);
    });
    if (!plan.refusedForms.empty())
      json.attributeArray("refused_forms", [&] {
        for (const RefusedForm &refused : plan.refusedForms)
          json.object([&] {
            json.attribute("form", refused.form);
            json.attribute("reason", refused.reason);
            json.attribute("message", text(refused.message));
          });
      });
    json.attribute("editable", loop.editable);
    json.attribute("selected", plan.selected);
    json.attribute("profitable", plan.profitable);
    json.attribute("suppressed", loop.suppressed);
    json.attribute("reason", textOrNull(plan.reason));
    if (auto found = report.measured.find(index); found != report.measured.end())
      json.attributeObject("verified", [&] { writeMeasured(json, found->second); });
    if (auto gain = report.gains.find(index); gain != report.gains.end())
      json.attributeObject("gain", [&] {
        json.attribute("place", gain->second.place);
        json.attribute("operations", gain->second.operations);
      });
    json.attribute("directive", textOrNull(plan.directive));
    json.attributeArray("transforms", [&] {
      for (const std::string &transform : plan.transforms)
        json.value(transform);
    });
    json.attributeArray("edits", [&] {
      for (const Edit &edit : plan.edits)
        json.object([&] {
          json.attribute("line", lineOf(report, loop, edit));
          json.attribute("text", text(edit.text));
          json.attribute("offset", edit.range.begin);
          json.attribute("length", edit.range.end - edit.range.begin);
        });
    });
    json.attributeArray("roles", [&] {
      for (const Role &role : loop.roles)
        writeRole(json, role);
    });
    json.attributeArray("assumptions", [&] {
      for (const Assumption &assumption : loop.assumptions)
        json.object([&] {
          json.attribute("kind", text(assumption.kind));
          json.attribute("text", text(assumption.text));
          json.attribute("checked_at_run_time", assumption.check.has_value());
          if (assumption.isGiven)
            json.attribute("given_by_user", true);
        });
    });
    json.attributeArray("blockers", [&] {
      for (const Blocker &blocker : loop.blockers)
        writeBlocker(json, blocker);
    });
  });
}

static void writeMeasured(json::OStream &json, const Measured &measured) {
  json.attribute("result", endName(measured.end));
  json.attribute("message", textOrNull(measured.message));
  json.attribute("speedup", measured.speedup ? json::Value(*measured.speedup) : nullptr);
  json.attribute("threads", measured.threads);
}

static void writeFinding(json::OStream &json, const Report &report, const Finding &finding) {
  json.object([&] {
    json.attribute("id", text(finding.id));
    json.attribute("file", text(finding.position.file));
    json.attribute("line", finding.position.line);
    json.attribute("column", finding.position.column);
    json.attribute("message", text(finding.message));
    json.attribute("suppressed", finding.suppressed);
    json.attributeArray("notes", [&] {
      for (const auto &[position, message] : finding.notes)
        json.object([&] {
          json.attribute("file", text(position.file));
          json.attribute("line", position.line);
          json.attribute("column", position.column);
          json.attribute("message", text(message));
        });
    });
    std::optional<Edit> edit = fixOf(finding, report.texts);
    if (!edit)
      return json.attribute("fix", nullptr);
    json.attributeObject("fix", [&] {
      json.attribute("offset", edit->range.begin);
      json.attribute("length", edit->range.end - edit->range.begin);
      json.attribute("text", text(edit->text));
    });
  });
}

static void writeRole(json::OStream &json, const Role &role) {
  json.object([&] {
    json.attribute("variable", text(role.variable));
    json.attribute("role", roleName(role.kind));
    if (!role.op.empty())
      json.attribute("operator", text(role.op));
    if (role.localCopy)
      json.attribute("place", text(role.localCopy->place));
    if (role.induction)
      json.attribute("closed_form", text(role.induction->closedForm));
  });
}

static void writeBlocker(json::OStream &json, const Blocker &blocker) {
  auto place = [&](StringRef name, const std::optional<Position> &position) {
    if (!position)
      return json.attribute(name, nullptr);
    json.attributeObject(name, [&] {
      json.attribute("line", position->line);
      json.attribute("column", position->column);
      json.attribute("file", text(position->file));
    });
  };
  json.object([&] {
    json.attribute("reason", text(blocker.reason));
    json.attribute("proven", blocker.proven);
    json.attribute("message", text(blocker.message));
    json.attribute("object", textOrNull(blocker.object));
    json.attribute("distance", textOrNull(blocker.distance));
    place("source", blocker.source);
    place("sink", blocker.sink);
    json.attribute("witness", textOrNull(blocker.witness));
  });
}

} // namespace loomp
