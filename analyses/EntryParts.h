//===- EntryParts.h - values of which some part has no name ---------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_ENTRYPARTS_H
#define LOOMP_ANALYSES_ENTRYPARTS_H

#include "analyses/Model.h"

#include "clang/AST/ASTContext.h"

#include <optional>
#include <string>
#include <vector>

namespace loomp {

/// C text of an element number that is fixed in the loop, to be evaluated once in front of it;
/// equal to the value modulo 2^64, as addresses are. Absent if some part of it has no name there.
/// `dereferences`, if given, becomes true if it reads an element, which a loop without iterations
/// may never do.
std::optional<std::string> elementNumberAtEntry(const Model &model, LoopId loop,
                                                const Polynomial &value,
                                                const clang::ASTContext &context,
                                                bool *dereferences = nullptr);

/// Text of an integer type that yields exactly a value, and what is known of that.
struct NamedValue {
  std::string text; ///< an operand for casts and products
  std::optional<Coefficient> low, high;
  bool isSigned = false; ///< the type of the text; false where that is not known
};

/// The same text, a sum of products, and what it is formed of.
struct NumberText {
  struct Term {
    Coefficient coefficient;
    std::vector<NamedValue> factors;
  };
  std::string text;
  std::vector<Term> terms;
};
std::optional<NumberText> numberWithParts(const Model &model, LoopId loop, const Polynomial &value,
                                          const clang::ASTContext &context,
                                          bool *dereferences = nullptr);

/// A place in an element of an array, `rows[i + 1].cells`, as text that is valid where the loop
/// starts if it runs at all; absent if there is none, or if not every iteration reads that very
/// element.
std::optional<std::string> elementAtEntry(const Model &model, LoopId loop, const Path &path,
                                          const clang::ASTContext &context);

} // namespace loomp

#endif // LOOMP_ANALYSES_ENTRYPARTS_H
