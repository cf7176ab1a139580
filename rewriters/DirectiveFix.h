//===- DirectiveFix.h - what an existing directive lacks ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_REWRITERS_DIRECTIVEFIX_H
#define LOOMP_REWRITERS_DIRECTIVEFIX_H

#include "rewriters/Plan.h"

#include <optional>

namespace loomp {

/// The edit that adds the missing clause to the directive. Absent if the finding has no fix, or the
/// text of the file is not known. `fix` never applies it by itself: a directive is a person's word.
std::optional<Edit> fixOf(const Finding &finding, const std::map<std::string, std::string> &texts);

} // namespace loomp

#endif // LOOMP_REWRITERS_DIRECTIVEFIX_H
