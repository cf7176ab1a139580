//===- Options.cpp - the command line -------------------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/Options.h"
#include "tool/ReadFile.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/StringSaver.h"
#include "llvm/Support/YAMLParser.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace loomp {

namespace {

enum : unsigned {
  OnCheck = 1,
  OnFix = 2,
  OnVerify = 4,
  OnExplain = 8,
  OnAll = 15,
  OnlyVerified = 16, ///< on fix only with `--verified`
  OnProof = OnVerify | OnFix | OnlyVerified
};

struct CommandInfo {
  Command command;
  unsigned bit;
  StringLiteral name, operands, help, examples;
};

/// Stores the value of an option. Returns what is wrong with the value, or an empty string.
using Store = std::string (*)(Options &, StringRef value);

struct OptionInfo {
  StringLiteral name;
  StringLiteral argument; ///< empty: the option takes none
  StringLiteral help;
  unsigned commands;
  Store store;
};

} // namespace

static constexpr CommandInfo commandTable[] = {
    {Command::Check, OnCheck, "check", "FILE...",
     "report which loops can run in parallel, and what keeps the others serial",
     "  loomp check pi.cpp                   one file, as C++20\n"
     "  loomp check solver.c -- -O2 -Iinc    with the flags after '--'\n"
     "  loomp check -p build src/*.cpp       with build/compile_commands.json\n"
     "  loomp check --format=json pi.cpp     for other tools\n"},
    {Command::Fix, OnFix, "fix", "FILE...",
     "rewrite the loops that are proven parallel and worth it to OpenMP",
     "  loomp fix --diff pi.cpp              show the changes\n"
     "  loomp fix pi.cpp                     make them\n"
     "  loomp fix --export-fixes=f.yaml pi.cpp   for clang-apply-replacements\n"
     "  loomp fix --verified pi.cpp --args 1000  keep only what proves itself\n"},
    {Command::Verify, OnVerify, "verify", "FILE...",
     "build the serial and the rewritten program, run both, compare results and time",
     "  loomp verify pi.cpp --args 100000000 --threads 1,2,4\n"
     "  loomp verify main.cpp solver.cpp --race -- -Iinc\n"},
    {Command::Explain, OnExplain, "explain", "FILE:LINE",
     "show one loop in full: accesses, dependences, assumptions and plan",
     "  loomp explain pi.cpp:7\n"
     "  loomp explain -p build src/solver.cpp:120\n"},
};

/// Stores one of `choices`, or says which there are.
static std::string choose(StringRef value, ArrayRef<StringRef> choices,
                          function_ref<void(StringRef)> store) {
  if (!is_contained(choices, value))
    return "expected one of " + join(choices, ", ");
  store(value);
  return "";
}

static std::string storeLineFilter(Options &options, StringRef value);
static std::string storeAssumption(Options &options, StringRef value);
static std::string storeNumber(StringRef value, unsigned &number);
static std::string storeLimit(StringRef value, unsigned &number);
static std::string storeThreads(Options &options, StringRef value);
static std::string storeArguments(Options &options, StringRef value);
static std::string storeCompilers(Options &options, StringRef value);

