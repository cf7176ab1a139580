//===- UnstableFields.cpp - what a program prints differently each time ---===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// What is left out is what some pair of serial runs disagrees about, and nothing else. A field that
// happened to agree in all of them is compared, so that a mistake here makes a right program look
// wrong and never a wrong one right.
//
//===----------------------------------------------------------------------===//

#include "tool/verify/UnstableFields.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

using namespace llvm;

namespace loomp {

/// The blanks before and behind a field that changes its width change with it.
static bool sameField(const Field &expected, const Field &actual, bool isAfterUnstable,
                      const ComparisonOptions &options) {
  if (isAfterUnstable)
    return sameText(expected.text, actual.text, options);
  auto whole = [](const Field &field) {
    return StringRef(field.blanks.begin(), field.blanks.size() + field.text.size());
  };
  return sameText(whole(expected), whole(actual), options);
}

std::optional<OutputDifference> UnstableFields::learn(StringRef expected, StringRef again,
                                                      const ComparisonOptions &options) {
  if (expected == again)
    return std::nullopt;
  SmallVector<StringRef> expectedLines, againLines;
  expected.split(expectedLines, '\n');
  again.split(againLines, '\n');
  if (expectedLines.size() != againLines.size())
    return compareOutput(expected, again, options);

  std::map<unsigned, FieldNumbers> found;
  for (size_t i = 0; i < expectedLines.size(); ++i) {
    if (sameText(expectedLines[i], againLines[i], options))
      continue;
    std::vector<Field> a = fieldsOf(expectedLines[i]), b = fieldsOf(againLines[i]);
    FieldNumbers &numbers = found[unsigned(i) + 1];
    bool isAfterUnstable = false, hasShape = a.size() == b.size();
    for (size_t field = 0; field < a.size() && hasShape; ++field) {
      bool same = sameField(a[field], b[field], isAfterUnstable, options);
      isAfterUnstable = !same;
      if (same)
        continue;
      // Blanks alone are no field.
      hasShape =
          a[field].isWord && b[field].isWord && !sameText(a[field].text, b[field].text, options);
      numbers.insert(unsigned(field));
    }
    if (!hasShape)
      return OutputDifference{unsigned(i) + 1, 1, expectedLines[i].str(), againLines[i].str()};
  }
  for (const auto &[line, numbers] : found)
    lines[line].insert(numbers.begin(), numbers.end());
  return std::nullopt;
}

std::optional<size_t> UnstableFields::compareLine(unsigned line, StringRef expected,
                                                  StringRef actual,
                                                  const ComparisonOptions &options) const {
  const FieldNumbers &numbers = lines.at(line);
  std::vector<Field> a = fieldsOf(expected), b = fieldsOf(actual);
  bool isAfterUnstable = false;
  for (size_t field = 0; field < a.size(); ++field) {
    size_t column = size_t(a[field].text.begin() - expected.begin());
    if (field >= b.size())
      return column;
    bool isUnstable = numbers.count(unsigned(field));
    // A time is another number and not another word.
    bool same =
        isUnstable ? a[field].isWord == b[field].isWord && (!a[field].isNumber || b[field].isNumber)
                   : sameField(a[field], b[field], isAfterUnstable, options);
    if (!same)
      return column;
    isAfterUnstable = isUnstable;
  }
  return a.size() == b.size() ? std::nullopt : std::optional<size_t>(expected.size());
}

Coverage UnstableFields::coverage(StringRef expected) const {
  Coverage result;
  unsigned line = 0;
  while (!expected.empty()) {
    auto [text, rest] = expected.split('\n');
    expected = rest;
    ++line;
    ++result.lines;
    auto unstable = lines.find(line);
    bool isStable = unstable == lines.end();
    result.unstableLines += !isStable;
    result.comparesSomething |= isStable && !text.trim().empty();
    unsigned number = 0;
    for (const Field &field : fieldsOf(text)) {
      bool isCompared = isStable || !unstable->second.count(number++);
      result.numbers += field.isNumber;
      result.unstableNumbers += field.isNumber && !isCompared;
      result.comparesSomething |= field.isNumber && isCompared;
    }
  }
  return result;
}

std::vector<std::pair<unsigned, std::string>> UnstableFields::markedLines(StringRef expected,
                                                                          unsigned count) const {
  std::vector<std::pair<unsigned, std::string>> result;
  SmallVector<StringRef> texts;
  expected.split(texts, '\n');
  for (const auto &[line, numbers] : lines) {
    if (result.size() == count || line > texts.size())
      break;
    std::string text;
    unsigned number = 0;
    for (const Field &field : fieldsOf(texts[line - 1])) {
      bool isUnstable = numbers.count(number++);
      text += field.blanks;
      text += isUnstable ? "<" + field.text.str() + ">" : field.text.str();
    }
    result.emplace_back(line, text);
  }
  return result;
}

} // namespace loomp
