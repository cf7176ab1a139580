//===- DealText.cpp - the header of a loop that deals its iterations out --===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (long i = 0; i < n; i++)     count: n                     i is the number of its iteration
//   for (int i = lo; i < hi; i++)    count: lo < hi ? (long long)hi - lo : 0,  first: lo, step: 1
//   for (i = n; i > 0; i -= 2)       count: 0 < n ? ((long long)n - 1) / 2 + 1 : 0
//
// Theorem. Let a loop start at f, move its index by s, and stop at or behind e. If it runs at all,
// it runs (|e - f| - 1) / |s| + 1 times, and in turn t the index is f + t * s. Neither product nor
// difference overflows in 64 bits where f and e fit into 32, or where they have the same sign; a
// loop of 2^63 iterations does not end. The difference of unsigned numbers is exact in their type.
//
// A loop that counts up from 0 by 1 needs no second number: the index is that of the turn. In a
// type of 64 bits it can be moved on by the number of threads without passing the largest value.
//
//===----------------------------------------------------------------------===//

#include "analyses/DealText.h"

#include "analyses/Judge.h"

#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace loomp {

void collectNames(const Stmt *statement, std::set<std::string> &names) {
  if (!statement)
    return;
  auto add = [&](const NamedDecl &declaration) {
    if (declaration.getDeclName().isIdentifier())
      names.insert(declaration.getName().str());
  };
  if (const auto *reference = dyn_cast<DeclRefExpr>(statement))
    add(*reference->getDecl());
  if (const auto *member = dyn_cast<MemberExpr>(statement))
    add(*member->getMemberDecl());
  if (const auto *declarations = dyn_cast<DeclStmt>(statement))
    for (const Decl *each : declarations->decls())
      if (const auto *named = dyn_cast<NamedDecl>(each))
        add(*named);
  for (const Stmt *child : statement->children())
    collectNames(child, names);
}

/// A value of the index, as an operand of 64 bits.
static std::string widened(const HeaderView &view, const std::string &text) {
  QualType type = view.loop.index->getType();
  const ASTContext &context = view.context;
  if (type->isUnsignedIntegerType() || context.getTypeSize(type) >= 64)
    return parenthesized(text);
  if (context.getLangOpts().CPlusPlus)
    return "static_cast<" + wideInteger(context) + ">(" + text + ")";
  return "(" + wideInteger(context) + ")" + parenthesized(text);
}

/// Is the bound of the type of the index, so that both mean the same by it?
static bool hasBoundOfItsType(const HeaderView &view) {
  const Expr *bound = view.loop.boundExpression;
  return bound && view.context.hasSameUnqualifiedType(bound->IgnoreParenImpCasts()->getType(),
                                                      view.loop.index->getType());
}

/// The header in the text, or what the canonical form replaces.
static std::optional<TextRange> headerRange(const HeaderView &view, const LoopResult &result) {
  if (result.canonicalForm)
    return result.canonicalForm->header;
  if (const auto *counted = dyn_cast<ForStmt>(view.loop.statement))
    return view.rangeOf({counted->getForLoc(), counted->getRParenLoc()});
  return std::nullopt;
}

