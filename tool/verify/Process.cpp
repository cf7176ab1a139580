//===- Process.cpp - run one program and leave nothing behind -------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Between fork and exec the child calls only what POSIX allows there; it reports a failed start
// through a pipe that a successful exec closes.
//
//===----------------------------------------------------------------------===//

#include "tool/verify/Process.h"

#include "tool/verify/FileTree.h"
#include "tool/verify/FolderGuard.h"
#include "tool/verify/ProcessTree.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"

#include <cerrno>
#include <chrono>
#include <cmath>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

extern char **environ;

using namespace llvm;

namespace loomp {

using Clock = std::chrono::steady_clock;

// A program that prints without end must not fill the disk before its time is over.
static constexpr rlim_t MaxFileBytes = rlim_t(1) << 30;
// How often memory is looked at, in seconds. Looking at many processes may take longer than at one:
// it must take less than one part in `ScanShare` of a processor, or it would slow down what is
// timed.
static constexpr double MemoryPeriod = 0.05;
static constexpr double ScanShare = 200;
// For what a program leaves behind: a child that is about to write its last line may do so.
static constexpr double GraceSeconds = 1;

static double secondsSince(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

//===----------------------------------------------------------------------===//
// Signals
//===----------------------------------------------------------------------===//

SignalWatch::SignalWatch() {
  sigemptyset(&endSignals);
  for (int number : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) {
    struct sigaction action;
    // What nohup or a shell's `&` ignores stays ignored: a blocked signal would be seen here.
    if (sigaction(number, nullptr, &action) == 0 && action.sa_handler != SIG_IGN)
      sigaddset(&endSignals, number);
  }
  wakeSignals = endSignals;
  sigaddset(&wakeSignals, SIGCHLD);

  struct sigaction keepChildren = {};
  keepChildren.sa_handler = SIG_DFL;
  sigaction(SIGCHLD, &keepChildren, &childAction);
  sigprocmask(SIG_BLOCK, &wakeSignals, &inherited);
}

SignalWatch::~SignalWatch() {
  sigprocmask(SIG_SETMASK, &inherited, nullptr);
  sigaction(SIGCHLD, &childAction, nullptr);
}

int SignalWatch::received() {
  timespec now = {0, 0};
  if (!signal) {
    int number = sigtimedwait(&endSignals, nullptr, &now);
    if (number > 0)
      signal = number;
  }
  return signal;
}

void SignalWatch::sleep(double seconds) {
  double whole = std::floor(seconds);
  timespec limit = {time_t(whole), long((seconds - whole) * 1e9)};
  int number = sigtimedwait(&wakeSignals, nullptr, &limit);
  if (number > 0 && number != SIGCHLD && !signal)
    signal = number;
}

//===----------------------------------------------------------------------===//
// The temporary folder
//===----------------------------------------------------------------------===//

TemporaryFolder::TemporaryFolder() {
  SmallString<128> made;
  if (std::error_code error = sys::fs::createUniqueDirectory("loomp-verify", made))
    failure = error.message();
  else
    folder = made.str().str();
}

TemporaryFolder::~TemporaryFolder() {
  if (folder.empty())
    return;
  // What was killed a moment ago may still have finished writing a file.
  for (int attempt = 0; attempt < 10; ++attempt) {
    removeTree(folder);
    if (!sys::fs::exists(folder))
      return;
    usleep(10000);
  }
}

//===----------------------------------------------------------------------===//
// Processes
//===----------------------------------------------------------------------===//

static std::vector<std::string> mergedEnvironment(const std::map<std::string, std::string> &added) {
  std::vector<std::string> result;
  for (char **entry = environ; *entry; ++entry) {
    StringRef name = StringRef(*entry).split('=').first;
    if (!added.count(name.str()))
      result.push_back(*entry);
  }
  for (const auto &[name, value] : added)
    result.push_back(name + "=" + value);
  return result;
}

static std::vector<char *> pointers(std::vector<std::string> &strings) {
  std::vector<char *> result;
  for (std::string &string : strings)
    result.push_back(string.data());
  result.push_back(nullptr);
  return result;
}

static bool redirect(int descriptor, const char *path, int flags) {
  int opened = open(path, flags, 0600);
  if (opened < 0)
    return false;
  if (opened != descriptor) {
    if (dup2(opened, descriptor) < 0)
      return false;
    close(opened);
  }
  return true;
}

/// The child's side of `runProcess`. Returns only if the program could not be started.
static void becomeProgram(const ProcessRequest &request, const sigset_t &mask, pid_t parent,
                          char **arguments, char **environment) {
  // A session has no terminal: what asks for a password fails at once instead of being stopped.
  setsid();
#ifdef __linux__
  // Even a loomp that is killed outright takes its program with it.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent)
    _exit(127);
  // Should the kernel run out of memory, it shall end the program and not loomp.
  if (int score = open("/proc/self/oom_score_adj", O_WRONLY); score >= 0) {
    [[maybe_unused]] ssize_t written = write(score, "1000", 4);
    close(score);
  }
#endif
  rlimit noCore = {0, 0};
  setrlimit(RLIMIT_CORE, &noCore);
  rlimit fileSize;
  if (getrlimit(RLIMIT_FSIZE, &fileSize) == 0 && fileSize.rlim_cur > MaxFileBytes) {
    fileSize.rlim_cur = MaxFileBytes;
    setrlimit(RLIMIT_FSIZE, &fileSize);
  }
  const int writing = O_WRONLY | O_CREAT | O_TRUNC;
  if (!redirect(STDIN_FILENO, request.input.c_str(), O_RDONLY) ||
      !redirect(STDOUT_FILENO, request.output.c_str(), writing) ||
      !redirect(STDERR_FILENO, request.errors.c_str(), writing))
    return;
  if (!request.workingDirectory.empty() && chdir(request.workingDirectory.c_str()) != 0)
    return;
  restrictProcess(request.guard);
  sigprocmask(SIG_SETMASK, &mask, nullptr);
  execve(request.program.c_str(), arguments, environment);
}

static bool hasEnded(pid_t child) {
  siginfo_t info = {};
  // The zombie is kept, so that its group's number cannot be given to a stranger.
  return waitid(P_PID, id_t(child), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
         info.si_pid == child;
}

namespace {
/// Looks at the memory of a program from time to time.
class MemoryWatch {
public:
  MemoryWatch(const ProcessTree &tree, pid_t child, uint64_t limit)
      : tree(tree), child(child), limit(limit) {}

  /// Whether the program uses too much now. Few calls look at more than one process.
  bool isExceeded() {
    if (!limit)
      return false;
    if (residentBytes(child) > limit)
      return true;
    Clock::time_point now = Clock::now();
    if (now < nextScan)
      return false;
    bool exceeded = tree.memoryBytes() > limit;
    tree.reap(child);
    double pause = std::max(MemoryPeriod, secondsSince(now) * ScanShare);
    nextScan = Clock::now() + std::chrono::milliseconds(long(pause * 1000));
    return exceeded;
  }

private:
  const ProcessTree &tree;
  pid_t child;
  uint64_t limit;
  Clock::time_point nextScan = Clock::now() + std::chrono::milliseconds(200);
};
} // namespace

/// Waits until the program has ended, or must.
static ProcessResult::End waitForEnd(pid_t child, const ProcessRequest &request,
                                     const ProcessTree &tree, Clock::time_point start,
                                     SignalWatch &watch) {
  using End = ProcessResult::End;
  MemoryWatch memory(tree, child, request.memoryLimit);
  while (!hasEnded(child)) {
    if (watch.received())
      return End::Interrupted;
    double left = request.timeLimit > 0 ? request.timeLimit - secondsSince(start) : 3600;
    if (left <= 0)
      return End::TimedOut;
    if (memory.isExceeded())
      return End::TooMuchMemory;
    watch.sleep(request.memoryLimit ? std::min(left, MemoryPeriod) : left);
  }
  return End::Exited;
}

/// The number of processes that are still there, but for the zombie `child`, after a moment.
static unsigned waitForOthers(const ProcessTree &tree, SignalWatch &watch) {
  Clock::time_point end = Clock::now();
  for (;;) {
    unsigned count = unsigned(tree.running().size());
    if (!count || watch.received() || secondsSince(end) >= GraceSeconds)
      return count;
    watch.sleep(0.01);
  }
}

/// Starts a program. Returns its number, or -1 with the reason in `error`.
static pid_t startProgram(const ProcessRequest &request, const sigset_t &mask, int &error) {
  std::vector<std::string> command = request.command;
  std::vector<std::string> variables = mergedEnvironment(request.environment);
  std::vector<char *> arguments = pointers(command), environment = pointers(variables);

  int startFailure[2];
  if (pipe(startFailure) != 0) {
    error = errno;
    return -1;
  }
  fcntl(startFailure[0], F_SETFD, FD_CLOEXEC);
  fcntl(startFailure[1], F_SETFD, FD_CLOEXEC);

  pid_t parent = getpid();
  pid_t child = fork();
  if (child == 0) {
    becomeProgram(request, mask, parent, arguments.data(), environment.data());
    int reason = errno;
    [[maybe_unused]] ssize_t written = write(startFailure[1], &reason, sizeof(reason));
    _exit(127);
  }
  error = errno;
  close(startFailure[1]);
  if (child > 0) {
    ssize_t got;
    do
      got = read(startFailure[0], &error, sizeof(error));
    while (got < 0 && errno == EINTR);
    if (got == sizeof(error)) {
      waitpid(child, nullptr, 0);
      child = -1;
    }
  }
  close(startFailure[0]);
  return child;
}

ProcessResult runProcess(const ProcessRequest &request, SignalWatch &watch) {
  using End = ProcessResult::End;
  ProcessResult result;
  result.memoryLimit = request.memoryLimit;
  if (watch.received()) {
    result.end = End::Interrupted;
    return result;
  }
  ProcessTree tree;
  Clock::time_point start = Clock::now();
  pid_t child = startProgram(request, watch.inheritedMask(), result.code);
  if (child < 0)
    return result;
  result.code = 0;
  result.end = waitForEnd(child, request, tree, start, watch);
  result.wallSeconds = secondsSince(start);
  result.wasStopped = result.end == End::TimedOut && isStopped(child);
  if (result.end == End::Exited)
    result.leftRunning = waitForOthers(tree, watch);

  kill(-child, SIGKILL);
  int status = 0;
  rusage usage = {};
  while (wait4(child, &status, 0, &usage) < 0 && errno == EINTR)
    ;
  tree.killAll();
  auto seconds = [](const timeval &time) { return double(time.tv_sec) + time.tv_usec * 1e-6; };
  result.cpuSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);

  if (result.end != End::Exited)
    return result;
  if (WIFSIGNALED(status)) {
    result.end = End::Killed;
    result.code = WTERMSIG(status);
  } else {
    result.code = WEXITSTATUS(status);
  }
  return result;
}

std::string readFile(const std::string &path) {
  ErrorOr<std::unique_ptr<MemoryBuffer>> buffer =
      MemoryBuffer::getFile(path, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  return buffer ? (*buffer)->getBuffer().str() : std::string();
}

std::vector<std::string> filesOf(const std::string &folder, const std::string &prefix) {
  std::vector<std::string> files;
  std::error_code error;
  for (sys::fs::directory_iterator entry(folder, error), end; entry != end && !error;
       entry.increment(error))
    if (StringRef(entry->path()).starts_with(folder + "/" + prefix))
      files.push_back(entry->path());
  llvm::sort(files);
  return files;
}

void endBySignal(int signal) {
  std::signal(signal, SIG_DFL);
  raise(signal);
}

static std::string signalName(int number) {
#if defined(__GLIBC__) && (__GLIBC__ > 2 || __GLIBC_MINOR__ >= 32)
  if (const char *name = sigabbrev_np(number))
    return std::string("SIG") + name;
#endif
  return "signal " + std::to_string(number);
}

std::string describeEnd(const ProcessResult &result, double timeLimit) {
  switch (result.end) {
  case ProcessResult::End::Exited:
    return "exited with status " + std::to_string(result.code);
  case ProcessResult::End::Killed:
    if (result.code == SIGXFSZ)
      return "wrote more than 1 GiB to one file";
    return "was killed by " + signalName(result.code) +
           (result.code == SIGKILL ? ", as the kernel does when memory runs out" : "");
  case ProcessResult::End::TimedOut:
    return formatv("did not finish within {0} s{1}", unsigned(std::ceil(timeLimit)),
                   result.wasStopped ? "; a signal had stopped it" : "")
        .str();
  case ProcessResult::End::TooMuchMemory:
    return formatv("used more than {0} MB of memory", result.memoryLimit >> 20).str();
  case ProcessResult::End::Interrupted:
    return "was interrupted";
  case ProcessResult::End::NotStarted:
    break;
  }
  return std::string("could not be started: ") + std::strerror(result.code);
}

//===----------------------------------------------------------------------===//
// Standard input
//===----------------------------------------------------------------------===//

std::string saveStandardInput(const std::string &path, SignalWatch &watch) {
  struct stat status;
  if (isatty(STDIN_FILENO) || fstat(STDIN_FILENO, &status) != 0)
    return "/dev/null";
  int copy = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (copy < 0)
    return "";
  // A pipe whose writer sleeps must not keep Ctrl-C waiting: look up every tenth of a second.
  std::vector<char> buffer(1 << 16);
  while (!watch.received()) {
    pollfd input = {STDIN_FILENO, POLLIN, 0};
    int ready = poll(&input, 1, 100);
    if (ready == 0 || (ready < 0 && errno == EINTR))
      continue;
    ssize_t count = ready < 0 ? -1 : read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR)
      continue;
    if (count <= 0)
      break;
    for (ssize_t done = 0; done < count;) {
      ssize_t written = write(copy, buffer.data() + done, size_t(count - done));
      if (written < 0) {
        close(copy);
        return "";
      }
      done += written;
    }
  }
  close(copy);
  return path;
}

} // namespace loomp
