//===- Project.cpp - versions of a program that has a build of its own ----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/verify/Project.h"

#include "tool/verify/CopyTree.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

#include <cstdlib>
#include <set>
#include <sys/inotify.h>
#include <unistd.h>

using namespace llvm;

namespace loomp {

using Failure = BuildResult::Failure;

// Longer than any build takes that people wait for.
static constexpr double BuildTimeLimit = 3600;
// A build says what is wrong at its end.
static constexpr unsigned ShownLines = 60;

//===----------------------------------------------------------------------===//
// Which of some files are opened
//===----------------------------------------------------------------------===//

namespace {
class OpenWatch {
public:
  explicit OpenWatch(const std::vector<std::string> &files) {
    descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    for (const std::string &file : files) {
      int watch = descriptor < 0 ? -1 : inotify_add_watch(descriptor, file.c_str(), IN_OPEN);
      failed |= watch < 0;
      unopened[watch] = file;
    }
  }
  ~OpenWatch() {
    if (descriptor >= 0)
      close(descriptor);
  }
  OpenWatch(const OpenWatch &) = delete;
  OpenWatch &operator=(const OpenWatch &) = delete;

  /// Whether the system can tell at all.
  bool works() const { return !failed; }

  /// A file that nobody has opened until now, or an empty string.
  std::string unopenedFile() {
    alignas(inotify_event) char buffer[1 << 14];
    ssize_t size;
    while ((size = read(descriptor, buffer, sizeof(buffer))) > 0)
      for (char *at = buffer; at < buffer + size;) {
        auto *event = reinterpret_cast<inotify_event *>(at);
        unopened.erase(event->wd);
        at += sizeof(inotify_event) + event->len;
      }
    return unopened.empty() ? "" : unopened.begin()->second;
  }

private:
  int descriptor;
  bool failed = false;
  std::map<int, std::string> unopened;
};
} // namespace

//===----------------------------------------------------------------------===//
// Building
//===----------------------------------------------------------------------===//

static std::map<std::string, std::string> environmentOf(const ProjectRequest &request) {
  StringRef flags, name;
  switch (request.kind) {
  case BuildKind::Serial:
    name = "serial";
    break;
  case BuildKind::Parallel:
    name = "parallel";
    flags = " -fopenmp";
    break;
  case BuildKind::RaceCheck:
    name = "race";
    flags = " -fopenmp -fsanitize=thread -g";
    break;
  }
  std::map<std::string, std::string> environment = {{"LOOMP_BUILD", name.str()}};
  if (!flags.empty())
    for (const char *variable : {"CFLAGS", "CXXFLAGS", "LDFLAGS"}) {
      const char *own = std::getenv(variable);
      environment[variable] = StringRef((own ? own : "") + flags.str()).ltrim().str();
    }
  if (!request.compiler.empty()) {
    environment["CC"] = compilerForLanguage(request.compiler, false);
    environment["CXX"] = compilerForLanguage(request.compiler, true);
  }
  return environment;
}

/// The last lines of what a build said, with the user's paths.
static std::string diagnosticsOf(const std::string &log, StringRef tree, StringRef root) {
  std::string text = readFile(log);
  for (size_t at = 0; (at = text.find(tree.str(), at)) != std::string::npos; at += root.size())
    text.replace(at, tree.size(), root.str());
  size_t begin = text.size();
  for (unsigned lines = 0; begin > 0 && lines <= ShownLines; --begin)
    lines += text[begin - 1] == '\n';
  if (begin > 0)
    text = "[...]" + text.substr(begin + 1 < text.size() ? begin + 1 : begin);
  return text;
}

/// Writes those files of the copy that are not as they should be, so that only they are newer than
/// what was built from them. Returns what went wrong, or an empty string.
static std::string updateCopy(const ProjectRequest &request, StringRef tree, StringRef root,
                              std::vector<std::string> &written) {
  for (const auto &[path, content] : request.contents) {
    if (!holds(root, path))
      return "'" + path + "' lies outside of '" + root.str() + "', the folder that is copied";
    std::string target = (tree + StringRef(path).drop_front(root.size())).str();
    if (sys::fs::exists(target) && readFile(target) == content)
      continue;
    // Not through a link: the copy's own file takes the place of whatever is there.
    sys::fs::remove(target);
    std::error_code error;
    raw_fd_ostream file(target, error);
    if (!error) {
      file << content;
      file.close();
      error = file.error();
      file.clear_error();
    }
    if (error)
      return "cannot write '" + target + "': " + error.message();
    written.push_back(target);
  }
  return "";
}

BuildResult buildProject(const ProjectRequest &request, SignalWatch &watch) {
  std::string root = physicalWorkingDirectory(), tree = request.folder + "/tree";
  BuildResult result;
  result.failure = Failure::Setup;
  result.executable = tree;
  if (request.beforeCommand)
    request.beforeCommand();
  if (!sys::fs::exists(tree)) {
    if (std::error_code error = sys::fs::create_directories(request.folder)) {
      result.message = "cannot create '" + request.folder + "': " + error.message();
      return result;
    }
    result.message = copyTree(root, tree, request.benchFolder);
    if (!result.message.empty())
      return result;
  }
  std::vector<std::string> written;
  result.message = updateCopy(request, tree, root, written);
  if (!result.message.empty())
    return result;

  OpenWatch opened(written);
  ProcessRequest process;
  process.program = "/bin/sh";
  process.command = {"sh", "-c", "exec 2>&1\n" + request.command};
  process.environment = environmentOf(request);
  process.workingDirectory = tree;
  process.output = request.folder + "/build-log";
  process.timeLimit = BuildTimeLimit;
  ProcessResult ended = runProcess(process, watch);
  if (ended.end == ProcessResult::End::Interrupted) {
    result.failure = Failure::Interrupted;
    return result;
  }
  if (!ended.succeeded()) {
    result.diagnostics = diagnosticsOf(process.output, tree, root);
    result.failure = ended.end == ProcessResult::End::Exited ? Failure::Compile : Failure::Setup;
    result.message = "the build command " + describeEnd(ended, BuildTimeLimit);
    return result;
  }
  if (std::string file = opened.works() ? opened.unopenedFile() : ""; !file.empty()) {
    result.message = "the build command does not read '" + file.substr(tree.size() + 1) +
                     "' in the folder that it is started in";
    return result;
  }
  result.failure = Failure::None;
  return result;
}

std::vector<std::string> loadedOpenMP(const Program &program, const std::string &input,
                                      const std::string &folder, double timeLimit,
                                      SignalWatch &watch) {
  // The dynamic linker writes one file for each process.
  std::string prefix = folder + "/loaded";
  ProcessRequest request;
  request.program = program.path;
  request.command = program.command;
  request.workingDirectory = program.workingDirectory;
  request.environment = {
      {"LD_DEBUG", "files"}, {"LD_DEBUG_OUTPUT", prefix}, {"OMP_NUM_THREADS", "1"}};
  request.input = input;
  request.timeLimit = timeLimit;
  runProcess(request, watch);
  std::vector<std::string> found;
  for (const std::string &log : filesOf(folder, "loaded.")) {
    std::string text = readFile(log);
    for (std::string library : {"libomp", "libgomp", "libiomp5"})
      if (StringRef(text).contains(library + ".so") && !is_contained(found, library))
        found.push_back(library);
    sys::fs::remove(log);
  }
  return found;
}

} // namespace loomp
