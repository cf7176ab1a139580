//===- Printable.cpp - text that does nothing to a terminal ---------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/Printable.h"

#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Unicode.h"

using namespace llvm;

namespace loomp {

std::string printable(StringRef text, StringRef kept) {
  std::string result;
  while (!text.empty()) {
    const auto *begin = reinterpret_cast<const UTF8 *>(text.begin());
    const auto *end = reinterpret_cast<const UTF8 *>(text.end());
    const UTF8 *next = begin;
    UTF32 character = 0;
    bool isCharacter =
        convertUTF8Sequence(&next, end, &character, strictConversion) == conversionOK;
    size_t bytes = isCharacter ? next - begin : 1;
    if (isCharacter && (sys::unicode::isPrintable(character) || kept.contains(text.front())))
      result += text.take_front(bytes);
    else if (isCharacter)
      result += formatv("<U+{0:X-4}>", character).str();
    else
      result += formatv("<{0:X-2}>", *begin).str();
    text = text.drop_front(bytes);
  }
  return result;
}

} // namespace loomp
