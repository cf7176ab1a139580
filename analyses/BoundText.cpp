//===- BoundText.cpp - bounds that have to be computed --------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (i = 0; i < a && i < b; ++i)   →   for (i = 0; i < (a < b ? a : b); ++i)
//   for (d = 1; d * d <= n; ++d)       →   for (d = 1; d <= d_last; ++d)
//
// Theorem: of `i < a && i <= b` the smaller bound decides: `i < (a <= b ? a : b + 1)`, where b + 1
// is formed only below a, and so does not overflow if the type of b is no narrower than that of a.
// Downwards the same with the signs turned.
//
// Theorem: that holds for numbers. The source compares in the common type of the index and one
// bound, the text below in that of the bounds and in that of all. It means the same if these
// conversions keep all values, or if the source compares in a single type, the bounds keep their
// values in it and the text compares the index in it, too.
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

namespace {
/// An integer type as far as conversions are concerned.
struct Width {
  unsigned bits = 0;
  bool isUnsigned = false;
  bool operator==(const Width &other) const = default;
  bool keeps(const Width &other) const {
    return isUnsigned == other.isUnsigned ? bits >= other.bits : !isUnsigned && bits > other.bits;
  }
};
} // namespace

/// After the promotion that each operand of a comparison goes through.
static Width promoted(const ASTContext &context, QualType type) {
  unsigned bits = static_cast<unsigned>(context.getTypeSize(type));
  unsigned least = static_cast<unsigned>(context.getTypeSize(context.IntTy));
  return bits < least ? Width{least, false} : Width{bits, type->isUnsignedIntegerType()};
}

static Width common(const Width &a, const Width &b) {
  if (a.bits != b.bits)
    return a.bits > b.bits ? a : b;
  return {a.bits, a.isUnsigned || b.isUnsigned};
}

/// Do the comparisons of the combined text mean what those of the source mean?
static bool comparesAlike(llvm::ArrayRef<BoundTest> tests, const ASTContext &context,
                          QualType indexType) {
  auto isLiteral = [](const BoundTest &test) { // never negative
    return isa<IntegerLiteral>(test.bound->IgnoreParenImpCasts());
  };
  Width index = promoted(context, indexType);
  std::optional<Width> bounds;
  for (const BoundTest &test : tests) {
    QualType type = test.bound->IgnoreParenImpCasts()->getType();
    if (!type->isIntegerType() || type->isBooleanType())
      return false;
    Width own = promoted(context, type);
    bounds = bounds ? common(*bounds, own) : own;
  }
  Width all = common(index, *bounds), first = promoted(context, tests.front().compared);
  bool isSingle = all == first, keepsIndex = all.keeps(index);
  for (const BoundTest &test : tests) {
    Width own = promoted(context, test.bound->IgnoreParenImpCasts()->getType());
    Width compared = promoted(context, test.compared);
    Width positive = {own.bits - 1, true};
    Width values = isLiteral(test) ? positive : own;
    if (!compared.keeps(values) || !bounds->keeps(values) || !all.keeps(values))
      return false;
    isSingle &= compared == all;
    keepsIndex &= compared.keeps(index);
  }
  return isSingle || keepsIndex;
}

std::string comparedBound(const HeaderView &view) {
  const Loop &loop = view.loop;
  if (!loop.boundExpression)
    return "0";
  std::string bound = operandText(view, *loop.boundExpression);
  auto step = loop.step->asConstant();
  const Expr *compared = loop.indexExpression;
  while (const auto *sum =
             dyn_cast_or_null<BinaryOperator>(compared ? compared->IgnoreParenImpCasts() : nullptr))
    compared = sum->getLHS(); // `(unsigned)j + 1 < n`
  bool isConverted = compared && isa<ExplicitCastExpr>(compared->IgnoreParenImpCasts());
  if (bound.empty() || !isConverted || !step || *step < 0 ||
      loop.index->getType()->isUnsignedIntegerType() ||
      !loop.boundExpression->IgnoreParenImpCasts()->getType()->isUnsignedIntegerType())
    return bound;
  return convertedTo(view.context, loop.index->getType().getUnqualifiedType(), bound);
}

