//===- Deliver.cpp - where the results of verification go -----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/verify/Deliver.h"

#include "tool/verify/SpeedupPlot.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/MemoryBuffer.h"

#include <cstdlib>
#include <thread>

using namespace llvm;

namespace loomp {

static std::string processorName() {
  auto buffer = MemoryBuffer::getFileAsStream("/proc/cpuinfo");
  StringRef text = buffer ? (*buffer)->getBuffer() : "";
  auto [before, found] = text.split("model name");
  return found.split('\n').first.ltrim(" \t:").rtrim().str();
}

void describeRun(const ProgramSources &sources, const VerifyOptions &options,
                 VerifyReport &report) {
  report.program = sources.files.empty() ? "" : sources.files.front().path;
  report.arguments = options.programArguments;
  report.compiler = options.compiler;
  report.optimization = options.optimization;
  report.processor = processorName();
  report.cores = std::max(1u, std::thread::hardware_concurrency());
}

/// Whether the terminal shows UTF-8, as the C library would decide it.
static bool isUnicode() {
  for (const char *name : {"LC_ALL", "LC_CTYPE", "LANG"})
    if (const char *value = std::getenv(name); value && *value)
      return StringRef(value).contains_insensitive("utf-8") ||
             StringRef(value).contains_insensitive("utf8");
  return false;
}

/// Returns whether the file could be written.
static bool writeFile(const std::string &path, function_ref<void(raw_ostream &)> print) {
  std::error_code error;
  raw_fd_ostream file(path, error);
  if (!error) {
    print(file);
    file.close();
    error = file.error();
    file.clear_error();
  }
  if (error)
    errs() << "loomp: error: cannot write '" << path << "': " << error.message() << '\n';
  return !error;
}

int deliver(const VerifyReport &report, const VerifyOptions &options) {
  int status = exitStatus(report.verdict);
  if (!report.diagnostics.empty())
    errs() << report.diagnostics;
  if (options.json)
    printVerifyJson(report, outs());
  else if (status == 2)
    errs() << "loomp: error: " << report.message << '\n';
  else
    printVerifyText(report, options.color, isUnicode(), outs());
  outs().flush();

  bool isWritten = true;
  if (!options.outputFile.empty())
    isWritten &=
        writeFile(options.outputFile, [&](raw_ostream &out) { printVerifyJson(report, out); });
  bool hasTimes = any_of(report.runs, [](const TimedRuns &runs) { return !runs.seconds.empty(); });
  if (!options.plotFile.empty() && hasTimes)
    isWritten &= writeFile(options.plotFile, [&](raw_ostream &out) { printSvg(report, out); });
  else if (!options.plotFile.empty())
    errs() << "loomp: nothing to draw in '" << options.plotFile << "'\n";
  return isWritten ? status : 2;
}

} // namespace loomp
