//===- UnstableTest.cpp - fields that differ from run to run --------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "test/unit/Checks.h"
#include "tool/verify/UnstableFields.h"

using namespace llvm;

namespace loomp {

static std::string fieldTexts(StringRef line) {
  std::string text;
  for (const Field &field : fieldsOf(line))
    text += "[" + field.text.str() + (field.isNumber ? "#]" : "]");
  return text;
}

static void testFields(Checks &checks) {
  EXPECT(fieldTexts("") == "[]");
  EXPECT(fieldTexts("pi = -3.14e-5,") == "[pi][=][-3.14e-5#][,][]");
  EXPECT(fieldTexts("took 1.5ms.") == "[took][1.5ms][.][]");
  EXPECT(fieldTexts("at 0x7ffd12, x1 a3f9") == "[at][0x7ffd12#][,][x1][a3f9][]");
  EXPECT(fieldTexts("12:30:05  ") == "[12#][:][30#][:][05#][]");
  EXPECT(fieldTexts("file.txt größe") == "[file.txt][größe][]");
}

/// Whether `actual` is accepted where `first` and `second` are serial runs.
static bool accepts(StringRef first, StringRef second, StringRef actual) {
  UnstableFields unstable;
  ComparisonOptions options;
  return !unstable.learn(first, second, options) &&
         !compareOutput(first, actual, options, unstable);
}

static bool isConfined(StringRef first, StringRef second) {
  return !UnstableFields().learn(first, second, {});
}

static void testMasks(Checks &checks) {
  EXPECT(accepts("t 1.5 s, n 3\n", "t 1.6 s, n 3\n", "t 12.25 s, n 3\n"));
  EXPECT(!accepts("t 1.5 s, n 3\n", "t 1.6 s, n 3\n", "t 1.5 s, n 4\n"));
  EXPECT(!accepts("t 1.5 s, n 3\n", "t 1.6 s, n 3\n", "t 1.5 min, n 3\n"));
  EXPECT(!accepts("t 1.5 s\n", "t 1.6 s\n", "t fast s\n"));
  EXPECT(!accepts("t 1.5 s\n", "t 1.6 s\n", "t 1.5 s x\n"));
  EXPECT(!accepts("t 1.5 s\n", "t 1.6 s\n", "t\n"));
  EXPECT(!accepts("t 1.5 s\n", "t 1.6 s\n", "t 1.5 s"));
  EXPECT(!accepts("t 1.5 s\n", "t 1.6 s\n", "t 1.5 s\nmore\n"));
  // Other lines keep the tolerance and nothing more.
  EXPECT(accepts("t 1\nx 2.5\n", "t 2\nx 2.5\n", "t 3\nx 2.50000000000001\n"));
  EXPECT(!accepts("t 1\nx 2.5\n", "t 2\nx 2.5\n", "t 3\nx 2.6\n"));
  // Columns move with the width of a field that is left out, and of no other.
  EXPECT(accepts("  9.5|  7|\n", " 10.5|  7|\n", "100.5|  7|\n"));
  EXPECT(accepts("9.5  |7|\n", "10.5 |7|\n", "100.5|7|\n"));
  EXPECT(!accepts("9.5  |7 |\n", "10.5 |7 |\n", "100.5|7|\n"));
  // Numbers that are the same up to rounding are stable.
  EXPECT(!accepts("x 1.0\n", "x 1.00000000000001\n", "x 2.0\n"));
}

static void testShapes(Checks &checks) {
  EXPECT(isConfined("a 1\nb 2\n", "a 3\nb 2\n"));
  EXPECT(isConfined("user ann\n", "user bob\n"));
  EXPECT(!isConfined("a\n", "a\nb\n"));
  EXPECT(!isConfined("a b\n", "a\n"));
  EXPECT(!isConfined("a+\n", "a-\n"));
  EXPECT(!isConfined("a 1", "a 1\n"));
  EXPECT(!isConfined("a 1\n", "a  1\n"));
}

static void testCoverage(Checks &checks) {
  auto coverage = [](StringRef first, StringRef second) {
    UnstableFields unstable;
    unstable.learn(first, second, {});
    return unstable.coverage(first);
  };
  Coverage one = coverage("n 100 t 1.5\nsum 7\n", "n 100 t 1.6\nsum 7\n");
  EXPECT(one.lines == 2 && one.unstableLines == 1 && one.numbers == 3 && one.unstableNumbers == 1);
  EXPECT(one.comparesSomething);
  // Labels, and blank lines, are nothing to rely on.
  EXPECT(!coverage("time 1.5 s\n\n", "time 1.6 s\n\n").comparesSomething);
  EXPECT(!coverage("", "").comparesSomething);
  EXPECT(coverage("time 1.5 of 2 s\n", "time 1.6 of 2 s\n").comparesSomething);

  UnstableFields unstable;
  unstable.learn("a\nt 1.5 s\n", "a\nt 1.6 s\n", {});
  auto marked = unstable.markedLines("a\nt 1.5 s\n", 3);
  EXPECT(marked.size() == 1 && marked[0].first == 2 && marked[0].second == "t <1.5> s");
}

void testUnstable(Checks &checks) {
  testFields(checks);
  testMasks(checks);
  testShapes(checks);
  testCoverage(checks);
}

} // namespace loomp
