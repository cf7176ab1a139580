//===- Preamble.h - what the includes of a file compile to ----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A file that is edited is parsed again and again, and most of each parse goes into the headers
// that it includes at its top. Clang can keep these as a precompiled header in memory. It is made
// anew when a file that was read has changed, or the parse would find another one (SeenFiles.h):
// clang itself asks for files that were read only, and knows their times in seconds.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_PREAMBLE_H
#define LOOMP_TOOL_PREAMBLE_H

#include "analyses/AddedDeclarations.h"
#include "analyses/ProgramFacts.h"
#include "tool/SeenFiles.h"

#include "clang/Basic/FileManager.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "clang/Frontend/PrecompiledPreamble.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace loomp {

/// Of one file.
class Preamble {
public:
  /// Makes `invocation` start behind the includes, building what they compile to unless a former
  /// call has, and neither they nor the flags have changed. Includes that do not compile alone, or
  /// that leave something to the preprocessor which it would not find again, are left to the parse.
  /// Returns the files that the parse must see, which may not be used after the next call.
  llvm::IntrusiveRefCntPtr<clang::FileManager>
  use(clang::CompilerInvocation &invocation, clang::FileManager &files,
      const std::shared_ptr<clang::PCHContainerOperations> &operations);

  /// Of the includes that the current parse starts behind; absent: it reads them itself.
  const std::optional<HeaderFacts> &headers() const { return Headers; }
  /// Listens to the current parse, which may have nothing to start behind.
  AddedDeclarations &added() { return Added; }

private:
  std::optional<clang::PrecompiledPreamble> Built;
  std::optional<HeaderFacts> Headers;
  AddedDeclarations Added;
  SeenFiles Seen;                           ///< when it was built
  std::vector<std::string> Flags;           ///< with which it was built, or could not be
  std::string UnfitText;                    ///< of includes that must be read anew with these flags
  std::unique_ptr<llvm::MemoryBuffer> Text; ///< of the file, for the current parse
};

} // namespace loomp

#endif // LOOMP_TOOL_PREAMBLE_H
