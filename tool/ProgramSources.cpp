//===- ProgramSources.cpp - a program before and after fix ----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/VerifiedFix.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace loomp {

ProgramSources sourcesOf(const Report &report, const std::vector<Plan> &plans,
                         const Options &options, std::string &error) {
  ProgramSources sources;
  for (const std::string &file : options.files) {
    auto text = report.texts.find(file);
    if (text != report.texts.end()) {
      sources.files.push_back(
          {file, text->second, applyPlans(report.result, plans, file, text->second)});
      continue;
    }
    // A file without loops is part of the program too.
    auto buffer = MemoryBuffer::getFile(file);
    if (!buffer) {
      error = "'" + file + "' cannot be read: " + buffer.getError().message();
      return sources;
    }
    std::string content = (*buffer)->getBuffer().str();
    sources.files.push_back({file, content, content});
  }
  for (const auto &[file, text] : report.texts) {
    if (is_contained(options.files, file))
      continue;
    // A header that some set of rewrites changes is part of every set: as it was, if need be.
    std::string content = applyPlans(report.result, plans, file, text);
    if (content == text && applyPlans(report.result, report.plans, file, text) == text)
      continue;
    SmallString<256> path(file);
    sys::fs::make_absolute(path);
    sys::path::remove_dots(path, true);
    sources.headers.emplace(path.str().str(), content);
  }
  return sources;
}

} // namespace loomp
