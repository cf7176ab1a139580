//===- PointerRanges.h - ranges that two parameters delimit ---------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_POINTERRANGES_H
#define LOOMP_ANALYSES_POINTERRANGES_H

#include "clang/AST/Decl.h"

#include <map>

namespace loomp {

/// Parameters that lead into the array that another one leads into, which stands in front of them:
/// the number of each, with that of the other one.
std::map<unsigned, unsigned> rangeEnds(const clang::FunctionDecl &function);

} // namespace loomp

#endif // LOOMP_ANALYSES_POINTERRANGES_H
