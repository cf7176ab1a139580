//===- HeaderName.cpp - files that others may include ---------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "analyses/HeaderName.h"

#include "clang/Driver/Types.h"
#include "llvm/Support/Path.h"

namespace types = clang::driver::types;

namespace loomp {

bool isHeaderName(llvm::StringRef file) {
  llvm::StringRef extension = llvm::sys::path::extension(file);
  types::ID type = types::lookupTypeForExtension(extension.ltrim('.'));
  return type == types::TY_INVALID || types::onlyPrecompileType(type);
}

} // namespace loomp
