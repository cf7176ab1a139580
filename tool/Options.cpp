//===- Options.cpp - the command line -------------------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/Options.h"
#include "tool/OptionTable.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/YAMLParser.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace loomp {

static std::string generalHelp();
static std::string commandHelp(const CommandInfo &command);
static std::string registryRows();
static std::string parseOption(Options &options, const CommandInfo &command,
                               ArrayRef<const char *> arguments, size_t &i);
static std::string applyConfiguration(Options &options, const CommandInfo &command,
                                      const Configuration &configuration);
static bool takesProject(Command command);
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
    for (const CommandInfo &candidate : commandTable())
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
        find_if(optionTable(), isNamed)->commands & OnlyVerified)
      line.error = formatv("option '--{0}' needs '--verified'", name);
  }
  if (!line.error.empty())
    return line;
  line.error = checkOptions(options, *command);
  line.lacksFiles = !line.error.empty() && options.files.empty() && takesProject(command->command);
  return line;
}

/// Reads the option at `arguments[i]`, and its value, which may be the next argument.
static std::string parseOption(Options &options, const CommandInfo &command,
                               ArrayRef<const char *> arguments, size_t &i) {
  auto [name, value] = StringRef(arguments[i]).split('=');
  bool hasValue = StringRef(arguments[i]).contains('=');
  // As in LLVM's tools, one dash will do.
  auto isNamed = [&](const OptionInfo &o) {
    return o.name == name || o.name == "-" + name.str() ||
           (!o.shortName.empty() && o.shortName == name);
  };
  const OptionInfo *option = find_if(optionTable(), isNamed);
  if (option == optionTable().end()) { // `-j4`
    option = find_if(optionTable(), [&](const OptionInfo &o) {
      return !o.shortName.empty() && name.starts_with(o.shortName) && isDigit(name[2]);
    });
    if (option != optionTable().end()) {
      value = StringRef(arguments[i]).drop_front(option->shortName.size());
      name = option->shortName;
      hasValue = true;
    }
  }
  if (option == optionTable().end())
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
        find_if(optionTable(), [&](const OptionInfo &o) { return o.name.ltrim('-') == name; });
    if (option == optionTable().end() || name == "config-file" || name == "dump-config")
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

/// Whether a database will do instead of files.
static bool takesProject(Command command) {
  return command == Command::Check || command == Command::Fix;
}

/// What only the whole command line can show to be wrong.
static std::string checkOptions(Options &options, const CommandInfo &command) {
  if (command.command == Command::Server)
    return options.files.empty() ? "" : "'loomp lsp' takes no files: the editor opens them";
  bool isProject = takesProject(command.command) && !options.buildPath.empty();
  if (options.files.empty() && !isProject)
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

//===----------------------------------------------------------------------===//
// What is derived from the tables
//===----------------------------------------------------------------------===//

static std::string optionRows(unsigned commands) {
  std::string text;
  raw_string_ostream out(text);
  for (const OptionInfo &option : optionTable()) {
    if (!(option.commands & commands))
      continue;
    std::string name = option.name.str();
    if (!option.argument.empty())
      name += (option.name == "-p" ? " " : "=") + option.argument.str();
    if (!option.shortName.empty())
      name = option.shortName.str() + " " + option.argument.str() + ", " + name;
    out << formatv("  {0,-30} {1}\n", name, option.help);
  }
  return text;
}

static std::string generalHelp() {
  std::string text = "loomp finds the loops of a C or C++ program that are proven to be parallel "
                     "and rewrites them to OpenMP\n\nusage:\n";
  for (const CommandInfo &command : commandTable())
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
  std::string operands = command.operands.empty() ? "" : " " + command.operands.str();
  return formatv("loomp {0}: {1}\n\nusage: loomp {0} [OPTION...]{2} [-- COMPILER-FLAG...]\n\n"
                 "options:\n{3}\nexamples:\n{4}",
                 command.name, command.help, operands, optionRows(command.bit), command.examples);
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
