//===- ProcessTree.cpp - everything that a program has started ------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/verify/ProcessTree.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

using namespace llvm;

namespace loomp {

// Some of the 10 seconds a process may need to leave a system call that cannot be interrupted.
static constexpr unsigned KillAttempts = 1000;
static constexpr useconds_t KillPause = 10000;

struct ProcessTree::Process {
  pid_t id = 0, parent = 0;
  char state = 0;
};

/// A file of /proc, whose size is not known beforehand.
static std::string readProcFile(const std::string &path) {
  std::string text;
  int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0)
    return text;
  char buffer[4096];
  for (ssize_t count; (count = read(file, buffer, sizeof(buffer))) != 0;) {
    if (count < 0 && errno != EINTR)
      break;
    if (count > 0)
      text.append(buffer, size_t(count));
  }
  close(file);
  return text;
}

/// `12 (a name) S 1 ...`: the name may hold anything, blanks and parentheses too.
static bool parseStat(StringRef text, pid_t &parent, char &state) {
  size_t end = text.rfind(')');
  if (end == StringRef::npos || text.size() < end + 5)
    return false;
  state = text[end + 2];
  return !text.drop_front(end + 4).split(' ').first.getAsInteger(10, parent);
}

ProcessTree::ProcessTree() {
  for (const Process &process : all())
    strangers.insert(process.id);
#ifdef __linux__
  prctl(PR_GET_CHILD_SUBREAPER, &adopted);
  prctl(PR_SET_CHILD_SUBREAPER, 1);
#endif
}

ProcessTree::~ProcessTree() {
#ifdef __linux__
  prctl(PR_SET_CHILD_SUBREAPER, adopted);
#endif
}

/// Every descendant of loomp that is not a stranger's, zombies included.
std::vector<ProcessTree::Process> ProcessTree::all() const {
  std::vector<Process> everybody, result;
  if (DIR *folder = opendir("/proc")) {
    while (const dirent *entry = readdir(folder)) {
      Process process;
      if (!StringRef(entry->d_name).getAsInteger(10, process.id) &&
          parseStat(readProcFile("/proc/" + std::string(entry->d_name) + "/stat"), process.parent,
                    process.state))
        everybody.push_back(process);
    }
    closedir(folder);
  }
  std::vector<pid_t> parents = {getpid()};
  for (size_t i = 0; i < parents.size(); ++i)
    for (const Process &process : everybody)
      if (process.parent == parents[i] && !strangers.count(process.id)) {
        result.push_back(process);
        parents.push_back(process.id);
      }
  return result;
}

std::vector<pid_t> ProcessTree::running() const {
  std::vector<pid_t> result;
  for (const Process &process : all())
    if (process.state != 'Z' && process.state != 'X')
      result.push_back(process.id);
  return result;
}

void ProcessTree::reap(pid_t child) const {
  for (const Process &process : all())
    if (process.state == 'Z' && process.parent == getpid() && process.id != child)
      waitpid(process.id, nullptr, WNOHANG);
}

void ProcessTree::killAll() const {
  for (unsigned attempt = 0; attempt < KillAttempts; ++attempt) {
    std::vector<Process> left = all();
    if (left.empty())
      return;
    // Stopped first, all of them: one that starts others faster than they are killed cannot win.
    for (const Process &process : left)
      kill(process.id, SIGSTOP);
    for (const Process &process : left)
      kill(process.id, SIGKILL);
    bool wasReaped = false;
    for (const Process &process : left)
      if (process.parent == getpid())
        wasReaped |= waitpid(process.id, nullptr, WNOHANG) > 0;
    if (!wasReaped)
      usleep(KillPause);
  }
}

//===----------------------------------------------------------------------===//
// Memory
//===----------------------------------------------------------------------===//

uint64_t residentBytes(pid_t process) {
  SmallVector<StringRef> numbers;
  std::string text = readProcFile("/proc/" + std::to_string(process) + "/statm");
  StringRef(text).split(numbers, ' ');
  uint64_t pages = 0;
  if (numbers.size() < 2 || numbers[1].getAsInteger(10, pages))
    return 0;
  return pages * uint64_t(sysconf(_SC_PAGESIZE));
}

/// The value in bytes of a line `Pss:     1234 kB`.
static uint64_t proportionalBytes(pid_t process) {
  std::string text = readProcFile("/proc/" + std::to_string(process) + "/smaps_rollup");
  StringRef rest = StringRef(text).split("\nPss:").second.ltrim();
  uint64_t kilobytes = 0;
  if (rest.consumeInteger(10, kilobytes))
    return residentBytes(process);
  return kilobytes * 1024;
}

uint64_t ProcessTree::memoryBytes() const {
  std::vector<pid_t> processes = running();
  uint64_t sum = 0;
  for (pid_t process : processes)
    sum += processes.size() > 1 ? proportionalBytes(process) : residentBytes(process);
  return sum;
}

bool isStopped(pid_t process) {
  pid_t parent;
  char state = 0;
  parseStat(readProcFile("/proc/" + std::to_string(process) + "/stat"), parent, state);
  return state == 'T' || state == 't';
}

uint64_t usableMemoryBytes() {
  uint64_t bytes = uint64_t(sysconf(_SC_PHYS_PAGES)) * uint64_t(sysconf(_SC_PAGESIZE));
  auto lower = [&](const std::string &path) {
    uint64_t limit; // `max` if there is none
    if (!StringRef(readProcFile(path)).trim().getAsInteger(10, limit) && limit > 0)
      bytes = std::min(bytes, limit);
  };
  // Lines `0::/path` of version 2 and `4:memory:/path` of version 1; every group above counts too.
  std::string groups = readProcFile("/proc/self/cgroup");
  SmallVector<StringRef> lines;
  StringRef(groups).split(lines, '\n');
  for (StringRef line : lines) {
    auto [controllers, path] = line.split(':').second.split(':');
    bool first = controllers == "memory";
    if (!first && !controllers.empty())
      continue;
    std::string root = first ? "/sys/fs/cgroup/memory" : "/sys/fs/cgroup";
    StringRef file = first ? "/memory.limit_in_bytes" : "/memory.max";
    for (;; path = path.rsplit('/').first) {
      lower(root + path.rtrim('/').str() + file.str());
      if (path.rtrim('/').empty())
        break;
    }
  }
  return bytes;
}

} // namespace loomp
