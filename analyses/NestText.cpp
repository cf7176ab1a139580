//===- NestText.cpp - loops that one directive can share out together -----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (int i = 0; i < 3; i++)          the inner loop: levels = 1
//     for (int j = 0; j < n; j++)
//       a[i][j] = 0;
//
// A directive with `collapse` counts the iterations of nested loops before it runs any. Compilers
// accept nests for which they count wrongly, so what it needs is proven here. The body of the loop
// around is the inner loop and nothing else, in any configuration of the preprocessor. The first
// and the last value of the inner index, and its step, are the same in all iterations of the loop
// around it, and are not spelled with its index. All that the headers evaluate is known in front of
// the nest: an iteration of the outer loop comes first in the program, so a bound that may only be
// asked there (`*p`, `v.size()`) asks for an outer loop that certainly runs.
// g++ 12 subtracts the first value from the last one in the type of the index, however wide the
// type is in which it counts pairs: a header from below zero to far above it is left alone.
//
//===----------------------------------------------------------------------===//

#include "analyses/HeaderText.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace loomp {

/// Deeper nests have many iterations without it.
constexpr unsigned mostLevels = 2;

/// The only statement of a block, or of a block that is the only statement of one.
static const Stmt *withoutBlocks(const Stmt *statement) {
  while (const auto *block = dyn_cast_or_null<CompoundStmt>(statement)) {
    if (block->size() != 1)
      return block;
    statement = block->body_front();
  }
  return statement;
}

/// Does the text hold lines of the preprocessor, or does a macro spell part of it?
static bool dependsOnPreprocessor(const HeaderView &view, SourceLocation begin,
                                  SourceLocation end) {
  std::string text = begin.isMacroID() || end.isMacroID() ? "" : view.text({begin, end});
  SmallVector<StringRef> lines;
  StringRef(text).split(lines, '\n');
  return text.empty() || std::any_of(lines.begin() + 1, lines.end(),
                                     [](StringRef line) { return line.ltrim().starts_with("#"); });
}

/// Numbers, and variables and their sums and products: what can be asked at any time.
static bool isAlwaysThere(const Stmt *part) {
  if (!part)
    return true;
  if (const auto *named = dyn_cast<DeclRefExpr>(part)) {
    const auto *variable = dyn_cast<VarDecl>(named->getDecl());
    return isa<EnumConstantDecl>(named->getDecl()) ||
           (variable && !variable->getType()->isReferenceType());
  }
  bool isPlain =
      isa<IntegerLiteral, CharacterLiteral, CStyleCastExpr, CXXStaticCastExpr, ImplicitCastExpr,
          ParenExpr, UnaryExprOrTypeTraitExpr, SubstNonTypeTemplateParmExpr, ConstantExpr>(part);
  if (const auto *binary = dyn_cast<BinaryOperator>(part))
    isPlain = binary->isComparisonOp() || binary->isAdditiveOp() || binary->isAssignmentOp() ||
              binary->getOpcode() == BO_Mul;
  if (const auto *unary = dyn_cast<UnaryOperator>(part))
    isPlain = unary->isArithmeticOp() || unary->isIncrementDecrementOp();
  return isPlain && std::all_of(part->child_begin(), part->child_end(), isAlwaysThere);
}

static bool isAlwaysThere(const HeaderView &view) {
  return isAlwaysThere(view.loop.lowerExpression) && isAlwaysThere(view.parts.condition) &&
         isAlwaysThere(view.parts.increment);
}

