//===- PositionText.cpp - headers of loops over positions as text ---------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// OpenMP takes pointers and iterators with random access as the index of a loop. Where the source
// has no such header the loop gets one, with an index of its own if the old value is still needed:
//
//   while (p != end) { *p = 0; ++p; }   →   for (T *p_i = p; p_i != end; ++p_i) { *p_i = 0; }
//                                           p = end;
//
// The number of an iteration is the distance from the start: `p_i - p`, `it - v.begin()`.
//
//===----------------------------------------------------------------------===//

#include "analyses/BoundText.h"
#include "analyses/DealText.h"
#include "analyses/HeaderText.h"
#include "analyses/LoopText.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace loomp {

static bool isCanonicalPosition(const HeaderView &view) {
  const Loop &loop = view.loop;
  std::vector<LoopStart> starts;
  if (!isa<ForStmt>(loop.statement) || view.parts.exitTest || !isBareText(view) ||
      !splitStarts(view.parts.init, starts) || starts.size() != 1 ||
      starts.front().variable != loop.index || loop.updateSite != UpdateSite::Increment)
    return false;
  return !isa<DeclStmt>(view.parts.init) || loop.index->getInitStyle() == VarDecl::CInit;
}

/// `a + n` needs parentheses behind a minus, `v.begin()` does not.
static std::string operand(const std::string &text) {
  bool isAtom = text.find_first_of(" +-*/%&|<>?,=!") == std::string::npos;
  return isAtom ? text : parenthesized(text);
}

void describePositions(const HeaderView &view, LoopResult &result) {
  const Loop &loop = view.loop;
  HeaderTexts texts{.name = result.indexName, .op = loop.comparison};
  // Compilers divide by the step before they look whether the loop runs.
  result.miscountsIfEmpty = loop.positionStride && !loop.provenNonEmpty;
  bool isCanonical = isCanonicalPosition(view) && loop.ahead.isZero();
  texts.bound = operandText(view, *loop.boundExpression->IgnoreImplicit());
  if (!loop.ahead.isZero() && !texts.bound.empty())
    texts.bound += " - " + toString(loop.ahead.constantTerm());
  if (loop.lowerExpression)
    texts.lower = operandText(view, *loop.lowerExpression->IgnoreImplicit());
  if (loop.needsOwnIndex) {
    texts.lower = texts.name;
    texts.name = freshName(view.context, texts.name + "_i");
  }
  if (loop.closing != 0) {
    isCanonical = false;
    if (texts.lower.empty() || texts.bound.empty() || !spellMeeting(view, texts))
      texts.bound.clear();
  }
  // clang 22 does not construct the copies of a class object that is declared outside of the loop.
  if (!loop.needsOwnIndex && loop.index->getType()->isRecordType() && !result.indexDeclaredInLoop) {
    texts.name = freshName(view.context, texts.name + "_i");
    isCanonical = false;
    result.indexLiveOut = true; // a variable that nobody uses any more would be warned of
  }
  if (!isCanonical) {
    if (texts.lower.empty() || texts.bound.empty() || !spellForm(view, texts, result)) {
      result.canonicalForm.reset();
      result.needsCanonicalForm = true;
      return;
    }
    if (texts.name != result.indexName)
      result.countedVariable = std::exchange(result.indexName, texts.name);
  }
  if (texts.lower.empty() || texts.bound.empty() || !(loop.needsOwnIndex || loop.startIsStable))
    return;
  bool up = loop.positionStep > 0;
  if (loop.positionStride) { // how many iterations there are is not spelled
    result.nonEmptyCondition = operand(texts.lower) + " " +
                               BinaryOperator::getOpcodeStr(texts.op).str() + " " +
                               operand(texts.bound);
    return;
  }
  Coefficient size = up ? loop.positionStep : -loop.positionStep;
  std::string lower = operand(texts.lower), bound = operand(texts.bound);
  auto difference = [&](const std::string &a, const std::string &b) {
    return "(" + (up ? a : b) + " - " + (up ? b : a) + ")";
  };
  std::string number = difference(texts.name, lower);
  result.iterationNumber = size == 1 ? number : "(" + number + " / " + toString(size) + ")";
  std::string opText = " " + BinaryOperator::getOpcodeStr(texts.op).str() + " ";
  result.nonEmptyCondition = lower + opText + bound;
  if (result.constantTrip)
    result.tripCount = std::to_string(*result.constantTrip);
  else if (size == 1)
    result.tripCount =
        isStrict(texts.op) ? difference(bound, lower) : "(" + difference(bound, lower) + " + 1)";
  describePositionDealing(view, texts.lower, difference(bound, lower), isStrict(texts.op), result);
  // The index after the loop has the type of the bound.
  QualType type = loop.boundExpression->IgnoreImplicit()->getType();
  bool sameType = view.context.hasSameUnqualifiedType(type, loop.index->getType());
  if (size != 1 || !sameType)
    return;
  std::string end = isStrict(texts.op) ? texts.bound : texts.bound + (up ? " + 1" : " - 1");
  result.indexAfterLoop = loop.comparison == BO_NE || loop.provenNonEmpty
                              ? end
                              : result.nonEmptyCondition + " ? " + end + " : " + lower;
}

