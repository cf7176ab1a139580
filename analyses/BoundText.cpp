//===- BoundText.cpp - bounds that have to be computed --------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (i = 0; i < a && i < b; ++i)   →   for (i = 0; i < (a < b ? a : b); ++i)
//   for (d = 1; d * d <= n; ++d)       →   for (d = 1; d <= d_last; ++d)
//
// Theorem: of `i < a && i <= b` the smaller bound decides: `i < (a <= b ? a : b + 1)`, where b + 1
// is formed only below a, and so does not overflow. Downwards the same with the signs turned.
//
// Theorem: the source reads b only where the first test holds. Variables, members of objects and
// sizes can be read in any case; everything else is put behind the test of the first index, with an
// empty range where that fails: `i < (i0 < a && ... ? the above : i0)`.
//
// Theorem: the largest d with d * d <= n has the bits that the loop below finds from the top down,
// each kept if the square of what there is stays within n. For positive integers `x * x <= n` is
// `x <= n / x`, which does not overflow. For a negative n no d is small enough: -1.
//
//===----------------------------------------------------------------------===//

#include "analyses/BoundText.h"
#include "analyses/EntryText.h"

#include <algorithm>

using namespace clang;

namespace loomp {

/// May the expression be evaluated anywhere that its names mean the same?
static bool isAlwaysReadable(const Stmt *expression) {
  if (const auto *call = dyn_cast<CXXMemberCallExpr>(expression)) {
    const CXXMethodDecl *callee = call->getMethodDecl();
    const Expr *object = call->getImplicitObjectArgument();
    return callee && callee->isConst() && call->getNumArgs() == 0 && object->isLValue() &&
           isStandardClass(object->getType()) && isAlwaysReadable(object);
  }
  if (const auto *member = dyn_cast<MemberExpr>(expression))
    return isa<FieldDecl>(member->getMemberDecl()) &&
           (member->isArrow() ? isa<CXXThisExpr>(member->getBase()->IgnoreParenImpCasts())
                              : isAlwaysReadable(member->getBase()));
  if (const auto *cast = dyn_cast<CastExpr>(expression))
    return (cast->getCastKind() == CK_LValueToRValue || cast->getCastKind() == CK_NoOp ||
            cast->getCastKind() == CK_IntegralCast) &&
           isAlwaysReadable(cast->getSubExpr());
  if (const auto *parentheses = dyn_cast<ParenExpr>(expression))
    return isAlwaysReadable(parentheses->getSubExpr());
  return isa<DeclRefExpr, IntegerLiteral>(expression);
}

std::optional<std::string> combinedBound(llvm::ArrayRef<BoundTest> tests, const ASTContext &context,
                                         const std::string &lower,
                                         llvm::function_ref<std::string(const Expr &)> text) {
  // Between signed and unsigned numbers the comparisons would be others.
  std::optional<bool> isUnsigned;
  bool isLazy = false;
  auto isLiteral = [](const Expr &bound) {
    return isa<IntegerLiteral>(bound.IgnoreParenImpCasts());
  };
  for (const BoundTest &test : tests) {
    QualType type = test.bound->IgnoreParenImpCasts()->getType();
    if (!type->isIntegerType() || type->isBooleanType())
      return std::nullopt;
    bool isNarrow = context.getTypeSize(type) < context.getTypeSize(context.IntTy);
    bool sign = type->isUnsignedIntegerType() && !isNarrow;
    if (!isLiteral(*test.bound) && isUnsigned.value_or(sign) != sign)
      return std::nullopt;
    if (!isLiteral(*test.bound))
      isUnsigned = sign;
    isLazy |= &test != &tests.front() && !isAlwaysReadable(test.bound);
  }
  if (isLazy && lower.empty())
    return std::nullopt;
  bool up = tests.front().comparison == BO_LT || tests.front().comparison == BO_LE;
  bool strict = isStrict(tests.front().comparison);
  std::string result = text(*tests.front().bound), first;
  for (size_t i = 0; i < tests.size(); ++i) {
    std::string bound = text(*tests[i].bound);
    if (bound.empty())
      return std::nullopt;
    std::string test = lower + " " + BinaryOperator::getOpcodeStr(tests[i].comparison).str() + " ";
    if (i + 1 < tests.size())
      first += (i > 0 ? " && " : "") + test + bound;
    if (i == 0)
      continue;
    bool isNext = isStrict(tests[i].comparison);
    std::string nearer = up ? " < " : " > ", beside = up ? " <= " : " >= ";
    if (strict == isNext)
      result = "(" + result + nearer + bound + " ? " + result + " : " + bound + ")";
    else if (strict)
      result =
          "(" + result + beside + bound + " ? " + result + " : " + plus(bound, up ? 1 : -1) + ")";
    else
      result =
          "(" + bound + beside + result + " ? " + bound + " : " + plus(result, up ? 1 : -1) + ")";
    strict |= isNext;
  }
  if (!isLazy)
    return result;
  // Without a strict test there is no empty range that is sure to have a text.
  return strict ? std::optional("(" + first + " ? " + result + " : " + lower + ")") : std::nullopt;
}

bool spellRoot(const HeaderView &view, HeaderTexts &texts) {
  const Loop &loop = view.loop;
  const BoundTest &test = loop.bounds.front();
  std::string bound = operandText(view, *test.bound);
  if (bound.empty() || view.model.isInstantiated) // the types might be those of one instantiation
    return false;
  PrintingPolicy policy(view.context.getLangOpts());
  auto spelled = [&](QualType type) {
    return type.getCanonicalType().getUnqualifiedType().getAsString(policy);
  };
  std::string name = loop.index->getNameAsString();
  std::string square = freshName(view.context, name + "_square"),
              last = freshName(view.context, name + "_last"),
              bit = freshName(view.context, name + "_bit");
  if (test.comparison == BO_LT)
    bound = bound + " > 0 ? " + plus(bound, -1) + " : -1";
  auto start = loop.lower.asConstant();
  std::string sum = last + " + " + bit;
  texts.below = {"const " + spelled(test.compared) + " " + square + " = " + bound + ";",
                 spelled(loop.index->getType()) + " " + last + " = 0, " + bit + " = " +
                     toString(Coefficient(1) << (loop.rootBits - 1)) + ";",
                 "for (; " + bit + " > 0; " + bit + " /= 2)",
                 "  if (" + sum + " <= " + square + " / (" + sum + "))",
                 "    " + last + " += " + bit + ";"};
  if (!start || *start < 1)
    texts.below.insert(texts.below.end(), {"if (" + square + " < 0)", "  " + last + " = -1;"});
  texts.bound = last;
  texts.op = BO_LE;
  return true;
}

} // namespace loomp
