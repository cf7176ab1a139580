//===- InductionForm.h - how to write a variable as a closed form ---------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A part of LoopResult.h, and plain data as all of that.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_INDUCTIONFORM_H
#define LOOMP_ANALYSES_INDUCTIONFORM_H

#include "analyses/TextRange.h"

#include <cstdint>
#include <string>
#include <vector>

namespace loomp {

/// One lexical occurrence of an induction variable in the loop that a recast must touch.
struct InductionUse {
  /// What the text in `range` becomes once the update is gone.
  enum class Becomes {
    Before, ///< the value at the start of the iteration
    After,  ///< the value after this iteration's update
    Copy,   ///< the copy that the iteration changes: see InductionForm::isCopied
    Nothing ///< the update itself, used for its effect only: delete the text
  };
  TextRange range;
  Becomes becomes = Becomes::Before;
  bool operator==(const InductionUse &) const = default;
};

/// What a variable gains in iterations with a number of at least `from` + `offset`, which is 0
/// where that is less; or in the iteration of that number only; or in each `period`-th one from
/// number `offset` on, which is less than that.
struct InductionCount {
  std::string step, from;
  std::int64_t offset = 0, period = 1;
  bool isOnce = false, mayBeNegative = false;
  bool operator==(const InductionCount &) const = default;
};

/// How to recast `x += step` as a function of the loop index.
struct InductionForm {
  /// The value in iteration `i` as a person would write it, e.g. `0.5 * step + i * step`; names the
  /// variable itself (`x + i * step`) where its value before the loop has no stable spelling.
  std::string closedForm;
  std::string step; ///< text of the step, parenthesized where needed, e.g. `step`, `2`
  /// Text of what the step itself grows by, may be empty. Iteration t starts with
  /// t * step + t * (t - 1) / 2 * quadratic more than the first one; or, if there is a divisor,
  /// with t * (step + quadratic * t) / divisor.
  std::string quadratic;
  unsigned divisor = 0;
  std::vector<InductionCount> counts; ///< to be added to that
  bool negative = false;              ///< the update subtracts `step`
  std::string type;                   ///< spelling of the variable's unqualified type
  bool isFloating = false;
  /// The variable is none, but a place that the loop calls so: `s.used`, `*at`. The last of the
  /// names that any text may call it by, such as `used`; empty for variables.
  std::string place;
  /// Type to which the iteration number must be converted before it is multiplied, empty if none:
  /// the product of index and step might overflow the index's own type.
  std::string iterationCast;
  /// The body changes the variable in several places: they keep their text and change a copy that
  /// starts each iteration with the closed form.
  bool isCopied = false;
  /// Instead of a sum: what the iteration before left, and the last one, as functions of the index.
  std::string previousText, lastText;
  /// Instead of a sum: the value in every second iteration, as a function of the variable.
  std::string alternate;
  std::string modulus; ///< text of what the sum is reduced by, may be empty
  /// Instead of a sum: what each iteration multiplies the variable by. Integers are multiplied in
  /// the unsigned type `powerType`; it is empty in floating point.
  std::string factor, powerType;
  /// Where this does not hold in front of the loop there is no closed form; empty: always.
  std::string condition;
  /// The step as a clause `linear` may name it in front of the loop, which lets the updates stay;
  /// empty: no clause says it. See LinearStep.cpp.
  std::string linearStep;
  std::vector<InductionUse> uses; ///< in source order, not overlapping
  bool liveOut = false;           ///< the value after the loop is read: emit it after the loop
  bool operator==(const InductionForm &) const = default;
};

} // namespace loomp

#endif // LOOMP_ANALYSES_INDUCTIONFORM_H
