//===- CompareOutput.cpp - is this the same output, up to rounding --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Walks both texts side by side. Where both have a number, in the middle of a word or not, the
// values are compared; everywhere else the bytes must be the same:
//
//   pi=3.14159265358979,  and  pi=3.14159265358980,   the same at 1e-9
//   step 9:    0.99995    and  step 9:   10.00001     differ in their values, not in their padding
//
// All NaNs are equal, whatever sign the processor gave them; an infinity equals itself. Zero equals
// only zero: a relative tolerance has no notion of "small", and a guess would hide wrong results.
//
//===----------------------------------------------------------------------===//

#include "tool/verify/CompareOutput.h"

#include "tool/verify/UnstableFields.h"

#include "llvm/ADT/StringExtras.h"

#include <algorithm>
#include <charconv>
#include <cmath>

using namespace llvm;

namespace loomp {

static const char EndOfOutput[] = "<end of output>";
static const char NoNewline[] = "<no newline at the end>";

static std::optional<size_t> differingColumn(StringRef expected, StringRef actual,
                                             const ComparisonOptions &options);

std::optional<OutputDifference> compareOutput(StringRef expected, StringRef actual,
                                              const ComparisonOptions &options) {
  return compareOutput(expected, actual, options, UnstableFields());
}

std::optional<OutputDifference> compareOutput(StringRef expected, StringRef actual,
                                              const ComparisonOptions &options,
                                              const UnstableFields &unstable) {
  if (expected == actual)
    return std::nullopt;
  for (unsigned line = 1;; ++line) {
    if (expected.empty() && actual.empty())
      return std::nullopt;
    auto [expectedLine, expectedRest] = expected.split('\n');
    auto [actualLine, actualRest] = actual.split('\n');
    if (expected.empty())
      return OutputDifference{line, 1, EndOfOutput, actualLine.str()};
    if (actual.empty())
      return OutputDifference{line, 1, expectedLine.str(), EndOfOutput};
    if (std::optional<size_t> column =
            unstable.isStable(line) ? differingColumn(expectedLine, actualLine, options)
                                    : unstable.compareLine(line, expectedLine, actualLine, options))
      return OutputDifference{line, unsigned(*column) + 1, expectedLine.str(), actualLine.str()};

    bool expectedEnds = expectedLine.size() == expected.size();
    bool actualEnds = actualLine.size() == actual.size();
    if (expectedEnds != actualEnds) {
      OutputDifference difference{line, unsigned(expectedLine.size()) + 1, expectedLine.str(),
                                  actualLine.str()};
      (expectedEnds ? difference.expected : difference.actual) += NoNewline;
      return difference;
    }
    expected = expectedRest;
    actual = actualRest;
  }
}

//===----------------------------------------------------------------------===//
// Numbers
//===----------------------------------------------------------------------===//

namespace {
struct Number {
  size_t length = 0; ///< in bytes; 0 if there is no number
  double value = 0;
  bool isInteger = false;
};
} // namespace

/// Length of the word `nan`, `inf` or `infinity` that `text` begins with.
static size_t wordLength(StringRef text, double &value) {
  size_t length = text.take_while(isAlpha).size();
  StringRef word = text.take_front(length);
  if (text.size() > length && (isDigit(text[length]) || text[length] == '_'))
    return 0;
  if (word.equals_insensitive("nan"))
    value = std::nan("");
  else if (word.equals_insensitive("inf") || word.equals_insensitive("infinity"))
    value = HUGE_VAL;
  else
    return 0;
  return length;
}

/// The number that starts at `position`, with its sign.
static Number numberAt(StringRef line, size_t position) {
  StringRef text = line.drop_front(position);
  bool negative = text.starts_with("-");
  size_t sign = negative || text.starts_with("+");
  StringRef digits = text.drop_front(sign);

  Number number;
  bool afterWord = position > 0 && (isAlnum(line[position - 1]) || line[position - 1] == '_');
  if (!digits.empty() && isAlpha(digits[0])) {
    size_t length = afterWord && !sign ? 0 : wordLength(digits, number.value);
    number.length = length ? sign + length : 0;
  } else {
    const char *end = digits.data() + digits.size();
    if (digits.empty() ||
        !(isDigit(digits[0]) || (digits[0] == '.' && digits.size() > 1 && isDigit(digits[1]))))
      return number;
    // `12e7` is part of a checksum or a name: what prints numbers writes `1.2e+08`.
    StringRef mantissa = digits.take_while(isDigit);
    StringRef exponent = digits.drop_front(mantissa.size());
    if (exponent.size() > 1 && toLower(exponent[0]) == 'e' && isDigit(exponent[1]))
      end = mantissa.end();
    auto [rest, error] = std::from_chars(digits.data(), end, number.value);
    // Out of the range of a double: left to the comparison of the bytes.
    if (error != std::errc())
      return number;
    size_t length = size_t(rest - digits.data());
    number.isInteger = digits.take_front(length).find_first_not_of("0123456789") == StringRef::npos;
    number.length = sign + length;
  }
  if (negative)
    number.value = -number.value;
  return number;
}

static bool closeEnough(double expected, double actual, double tolerance) {
  if (std::isnan(expected) || std::isnan(actual))
    return std::isnan(expected) && std::isnan(actual);
  if (expected == actual)
    return true;
  if (std::isinf(expected) || std::isinf(actual))
    return false;
  return std::fabs(expected - actual) <=
         tolerance * std::max(std::fabs(expected), std::fabs(actual));
}

/// Digits of an integer without sign and leading zeros, to compare more than a double can hold.
static StringRef significantDigits(StringRef text) {
  StringRef digits = text.ltrim("+-").ltrim('0');
  return digits;
}

static bool sameNumber(const Number &expected, StringRef expectedText, const Number &actual,
                       StringRef actualText, const ComparisonOptions &options) {
  if (options.exactIntegers && expected.isInteger && actual.isInteger) {
    StringRef digits = significantDigits(expectedText);
    return digits == significantDigits(actualText) &&
           (digits.empty() || expectedText.starts_with("-") == actualText.starts_with("-"));
  }
  return closeEnough(expected.value, actual.value, options.tolerance);
}

static size_t blanksAt(StringRef line, size_t position) {
  return line.drop_front(position).take_while([](char c) { return c == ' '; }).size();
}

/// The first column, from 0, at which two lines differ.
static std::optional<size_t> differingColumn(StringRef expected, StringRef actual,
                                             const ComparisonOptions &options) {
  size_t e = 0, a = 0;
  while (e < expected.size() || a < actual.size()) {
    // A right-aligned number has fewer blanks before it when it has more characters.
    size_t expectedBlanks = blanksAt(expected, e), actualBlanks = blanksAt(actual, a);
    size_t numberE = e + expectedBlanks, numberA = a + actualBlanks;
    Number left = numberAt(expected, numberE), right = numberAt(actual, numberA);
    if (left.length && right.length) {
      if (expectedBlanks != actualBlanks &&
          expectedBlanks + left.length != actualBlanks + right.length)
        return e;
      if (!sameNumber(left, expected.substr(numberE, left.length), right,
                      actual.substr(numberA, right.length), options))
        return numberE;
      e = numberE + left.length;
      a = numberA + right.length;
      continue;
    }
    if (e == expected.size() || a == actual.size() || expected[e] != actual[a])
      return e;
    ++e, ++a;
  }
  return std::nullopt;
}

bool sameText(StringRef expected, StringRef actual, const ComparisonOptions &options) {
  return !differingColumn(expected, actual, options);
}

std::vector<Field> fieldsOf(StringRef line) {
  auto isWordByte = [](char c) { return isAlnum(c) || c == '_' || (c & 0x80); };
  std::vector<Field> fields;
  size_t position = 0;
  while (position <= line.size()) {
    Field field;
    field.blanks =
        line.drop_front(position).take_while([](char c) { return c == ' ' || c == '\t'; });
    size_t begin = position + field.blanks.size(), end = begin;
    if (size_t number = begin < line.size() ? numberAt(line, begin).length : 0) {
      end += number;
      field.isNumber = true;
    }
    StringRef rest = line.drop_front(end);
    size_t word = 0;
    while (word < rest.size() &&
           (isWordByte(rest[word]) || (rest[word] == '.' && end + word > begin &&
                                       word + 1 < rest.size() && isWordByte(rest[word + 1]))))
      ++word;
    bool isHexadecimal = line.drop_front(begin).starts_with("0x");
    field.isNumber &= word == 0 || isHexadecimal;
    field.isWord = end + word > begin;
    end = std::min(field.isWord ? end + word : begin + 1, line.size());
    field.text = line.slice(begin, end);
    fields.push_back(field);
    if (begin == line.size())
      break;
    position = end;
  }
  return fields;
}

std::string printableLine(StringRef line, unsigned column, unsigned width) {
  size_t begin = column > width / 2 && line.size() > width ? column - width / 2 : 0;
  StringRef shown = line.substr(begin, width);
  std::string result = begin ? "..." : "";
  for (char c : shown) {
    unsigned char byte = static_cast<unsigned char>(c);
    if (c == '\t')
      result += "\\t";
    else if (byte < 0x20 || byte == 0x7f)
      result += "\\x" + utohexstr(byte, /*LowerCase=*/true, /*Width=*/2);
    else
      result += c;
  }
  if (begin + shown.size() < line.size())
    result += "...";
  return result;
}

} // namespace loomp