static const OptionInfo optionTable[] = {
    {"-p", "BUILD", "folder that holds compile_commands.json", OnAll,
     [](Options &o, StringRef v) { return o.buildPath = v.str(), std::string(); }},
    {"--extra-arg", "FLAG", "append a compiler flag to every command", OnAll,
     [](Options &o, StringRef v) { return o.extraArgs.push_back(v.str()), std::string(); }},
    {"--extra-arg-before", "FLAG", "prepend a compiler flag to every command", OnAll,
     [](Options &o, StringRef v) { return o.extraArgsBefore.push_back(v.str()), std::string(); }},
    {"--header-filter", "REGEX", "also treat loops in headers whose path matches", OnAll,
     [](Options &o, StringRef v) {
       std::string error;
       if (!Regex(v).isValid(error))
         return error;
       o.headerFilter = v.str();
       return std::string();
     }},
    {"--line-filter", "JSON",
     "treat only these lines: '[{\"name\":\"pi.cpp\",\"lines\":[[7,10]]}]'",
     OnCheck | OnFix | OnVerify, storeLineFilter},
    {"--format", "FORMAT", "text (default) or json", OnAll,
     [](Options &o, StringRef v) {
       return choose(v, {"text", "json"}, [&](StringRef s) { o.json = s == "json"; });
     }},
    {"--diff", "", "print a unified diff; change no file", OnFix,
     [](Options &o, StringRef) { return o.diff = true, std::string(); }},
    {"--export-fixes", "FILE", "write the edits as YAML; change no source file", OnFix,
     [](Options &o, StringRef v) { return o.exportFixes = v.str(), std::string(); }},
    {"--verified", "",
     "build and run the program; keep only rewrites with which it compiles, gives equal results, "
     "has no race and is not slower",
     OnFix, [](Options &o, StringRef) { return o.verified = true, std::string(); }},
    {"--form", "FORM",
     "auto (default), parallel-for, simd, parallel-for-simd, tasks, spmd, scan, target or sections",
     OnAll,
     [](Options &o, StringRef v) {
       return choose(v,
                     {"auto", "parallel-for", "simd", "parallel-for-simd", "tasks", "spmd", "scan",
                      "target", "sections"},
                     [&](StringRef s) { o.form = formNamed(s); });
     }},
    {"--spmd-distribution", "WHICH",
     "the iterations of a thread with '--form=spmd': auto (default), block or cyclic", OnAll,
     [](Options &o, StringRef v) {
       return choose(v, {"auto", "block", "cyclic"}, [&](StringRef s) {
         o.distribution = s == "block"    ? Distribution::Block
                          : s == "cyclic" ? Distribution::Cyclic
                                          : Distribution::Auto;
       });
     }},
    {"--device-form", "WHICH",
     "the directive of '--form=target': auto (default), loop, distribute or distribute-simd", OnAll,
     [](Options &o, StringRef v) {
       return choose(v, {"auto", "loop", "distribute", "distribute-simd"}, [&](StringRef s) {
         o.deviceForm = s == "auto"         ? DeviceDirective::Auto
                        : s == "loop"       ? DeviceDirective::Loop
                        : s == "distribute" ? DeviceDirective::Distribute
                                            : DeviceDirective::DistributeSimd;
       });
     }},
    {"--unsafe-fixes", "", "also rewrite loops whose assumptions are only stated", OnAll,
     [](Options &o, StringRef) { return o.unsafeFixes = true, std::string(); }},
    {"--cost-model", "MODE", "on (default) or off: treat every loop as worth it, no thresholds",
     OnAll,
     [](Options &o, StringRef v) {
       return choose(v, {"on", "off"}, [&](StringRef s) { o.costModel = s == "on"; });
     }},
    {"--fp", "MODE", "reassociate (default) or strict: keep the order of floating point", OnAll,
     [](Options &o, StringRef v) {
       return choose(v, {"strict", "reassociate"},
                     [&](StringRef s) { o.strictFloatingPoint = s == "strict"; });
     }},
    {"--assume", "no-alias[:NAMES]",
     "take for granted that pointers and references (of these names) lead to different memory",
     OnAll, storeAssumption},
    {"--fail-on", "VERDICT,...", "exit with 1 on such loops: parallel, serial, unknown or none",
     OnCheck | OnFix,
     [](Options &o, StringRef v) {
       SmallVector<StringRef> verdicts;
       v.split(verdicts, ',');
       for (StringRef verdict : verdicts)
         if (std::string error = choose(verdict, {"parallel", "serial", "unknown", "none"},
                                        [&](StringRef s) { o.failOn.push_back(s.str()); });
             !error.empty())
           return error;
       return std::string();
     }},
    {"--warnings-as-errors", "GLOB,...", "exit with 1 on findings and reasons that match",
     OnCheck | OnFix,
     [](Options &o, StringRef v) {
       SmallVector<StringRef> globs;
       v.split(globs, ',', -1, false);
       for (StringRef glob : globs)
         o.warningsAsErrors.push_back(glob.trim().str());
       return std::string();
     }},
    {"--args", "ARGS", "arguments of the program, as a shell would split them", OnProof,
     storeArguments},
    {"--threads", "N,...", "numbers of threads (default: 1, 2, 4, ... up to the cores)", OnProof,
     storeThreads},
    {"--repeat", "N", "timed runs of each configuration (default: 5)", OnProof,
     [](Options &o, StringRef v) { return storeNumber(v, o.verify.repeat); }},
    {"--timeout", "SECONDS", "limit for one run (default: 60)", OnProof,
     [](Options &o, StringRef v) { return storeNumber(v, o.verify.timeoutSeconds); }},
    {"--memory-limit", "MB", "limit for one run (default: four fifths of the machine's memory)",
     OnProof, [](Options &o, StringRef v) { return storeNumber(v, o.verify.memoryMegabytes); }},
    {"--compiler", "COMPILER", "what builds both programs (default: clang++-22); for fix, several",
     OnProof, storeCompilers},
    {"--build", "COMMAND", "what builds the program, in a copy of the current folder", OnProof,
     [](Options &o, StringRef v) { return o.verify.buildCommand = v.str(), std::string(); }},
    {"--run", "COMMAND", "what runs the program that '--build' has built", OnProof,
     [](Options &o, StringRef v) { return o.verify.runCommand = v.str(), std::string(); }},
    {"--opt", "FLAG", "optimization level of both programs (default: -O2)", OnProof,
     [](Options &o, StringRef v) { return o.verify.optimization = v.str(), std::string(); }},
    {"--tolerance", "X", "relative difference allowed between numbers (default: 1e-9)", OnProof,
     [](Options &o, StringRef v) {
       bool isBad = v.getAsDouble(o.verify.tolerance) || !(o.verify.tolerance >= 0);
       return isBad ? std::string("expected a number that is not negative") : std::string();
     }},
    {"--strict-output", "", "give up when serial runs differ; else the fields that do are left out",
     OnVerify, [](Options &o, StringRef) { return o.verify.strictOutput = true, std::string(); }},
    {"--run-in", "FOLDER", "copy (default: of this folder, for each run), empty, or here", OnVerify,
     [](Options &o, StringRef v) {
       return choose(v, {"copy", "empty", "here"}, [&](StringRef s) {
         o.verify.runIn = s == "copy" ? RunIn::Copy : s == "empty" ? RunIn::Empty : RunIn::Here;
       });
     }},
    {"--plot", "FILE.svg", "draw the speedup", OnVerify,
     [](Options &o, StringRef v) { return o.verify.plotFile = v.str(), std::string(); }},
    {"--output", "FILE.json", "keep the result, for '--compare-with'", OnVerify,
     [](Options &o, StringRef v) { return o.verify.outputFile = v.str(), std::string(); }},
    {"--compare-with", "FILE.json", "compare the times with those of an earlier result", OnVerify,
     [](Options &o, StringRef v) { return o.verify.earlierFile = v.str(), std::string(); }},
    {"--fail-if-slower", "", "exit with 1 if a rewritten run is slower than the earlier result",
     OnVerify, [](Options &o, StringRef) { return o.verify.failIfSlower = true, std::string(); }},
    {"--race", "", "also run under ThreadSanitizer", OnVerify,
     [](Options &o, StringRef) { return o.verify.race = true, std::string(); }},
    {"--file-timeout", "SECONDS", "give a file up that takes longer (default: 600; 0: never)",
     OnAll, [](Options &o, StringRef v) { return storeLimit(v, o.limits.seconds); }},
    {"--file-memory", "MB", "give a file up that needs more (default: 8192; 0: never)", OnAll,
     [](Options &o, StringRef v) { return storeLimit(v, o.limits.megabytes); }},
    {"--config-file", "FILE", "read defaults from FILE instead of the nearest .loomp.yaml", OnAll,
     [](Options &o, StringRef v) { return o.configFile = v.str(), std::string(); }},
    {"--dump-config", "", "print the options in force as a .loomp.yaml, and stop", OnAll,
     [](Options &o, StringRef) { return o.dumpConfig = true, std::string(); }},
    {"--quiet", "", "no summaries", OnAll,
     [](Options &o, StringRef) { return o.quiet = true, std::string(); }},
    {"--color", "WHEN", "auto (default: on a terminal), always or never", OnAll,
     [](Options &o, StringRef v) {
       return choose(v, {"auto", "always", "never"}, [&](StringRef s) {
         o.color = s == "always"  ? ColorMode::Always
                   : s == "never" ? ColorMode::Never
                                  : ColorMode::Auto;
       });
     }},
};

