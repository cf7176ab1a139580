//===- MisleadingNames.h - where a text would mean something else ---------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// What is written into a loop is text: `const T k_i = k + i * 2;`, `(uintptr_t)a`, `reduction(max :
// m)`. It must mean there what it means to the one who writes it.
//
//   typedef int T;
//   T k = 0;
//   {
//     typedef unsigned char T;
//     for (...) { a[k] = i; k += 2; }      no copy of `k` has the type T here
//   }
//
// Theorem: a name that stands for a type at the declaration of a variable means another thing where
// the loop stands only if the function, one around it, or its class declares the name, too, or two
// parts of the function do. Where none does so with a name that also stands for a type outside, no
// type is misread. (Tags of C are names of their own. A type of a class around the function is one
// type, whatever else has its name outside, if both are the same type.)
//
// A directive is read as tokens, of which each may be a macro: one of a word that the directive
// has, or a function-like one of a word that stands in front of parentheses there.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_MISLEADINGNAMES_H
#define LOOMP_ANALYSES_MISLEADINGNAMES_H

#include "analyses/LoopResult.h"

#include "clang/AST/Decl.h"

#include <set>
#include <string>

namespace clang {
class Preprocessor;
}

namespace loomp {

/// The first name in the function that is not certain to mean what a text would mean by it; empty
/// if there is none.
std::string misleadingName(const clang::FunctionDecl &function);

/// Words of directives that are macros: one of each kind, if there are any.
struct MacroWords {
  std::string ofLoops, ofOtherForms;
  std::set<std::string> ofReductions;
};
/// `preprocessor`: null asks nothing.
MacroWords macroWords(const clang::ASTContext &context, const clang::Preprocessor *preprocessor);

/// Refuses to edit, or to write what a macro would change.
void refuseMacros(const MacroWords &macros, LoopResult &result);

} // namespace loomp

#endif // LOOMP_ANALYSES_MISLEADINGNAMES_H
