//===- Pragma.cpp - the text of OpenMP directives -------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The one file that spells directives.
//
// Clauses are minimal. A variable declared in the loop is private by scope, the index of the loop
// is private by OpenMP's rules, and an induction variable is only read once it is recast, unless
// lanes move it: none of them is listed. Variables with the same role share one clause, in order of
// first access:
//
//     #pragma omp parallel for reduction(+ : sum, count) reduction(max : peak) private(t)
//
//===----------------------------------------------------------------------===//

#include "rewriters/Pragma.h"
#include "rewriters/Spmd.h"
#include "rewriters/ThreadResults.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <set>

using namespace llvm;

namespace loomp {

static std::string withDataClauses(std::string directive, const LoopResult &loop,
                                   const DirectiveClauses &clauses);
static void appendReductions(std::string &directive, const LoopResult &loop,
                             const std::map<std::string, std::string> &pointers,
                             StringRef clause = "reduction");
static void appendList(std::string &directive, const LoopResult &loop, RoleKind kind,
                       StringRef clause);
static void addOnce(std::vector<std::string> &names, const std::string &name);

static std::string ifClause(const DirectiveClauses &clauses) {
  return clauses.conditions.empty() ? "" : " if(" + join(clauses.conditions, " && ") + ")";
}

static std::string collapseClause(const DirectiveClauses &clauses) {
  return clauses.collapse > 1 ? " collapse(" + std::to_string(clauses.collapse) + ")" : "";
}

std::string parallelForDirective(const LoopResult &loop, const DirectiveClauses &clauses) {
  if (hasRegion(loop))
    return "#pragma omp parallel" + ifClause(clauses);
  return withDataClauses("#pragma omp parallel for" + collapseClause(clauses), loop, clauses) +
         ifClause(clauses);
}

std::string spmdDirective(const LoopResult &loop, const DirectiveClauses &clauses) {
  std::string own = keepsIndex(loop) ? " private(" + loop.indexName + ")" : "";
  return withDataClauses("#pragma omp parallel", loop, clauses) + own + ifClause(clauses);
}

std::string blocksDirective(const LoopResult &loop, const DirectiveClauses &clauses,
                            bool onlyCounts) {
  std::string directive = "#pragma omp parallel for";
  if (onlyCounts)
    appendList(directive, loop, RoleKind::Private, "private");
  else
    directive = withDataClauses(directive, loop, clauses);
  return directive + (keepsIndex(loop) ? " private(" + loop.indexName + ")" : "") +
         ifClause(clauses);
}

static void appendMaps(std::string &directive, const std::vector<MapClause> &maps) {
  for (const MapClause &map : maps)
    if (!map.items.empty())
      directive += " map(" + map.direction + " : " + join(map.items, ", ") + ")";
}

std::string targetDataDirective(const std::vector<MapClause> &maps,
                                const std::vector<std::string> &conditions) {
  std::string directive = "#pragma omp target data";
  appendMaps(directive, maps);
  return directive + (conditions.empty() ? "" : " if(" + join(conditions, " && ") + ")");
}

std::string targetDirective(const LoopResult &loop, const DirectiveClauses &clauses,
                            const std::string &name, const std::vector<MapClause> &maps) {
  std::string directive = "#pragma omp " + name + collapseClause(clauses);
  appendMaps(directive, maps);
  directive = withDataClauses(directive, loop, clauses);
  if (!clauses.conditions.empty())
    directive += " if(target : " + join(clauses.conditions, " && ") + ")";
  return directive;
}

std::string simdDirective(const LoopResult &loop, const DirectiveClauses &clauses) {
  return withDataClauses("#pragma omp simd", loop, clauses) + ifClause(clauses);
}

std::string parallelForSimdDirective(const LoopResult &loop, const DirectiveClauses &clauses,
                                     bool checks) {
  std::string condition = ifClause(clauses);
  if (!checks && !condition.empty()) // a short loop may still run in lanes
    condition = " if(parallel : " + condition.substr(StringRef(" if(").size());
  return withDataClauses("#pragma omp parallel for simd", loop, clauses) + condition;
}

// g++ 12 loses reductions of `masked taskloop`; and for clang 22 tasks have copies of what the
// combined directive does not say to be shared.
std::string taskLoopDirective(const LoopResult &loop, const DirectiveClauses &clauses) {
  return withDataClauses("#pragma omp parallel master taskloop default(shared)" +
                             collapseClause(clauses),
                         loop, clauses) +
         ifClause(clauses);
}

std::string linearItem(const std::string &variable, const std::string &step) {
  return step == "1" ? variable : variable + " : " + step;
}

std::string declareSimdDirective(const LaneFunction &function) {
  std::string directive = "#pragma omp declare simd";
  if (!function.uniform.empty())
    directive += " uniform(" + join(function.uniform, ", ") + ")";
  for (const LinearParameter &parameter : function.linear)
    directive += " linear(" + linearItem(parameter.name, std::to_string(parameter.step)) + ")";
  return directive + (function.isUnconditional ? " notinbranch" : "");
}

std::string declareTargetDirective() { return "#pragma omp declare target"; }

std::string endDeclareTargetDirective() { return "#pragma omp end declare target"; }

std::string worksharingDirective(const LoopResult &loop, const DirectiveClauses &clauses) {
  return withDataClauses("#pragma omp for", loop, clauses);
}

std::string declareSumDirective(const Role &role, bool isEarly) {
  std::vector<std::string> sums;
  for (const MemberSum &each : role.memberSums)
    sums.push_back("omp_out." + each.member + " " + each.op + "= omp_in." + each.member);
  std::string combination = sums.empty() ? "omp_out += omp_in" : join(sums, ", ");
  return "#pragma omp declare reduction(+ : " + role.classType + " : " + combination +
         ") initializer(omp_priv = " + role.classType + (isEarly ? "())" : "{})");
}

std::string taskDirective(const std::vector<std::string> &shared,
                          const std::vector<std::string> &firstPrivate) {
  std::string directive = "#pragma omp task";
  if (!shared.empty())
    directive += " shared(" + join(shared, ", ") + ")";
  if (!firstPrivate.empty())
    directive += " firstprivate(" + join(firstPrivate, ", ") + ")";
  return directive;
}

std::string dependentTaskDirective(const std::vector<std::string> &in,
                                   const std::vector<std::string> &out,
                                   const std::vector<std::string> &inout) {
  std::string directive = taskDirective({}, {});
  for (const auto &[kind, names] :
       {std::pair("in", &in), std::pair("out", &out), std::pair("inout", &inout)})
    if (!names->empty())
      directive += " depend(" + std::string(kind) + " : " + join(*names, ", ") + ")";
  return directive;
}

std::string taskLoopDirective(const std::vector<Role> &roles,
                              const std::vector<std::string> &firstPrivate, bool isOrphaned) {
  LoopResult loop;
  loop.roles = roles;
  std::string directive = taskDirective({}, firstPrivate);
  if (isOrphaned)
    directive.insert(directive.find(" firstprivate"), " default(shared)");
  appendList(directive, loop, RoleKind::Private, "private");
  appendReductions(directive, loop, {}, "in_reduction");
  return directive;
}

std::string taskgroupDirective(const std::vector<Role> &roles, bool isNeeded) {
  LoopResult loop;
  loop.roles = roles;
  std::string reductions;
  appendReductions(reductions, loop, {}, "task_reduction");
  return reductions.empty() && !isNeeded ? "" : "#pragma omp taskgroup" + reductions;
}

std::string taskwaitDirective() { return "#pragma omp taskwait"; }

std::string parallelDirective(const std::string &condition) {
  return "#pragma omp parallel" + (condition.empty() ? "" : " if(" + condition + ")");
}

std::string singleDirective() { return "#pragma omp single"; }

std::string barrierDirective() { return "#pragma omp barrier"; }

std::string parallelSectionsDirective() { return "#pragma omp parallel sections"; }

std::string sectionDirective() { return "#pragma omp section"; }

std::string criticalDirective() { return "#pragma omp critical"; }

static std::string withDataClauses(std::string directive, const LoopResult &loop,
                                   const DirectiveClauses &clauses) {
  appendReductions(directive, loop, clauses.pointers);
  appendList(directive, loop, RoleKind::Private, "private");
  appendList(directive, loop, RoleKind::FirstPrivate, "firstprivate");
  appendList(directive, loop, RoleKind::LastPrivate, "lastprivate");
  for (const std::string &variable : clauses.linear)
    directive += " linear(" + variable + ")";
  if (!clauses.schedule.empty())
    directive += " schedule(" + clauses.schedule + ")";
  return directive;
}

std::string clauseText(const MissingClause &clause) {
  switch (clause.kind) {
  case RoleKind::Reduction:
  case RoleKind::ArrayReduction:
    return "reduction(" + clause.op + " : " + clause.variable + ")";
  case RoleKind::FirstPrivate:
    return "firstprivate(" + clause.variable + ")";
  case RoleKind::LastPrivate:
    return "lastprivate(" + clause.variable + ")";
  default:
    return "private(" + clause.variable + ")";
  }
}

std::string atomicDirective() { return "#pragma omp atomic"; }

std::string atomicCompareDirective() { return "#pragma omp atomic compare"; }

static void appendReductions(std::string &directive, const LoopResult &loop,
                             const std::map<std::string, std::string> &pointers, StringRef clause) {
  auto isReduced = [](const Role &role) {
    return (role.kind == RoleKind::Reduction || role.kind == RoleKind::ArrayReduction) &&
           !role.declaredInLoop;
  };
  auto named = [&](const Role &role) {
    auto pointer = pointers.find(role.variable);
    return (pointer == pointers.end() ? role.variable : pointer->second) +
           (role.array ? role.array->section : "");
  };
  std::vector<std::string> operators;
  for (const Role &role : loop.roles)
    if (isReduced(role))
      addOnce(operators, role.op);
  for (const std::string &op : operators) {
    std::vector<std::string> names;
    for (const Role &role : loop.roles)
      if (isReduced(role) && role.op == op)
        addOnce(names, named(role));
    directive += " " + clause.str() + "(" + op + " : " + join(names, ", ") + ")";
  }
}

static void appendList(std::string &directive, const LoopResult &loop, RoleKind kind,
                       StringRef clause) {
  std::vector<std::string> names;
  for (const Role &role : loop.roles) {
    bool isListed =
        role.kind == kind || (role.kind == RoleKind::ArrayPrivate && kind == RoleKind::Private);
    if (isListed && !isOnHeap(role) && !role.declaredInLoop && role.variable != loop.indexName)
      addOnce(names, role.variable);
  }
  if (!names.empty())
    directive += " " + clause.str() + "(" + join(names, ", ") + ")";
}

static void addOnce(std::vector<std::string> &names, const std::string &name) {
  if (!is_contained(names, name))
    names.push_back(name);
}

/// The parts of `text`, split behind connectives that stand in at most `depth` parentheses and, if
/// asked, between clauses. Each part but the first begins with its blank.
static std::vector<StringRef> splitAt(StringRef text, int depth, bool betweenClauses) {
  std::vector<StringRef> parts;
  int parentheses = 0;
  size_t begin = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    parentheses += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
    StringRef before = text.slice(begin, i);
    bool isConnective = before.ends_with("&&") || before.ends_with("||");
    bool mayBreak = isConnective ? parentheses <= depth : betweenClauses && parentheses == 0;
    if (text[i] != ' ' || i == begin || !mayBreak)
      continue;
    parts.push_back(before);
    begin = i;
  }
  parts.push_back(text.drop_front(begin));
  return parts;
}

