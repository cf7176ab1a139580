//===- tasks.cpp - a runtime that runs tasks in the worst order -----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Tasks that follow each other within microseconds seldom run in another order than that in which
// they were made, so a missing `depend` clause stays unseen with a real runtime. Here one thread
// keeps all tasks until the region waits for them, and then runs them in an order that the clauses
// allow:
//
//   FUZZ_TASK_ORDER=0   as they were made
//   FUZZ_TASK_ORDER=1   of those that wait for none, the one made last
//   FUZZ_TASK_ORDER=n   a random one of those, another sequence for each n
//
// Two tasks that may not be exchanged and that no path of clauses orders are exchanged in some of
// these orders. What only shows if tasks run at the same time is not found.
//
// Objects that g++ compiled with `-fopenmp` link with this file instead of libgomp. What it does
// not define (worksharing loops, copies of what a task is given by a constructor, `detach`) is a
// link error, or ends the program.
//
//===----------------------------------------------------------------------===//

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>
#include <set>
#include <utility>
#include <vector>

namespace {

struct Task {
  void (*run)(void *);
  std::vector<std::max_align_t> data;
  std::set<void *> written, read; ///< out or inout; in
};

std::vector<Task> waiting;

bool shares(const std::set<void *> &a, const std::set<void *> &b) {
  for (void *each : a)
    if (b.count(each))
      return true;
  return false;
}

bool waitsFor(const Task &later, const Task &earlier) {
  return shares(later.written, earlier.written) || shares(later.written, earlier.read) ||
         shares(later.read, earlier.written);
}

unsigned order() {
  const char *text = std::getenv("FUZZ_TASK_ORDER");
  return text ? unsigned(std::atoi(text)) : 0;
}

std::size_t chooseTask() {
  static std::mt19937 random(order());
  std::vector<std::size_t> ready;
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    bool isReady = true;
    for (std::size_t k = 0; k < i; ++k)
      isReady &= !waitsFor(waiting[i], waiting[k]);
    if (isReady)
      ready.push_back(i);
  }
  return order() == 0   ? ready.front()
         : order() == 1 ? ready.back()
                        : ready[random() % ready.size()];
}

void runTasks() {
  while (!waiting.empty()) {
    auto next = waiting.begin() + std::ptrdiff_t(chooseTask());
    Task task = std::move(*next);
    waiting.erase(next);
    std::vector<Task> others = std::move(waiting);
    waiting.clear();
    task.run(task.data.data());
    runTasks(); // those that a region in the task has made
    waiting = std::move(others);
  }
}

} // namespace

extern "C" {

void GOMP_parallel(void (*run)(void *), void *data, unsigned, unsigned) {
  std::vector<Task> others = std::move(waiting);
  waiting.clear();
  run(data);
  runTasks();
  waiting = std::move(others);
}

bool GOMP_single_start() { return true; }
void GOMP_barrier() { runTasks(); }

/// `depend`: how many addresses there are, how many of them are written, and the addresses, those
/// first.
void GOMP_task(void (*run)(void *), void *data, void (*copy)(void *, void *), long size, long, bool,
               unsigned flags, void **depend, int, void *) {
  constexpr unsigned hasDependences = 8, isDetached = 64;
  auto count = [&](unsigned i) { return reinterpret_cast<std::uintptr_t>(depend[i]); };
  if (copy || (flags & isDetached) || ((flags & hasDependences) && count(0) == 0)) {
    std::fprintf(stderr, "tasks.cpp: a task of another kind\n");
    std::abort();
  }
  Task task{
      run, std::vector<std::max_align_t>(std::size_t(size) / sizeof(std::max_align_t) + 1), {}, {}};
  std::memcpy(task.data.data(), data, std::size_t(size));
  for (std::uintptr_t i = 0; (flags & hasDependences) && i < count(0); ++i)
    (i < count(1) ? task.written : task.read).insert(depend[2 + i]);
  waiting.push_back(std::move(task));
}
}
