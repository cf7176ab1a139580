//===- ProcessTest.cpp - programs that do not simply end ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/verify/Process.h"
#include "test/unit/Checks.h"
#include "tool/verify/ProcessTree.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/MemoryBuffer.h"

#include <cerrno>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace llvm;

namespace loomp {

namespace {
/// Runs shell scripts and keeps what they print.
class Shell {
public:
  ProcessResult operator()(const std::string &script, double limit = 60, uint64_t memory = 0) {
    ProcessRequest request;
    request.program = "/bin/bash";
    request.command = {"bash", "-c", script};
    request.environment = {{"LOOMP_TEST", "a b"}};
    request.output = folder.path() + "/output";
    request.timeLimit = limit;
    request.memoryLimit = memory;
    return runProcess(request, watch);
  }
  std::string printed() const {
    auto buffer = MemoryBuffer::getFile(folder.path() + "/output");
    return buffer ? (*buffer)->getBuffer().str() : std::string();
  }
  /// Whether the process whose number was printed is gone. (A process that nobody has waited for is
  /// a zombie: it is not gone.)
  bool isGone() const {
    pid_t process = 0;
    return !StringRef(printed()).trim().getAsInteger(10, process) && process > 0 &&
           kill(process, 0) != 0 && errno == ESRCH;
  }
  SignalWatch watch;
  TemporaryFolder folder;
};
} // namespace

using End = ProcessResult::End;

static void testEnds(Checks &checks, Shell &shell) {
  ProcessResult result = shell("printf %s \"$LOOMP_TEST\"; exit 3");
  EXPECT(result.end == End::Exited && result.code == 3);
  EXPECT(shell.printed() == "a b");
  EXPECT(describeEnd(result, 0) == "exited with status 3");

  result = shell("kill -SEGV $$");
  EXPECT(result.end == End::Killed && describeEnd(result, 0) == "was killed by SIGSEGV");

  result = shell("exec >&- 2>&- <&-; exit 4");
  EXPECT(result.end == End::Exited && result.code == 4 && shell.printed().empty());

  ProcessRequest missing;
  missing.program = "/nonexistent/program";
  missing.command = {"program"};
  result = runProcess(missing, shell.watch);
  EXPECT(result.end == End::NotStarted && result.code == ENOENT);
}

static void testTimeLimit(Checks &checks, Shell &shell) {
  ProcessResult result = shell("sleep 100 & echo $!; sleep 100", 2);
  EXPECT(result.end == End::TimedOut && result.wallSeconds >= 2 && result.wallSeconds < 50);
  EXPECT(describeEnd(result, 2) == "did not finish within 2 s");
  EXPECT(shell.isGone());

  // Signals that ask do not count.
  result = shell("trap '' TERM INT HUP QUIT XCPU; echo $$; while :; do sleep 1; done", 2);
  EXPECT(result.end == End::TimedOut && shell.isGone());
  // A program that stops itself waits for nobody.
  result = shell("echo $$; kill -STOP $$", 2);
  EXPECT(result.end == End::TimedOut && shell.isGone());
  EXPECT(describeEnd(result, 2) == "did not finish within 2 s; a signal had stopped it");
  // There is no terminal to ask.
  result = shell("read line </dev/tty || exit 5");
  EXPECT(result.end == End::Exited && result.code == 5);
}

/// What a program leaves running ends with it, in whatever session or generation.
static void testLeftProcesses(Checks &checks, Shell &shell) {
  ProcessResult result = shell("sleep 100 & echo $!");
  EXPECT(result.succeeded() && result.leftRunning == 1 && shell.isGone());
  result = shell("setsid sleep 100 & echo $!");
  EXPECT(result.succeeded() && result.leftRunning == 1 && shell.isGone());
  result = shell("(setsid bash -c 'trap \"\" TERM HUP; echo $BASHPID; sleep 100; :' &) & wait");
  EXPECT(result.succeeded() && result.leftRunning == 2 && shell.isGone());
  result = shell("setsid sleep 100 & echo $!; sleep 100", 2);
  EXPECT(result.end == End::TimedOut && shell.isGone());
  // One that ends soon was only late.
  result = shell("(sleep 0.2; echo late) &");
  EXPECT(result.succeeded() && result.leftRunning == 0 && shell.printed() == "late\n");
  // Orphans that ended long ago are no zombies of loomp's.
  result = shell("for i in 1 2 3 4 5; do (sleep 0.01 & echo $! >&2); done; sleep 0.1");
  EXPECT(result.succeeded() && result.leftRunning == 0);
  EXPECT(waitpid(-1, nullptr, WNOHANG) < 0 && errno == ECHILD);
}

static void testMemoryLimit(Checks &checks, Shell &shell) {
  // A megabyte more in each round.
  const std::string grow = "a=x; while :; do a=$a$a; done";
  constexpr uint64_t Limit = uint64_t(64) << 20;
  ProcessResult result = shell("echo $$; " + grow, 60, Limit);
  EXPECT(result.end == End::TooMuchMemory && shell.isGone());
  EXPECT(describeEnd(result, 60) == "used more than 64 MB of memory");
  result = shell("setsid bash -c 'echo $$; " + grow + "'; sleep 100", 60, Limit);
  EXPECT(result.end == End::TooMuchMemory && shell.isGone());
  // What is reserved and not used does not count.
  result = shell("a=x; exit 0", 60, Limit);
  EXPECT(result.succeeded());
  EXPECT(usableMemoryBytes() > Limit);
}

void testProcesses(Checks &checks) {
  Shell shell;
  testEnds(checks, shell);
  testTimeLimit(checks, shell);
  testLeftProcesses(checks, shell);
  testMemoryLimit(checks, shell);

  // A signal ends the wait, and every run after it.
  EXPECT(shell.watch.received() == 0);
  ProcessResult result = shell("kill -TERM $PPID; sleep 100");
  EXPECT(result.end == End::Interrupted && result.wallSeconds < 50);
  EXPECT(shell.watch.received() == SIGTERM);
  EXPECT(shell("true").end == End::Interrupted);
}

} // namespace loomp
