//===- team.cpp - an OpenMP runtime that looks for the worst order --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Threads that share nine iterations seldom meet: most races of a wrong parallelization stay
// unseen with a real runtime. Here the threads of a team are coroutines on one thread of the
// system, resumed in an order chosen to be bad, the same one in each run:
//
//   fuzz_team_order(0)  ascending: the order of the serial program under a static schedule
//   fuzz_team_order(1)  descending: thread n-1 runs first, chunks are handed out from the end
//   fuzz_team_order(2)  in lockstep: as 0, but all threads advance by one access in turn
//   fuzz_team_order(n)  rotated or random, another order in each region and after each barrier
//
// A thread gives way at barriers, at its end and at each chunk of a loop without a static
// schedule. Code compiled with `-fsanitize-coverage=trace-pc-guard,trace-loads,trace-stores`
// (clang only) also gives way before accesses to memory outside its own stack, in the orders from 2
// on: only this shows a variable that should have been private but is dead after the loop, or a
// lost `s += x`. Such an object comes first in the link: of an inline function that several objects
// have, the linker takes the first.
//
// Objects that clang or gcc compiled with `-fopenmp` link with this file instead of libomp or
// libgomp; what it does not define (tasks, teams, cancellation, user-defined locks that nest) is a
// link error. Nested regions have one thread. `threadprivate` variables are shared by the whole
// team: coroutines have no storage of their own. The environment is read as usual
// (`OMP_NUM_THREADS`, `OMP_SCHEDULE`), and `FUZZ_TEAM_ORDER` gives the order to start with.
//
//===----------------------------------------------------------------------===//

#include "team.h"

#include <array>
#include <cstdarg>
#include <ctime>
#include <type_traits>

using namespace fuzz::team;

extern "C" void fuzz_team_order(unsigned seed) { seedOrder(runtime(), seed); }

//===----------------------------------------------------------------------===//
// clang: regions
//===----------------------------------------------------------------------===//

namespace {

constexpr std::size_t MostArguments = 64;

template <std::size_t> using Argument = void *;

/// Calls an outlined region, void(int *globalThread, int *localThread, void *...), with exactly
/// the arguments that it has.
template <std::size_t Count> void callMicrotask(void (*task)(), int number, void **arguments) {
  [&]<std::size_t... Index>(std::index_sequence<Index...>) {
    using Task = void (*)(int *, int *, Argument<Index>...);
    reinterpret_cast<Task>(task)(&number, &number, arguments[Index]...);
  }(std::make_index_sequence<Count>());
}

using Caller = void (*)(void (*)(), int, void **);
template <std::size_t... Count>
constexpr std::array<Caller, sizeof...(Count)> callersFor(std::index_sequence<Count...>) {
  return {callMicrotask<Count>...};
}
constexpr auto Callers = callersFor(std::make_index_sequence<MostArguments + 1>());

void fork(int size, void (*task)(), std::vector<void *> arguments) {
  if (arguments.size() > MostArguments)
    die("a region with too many variables");
  runRegion(size,
            [&] { Callers[arguments.size()](task, runtime().current->number, arguments.data()); });
}

} // namespace

struct ident_t;
using Microtask = void (*)();