static std::string generalHelp();
static std::string commandHelp(const CommandInfo &command);
static std::string registryRows();
static std::string parseOption(Options &options, const CommandInfo &command,
                               ArrayRef<const char *> arguments, size_t &i);
static std::string applyConfiguration(Options &options, const CommandInfo &command,
                                      const Configuration &configuration);
static std::string checkOptions(Options &options, const CommandInfo &command);

CommandLine parseCommandLine(ArrayRef<const char *> arguments, const Configuration &configuration) {
  CommandLine line;
  Options &options = line.options;
  // Known before anything can go wrong: an error is JSON too where JSON is wanted.
  for (StringRef argument : arguments) {
    if (argument == "--")
      break;
    options.json |= argument == "--format=json" || argument == "-format=json";
  }

  const CommandInfo *command = nullptr;
  if (!arguments.empty())
    for (const CommandInfo &candidate : commandTable)
      if (candidate.name == arguments.front())
        command = &candidate;
  if (!command) {
    StringRef first = arguments.empty() ? "" : arguments.front();
    if (first == "--help" || first == "-h" || first == "help")
      line.answer = generalHelp();
    else if (first == "--version")
      line.answer = "loomp " LOOMP_VERSION "\n";
    else if (first == "--list-checks")
      line.answer = registryRows();
    else if (first.empty())
      line.error = "no command given; see 'loomp --help'";
    else
      line.error = formatv("unknown command '{0}'; see 'loomp --help'", first);
    return line;
  }

  options.command = command->command;
  line.error = applyConfiguration(options, *command, configuration);
  size_t settingsFromFile = options.given.size();
  for (size_t i = 1; i < arguments.size() && line.error.empty(); ++i) {
    StringRef argument = arguments[i];
    if (argument == "--") {
      options.flags.emplace(arguments.begin() + i + 1, arguments.end());
      break;
    }
    if (argument == "--help" || argument == "-h" || argument == "--list-checks") {
      line.answer = argument == "--list-checks" ? registryRows() : commandHelp(*command);
      return line;
    }
    if (argument.starts_with("-") && argument != "-")
      line.error = parseOption(options, *command, arguments, i);
    else
      options.files.push_back(argument.str());
  }
  // Flags on the command line win over the folder that a configuration names.
  if (options.flags && none_of(drop_begin(options.given, settingsFromFile),
                               [](const auto &given) { return given.first == "p"; }))
    options.buildPath.clear();
  for (const auto &[name, value] : drop_begin(options.given, settingsFromFile)) {
    auto isNamed = [&](const OptionInfo &o) { return o.name.ltrim('-') == name; };
    if (line.error.empty() && command->command == Command::Fix && !options.verified &&
        find_if(optionTable, isNamed)->commands & OnlyVerified)
      line.error = formatv("option '--{0}' needs '--verified'", name);
  }
  if (line.error.empty())
    line.error = checkOptions(options, *command);
  return line;
}