void describeDealing(const HeaderView &view, const std::string &lower,
                     const std::optional<std::string> &end, LoopResult &result) {
  const Loop &loop = view.loop;
  const ASTContext &context = view.context;
  QualType type = loop.index->getType().getUnqualifiedType();
  auto step = loop.step->asConstant();
  if (!step || *step == 0 || !isa<ForStmt, WhileStmt, DoStmt>(loop.statement) ||
      !type->isIntegerType() || type->isEnumeralType() || type->isBooleanType())
    return;
  // The difference of two 64-bit numbers of different signs may have no text.
  bool isUp = *step > 0, isWide = context.getTypeSize(type) >= 64;
  auto from = loop.lower.asConstant(), last = loop.last->asConstant();
  bool isExact = !isWide || type->isUnsignedIntegerType() || (from && *from >= 0) ||
                 (!isUp && last && *last >= 0);

  DealtHeader dealt;
  dealt.type = copyType(context, type, view.model.isInstantiated);
  dealt.first = lower;
  dealt.step = static_cast<std::int64_t>(*step);
  if (dealt.type.empty() || dealt.type == "auto")
    return;
  auto header = headerRange(view, result);
  if (!header)
    return;
  dealt.header = *header;

  Coefficient size = isUp ? *step : -*step;
  bool isCounter =
      lower == "0" && *step == 1 && context.getTypeSize(type) >= context.getTypeSize(context.IntTy);
  if (result.constantTrip) {
    dealt.count = std::to_string(*result.constantTrip);
  } else if (isCounter && end && (hasBoundOfItsType(view) || loop.provenNonEmpty)) {
    dealt.count = *end;
  } else if (isExact && !result.nonEmptyCondition.empty()) {
    isCounter = false;
    if (size != 1 && result.canonicalForm)
      return;
    auto reached = size == 1 ? end : view.render(*loop.last);
    if (!reached)
      return;
    const std::string &most = isUp ? *reached : lower, &least = isUp ? lower : *reached;
    bool isMinus = StringRef(least).starts_with("-") && least.find(' ') == std::string::npos;
    std::string count = least == "0" ? most
                        : isMinus    ? widened(view, most) + " + " + least.substr(1)
                                     : widened(view, most) + " - " + parenthesized(least);
    if (size != 1)
      count = parenthesized(count) + " / " + toString(size) + " + 1";
    dealt.count = loop.provenNonEmpty ? count : result.nonEmptyCondition + " ? " + count + " : 0";
  } else {
    return;
  }
  dealt.isCounter = isCounter;
  dealt.isWide = isWide;
  result.dealt = std::move(dealt);
}

void describePositionDealing(const HeaderView &view, const std::string &lower,
                             const std::string &difference, bool isStrict, LoopResult &result) {
  const Loop &loop = view.loop;
  QualType type = loop.index->getType().getUnqualifiedType();
  const Expr *start = loop.needsOwnIndex ? nullptr : loop.lowerExpression->IgnoreImplicit();
  // `const_iterator it = v.begin()` is another type than `auto` would be.
  bool isOfItsType = !start || view.context.hasSameUnqualifiedType(start->getType(), type);
  std::string declared = copyType(view.context, type, view.model.isInstantiated);
  auto header = headerRange(view, result);
  if (!header || declared.empty() || (declared == "auto" && !isOfItsType))
    return;
  Coefficient step = loop.positionStep, size = step > 0 ? step : -step;
  std::string count = size != 1  ? difference + (isStrict ? " - 1" : "")
                      : isStrict ? difference
                                 : difference + " + 1";
  if (size != 1)
    count = parenthesized(count) + " / " + toString(size) + " + 1";
  bool isCounted = size == 1 && loop.comparison == BO_NE;
  if (!loop.provenNonEmpty && !isCounted)
    count = result.nonEmptyCondition + " ? " + count + " : 0";
  if (result.constantTrip)
    count = std::to_string(*result.constantTrip);
  result.dealt = DealtHeader{.header = *header,
                             .type = std::move(declared),
                             .first = lower,
                             .step = static_cast<std::int64_t>(step),
                             .count = std::move(count)};
}

void describeRangeDealing(const HeaderView &view, const TextRange &header,
                          const std::string &element, const std::string &begin,
                          LoopResult &result) {
  if (isEarlyStandard(view.context) || result.tripCount.empty())
    return;
  result.dealt = DealtHeader{
      .header = header,
      .type = "auto",
      .first = begin,
      .count = result.tripCount,
      .element = element,
      .elementName =
          cast<CXXForRangeStmt>(view.loop.statement)->getLoopVariable()->getNameAsString()};
}

} // namespace loomp
