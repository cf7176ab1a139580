//===- ManualPage.cpp - loomp(1) from the tables of options ---------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// In the macros of man(7) that groff and mandoc both know. The page has no date: it would make two
// builds of one source differ.
//
//===----------------------------------------------------------------------===//

#include "tool/Help.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace loomp {

static std::string escaped(StringRef text);
static std::string bold(StringRef text) { return "\\fB" + escaped(text) + "\\fR"; }
static std::string italic(StringRef text) { return "\\fI" + escaped(text) + "\\fR"; }
static void printSynopsis(raw_ostream &out);
static void printOption(raw_ostream &out, StringRef name, StringRef argument,
                        StringRef shortName = "");
static std::string commandsOf(unsigned bits);

static constexpr StringLiteral description =
    "A loop is rewritten if and only if it is proven parallel; what is not rewritten is explained, "
    "down to two iterations that would collide.";

std::string manualPage() {
  std::string text;
  raw_string_ostream out(text);
  out << ".TH LOOMP 1 \"\" \"loomp " LOOMP_VERSION "\" \"User Commands\"\n"
      << ".SH NAME\nloomp \\- "
      << "find parallel loops of C and C++ programs and rewrite them to OpenMP\n";
  printSynopsis(out);
  out << ".SH DESCRIPTION\n"
      << bold("loomp") << '\n'
      << escaped(purpose) << ".\n"
      << escaped(description) << "\n.PP\n"
      << escaped(originOfFlags) << '\n';

  out << ".SH COMMANDS\n";
  for (const CommandInfo &command : commandTable())
    out << ".TP\n" << bold(command.name) << '\n' << escaped(command.help) << '\n';

  out << ".SH OPTIONS\nThe commands that take an option stand behind it.\n";
  for (const OptionInfo &option : optionTable()) {
    printOption(out, option.name, option.argument, option.shortName);
    out << escaped(helpOf(option.help, option.choices, /*hasDefault=*/true)) << " ("
        << commandsOf(option.commands) << ")\n";
  }
  out << ".SS Options without a command\n";
  for (const GeneralOptionInfo &option : generalOptionTable()) {
    printOption(out, option.name, option.argument);
    out << escaped(helpOf(option.help, option.choices, /*hasDefault=*/false)) << '\n';
  }

  out << ".SH EXIT STATUS\n" << escaped(exitStatus) << ".\n";
  out << ".SH FILES\n.TP\n"
      << italic(".loomp.yaml")
      << "\ndefaults of a project, in the folder of the first file or above it\n.TP\n"
      << italic("compile_commands.json")
      << "\nhow the files of a program are compiled, in a folder above a file or in the folder\n"
      << italic("build") << "\nof one\n";
  out << ".SH EXAMPLES\n.nf\n";
  for (const CommandInfo &command : commandTable())
    out << escaped(command.examples);
  out << ".fi\n.SH SEE ALSO\n.BR clang (1),\n.BR clang\\-tidy (1)\n";
  return text;
}

static void printSynopsis(raw_ostream &out) {
  out << ".SH SYNOPSIS\n";
  for (const CommandInfo &command : commandTable()) {
    out << bold("loomp") << ' ' << bold(command.name) << " [" << italic("OPTION") << "...] ";
    if (!command.operands.empty())
      out << italic(command.operands) << ' ';
    out << '[' << bold("--") << ' ' << italic("COMPILER-FLAG") << "...]\n.br\n";
  }
  out << bold("loomp") << ' ' << italic("OPTION") << '\n';
}

/// The head of a paragraph on an option.
static void printOption(raw_ostream &out, StringRef name, StringRef argument, StringRef shortName) {
  out << ".TP\n";
  if (!shortName.empty())
    out << bold(shortName) << ' ' << italic(argument) << ", ";
  out << bold(name);
  if (!argument.empty())
    out << separatorOf(name) << italic(argument);
  out << '\n';
}

static std::string commandsOf(unsigned bits) {
  SmallVector<std::string> names;
  for (const CommandInfo &command : commandTable())
    if (bits & command.bit) {
      bool needsVerified = command.command == Command::Fix && bits & OnlyVerified;
      names.push_back(bold(command.name) + (needsVerified ? " " + bold("--verified") : ""));
    }
  return join(names, ", ");
}

/// Text that means itself: no escapes, no macros in the first column, hyphens that can be searched
/// for and copied.
static std::string escaped(StringRef text) {
  std::string result;
  for (size_t i = 0; i < text.size(); ++i) {
    bool isFirst = i == 0 || text[i - 1] == '\n';
    if (isFirst && (text[i] == '.' || text[i] == '\''))
      result += "\\&";
    if (text[i] == '\\')
      result += "\\e";
    else if (text[i] == '-')
      result += "\\-";
    else if (text[i] == '\'')
      result += "\\(aq";
    else
      result += text[i];
  }
  return result;
}

} // namespace loomp