std::string layOutDirective(StringRef directive, StringRef indent, StringRef lineEnding) {
  const size_t columns = 100 - 2; // room for ` \`
  const std::string hanging = indent.str() + "    ";
  // `#pragma omp parallel for` itself stays together, and conditions do where they can.
  size_t firstClause = directive.take_front(directive.find('(')).rfind(' ');
  size_t head = directive.contains('(') ? firstClause : directive.size();
  std::vector<StringRef> parts;
  for (StringRef part : splitAt(directive.drop_front(head), 1, true)) {
    if (hanging.size() + part.size() <= columns)
      parts.push_back(part);
    else
      append_range(parts, splitAt(part, 2, false));
  }
  std::string text, line = indent.str() + directive.take_front(head).str();
  for (StringRef part : parts) {
    if (line.size() + part.size() > columns) {
      text += line + " \\" + lineEnding.str();
      line = hanging;
      part = part.ltrim();
    }
    line += part;
  }
  return text + line;
}

/// One blank where blanks separate words, none elsewhere.
static std::string normalized(StringRef directive) {
  auto isWord = [](char c) { return isAlnum(c) || c == '_'; };
  std::string text;
  bool pendingBlank = false;
  for (size_t i = 0; i < directive.size(); ++i) {
    char c = directive[i];
    bool continuesLine = c == '\\' && i + 1 < directive.size() &&
                         (directive[i + 1] == '\n' || directive[i + 1] == '\r');
    if (isSpace(c) || continuesLine) {
      pendingBlank = true;
      continue;
    }
    if (pendingBlank && !text.empty() && isWord(text.back()) && isWord(c))
      text += ' ';
    pendingBlank = false;
    text += c;
  }
  return text;
}

