//===- Pragma.h - the text of OpenMP directives ---------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_REWRITERS_PRAGMA_H
#define LOOMP_REWRITERS_PRAGMA_H

#include "analyses/LoopResult.h"

#include "llvm/ADT/StringRef.h"

#include <map>
#include <string>
#include <vector>

namespace loomp {

/// What a directive needs to know beyond the roles of the loop's variables.
struct DirectiveClauses {
  std::string schedule;                ///< `dynamic, 16`; empty: the default
  std::vector<std::string> conditions; ///< conjuncts of the `if` clause
  /// Pointers that clauses name in the place of a variable.
  std::map<std::string, std::string> pointers = {};
  size_t collapse = 1;                  ///< how many nested loops the directive is for
  std::vector<std::string> linear = {}; ///< variables with steps, `k : 2`, which lanes move
};

/// `map(to : x[0:n], y)`
struct MapClause {
  std::string direction; ///< `to`, `from`, `tofrom`
  std::vector<std::string> items;
};

/// The directive of a loop that a device runs: `target teams loop`, or what `name` says.
std::string targetDirective(const LoopResult &loop, const DirectiveClauses &clauses,
                            const std::string &name, const std::vector<MapClause> &maps);

/// Keeps data on the device for the statement behind it, where all conditions hold.
std::string targetDataDirective(const std::vector<MapClause> &maps,
                                const std::vector<std::string> &conditions);

/// `#pragma omp parallel for` and its clauses, on one line; `#pragma omp parallel` if the threads
/// merge results after the loop.
std::string parallelForDirective(const LoopResult &loop, const DirectiveClauses &clauses);

/// `#pragma omp parallel` with the clauses of a loop that each thread runs its part of.
std::string spmdDirective(const LoopResult &loop, const DirectiveClauses &clauses);

/// `#pragma omp parallel for` for a loop over blocks of the iterations. `onlyCounts`: what they
/// reduce is left to another such loop.
std::string blocksDirective(const LoopResult &loop, const DirectiveClauses &clauses,
                            bool onlyCounts);

/// `#pragma omp simd` and its clauses, on one line.
std::string simdDirective(const LoopResult &loop, const DirectiveClauses &clauses);

/// `#pragma omp parallel for simd` and its clauses, on one line. `checks`: a condition asks for
/// overlaps, without which lanes, too, would be wrong.
std::string parallelForSimdDirective(const LoopResult &loop, const DirectiveClauses &clauses,
                                     bool checks);

/// `#pragma omp parallel master taskloop` and its clauses, on one line.
std::string taskLoopDirective(const LoopResult &loop, const DirectiveClauses &clauses);

/// A variable of a clause `linear`, which each iteration moves by `step`.
std::string linearItem(const std::string &variable, const std::string &step);

/// The directive above a function that lanes call.
std::string declareSimdDirective(const LaneFunction &function);

/// What stands around a function that is one of a device, too.
std::string declareTargetDirective();
std::string endDeclareTargetDirective();

/// For a loop within a region that gives threads results of their own: the directive of the loop.
std::string worksharingDirective(const LoopResult &loop, const DirectiveClauses &clauses);

/// `#pragma omp task` with its lists of variables; either may be empty.
std::string taskDirective(const std::vector<std::string> &shared,
                          const std::vector<std::string> &firstPrivate);
/// `#pragma omp task` that waits for those before it which list one of the same variables.
std::string dependentTaskDirective(const std::vector<std::string> &in,
                                   const std::vector<std::string> &out,
                                   const std::vector<std::string> &inout);
/// `#pragma omp task` for an iteration of a loop, with what its roles ask for. `isOrphaned`:
/// variables of the function are not shared by any region around it.
std::string taskLoopDirective(const std::vector<Role> &roles,
                              const std::vector<std::string> &firstPrivate,
                              bool isOrphaned = false);
/// The group of these tasks, if they have reductions or it `isNeeded`; else empty.
std::string taskgroupDirective(const std::vector<Role> &roles, bool isNeeded = false);
/// Waits for the tasks that the same code has made.
std::string taskwaitDirective();
/// Starts a team, where `condition` (may be empty) holds, for what one of its threads runs.
std::string parallelDirective(const std::string &condition);
std::string singleDirective();
std::string barrierDirective();
/// Starts a team whose threads run the sections of a block, each marked by the second one.
std::string parallelSectionsDirective();
std::string sectionDirective();

/// Declares sums of objects of the role's class as reductions.
std::string declareSumDirective(const Role &role, bool isEarly);

/// The directive above a statement that one thread at a time runs.
std::string criticalDirective();

/// The directive above a statement `x += e` or a spelling of it.
std::string atomicDirective();
/// The same above `if (x > value) { x = value; }` (OpenMP 5.1).
std::string atomicCompareDirective();

/// The directive as it stands in the file: lines of at most 100 columns, continued by backslashes.
std::string layOutDirective(llvm::StringRef directive, llvm::StringRef indent,
                            llvm::StringRef lineEnding);

/// Whether two directives differ at most in blanks and continuation lines.
bool isSameDirective(llvm::StringRef left, llvm::StringRef right);

/// The rewritten text with iterations dealt out one by one where `fix` wrote a directive without a
/// schedule. Iterations that are neighbours then run on different threads at about the same time;
/// with one chunk for each thread ThreadSanitizer has forgotten the one when it sees the other.
std::string spreadIterations(llvm::StringRef original, llvm::StringRef rewritten);

/// One clause, e.g. `reduction(+ : sum)`.
std::string clauseText(const MissingClause &clause);

/// The directive in few words, e.g. `parallel for reduction(+ : sum)`: without the condition under
/// which it runs in parallel, which may be long.
std::string shortDirective(llvm::StringRef directive);

} // namespace loomp

#endif // LOOMP_REWRITERS_PRAGMA_H
