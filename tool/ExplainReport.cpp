//===- ExplainReport.cpp - one loop in full -------------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "rewriters/CostModel.h"
#include "rewriters/RunTimeChecks.h"
#include "tool/Printable.h"
#include "tool/Report.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

using namespace llvm;

namespace loomp {

static void printVerdict(raw_ostream &out, const LoopResult &loop, const Plan &plan);
static void printRoleTable(raw_ostream &out, const LoopResult &loop);
static void printAccesses(raw_ostream &out, const Report &report, const LoopResult &loop);
static void printDependences(raw_ostream &out, const LoopResult &loop);
static void printBlockers(raw_ostream &out, const LoopResult &loop);
static void printPlan(raw_ostream &out, const Report &report, size_t i);

void printExplanation(raw_ostream &terminal, const Report &report, size_t i, bool color) {
  PrintableStream out(terminal, color);
  const LoopResult &loop = report.result.loops[i];
  printVerdict(out, loop, report.plans[i]);
  printRoleTable(out, loop);
  printAccesses(out, report, loop);
  printDependences(out, loop);
  printBlockers(out, loop);
  printPlan(out, report, i);
}

static void heading(raw_ostream &out, StringRef title) {
  out << '\n';
  if (out.colors_enabled())
    out.changeColor(raw_ostream::SAVEDCOLOR, true);
  out << title;
  if (out.colors_enabled())
    out.resetColor();
  out << '\n';
}

/// Rows of cells, each column as wide as its widest cell.
static void printTable(raw_ostream &out, const std::vector<std::vector<std::string>> &rows) {
  std::vector<size_t> widths;
  for (const auto &row : rows)
    for (size_t c = 0; c < row.size(); ++c) {
      widths.resize(std::max(widths.size(), c + 1));
      widths[c] = std::max(widths[c], row[c].size());
    }
  for (const auto &row : rows) {
    std::string line = " ";
    for (size_t c = 0; c < row.size(); ++c)
      line += " " + row[c] + std::string(widths[c] - row[c].size() + 1, ' ');
    out << StringRef(line).rtrim() << '\n';
  }
}

static std::string placeOf(const Position &position) {
  return position.line ? formatv("{0}:{1}", position.line, position.column).str() : "";
}

static void printVerdict(raw_ostream &out, const LoopResult &loop, const Plan &plan) {
  Headline headline = headlineOf(loop, plan);
  out << formatv("{0}:{1}:{2}: {3} [{4}]\n", printableName(loop.position.file), loop.position.line,
                 loop.position.column, headline.message, headline.slug);
  std::string function = loop.function.empty() ? "" : " in '" + loop.function + "'";
  out << formatv("  lines {0} to {1}{2}, {3} enclosing {4}, {5}\n", loop.position.line,
                 loop.endLine, function, loop.depth, loop.depth == 1 ? "loop" : "loops",
                 loop.constantTrip ? formatv("{0} iterations", *loop.constantTrip).str()
                 : loop.tripCount.empty()
                     ? std::string("iterations not known")
                     : "'" + withoutOuterParentheses(loop.tripCount).str() + "' iterations");
}

static void printRoleTable(raw_ostream &out, const LoopResult &loop) {
  if (loop.roles.empty())
    return;
  heading(out, "variables");
  std::vector<std::vector<std::string>> rows;
  for (const Role &role : loop.roles) {
    std::string detail;
    if (!role.op.empty())
      detail = "with '" + role.op + "'";
    else if (role.induction)
      detail = "= " + role.induction->closedForm;
    rows.push_back({role.variable, roleName(role.kind).str(), detail});
  }
  printTable(out, rows);
}

static bool isPlainName(StringRef text) {
  return all_of(text, [](char c) { return isAlnum(c) || c == '_'; });
}

/// Accesses by the iterations they happen in, in the order of the text. Scalars that the loop only
/// reads and loop indices are named once: they are in every subscript.
static void printAccesses(raw_ostream &out, const Report &report, const LoopResult &loop) {
  if (loop.accesses.empty())
    return;
  std::set<std::string> written, indices, onlyRead;
  for (const AccessInfo &access : loop.accesses)
    if (access.isWrite)
      written.insert(access.text);
  for (const LoopResult &other : report.result.loops)
    if (other.position.file == loop.position.file &&
        other.statement.begin >= loop.statement.begin && other.statement.end <= loop.statement.end)
      indices.insert(other.indexName);
  std::map<std::string, std::vector<const AccessInfo *>> byDomain;
  for (const AccessInfo &access : loop.accesses) {
    bool isScalar = isPlainName(access.text);
    if (isScalar && !written.count(access.text))
      onlyRead.insert(access.text);
    else if (!isScalar || !indices.count(access.text))
      byDomain[access.domain].push_back(&access);
  }
  heading(out, "accesses");
  for (auto &[domain, accesses] : byDomain) {
    llvm::sort(accesses, [](const AccessInfo *a, const AccessInfo *b) {
      return std::tuple(a->position.line, a->position.column, a->isWrite) <
             std::tuple(b->position.line, b->position.column, b->isWrite);
    });
    out << "  " << (domain.empty() ? "in any iteration" : "where " + domain) << '\n';
    std::vector<std::vector<std::string>> rows;
    for (const AccessInfo *access : accesses) {
      std::string action = access->isWrite ? "writes" : "reads";
      if (!access->isExact)
        action = access->isWrite ? "may write" : "may read";
      std::vector<std::string> row = {"  " + placeOf(access->position), action, access->text};
      if (rows.empty() || rows.back() != row)
        rows.push_back(row);
    }
    printTable(out, rows);
  }
  if (!onlyRead.empty())
    out << "  only read: " << join(onlyRead, ", ") << '\n';
}

static void printDependences(raw_ostream &out, const LoopResult &loop) {
  heading(out, "dependences between iterations");
  if (loop.dependences.empty()) {
    out << "  none\n";
    return;
  }
  for (const DependenceInfo &dependence : loop.dependences) {
    out << formatv("  {0} on '{1}'", dependence.kind, dependence.object);
    if (!dependence.distance.empty())
      out << ", distance " << dependence.distance;
    out << (dependence.proven ? ", proven" : ", possible");
    if (!dependence.removedBy.empty())
      out << "; removed by " << dependence.removedBy;
    out << '\n';
    if (!dependence.witness.empty())
      out << "    " << dependence.witness << '\n';
  }
}

static void printBlockers(raw_ostream &out, const LoopResult &loop) {
  if (!loop.assumptions.empty()) {
    heading(out, "assumptions");
    for (const Assumption &assumption : loop.assumptions)
      out << "  " << assumption.text
          << (assumption.isGiven ? " (assumed by --assume)\n"
              : assumption.check ? " (checked at run time)\n"
                                 : " (not checked)\n");
  }
  if (loop.blockers.empty())
    return;
  heading(out, "what keeps it serial");
  for (const Blocker &blocker : loop.blockers) {
    out << formatv("  {0} [{1}]\n", blocker.message, blocker.reason);
    auto note = [&](const std::optional<Position> &position, const std::string &text) {
      if (!text.empty())
        out << formatv("    {0} {1}\n", position ? placeOf(*position) : "", text);
    };
    note(blocker.source, blocker.sourceNote);
    note(blocker.sink, blocker.sinkNote);
    if (!blocker.remedy.empty())
      out << "    " << blocker.remedy << '\n';
  }
}

static void printPlan(raw_ostream &out, const Report &report, size_t i) {
  const LoopResult &loop = report.result.loops[i];
  const Plan &plan = report.plans[i];
  if (plan.directive.empty())
    return;
  heading(out, "plan");
  out << "  " << plan.directive << '\n';
  for (const std::string &transform : plan.transforms)
    out << "  with " << transform << '\n';
  if (!plan.possibleForms.empty())
    out << "  possible forms: " << join(plan.possibleForms, ", ") << '\n';
  LoopCost cost = estimateCosts(report.result)[i];
  out << formatv("  about {0} operations an iteration", std::uint64_t(cost.perIteration));
  if (cost.threshold)
    out << formatv(", worth a team of threads from {0} iterations on", *cost.threshold);
  out << '\n';
  if (isRewritten(loop, plan))
    out << "  'loomp fix' rewrites this loop\n";
  else
    out << "  'loomp fix' leaves this loop alone" << (plan.reason.empty() ? "" : ": " + plan.reason)
        << '\n';
}

} // namespace loomp