bool isSameDirective(StringRef left, StringRef right) {
  return normalized(left) == normalized(right);
}

std::string spreadIterations(StringRef original, StringRef rewritten) {
  SmallVector<StringRef> lines;
  original.split(lines, '\n');
  std::set<StringRef> before(lines.begin(), lines.end());
  lines.clear();
  rewritten.split(lines, '\n');
  auto hasSchedule = [&](size_t line) {
    while (!lines[line].contains("schedule") && lines[line].rtrim().ends_with("\\") &&
           line + 1 < lines.size())
      ++line;
    return lines[line].contains("schedule");
  };
  std::string text;
  for (size_t i = 0; i < lines.size(); ++i) {
    StringRef line = lines[i], words = line.ltrim();
    bool isLoop = words.consume_front("#pragma omp ") &&
                  (words.consume_front("parallel for simd") ||
                   words.consume_front("parallel for") || words.consume_front("for")) &&
                  (words.empty() || isSpace(words[0])) && !before.count(line) && !hasSchedule(i);
    size_t end = isLoop ? line.size() - words.size() : line.size();
    text += (i ? "\n" : "") + line.take_front(end).str() + (isLoop ? " schedule(static, 1)" : "") +
            line.drop_front(end).str();
  }
  return text;
}

std::string shortDirective(StringRef directive) {
  directive.consume_front("#pragma omp ");
  size_t begin = directive.find(" if("), end = begin;
  if (begin == StringRef::npos)
    return directive.str();
  for (int open = 0; end < directive.size(); ++end) {
    open += directive[end] == '(' ? 1 : directive[end] == ')' ? -1 : 0;
    if (open == 0 && directive[end] == ')')
      break;
  }
  return directive.take_front(begin).str() + directive.drop_front(end).drop_front().str();
}

} // namespace loomp
