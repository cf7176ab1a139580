//===- ConstantEvaluation.h - what the compiler evaluates -----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// No directive may stand in what is evaluated as it is compiled: the compiler would refuse the
// program.
//
//   constexpr auto squares = [] { std::array<int, 8> t{}; for (...) t[i] = i * i; return t; }();
//
// Theorem: a function that is compiled before and not after a directive is written into it is
// declared constexpr or consteval, or it is the call operator of a closure, which is constexpr
// where it can be, and then
//   - declared within such a function, for that may call it in all that it does; or
//   - a constant expression, or the initializer of a variable that is initialized by a constant,
//     has a part of the closure's type, or calls a function of whose body that holds: what is
//     evaluated there names the closure, and an expression that names it has its type.
//
// Variables that are not constexpr count, too: what is initialized by a constant is so before
// anything of the program runs.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_CONSTANTEVALUATION_H
#define LOOMP_ANALYSES_CONSTANTEVALUATION_H

#include "analyses/Analyze.h"

#include "clang/AST/ASTContext.h"

#include <optional>
#include <set>

namespace loomp {

/// constexpr or consteval, or made of a template that is: no text of it takes a directive, even
/// where this instance can be no constant.
bool isDeclaredConstexpr(const clang::FunctionDecl &function);

class ConstantEvaluation {
public:
  ConstantEvaluation(clang::ASTContext &context, const AnalysisOptions &options)
      : Context(context), Options(options) {}

  /// Might the compiler have to evaluate the function?
  bool reaches(const clang::FunctionDecl &function);

private:
  bool isCalled(const clang::CXXRecordDecl &closure);

  clang::ASTContext &Context;
  const AnalysisOptions &Options;
  /// Where the lambda expressions begin whose closures the compiler calls; found when first asked
  /// for.
  std::optional<std::set<clang::SourceLocation>> Called;
};

} // namespace loomp

#endif // LOOMP_ANALYSES_CONSTANTEVALUATION_H
