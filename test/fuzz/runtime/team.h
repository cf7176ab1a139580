//===- team.h - threads of a team as coroutines, in a bad order -----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// What team.cpp offers to compiled code, without the names that compilers give it: regions,
// barriers, locks and worksharing. Read team.cpp's head first; included there only.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_FUZZ_TEAM_H
#define LOOMP_FUZZ_TEAM_H

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <cxxabi.h>
#include <functional>
#include <map>
#include <optional>
#include <random>
#include <sys/mman.h>
#include <tuple>
#include <ucontext.h>
#include <utility>
#include <vector>

namespace fuzz::team {

//===----------------------------------------------------------------------===//
// What there is
//===----------------------------------------------------------------------===//

enum class State { Ready, AtBarrier, AwaitingTurn, AwaitingLock, Done };

/// Which chunk a thread that asks for one receives.
enum class Handing {
  Owned,   ///< static: thread t has the chunks t, t + n, ...
  InTurn,  ///< monotonic: the first one left
  AnyOrder ///< nonmonotonic: whatever the order of the team makes the first one
};

/// Iterations, numbered from 0.
struct Chunk {
  std::uint64_t begin, end;
};

/// The values of a loop's variable, in arithmetic that wraps around: first + j * step, j < trips.
struct Range {
  std::uint64_t first = 0, step = 1, trips = 0;
  std::uint64_t at(std::uint64_t j) const { return first + j * step; }
};

/// One execution of a loop, of `sections` or of `single` by the team.
struct Workshare {
  bool opened = false;
  Range range;
  Handing handing = Handing::InTurn;
  std::vector<Chunk> chunks;
  std::vector<bool> finished;
  std::size_t handedOut = 0;
  std::size_t turn = 0; ///< all chunks before this one are finished
  int left = 0;         ///< threads that will not ask again
};

struct Team;

struct Thread {
  Team *team = nullptr;
  int number = 0;
  Thread *outer = nullptr; ///< the thread that this one is in the enclosing region

  std::size_t constructs = 0; ///< worksharing constructs met so far
  Workshare *share = nullptr; ///< the loop it is in, which may ask for more chunks
  std::int64_t chunk = -1;    ///< the chunk that it works on
  State state = State::Ready; ///< from here on: for threads of teams with more than one
  std::uint64_t stamp = 0;    ///< the least one goes first; 0: has not run since the barrier
  const void *lock = nullptr; ///< what it waits for
  ucontext_t context;
};

struct Team {
  explicit Team(int size) : threads(size) {
    for (int number = 0; number < size; ++number)
      threads[number].team = this, threads[number].number = number;
  }
  int size() const { return int(threads.size()); }

  std::vector<Thread> threads;
  std::map<std::size_t, Workshare> shares; ///< by the number of the construct
  std::function<void()> body;
  void *copied = nullptr; ///< of `copyprivate`
  ucontext_t scheduler;
};

enum class Order { Rotated, Descending, Random };

/// The schedule of `schedule(runtime)`, numbered as omp_sched_t.
struct RuntimeSchedule {
  int kind = 2, chunk = 1;
};

struct Runtime {
  Team initial{1};
  Thread *current = &initial.threads[0]; ///< innermost
  Thread *running = nullptr;             ///< the coroutine, if any
  int threads = 4, pushedThreads = 0;
  RuntimeSchedule schedule;

  unsigned seed = 0;
  std::mt19937_64 random;
  Order order = Order::Rotated; ///< of this phase: from one barrier to the next
  int rotation = 0;
  unsigned switchOneIn = 0; ///< accesses, at random; 0: none
  int unswitchable = 0;     ///< initializations of static variables under way
  std::uint64_t clock = 0;

  std::map<const void *, Thread *> locks; ///< held ones
  std::vector<void *> stacks;

