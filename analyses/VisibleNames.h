//===- VisibleNames.h - what a function calls its globals -----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_VISIBLENAMES_H
#define LOOMP_ANALYSES_VISIBLENAMES_H

#include "clang/AST/Decl.h"

#include <map>
#include <optional>
#include <set>
#include <string>

namespace loomp {

/// Names of variables with static storage; keys are canonical declarations.
struct GlobalNames {
  std::map<const clang::ValueDecl *, std::string> spelled;
  std::set<std::string> local;    ///< names that some block of the function declares
  std::set<std::string> switched; ///< of these, directly in the body of a `switch`
};

/// The variables with static storage that the body of a function names, each by a name that means
/// it anywhere in the body where no local name hides it: `total`, `Table::cells`. Not those that
/// only a declaration within a block makes visible.
GlobalNames globalNames(const clang::FunctionDecl &function);

/// Does the bare name mean this variable, which is a member of no class, in a function that need
/// not name it? False where that is not certain.
bool findsGlobal(const clang::FunctionDecl &function, const clang::VarDecl &variable);

} // namespace loomp

#endif // LOOMP_ANALYSES_VISIBLENAMES_H
