//===- BruteForcePrograms.cpp - verdicts on tiny programs, run ------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Programs are analysed a hundred at a time; every loop of theirs is then run on many inputs.
//   parallel   in another order, with fresh copies of what has a role, whenever its checks at run
//              time pass: no two iterations touch one element, one of them writing, and the
//              program computes what it computes serially
//   serial     some input makes iterations depend on each other as a proven blocker says
// The two categories differ in what the programs do: scalars under conditions, or arrays at
// addresses so close that they may overlap.
//
//===----------------------------------------------------------------------===//

#include "test/unit/BruteForceProgram.h"

#include "analyses/Analyze.h"

#include "clang/Tooling/Tooling.h"

#include <algorithm>

namespace loomp::brute {

namespace {
struct Case {
  std::uint64_t seed = 0;
  Program program;
  std::string text;
};

/// One loop of one program, and what the analysis says.
struct Question {
  Tally &tally;
  const Case &asked;
  const Node &loop;
  const LoopResult &answer;

  void differ(const std::string &what, const Memory &input) const {
    std::string values;
    for (int each : {N, M})
      values += std::string(values.empty() ? "" : ", ") + VariableNames[each] + "=" +
                std::to_string(input.variables[each]);
    values += ", b - a = " + std::to_string(input.bases[1] - input.bases[0]);
    std::string roles;
    for (const Role &role : answer.roles)
      roles += " " + role.variable + ":" + std::to_string(static_cast<int>(role.kind)) + role.op;
    for (const Assumption &assumption : answer.assumptions)
      if (const auto *ranges =
              assumption.check ? std::get_if<DisjointRanges>(&*assumption.check) : nullptr)
        roles += " " + ranges->first.pointer + "[" + ranges->first.low + ", " + ranges->first.high +
                 ") " + ranges->second.pointer + "[" + ranges->second.low + ", " +
                 ranges->second.high + ")";
    for (const Blocker &blocker : answer.blockers)
      roles += " " + blocker.reason + (blocker.proven ? " proven on " : " on ") + blocker.object;
    tally.difference(asked.seed, what,
                     "  loop over '" + std::string(1, VariableNames[loop.number]) + "' with " +
                         values + ";" + roles + "\n" + asked.text);
  }
};
} // namespace

static Memory drawInput(Random &random, bool hasPointers) {
  Memory input;
  input.variables[N] = random.in(-1, 6);
  input.variables[M] = random.in(-2, 6);
  for (long &cell : input.cells)
    cell = random.in(-2, 3);
  input.bases = {500, 100};
  if (hasPointers)
    input.bases[1] = 500 + (random.chance(75) ? random.in(-12, 12) : random.in(-60, 60));
  return input;
}

/// Runs the loop as the verdict allows. False after a difference.
static bool tryParallel(const Question &question, Random &random, unsigned inputs) {
  const Program &program = question.asked.program;
  for (unsigned number = 0; number < inputs; ++number) {
    Memory input = drawInput(random, program.hasPointers), serial = input, parallel = input;
    Events ignored, events;
    long expected = runSerially(program, serial, nullptr, ignored);
    long poison = random.chance(50) ? 1000003 : -777;
    long actual = runInParallel(program, parallel, question.loop, question.answer,
                                random.chance(50), poison, events);
    if (ignored.isOutside || events.isOutside)
      continue;
    if (events.isUnreadable) {
      question.tally.note("plans not read");
      return true;
    }
    if (events.checkedRuns)
      question.tally.note(events.checkedApart ? "checks passed" : "checks failed");
    if (events.isRace)
      question.differ("parallel, but iterations touch the same element", input);
    else if (expected != actual || serial.cells != parallel.cells)
      question.differ("parallel, but computes something else", input);
    else
      continue;
    return false;
  }
  return true;
}

/// Looks for an input on which a proven blocker's dependence happens.
static void trySerial(const Question &question, Random &random) {
  const Program &program = question.asked.program;
  std::set<std::pair<char, std::string>> claimed;
  for (const Blocker &blocker : question.answer.blockers)
    for (const std::string kind : {"flow", "anti", "output"})
      if (blocker.proven && blocker.reason == "carried-" + kind + "-dependence")
        claimed.insert({blocker.object[0], kind});
  if (claimed.empty()) {
    question.tally.note("proven for another reason");
    return;
  }
  // A scalar that every iteration writes before it reads it holds back no one.
  bool needsValue = std::all_of(claimed.begin(), claimed.end(), [](const auto &each) {
    return each.first != 'a' && each.first != 'b' && each.second == "flow";
  });
  Memory input;
  Events events;
  constexpr int low = -8, high = 20, range = high - low + 1;
  for (int number = 0; number < 2 * range * range && (!claimed.empty() || needsValue); ++number) {
    input = drawInput(random, program.hasPointers);
    // Likely values first, then all in a range that proofs with small coefficients need.
    if (number >= 100) {
      input.variables[N] = low + number % range;
      input.variables[M] = low + number / range % range;
    }
    Memory memory = input;
    runSerially(program, memory, &question.loop, events);
    for (const auto &each : events.carried) {
      claimed.erase(each);
      needsValue &= each.second != "value";
    }
  }
  if (claimed.empty() && needsValue)
    question.differ("proven flow dependence on a scalar, but no value flows", input);
  if (!claimed.empty())
    question.differ("proven " + claimed.begin()->second + " dependence that no input shows", input);
}

/// Did no input show any dependence between iterations?
static bool seemsIndependent(const Question &question, Random &random) {
  Events events;
  for (unsigned number = 0; number < 20; ++number) {
    Memory memory = drawInput(random, question.asked.program.hasPointers);
    runSerially(question.asked.program, memory, &question.loop, events);
  }
  return events.carried.empty();
}

static void ask(const Question &question) {
  Random random(question.asked.seed + 17);
  switch (question.answer.verdict) {
  case Verdict::Parallel: {
    question.tally.answer("parallel");
    for (const Role &role : question.answer.roles)
      if (!role.declaredInLoop && role.kind != RoleKind::Index)
        question.tally.note(role.kind == RoleKind::Reduction     ? "reductions"
                            : role.kind == RoleKind::LastPrivate ? "lastprivate"
                            : role.kind == RoleKind::Private     ? "private"
                                                                 : "inductions");
    tryParallel(question, random, question.asked.program.hasPointers ? 40 : 16);
    return;
  }
  case Verdict::Serial:
    question.tally.answer("serial");
    trySerial(question, random);
    return;
  default:
    question.tally.answer("unknown");
    if (seemsIndependent(question, random))
      question.tally.note("unknown without a dependence");
  }
}

static void compareBatch(Tally &tally, std::vector<Case> &batch, bool hasPointers) {
  std::string extent = batch.front().program.extent > 0 ? "1024" : "";
  std::string source = hasPointers ? "" : "extern int a[" + extent + "], b[" + extent + "];\n";
  unsigned line = hasPointers ? 1 : 2;
  for (size_t number = 0; number < batch.size(); ++number) {
    batch[number].text = print(batch[number].program, "f" + std::to_string(number), line);
    source += batch[number].text;
  }
  auto unit = clang::tooling::buildASTFromCodeWithArgs(source, {"-std=c++20", "-w", "-fopenmp"},
                                                       "case.cpp");
  if (!unit || unit->getDiagnostics().hasErrorOccurred()) {
    tally.difference(batch.front().seed, "the programs do not compile", source);
    tally.answer("not compiled");
    return;
  }
  TranslationUnitResult result = analyze(unit->getASTContext(), {});
  std::map<unsigned, const LoopResult *> byLine;
  for (const LoopResult &loop : result.loops)
    byLine[loop.position.line] = &loop;
  for (const Case &each : batch)
    for (const Node *loop : loopsOf(each.program)) {
      auto answer = byLine.find(loop->line);
      if (answer == byLine.end()) {
        tally.answer("not answered");
        tally.difference(each.seed, "a loop without an answer", each.text);
        continue;
      }
      ask({tally, each, *loop, *answer->second});
    }
}

static void comparePrograms(Tally &tally, std::uint64_t seed, std::uint64_t cases,
                            bool hasPointers) {
  while (tally.cases() < cases) {
    std::vector<Case> batch;
    size_t size = std::clamp<size_t>(cases - tally.cases(), 1, 100);
    bool hasExtent = !hasPointers && tally.cases() / 100 % 2 == 0;
    for (; batch.size() < size; ++seed) {
      Random random(seed);
      batch.push_back({.seed = seed, .program = drawProgram(random, hasPointers)});
      batch.back().program.extent = hasExtent ? 1024 : 0;
    }
    compareBatch(tally, batch, hasPointers);
  }
}

void compareScalars(Tally &tally, std::uint64_t seed, std::uint64_t cases) {
  comparePrograms(tally, seed, cases, false);
}

void compareRanges(Tally &tally, std::uint64_t seed, std::uint64_t cases) {
  comparePrograms(tally, seed, cases, true);
}

} // namespace loomp::brute
