//===- VerifyDriver.cpp - verify a rewrite that loomp would not make ------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The tests of verification need rewrites that are wrong, racy, slow or broken, which `loomp fix`
// must never produce. This driver takes the rewritten file from the test instead:
//
//   loomp-verify-driver serial.cpp rewritten.cpp [--header FILE=REWRITTEN] [options] [-- FLAGS]
//
// The options are those of `loomp verify`. There is no help and little checking.
//
//===----------------------------------------------------------------------===//

#include "tool/verify/Verify.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

#include <cstdlib>

using namespace llvm;

static std::string readFile(StringRef path) {
  ErrorOr<std::unique_ptr<MemoryBuffer>> buffer = MemoryBuffer::getFile(path);
  if (!buffer) {
    errs() << path << ": " << buffer.getError().message() << '\n';
    std::exit(2);
  }
  return (*buffer)->getBuffer().str();
}

int main(int count, char **arguments) {
  if (count < 3) {
    errs() << "usage: loomp-verify-driver SERIAL REWRITTEN [OPTIONS] [-- FLAGS]\n";
    return 2;
  }
  loomp::ProgramSources sources;
  sources.files = {{arguments[1], readFile(arguments[1]), readFile(arguments[2])}};
  loomp::VerifyOptions options;
  options.threads = {1, 2};
  options.repeat = 1;
  options.timeoutSeconds = 120; // the machines that run the tests are busy

  for (int i = 3; i < count; ++i) {
    StringRef option = arguments[i];
    auto value = [&]() -> StringRef { return i + 1 < count ? arguments[++i] : ""; };
    if (option == "--") {
      options.compileFlags.assign(arguments + i + 1, arguments + count);
      break;
    }
    if (option == "--race") {
      options.race = true;
    } else if (option == "--strict-output") {
      options.strictOutput = true;
    } else if (option.consume_front("--run-in=")) {
      options.runIn = option == "here"    ? loomp::RunIn::Here
                      : option == "empty" ? loomp::RunIn::Empty
                                          : loomp::RunIn::Copy;
    } else if (option == "--plot") {
      options.plotFile = value().str();
    } else if (option == "--output") {
      options.outputFile = value().str();
    } else if (option == "--compare-with") {
      options.earlierFile = value().str();
    } else if (option == "--fail-if-slower") {
      options.failIfSlower = true;
    } else if (option == "--progress") {
      options.progress = true;
    } else if (option == "--format=json") {
      options.json = true;
    } else if (option == "--args") {
      SmallVector<StringRef> words;
      value().split(words, ' ', -1, /*KeepEmpty=*/false);
      options.programArguments.assign(words.begin(), words.end());
    } else if (option == "--threads") {
      SmallVector<StringRef> words;
      value().split(words, ',');
      options.threads.clear();
      for (StringRef word : words)
        options.threads.push_back(std::strtoul(word.str().c_str(), nullptr, 10));
    } else if (option == "--repeat") {
      value().getAsInteger(10, options.repeat);
    } else if (option == "--timeout") {
      value().getAsInteger(10, options.timeoutSeconds);
    } else if (option == "--memory-limit") {
      value().getAsInteger(10, options.memoryMegabytes);
    } else if (option == "--tolerance") {
      value().getAsDouble(options.tolerance);
    } else if (option == "--compiler") {
      options.compiler = value().str();
    } else if (option == "--opt") {
      options.optimization = value().str();
    } else if (option == "--header") {
      auto [path, rewritten] = value().split('=');
      SmallString<256> absolute(path);
      sys::fs::make_absolute(absolute);
      sources.headers[absolute.str().str()] = readFile(rewritten);
    } else if (option == "--file") {
      auto [path, rewritten] = value().split('=');
      sources.files.push_back({path.str(), readFile(path), readFile(rewritten)});
    } else {
      errs() << "unknown option '" << option << "'\n";
      return 2;
    }
  }
  return loomp::verify(sources, options);
}
