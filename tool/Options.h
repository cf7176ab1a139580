//===- Options.h - the command line ---------------------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// One table describes every option: its name, its argument, its help and the commands that take
// it. Parsing, help, the manual page and completion are derived from it.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_OPTIONS_H
#define LOOMP_TOOL_OPTIONS_H

#include "rewriters/Plan.h"
#include "tool/Configuration.h"
#include "tool/Guard.h"
#include "tool/verify/Verify.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace loomp {

enum class Command { None, Check, Fix, Verify, Explain, Server };
enum class ColorMode { Auto, Always, Never };
/// GitHub: the annotations of its workflows. Sarif and GitHub are formats of `check` alone.
enum class OutputFormat { Text, Json, Sarif, GitHub };

/// One entry of `--line-filter`: lines of the files whose name ends in `name`.
struct LineFilter {
  std::string name;
  std::vector<std::pair<unsigned, unsigned>> lines; ///< inclusive; empty: every line
  bool around = false; ///< loops count that hold such a line, or have one in a directive above
};

struct Options {
  Command command = Command::None;
  std::vector<std::string> files;
  unsigned explainLine = 0; ///< of the only file, for `explain`

  std::string buildPath;                         ///< -p
  std::optional<std::vector<std::string>> flags; ///< what stands after `--`
  std::vector<std::string> extraArgs, extraArgsBefore;
  std::string headerFilter;
  std::vector<LineFilter> lineFilter;

  OutputFormat format = OutputFormat::Text;
  bool diff = false;
  std::string exportFixes;
  bool verified = false; ///< fix only what passes verification
  Form form = Form::Auto;
  Distribution distribution = Distribution::Auto;
  DeviceDirective deviceForm = DeviceDirective::Auto;
  bool unsafeFixes = false;
  bool costModel = true;
  bool strictFloatingPoint = false;
  bool assumesNoAlias = false;    ///< --assume=no-alias: in general, or of these names
  bool assumesAllNoAlias = false; ///< given without names at least once
  std::set<std::string> assumedNames;
  std::vector<std::string> failOn; ///< kinds of findings: see Review.h
  std::vector<std::string> only;   ///< kinds of findings; empty: all
  bool sortByGain = false;
  std::optional<unsigned> top; ///< so many missed loops are shown
  std::string baselineFile;
  bool writeBaseline = false;
  std::vector<std::string> warningsAsErrors; ///< globs over slugs, `-` negates
  std::string configFile;
  bool dumpConfig = false;
  std::vector<NamedEffects> effects; ///< of the configuration file
  /// Every option that was set, and its value, in the order in which they were applied.
  std::vector<std::pair<std::string, std::string>> given;
  Limits limits;           ///< --file-timeout, --file-memory
  unsigned debounce = 200; ///< milliseconds
  bool quiet = false;
  ColorMode color = ColorMode::Auto;
  VerifyOptions verify;
};

struct CommandLine {
  Options options;
  std::string error;  ///< what is wrong with the command line
  std::string answer; ///< text to print instead of running a command (`--help`, ...)
};

/// `configuration` gives defaults for the options that the command takes.
CommandLine parseCommandLine(llvm::ArrayRef<const char *> arguments,
                             const Configuration &configuration = {});

/// The options that are set and the rows of effects, as a `.loomp.yaml` that says the same.
std::string dumpConfiguration(const Options &options);

} // namespace loomp

#endif // LOOMP_TOOL_OPTIONS_H