extern "C" {
void __kmpc_fork_call(ident_t *, int count, Microtask task, ...) {
  std::vector<void *> arguments(count);
  std::va_list list;
  va_start(list, task);
  for (void *&argument : arguments)
    argument = va_arg(list, void *);
  va_end(list);
  fork(sizeOfTeam(), task, std::move(arguments));
}
void __kmpc_fork_call_if(ident_t *, int count, Microtask task, int condition, void *argument) {
  std::vector<void *> arguments(count, argument);
  fork(condition ? sizeOfTeam() : 1, task, std::move(arguments));
}
void __kmpc_serialized_parallel(ident_t *, int) {
  Runtime &all = runtime();
  all.pushedThreads = 0;
  Team *team = new Team(1);
  team->threads[0].outer = all.current;
  all.current = &team->threads[0];
}
void __kmpc_end_serialized_parallel(ident_t *, int) {
  Runtime &all = runtime();
  Team *team = all.current->team;
  all.current = all.current->outer;
  delete team;
}
int __kmpc_global_thread_num(ident_t *) {
  return runtime().running ? runtime().running->number : 0;
}
void __kmpc_push_num_threads(ident_t *, int, int threads) { runtime().pushedThreads = threads; }
void __kmpc_push_proc_bind(ident_t *, int, int) {}

//===----------------------------------------------------------------------===//
// clang: threads wait for each other
//===----------------------------------------------------------------------===//

void __kmpc_barrier(ident_t *, int) { awaitBarrier(); }
void __kmpc_flush(ident_t *) {}
void __kmpc_critical(ident_t *, int, void *name) { acquire(name); }
void __kmpc_critical_with_hint(ident_t *, int, void *name, unsigned) { acquire(name); }
void __kmpc_end_critical(ident_t *, int, void *name) { release(name); }
int __kmpc_single(ident_t *, int) { return arriveFirst(); }
void __kmpc_end_single(ident_t *, int) {}
int __kmpc_master(ident_t *, int) { return runtime().current->number == 0; }
void __kmpc_end_master(ident_t *, int) {}
int __kmpc_masked(ident_t *, int, int filter) { return runtime().current->number == filter; }
void __kmpc_end_masked(ident_t *, int) {}
void __kmpc_ordered(ident_t *, int) { awaitTurn(); }
void __kmpc_end_ordered(ident_t *, int) {}

void __kmpc_copyprivate(ident_t *, int, std::size_t, void *data, void (*copy)(void *, void *),
                        int hasIt) {
  Team &team = *runtime().current->team;
  if (hasIt)
    team.copied = data;
  awaitBarrier();
  if (!hasIt)
    copy(data, team.copied);
  awaitBarrier();
}

/// Each thread combines its own copies, in the order in which threads come.
int __kmpc_reduce(ident_t *, int, int, std::size_t, void *, void (*)(void *, void *), void *lock) {
  acquire(lock);
  return 1;
}
int __kmpc_reduce_nowait(ident_t *, int, int, std::size_t, void *, void (*)(void *, void *),
                         void *lock) {
  acquire(lock);
  return 1;
}
void __kmpc_end_reduce(ident_t *, int, void *lock) {
  release(lock);
  awaitBarrier();
}
void __kmpc_end_reduce_nowait(ident_t *, int, void *lock) { release(lock); }
}

//===----------------------------------------------------------------------===//
// clang: loops
//===----------------------------------------------------------------------===//

namespace {

template <class T> Range inclusiveRange(T lower, T upper, std::make_signed_t<T> step) {
  using U = std::make_unsigned_t<T>;
  std::uint64_t trips = 0;
  if (step > 0 && lower <= upper)
    trips = std::uint64_t(U(U(upper) - U(lower)) / U(step)) + 1;
  if (step < 0 && lower >= upper)
    trips = std::uint64_t(U(U(lower) - U(upper)) / U(-U(step))) + 1;
  return {std::uint64_t(lower), std::uint64_t(std::int64_t(step)), trips};
}

/// As libomp does it: this thread's part of lower..upper; with chunks, the first of them, the
/// others follow at `stride`.
template <class T>
void initStatic(int schedule, int *isLast, T *lower, T *upper, std::make_signed_t<T> *stride,
                std::make_signed_t<T> step, std::make_signed_t<T> chunkSize) {
  constexpr int Chunked = 33, Blocks = 34, ModifierBits = 3 << 29;
  const Thread &self = *runtime().current;
  Range range = inclusiveRange(*lower, *upper, step);
  std::uint64_t trips = range.trips, threads = self.team->size(), number = self.number;
  *isLast = 0;
  *stride = step;
  if (trips == 0)
    return;
  std::uint64_t begin, end, size;
  switch (schedule & ~ModifierBits) {
  case Blocks:
    size = trips;
    begin = number * (trips / threads) + std::min(number, trips % threads);
    end = begin + trips / threads + (number < trips % threads);
    *isLast = begin < end && end == trips;
    break;
  case Chunked:
    size = std::max<std::uint64_t>(std::min<std::uint64_t>(std::max<T>(chunkSize, 1), trips), 1);
    begin = number * size;
    end = begin + size;
    *isLast = number == (trips - 1) / size % threads;
    size *= threads;
    break;
  default:
    die("a static schedule of unknown kind");
  }
  *lower = T(range.at(begin));
  *upper = T(range.at(end) - range.step);
  *stride = std::make_signed_t<T>(size * range.step);
}

/// Numbers of libomp's enumeration of schedules; from 64 on, `ordered`.
void initDispatch(int number, Range range, std::int64_t chunkSize) {
  constexpr int Monotonic = 1 << 29, Nonmonotonic = 1 << 30, FirstOrdered = 64, FirstPlain = 32;
  int kind = number & ~(Monotonic | Nonmonotonic);
  bool ordered = kind >= FirstOrdered;
  bool monotonic = ordered || (number & Monotonic);
  std::uint64_t chunk = std::max<std::int64_t>(chunkSize, 0);
  switch (kind - (ordered ? FirstOrdered : FirstPlain)) {
  case 1:
    return openLoop(range, {Kind::Static, std::max<std::uint64_t>(chunk, 1), monotonic});
  case 2:
    return openLoop(range, {Kind::Static, 0, monotonic});
  case 3:
    return openLoop(range, {Kind::Dynamic, chunk, monotonic});
  case 4:
    return openLoop(range, {Kind::Guided, chunk, monotonic});
  case 5:
    return openLoop(range, scheduleAtRunTime(monotonic));
  case 6:
    return openLoop(range, {Kind::Auto, 0, monotonic});
  default:
    die("a schedule of unknown kind");
  }
}

template <class T>
int nextDispatch(int *isLast, T *lower, T *upper, std::make_signed_t<T> *stride) {
  std::optional<Handed> handed = nextChunk();
  if (!handed)
    return 0;
  if (isLast)
    *isLast = handed->isLast();
  *lower = T(handed->begin());
  *upper = T(handed->end() - handed->range.step);
  if (stride)
    *stride = std::make_signed_t<T>(handed->range.step);
  return 1;
}

} // namespace

