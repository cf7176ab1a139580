//===- HeaderName.h - files that others may include -----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_HEADERNAME_H
#define LOOMP_ANALYSES_HEADERNAME_H

#include "llvm/ADT/StringRef.h"

namespace loomp {

/// Whether a file is a header by its name: what a compiler does not take for a source. `a.inc`,
/// `a.tcc` and `vector` are headers, too.
bool isHeaderName(llvm::StringRef file);

} // namespace loomp

#endif // LOOMP_ANALYSES_HEADERNAME_H
