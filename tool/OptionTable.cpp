//===- OptionTable.cpp - every command and every option -------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/OptionTable.h"
#include "tool/ReadFile.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Regex.h"
#include "llvm/Support/StringSaver.h"

using namespace llvm;

namespace loomp {

static constexpr CommandInfo commands[] = {
    {Command::Check, OnCheck, "check", "[FILE...]",
     "report which loops can run in parallel, and what keeps the others serial",
     "  loomp check pi.cpp                   one file, as C++20\n"
     "  loomp check solver.c -- -O2 -Iinc    with the flags after '--'\n"
     "  loomp check -p build src/*.cpp       with build/compile_commands.json\n"
     "  loomp check -p build                 all files that it lists\n"
     "  loomp check --format=json pi.cpp     for other tools\n"
     "  loomp check --only=race,missed --sort=gain --top=5 src/*.cpp   for a review\n"
     "  loomp check --baseline=loomp.json --write-baseline src/*.cpp   from now on, what is new\n"},
    {Command::Fix, OnFix, "fix", "[FILE...]",
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
    {Command::Server, OnServer, "lsp", "", "serve an editor, by the Language Server Protocol",
     "  loomp lsp                            reads messages from stdin\n"
     "  loomp lsp -p build --form=simd       defaults for all files\n"},
};

static std::string storeLineFilter(Options &options, StringRef value);
static std::string storeFormat(Options &options, StringRef value);
static std::string storeKinds(std::vector<std::string> &kinds, StringRef value);
static std::string storeAssumption(Options &options, StringRef value);
static std::string storeNumber(StringRef value, unsigned &number);
static std::string storeLimit(StringRef value, unsigned &number);
static std::string storeThreads(Options &options, StringRef value);
static std::string storeArguments(Options &options, StringRef value);
static std::string storeCompilers(Options &options, StringRef value);

static const OptionInfo options[] = {
    {"-p", "BUILD", "folder that holds compile_commands.json", OnAnalysis,
     [](Options &o, StringRef v) { return o.buildPath = v.str(), std::string(); }},
    {"--extra-arg", "FLAG", "append a compiler flag to every command", OnAnalysis,
     [](Options &o, StringRef v) { return o.extraArgs.push_back(v.str()), std::string(); }},
    {"--extra-arg-before", "FLAG", "prepend a compiler flag to every command", OnAnalysis,
     [](Options &o, StringRef v) { return o.extraArgsBefore.push_back(v.str()), std::string(); }},
    {"--header-filter", "REGEX", "also treat loops in headers whose path matches", OnAnalysis,
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
    {"--format", "FORMAT", "{choices}; the last two for check only", OnAll, storeFormat,
     "text|json|sarif|github"},
    {"--diff", "", "print a unified diff; change no file", OnFix,
     [](Options &o, StringRef) { return o.diff = true, std::string(); }},
    {"--export-fixes", "FILE", "write the edits as YAML; change no source file", OnFix,
     [](Options &o, StringRef v) { return o.exportFixes = v.str(), std::string(); }},
    {"--verified", "",
     "build and run the program; keep only rewrites with which it compiles, gives equal results, "
     "has no race and is not slower",
     OnFix, [](Options &o, StringRef) { return o.verified = true, std::string(); }},
    {"--form", "FORM", "{choices}", OnAnalysis,
     [](Options &o, StringRef v) { return o.form = formNamed(v), std::string(); },
     "auto|parallel-for|simd|parallel-for-simd|tasks|taskloop|spmd|scan|target|sections"},
    {"--spmd-distribution", "WHICH", "the iterations of a thread with '--form=spmd': {choices}",
     OnAnalysis,
     [](Options &o, StringRef v) {
       o.distribution = v == "block"    ? Distribution::Block
                        : v == "cyclic" ? Distribution::Cyclic
                                        : Distribution::Auto;
       return std::string();
     },
     "auto|block|cyclic"},
    {"--device-form", "WHICH", "the directive of '--form=target': {choices}", OnAnalysis,
     [](Options &o, StringRef v) {
       o.deviceForm = v == "auto"         ? DeviceDirective::Auto
                      : v == "loop"       ? DeviceDirective::Loop
                      : v == "distribute" ? DeviceDirective::Distribute
                                          : DeviceDirective::DistributeSimd;
       return std::string();
     },
     "auto|loop|distribute|distribute-simd"},
    {"--unsafe-fixes", "", "also rewrite loops whose assumptions are only stated", OnAnalysis,
     [](Options &o, StringRef) { return o.unsafeFixes = true, std::string(); }},
    {"--cost-model", "MODE", "{choices}: treat every loop as worth it, no thresholds", OnAnalysis,
     [](Options &o, StringRef v) { return o.costModel = v == "on", std::string(); }, "on|off"},
    {"--fp", "MODE", "{choices}: keep the order of floating point", OnAnalysis,
     [](Options &o, StringRef v) { return o.strictFloatingPoint = v == "strict", std::string(); },
     "reassociate|strict"},
    {"--assume", "no-alias[:NAMES]",
     "take for granted that pointers and references (of these names) lead to different memory",
     OnAnalysis, storeAssumption},
    {"--fail-on", "KIND,...",
     "exit with 1 on {choices}; race: a wrong directive, missed: a loop that fix would rewrite",
     OnCheck | OnFix, [](Options &o, StringRef v) { return storeKinds(o.failOn, v); },
     "none|race|missed|parallel|serial|unknown"},
    {"--warnings-as-errors", "GLOB,...", "exit with 1 on findings and reasons that match",
     OnCheck | OnFix,
     [](Options &o, StringRef v) {
       SmallVector<StringRef> globs;
       v.split(globs, ',', -1, false);
       for (StringRef glob : globs)
         o.warningsAsErrors.push_back(glob.trim().str());
       return std::string();
     }},
    {"--only", "KIND,...", "report only race, missed, parallel, serial or unknown", OnCheck,
     [](Options &o, StringRef v) { return storeKinds(o.only, v); },
     "race|missed|parallel|serial|unknown"},
    {"--sort", "ORDER", "{choices}: wrong directives first, then missed loops, most to gain first",
     OnCheck, [](Options &o, StringRef v) { return o.sortByGain = v == "gain", std::string(); },
     "position|gain"},
    {"--top", "N", "of missed loops, report the N with most to gain (default for github: 10)",
     OnCheck, [](Options &o, StringRef v) { return storeNumber(v, o.top.emplace()); }},
    {"--baseline", "FILE", "say nothing of what stands in FILE", OnCheck,
     [](Options &o, StringRef v) { return o.baselineFile = v.str(), std::string(); }},
    {"--write-baseline", "", "write all there is to report into the file of '--baseline'", OnCheck,
     [](Options &o, StringRef) { return o.writeBaseline = true, std::string(); }},
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
    {"--run-in", "FOLDER", "{choices}; 'copy' is one of this folder for each run", OnVerify,
     [](Options &o, StringRef v) {
       o.verify.runIn = v == "copy" ? RunIn::Copy : v == "empty" ? RunIn::Empty : RunIn::Here;
       return std::string();
     },
     "copy|empty|here"},
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
    {"--debounce", "MS", "wait so long after a change before a file is read (default: 200)",
     OnServer, [](Options &o, StringRef v) { return storeLimit(v, o.debounce); }},
    {"--jobs", "N", "analyse so many files at a time (default: as many as there are cores)",
     OnCheck | OnFix | OnVerify, [](Options &o, StringRef v) { return storeNumber(v, o.jobs); }, "",
     "-j"},
    {"--file-timeout", "SECONDS", "give a file up that takes longer (default: 600; 0: never)",
     OnAll, [](Options &o, StringRef v) { return storeLimit(v, o.limits.seconds); }},
    {"--file-memory", "MB", "give a file up that needs more (default: 8192; 0: never)", OnAll,
     [](Options &o, StringRef v) { return storeLimit(v, o.limits.megabytes); }},
    {"--config-file", "FILE", "read defaults from FILE instead of the nearest .loomp.yaml",
     OnAnalysis, [](Options &o, StringRef v) { return o.configFile = v.str(), std::string(); }},
    {"--dump-config", "", "print the options in force as a .loomp.yaml, and stop", OnAll,
     [](Options &o, StringRef) { return o.dumpConfig = true, std::string(); }},
    {"--quiet", "", "no summaries", OnAll,
     [](Options &o, StringRef) { return o.quiet = true, std::string(); }},
    {"--color", "WHEN", "{choices}; 'auto' means on a terminal", OnAll,
     [](Options &o, StringRef v) {
       o.color = v == "always"  ? ColorMode::Always
                 : v == "never" ? ColorMode::Never
                                : ColorMode::Auto;
       return std::string();
     },
     "auto|always|never"},
};

ArrayRef<CommandInfo> commandTable() { return commands; }
ArrayRef<OptionInfo> optionTable() { return options; }

static constexpr GeneralOptionInfo generalOptions[] = {
    {"--help", "", "the commands and these options, or the options of a command",
     GeneralOption::Help},
    {"--version", "", "the version of loomp", GeneralOption::Version},
    {"--list-checks", "", "what loomp can find, and why a loop may not be parallel",
     GeneralOption::ListChecks},
    {"--print-man", "", "the manual page, as man reads it", GeneralOption::PrintMan},
    {"--print-completion", "SHELL", "what completes command lines in {choices}",
     GeneralOption::PrintCompletion, "bash|zsh|fish"},
};
ArrayRef<GeneralOptionInfo> generalOptionTable() { return generalOptions; }

SmallVector<StringRef> choicesOf(StringRef choices) {
  SmallVector<StringRef> words;
  choices.split(words, '|', -1, false);
  return words;
}

std::string checkChoice(StringRef choices, StringRef argument, StringRef value) {
  SmallVector<StringRef> expected = choicesOf(choices), given = {value};
  if (argument.ends_with(",...")) {
    given.clear();
    value.split(given, ',');
  }
  bool isGood = all_of(given, [&](StringRef word) { return is_contained(expected, word); });
  return expected.empty() || isGood ? "" : "expected one of " + join(expected, ", ");
}

std::string setOption(const OptionInfo &option, Options &options, StringRef value) {
  std::string error = checkChoice(option.choices, option.argument, value);
  return error.empty() ? option.store(options, value) : error;
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

/// The formats of a review are those of `check` alone.
static std::string storeFormat(Options &options, StringRef value) {
  OutputFormat format = *formatNamed(value);
  bool isReview = format == OutputFormat::Sarif || format == OutputFormat::GitHub;
  if (isReview && options.command != Command::Check)
    return "expected one of text, json";
  options.format = format;
  return "";
}

std::optional<OutputFormat> formatNamed(StringRef name) {
  return StringSwitch<std::optional<OutputFormat>>(name)
      .Case("text", OutputFormat::Text)
      .Case("json", OutputFormat::Json)
      .Case("sarif", OutputFormat::Sarif)
      .Case("github", OutputFormat::GitHub)
      .Default(std::nullopt);
}

/// `none` forgets what was said before, in a file of defaults for example.
static std::string storeKinds(std::vector<std::string> &kinds, StringRef value) {
  SmallVector<StringRef> names;
  value.split(names, ',');
  for (StringRef name : names)
    if (name == "none")
      kinds.clear();
    else
      kinds.push_back(name.str());
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
    filter.around = object->getBoolean("around").value_or(false);
    options.lineFilter.push_back(std::move(filter));
  }
  return "";
}

} // namespace loomp