#define LOOP_OF_CLANG(SUFFIX, T, SIGNED)                                                           \
  extern "C" void __kmpc_for_static_init_##SUFFIX(ident_t *, int, int schedule, int *isLast,       \
                                                  T *lower, T *upper, SIGNED *stride, SIGNED step, \
                                                  SIGNED chunk) {                                  \
    initStatic<T>(schedule, isLast, lower, upper, stride, step, chunk);                            \
  }                                                                                                \
  extern "C" void __kmpc_dispatch_init_##SUFFIX(ident_t *, int, int schedule, T lower, T upper,    \
                                                SIGNED step, SIGNED chunk) {                       \
    initDispatch(schedule, inclusiveRange<T>(lower, upper, step), chunk);                          \
  }                                                                                                \
  extern "C" int __kmpc_dispatch_next_##SUFFIX(ident_t *, int, int *isLast, T *lower, T *upper,    \
                                               SIGNED *stride) {                                   \
    return nextDispatch<T>(isLast, lower, upper, stride);                                          \
  }                                                                                                \
  extern "C" void __kmpc_dispatch_fini_##SUFFIX(ident_t *, int) {}

LOOP_OF_CLANG(4, std::int32_t, std::int32_t)
LOOP_OF_CLANG(4u, std::uint32_t, std::int32_t)
LOOP_OF_CLANG(8, std::int64_t, std::int64_t)
LOOP_OF_CLANG(8u, std::uint64_t, std::int64_t)
extern "C" void __kmpc_for_static_fini(ident_t *, int) {}
extern "C" void __kmpc_dispatch_deinit(ident_t *, int) {}

//===----------------------------------------------------------------------===//
// gcc: regions, and how threads wait for each other
//===----------------------------------------------------------------------===//

static const char criticalLock = 0, atomicLock = 0;