/// Reads the option at `arguments[i]`, and its value, which may be the next argument.
static std::string parseOption(Options &options, const CommandInfo &command,
                               ArrayRef<const char *> arguments, size_t &i) {
  auto [name, value] = StringRef(arguments[i]).split('=');
  bool hasValue = StringRef(arguments[i]).contains('=');
  // As in LLVM's tools, one dash will do.
  auto isNamed = [&](const OptionInfo &o) { return o.name == name || o.name == "-" + name.str(); };
  const OptionInfo *option = find_if(optionTable, isNamed);
  if (option == std::end(optionTable))
    return formatv("unknown option '{0}'; see 'loomp {1} --help'", name, command.name);
  if (!(option->commands & command.bit))
    return formatv("option '{0}' does not apply to 'loomp {1}'", name, command.name);
  if (option->argument.empty()) {
    if (hasValue)
      return formatv("option '{0}' takes no value", name);
  } else if (!hasValue) {
    if (i + 1 >= arguments.size() || StringRef(arguments[i + 1]) == "--")
      return formatv("option '{0}' needs a value: {0}={1}", name, option->argument);
    value = arguments[++i];
  }
  std::string error = option->store(options, value);
  options.given.emplace_back(option->name.ltrim('-').str(),
                             option->argument.empty() ? "true" : value);
  if (error.empty())
    return "";
  return formatv("invalid value '{0}' for option '{1}': {2}", value, name, error);
}

