//===- SarifRules.h - the findings of a log, explained --------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_SARIFRULES_H
#define LOOMP_TOOL_SARIFRULES_H

#include "tool/Diagnostics.h"

#include "llvm/Support/JSON.h"

namespace loomp {

/// The rows of the registry that a log needs, in the order of its results.
struct SarifRules {
  std::vector<std::pair<std::string, std::string>> rows; ///< slug and summary
  std::map<std::string, size_t> index;                   ///< in `rows`, by slug
};

SarifRules sarifRules(const std::vector<Diagnostic> &diagnostics);

/// The attributes of `tool.driver`. Each rule carries its page of the catalog.
void writeDriver(llvm::json::OStream &json, const SarifRules &rules);

} // namespace loomp

#endif // LOOMP_TOOL_SARIFRULES_H
