//===- Verify.h - build both programs, run both, compare ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_VERIFY_VERIFY_H
#define LOOMP_TOOL_VERIFY_VERIFY_H

#include <map>
#include <string>
#include <vector>

namespace loomp {

/// Where programs run: in a copy of the current folder, in an empty one, or in the folder itself.
enum class RunIn { Copy, Empty, Here };

struct VerifyOptions {
  std::vector<std::string> programArguments; ///< `--args`, split as a shell splits words
  std::vector<unsigned> threads;             ///< `--threads`; empty: 1, 2, 4, ... up to the cores
  unsigned repeat = 5;                       ///< `--repeat`: timed runs per configuration
  std::string compiler = "clang++-22";       ///< `--compiler`
  std::vector<std::string> furtherCompilers; ///< `fix --verified` also asks these
  bool compilerIsGiven = false;              ///< else a project's build chooses
  std::string buildCommand;                  ///< `--build`; empty: the files are the program
  std::string runCommand;                    ///< `--run`, with `--build`
  std::string optimization = "-O2";          ///< `--opt`
  double tolerance = 1e-9;                   ///< `--tolerance`, relative
  bool strictOutput = false;                 ///< `--strict-output`
  RunIn runIn = RunIn::Copy;                 ///< `--run-in`
  std::string plotFile;                      ///< `--plot`
  std::string outputFile;                    ///< `--output`
  std::string earlierFile;                   ///< `--compare-with`
  bool failIfSlower = false;                 ///< `--fail-if-slower`, than the earlier result
  bool race = false;                         ///< `--race`
  unsigned timeoutSeconds = 60;              ///< per run of a program
  unsigned memoryMegabytes = 0;              ///< `--memory-limit`; 0: most of what there is
  bool json = false;                         ///< `--format=json`
  bool color = false;                        ///< stdout is a terminal
  bool progress = false;                     ///< stderr is a terminal
  std::vector<std::string> compileFlags;     ///< what stands after `--`
};

/// One source file of the program.
struct VerifyFile {
  std::string path;      ///< as the user gave it
  std::string original;  ///< its content
  std::string rewritten; ///< its content after `fix`
};

/// A program before and after `fix`. Its files are linked together.
struct ProgramSources {
  std::vector<VerifyFile> files;
  std::map<std::string, std::string> headers; ///< new content of changed headers by absolute path
};

/// Whether `fix` changes anything.
bool isChanged(const ProgramSources &sources);

/// Builds the serial and the rewritten program, runs both, prints the comparison to stdout. Returns
/// the exit status: 0 equal and not slower, 1 wrong, racy or slower, 2 could not run. Leaves no
/// files and no processes behind, also when interrupted.
int verify(const ProgramSources &sources, const VerifyOptions &options);

} // namespace loomp

#endif // LOOMP_TOOL_VERIFY_VERIFY_H
