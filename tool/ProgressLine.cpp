//===- ProgressLine.cpp - a line on a terminal that is written over -------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/ProgressLine.h"
#include "tool/Printable.h"

#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Locale.h"

#include <cmath>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace llvm;

namespace loomp {

void FileProgress::add(StringRef file) {
  ++Done;
  Last = file.str();
  show();
}

void FileProgress::show() const {
  std::chrono::duration<double> soFar = std::chrono::steady_clock::now() - Begin;
  winsize size = {};
  (void)::ioctl(STDERR_FILENO, TIOCGWINSZ, &size);
  TheProgress.say(progressLine(Done, Files, Last, soFar.count(), size.ws_col));
}

/// `1:20`, `2:01:20`
static std::string duration(double seconds) {
  auto whole = static_cast<unsigned long>(std::ceil(seconds));
  unsigned long hours = whole / 3600, minutes = whole / 60 % 60;
  if (hours == 0)
    return formatv("{0}:{1,0+2}", minutes, whole % 60);
  return formatv("{0}:{1,0+2}:{2,0+2}", hours, minutes, whole % 60);
}

std::string progressLine(unsigned done, unsigned files, StringRef file, double secondsSoFar,
                         unsigned columns) {
  std::string total = std::to_string(files), count = std::to_string(done);
  std::string head =
      "[" + std::string(total.size() - count.size(), ' ') + count + "/" + total + "]";
  // As long for each of the files to come as for those that are done.
  std::string tail =
      done == 0 ? "" : "  " + duration(secondsSoFar / done * (files - done)) + " left";
  // A line that is full would begin another one. Of a long name the end says most.
  int room = int(columns) - int(head.size() + tail.size()) - 2;
  std::string name = printableName(file);
  if (columns && sys::locale::columnWidth(name) > room) {
    while (!name.empty() && sys::locale::columnWidth(name) > room - 3) {
      name.erase(0, 1);
      while (!name.empty() && (name.front() & 0xC0) == 0x80) // the rest of a character
        name.erase(0, 1);
    }
    name = room < 4 ? "" : "..." + name;
  }
  return head + (name.empty() ? "" : " ") + name + tail;
}

} // namespace loomp
