//===- ProcessTree.h - everything that a program has started --------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A process group holds only those who stay in it: a child that calls `setsid`, or whose parent
// ends, is out of reach. While a `ProcessTree` lives, loomp is the parent of all orphans among its
// descendants, so that nobody leaves the tree:
//
//   Every process that the program starts, directly or not, is a descendant of loomp until it is
//   reaped; for when the parent of a process ends, the process gets the nearest ancestor that
//   adopts orphans, and up to loomp there is none but those that the program itself made so.
//
// Where there is no /proc, the tree looks empty, and the process group alone is killed.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_VERIFY_PROCESSTREE_H
#define LOOMP_TOOL_VERIFY_PROCESSTREE_H

#include <cstdint>
#include <set>
#include <sys/types.h>
#include <vector>

namespace loomp {

class ProcessTree {
public:
  /// Processes that exist now are not of the tree: a shell that became loomp may have left some.
  ProcessTree();
  ~ProcessTree();
  ProcessTree(const ProcessTree &) = delete;
  ProcessTree &operator=(const ProcessTree &) = delete;

  /// All that run; zombies are not among them.
  std::vector<pid_t> running() const;

  /// The memory of all that run, in bytes: pages that several of them share count once.
  uint64_t memoryBytes() const;

  /// Takes the zombies that have no other parent than loomp, except `child`.
  void reap(pid_t child) const;

  /// Kills and reaps all. Returns when all are gone, or do not go within some seconds.
  void killAll() const;

private:
  struct Process;
  std::vector<Process> all() const;

  std::set<pid_t> strangers;
  int adopted = 0; ///< whether loomp adopted orphans before
};

/// Memory in which a process runs now, in bytes; 0 if that is not known.
uint64_t residentBytes(pid_t process);

/// Whether a signal has stopped a process.
bool isStopped(pid_t process);

/// The memory that loomp and its programs may use: the machine's, or less in a container.
uint64_t usableMemoryBytes();

} // namespace loomp

#endif // LOOMP_TOOL_VERIFY_PROCESSTREE_H
