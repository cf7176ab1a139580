//===- Build.h - compile and link one version of the program --------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_VERIFY_BUILD_H
#define LOOMP_TOOL_VERIFY_BUILD_H

#include "tool/verify/Process.h"
#include "tool/verify/SourceMirror.h"

#include <functional>
#include <string>
#include <vector>

namespace loomp {

enum class BuildKind {
  Serial,    ///< without OpenMP
  Parallel,  ///< with OpenMP
  RaceCheck, ///< with OpenMP and ThreadSanitizer
};

struct BuildRequest {
  BuildKind kind = BuildKind::Serial;
  std::string compiler;                ///< as the user named it
  std::string optimization;            ///< one or more flags
  std::vector<std::string> flags;      ///< for the compiler and the linker
  std::vector<std::string> sources;    ///< as the user named them
  FileContents contents;               ///< of the sources and of changed headers
  std::string folder;                  ///< for the mirror, the objects and the program
  std::function<void()> beforeCommand; ///< called before each compiler run, for progress
};

/// How to start what was built.
struct Program {
  std::string path;
  std::vector<std::string> command; ///< its name as it sees it, and its arguments
  std::string workingDirectory;     ///< empty: loomp's own
};

struct BuildResult {
  enum class Failure { None, Compile, Link, Setup, Interrupted };
  Failure failure = Failure::None;
  std::string executable;
  Program program;         ///< how to start it; filled in by the bench
  std::string message;     ///< what failed, one line
  std::string diagnostics; ///< the compiler's output, with the user's paths
};

BuildResult buildProgram(const BuildRequest &request, SignalWatch &watch);

/// The path of a compiler, or empty.
std::string findCompiler(const std::string &name);

/// The C or C++ compiler that belongs to `name`: `g++-12` and `gcc-12`, `clang++` and `clang`.
std::string compilerForLanguage(const std::string &name, bool cxx);

/// Whether a source is C++, judged like the compiler driver by `-x` or the suffix.
bool isCxxSource(llvm::StringRef path, const std::vector<std::string> &flags);

/// What remains of the user's flags for compiling (or linking) a program of one kind.
std::vector<std::string> selectFlags(const std::vector<std::string> &flags, BuildKind kind,
                                     bool cxx, bool linking);

} // namespace loomp

#endif // LOOMP_TOOL_VERIFY_BUILD_H
