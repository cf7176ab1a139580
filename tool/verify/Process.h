//===- Process.h - run one program and leave nothing behind ---------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Every program runs in a session of its own, without a terminal, and whatever it starts is killed
// with it (ProcessTree.h). Its memory is limited by watching it: a limit on addresses, RLIMIT_AS,
// would count what is reserved and never used, terabytes under ThreadSanitizer. Signals that would
// end loomp are blocked while a `SignalWatch` lives and are looked for at the places that wait: no
// handler, no global state, and all clean-up is ordinary destructors.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_VERIFY_PROCESS_H
#define LOOMP_TOOL_VERIFY_PROCESS_H

#include <csignal>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace loomp {

/// Blocks SIGINT, SIGTERM, SIGHUP and SIGQUIT, except those that loomp was started to ignore.
class SignalWatch {
public:
  SignalWatch();
  ~SignalWatch();
  SignalWatch(const SignalWatch &) = delete;
  SignalWatch &operator=(const SignalWatch &) = delete;

  /// The signal that asked loomp to end, or 0. Once there is one it stays.
  int received();

  /// Sleeps until a child ends, a signal arrives or `seconds` are over. May wake up early.
  void sleep(double seconds);

  /// The signals a child must start with blocked: those that loomp itself was started with.
  const sigset_t &inheritedMask() const { return inherited; }

private:
  sigset_t endSignals, wakeSignals, inherited;
  struct sigaction childAction;
  int signal = 0;
};

/// A new folder under TMPDIR; removed with all it holds at the end of the scope.
class TemporaryFolder {
public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder &) = delete;
  TemporaryFolder &operator=(const TemporaryFolder &) = delete;

  /// Empty if the folder could not be made; then `error()` says why.
  const std::string &path() const { return folder; }
  const std::string &error() const { return failure; }

private:
  std::string folder, failure;
};

struct ProcessRequest {
  std::string program;                            ///< a path
  std::vector<std::string> command;               ///< as the program sees it, with its name
  std::map<std::string, std::string> environment; ///< in addition to loomp's own
  std::string workingDirectory;                   ///< empty: loomp's own
  std::string input = "/dev/null";                ///< files, all three
  std::string output = "/dev/null";
  std::string errors = "/dev/null";
  int guard = -1;           ///< rules that restrict it (FolderGuard.h); -1: none
  double timeLimit = 0;     ///< seconds; 0: none
  uint64_t memoryLimit = 0; ///< bytes, for all its processes together; 0: none
};

struct ProcessResult {
  enum class End { Exited, Killed, TimedOut, TooMuchMemory, Interrupted, NotStarted };
  End end = End::NotStarted;
  int code = 0; ///< exit status, number of the killing signal, or errno of a failed start
  double wallSeconds = 0;
  double cpuSeconds = 0;    ///< user and system time, with the children it waited for
  uint64_t memoryLimit = 0; ///< the request's
  bool wasStopped = false;  ///< by a signal, when its time was over
  unsigned leftRunning = 0; ///< processes that were still there some time after its end

  bool succeeded() const { return end == End::Exited && code == 0; }
};

/// Runs a program to its end, or to a limit, or until `watch` receives a signal. What the program
/// left running gets a moment to finish. Returns only when all that it started is gone.
ProcessResult runProcess(const ProcessRequest &request, SignalWatch &watch);

/// What a process left in a file; empty if there is none.
std::string readFile(const std::string &path);

/// The files whose paths start with `folder`/`prefix`, sorted: what several processes left.
std::vector<std::string> filesOf(const std::string &folder, const std::string &prefix);

/// Ends this process as a program ends that does not know the signal. All must be cleaned up.
void endBySignal(int signal);

/// How a process ended, as the end of a sentence: `exited with status 3`.
std::string describeEnd(const ProcessResult &result, double timeLimit);

/// Copies loomp's standard input to `path`. Returns the file to give to programs: `path`, or
/// /dev/null if the input is a terminal or closed; empty if the copy cannot be written. Stops when
/// `watch` receives a signal.
std::string saveStandardInput(const std::string &path, SignalWatch &watch);

} // namespace loomp

#endif // LOOMP_TOOL_VERIFY_PROCESS_H
