//===- Device.cpp - loops that a device runs ------------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//     for (int i = 0; i < n; i++)      #pragma omp target teams loop map(to : x[0:n])
//       y[i] += a * x[i];           →      map(tofrom : y[0:n])
//                                      for (int i = 0; i < n; i++)
//                                        y[i] += a * x[i];
//
// Which elements are copied, and which way, the analysis has found (DeviceData.cpp). Clauses name
// arrays and pointers; of a container they name a pointer to its elements, which takes its place in
// the loop, and its size is asked for in front of it. What must hold of the ranges is asked before
// anything is copied, so the conditions stand around the loop and the serial loop behind `else`;
// one of them is that the loop runs at all, since a range has no negative length.
//
//===----------------------------------------------------------------------===//

#include "rewriters/Device.h"
#include "rewriters/CanonicalFor.h"
#include "rewriters/Layout.h"
#include "rewriters/RunTimeChecks.h"
#include "rewriters/Simd.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace loomp {

std::string whyNotOnDevice(const LoopResult &loop) {
  if (!loop.device)
    return loop.notOnDeviceBecause.empty() ? "its data is not known" : loop.notOnDeviceBecause;
  bool isDeduced = any_of(loop.device->data, [](const MappedData &data) {
    return !data.data.empty() || !data.sizes.empty();
  });
  if (loop.isEarly && isDeduced)
    return "the types of what its clauses name have no words in this standard";
  return "";
}

LoopResult withDeviceChecks(const LoopResult &loop) {
  LoopResult result = loop;
  for (const RunTimeCheck &check : loop.device->checks)
    result.assumptions.push_back({.kind = "device-data", .text = "", .check = check});
  for (Assumption &assumption : result.assumptions)
    assumption.guardsLoop = assumption.check.has_value();
  bool hasRanges =
      any_of(loop.device->data, [](const MappedData &data) { return !data.high.empty(); });
  result.miscountsIfEmpty |= hasRanges && !loop.provenNonEmpty;
  return result;
}

std::string deviceDirectiveName(const LoopResult &loop, DeviceDirective wanted) {
  // clang 22 takes a call in a `loop` for one that may start threads, and gives each team only one.
  bool calls = !loop.callees.empty() || loop.callsOutside;
  // No `loop` may hold an atomic update (OpenMP 5.1, 2.11.3).
  bool hasUpdates =
      any_of(loop.roles, [](const Role &role) { return role.kind == RoleKind::Atomic; });
  if (!hasUpdates &&
      (wanted == DeviceDirective::Loop || (wanted == DeviceDirective::Auto && !calls)))
    return "target teams loop";
  bool hasLanes = wanted == DeviceDirective::DistributeSimd && whyNotSimd(loop).empty();
  return std::string("target teams distribute parallel for") + (hasLanes ? " simd" : "");
}

namespace {
/// What the text calls a container's elements and their number.
struct Names {
  std::string data, size;
};
} // namespace

static std::map<std::string, Names>
namesOf(const LoopResult &loop, const std::vector<MappedData> &all, const SourceText *source) {
  std::map<std::string, Names> names;
  std::set<std::string> taken = loop.namedInBody;
  auto fresh = [&](const std::string &base) {
    return source ? freshName(*source, base, taken) : base;
  };
  for (const MappedData &data : all)
    if (!data.data.empty() || !data.sizes.empty())
      names[data.variable] = {data.data.empty() ? "" : fresh(data.variable + "_data"),
                              data.sizes.empty() ? "" : fresh(data.variable + "_size")};
  return names;
}

LoopRegion deviceRegion(LoopResult &loop, const SourceText &source) {
  LoopRegion region;
  std::map<std::string, Names> names = namesOf(loop, loop.device->data, &source);
  for (const MappedData &data : loop.device->data) {
    auto own = names.find(data.variable);
    if (own == names.end())
      continue;
    if (!own->second.data.empty())
      region.above.push_back("auto *" + own->second.data + " = " + data.data + ";");
    bool isUsed = false;
    auto change = [&](const std::vector<TextRange> &uses, const std::string &name) {
      for (TextRange use : uses) {
        if (!isReplacedByHeader(loop, use)) {
          region.changes.push_back({use, name});
          isUsed = true;
          continue;
        }
        std::string &header = loop.canonicalForm->headerText;
        const std::string text = source.text.slice(use.begin, use.end).str();
        for (size_t at = header.find(text); at != std::string::npos;
             at = header.find(text, at + name.size())) {
          header.replace(at, text.size(), name);
          isUsed = true;
        }
      }
    };
    change(data.sizes, own->second.size);
    if (isUsed)
      region.above.push_back("const auto " + own->second.size + " = " + data.variable + ".size();");
    change(data.uses, own->second.data);
  }
  return region;
}

