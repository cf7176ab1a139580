//===- Parse.h - from a file and its flags to an AST ----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_PARSE_H
#define LOOMP_TOOL_PARSE_H

#include "analyses/LinearSystem.h"
#include "tool/Database.h"
#include "tool/Preamble.h"

#include "llvm/ADT/STLFunctionalExtras.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace clang {
class ASTContext;
class Preprocessor;
} // namespace clang

namespace loomp {

struct Options;

/// How one file is compiled, as far as loomp needs to know.
struct CompileCommand {
  std::vector<std::string> arguments; ///< of an in-process run of clang, the file included
  std::vector<std::string> userFlags; ///< what the user's build passes, cleaned
  std::string directory;              ///< absolute
  std::string file;                   ///< as it stands in `arguments`
  bool openMP = false;                ///< the user's flags enable OpenMP
  bool wrappingIntegers = false;      ///< -fwrapv and the like
  bool strictAliasing = true;
  bool isCxx = true;
  bool isGuess = false;        ///< no flags were found
  bool isOneOfSeveral = false; ///< the build compiles the file in other ways, too
};

/// Finds the command for `file` as the options say. On failure `error` is set.
CompileCommand findCompileCommand(const std::string &file, const Options &options,
                                  Databases &databases, std::string &error);

/// Reads the databases that `findCompileCommand` would read for `file`.
void readDatabase(const std::string &file, const Options &options, Databases &databases);

/// What an editor holds and may not have saved.
struct UnsavedText {
  std::string text;
  std::int64_t stamp = 1; ///< greater than 0, another one for each text
};
/// By absolute path. They hide what the disk has there.
using UnsavedTexts = std::map<std::string, UnsavedText>;

/// What an analysis of a file leaves for the next one.
struct FileMemory {
  Preamble preamble;
  AnswerMemory answers;
  SeenFiles seen; ///< by the last parse
};

struct ParseOptions {
  bool color = false;
  bool isQuiet = false; ///< the compiler's diagnostics are of no interest, or have been printed
  bool isLast = false;  ///< of the run: its memory is left to the system
  const UnsavedTexts *unsaved = nullptr; ///< null: there are none
  FileMemory *memory = nullptr;          ///< of this file; null: it is read once only
};

struct ParseEnd {
  std::string failure;  ///< what went wrong; empty: nothing
  bool isCrash = false; ///< the compiler or `use` crashed
};

/// Parses the file in this process and hands its AST, with the preprocessor that read it, to `use`,
/// unless there are errors. The compiler's diagnostics go to stderr.
ParseEnd parseFile(const CompileCommand &command, const ParseOptions &options,
                   llvm::function_ref<void(clang::ASTContext &, const clang::Preprocessor &)> use);

} // namespace loomp

#endif // LOOMP_TOOL_PARSE_H
