//===- Server.cpp - findings in editors -----------------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/lsp/Server.h"

namespace loomp {

int serve(const Options &) { return 1; }

} // namespace loomp
