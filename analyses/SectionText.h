//===- SectionText.h - the text of statements that become sections --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to analyses/.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_SECTIONTEXT_H
#define LOOMP_ANALYSES_SECTIONTEXT_H

#include "analyses/LoopResult.h"
#include "analyses/StatementGroups.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Stmt.h"

#include <string>

namespace loomp {

/// Does the statement declare constants that may be asked for as the program is compiled, and need
/// nothing?
bool isKnownInFront(const clang::Stmt *statement);

/// Does the statement name the variable, also in a type, `decltype(x)`? True if it has something
/// else of that name, too.
bool namesVariable(const clang::ASTContext &context, const clang::Stmt *statement,
                   const clang::VarDecl &variable);

/// What a rewriter must know of one statement of a block, which `group` gives to a section; false,
/// with the problem as a phrase, if it cannot be written.
bool describeSectionStatement(const clang::ASTContext &context,
                              llvm::ArrayRef<const clang::Stmt *> block,
                              const StatementGroup &group, size_t part, SectionStatement &statement,
                              std::string &problem);

} // namespace loomp

#endif // LOOMP_ANALYSES_SECTIONTEXT_H