extern "C" {
void GOMP_parallel(void (*body)(void *), void *data, unsigned threads, unsigned) {
  runRegion(sizeOfTeam(threads), [=] { body(data); });
}
void GOMP_barrier() { awaitBarrier(); }
void GOMP_critical_start() { acquire(&criticalLock); }
void GOMP_critical_end() { release(&criticalLock); }
void GOMP_critical_name_start(void **name) { acquire(name); }
void GOMP_critical_name_end(void **name) { release(name); }
void GOMP_atomic_start() { acquire(&atomicLock); }
void GOMP_atomic_end() { release(&atomicLock); }
void GOMP_ordered_start() { awaitTurn(); }
void GOMP_ordered_end() {}
bool GOMP_single_start() { return arriveFirst(); }
void *GOMP_single_copy_start() {
  if (arriveFirst())
    return nullptr;
  awaitBarrier();
  return runtime().current->team->copied;
}
void GOMP_single_copy_end(void *data) {
  runtime().current->team->copied = data;
  awaitBarrier();
}

//===----------------------------------------------------------------------===//
// gcc: loops and sections
//===----------------------------------------------------------------------===//

void GOMP_loop_end() { awaitBarrier(); }
void GOMP_loop_end_nowait() {}
unsigned GOMP_sections_next() {
  std::optional<Handed> section = nextChunk();
  return section ? section->begin() : 0;
}
unsigned GOMP_sections_start(unsigned count) {
  openLoop({1, 1, count}, {Kind::Dynamic, 1});
  return GOMP_sections_next();
}
void GOMP_sections_end() { awaitBarrier(); }
void GOMP_sections_end_nowait() {}
void GOMP_parallel_sections(void (*body)(void *), void *data, unsigned threads, unsigned count,
                            unsigned) {
  runRegion(sizeOfTeam(threads), [=] {
    openLoop({1, 1, count}, {Kind::Dynamic, 1});
    body(data);
  });
}
}

namespace {

using Unsigned = unsigned long long;

Range rangeUntil(long begin, long end, long step) {
  return step > 0 ? inclusiveRange<long>(begin, end - (begin < end), begin < end ? step : 0)
                  : inclusiveRange<long>(begin, end + (begin > end), begin > end ? step : 0);
}

/// `step` wraps around if the loop goes down.
Range rangeUntil(bool up, Unsigned begin, Unsigned end, Unsigned step) {
  if (up ? begin >= end : begin <= end)
    return {begin, step, 0};
  return inclusiveRange<Unsigned>(begin, up ? end - 1 : end + 1, step);
}

template <class T> bool nextLoop(T *begin, T *end) {
  std::optional<Handed> handed = nextChunk();
  if (!handed)
    return false;
  *begin = T(handed->begin());
  *end = T(handed->end());
  return true;
}

} // namespace

/// The parameter for the size of chunks, which some lack, comes last.
#define LOOP_OF_GCC(NAME, SCHEDULE, ...)                                                           \
  extern "C" bool GOMP_loop_##NAME##_next(long *from, long *to) { return nextLoop(from, to); }     \
  extern "C" bool GOMP_loop_##NAME##_start(                                                        \
      long begin, long end, long step __VA_OPT__(, ) __VA_ARGS__, long *from, long *to) {          \
    openLoop(rangeUntil(begin, end, step), SCHEDULE);                                              \
    return nextLoop(from, to);                                                                     \
  }                                                                                                \
  extern "C" bool GOMP_loop_ull_##NAME##_next(Unsigned *from, Unsigned *to) {                      \
    return nextLoop(from, to);                                                                     \
  }                                                                                                \
  extern "C" bool GOMP_loop_ull_##NAME##_start(bool up, Unsigned begin, Unsigned end,              \
                                               Unsigned step __VA_OPT__(, ) __VA_ARGS__,           \
                                               Unsigned *from, Unsigned *to) {                     \
    openLoop(rangeUntil(up, begin, end, step), SCHEDULE);                                          \
    return nextLoop(from, to);                                                                     \
  }                                                                                                \
  extern "C" void GOMP_parallel_loop_##NAME(void (*body)(void *), void *data, unsigned threads,    \
                                            long begin, long end,                                  \
                                            long step __VA_OPT__(, ) __VA_ARGS__, unsigned) {      \
    runRegion(sizeOfTeam(threads), [=] {                                                           \
      openLoop(rangeUntil(begin, end, step), SCHEDULE);                                            \
      body(data);                                                                                  \
    });                                                                                            \
  }
#define SCHEDULED(KIND, MONOTONIC) (Schedule{Kind::KIND, std::uint64_t(chunk), MONOTONIC})

