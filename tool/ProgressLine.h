//===- ProgressLine.h - a line on a terminal that is written over ---------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_PROGRESSLINE_H
#define LOOMP_TOOL_PROGRESSLINE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/raw_ostream.h"

#include <chrono>
#include <string>

namespace loomp {

/// The line is gone when this is.
class ProgressLine {
public:
  explicit ProgressLine(bool enabled) : enabled(enabled) {}
  ProgressLine(const ProgressLine &) = delete;
  ~ProgressLine() { say(""); }
  void say(const llvm::Twine &text) const {
    if (enabled)
      llvm::errs() << "\r\033[K" << text;
  }

private:
  bool enabled;
};

/// How far a run over several files has come: `[ 12/300] src/a.cpp  1:20 left`.
class FileProgress {
public:
  FileProgress(bool enabled, unsigned files)
      : TheProgress(enabled && files > 1), Files(files), Begin(std::chrono::steady_clock::now()) {}
  /// One more file is done.
  void add(llvm::StringRef file);
  /// The same line with the time that is left now.
  void show() const;
  /// Makes room for other messages.
  void hide() const { TheProgress.say(""); }

private:
  ProgressLine TheProgress;
  unsigned Files, Done = 0;
  std::chrono::steady_clock::time_point Begin;
  std::string Last; ///< the file that was done last
};

/// Of a terminal with so many columns (0: not known).
std::string progressLine(unsigned done, unsigned files, llvm::StringRef file, double secondsSoFar,
                         unsigned columns);

} // namespace loomp

#endif // LOOMP_TOOL_PROGRESSLINE_H