/// A variable, or members of one by dots: it may stand in the text again.
static bool isRepeatable(const Expr *expression) {
  expression = expression->IgnoreParenImpCasts();
  if (const auto *member = dyn_cast<MemberExpr>(expression))
    return isa<FieldDecl>(member->getMemberDecl()) &&
           (isa<CXXThisExpr>(member->getBase()->IgnoreParenImpCasts()) ||
            (!member->isArrow() && isRepeatable(member->getBase())));
  const auto *reference = dyn_cast<DeclRefExpr>(expression);
  return reference && isa<VarDecl>(reference->getDecl());
}

/// Does the text name what the loop declares? `for (auto &v : v)` goes through another `v`.
static bool namesDeclared(llvm::StringRef text, const VarDecl &variable) {
  if (const auto *decomposition = dyn_cast<DecompositionDecl>(&variable))
    return llvm::any_of(decomposition->bindings(), [&](const BindingDecl *binding) {
      return mentionsName(text, binding->getName());
    });
  return mentionsName(text, variable.getName());
}

/// `for (T x : r)` as `for (auto x_i = r.begin(); x_i != r.end(); ++x_i) { T x = *x_i;`: what the
/// loop does by definition.
static std::optional<CanonicalForm> numbered(const HeaderView &view, const CXXForRangeStmt &range,
                                             const TextRange &header, const std::string &name,
                                             const std::string &variable, LoopResult &result) {
  std::string text = view.text(range.getRangeInit()->getSourceRange());
  if (!isRepeatable(range.getRangeInit()) || text.empty() ||
      namesDeclared(text, *range.getLoopVariable())) // the numbers are read behind `variable`
    return std::nullopt;
  const Expr *init = cast<VarDecl>(range.getBeginStmt()->getSingleDecl())->getInit();
  init = init->IgnoreImplicit();
  QualType type = range.getRangeInit()->getType();
  std::string begin, end;
  if (const auto *array = view.context.getAsConstantArrayType(type)) {
    begin = text;
    end = text + " + " + std::to_string(array->getSize().getZExtValue());
  } else if (isa<CXXMemberCallExpr>(init)) {
    begin = text + ".begin()";
    end = text + ".end()";
  } else {
    const auto *call = dyn_cast<CallExpr>(init);
    const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
    if (!callee || !isOfLibrary(*callee))
      return std::nullopt;
    begin = "std::begin(" + text + ")";
    end = "std::end(" + text + ")";
  }
  CanonicalForm form{.header = header};
  form.headerText =
      "for (auto " + name + " = " + begin + "; " + name + " != " + end + "; ++" + name + ")";
  form.inside = variable + " = *" + name + ";";
  result.iterationNumber = "(" + name + " - " + begin + ")";
  result.nonEmptyCondition = begin + " != " + end;
  if (result.tripCount.empty())
    result.tripCount = "(" + operand(end) + " - " + begin + ")";
  describeRangeDealing(view, header, variable, begin, result);
  return form;
}

void describeRange(const HeaderView &view, LoopResult &result) {
  const auto &range = *cast<CXXForRangeStmt>(view.loop.statement);
  const SourceManager &sources = view.context.getSourceManager();
  auto header = view.rangeOf({range.getBeginLoc(), range.getRParenLoc()});
  SourceLocation begin = range.getLoopVarStmt()->getBeginLoc(), colon = range.getColonLoc();
  bool isPlain = header && !begin.isMacroID() && !colon.isMacroID();
  std::string variable;
  if (isPlain)
    variable = Lexer::getSourceText(CharSourceRange::getCharRange(begin, colon), sources,
                                    view.context.getLangOpts())
                   .rtrim()
                   .str();
  std::vector<std::string> above;
  if (const Stmt *init = range.getInit()) {
    std::string text = view.text(init->getSourceRange());
    llvm::StringRef bare = llvm::StringRef(text).rtrim("; ");
    std::string elements = view.text(range.getRangeInit()->getSourceRange());
    result.needsCanonicalForm = !isPlain || bare.empty() || elements.empty();
    if (result.needsCanonicalForm)
      return;
    above.push_back(bare.str() + ";");
    result.canonicalForm = CanonicalForm{.header = *header,
                                         .headerText = "for (" + variable + " : " + elements + ")",
                                         .above = above,
                                         .declaresAbove = true};
  }
  if (!isPlain)
    return;
  std::string name = range.getLoopVariable()->getNameAsString();
  name = freshName(view.context, (name.empty() ? "element" : name) + "_i");
  result.numberedForm = numbered(view, range, *header, name, variable, result);
  if (!result.numberedForm)
    return;
  result.numberedForm->above = above;
  result.numberedForm->declaresAbove = !above.empty();
  result.indexName = name;
}

void numberIterations(LoopResult &result) {
  if (!result.numberedForm)
    return;
  for (const Role &role : result.roles)
    if (role.kind == RoleKind::Induction && !role.declaredInLoop) {
      result.canonicalForm = std::move(result.numberedForm);
      result.numberedForm.reset();
      return;
    }
  result.numberedForm.reset();
  result.indexName.clear();
  result.iterationNumber.clear();
}

} // namespace loomp
