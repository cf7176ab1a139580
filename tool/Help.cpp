//===- Help.cpp - what a terminal shows of the tables of options ----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/Help.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace loomp {

static std::string optionRows(unsigned commands);

std::string generalHelp() {
  std::string text = formatv("loomp {0}\n\nusage:\n", purpose);
  for (const CommandInfo &command : commandTable())
    text += formatv("  loomp {0,-8} {1,-10} {2}\n", command.name, command.operands, command.help);
  text += formatv("\n{0}\n\n", originOfFlags);
  for (const GeneralOptionInfo &option : generalOptionTable()) {
    std::string name = option.option == GeneralOption::Help ? "[COMMAND] " : "";
    name += option.name;
    if (!option.argument.empty())
      name += separatorOf(option.name).str() + option.argument.str();
    text += formatv("  loomp {0,-24} {1}\n", name,
                    helpOf(option.help, option.choices, /*hasDefault=*/false));
  }
  return text + formatv("\nexit status: {0}\n", exitStatus).str();
}

std::string commandHelp(const CommandInfo &command) {
  std::string operands = command.operands.empty() ? "" : " " + command.operands.str();
  return formatv("loomp {0}: {1}\n\nusage: loomp {0} [OPTION...]{2} [-- COMPILER-FLAG...]\n\n"
                 "options:\n{3}\nexamples:\n{4}\nexit status: {5}\n",
                 command.name, command.help, operands, optionRows(command.bit), command.examples,
                 exitStatus);
}

static std::string optionRows(unsigned commands) {
  std::string text;
  raw_string_ostream out(text);
  for (const OptionInfo &option : optionTable()) {
    if (!(option.commands & commands))
      continue;
    std::string name = option.name.str();
    if (!option.argument.empty())
      name += separatorOf(option.name).str() + option.argument.str();
    out << formatv("  {0,-30} {1}\n", name,
                   helpOf(option.help, option.choices, /*hasDefault=*/true));
  }
  return text;
}

std::string listOfChecks() {
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

std::string helpOf(StringRef help, StringRef choices, bool hasDefault) {
  auto [before, after] = help.split("{choices}");
  SmallVector<StringRef> words = choicesOf(choices);
  if (words.empty() || before.size() == help.size())
    return help.str();
  std::string list = words.front().str() + (hasDefault ? " (default)" : "");
  for (size_t i = 1; i < words.size(); ++i)
    list += (i + 1 < words.size() ? ", " : " or ") + words[i].str();
  return before.str() + list + after.str();
}

StringRef separatorOf(StringRef option) { return option.starts_with("--") ? "=" : " "; }

} // namespace loomp