/// Stores the settings of the file as if they stood first on the command line.
static std::string applyConfiguration(Options &options, const CommandInfo &command,
                                      const Configuration &configuration) {
  options.effects = configuration.effects;
  for (const auto &[name, value] : configuration.settings) {
    const OptionInfo *option =
        find_if(optionTable, [&](const OptionInfo &o) { return o.name.ltrim('-') == name; });
    if (option == std::end(optionTable) || name == "config-file" || name == "dump-config")
      return formatv("{0}: error: unknown key '{1}'; the keys are 'effects' and the names of "
                     "options without dashes",
                     configuration.file, name);
    if (!(option->commands & command.bit))
      continue;
    std::string error;
    if (!option->argument.empty()) {
      SmallString<256> path(value);
      if (option->name == "-p") // relative to the file, wherever loomp is started
        sys::path::make_absolute(sys::path::parent_path(configuration.file), path);
      error = option->store(options, path);
    } else if (value == "true") {
      error = option->store(options, "");
    } else if (value != "false") {
      error = "expected true or false";
    }
    if (!error.empty())
      return formatv("{0}: error: invalid value '{1}' for '{2}': {3}", configuration.file, value,
                     name, error);
    options.given.emplace_back(name, value);
  }
  return "";
}

/// What only the whole command line can show to be wrong.
static std::string checkOptions(Options &options, const CommandInfo &command) {
  if (options.files.empty())
    return formatv("no {0} given; see 'loomp {1} --help'",
                   command.command == Command::Explain ? "FILE:LINE" : "file", command.name);
  if (is_contained(options.files, ""))
    return "the name of a file is empty";
  if (options.flags && !options.buildPath.empty())
    return "'-p' and flags after '--' exclude each other";
  if (options.diff && !options.exportFixes.empty())
    return "'--diff' and '--export-fixes' exclude each other";
  if (options.diff && options.json)
    return "'--diff' and '--format=json' exclude each other";
  if (command.command == Command::Verify && !options.verify.furtherCompilers.empty())
    return "'loomp verify' takes one compiler";
  if (options.verify.buildCommand.empty() != options.verify.runCommand.empty())
    return "'--build' and '--run' belong together";
  if (!options.verify.buildCommand.empty() && !options.verify.programArguments.empty())
    return "'--args' and '--run' exclude each other: the command has its arguments";
  if (options.verify.failIfSlower && options.verify.earlierFile.empty())
    return "'--fail-if-slower' needs '--compare-with'";
  if (command.command != Command::Explain)
    return "";

  // FILE:LINE, or FILE:LINE:COLUMN as it stands in a message.
  if (options.files.size() != 1)
    return "'loomp explain' takes one FILE:LINE";
  auto [file, line] = StringRef(options.files.front()).rsplit(':');
  unsigned column;
  if (auto [shorter, before] = file.rsplit(':'); !before.empty() &&
                                                 !before.getAsInteger(10, options.explainLine) &&
                                                 !line.getAsInteger(10, column))
    file = shorter;
  else if (line.getAsInteger(10, options.explainLine) || options.explainLine == 0)
    return formatv("'{0}' is not of the form FILE:LINE", options.files.front());
  options.files = {file.str()};
  return "";
}

