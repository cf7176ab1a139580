//===- RunTimeChecks.cpp - assumptions as C conditions --------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// `'x' and 'y' do not overlap`, where the loop touches n elements of both, becomes
//
//     std::uintptr_t(y) + n * sizeof(*y) <= std::uintptr_t(x) ||
//         std::uintptr_t(x) + n * sizeof(*x) <= std::uintptr_t(y)
//
// and where it is only known that the elements of y are reached by way of the pointer y, and those
// of x are all of a variable (see Provenance.cpp),
//
//     std::uintptr_t(y) < std::uintptr_t(&x) || std::uintptr_t(&x) + sizeof(x) < std::uintptr_t(y)
//
// `no two elements of 'to' are equal` sorts a copy of the elements in front of the loop:
//
//     std::vector toSorted(to, to + (n > 0 ? n : 0));
//     std::sort(toSorted.begin(), toSorted.end());
//     ... if(std::adjacent_find(toSorted.begin(), toSorted.end()) == toSorted.end())
//
// Where x stands for rows that have storage of their own, a walk through them asks the first
// question of each. It ends at the first one that overlaps, and does not begin where another
// condition fails, that there is enough work among them:
//
//     bool rowsApart = n > 2000;
//     for (long long row = 0; rowsApart && row < n && row < (long long)x.size(); ++row)
//       rowsApart = std::uintptr_t(x[row].data() + x[row].size()) <= std::uintptr_t(y) ||
//                   std::uintptr_t(y) + n * sizeof(*y) <= std::uintptr_t(x[row].data());
//     ... if(rowsApart)
//
// Addresses are compared, and their ends computed, as integers. Pointers would not do: to order
// pointers into different objects is unspecified, and `y + n` is undefined when n is negative or y
// null, as both may be where the loop runs no iteration. Unsigned arithmetic wraps and never traps.
//
//===----------------------------------------------------------------------===//

#include "rewriters/RunTimeChecks.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace loomp {

static std::string disjointRanges(const DisjointRanges &ranges, bool hasCstdint);
static std::string disjointRow(const DisjointRanges &ranges, bool hasCstdint);
static std::string addressOf(StringRef object);
static bool hasCstdint(const LoopResult &loop);
static std::string asConjunct(StringRef text);

CheckTexts runTimeChecks(const LoopResult &loop) {
  CheckTexts checks;
  // What is spelled through a pointer may be asked only where the loop follows that pointer, too.
  bool follows = any_of(loop.assumptions, [&](const Assumption &assumption) {
    const auto *ranges =
        assumption.check ? std::get_if<DisjointRanges>(&*assumption.check) : nullptr;
    const auto *rows = assumption.check ? std::get_if<DisjointRows>(&*assumption.check) : nullptr;
    if (rows && !loop.nonEmptyCondition.empty())
      return true; // a loop without iterations needs no walk
    ranges = rows ? &rows->each : ranges;
    const auto *elements =
        assumption.check ? std::get_if<DistinctElements>(&*assumption.check) : nullptr;
    const auto *condition =
        assumption.check ? std::get_if<ValueCondition>(&*assumption.check) : nullptr;
    return (ranges && (ranges->first.dereferences || ranges->second.dereferences)) ||
           (elements && (elements->isOrdered || elements->range.dereferences)) ||
           (condition && condition->mayFail);
  });
  if (follows && !loop.provenNonEmpty)
    checks.conditions.push_back(asConjunct(loop.nonEmptyCondition));
  for (const Assumption &assumption : loop.assumptions) {
    if (!assumption.check)
      continue;
    std::string text;
    if (auto *ranges = std::get_if<DisjointRanges>(&*assumption.check)) {
      text = disjointRanges(*ranges, hasCstdint(loop));
      checks.needsIntegerTypes = true;
    } else if (auto *objects = std::get_if<DistinctObjects>(&*assumption.check)) {
      text = addressOf(objects->first) + " != " + addressOf(objects->second);
    } else if (auto *elements = std::get_if<DistinctElements>(&*assumption.check)) {
      const std::string &copy = elements->sorted;
      const ElementRange &range = elements->range;
      if (elements->isOrdered)
        text = "std::is_sorted(" + range.pointer + (range.low == "0" ? "" : " + " + range.low) +
               ", " + range.pointer + " + " + asOperand(range.high) + ")";
      else
        text = "std::adjacent_find(" + copy + ".begin(), " + copy + ".end()) == " + copy + ".end()";
      checks.sorts = true;
    } else if (auto *rows = std::get_if<DisjointRows>(&*assumption.check)) {
      checks.needsIntegerTypes = true;
      checks.walked = rows->result;
      continue;
    } else {
      text = asConjunct(std::get<ValueCondition>(*assumption.check).text);
    }
    if (!is_contained(checks.conditions, text))
      checks.conditions.push_back(text);
  }
  return checks;
}

