//===- TaskGraph.h - tasks that wait for each other -----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_REWRITERS_TASKGRAPH_H
#define LOOMP_REWRITERS_TASKGRAPH_H

#include "rewriters/SourceText.h"

#include <map>
#include <string>
#include <vector>

namespace loomp {

/// Objects of which clauses only need the address: elements of an array.
struct Tokens {
  std::vector<std::string> declaration;   ///< lines; empty: there are none
  std::map<unsigned, std::string> ofTask; ///< by the number of the task from 0
};

/// `taken`: names that are new to the file; the array gets another one.
Tokens tokensOf(const LoopResult &statements, const SourceText &source,
                std::set<std::string> &taken);

/// The directive of each task. `values`: variables that clauses name in the place of constants.
std::vector<std::string> graphDirectives(const LoopResult &statements, const Tokens &tokens,
                                         const std::map<std::string, std::string> &values = {});

/// The directive that stands for all in reports: that of the first task that reads what others
/// leave, if there is one.
std::string graphSummary(const LoopResult &statements);

} // namespace loomp

#endif // LOOMP_REWRITERS_TASKGRAPH_H
