//===- Guard.cpp - limits for the analysis of one file --------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/Guard.h"

#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace llvm;

namespace loomp {

/// The status of a child that ran out of memory: none that a run ends with.
static constexpr int outOfMemory = 77;
/// Said instead of the number of a file when all files are done.
static constexpr unsigned allDone = ~0u;

static void leaveForMemory(void *, const char *, bool) { ::_exit(outOfMemory); }

/// Lets this process have `megabytes` more than it has, or as much as it likes.
static void limitMemory(unsigned megabytes) {
  rlimit limit;
  if (::getrlimit(RLIMIT_DATA, &limit) != 0)
    return;
  limit.rlim_cur = limit.rlim_max;
  unsigned long pages[6] = {};
  if (FILE *file = megabytes ? ::fopen("/proc/self/statm", "r") : nullptr) {
    // The sixth number counts what RLIMIT_DATA limits.
    for (unsigned long &each : pages)
      if (::fscanf(file, "%lu", &each) != 1)
        each = 0;
    ::fclose(file);
    rlim_t most = rlim_t(pages[5]) * ::sysconf(_SC_PAGESIZE) + (rlim_t(megabytes) << 20);
    limit.rlim_cur = std::min(limit.rlim_cur, most);
  }
  ::setrlimit(RLIMIT_DATA, &limit);
}

/// What ends a run from outside.
static sigset_t endingSignals() {
  sigset_t set;
  ::sigemptyset(&set);
  for (int signal : {SIGHUP, SIGINT, SIGQUIT, SIGTERM})
    ::sigaddset(&set, signal);
  return set;
}

std::optional<Interruption> Guard::start(unsigned first) {
  if (TheLimits.seconds == 0 && TheLimits.megabytes == 0)
    return std::nullopt;
  outs().flush();
  errs().flush();
  pid_t parent = ::getpid();
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0)
    return std::nullopt; // then without limits
  sigset_t ending = endingSignals(), before;
  ::pthread_sigmask(SIG_BLOCK, &ending, &before);
  pid_t child = ::fork();
  std::optional<Interruption> interruption;
  if (child > 0) {
    ::close(ends[1]);
    interruption = wait(child, ends[0], first);
    ends[1] = -1;
  }
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
  ::close(ends[0]);
  if (child != 0) {
    ::close(ends[1]);
    return interruption;
  }
  // Nobody waits for a child whose parent was killed.
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent)
    ::_exit(2);
  Progress = ends[1];
  if (TheLimits.megabytes)
    install_bad_alloc_error_handler(leaveForMemory);
  return std::nullopt;
}

void Guard::beginFile(unsigned file) {
  if (Progress < 0)
    return;
  limitMemory(TheLimits.megabytes);
  (void)!::write(Progress, &file, sizeof file);
}

void Guard::end() {
  if (Progress < 0)
    return;
  limitMemory(0);
  if (TheLimits.megabytes)
    remove_bad_alloc_error_handler();
  (void)!::write(Progress, &allDone, sizeof allDone);
  // The pipe stays open: its end is the end of this process.
}

/// Gives the child what ends this process, unless the terminal did so.
static void passOn(int signals, pid_t child) {
  signalfd_siginfo info;
  if (::read(signals, &info, sizeof info) == ssize_t(sizeof info) && info.ssi_code <= 0)
    ::kill(child, info.ssi_signo);
}

std::optional<Interruption> Guard::wait(int child, int progress, unsigned first) {
  using Clock = std::chrono::steady_clock;
  sigset_t ending = endingSignals();
  int signals = ::signalfd(-1, &ending, SFD_CLOEXEC);
  auto newDeadline = [&] { return Clock::now() + std::chrono::seconds(TheLimits.seconds); };

  // 1. Follow the child to its end.
  unsigned file = first;
  bool isDone = false, isLate = false;
  for (Clock::time_point deadline = newDeadline(); !isLate;) {
    long left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
    bool isLimited = TheLimits.seconds && !isDone;
    pollfd polls[] = {{progress, POLLIN, 0}, {signals, POLLIN, 0}};
    int ready = ::poll(polls, 2, isLimited ? int(std::clamp<long>(left, 0, 1 << 30)) : -1);
    isLate = ready == 0 && left <= 0;
    if (ready > 0 && polls[1].revents)
      passOn(signals, child);
    if (ready <= 0 || !polls[0].revents)
      continue;
    unsigned said = 0;
    if (::read(progress, &said, sizeof said) != ssize_t(sizeof said))
      break;
    isDone = said == allDone;
    if (!isDone)
      file = said;
    deadline = newDeadline();
  }
  ::close(signals);
  if (isLate)
    ::kill(child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR)
    continue;

  // 2. What its end means.
  if (isLate)
    return Interruption{file,
                        formatv("not analysed: took longer than {0} s", TheLimits.seconds).str()};
  if (!isDone && WIFEXITED(status) && WEXITSTATUS(status) == outOfMemory)
    return Interruption{file,
                        formatv("not analysed: needs more than {0} MB", TheLimits.megabytes).str()};
  if (WIFEXITED(status))
    ::_exit(WEXITSTATUS(status)); // what there was to say, the child has said
  int signal = WTERMSIG(status);
  if (::sigismember(&ending, signal) == 1) { // ended from outside, and so is this process
    ::signal(signal, SIG_DFL);
    ::raise(signal);
    ::pthread_sigmask(SIG_UNBLOCK, &ending, nullptr);
  }
  if (!isDone)
    return Interruption{file, formatv("not analysed: ended by signal {0}", signal).str()};
  errs() << "loomp: error: internal error: ended by signal " << signal << '\n';
  errs().flush();
  ::_exit(2);
}

} // namespace loomp
