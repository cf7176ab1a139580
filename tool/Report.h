//===- Report.h - everything that is said about one run -------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_REPORT_H
#define LOOMP_TOOL_REPORT_H

#include "rewriters/Plan.h"
#include "tool/Fingerprint.h"
#include "tool/Gain.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace loomp {

struct Options;

/// What `fix --verified` saw of one rewrite.
struct Measured {
  enum class End { Kept, DoesNotCompile, Differs, Races, Slower };
  End end = End::Kept;
  std::string message;           ///< why it was rolled back
  std::optional<double> speedup; ///< of the whole program, against all other rewrites without it
  unsigned threads = 0;          ///< with which that was measured
};

/// The word for it in every report.
llvm::StringRef endName(Measured::End end);

/// Why nothing is said of a finding but in SARIF.
enum class LeftOut { InBaseline, NotAsked };

/// The results of all files of one run. A loop of a header that several files include stands here
/// once, with the worst of its verdicts.
struct Report {
  TranslationUnitResult result;
  std::vector<Plan> plans;                  ///< one per loop
  std::map<std::string, std::string> texts; ///< content of each file, as analysed
  std::vector<std::string> files;           ///< every file named in a loop, in order
  bool lacksOpenMP = false;                 ///< some file is built without OpenMP
  std::map<size_t, Measured> measured;      ///< by loop; of `fix --verified`
  bool onlyStatusCompared = false;          ///< there was no output to compare
  std::optional<double> wholeSpeedup; ///< of the program that it leaves, against the serial one
  unsigned wholeThreads = 0;          ///< with which that was measured
  std::map<size_t, Gain> gains;       ///< by loop; of those that `fix` would rewrite
  /// One per loop, if anything asks for fingerprints; else empty.
  std::vector<LoopIdentity> identities;
  std::map<size_t, LeftOut> leftOutLoops, leftOutFindings;

  // What finds a loop again that another file has brought already.
  std::map<std::string, std::string> spellings; ///< of files, by canonical path
  /// By file, offset, and whether it is of statements, the first of which may be a loop.
  std::map<std::tuple<std::string, unsigned, bool>, size_t> loopsAt;
};

/// Adds what the analysis of one more file says.
void mergeResult(Report &report, TranslationUnitResult result,
                 std::map<std::string, std::string> texts);

/// Identifies loops if the options need that, applies `--line-filter` and NOLINT comments, and
/// decides for all loops together which of them are rewritten, and how.
void planReport(Report &report, const Options &options);

/// The options that say how loops are rewritten.
PlanOptions planOptions(const Options &options);

/// The slug and the line that stand for the loop as a whole.
struct Headline {
  std::string slug, message;
  bool isWarning = false;
};
Headline headlineOf(const LoopResult &loop, const Plan &plan);

/// The blocker that the headline speaks of: the first proven one, else the first. Null if none.
const Blocker *mainBlocker(const LoopResult &loop);

/// `fix` rewrites this loop.
bool isRewritten(const LoopResult &loop, const Plan &plan);

void printText(llvm::raw_ostream &out, const Report &report, const Options &options, bool color);
void printJson(llvm::raw_ostream &out, const Report &report);
/// The word for a role in every report.
llvm::StringRef roleName(RoleKind kind);
/// The output of a run that ended before there were results, in the format of the options. Text has
/// none.
void printError(llvm::raw_ostream &out, const Options &options, const std::string &file,
                const std::string &message);
/// Results and errors in SARIF 2.1.0.
void printSarif(llvm::raw_ostream &out, const Report &report, const Options &options);
/// Results and errors as commands that a runner of GitHub turns into annotations.
void printGitHub(llvm::raw_ostream &out, const Report &report, const Options &options);
/// Whether the error is one of a file, rather than of the run.
bool isOfFile(const InputError &error);
/// The line that counts loops, and one for what is not shown.
void printSummary(llvm::raw_ostream &out, const Report &report, unsigned furtherMissed);
/// One loop in full.
void printExplanation(llvm::raw_ostream &out, const Report &report, size_t loop, bool color);

} // namespace loomp

#endif // LOOMP_TOOL_REPORT_H