  Runtime();
};

/// Made at the first use, never destroyed. (A local static variable would need the guards that
/// team.cpp replaces.)
inline Runtime &runtime() {
  static Runtime *instance = nullptr;
  if (!instance)
    instance = new Runtime;
  return *instance;
}

inline void seedOrder(Runtime &all, unsigned seed) {
  all.seed = seed;
  all.random.seed(seed);
}

inline Runtime::Runtime() {
  if (const char *text = std::getenv("OMP_NUM_THREADS"))
    threads = std::max(1, std::atoi(text));
  if (const char *text = std::getenv("OMP_SCHEDULE")) {
    constexpr const char *Kinds[] = {"static", "dynamic", "guided", "auto"};
    for (int kind = 0; kind < 4; ++kind)
      if (std::strncmp(text, Kinds[kind], std::strlen(Kinds[kind])) == 0)
        schedule.kind = kind + 1;
    const char *comma = std::strchr(text, ',');
    schedule.chunk = comma ? std::atoi(comma + 1) : 0;
  }
  const char *text = std::getenv("FUZZ_TEAM_ORDER");
  seedOrder(*this, text ? std::atoi(text) : 0);
}

[[noreturn]] inline void die(const char *message) {
  std::fprintf(stderr, "team.cpp: %s\n", message);
  std::abort();
}

//===----------------------------------------------------------------------===//
// Coroutines
//===----------------------------------------------------------------------===//

/// What the C++ library keeps for each thread: the exceptions being handled.
struct Exceptions {
  void *caught = nullptr;
  unsigned uncaught = 0;
};

inline Exceptions &exceptions() {
  return *reinterpret_cast<Exceptions *>(abi::__cxa_get_globals());
}

inline void swapContexts(ucontext_t &from, const ucontext_t &to) {
  Exceptions mine = exceptions();
  swapcontext(&from, &to);
  exceptions() = mine;
}

constexpr std::size_t StackSize = 256 * 1024, GuardSize = 4096, SpoiltSize = 8192;

/// Below each stack is a page that may not be touched. Where a thread's first variables will be is
/// a pattern: one that is private but read before it is written shows.
inline void *stackFor(Runtime &all, std::size_t index) {
  while (all.stacks.size() <= index) {
    void *memory = mmap(nullptr, GuardSize + StackSize, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED || mprotect(memory, GuardSize, PROT_NONE) != 0)
      die("no memory for stacks");
    all.stacks.push_back(static_cast<char *>(memory) + GuardSize);
  }
  char *stack = static_cast<char *>(all.stacks[index]);
  std::memset(stack + StackSize - SpoiltSize, 0xa5, SpoiltSize);
  return stack;
}

/// As in the real runtimes, no exception leaves a region.
inline void coroutineMain() noexcept {
  exceptions() = {};
  Runtime &all = runtime();
  Thread &self = *all.running;
  self.team->body();
  self.state = State::Done;
  swapContexts(self.context, self.team->scheduler);
}

/// Lets others run; comes back when the scheduler chooses this thread again.
inline void switchAway(State state, std::uint64_t stamp) {
  Runtime &all = runtime();
  Thread &self = *all.running;
  Thread *current = all.current;
  self.state = state;
  self.stamp = stamp;
  swapContexts(self.context, self.team->scheduler);
  all.current = current;
}

inline void giveWay() {
  Runtime &all = runtime();
  if (all.running && !all.unswitchable)
    switchAway(State::Ready, ++all.clock);
}

/// With a chunk in hand that others will overtake: under a descending order until all are done.
inline void holdBack() {
  Runtime &all = runtime();
  if (all.running && !all.unswitchable)
    switchAway(State::Ready, all.order == Order::Descending ? ~++all.clock : ++all.clock);
}

inline bool canRun(const Runtime &all, const Thread &thread) {
  switch (thread.state) {
  case State::Ready:
    return true;
  case State::AwaitingTurn:
    return thread.share->turn == std::size_t(thread.chunk);
  case State::AwaitingLock:
    return !all.locks.contains(thread.lock);
  case State::AtBarrier:
  case State::Done:
    return false;
  }
  return false;
}

inline Thread *chooseNext(Runtime &all, Team &team) {
  std::vector<Thread *> candidates;
  for (Thread &thread : team.threads)
    if (canRun(all, thread))
      candidates.push_back(&thread);
  if (candidates.empty())
    return nullptr;
  if (all.order == Order::Random)
    return candidates[all.random() % candidates.size()];
  auto key = [&](const Thread *thread) {
    int rank = all.order == Order::Descending ? team.size() - 1 - thread->number
                                              : (thread->number + all.rotation) % team.size();
    return std::tuple(thread->stamp, rank);
  };
  return *std::ranges::min_element(candidates, {}, key);
}

inline void startPhase(Runtime &all, Team &team) {
  all.rotation = 0;
  all.switchOneIn = all.seed == 2;
  all.order = all.seed == 1 ? Order::Descending : Order::Rotated;
  if (all.seed >= 3) {
    constexpr unsigned Rates[] = {0, 1, 2, 3, 8};
    constexpr Order Orders[] = {Order::Descending, Order::Rotated, Order::Random, Order::Random};
    all.rotation = int(all.random() % team.size());
    all.switchOneIn = Rates[all.random() % std::size(Rates)];
    all.order = Orders[all.random() % std::size(Orders)];
  }
  for (Thread &thread : team.threads)
    thread.state = State::Ready, thread.stamp = 0;
}

/// Runs the body of the team in each of its threads, until all are done.
inline void schedule(Runtime &all, Team &team) {
  auto count = [&](State state) { return std::ranges::count(team.threads, state, &Thread::state); };
  startPhase(all, team);
  while (count(State::Done) != team.size()) {
    if (Thread *next = chooseNext(all, team)) {
      all.running = all.current = next;
      swapContexts(team.scheduler, next->context);
    } else if (count(State::AtBarrier) == team.size()) {
      startPhase(all, team);
    } else {
      die("deadlock: some threads of the team wait for others that do not come");
    }
  }
}

inline void runRegion(int size, std::function<void()> body) noexcept {
  Runtime &all = runtime();
  Team team(all.running ? 1 : size);
  team.body = std::move(body);
  Thread *outer = all.current;
  for (Thread &thread : team.threads)
    thread.outer = outer;
  if (team.size() == 1) {
    all.current = &team.threads[0];
    team.body();
  } else {
    for (Thread &thread : team.threads) {
      getcontext(&thread.context);
      thread.context.uc_stack.ss_sp = stackFor(all, thread.number);
      thread.context.uc_stack.ss_size = StackSize;
      thread.context.uc_link = nullptr;
      makecontext(&thread.context, coroutineMain, 0);
    }
    schedule(all, team);
    all.running = nullptr;
  }
  all.current = outer;
}

/// How many threads the next region has, which `num_threads` may have said.
inline int sizeOfTeam(int asked = 0) {
  Runtime &all = runtime();
  int pushed = std::exchange(all.pushedThreads, 0);
  return asked > 0 ? asked : pushed > 0 ? pushed : all.threads;
}

//===----------------------------------------------------------------------===//
// Waiting for each other
//===----------------------------------------------------------------------===//

inline bool isAlone() { return runtime().current->team->size() == 1; }

inline void awaitBarrier() {
  if (!isAlone())
    switchAway(State::AtBarrier, 0);
}

inline void acquire(const void *lock) {
  Runtime &all = runtime();
  if (!all.running)
    return;
  if (all.locks.contains(lock)) {
    all.running->lock = lock;
    switchAway(State::AwaitingLock, ++all.clock);
  }
  all.locks[lock] = all.running;
}

inline void release(const void *lock) { runtime().locks.erase(lock); }

inline void awaitTurn() {
  Runtime &all = runtime();
  Thread &self = *all.current;
  if (!isAlone() && self.share && self.share->turn != std::size_t(self.chunk))
    switchAway(State::AwaitingTurn, ++all.clock);
}

/// Any access of code that was compiled to tell.
inline void reachAccess(const void *address) {
  Runtime &all = runtime();
  if (!all.running || !all.switchOneIn || all.unswitchable)
    return;
  const char *stack = static_cast<const char *>(all.running->context.uc_stack.ss_sp);
  if (address >= stack && address < stack + StackSize)
    return;
  if (all.switchOneIn == 1 || all.random() % all.switchOneIn == 0)
    giveWay();
}

//===----------------------------------------------------------------------===//
// Sharing work
//===----------------------------------------------------------------------===//

inline void leave(Team &team, Workshare &share) {
  if (++share.left < team.size())
    return;
  std::erase_if(team.shares, [&](const auto &entry) { return &entry.second == &share; });
}

enum class Kind { Static = 1, Dynamic = 2, Guided = 3, Auto = 4 };

struct Schedule {
  Kind kind = Kind::Static;
  std::uint64_t chunk = 0; ///< 0: none given
  bool monotonic = false;  ///< ordered loops are, too
};

inline Schedule scheduleAtRunTime(bool monotonic) {
  const RuntimeSchedule &now = runtime().schedule;
  bool saysMonotonic = unsigned(now.kind) >> 31;
  return {Kind(now.kind & 0x7fffffff), std::uint64_t(std::max(0, now.chunk)),
          monotonic || saysMonotonic};
}

/// The first thread to reach a loop decides how its iterations are cut and handed out.
inline void cutIntoChunks(Workshare &share, Schedule schedule, std::uint64_t threads) {
  std::uint64_t trips = share.range.trips, given = std::max<std::uint64_t>(schedule.chunk, 1);
  bool blocks = schedule.kind == Kind::Auto || (schedule.kind == Kind::Static && !schedule.chunk);
  for (std::uint64_t begin = 0, block = 0; begin < trips; ++block) {
    std::uint64_t size = given, rest = trips - begin;
    if (blocks)
      size = trips / threads + (block < trips % threads);
    else if (schedule.kind == Kind::Guided)
      size = std::max(given, (rest + threads - 1) / threads);
    size = std::min(size, rest);
    share.chunks.push_back({begin, begin + size});
    begin += size;
  }
  share.finished.resize(share.chunks.size());
  share.handing = schedule.kind == Kind::Static || schedule.kind == Kind::Auto ? Handing::Owned
                  : schedule.monotonic || threads == 1                         ? Handing::InTurn
                                                                               : Handing::AnyOrder;
  if (share.handing != Handing::AnyOrder || share.chunks.empty())
    return;
  Runtime &all = runtime();
  if (all.order == Order::Descending)
    std::ranges::reverse(share.chunks);
  else if (all.order == Order::Random)
    std::ranges::shuffle(share.chunks, all.random);
  else
    std::ranges::rotate(share.chunks, share.chunks.begin() + all.rotation % share.chunks.size());
}

inline void openLoop(Range range, Schedule schedule) {
  Thread &self = *runtime().current;
  Workshare &share = self.team->shares[self.constructs++];
  self.share = &share;
  self.chunk = -1;
  if (std::exchange(share.opened, true))
    return;
  share.range = range;
  cutIntoChunks(share, schedule, self.team->size());
}

struct Handed {
  Range range;
  Chunk chunk;
  bool isLast() const { return chunk.end == range.trips; }
  std::uint64_t begin() const { return range.at(chunk.begin); }
  std::uint64_t end() const { return range.at(chunk.end); }
};

inline std::optional<Handed> nextChunk() {
  Thread &self = *runtime().current;
  Team &team = *self.team;
  if (!self.share)
    return std::nullopt;
  Workshare &share = *self.share;
  if (self.chunk >= 0) {
    share.finished[self.chunk] = true;
    while (share.turn < share.chunks.size() && share.finished[share.turn])
      ++share.turn;
  }
  if (share.handing == Handing::AnyOrder)
    giveWay();
  std::size_t next = share.handing != Handing::Owned ? share.handedOut++
                     : self.chunk < 0                ? self.number
                                                     : self.chunk + team.size();
  if (next >= share.chunks.size()) {
    self.share = nullptr;
    self.chunk = -1;
    leave(team, share);
    return std::nullopt;
  }
  self.chunk = next;
  if (share.handing != Handing::AnyOrder && !isAlone())
    holdBack();
  return Handed{share.range, share.chunks[next]};
}

inline bool arriveFirst() {
  Thread &self = *runtime().current;
  Workshare &share = self.team->shares[self.constructs++];
  bool first = !std::exchange(share.opened, true);
  leave(*self.team, share);
  return first;
}

} // namespace fuzz::team

#endif // LOOMP_FUZZ_TEAM_H
