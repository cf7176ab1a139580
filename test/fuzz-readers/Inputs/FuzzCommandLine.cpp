//===- FuzzCommandLine.cpp - any words as a command line ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The words are the lines of the input. What must hold: there is an error, an answer, or a command
// with something to work on: files, a database, or what an editor opens.
//
//===----------------------------------------------------------------------===//

#include "tool/Options.h"

#include "llvm/Support/ErrorHandling.h"

using namespace llvm;
using namespace loomp;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  std::vector<std::string> words;
  std::string word;
  for (size_t i = 0; i < size; ++i)
    if (data[i] == '\n')
      words.push_back(std::move(word)), word.clear();
    else if (data[i] != 0) // which no word can hold
      word += char(data[i]);
  words.push_back(word);
  std::vector<const char *> arguments;
  for (const std::string &each : words)
    arguments.push_back(each.c_str());
  CommandLine line = parseCommandLine(arguments);
  const Options &options = line.options;
  bool isRun =
      options.command == Command::Server ||
      (options.command != Command::None && !(options.files.empty() && options.buildPath.empty()));
  if (line.error.empty() && line.answer.empty() && !isRun)
    report_fatal_error("neither an error nor something to do");
  if (isRun && line.error.empty())
    dumpConfiguration(options);
  return 0;
}
