//===- OptionTable.h - every command and every option ---------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Parsing, `--help`, the manual page and the completion of shells are derived from these tables.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_OPTIONTABLE_H
#define LOOMP_TOOL_OPTIONTABLE_H

#include "tool/Options.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"

#include <string>

namespace loomp {

/// The commands that take an option, as bits.
enum : unsigned {
  OnCheck = 1,
  OnFix = 2,
  OnVerify = 4,
  OnExplain = 8,
  OnAll = 15, ///< that ends
  OnServer = 16,
  OnAnalysis = OnAll | OnServer,
  OnlyVerified = 32, ///< on fix only with `--verified`
  OnProof = OnVerify | OnFix | OnlyVerified
};

struct CommandInfo {
  Command command;
  unsigned bit;
  llvm::StringLiteral name, operands, help, examples;
};

/// Stores the value of an option. Returns what is wrong with the value, or an empty string.
using Store = std::string (*)(Options &, llvm::StringRef value);

/// What a value is shows in the name of the argument: `FILE` or `FILE.svg` is a file, `BUILD` a
/// folder, `COMPILER` a program, and what ends in `,...` a list.
struct OptionInfo {
  llvm::StringLiteral name;
  llvm::StringLiteral argument; ///< empty: the option takes none
  llvm::StringLiteral help;     ///< `{choices}` stands for these
  unsigned commands;
  Store store;
  llvm::StringLiteral choices = ""; ///< `default|other|...`; empty: any value
};

enum class GeneralOption { Help, Version, ListChecks, PrintMan, PrintCompletion };

/// An option without a command: loomp answers, and stops.
struct GeneralOptionInfo {
  llvm::StringLiteral name, argument, help;
  GeneralOption option;
  llvm::StringLiteral choices = ""; ///< without a default
};

llvm::ArrayRef<CommandInfo> commandTable();
llvm::ArrayRef<OptionInfo> optionTable();
llvm::ArrayRef<GeneralOptionInfo> generalOptionTable();

/// The words of a field `choices`.
llvm::SmallVector<llvm::StringRef> choicesOf(llvm::StringRef choices);

/// What is wrong with a value, or with an element of a list; an empty string if nothing is, or if
/// there are no choices.
std::string checkChoice(llvm::StringRef choices, llvm::StringRef argument, llvm::StringRef value);

/// Stores a value that is one of the choices. Returns what is wrong with it, or an empty string.
std::string setOption(const OptionInfo &option, Options &options, llvm::StringRef value);

/// The format that `--format` calls so, of any command.
std::optional<OutputFormat> formatNamed(llvm::StringRef name);

} // namespace loomp

#endif // LOOMP_TOOL_OPTIONTABLE_H