std::vector<std::string> sortedCopies(const LoopResult &loop) {
  std::vector<std::string> statements;
  for (const Assumption &assumption : loop.assumptions)
    if (const auto *elements =
            assumption.check ? std::get_if<DistinctElements>(&*assumption.check) : nullptr;
        elements && !elements->isOrdered) {
      const ElementRange &range = elements->range;
      // A loop that makes no trip may have a negative bound, and one element less than `n + 1`.
      StringRef count = withoutOuterParentheses(range.high);
      bool startsLater = range.low != "0", isNumber = all_of(count, isDigit);
      bool isSize = isNumber || (count.ends_with(".size()") && !startsLater);
      bool isBound = loop.nonEmptyCondition.empty() || asOperand(count) == count;
      std::string runs =
          isBound || startsLater ? count.str() + " > " + range.low : loop.nonEmptyCondition;
      std::string test = "(" + runs + " ? ";
      std::string begin = !startsLater ? "" : isNumber ? range.low : test + range.low + " : 0)";
      std::string end = isSize ? count.str() : test + count.str() + " : 0)";
      statements.push_back("std::vector " + elements->sorted + "(" + range.pointer +
                           (begin.empty() ? "" : " + " + begin) + ", " + range.pointer + " + " +
                           end + ");");
      statements.push_back("std::sort(" + elements->sorted + ".begin(), " + elements->sorted +
                           ".end());");
    }
  return statements;
}

std::vector<std::string> rowWalks(const LoopResult &loop,
                                  const std::vector<std::string> &conditions) {
  std::vector<std::string> statements;
  for (const Assumption &assumption : loop.assumptions) {
    const auto *rows = assumption.check ? std::get_if<DisjointRows>(&*assumption.check) : nullptr;
    if (!rows)
      continue;
    if (statements.empty()) {
      std::string all = conditions.empty() ? loop.isCxx ? "true" : "1" : join(conditions, " && ");
      statements.push_back((loop.isCxx ? "bool " : "int ") + rows->result + " = " + all + ";");
    }
    std::string header = "for (long long " + rows->row + " = " + rows->low + "; " + rows->result;
    for (StringRef bound : {StringRef(rows->high), StringRef(rows->size)}) {
      // Of a sum the cast in front covers one operand only.
      StringRef operand = bound;
      bool isSigned = all_of(bound, isDigit) ||
                      (operand.consume_front("(long long)") && asOperand(operand) == operand);
      if (!bound.empty())
        header += " && " + rows->row + " < " +
                  (isSigned ? bound.str() : "(long long)" + asOperand(bound));
    }
    std::vector<std::string> walk = {header + "; ++" + rows->row + ")"};
    std::string each = disjointRow(rows->each, hasCstdint(loop));
    auto [first, second] = withoutOuterParentheses(each).split(" || ");
    walk.push_back("  " + rows->result + " = " + first.str() + " ||");
    walk.push_back(std::string(rows->result.size() + 5, ' ') + second.str() + ";");
    if (std::search(statements.begin(), statements.end(), walk.begin(), walk.end()) ==
        statements.end())
      append_range(statements, walk);
  }
  return statements;
}

std::vector<std::string> integerTypeHeaders(const LoopResult &loop) {
  if (hasCstdint(loop))
    return {"<cstdint>"};
  return {"<stdint.h>", "<inttypes.h>"};
}

