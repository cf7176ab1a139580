//===- JobsTest.cpp - results as bytes, and the line of progress ----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "analyses/LoopResult.h"
#include "test/unit/Checks.h"
#include "tool/Archive.h"
#include "tool/ProgressLine.h"

using namespace llvm;

namespace loomp {

/// With something of every kind that a result is made of.
static TranslationUnitResult someResult() {
  LoopResult loop;
  loop.position = {"a b.cpp", 3, 5, 77};
  loop.verdict = Verdict::Serial;
  loop.parent = -1;
  loop.bodyCost = 0.1;
  loop.constantTrip = 1ull << 40;
  loop.namedInBody = {"x", "", "y"};
  loop.roles = {{.variable = "s", .kind = RoleKind::Reduction, .op = "+"}};
  loop.roles.front().induction.emplace().uses = {{{1, 2}, InductionUse::Becomes::After}};
  loop.assumptions = {{"no-alias", "text", DisjointRanges{{"a", "0", "n"}, {"b", "0", "n"}}},
                      {"value", "text", ValueCondition{"n > 0"}},
                      {"stated", "text", std::nullopt}};
  loop.asScan = {loop};
  Finding finding{.id = "race-reduction", .position = loop.position};
  finding.notes = {{loop.position, std::string("a\0b", 3)}};
  return {{loop, LoopResult()},
          {finding},
          {{"absent.cpp", "no such file or directory"}},
          {{"a.cpp", {"rest", "begin"}}}};
}

static void testBytes(Checks &checks) {
  const std::string bytes = toBytes(someResult());
  TranslationUnitResult read;
  EXPECT(fromBytes(bytes, read));
  EXPECT(toBytes(read) == bytes);
  EXPECT(read.loops.size() == 2 && read.loops[0].asScan.size() == 1);
  EXPECT(read.loops[0].asScan[0].position.file == "a b.cpp");
  EXPECT(read.loops[0].constantTrip == 1ull << 40 && read.loops[0].bodyCost == 0.1);
  EXPECT(read.loops[0].namedInBody == std::set<std::string>({"", "x", "y"}));
  EXPECT(read.loops[0].roles[0].induction->uses[0].becomes == InductionUse::Becomes::After);
  const auto *condition = std::get_if<ValueCondition>(&*read.loops[0].assumptions[1].check);
  EXPECT(condition && condition->text == "n > 0");
  EXPECT(!read.loops[0].assumptions[2].check);
  EXPECT(read.findings[0].notes[0].second.size() == 3);
  EXPECT(read.errors[0].file == "absent.cpp");

  // One member is enough to tell two results apart, wherever it stands.
  read.loops[0].asScan[0].roles[0].op = "*";
  EXPECT(toBytes(read) != bytes);
}

/// A worker may die while it sends.
static void testIncompleteBytes(Checks &checks) {
  const std::string bytes = toBytes(someResult());
  unsigned accepted = 0;
  for (size_t size = 0; size < bytes.size(); ++size) {
    TranslationUnitResult read;
    accepted += fromBytes(StringRef(bytes).take_front(size), read);
  }
  EXPECT(accepted == 0);
  TranslationUnitResult read;
  EXPECT(!fromBytes(bytes + "x", read));
  EXPECT(!fromBytes(std::string(64, '\xff'), read)); // a size that nothing has
}

static void testProgress(Checks &checks) {
  EXPECT(progressLine(0, 300, "", 5, 80) == "[  0/300]");
  EXPECT(progressLine(12, 300, "src/a.cpp", 4, 80) == "[ 12/300] src/a.cpp  1:36 left");
  EXPECT(progressLine(1, 3, "a.cpp", 3600.2, 80) == "[1/3] a.cpp  2:00:01 left");
  EXPECT(progressLine(3, 3, "a.cpp", 10, 80) == "[3/3] a.cpp  0:00 left");
  // As wide as the terminal, but for the last column; a character is not cut.
  EXPECT(progressLine(1, 3, "folder/a.cpp", 1, 26) == "[1/3] ...a.cpp  0:02 left");
  EXPECT(progressLine(1, 3, "folder/\u00fc.cpp", 1, 26) == "[1/3] ...\u00fc.cpp  0:02 left");
  EXPECT(progressLine(1, 3, "folder/a.cpp", 1, 10) == "[1/3]  0:02 left");
  EXPECT(progressLine(1, 3, "folder/a.cpp", 1, 0) == "[1/3] folder/a.cpp  0:02 left");
}

} // namespace loomp

int main() {
  loomp::Checks checks;
  loomp::testBytes(checks);
  loomp::testIncompleteBytes(checks);
  loomp::testProgress(checks);
  return checks.failed ? 1 : 0;
}
