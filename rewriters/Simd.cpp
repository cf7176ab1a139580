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
// An integer or a pointer that every iteration moves by the same number keeps its update where a
// clause can say so (LinearStep.cpp):
//
//     for (int i = 0; i < n; i++) {       #pragma omp simd linear(k : 2)
//       a[i] = b[k];                      for (int i = 0; i < n; i++) {
//       k += 2;                       →     a[i] = b[k];
//     }                                     k += 2;
//                                         }
//
// Other texts that the rewrite writes into the loop or behind it would mean the value from before
// the loop by the name of the variable: they must not name it; nor may the header. What a loop
// without iterations leaves in the variable OpenMP does not say, so where its value is needed the
// directive stands under a condition. Under a dynamic schedule clang 22 loses the value.
//
// Only loops without a loop inside are vectorized this way: lanes over an outer loop would take
// each element of an inner one from another row.
//
//===----------------------------------------------------------------------===//

#include "rewriters/Simd.h"
#include "rewriters/Pragma.h"
#include "rewriters/ThreadResults.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

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

/// Does the name stand in the text?
static bool mentions(StringRef text, const std::string &name, bool isCxx) {
  std::string whole = text.str();
  return readSourceText(whole, isCxx).identifiers.count(name);
}

/// Does a text that the rewrite writes into the loop, or behind it, name the variable?
static bool isNamedElsewhere(const LoopResult &loop, const SourceText &source, const Role &self) {
  std::string texts = loop.indexAfterLoop + " " + loop.iterationNumber + " " + loop.tripCount;
  auto add = [&](StringRef text) { texts += " " + text.str(); };
  add(source.text.slice(loop.statement.begin, loop.body.begin));
  add(source.text.slice(loop.body.end, loop.statement.end)); // of a `do` loop
  if (loop.canonicalForm) {
    add(loop.canonicalForm->headerText);
    add(loop.canonicalForm->inside);
    for (const TextChange &change : loop.canonicalForm->changes)
      add(change.text);
  }
  for (const Role &role : loop.roles) {
    if (role.induction && role.variable != self.variable)
      for (const InductionCount &count : role.induction->counts)
        add(count.step + " " + count.from);
    if (role.induction && role.variable != self.variable)
      for (const std::string &text :
           {role.induction->step, role.induction->quadratic, role.induction->previousText,
            role.induction->lastText, role.induction->alternate, role.induction->modulus,
            role.induction->factor})
        add(text);
    if (role.localCopy)
      add(role.localCopy->place);
  }
  return mentions(texts, self.variable, loop.isCxx);
}

LaneLoop keepLinear(const LoopResult &loop, bool ofThreads, const SourceText &source) {
  LaneLoop lanes{.loop = loop, .linear = {}};
  // Where there are threads g++ 12.2 crashes over some steps with names, and computes in the type
  // of the variable what may have no room there: see LinearStep.cpp.
  auto isSaid = [&](const InductionForm &form) {
    StringRef step = form.linearStep;
    bool fits = StringRef(form.type).ends_with("*") || !step.ends_with("L");
    return !step.empty() && (!ofThreads || (fits && isDigit(step.ltrim('-').front())));
  };
  erase_if(lanes.loop.roles, [&](const Role &role) {
    bool isLinear = role.kind == RoleKind::Induction && role.induction && !role.declaredInLoop &&
                    isSaid(*role.induction) && !loop.peeling &&
                    !isNamedElsewhere(loop, source, role);
    if (isLinear) {
      lanes.linear.push_back(linearItem(role.variable, role.induction->linearStep));
      lanes.loop.miscountsIfEmpty |= role.induction->liveOut;
    }
    return isLinear;
  });
  return lanes;
}

} // namespace loomp
