//===- Race.h - look for data races with ThreadSanitizer and Archer -------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_VERIFY_RACE_H
#define LOOMP_TOOL_VERIFY_RACE_H

#include "tool/verify/Build.h"
#include "tool/verify/Process.h"

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace loomp {

struct RacePlace {
  std::string file;
  unsigned line = 0; ///< 0 if the compiler left none
  unsigned column = 0;
};

/// Two accesses of different threads to the same memory, one of them a write.
struct DataRace {
  RacePlace place, previous;
  std::string access, previousAccess; ///< `write`, `read`, `atomic write`, ...
  std::string sourceLine;             ///< text at `place`, as rewritten
};

/// Reads ThreadSanitizer's reports. Each access stands at the innermost frame in a file that
/// `isUserFile` accepts; races between the same two lines are given once.
std::vector<DataRace> parseRaceReports(llvm::StringRef log,
                                       llvm::function_ref<bool(llvm::StringRef)> isUserFile);

/// For every line of `rewritten`, the line of `original` that it was or that it stands before.
std::vector<unsigned> originalLines(llvm::StringRef original, llvm::StringRef rewritten);

/// The Clang that builds for ThreadSanitizer: the user's own compiler if it is one. Empty if none.
std::string clangForRaces(const std::string &compiler);

/// The path of the OpenMP tool that belongs to `clang` (a path), or empty.
std::string findArcher(const std::string &clang, const std::string &folder, SignalWatch &watch);

struct RaceRequest {
  Program program;
  std::string input;
  std::string archer;
  std::string clang;  ///< its folder also has the symbolizer
  std::string folder; ///< for the logs
  unsigned threads = 2;
  double timeLimit = 0;
  uint64_t memoryLimit = 0;
  int guard = -1;
};

struct RaceRun {
  std::string log;          ///< ThreadSanitizer's reports
  std::string problem;      ///< why the log says nothing; empty if it does
  bool sawParallel = false; ///< OpenMP was used at all
  bool interrupted = false;
};

RaceRun runForRaces(const RaceRequest &request, SignalWatch &watch);

} // namespace loomp

#endif // LOOMP_TOOL_VERIFY_RACE_H
