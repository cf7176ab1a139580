//===- ParameterCondition.h - when does a loop carry nothing? -------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_PARAMETERCONDITION_H
#define LOOMP_ANALYSES_PARAMETERCONDITION_H

#include "analyses/Dependence.h"
#include "analyses/Judge.h"

namespace loomp {

/// A C condition that may be evaluated in front of the loop and under which it carries none of the
/// dependences. Absent if there is none that is short and lets the loop run often.
std::optional<std::string> conditionWithout(const JudgeContext &judgement, LoopId loop,
                                            const std::vector<Dependence> &dependences);

/// A C condition that may be evaluated in front of the loop and under which the effect never
/// happens. Absent if there is none that is short and lets the loop run often.
std::optional<std::string> conditionWithout(const JudgeContext &judgement, LoopId loop,
                                            const Effect &effect);

/// A C condition, valid in front of the loop, that holds only if the linear value is not negative.
std::optional<std::string> nonNegativeText(const JudgeContext &judgement, LoopId loop,
                                           const Polynomial &value);

} // namespace loomp

#endif // LOOMP_ANALYSES_PARAMETERCONDITION_H
