//===- Plan.h - what fix would do with one loop ---------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_REWRITERS_PLAN_H
#define LOOMP_REWRITERS_PLAN_H

#include "analyses/LoopResult.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSwitch.h"

#include <map>
#include <string>
#include <vector>

namespace loomp {

/// What a loop is rewritten to. `Tasks`: recursive functions are, statements of one block that need
/// each other, and loops over linked structures. `Sections`: statements of one block are.
enum class Form {
  Auto,
  ParallelFor,
  Simd,
  ParallelForSimd,
  Tasks,
  TaskLoop,
  Spmd,
  Scan,
  Target,
  Sections
};

/// The form that the option calls so.
inline Form formNamed(llvm::StringRef name) {
  return llvm::StringSwitch<Form>(name)
      .Case("auto", Form::Auto)
      .Case("simd", Form::Simd)
      .Case("parallel-for-simd", Form::ParallelForSimd)
      .Case("tasks", Form::Tasks)
      .Case("taskloop", Form::TaskLoop)
      .Case("spmd", Form::Spmd)
      .Case("scan", Form::Scan)
      .Case("target", Form::Target)
      .Case("sections", Form::Sections)
      .Default(Form::ParallelFor);
}

/// Which iterations a thread takes. `Cyclic`: every so many. `Block`: neighbours.
enum class Distribution { Auto, Cyclic, Block };

/// `target teams loop`, `target teams distribute parallel for`, or that with `simd` where lanes can
/// run the loop. `Auto`: the first, or the second where the loop calls functions.
enum class DeviceDirective { Auto, Loop, Distribute, DistributeSimd };

struct PlanOptions {
  Form form = Form::Auto;                             ///< Auto: `parallel-for`
  Distribution distribution = Distribution::Auto;     ///< Spmd; Auto: cyclic if the work is uneven
  DeviceDirective deviceForm = DeviceDirective::Auto; ///< Target
  bool costModel = true;    ///< off: every loop is profitable and no thresholds are written
  bool unsafeFixes = false; ///< also plan loops whose assumptions are only stated
};

/// Replaces the bytes in `range` of the original file by `text`.
struct Edit {
  TextRange range;
  std::string text;
  bool isShared = false; ///< several plans need it, once
};

/// A form that a loop was tried in, and why it cannot have it.
struct RefusedForm {
  std::string form, reason, message; ///< `reason` as in Blocker
};

/// The rewrite of one loop. Stands on every parallel loop, selected or not.
struct Plan {
  std::string form; ///< `parallel-for`, `simd`, `parallel-for-simd`, `taskloop`, `spmd`, `scan`,
                    ///< `target`, `tasks` or `sections`; empty if the loop is not parallel
  std::vector<std::string> possibleForms; ///< that the loop could be written in, in any case
  std::vector<RefusedForm> refusedForms;
  std::string directive;               ///< the complete directive line without indentation
  std::vector<std::string> transforms; ///< `recast-induction`, ...
  /// `target`: of the conditions on running it on the device, those about numbers of iterations.
  std::vector<std::string> countConditions;
  size_t collapse = 1;     ///< how many nested loops the directive is for
  std::vector<Edit> edits; ///< in order of offset, not overlapping
  bool profitable = false;
  bool selected = false;
  std::string reason; ///< why it is not profitable, not selected or not editable; may be empty
};

/// One plan per loop of `result`, in the same order. `texts` maps each file named in a position to
/// its content as analysed.
std::vector<Plan> planRewrites(const TranslationUnitResult &result,
                               const std::map<std::string, std::string> &texts,
                               const PlanOptions &options);

/// The edits in `file` of all plans that are selected, profitable and editable: in order of offset,
/// not overlapping, what several plans need only once.
std::vector<Edit> selectedEdits(const TranslationUnitResult &result, const std::vector<Plan> &plans,
                                const std::string &file);

/// `text` with `edits` (in order of offset, not overlapping) applied.
std::string applyEdits(const std::vector<Edit> &edits, llvm::StringRef text);

/// A parallel loop that carries, letter for letter, the directive that its plan would write is
/// already parallel: with run-time checks the analysis alone cannot tell.
void confirmDirectives(TranslationUnitResult &result, const std::vector<Plan> &plans);

/// Applies the edits of all plans that are selected, profitable and editable in `file` to `text`.
std::string applyPlans(const TranslationUnitResult &result, const std::vector<Plan> &plans,
                       const std::string &file, std::string text);

} // namespace loomp

#endif // LOOMP_REWRITERS_PLAN_H