LOOP_OF_GCC(static, SCHEDULED(Static, true), long chunk)
LOOP_OF_GCC(dynamic, SCHEDULED(Dynamic, true), long chunk)
LOOP_OF_GCC(guided, SCHEDULED(Guided, true), long chunk)
LOOP_OF_GCC(nonmonotonic_dynamic, SCHEDULED(Dynamic, false), long chunk)
LOOP_OF_GCC(nonmonotonic_guided, SCHEDULED(Guided, false), long chunk)
LOOP_OF_GCC(ordered_static, SCHEDULED(Static, true), long chunk)
LOOP_OF_GCC(ordered_dynamic, SCHEDULED(Dynamic, true), long chunk)
LOOP_OF_GCC(ordered_guided, SCHEDULED(Guided, true), long chunk)
LOOP_OF_GCC(runtime, scheduleAtRunTime(true))
LOOP_OF_GCC(ordered_runtime, scheduleAtRunTime(true))
LOOP_OF_GCC(nonmonotonic_runtime, scheduleAtRunTime(false))
LOOP_OF_GCC(maybe_nonmonotonic_runtime, scheduleAtRunTime(false))

//===----------------------------------------------------------------------===//
// What programs call themselves
//===----------------------------------------------------------------------===//

extern "C" {
int omp_get_thread_num() { return runtime().current->number; }
int omp_get_num_threads() { return runtime().current->team->size(); }
int omp_get_max_threads() { return runtime().threads; }
void omp_set_num_threads(int threads) { runtime().threads = std::max(1, threads); }
int omp_get_num_procs() { return 4; }
int omp_in_parallel() { return runtime().running != nullptr; }
int omp_get_active_level() { return runtime().running != nullptr; }
int omp_get_level() {
  int level = 0;
  for (const Thread *thread = runtime().current->outer; thread; thread = thread->outer)
    ++level;
  return level;
}
void omp_set_schedule(int kind, int chunk) { runtime().schedule = {kind, chunk}; }
void omp_get_schedule(int *kind, int *chunk) {
  *kind = runtime().schedule.kind;
  *chunk = runtime().schedule.chunk;
}
void omp_set_dynamic(int) {}
int omp_get_dynamic() { return 0; }
void omp_set_nested(int) {}
int omp_get_nested() { return 0; }
void omp_set_max_active_levels(int) {}
int omp_get_max_active_levels() { return 1; }
int omp_get_thread_limit() { return 1 << 30; }
void omp_init_lock(void *) {}
void omp_destroy_lock(void *) {}
void omp_set_lock(void *lock) { acquire(lock); }
void omp_unset_lock(void *lock) { release(lock); }
double omp_get_wtime() {
  timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return double(now.tv_sec) + 1e-9 * double(now.tv_nsec);
}
double omp_get_wtick() { return 1e-9; }

//===----------------------------------------------------------------------===//
// What instrumented code calls
//===----------------------------------------------------------------------===//

void __sanitizer_cov_load1(void *address) { reachAccess(address); }
void __sanitizer_cov_load2(void *address) { reachAccess(address); }
void __sanitizer_cov_load4(void *address) { reachAccess(address); }
void __sanitizer_cov_load8(void *address) { reachAccess(address); }
void __sanitizer_cov_load16(void *address) { reachAccess(address); }
void __sanitizer_cov_store1(void *address) { reachAccess(address); }
void __sanitizer_cov_store2(void *address) { reachAccess(address); }
void __sanitizer_cov_store4(void *address) { reachAccess(address); }
void __sanitizer_cov_store8(void *address) { reachAccess(address); }
void __sanitizer_cov_store16(void *address) { reachAccess(address); }
void __sanitizer_cov_trace_pc_guard(std::uint32_t *) {}
void __sanitizer_cov_trace_pc_guard_init(std::uint32_t *, std::uint32_t *) {}

/// Local static variables: another coroutine that met one half made would wait for ever. The first
/// byte of a guard says that the variable is made, by the ABI that compilers share.
int abi::__cxa_guard_acquire(abi::__guard *guard) {
  if (*reinterpret_cast<char *>(guard))
    return 0;
  ++runtime().unswitchable;
  return 1;
}
void abi::__cxa_guard_release(abi::__guard *guard) {
  *reinterpret_cast<char *>(guard) = 1;
  --runtime().unswitchable;
}
void abi::__cxa_guard_abort(abi::__guard *) { --runtime().unswitchable; }
}
