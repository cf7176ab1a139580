//===- Printable.h - text that does nothing to a terminal -----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Names of files and pieces of sources hold any bytes, and a terminal obeys some of them. As in
// Clang's diagnostics, what is no printable character is spelled: `<U+001B>`, or `<E4>` for a byte
// that is no UTF-8.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_PRINTABLE_H
#define LOOMP_TOOL_PRINTABLE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

#include <string>

namespace loomp {

/// `text` in printable characters and those of `kept`.
std::string printable(llvm::StringRef text, llvm::StringRef kept = "\n\t");

/// The name of a file: it stands in one line, whatever is in it.
inline std::string printableName(llvm::StringRef file) { return printable(file, ""); }

/// Writes to `out`, colours as they are, and all text printable. Each text must come as a whole.
class PrintableStream : public llvm::raw_ostream {
public:
  PrintableStream(llvm::raw_ostream &out, bool color) : raw_ostream(/*unbuffered=*/true), Out(out) {
    out.enable_colors(color);
    enable_colors(color);
  }
  raw_ostream &changeColor(Colors color, bool bold = false, bool background = false) override {
    Out.changeColor(color, bold, background);
    return *this;
  }
  raw_ostream &resetColor() override {
    Out.resetColor();
    return *this;
  }

private:
  void write_impl(const char *text, size_t size) override {
    Out << printable(llvm::StringRef(text, size));
  }
  uint64_t current_pos() const override { return Out.tell(); }

  llvm::raw_ostream &Out;
};

} // namespace loomp

#endif // LOOMP_TOOL_PRINTABLE_H
