//===- DirectiveFix.cpp - what an existing directive lacks ----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   #pragma omp parallel for   // sum    →   #pragma omp parallel for reduction(+ : s)   // sum
//
//===----------------------------------------------------------------------===//

#include "rewriters/DirectiveFix.h"

#include "rewriters/Pragma.h"
#include "rewriters/SourceText.h"

using namespace llvm;

namespace loomp {

std::optional<Edit> fixOf(const Finding &finding, const std::map<std::string, std::string> &texts) {
  auto text = texts.find(finding.position.file);
  if (!finding.fix || text == texts.end() || finding.fix->offset > text->second.size())
    return std::nullopt;
  // The directive ends with its line; a comment and blanks there stay behind the clause.
  StringRef source = text->second;
  unsigned end = finding.fix->offset;
  StringRef line = source.take_front(end);
  line = line.drop_front(line.rfind('\n') + 1);
  size_t comment = std::min(line.find("//"), line.find("/*"));
  StringRef directive = line.take_front(std::min(comment, line.size())).rtrim();
  if (directive.empty() || goesOn(directive))
    return std::nullopt;
  unsigned at = end - line.size() + directive.size();
  return Edit{{at, at}, " " + clauseText(*finding.fix)};
}

} // namespace loomp
