//===- PlaceText.h - how the text in front of a loop names a place --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_PLACETEXT_H
#define LOOMP_ANALYSES_PLACETEXT_H

#include "analyses/Model.h"

#include <optional>
#include <string>

namespace loomp {

/// The expression for a variable, or a member of an object, valid where the loop starts; absent if
/// there is none. `dereferences` becomes true if it follows a pointer, which a loop without
/// iterations may never do.
std::optional<std::string> placeAtEntry(const Model &model, LoopId loop, const Path &path,
                                        bool &dereferences);

/// The member function that returns where the elements of a container begin; none if they do not
/// stand in one piece.
std::optional<std::string> bufferMember(clang::QualType container);

} // namespace loomp

#endif // LOOMP_ANALYSES_PLACETEXT_H