/// The address `elements` past the pointer of `range`, as an integer.
static std::string address(const ElementRange &range, StringRef elements, bool hasCstdint) {
  std::string pointer = hasCstdint ? "std::uintptr_t(" + range.pointer + ")"
                        : StringRef(range.pointer).starts_with("&")
                            ? "(uintptr_t)" + range.pointer
                            : "(uintptr_t)" + asOperand(range.pointer);
  StringRef count = withoutOuterParentheses(elements);
  if (count == "0")
    return pointer;
  StringRef object = range.pointer;
  std::string element = object.consume_front("&") ? object.str() : "*" + asOperand(range.pointer);
  std::string size = "sizeof(" + element + ")";
  return pointer + " + " + (count == "1" ? size : asOperand(count) + " * " + size);
}

static std::string disjointRanges(const DisjointRanges &ranges, bool hasCstdint) {
  bool isSecond = ranges.second.high.empty();
  if (isSecond || ranges.first.high.empty()) {
    const ElementRange &object = isSecond ? ranges.first : ranges.second;
    std::string pointer = address(isSecond ? ranges.second : ranges.first, "0", hasCstdint);
    return "(" + pointer + " < " + address(object, object.low, hasCstdint) + " || " +
           address(object, object.high, hasCstdint) + " < " + pointer + ")";
  }
  auto endsBefore = [&](const ElementRange &low, const ElementRange &high) {
    return address(low, low.high, hasCstdint) + " <= " + address(high, high.low, hasCstdint);
  };
  return "(" + endsBefore(ranges.first, ranges.second) + " || " +
         endsBefore(ranges.second, ranges.first) + ")";
}

/// The same, where the first range may be all of a container: it knows where that ends.
static std::string disjointRow(const DisjointRanges &ranges, bool hasCstdint) {
  const auto &[row, other] = ranges;
  if (!row.isUpperBound)
    return disjointRanges(ranges, hasCstdint);
  std::string begin = address(row, "0", hasCstdint);
  std::string end = "std::uintptr_t(" + row.pointer + " + " + row.high + ")";
  if (other.high.empty())
    return address(other, "0", hasCstdint) + " < " + begin + " || " + end + " < " +
           address(other, "0", hasCstdint);
  return end + " <= " + address(other, other.low, hasCstdint) + " || " +
         address(other, other.high, hasCstdint) + " <= " + begin;
}

/// Before C++11 the integers of pointers have their C names only.
static bool hasCstdint(const LoopResult &loop) { return loop.isCxx && !loop.isEarly; }

static std::string addressOf(StringRef object) {
  return object.consume_front("*") ? asOperand(object) : "&" + asOperand(object);
}

/// Operators that bind less tightly than `&&` need parentheses.
static std::string asConjunct(StringRef text) {
  text = withoutOuterParentheses(text);
  bool bindsLess = text.contains("||") || text.contains('?') || text.contains(',') ||
                   text.contains(" = ") || text.contains("|=");
  return bindsLess ? "(" + text.str() + ")" : text.str();
}

StringRef withoutOuterParentheses(StringRef text) {
  text = text.trim();
  while (text.size() > 2 && text.front() == '(' && text.back() == ')') {
    int depth = 0;
    for (size_t i = 0; i + 1 < text.size(); ++i) {
      depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
      if (depth == 0)
        return text; // the first parenthesis closes before the end
    }
    text = text.drop_front().drop_back().trim();
  }
  return text;
}

std::string asOperand(StringRef text) {
  text = withoutOuterParentheses(text);
  // Members, subscripts and calls bind tightest; within brackets anything may stand.
  int depth = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '(' || c == '[')
      ++depth;
    else if (c == ')' || c == ']')
      --depth;
    else if (depth == 0 && c == '-' && text.substr(i, 2) == "->")
      ++i;
    else if (depth == 0 && !isAlnum(c) && c != '_' && c != '.' && c != ':')
      return "(" + text.str() + ")";
  }
  // A cast such as `(long)n` would start with a parenthesis but is no primary expression.
  return text.starts_with("(") ? "(" + text.str() + ")" : text.str();
}

std::string asSum(StringRef text) {
  text = withoutOuterParentheses(text);
  for (size_t i = 0; i < text.size(); ++i)
    if (StringRef("?<>=&|^,!").contains(text[i]) && (i == 0 || text[i - 1] != '-'))
      return asOperand(text);
  return text.str();
}

} // namespace loomp
