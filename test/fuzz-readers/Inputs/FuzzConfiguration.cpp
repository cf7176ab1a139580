//===- FuzzConfiguration.cpp - any bytes as a .loomp.yaml -----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// What must hold: there is an error, of one line, or the settings are what `--dump-config` prints
// and reads again.
//
//===----------------------------------------------------------------------===//

#include "tool/Configuration.h"
#include "tool/Options.h"

#include "llvm/Support/ErrorHandling.h"

using namespace llvm;
using namespace loomp;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  StringRef text(reinterpret_cast<const char *>(data), size);
  Configuration configuration = readConfiguration("fuzz.yaml", text);
  if (!configuration.error.empty())
    return 0;
  const char *arguments[] = {"check", "a.cpp"};
  CommandLine line = parseCommandLine(arguments, configuration);
  if (!line.error.empty())
    return 0;
  std::string dumped = dumpConfiguration(line.options);
  Configuration again = readConfiguration("dumped.yaml", dumped);
  CommandLine second = parseCommandLine(arguments, again);
  if (!again.error.empty() || !second.error.empty())
    report_fatal_error("what --dump-config prints is refused");
  if (dumpConfiguration(second.options) != dumped)
    report_fatal_error("what --dump-config prints means something else");
  return 0;
}