bool comparesStartAlike(const HeaderView &view, bool isAsWritten) {
  const Loop &loop = view.loop;
  const ASTContext &context = view.context;
  std::vector<BoundTest> tests = loop.bounds;
  if (loop.boundExpression && loop.indexExpression)
    tests.push_back({loop.boundExpression, loop.comparison, loop.indexExpression->getType()});
  auto start = loop.lower.asConstant();
  QualType type = loop.lowerExpression && isAsWritten
                      ? loop.lowerExpression->IgnoreParenImpCasts()->getType()
                      : loop.index->getType();
  if (!type->isIntegerType())
    return true;
  // The constant is written as a literal, which should be an `int` beside an index of that size.
  Width literal = promoted(context, context.IntTy);
  auto fits = [&](const Width &width) {
    Coefficient end = Coefficient(1) << (width.bits - 1);
    return start && -end <= *start && *start < end;
  };
  bool isShort = fits(literal);
  if (start && !isShort) {
    literal = promoted(context, context.LongLongTy);
    if (!fits(literal) || promoted(context, loop.index->getType()).bits < literal.bits)
      return false;
  }
  Width lower = start ? Width{literal.bits - (*start >= 0), *start >= 0} : promoted(context, type);
  // `i < (unsigned)n`: no comparison of numbers for a negative n, where a loop of 64 bits takes
  // longer than any program runs. A value of the model with a text has been converted.
  auto comparesNumbers = [&](const Width &compared, const Width &values) {
    return isAsWritten || compared.keeps(values) ||
           (compared.bits == literal.bits * 2 && isShort) || view.render(*loop.last);
  };
  return llvm::all_of(tests, [&](const BoundTest &test) {
    const Expr *bound = test.bound->IgnoreParenImpCasts();
    if (!bound->getType()->isIntegerType())
      return true;
    Width own = promoted(context, bound->getType());
    Width together = common(start ? literal : lower, own);
    bool isLiteral = isa<IntegerLiteral>(bound);
    Width values = isLiteral ? Width{own.bits - 1, true} : own;
    Width compared = promoted(context, test.compared);
    return together == compared ||
           (together.keeps(lower) && together.keeps(values) && comparesNumbers(compared, values));
  });
}

std::optional<std::string> combinedBound(llvm::ArrayRef<BoundTest> tests, const ASTContext &context,
                                         QualType index, const std::string &lower,
                                         llvm::function_ref<std::string(const Expr &)> text) {
  if (!comparesAlike(tests, context, index))
    return std::nullopt;
  bool isLazy = false;
  for (const BoundTest &test : tests.drop_front())
    isLazy |= !isAlwaysReadable(test.bound);
  if (isLazy && lower.empty())
    return std::nullopt;
  bool up = tests.front().comparison == BO_LT || tests.front().comparison == BO_LE;
  bool strict = isStrict(tests.front().comparison);
  std::string result = text(*tests.front().bound), first;
  auto widthOf = [&](const BoundTest &test) {
    return promoted(context, test.bound->IgnoreParenImpCasts()->getType());
  };
  Width width = widthOf(tests.front());
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
    Width own = widthOf(tests[i]);
    if (strict != isNext && (strict ? own.bits < width.bits : width.bits < own.bits))
      return std::nullopt;
    width = common(width, own);
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

/// A header with a stride s > 1.
///
/// Theorem: from the start l on, the test of the source lets the index go as far as b, and no
/// further (b: `last`). If it runs, there are (b - l) / s + 1 iterations, rounded down, and the
/// index ends at l + s times that. For 0 <= l no part of the first text leaves the type of the
/// index, and the second one is a value that the index has; it is formed in a type no narrower.
/// Where the first iteration runs untested, the header that is spelled for the loop has such a b.
void describeStrides(const HeaderView &view, const std::string &lower, Coefficient size, bool up,
                     const HeaderTexts *spelled, LoopResult &result) {
  const Loop &loop = view.loop;
  QualType type = loop.index->getType();
  bool isWide = view.context.getTypeSize(type) > view.context.getTypeSize(view.context.IntTy);
  auto least = (up ? loop.lower : *loop.last).asConstant();
  if (!loop.startIsStable || !least || *least < 0 || loop.comparison == BO_NE ||
      !loop.ahead.isZero() || (loop.testsLast && !spelled))
    return;
  // A header of one plain test, which is made once more where the loop ends.
  bool isPlain =
      !spelled || loop.testsLast ||
      (up && loop.updateSite != UpdateSite::Condition && loop.bounds.empty() && loop.closing == 0 &&
       loop.rootBits == 0 && !loop.wrapBound && (spelled->op == BO_LT || spelled->op == BO_LE));
  if (!isPlain)
    return;
  std::optional<std::string> distance;
  if (!spelled)
    distance = view.render(up ? *loop.last - loop.lower : loop.lower - *loop.last);
  else if (up && spelled->shift == 0 && lower == toString(*least))
    distance = plus(spelled->bound, -*least - (isStrict(spelled->op) ? 1 : 0));
  if (!distance)
    return;
  std::string count = parenthesized(*distance) + " / " + toString(size) + " + 1";
  result.tripCount = "(" + count + ")";
  std::string suffix =
      !isWide ? "" : (type->isUnsignedIntegerType() ? "U" : "") + wideSuffix(view.context);
  std::string ran = toString(size) + suffix + " * (" + count + ")";
  if (!up || lower != "0")
    ran = lower + (up ? " + " : " - ") + ran;
  result.indexAfterLoop =
      loop.provenNonEmpty ? ran : result.nonEmptyCondition + " ? " + ran + " : " + lower;
}

} // namespace loomp
