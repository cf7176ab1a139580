//===- Jobs.cpp - work on many files at once, each within limits ----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/Jobs.h"
#include "tool/WriteFile.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/ErrorHandling.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <map>
#include <new>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using namespace llvm;

namespace loomp {

namespace {

using Clock = std::chrono::steady_clock;

/// The status of a worker that ran out of memory: none that it ends with otherwise.
constexpr int outOfMemory = 77;

/// What a worker is told.
struct Order {
  unsigned job;
  bool isLast; ///< there are no others
};

/// What a worker sends in front of a result.
struct ResultHead {
  size_t size;
  bool isEnd; ///< the worker ends behind it
};

/// What ends a run from outside. While this lives, such signals are told to `descriptor` only.
struct EndingSignals {
  sigset_t set, before;
  int descriptor = -1;
  EndingSignals();
  ~EndingSignals();
};

struct Worker {
  pid_t id = -1;
  int channel = -1;  ///< for orders and results; -1: it has ended
  int messages = -1; ///< its stderr
  std::optional<unsigned> job = {};
  Clock::time_point deadline = Clock::time_point::max();
  bool isLate = false;
  std::string received = {}, said = {}; ///< of the result and on stderr, so far
};

class Team {
public:
  Team(const Limits &limits, const JobCallbacks &callbacks)
      : TheLimits(limits), Callbacks(callbacks) {}
  ~Team();

  /// Gives the job to a worker that has none. False: the system has no process or no descriptor
  /// for one; `errno` says why.
  bool give(const Order &order, unsigned mostWorkers);
  bool isBusy() const;
  /// Waits until something happens, but no longer than a second.
  void wait();
  /// The jobs that have ended since the last call.
  std::map<unsigned, JobEnd> takeEnded() { return std::exchange(Ended, {}); }

private:
  bool startWorker();
  [[noreturn]] void work(int channel, int messages);
  void receive(Worker &worker);
  void takeResult(Worker &worker);
  void bury(Worker &worker);
  [[noreturn]] void endRun(int signal);

