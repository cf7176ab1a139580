//===- FormFacts.h - facts that only some forms of a loop need ------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Parts of LoopResult, plain data as all of it.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_FORMFACTS_H
#define LOOMP_ANALYSES_FORMFACTS_H

#include "analyses/TextRange.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace loomp {

/// A canonical header in which an integer counts. See NestText.cpp.
struct CountingHeader {
  unsigned indexBits = 0; ///< of the type of the index
  unsigned longBits = 0;  ///< of `long`, in which g++ counts what it hands out on demand
  /// Of so many loops around it, from the innermost one, the body is this loop alone, and the
  /// header means the same in all of their iterations.
  unsigned levels = 0;
  std::string whyNotMore; ///< one phrase; empty if there is no further loop around it
  /// The body writes elements that may be, as far as types tell, what threads keep their count in.
  bool writesLikeIndex = false;
  bool operator==(const CountingHeader &) const = default;
};

/// A parameter that grows by the same number from one iteration to the next.
struct LinearParameter {
  std::string name;
  std::int64_t step = 1;
  bool operator==(const LinearParameter &) const = default;
};

/// A function that the loop calls, of which there can be a version for lanes. See LaneText.cpp.
struct LaneFunction {
  unsigned offset = 0; ///< where its directive goes
  std::string name;
  bool isUnconditional = false;     ///< every iteration makes all of the calls
  std::vector<std::string> uniform; ///< parameters that get the same value in all iterations
  std::vector<LinearParameter> linear;
  bool operator==(const LaneFunction &) const = default;
};

/// A function that the loop calls, directly or not, and that can be declared one of a device.
struct DeviceFunction {
  TextRange definition;
  bool operator==(const DeviceFunction &) const = default;
};

/// One of the statements that run as sections or tasks. See Sections.cpp.
struct SectionStatement {
  TextRange range;      ///< with its `;`
  unsigned section = 0; ///< number of the section or task that runs it; 0: in front of all
  bool isDeclaration = false;
  std::vector<std::string> names; ///< that it declares further up than it stands
  /// It declares this variable, which others need: `type name;` stands in front, and the section
  /// assigns `value`.
  std::string declaredName, type;
  TextRange value;
  /// A constant: that variable gets another name, and `declaration` stands behind the region.
  bool isConstant = false;
  TextRange declaration;       ///< up to its initial value
  bool isNeededInside = false; ///< the section itself names the constant again
  bool isNeededBehind = false; ///< and what stands behind the region does
  bool operator==(const SectionStatement &) const = default;
};

/// One of several tasks that wait for each other, and what its `depend` clauses list. See
/// TaskGraph.cpp.
struct DependentTask {
  std::vector<std::string> in, out, inout; ///< variables; of a constant its name
  /// Earlier tasks, numbered from 0, that it is ordered behind by a token of theirs.
  std::vector<unsigned> after;
  /// Statements, numbered from 0, that other tasks run and that declare constants which it names.
  std::vector<unsigned> constants;
  bool operator==(const DependentTask &) const = default;
};

/// A line of a pass over the iterations that comes in front of the loop.
struct PassLine {
  unsigned depth = 0; ///< of the blocks around it
  std::string text;
  /// Instead: here the variable with this number is moved.
  std::optional<unsigned> moved = std::nullopt;
  bool operator==(const PassLine &) const = default;
};

/// A call `v.push_back(e)`, which becomes `v[k++] = e`.
struct AppendCall {
  TextRange front; ///< up to e
  TextRange back;  ///< behind e
  bool operator==(const AppendCall &) const = default;
};

/// A variable of which the iterations use what they have added up so far, or a vector that some of
/// them append to.
struct ScannedVariable {
  std::string variable, type;  ///< of a vector: the type of its size
  std::string op;              ///< + * & | ^ max min
  std::string neutral;         ///< what a block starts with; empty: the variable itself
  std::vector<TextRange> uses; ///< where the loop names it; of a vector: none
  /// Some iterations move it only, by `step`. See Compaction.cpp.
  std::int64_t step = 1;
  std::optional<AppendCall> append; ///< set for a vector
  bool operator==(const ScannedVariable &) const = default;
};

/// How two passes can run the iterations. See Scan.cpp.
struct ScanForm {
  std::vector<ScannedVariable> variables;
  // Of the one variable that every iteration updates:
  TextRange update;                    ///< without its semicolon
  std::vector<TextRange> usesInUpdate; ///< where the update names the variable
  // Of those that some iterations move: what a first pass runs to count them.
  std::vector<PassLine> firstPass;
  bool operator==(const ScanForm &) const = default;
};

/// A member of an object that iterations update with one operator, of which 0 is the identity.
struct MemberSum {
  std::string member;
  std::string op; ///< + | ^
  bool operator==(const MemberSum &) const = default;
};

} // namespace loomp

#endif // LOOMP_ANALYSES_FORMFACTS_H
