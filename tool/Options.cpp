//===- Options.cpp - the command line -------------------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/Options.h"
#include "tool/Help.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/YAMLParser.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace loomp {

static void parseArguments(CommandLine &line, ArrayRef<const char *> arguments,
                           const Configuration &configuration);
static CommandLine answerWithoutCommand(ArrayRef<const char *> arguments);
static std::string takeValue(StringRef argument, ArrayRef<const char *> arguments, size_t &i,
                             StringRef &value);
static std::string parseOption(Options &options, const CommandInfo &command,
                               ArrayRef<const char *> arguments, size_t &i);
static std::string applyConfiguration(Options &options, const CommandInfo &command,
                                      const Configuration &configuration);
static std::string checkOptions(Options &options, const CommandInfo &command);

CommandLine parseCommandLine(ArrayRef<const char *> arguments, const Configuration &configuration) {
  CommandLine line;
  parseArguments(line, arguments, configuration);
  if (line.error.empty())
    return line;
  // An error is said in the format that was asked for, behind what is wrong as well.
  for (size_t i = 0; i < arguments.size() && StringRef(arguments[i]) != "--"; ++i) {
    auto [name, value] = StringRef(arguments[i]).split('=');
    if (name != "--format" && name != "-format")
      continue;
    if (value.empty() && i + 1 < arguments.size())
      value = arguments[++i];
    line.options.format = formatNamed(value).value_or(line.options.format);
  }
  return line;
}

static void parseArguments(CommandLine &line, ArrayRef<const char *> arguments,
                           const Configuration &configuration) {
  const CommandInfo *command = nullptr;
  if (!arguments.empty())
    for (const CommandInfo &candidate : commandTable())
      if (candidate.name == arguments.front())
        command = &candidate;
  if (!command) {
    line = answerWithoutCommand(arguments);
    return;
  }
  Options &options = line.options;

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
      line.answer = argument == "--list-checks" ? listOfChecks() : commandHelp(*command);
      return;
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
        find_if(optionTable(), isNamed)->commands & OnlyVerified)
      line.error = formatv("option '--{0}' needs '--verified'", name);
  }
  if (line.error.empty())
    line.error = checkOptions(options, *command);
}

/// Answers one of the general options.
static CommandLine answerWithoutCommand(ArrayRef<const char *> arguments) {
  CommandLine line;
  if (arguments.empty() || StringRef(arguments.front()).empty()) {
    line.error = "no command given; see 'loomp --help'";
    return line;
  }
  auto [name, value] = StringRef(arguments.front()).split('=');
  if (name == "-h" || name == "help")
    name = "--help";
  auto option = find_if(generalOptionTable(),
                        [&](const GeneralOptionInfo &candidate) { return candidate.name == name; });
  if (option == generalOptionTable().end()) {
    line.error = formatv("unknown command '{0}'; see 'loomp --help'", arguments.front());
    return line;
  }
  size_t i = 0;
  line.error = takeValue(option->argument, arguments, i, value);
  if (line.error.empty())
    if (std::string error = checkChoice(option->choices, option->argument, value); !error.empty())
      line.error = formatv("invalid value '{0}' for option '{1}': {2}", value, name, error);
  if (!line.error.empty())
    return line;
  switch (option->option) {
  case GeneralOption::Help:
    line.answer = generalHelp();
    break;
  case GeneralOption::Version:
    line.answer = "loomp " LOOMP_VERSION "\n";
    break;
  case GeneralOption::ListChecks:
    line.answer = listOfChecks();
    break;
  case GeneralOption::PrintMan:
    line.answer = manualPage();
    break;
  case GeneralOption::PrintCompletion:
    line.answer = shellCompletion(value);
    break;
  }
  return line;
}

/// Finds the value of the option at `arguments[i]`: behind its '=', or the next argument. Returns
/// what is wrong, or an empty string.
static std::string takeValue(StringRef argument, ArrayRef<const char *> arguments, size_t &i,
                             StringRef &value) {
  StringRef name;
  std::tie(name, value) = StringRef(arguments[i]).split('=');
  bool hasValue = StringRef(arguments[i]).contains('=');
  if (argument.empty())
    return hasValue ? formatv("option '{0}' takes no value", name).str() : "";
  if (hasValue)
    return "";
  if (i + 1 >= arguments.size() || StringRef(arguments[i + 1]) == "--")
    return formatv("option '{0}' needs a value: {0}={1}", name, argument);
  value = arguments[++i];
  return "";
}

/// Reads the option at `arguments[i]`, and its value, which may be the next argument.
static std::string parseOption(Options &options, const CommandInfo &command,
                               ArrayRef<const char *> arguments, size_t &i) {
  auto [name, value] = StringRef(arguments[i]).split('=');
  // As in LLVM's tools, one dash will do.
  auto isNamed = [&](const OptionInfo &o) { return o.name == name || o.name == "-" + name.str(); };
  const OptionInfo *option = find_if(optionTable(), isNamed);
  if (option == optionTable().end())
    return formatv("unknown option '{0}'; see 'loomp {1} --help'", name, command.name);
  if (!(option->commands & command.bit))
    return formatv("option '{0}' does not apply to 'loomp {1}'", name, command.name);
  std::string error = takeValue(option->argument, arguments, i, value);
  if (!error.empty())
    return error;
  error = setOption(*option, options, value);
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
        find_if(optionTable(), [&](const OptionInfo &o) { return o.name.ltrim('-') == name; });
    if (option == optionTable().end() || name == "config-file" || name == "dump-config")
      return formatv("{0}: error: unknown key '{1}'; the keys are 'effects' and the names of "
                     "options without dashes",
                     configuration.file, name);
    bool isOfCheck = name == "format" && (value == "sarif" || value == "github");
    if (!(option->commands & command.bit) || (isOfCheck && command.command != Command::Check))
      continue;
    std::string error;
    if (!option->argument.empty()) {
      SmallString<256> path(value);
      if (option->name == "-p" ||
          option->name == "--baseline") // relative to the file, wherever loomp is started
        sys::path::make_absolute(sys::path::parent_path(configuration.file), path);
      error = setOption(*option, options, path);
    } else if (value == "true") {
      error = setOption(*option, options, "");
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
  if (command.command == Command::Server)
    return options.files.empty() ? "" : "'loomp lsp' takes no files: the editor opens them";
  if (options.files.empty())
    return formatv("no {0} given; see 'loomp {1} --help'",
                   command.command == Command::Explain ? "FILE:LINE" : "file", command.name);
  if (is_contained(options.files, ""))
    return "the name of a file is empty";
  if (options.flags && !options.buildPath.empty())
    return "'-p' and flags after '--' exclude each other";
  if (options.diff && !options.exportFixes.empty())
    return "'--diff' and '--export-fixes' exclude each other";
  if (options.diff && options.format == OutputFormat::Json)
    return "'--diff' and '--format=json' exclude each other";
  if (options.writeBaseline && !options.lineFilter.empty())
    return "'--write-baseline' and '--line-filter' exclude each other: a baseline holds all there "
           "is";
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

} // namespace loomp
