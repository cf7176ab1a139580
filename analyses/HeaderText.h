//===- HeaderText.h - texts of loop headers -------------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// What the texts for integers (HeaderText.cpp) and for positions (PositionText.cpp) share.
//
// Internal to analyses/.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_HEADERTEXT_H
#define LOOMP_ANALYSES_HEADERTEXT_H

#include "analyses/EntryText.h"
#include "analyses/LoopParts.h"
#include "analyses/LoopResult.h"
#include "analyses/Model.h"

#include "clang/AST/ASTContext.h"
#include "clang/Lex/Lexer.h"

#include <optional>
#include <string>
#include <vector>

namespace loomp {

/// A loop whose texts are being written.
struct HeaderView {
  const clang::ASTContext &context;
  const Model &model;
  LoopId id;
  const Loop &loop;
  LoopParts parts;
  LoopCounter counter;

  std::optional<std::string> render(const Polynomial &value) const {
    return renderAtEntry(model, id, value, context, EntryUse::Header);
  }
  /// The source text; empty if a macro spells only part of it.
  std::string text(clang::SourceRange range) const {
    clang::CharSourceRange chars =
        clang::Lexer::makeFileCharRange(clang::CharSourceRange::getTokenRange(range),
                                        context.getSourceManager(), context.getLangOpts());
    return clang::Lexer::getSourceText(chars, context.getSourceManager(), context.getLangOpts())
        .str();
  }
  std::optional<TextRange> rangeOf(clang::SourceRange range) const {
    return textRange(context, range);
  }
};
/// `for (name = lower; name OP bound; ...)`
struct HeaderTexts {
  std::string name, lower, bound;
  std::string above; ///< a declaration in front of the loop, for what the start was; may be empty
  std::vector<std::string> below; ///< statements behind it that declare what the bound is
  clang::BinaryOperatorKind op = clang::BO_LT;
  Coefficient shift = 0;       ///< of what is shown, above the index of the model
  bool boundIsReached = false; ///< without an iteration, too, the index ends at the bound
};
/// The same between parentheses, unless nothing could bind tighter.
std::string parenthesized(const std::string &text);

/// `text + number`, `text` being a sum itself.
std::string plus(const std::string &text, Coefficient number);

bool isStrict(clang::BinaryOperatorKind op);

/// Does the header compare and advance the index without `!`, and without parentheses around the
/// index or the whole? The compilers do not look through these.
bool isBareText(const HeaderView &view);

/// Is the source's header what OpenMP accepts, but for operands of a comma that are recast away?
bool isCanonicalText(const HeaderView &view);

/// Every mention of the index must be known to stand before or behind the update, else its text
/// may come to mean another value. (What stands in code that never runs is not known.)
bool knowsAllUses(const HeaderView &view, const clang::Stmt *statement);

/// Can lambdas in the loop that name its index stay as they are with the header of the texts? They
/// capture the index by that name where they stand, each in its iteration.
bool keepsLambdas(const HeaderView &view, const HeaderTexts &texts);

/// g++ looks through one conversion of the index, in C++: from a narrow type to `int`, but not
/// further to the type of a wider or unsigned bound.
bool comparesTooWide(const HeaderView &view);

/// May evaluating the start of another variable change what the start of the index reads? What the
/// standard library is asked for (`v.end()`) changes nothing.
bool mayChangeStarts(const HeaderView &view, const clang::Expr &start);

/// The text of an expression that may stand beside `+`, `<` and `?`.
std::string operandText(const HeaderView &view, const clang::Expr &expression);

/// Fills in the canonical form with this header; false if part of it has no text.
bool spellForm(const HeaderView &view, const HeaderTexts &texts, LoopResult &result);

/// What one directive for this loop and those around it has to know of its header.
void describeNesting(const HeaderView &view, LoopResult &result);

/// The texts of a loop that a pointer or an iterator counts.
void describePositions(const HeaderView &view, LoopResult &result);

/// The texts of a range-based loop.
void describeRange(const HeaderView &view, LoopResult &result);

/// Gives a range-based loop an index, once a role needs the number of the iteration.
void numberIterations(LoopResult &result);

} // namespace loomp

#endif // LOOMP_ANALYSES_HEADERTEXT_H