/// The number of elements from `low` to `high`; `n - 1` from 1 on are `n - 2`.
static std::string distance(StringRef low, StringRef high) {
  int from = 0, off = 0;
  if (low == "0")
    return high.str();
  std::string sum = asSum(high);
  auto [front, back] = high.rsplit(" - ");
  bool isLess = !low.getAsInteger(10, from) && from > 0 && !back.getAsInteger(10, off) && off > 0 &&
                off < 1000 && from < 1000 && sum == high;
  if (isLess)
    return front.str() + " - " + std::to_string(from + off);
  return sum + " - " + asOperand(low);
}

/// `x[0:n]`, `m`.
static std::string itemText(const MappedData &data, const std::string &name) {
  if (data.high.empty())
    return name;
  StringRef low = withoutOuterParentheses(data.low), high = withoutOuterParentheses(data.high);
  return name + "[" + low.str() + ":" + distance(low, high) + "]";
}

/// A clause for each direction, of which some may have no items.
static std::vector<MapClause> clausesOf(const std::vector<MappedData> &all,
                                        const std::map<std::string, Names> &names) {
  std::vector<MapClause> clauses = {{"to", {}}, {"from", {}}, {"tofrom", {}}, {"alloc", {}}};
  for (const MappedData &data : all) {
    if (!data.isRead && !data.isWritten)
      continue;
    auto own = names.find(data.variable);
    bool hasPointer = own != names.end() && !own->second.data.empty();
    MapClause &clause = clauses[!data.isWritten ? 0 : data.isRead ? 2 : data.isScratch ? 3 : 1];
    clause.items.push_back(itemText(data, hasPointer ? own->second.data : data.variable));
  }
  return clauses;
}

std::vector<MapClause> mapClauses(const LoopResult &loop, const SourceText *source) {
  std::vector<MapClause> clauses =
      clausesOf(loop.device->data, namesOf(loop, loop.device->data, source));
  for (const Role &role : loop.roles)
    if (role.kind == RoleKind::Reduction && !role.declaredInLoop)
      clauses[2].items.push_back(role.variable);
  return clauses;
}

bool canHoldRegion(const DeviceRegion &region, const SourceText &source) {
  // Directives may leave out some of what stands in it.
  return !holdsDirective(source, region.statements) &&
         (!region.isSeveral || startsItsLine(source, region.statements.begin));
}

/// Removes a statement, and its line if it has one of its own.
static void removeStatement(EditList &edits, const SourceText &source, TextRange range) {
  unsigned begin = lineBegin(source, range.begin), end = lineEnd(source, range.end);
  if (isBlank(source, begin, range.begin) && isBlank(source, range.end, end) &&
      source.text.substr(end).starts_with(source.lineEnding))
    range = {begin, end + unsigned(source.lineEnding.size())};
  edits.replace(range, "");
}

DataRegionEdits dataRegionEdits(const LoopResult &loop, const DeviceRegion &region,
                                const std::vector<std::string> &conditions,
                                const SourceText &source) {
  std::map<std::string, Names> names = namesOf(loop, region.data, &source);
  LoopResult asked = loop;
  asked.assumptions.clear();
  for (const RunTimeCheck &check : region.checks)
    asked.assumptions.push_back({.kind = "device-data", .text = "", .check = check});
  CheckTexts checks = runTimeChecks(asked);
  append_range(checks.conditions, conditions);
  if (checks.conditions.size() == 1)
    checks.conditions.front() = withoutOuterParentheses(checks.conditions.front()).str();

  const unsigned offset = region.statements.begin;
  EditList begin, end;
  std::vector<std::string> above, declared;
  for (TextRange each : region.moved) {
    above.push_back(source.text.slice(each.begin, each.end).str());
    removeStatement(begin, source, each);
  }
  for (const MappedData &data : region.data)
    if (auto own = names.find(data.variable); own != names.end())
      declared.push_back("auto *" + own->second.data + " = " + data.data + ";");
  bool isAlone = !region.isSeveral && loop.placement != Placement::Block;
  bool hasBlock = !isAlone && !declared.empty();
  if ((isAlone && !addOpenBrace(begin, source, offset)) || hasBlock)
    above.push_back("{");
  append_range(above, declared);
  std::string indent =
      isAlone ? innerIndentation(source, offset) : indentationOf(source, offset).str();
  std::string directive = targetDataDirective(clausesOf(region.data, names), checks.conditions);
  above.push_back(layOutDirective(directive, indent, source.lineEnding).substr(indent.size()));
  if (region.isSeveral)
    above.push_back("{");
  addLinesAbove(begin, source, offset, indent, above);

  std::vector<std::string> below;
  if (region.isSeveral)
    below.push_back("}");
  if (isAlone || hasBlock)
    below.push_back("}");
  addLinesBelow(end, source, region.statements.end,
                isAlone ? closingIndentation(source, offset) : indent, below);
  return {begin.take(), end.take(), declared, checks.needsIntegerTypes};
}

} // namespace loomp
