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

struct OptionInfo {
  llvm::StringLiteral name;
  llvm::StringLiteral argument; ///< empty: the option takes none
  llvm::StringLiteral help;
  unsigned commands;
  Store store;
  llvm::StringLiteral shortName = ""; ///< another name, of one letter: `-j4`, `-j 4`
};

llvm::ArrayRef<CommandInfo> commandTable();
llvm::ArrayRef<OptionInfo> optionTable();

} // namespace loomp

#endif // LOOMP_TOOL_OPTIONTABLE_H
