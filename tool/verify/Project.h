//===- Project.h - versions of a program that has a build of its own ------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A program that more than one compiler call makes is built by the user's own command, in a copy of
// the user's folder in which some files have other contents. What the build must do differently for
// a version stands in the environment: CFLAGS, CXXFLAGS and LDFLAGS get `-fopenmp` and the like
// appended, CC and CXX name the compiler, and LOOMP_BUILD says `serial`, `parallel` or `race` to
// those that want to decide for themselves. CMake and make's own rules read these.
//
// A build can fail to do what it was asked without an error, so both are looked at: whether it
// opened every rewritten file, and whether what runs then loads a library of OpenMP.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_VERIFY_PROJECT_H
#define LOOMP_TOOL_VERIFY_PROJECT_H

#include "tool/verify/Build.h"

#include <functional>
#include <string>

namespace loomp {

struct ProjectRequest {
  BuildKind kind = BuildKind::Serial;
  std::string compiler;                ///< empty: the one that the build chooses itself
  std::string command;                 ///< for a shell
  FileContents contents;               ///< every file that any version of this run changes
  std::string folder;                  ///< of this version: what it holds is built upon
  std::string benchFolder;             ///< holds `folder`; is not copied
  std::function<void()> beforeCommand; ///< called before each command, for progress
};

/// Copies loomp's working directory unless `folder` already holds a copy, brings `contents` into
/// it, and builds. `executable` of the result is the folder of the copy.
BuildResult buildProject(const ProjectRequest &request, SignalWatch &watch);

/// The shared libraries of OpenMP that a run of `program` loads, in any of its processes: `libomp`,
/// `libgomp`, `libiomp5`.
std::vector<std::string> loadedOpenMP(const Program &program, const std::string &input,
                                      const std::string &folder, double timeLimit,
                                      SignalWatch &watch);

} // namespace loomp

#endif // LOOMP_TOOL_VERIFY_PROJECT_H
