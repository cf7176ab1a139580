//===- Simd.cpp - loops whose iterations run in vector lanes --------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//     for (int i = 0; i < n; i++)         #pragma omp simd reduction(+ : sum)
//       sum += x[i] * y[i];           →   for (int i = 0; i < n; i++)
//                                           sum += x[i] * y[i];
//
// Theorem. A loop that is parallel under its roles and conditions is a valid `simd` loop with the
// same clauses if its body holds nothing but the loop's own work: iterations that may run at the
// same time on threads may also run in lanes of one thread, and a lane has its own copy of what is
// private, reduced or last. What is asked in addition:
//
//   - a `simd` region may not meet other constructs of OpenMP (5.2, 10.4), also in functions that
//     it calls, nor exceptions: a fact of the analysis (LoopResult::notSimdBecause);
//   - there is no `firstprivate` on `simd`, so no role may need one;
//   - results of threads, atomic updates and arrays on the heap belong to threads.
//
// As `parallel for simd` each thread runs its share in lanes. The same is asked: a `firstprivate`
// would give each thread a copy, and its lanes one between them. An unmodified `if` keeps threads
// and lanes away where arrays overlap, in clang 22 and g++ 12; one that only says whether threads
// pay is for `parallel` alone.
//
// Only loops without a loop inside are vectorized this way: lanes over an outer loop would take
// each element of an inner one from another row.
//
//===----------------------------------------------------------------------===//

#include "rewriters/Simd.h"
#include "rewriters/ThreadResults.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace loomp {

std::string whyNotSimd(const LoopResult &loop) {
  if (!loop.notSimdBecause.empty())
    return loop.notSimdBecause;
  if (hasRegion(loop))
    return "threads keep results of their own";
  for (const Role &role : loop.roles) {
    if (role.kind == RoleKind::FirstPrivate)
      return "'" + role.variable + "' needs its value before the loop in each lane";
    if (role.kind == RoleKind::Atomic || role.kind == RoleKind::ArrayReduction)
      return "'" + role.variable + "' is updated by several iterations";
    if (!role.classType.empty() || role.inOrder)
      return "'" + role.variable + "' cannot be kept in lanes";
  }
  return "";
}

std::string whyLanesDoNotPay(const LoopResult &loop, bool ofThreads) {
  constexpr unsigned lanes = 4;
  if (loop.constantTrip && *loop.constantTrip < lanes)
    return std::to_string(*loop.constantTrip) + " iterations do not fill the lanes";
  if (loop.callsOutside)
    return "it calls a function that compilers do not see into";
  // A thread's last iteration stands in memory that the runtime knows: clang 22 takes each element
  // that may be it, as types go, for a write to it, and says so at every build.
  if (ofThreads && loop.counting && loop.counting->writesLikeIndex && !loop.constantTrip)
    return "clang finds no lanes where elements are of the type of the index";
  return "";
}

} // namespace loomp
