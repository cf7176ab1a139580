//===- Help.h - what is derived from the tables of options ----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_HELP_H
#define LOOMP_TOOL_HELP_H

#include "tool/OptionTable.h"

#include "llvm/ADT/StringRef.h"

#include <string>

namespace loomp {

/// `loomp --help`, `loomp COMMAND --help` and `loomp --list-checks`.
std::string generalHelp();
std::string commandHelp(const CommandInfo &command);
std::string listOfChecks();

/// The manual page, in the macros of man(7).
std::string manualPage();

/// The completion for bash, zsh or fish, as a script that the shell reads.
std::string shellCompletion(llvm::StringRef shell);

/// The help of an option with its choices; with a default, that is the first one.
std::string helpOf(llvm::StringRef help, llvm::StringRef choices, bool hasDefault);

/// What stands between an option and its value.
llvm::StringRef separatorOf(llvm::StringRef option);

// Paragraphs of several pages.
inline constexpr llvm::StringLiteral purpose =
    "finds the loops of a C or C++ program that are proven to be parallel and rewrites them to "
    "OpenMP";
inline constexpr llvm::StringLiteral originOfFlags =
    "Compiler flags come from '-p BUILD', from a compile_commands.json in a folder above the file, "
    "or from\nwhat stands after '--'; without any, files are read as C++20 or C17.";
inline constexpr llvm::StringLiteral exitStatus =
    "0 ran, 1 findings that --fail-on or --warnings-as-errors name, or a wrong or slower\nresult "
    "of verify, 2 could not run, or could not treat a file";

} // namespace loomp

#endif // LOOMP_TOOL_HELP_H
