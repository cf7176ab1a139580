//===- TidyOptions.cpp - what a run under clang-tidy is asked for ---------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/tidy/TidyOptions.h"
#include "tool/OptionTable.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace clang::tidy;
using OptionsView = ClangTidyCheck::OptionsView;

template <> struct clang::tidy::OptionEnumMapping<loomp::Explained> {
  static ArrayRef<std::pair<loomp::Explained, StringRef>> getEnumMapping() {
    static constexpr std::pair<loomp::Explained, StringRef> names[] = {
        {loomp::Explained::None, "none"},
        {loomp::Explained::Serial, "serial"},
        {loomp::Explained::All, "all"}};
    return names;
  }
};

namespace loomp {

static constexpr StringLiteral loopCheck = "loomp-parallel-loop", serialCheck = "loomp-serial-loop";
static constexpr StringLiteral fixHeaders = "FixHeaders", onlyFixable = "OnlyFixable",
                               explain = "Explain";

namespace {
/// An option of the command line that CheckOptions can give.
struct Setting {
  StringLiteral name, option;
};
} // namespace

static constexpr Setting settings[] = {
    {"Form", "--form"},
    {"SpmdDistribution", "--spmd-distribution"},
    {"DeviceForm", "--device-form"},
    {"UnsafeFixes", "--unsafe-fixes"},
    {"CostModel", "--cost-model"},
    {"Fp", "--fp"},
    {"Assume", "--assume"},
};

static Options readConfigured(ClangTidyContext &context);
static void applySetting(const Setting &setting, StringRef value, Options &options,
                         ClangTidyContext &context);
static bool isNamed(StringRef check, const ClangTidyContext &context);
static void refuseUnknownOptions(ClangTidyContext &context);

TidyOptions readTidyOptions(ClangTidyContext &context) {
  const ClangTidyOptions &given = context.getOptions();
  OptionsView loopView(loopCheck, given.CheckOptions, &context);
  OptionsView serialView(serialCheck, given.CheckOptions, &context);

  TidyOptions tidy;
  tidy.options = readConfigured(context);
  for (const Setting &setting : settings)
    if (std::optional<StringRef> value = loopView.get(setting.name); value && !value->empty())
      applySetting(setting, *value, tidy.options, context);
  tidy.fixHeaders = loopView.get(fixHeaders, false);
  tidy.onlyFixable = loopView.get(onlyFixable, false);
  // Who asks for all of loomp's checks wants to hear what can be done.
  tidy.explained =
      serialView.get(explain, isNamed(serialCheck, context) ? Explained::Serial : Explained::None);
  refuseUnknownOptions(context);

  // What clang-tidy filters away is not analysed, and counts as it does for the command line.
  tidy.options.headerFilter = given.HeaderFilterRegex.value_or("");
  tidy.options.lineFilter.clear();
  for (const FileFilter &filter : context.getGlobalOptions().LineFilter)
    tidy.options.lineFilter.push_back({filter.Name, filter.LineRanges});
  return tidy;
}

/// The options as the nearest `.loomp.yaml` gives them.
static Options readConfigured(ClangTidyContext &context) {
  std::string file = context.getCurrentFile().str();
  const char *arguments[] = {"check", file.c_str()};
  Configuration configuration = loadConfiguration("", file);
  CommandLine line = parseCommandLine(arguments, configuration);
  std::string error = configuration.error.empty() ? line.error : configuration.error;
  if (error.empty())
    return line.options;
  context.configurationDiag("%0") << error;
  return parseCommandLine(arguments).options;
}

static void applySetting(const Setting &setting, StringRef value, Options &options,
                         ClangTidyContext &context) {
  auto option =
      find_if(optionTable(), [&](const OptionInfo &info) { return info.name == setting.option; });
  std::string error;
  if (!option->argument.empty())
    error = setOption(*option, options, value);
  else if (value == "true")
    error = setOption(*option, options, "");
  else if (value != "false")
    error = "expected a bool";
  if (!error.empty())
    context.configurationDiag("invalid configuration value '%0' for option '%1'; %2")
        << value << (loopCheck + "." + setting.name).str() << error;
}

/// Whether the check is enabled by its name, and not by a glob such as `loomp-*` only.
static bool isNamed(StringRef check, const ClangTidyContext &context) {
  SmallVector<StringRef> globs;
  std::string checks = context.getOptions().Checks.value_or("");
  SplitString(checks, globs, ",\n");
  return any_of(globs, [&](StringRef glob) { return glob.trim() == check; });
}

static bool isKnown(StringRef check, StringRef option) {
  if (check == serialCheck)
    return option == explain;
  return check == loopCheck &&
         (option == fixHeaders || option == onlyFixable ||
          any_of(settings, [&](const Setting &setting) { return setting.name == option; }));
}

static void refuseUnknownOptions(ClangTidyContext &context) {
  std::vector<StringRef> unknown;
  for (StringRef name : context.getOptions().CheckOptions.keys()) {
    auto [check, option] = name.split('.');
    if (check.starts_with("loomp-") && !isKnown(check, option))
      unknown.push_back(name);
  }
  sort(unknown);
  for (StringRef name : unknown)
    context.configurationDiag("unknown check option '%0'") << name;
}

void storeTidyOptions(StringRef check, const OptionsView &view,
                      ClangTidyOptions::OptionMap &options) {
  auto store = [&](StringRef name, StringRef otherwise) {
    view.store(options, name, view.get(name, otherwise));
  };
  if (check == serialCheck)
    store(explain, "");
  if (check != loopCheck)
    return;
  for (const Setting &setting : settings)
    store(setting.name, "");
  store(fixHeaders, "false");
  store(onlyFixable, "false");
}

} // namespace loomp
