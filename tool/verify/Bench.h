//===- Bench.h - where versions of one program are built and run ----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// All versions of a program are built from the same sources but for the rewritten ones, and run
// under the same name, with the same arguments and input. A bench owns the folder in which this
// happens; nothing is left of it at its end.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_VERIFY_BENCH_H
#define LOOMP_TOOL_VERIFY_BENCH_H

#include "tool/ProgressLine.h"
#include "tool/verify/Build.h"
#include "tool/verify/Expectation.h"
#include "tool/verify/FileTree.h"
#include "tool/verify/FolderGuard.h"
#include "tool/verify/Process.h"
#include "tool/verify/Race.h"
#include "tool/verify/Verify.h"
#include "tool/verify/VerifyReport.h"

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace loomp {

/// Races of a program, or why they could not be looked for.
struct RaceCheck {
  std::vector<DataRace> races; ///< their places are those of the user's files
  unsigned threads = 0;
  std::string note;        ///< what limits the check; may be empty
  std::string problem;     ///< why nothing is known; empty if something is
  std::string diagnostics; ///< of the compiler, if the program does not build for the check
};

class Bench {
public:
  /// Reads standard input, unless it is a terminal, for all programs alike.
  Bench(const VerifyOptions &options, ProgressLine &progress);

  /// Why the bench cannot be used; empty if it can.
  const std::string &problem() const { return failure; }

  /// The signal that asked loomp to end, or 0. All functions return early once there is one.
  int interrupted() { return watch.received(); }

  /// Builds one version with one compiler into a folder of that name.
  BuildResult build(const ProgramSources &sources, BuildKind kind, const std::string &compiler,
                    llvm::StringRef name);

  /// One run; `outputName` names what it printed and wrote, until the name is used again.
  Outcome run(const Program &program, unsigned threads, const llvm::Twine &outputName);

  /// How texts are compared.
  ComparisonOptions comparison() const;

  /// Why no race check is possible on this machine; empty if one is.
  std::string prepareRaceCheck();

  /// Builds and runs the rewritten program under ThreadSanitizer; `prepareRaceCheck` comes first.
  RaceCheck checkRaces(const ProgramSources &sources, unsigned threads);

  const VerifyOptions &options;
  ProgressLine &progress;

private:
  BuildResult buildInCopy(const ProgramSources &sources, BuildKind kind,
                          const std::string &compiler, llvm::StringRef name);
  void checkOpenMP(BuildKind kind, BuildResult &result);
  void prepareRunFolder();
  void adoptTree(BuildResult &result, const std::string &place);
  WrittenFiles takeChanges(const Program &program, const llvm::Twine &name);

  SignalWatch watch; // outlives the folder: no signal can come between
  TemporaryFolder folder;
  std::string workingDirectory;
  FolderGuard guard;                     ///< of the working directory
  uint64_t memoryLimit = 0;              ///< bytes, for each program
  std::map<std::string, FileTree> trees; ///< in which programs run, by their path
  std::string runFolder;                 ///< of programs that have no build of their own
  std::string input;                     ///< the file that stands in for standard input
  std::string raceClang, archer;
  std::set<BuildKind> checkedKinds; ///< of a project's builds, by `checkOpenMP`
  std::string failure;
};

/// The numbers of threads that are tried: the user's, or powers of two up to the cores.
std::vector<unsigned> threadCounts(const VerifyOptions &options);

} // namespace loomp

#endif // LOOMP_TOOL_VERIFY_BENCH_H