/// `no-alias` or `no-alias:a,b`; several options add up.
static std::string storeAssumption(Options &options, StringRef value) {
  auto [kind, names] = value.split(':');
  if (kind != "no-alias" || (value.contains(':') && names.empty()))
    return "expected no-alias or no-alias:NAME,...";
  options.assumesNoAlias = true;
  options.assumesAllNoAlias |= names.empty();
  SmallVector<StringRef> parts;
  names.split(parts, ',', -1, false);
  for (StringRef name : parts)
    options.assumedNames.insert(name.trim().str());
  return "";
}

static std::string storeNumber(StringRef value, unsigned &number) {
  bool isBad = value.getAsInteger(10, number) || number == 0;
  return isBad ? "expected a positive number" : "";
}

static std::string storeLimit(StringRef value, unsigned &number) {
  bool isBad = value.getAsInteger(10, number) || number > 1'000'000'000;
  return isBad ? "expected a number, 0 for no limit" : "";
}

static std::string storeThreads(Options &options, StringRef value) {
  SmallVector<StringRef> parts;
  value.split(parts, ',');
  options.verify.threads.clear();
  for (StringRef part : parts)
    if (std::string error = storeNumber(part.trim(), options.verify.threads.emplace_back());
        !error.empty())
      return "expected positive numbers separated by commas";
  return "";
}

static std::string storeArguments(Options &options, StringRef value) {
  BumpPtrAllocator allocator;
  StringSaver saver(allocator);
  SmallVector<const char *> words;
  cl::TokenizeGNUCommandLine(value, saver, words);
  options.verify.programArguments.assign(words.begin(), words.end());
  return "";
}

static std::string storeCompilers(Options &options, StringRef value) {
  SmallVector<StringRef> names;
  value.split(names, ',', -1, false);
  if (names.empty())
    return "expected a compiler";
  options.verify.compilerIsGiven = true;
  options.verify.compiler = names.front().trim().str();
  options.verify.furtherCompilers.clear();
  for (StringRef name : drop_begin(names))
    options.verify.furtherCompilers.push_back(name.trim().str());
  return "";
}

static std::string storeLineFilter(Options &options, StringRef value) {
  const char *expected = "expected [{\"name\": \"FILE\", \"lines\": [[FIRST, LAST], ...]}, ...]";
  if (bracketsNestTooDeep(value))
    return expected;
  Expected<json::Value> parsed = json::parse(value);
  if (!parsed)
    return consumeError(parsed.takeError()), expected;
  const json::Array *entries = parsed->getAsArray();
  if (!entries)
    return expected;
  for (const json::Value &entry : *entries) {
    const json::Object *object = entry.getAsObject();
    std::optional<StringRef> name = object ? object->getString("name") : std::nullopt;
    if (!name || name->empty())
      return expected;
    LineFilter filter{name->str(), {}};
    if (const json::Array *lines = object->getArray("lines"))
      for (const json::Value &range : *lines) {
        const json::Array *pair = range.getAsArray();
        std::optional<int64_t> first, last;
        if (pair && pair->size() == 2)
          first = (*pair)[0].getAsInteger(), last = (*pair)[1].getAsInteger();
        if (!first || !last || *first < 1 || *last < *first)
          return expected;
        filter.lines.emplace_back(*first, *last);
      }
    options.lineFilter.push_back(std::move(filter));
  }
  return "";
}

