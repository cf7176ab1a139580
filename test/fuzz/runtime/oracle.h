//===- oracle.h - records which iterations touch the same memory ----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A kernel printed for the oracle is compiled without optimization and with instrumentation: the
// compiler calls the oracle at each load, store and copy. The kernel itself only says where loops
// and iterations begin and which object has which name:
//
//   fuzz::oracle::Variable track_s(s, "s");
//   { fuzz::oracle::Loop loop_0(0, true);
//   for (long i = 0; i < n; ++i) {
//     loop_0.iterate();
//     s += a[i];
//   }}
//
// What is neither an arena array, nor on the heap, nor named by a `Variable` is not tracked
// (temporaries, loop indices). The head of a loop between two bodies belongs to the earlier
// iteration, before the first body to none: there it collides with nothing.
//
// How to build: the kernels by
//   clang++-22 -std=c++20 -O0 -DFUZZ_ORACLE -D_GLIBCXX_EXTERN_TEMPLATE=0
//     -fsanitize-coverage=func,trace-loads,trace-stores        loads and stores
//     -fsanitize=thread -mllvm -tsan-instrument-memory-accesses=0
//     -mllvm -tsan-instrument-func-entry-exit=0 -mllvm -tsan-instrument-atomics=0
//     -mllvm -tsan-handle-cxx-exceptions=0                     memcpy, memmove and memset alone
// and oracle.cpp at -O2 without any of these. Link without -fsanitize, and put the kernels first:
// of an inline function that several files contain, the first one's body is the one that runs.
//
// What escapes: accesses of compiled libraries (qsort, streams, the balancing of std::map;
// std::string only without the macro above), read-modify-write of std::atomic, values whose size is
// not 1, 2, 4, 8 or 16 bytes and which are not copied by memcpy (long double), memory from malloc,
// the value that a variable is declared with, and what a destructor does with the variable it
// destroys. A global is tracked from where a `Variable` in a function first names it; it keeps its
// history to the end of the run.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_FUZZ_ORACLE_H
#define LOOMP_FUZZ_ORACLE_H

#include <cstddef>

namespace fuzz::oracle {

/// One execution of a loop, alive as long as the loop runs.
class Loop {
public:
  /// `parallel`: the run-time condition under which the tool calls the loop parallel, as evaluated
  /// at its entry; collisions in an execution without it are counted apart.
  Loop(int number, bool parallel);
  ~Loop();
  Loop(const Loop &) = delete;
  void iterate();
};

/// Gives a name to an object for as long as this one lives. The object's memory starts without a
/// history (its bytes may have been used by another variable before), unless it belongs to the
/// arena, the heap, static storage or another living `Variable` already: then it is a reference,
/// and only the name is new.
///
/// A loop knows a location by the name that was given last before the loop was entered: not by
/// that of a reference declared in its body or of a parameter of a function called there.
class Variable {
public:
  template <class T>
  Variable(const T &object, const char *name)
      : Variable(&reinterpret_cast<const volatile char &>(object), sizeof(T), name) {}
  ~Variable();
  Variable(const Variable &) = delete;

private:
  Variable(const volatile char *begin, std::size_t size, const char *name);
};

/// Memory that outlives the kernel: an array of the arena. Where two of them overlap, the name
/// registered last counts. Call it after `startRun`, and not for what lies on the stack.
void registerArray(const void *begin, std::size_t size, const char *name);
/// Forgets all history, arrays and counts: the next run begins.
void startRun();
/// Ends the run and prints what was recorded since `startRun` as one line of JSON:
///   {"kernel": 17, "input": 3, "loops": {"0": {
///      "executions": 2,          how often the loop was entered
///      "iterations": 14,         in all
///      "longest": 7,             of the longest execution
///      "collided": {             objects with a location that two iterations of one execution
///                                touched, at least one of them writing; by name
///         "s": {"flow": [1, 2],    iterations, from 0, of a first example, if any: the later one
///                                  reads, before writing it itself, what the earlier one wrote
///               "anti": [0, 1],    the earlier one reads, the later one writes
///               "output": [1, 2],  both write
///               "distance": 1,     smallest difference of iterations among all three
///               "exposed": true}}, some iteration reads a location before writing it, and some
///                                  iteration writes this location
///      "conditional": {...},     the same for executions whose `parallel` was false
///      "liveOut": ["s"],         written by the loop, read after it before being written again;
///                                arrays of the arena and kept heap memory are read by the end
///      "liveOutEarly": ["t"],    live-out locations not written by the last iteration of an
///                                execution whose `parallel` was true
///      "thrown": true,           an exception left an execution; else absent
///      "elsewhere": ["total"]    what a function called in the loop accesses and what is no
///                                variable of the function around the loop; absent if there is none
///   }}}
/// Loops that were never entered are absent. All memory from `new` is one object, "heap".
void printRun(int kernel, int input);

} // namespace fuzz::oracle

#endif // LOOMP_FUZZ_ORACLE_H
