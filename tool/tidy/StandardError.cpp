//===- StandardError.cpp - the stream that isl reports errors to ----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// isl's archive reaches for `stderr` in a way that only programs can serve. The module is linked
// with `--wrap=stderr`, so that it finds this copy, which lies in the module itself.
//
//===----------------------------------------------------------------------===//

#include <cstdio>

extern "C" {
[[gnu::visibility("hidden")]] extern FILE *const __wrap_stderr;
FILE *const __wrap_stderr = stderr;
}
