//===- ThreadResults.cpp - results of threads, merged after the loop ------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//     for (int i = 1; i < n; i++)      #pragma omp parallel
//       if (price[i] < best) {         {
//         best = price[i];               auto bestLocal = best;
//         day = i;                 →     auto dayLocal = day;
//       }                              #pragma omp for schedule(static)
//                                        for (int i = 1; i < n; i++)
//                                          if (price[i] < bestLocal) {
//                                            bestLocal = price[i];
//                                            dayLocal = i;
//                                          }
//                                      #pragma omp critical
//                                        if (bestLocal < best ||
//                                            (bestLocal == best && dayLocal < day)) {
//                                          best = bestLocal;
//                                          day = dayLocal;
//                                        }
//                                      }
//
//     double w[100000];                #pragma omp parallel
//     for (int i = 0; i < n; i++)      {
//       ... w[k] ...                     struct wArray {
//                                          decltype(w) elements;
//                                  →     };
//                                        const std::unique_ptr<wArray> wOwner(new wArray);
//                                        auto &w = wOwner->elements;
//                                      #pragma omp for
//                                        for (int i = 0; i < n; i++)
//                                          ... w[k] ...
//                                      }
//
// Each thread runs its iterations in order, which a static schedule promises. The barrier behind
// the loop keeps the variables as they were until all threads have copied them. Where no variable
// tells the earlier of two iterations, one more does. Assignments that have to wait note the index,
// and stand behind the region, in a block in which a constant of the index's name has that value.
//
//===----------------------------------------------------------------------===//

#include "rewriters/ThreadResults.h"
#include "rewriters/Pragma.h"
#include "rewriters/RunTimeChecks.h"
#include "rewriters/TwoVersions.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace loomp {

bool isOnHeap(const Role &role) {
  return role.kind == RoleKind::ArrayPrivate && role.array && role.array->isLarge;
}

bool hasRegion(const LoopResult &loop) {
  return !loop.selections.empty() || any_of(loop.roles, isOnHeap);
}

/// The key, with names in the places of its variables.
static std::string keyText(const SelectionForm &form,
                           function_ref<std::string(const std::string &)> nameOf) {
  std::string text = form.kept.front();
  for (size_t i = 0; i < form.keys.size(); ++i)
    text += nameOf(form.keys[i]) + form.kept[i + 1];
  return form.isComputed ? asOperand(text) : text;
}

/// `a != b || c != d`: the copies of some variables are not what the variables are.
static std::string differenceOf(const std::vector<std::string> &variables,
                                const std::map<std::string, std::string> &copies) {
  std::set<std::string> seen;
  std::vector<std::string> parts;
  for (const std::string &variable : variables)
    if (seen.insert(variable).second)
      parts.push_back(copies.at(variable) + " != " + variable);
  return parts.size() == 1 ? parts.front() : "(" + join(parts, " || ") + ")";
}

/// Makes the statements that assign note the number of the iteration, too.
static void recordIteration(EditList &edits, const SelectionForm &form, const LoopResult &loop,
                            const SourceText &source, const std::string &name) {
  std::string record = name + " = " + withoutOuterParentheses(loop.iterationNumber).str();
  for (const auto &[range, isOperand, isInBlock] : form.noted) {
    std::string before = ", ";
    if (isOperand) {
      edits.insert(range.begin, "(" + record + ", ");
      edits.insert(range.end, ")");
      continue;
    }
    if (isInBlock && startsItsLine(source, range.begin))
      before =
          ";" + source.lineEnding + indentationOf(source, range.begin).str() + source.indentUnit;
    else if (isInBlock)
      before = "; ";
    edits.insert(range.end, before + record);
  }
}