  const Limits &TheLimits;
  const JobCallbacks &Callbacks;
  EndingSignals Signals;
  std::vector<Worker> Workers;
  std::map<unsigned, JobEnd> Ended;
};

} // namespace

void runJobs(unsigned count, unsigned jobs, const Limits &limits, const JobCallbacks &callbacks) {
  if (jobs <= 1 && limits.seconds == 0 && limits.megabytes == 0) {
    for (unsigned job = 0; job < count; ++job) {
      callbacks.finish(job, {.bytes = callbacks.work(job, job + 1 == count).bytes});
      callbacks.tick(job);
    }
    return;
  }
  outs().flush();
  ::signal(SIGCHLD, SIG_DFL); // whoever starts loomp may have chosen not to hear of ends
  Team team(limits, callbacks);
  std::map<unsigned, JobEnd> ended;
  for (unsigned started = 0, finished = 0; finished < count;) {
    // 1. Keep all workers busy.
    while (started < count && team.give({started, started + 1 == count}, std::max(jobs, 1u)))
      ++started;
    if (team.isBusy())
      team.wait();
    else
      ended[started++].problem = "not analysed: no process for it: " +
                                 describe(std::error_code(errno, std::generic_category()));
    // 2. What has ended makes room for others at once.
    callbacks.tick(std::nullopt);
    for (auto &[job, end] : team.takeEnded()) {
      callbacks.tick(job);
      ended[job] = std::move(end);
    }
    if (started < count && team.give({started, started + 1 == count}, std::max(jobs, 1u)))
      ++started;
    // 3. Hand on what comes next.
    for (auto next = ended.find(finished); next != ended.end(); next = ended.find(finished)) {
      callbacks.finish(finished++, std::move(next->second));
      ended.erase(next);
    }
  }
}

EndingSignals::EndingSignals() {
  ::sigemptyset(&set);
  for (int signal : {SIGHUP, SIGINT, SIGQUIT, SIGTERM})
    ::sigaddset(&set, signal);
  ::pthread_sigmask(SIG_BLOCK, &set, &before);
  descriptor = ::signalfd(-1, &set, SFD_CLOEXEC);
}

EndingSignals::~EndingSignals() {
  ::close(descriptor);
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

static bool isFree(const Worker &worker) { return worker.channel >= 0 && !worker.job; }

bool Team::give(const Order &order, unsigned mostWorkers) {
  auto worker = find_if(Workers, isFree);
  if (worker == Workers.end()) {
    errno = EAGAIN;
    if (Workers.size() >= mostWorkers || !startWorker())
      return false;
    worker = std::prev(Workers.end());
  }
  worker->job = order.job;
  if (TheLimits.seconds)
    worker->deadline = Clock::now() + std::chrono::seconds(TheLimits.seconds);
  // Of a worker that is gone, the job is given up when its end is seen.
  (void)!::send(worker->channel, &order, sizeof order, MSG_NOSIGNAL);
  return true;
}

bool Team::isBusy() const {
  return any_of(Workers, [](const Worker &worker) { return worker.job.has_value(); });
}

bool Team::startWorker() {
  pid_t parent = ::getpid();
  int channel[2], messages[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, channel) != 0)
    return false;
  bool hasPipe = ::pipe2(messages, O_CLOEXEC) == 0;
  pid_t child = hasPipe ? ::fork() : -1;
  if (child == 0) {
    // Nobody waits for a process whose parent was killed.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent)
      ::_exit(2);
    ::pthread_sigmask(SIG_SETMASK, &Signals.before, nullptr);
    // What a crash outside of a file's analysis means, the waiting process says.
    CrashRecoveryContext::Disable();
    for (int signal : {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT})
      ::signal(signal, SIG_DFL);
    CrashRecoveryContext::Enable();
    for (int end : {Signals.descriptor, channel[0], messages[0]})
      ::close(end);
    for (const Worker &other : Workers)
      for (int end : {other.channel, other.messages})
        ::close(end);
    work(channel[1], messages[1]);
  }
  int error = errno;
  ::close(channel[1]);
  if (hasPipe)
    ::close(messages[1]);
  if (child > 0) {
    ::fcntl(messages[0], F_SETFL, O_NONBLOCK);
    Workers.push_back({child, channel[0], messages[0]});
    return true;
  }
  ::close(channel[0]);
  if (hasPipe)
    ::close(messages[0]);
  errno = error;
  return false;
}

//===----------------------------------------------------------------------===//
// In a worker
//===----------------------------------------------------------------------===//

static void leaveForMemory(void *, const char *, bool) { ::_exit(outOfMemory); }

/// Lets this process have `megabytes` more than it has.
static void limitMemory(unsigned megabytes) {
  rlimit limit;
  FILE *file = ::fopen("/proc/self/statm", "r");
  if (!file || ::getrlimit(RLIMIT_DATA, &limit) != 0)
    return;
  unsigned long pages[6] = {}; // the sixth number counts what RLIMIT_DATA limits
  for (unsigned long &each : pages)
    if (::fscanf(file, "%lu", &each) != 1)
      each = 0;
  ::fclose(file);
  rlim_t most = rlim_t(pages[5]) * ::sysconf(_SC_PAGESIZE) + (rlim_t(megabytes) << 20);
  limit.rlim_cur = std::min(limit.rlim_max, most);
  ::setrlimit(RLIMIT_DATA, &limit);
}

static void sendAll(int to, StringRef bytes) {
  while (!bytes.empty()) {
    ssize_t sent = ::send(to, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0 && errno != EINTR)
      ::_exit(2);
    bytes = bytes.drop_front(std::max<ssize_t>(sent, 0));
  }
}

void Team::work(int channel, int messages) {
  ::dup2(messages, STDERR_FILENO);
  ::close(messages);
  if (TheLimits.megabytes) {
    install_bad_alloc_error_handler(leaveForMemory);
    std::set_new_handler([] { leaveForMemory(nullptr, nullptr, false); });
  }
  Order order = {};
  while (::recv(channel, &order, sizeof order, MSG_WAITALL) == ssize_t(sizeof order)) {
    if (TheLimits.megabytes)
      limitMemory(TheLimits.megabytes);
    JobResult result = Callbacks.work(order.job, order.isLast);
    ResultHead head = {};
    head.size = result.bytes.size();
    head.isEnd = order.isLast || result.isCrash;
    sendAll(channel, {reinterpret_cast<const char *>(&head), sizeof head});
    sendAll(channel, result.bytes);
    if (head.isEnd)
      break;
  }
  ::_exit(0); // nothing else of the run is this process's to end
}

//===----------------------------------------------------------------------===//
// In the waiting process
//===----------------------------------------------------------------------===//

void Team::wait() {
  std::vector<pollfd> polls = {{Signals.descriptor, POLLIN, 0}};
  Clock::time_point until = Clock::now() + std::chrono::seconds(1);
  for (const Worker &worker : Workers) {
    polls.push_back({worker.channel, POLLIN, 0});
    polls.push_back({worker.messages, POLLIN, 0});
    if (worker.job && !worker.isLate)
      until = std::min(until, worker.deadline);
  }
  long left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
  bool isReady = ::poll(polls.data(), polls.size(), int(std::max(left, 0l))) > 0;
  signalfd_siginfo info;
  if (isReady && polls[0].revents &&
      ::read(Signals.descriptor, &info, sizeof info) == ssize_t(sizeof info))
    endRun(info.ssi_signo);
  for (auto [i, worker] : enumerate(Workers)) {
    if (isReady && (polls[2 * i + 1].revents || polls[2 * i + 2].revents))
      receive(worker);
    if (!worker.job || worker.isLate || Clock::now() < worker.deadline)
      continue;
    worker.isLate = true;
    ::kill(worker.id, SIGKILL);
  }
  erase_if(Workers, [](const Worker &worker) { return worker.channel < 0; });
}

/// Appends to `text` what can be read without waiting. False: nothing will come any more.
static bool readSome(int from, int flags, std::string &text) {
  char buffer[1 << 16];
  while (true) {
    ssize_t size =
        flags ? ::recv(from, buffer, sizeof buffer, flags) : ::read(from, buffer, sizeof buffer);
    if (size > 0)
      text.append(buffer, size);
    else if (size == 0 || errno != EINTR)
      return size < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
  }
}

void Team::receive(Worker &worker) {
  bool isAlive = readSome(worker.channel, MSG_DONTWAIT, worker.received);
  // What it says of a file it says before it sends the result.
  readSome(worker.messages, 0, worker.said);
  takeResult(worker);
  if (!isAlive)
    bury(worker);
}

/// If all of a result is here, the worker is free again.
void Team::takeResult(Worker &worker) {
  ResultHead head;
  if (!worker.job || worker.received.size() < sizeof head)
    return;
  std::memcpy(&head, worker.received.data(), sizeof head);
  if (worker.received.size() < sizeof head + head.size)
    return;
  worker.received.erase(0, sizeof head);
  Ended[*worker.job] = {.bytes = std::exchange(worker.received, {}),
                        .messages = std::exchange(worker.said, {})};
  worker.job.reset();
  if (head.isEnd || worker.isLate) // it was done a moment after its time, and has been killed
    bury(worker);
}

/// Waits for the end of a worker, which is near, and says what it means for its file.
void Team::bury(Worker &worker) {
  if (worker.channel < 0)
    return;
  ::close(worker.channel);
  ::close(worker.messages);
  worker.channel = worker.messages = -1;
  int status = 0;
  while (::waitpid(worker.id, &status, 0) < 0 && errno == EINTR)
    continue;
  int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  if (signal && ::sigismember(&Signals.set, signal) == 1)
    endRun(signal); // ended from outside, and so is this process
  if (!worker.job)
    return;
  JobEnd &end = Ended[*worker.job];
  end.messages = std::move(worker.said);
  if (worker.isLate)
    end.problem = formatv("not analysed: took longer than {0} s", TheLimits.seconds);
  else if (signal)
    end.problem = formatv("not analysed: ended by signal {0}", signal);
  else if (WEXITSTATUS(status) == outOfMemory)
    end.problem = formatv("not analysed: needs more than {0} MB", TheLimits.megabytes);
  else
    end.problem = formatv("not analysed: ended with status {0}", WEXITSTATUS(status));
  worker.job.reset();
}

Team::~Team() {
  for (Worker &worker : Workers)
    bury(worker); // with its channel closed, it has nothing to wait for
}

void Team::endRun(int signal) {
  for (const Worker &worker : Workers)
    if (worker.channel >= 0) {
      ::kill(worker.id, SIGKILL);
      while (::waitpid(worker.id, nullptr, 0) < 0 && errno == EINTR)
        continue;
    }
  ::signal(signal, SIG_DFL);
  ::raise(signal);
  ::pthread_sigmask(SIG_UNBLOCK, &Signals.set, nullptr);
  ::_exit(2); // not reached: the signal has its default action, which is to end the process
}

} // namespace loomp