/// One phrase; empty: the loop and `outer`, whose body holds `inside`, the loop itself or one
/// around it, can be one. `runs`: the loops between them certainly run.
static std::string whyNotOne(const HeaderView &view, LoopId outer, const Stmt *inside, bool runs) {
  const Loop &around = view.model.loops[outer], &loop = view.loop;
  auto pastMacros = [&](SourceLocation end) {
    return view.context.getSourceManager().getExpansionRange(end).getEnd();
  };
  const auto *counted = dyn_cast<ForStmt>(around.statement);
  if (!counted || !around.index || around.isPosition)
    return "no integer counts the loop around it";
  if (withoutBlocks(counted->getBody()) != inside)
    return "it does not stand alone in the loop around it";
  if (dependsOnPreprocessor(view, counted->getBeginLoc(), view.parts.body->getBeginLoc()) ||
      dependsOnPreprocessor(view, pastMacros(loop.statement->getEndLoc()),
                            pastMacros(counted->getEndLoc())))
    return "lines of the preprocessor stand between it and the loop around it";
  if (loop.isSpeculative || view.model.varies(loop.lower, outer) ||
      view.model.varies(*loop.last, outer) || view.model.varies(*loop.trip, outer))
    return "its header changes in the loop around it";
  for (const Stmt *part : {view.parts.init, static_cast<const Stmt *>(view.parts.condition),
                           static_cast<const Stmt *>(view.parts.increment)})
    if (mentions(part, around.index))
      return "its header names the index of the loop around it";
  if (!isAlwaysThere(view) && !(runs && around.provenNonEmpty))
    return "its header can be evaluated only if the loop around it runs";
  return "";
}

/// Is the difference of the last and the first value one of the type of the index?
static bool isDifferenceExact(const HeaderView &view, const LoopResult &result) {
  const Loop &loop = view.loop;
  QualType type = loop.index->getType();
  auto bits = std::min<std::uint64_t>(view.context.getTypeSize(type), 63);
  if (type->isUnsignedIntegerType())
    return true;
  if (result.constantTrip) {
    auto step = *loop.step->asConstant();
    auto span = Coefficient(*result.constantTrip) * (step < 0 ? -step : step);
    return span < Coefficient(1) << (bits - 1);
  }
  const Polynomial &least = *loop.step->asConstant() > 0 ? loop.lower : *loop.last;
  if (auto constant = least.asConstant())
    return *constant >= 0;
  auto symbol = least.asSymbol();
  return symbol && view.model.symbols[*symbol].low && *view.model.symbols[*symbol].low >= 0;
}

/// Does the body write to an integer of the size of the index, or through characters, other than by
/// the name of a variable?
static bool writesLikeIndex(const ASTContext &context, QualType index, const Stmt *part) {
  if (!part)
    return false;
  const Expr *written = nullptr;
  if (const auto *binary = dyn_cast<BinaryOperator>(part); binary && binary->isAssignmentOp())
    written = binary->getLHS()->IgnoreParens();
  else if (const auto *unary = dyn_cast<UnaryOperator>(part);
           unary && unary->isIncrementDecrementOp())
    written = unary->getSubExpr()->IgnoreParens();
  if (written && !isa<DeclRefExpr>(written)) {
    QualType type = written->getType();
    if (type->isAnyCharacterType() ||
        (type->isIntegerType() && !type->isDependentType() && !type->isEnumeralType() &&
         context.getTypeSize(type) == context.getTypeSize(index)))
      return true;
  }
  return std::any_of(part->child_begin(), part->child_end(),
                     [&](const Stmt *child) { return writesLikeIndex(context, index, child); });
}

void describeNesting(const HeaderView &view, LoopResult &result) {
  const ASTContext &context = view.context;
  const Loop &loop = view.loop;
  QualType type = loop.index->getType();
  auto step = loop.step->asConstant();
  if (!isa<ForStmt>(loop.statement) || result.canonicalForm || result.needsCanonicalForm ||
      result.miscountsIfEmpty || !step || !loop.trip || !loop.extraIncrements.empty() ||
      loop.testsLast || !type->isIntegerType() || !isDifferenceExact(view, result))
    return;
  CountingHeader counting{
      .indexBits = static_cast<unsigned>(context.getTypeSize(type)),
      .longBits = static_cast<unsigned>(context.getTypeSize(context.LongTy)),
      .writesLikeIndex = writesLikeIndex(context, type, view.parts.body),
  };
  const Stmt *inside = loop.statement;
  bool runs = true;
  for (LoopId outer = loop.parent; outer != NoLoop && counting.levels < mostLevels;
       outer = view.model.loops[outer].parent) {
    if (!view.model.loops[outer].isLexical)
      break;
    counting.whyNotMore = whyNotOne(view, outer, inside, runs);
    if (!counting.whyNotMore.empty())
      break;
    ++counting.levels;
    runs &= view.model.loops[outer].provenNonEmpty;
    inside = view.model.loops[outer].statement;
  }
  result.counting = std::move(counting);
}

} // namespace loomp