//===----------------------------------------------------------------------===//
// What is derived from the tables
//===----------------------------------------------------------------------===//

static std::string optionRows(unsigned commands) {
  std::string text;
  raw_string_ostream out(text);
  for (const OptionInfo &option : optionTable) {
    if (!(option.commands & commands))
      continue;
    std::string name = option.name.str();
    if (!option.argument.empty())
      name += (option.name == "-p" ? " " : "=") + option.argument.str();
    out << formatv("  {0,-30} {1}\n", name, option.help);
  }
  return text;
}

static std::string generalHelp() {
  std::string text = "loomp finds the loops of a C or C++ program that are proven to be parallel "
                     "and rewrites them to OpenMP\n\nusage:\n";
  for (const CommandInfo &command : commandTable)
    text += formatv("  loomp {0,-8} {1,-10} {2}\n", command.name, command.operands, command.help);
  text += "\nCompiler flags come from '-p BUILD', from a compile_commands.json in a folder above "
          "the file, or from\nwhat stands after '--'; without any, files are read as C++20 or C17."
          "\n\n  loomp COMMAND --help   the options of a command\n"
          "  loomp --list-checks    what loomp can find, and why a loop may not be parallel\n"
          "  loomp --version\n"
          "\nexit status: 0 ran, 1 findings that --fail-on or --warnings-as-errors name, or a "
          "wrong or slower\nresult of verify, 2 could not run\n";
  return text;
}

static std::string commandHelp(const CommandInfo &command) {
  return formatv("loomp {0}: {1}\n\nusage: loomp {0} [OPTION...] {2} [-- COMPILER-FLAG...]\n\n"
                 "options:\n{3}\nexamples:\n{4}",
                 command.name, command.help, command.operands, optionRows(command.bit),
                 command.examples);
}

std::string dumpConfiguration(const Options &options) {
  auto quoted = [](StringRef text) {
    if (any_of(text, [](char c) { return !isPrint(c); })) // in single quotes a new line is a blank
      return "\"" + yaml::escape(text, /*EscapePrintable=*/false) + "\"";
    std::string result = "'";
    for (char c : text)
      result += c == '\'' ? std::string("''") : std::string(1, c);
    return result + "'";
  };
  // An option that is set twice is a list, or the last value wins; both are in the list.
  std::string text;
  raw_string_ostream out(text);
  std::vector<std::string> names;
  for (const auto &[name, value] : options.given)
    if (name != "config-file" && name != "dump-config" && !is_contained(names, name))
      names.push_back(name);
  for (const std::string &name : names) {
    std::vector<std::string> values;
    for (const auto &[other, value] : options.given)
      if (other == name)
        values.push_back(value == "true" || value == "false" ? value : quoted(value));
    bool isList = values.size() > 1 && StringRef(name).starts_with("extra-arg");
    out << name << ": " << (isList ? "[" + join(values, ", ") + "]" : values.back()) << '\n';
  }
  if (!options.effects.empty())
    out << "effects:\n" << printEffects(options.effects);
  return text;
}

static std::string registryRows() {
  std::string text;
  auto row = [&](StringRef slug, StringRef summary) {
    text += formatv("  {0,-26} {1}\n", slug, summary);
  };
  text += "findings:\n";
#define FINDING(slug, summary) row(slug, summary);
#include "analyses/Registry.def"
  text += "\nreasons why a loop is not parallel:\n";
#define REASON(slug, summary) row(slug, summary);
#include "analyses/Registry.def"
  return text;
}

} // namespace loomp