ThreadResults keepThreadResults(EditList &edits, const LoopResult &loop, const SourceText &source,
                                const std::string &indent) {
  ThreadResults result;
  std::set<std::string> taken;
  auto fresh = [&](const std::string &base) { return freshName(source, base, taken); };
  for (const Role &role : loop.roles)
    if (isOnHeap(role)) {
      std::string type = fresh(role.variable + "Array"), owner = fresh(role.variable + "Owner");
      result.copies.push_back("struct " + type + " {");
      result.copies.push_back("  decltype(" + role.variable + ") elements;");
      result.copies.push_back("};");
      result.copies.push_back("const std::unique_ptr<" + type + "> " + owner + "(new " + type +
                              ");");
      result.copies.push_back("auto &" + role.variable + " = " + owner + "->elements;");
    }
  for (const SelectionForm &form : loop.selections) {
    std::map<std::string, std::string> copies;
    std::vector<std::string> assignments, deferred;
    for (const SelectedVariable &variable : form.variables) {
      std::string copy = copies[variable.name] = fresh(variable.name + "Local");
      result.copies.push_back(variable.type + " " + copy + " = " + variable.name + ";");
      assignments.push_back(variable.name + " = " + copy + ";");
      for (TextRange use : variable.uses)
        edits.replace(use, copy);
    }
    std::string kept, mine;
    if (!form.isLast) {
      kept = keyText(form, [](const std::string &name) { return name; });
      mine = keyText(form, [&](const std::string &name) { return copies[name]; });
    }
    std::string better = mine + (form.isLess ? " < " : " > ") + kept, tie;
    std::vector<std::string> conditions;
    if (!form.ordered.empty()) {
      bool wantsLess = form.rises != form.takesEqual;
      tie = copies[form.ordered] + (wantsLess ? " < " : " > ") + form.ordered;
      // A computed key exists if the loop ran.
      if (form.isComputed)
        conditions.push_back(differenceOf(form.keys, copies));
    } else {
      std::string shared = fresh(form.key + "Iteration"), own = fresh(form.key + "IterationLocal");
      result.shared.push_back(loop.wideInteger + " " + shared + " = -1;");
      result.copies.push_back(loop.wideInteger + " " + own + " = -1;");
      // A value that is the same in all iterations is assigned behind them if there is one.
      bool isFixed = !form.deferred.empty() && form.index.empty();
      if (isFixed)
        for (const DeferredAssignment &each : form.deferred) {
          edits.replace(each.range,
                        own + " = " + withoutOuterParentheses(loop.iterationNumber).str());
          deferred.push_back(each.text + ";");
        }
      else
        recordIteration(edits, form, loop, source, own);
      if (deferred.size() == 1) {
        result.behind.push_back("if (" + shared + " >= 0)");
        result.behind.push_back(source.indentUnit + deferred.front());
      } else if (isFixed) {
        result.behind.push_back("if (" + shared + " >= 0) {");
        for (const std::string &each : deferred)
          result.behind.push_back(source.indentUnit + each);
        result.behind.push_back("}");
      }
      assignments.push_back(shared + " = " + own + ";");
      if (!form.isLast)
        conditions.push_back(own + " >= 0");
      if (!form.index.empty()) {
        std::string index = fresh(form.key + "Index"), ownIndex = fresh(form.key + "IndexLocal");
        result.shared.push_back(form.indexType + " " + index + " = 0;");
        result.copies.push_back(form.indexType + " " + ownIndex + " = 0;");
        assignments.push_back(index + " = " + ownIndex + ";");
        result.behind.push_back("if (" + shared + " >= 0) {");
        result.behind.push_back(source.indentUnit + "const " + form.indexType + " " + form.index +
                                " = " + index + ";");
        for (const auto &[range, text] : form.deferred) {
          edits.replace(range, ownIndex + " = " + form.index);
          result.behind.push_back(source.indentUnit + text + ";");
        }
        result.behind.push_back("}");
      }
      tie = own + (form.takesEqual || form.isLast ? " > " : " < ") + shared;
    }
    if (form.isLast)
      conditions.push_back(tie);
    else {
      std::string none;
      if (!form.none.empty()) {
        conditions.push_back(copies[form.none] + form.isSome);
        none = form.none + form.isNone + " || ";
      }
      conditions.push_back("(" + none + better + " || (" + mine + " == " + kept + " && " + tie +
                           "))");
    }
    result.merges.push_back(criticalDirective());
    result.merges.push_back(chooseFirst(conditions, indent, source.lineEnding));
    for (const std::string &assignment : assignments)
      result.merges.push_back(source.indentUnit + assignment);
    result.merges.push_back("}");
  }
  return result;
}

} // namespace loomp
