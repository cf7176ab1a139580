//===- HeaderText.cpp - the header of a counted loop as text --------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// What a rewriter writes about the iterations of a loop: how many there are, which one this is,
// what the index is afterwards, and, where the source is no canonical `for`, the canonical header.
//
//   while (i < n) { a[i] = 0; ++i; }   →   for (i = 0; i < n; ++i) { a[i] = 0; }
//   while (n-- > 0) a[n] = 0;          →   for (int n_i = n - 1; n_i >= 0; --n_i) a[n_i] = 0;
//   do { ... } while (++i < n);        →   for (i = 0; i < (0 < n ? n : 1); ++i) { ... }
//   for (; i + 1 < n; ++i)             →   for (i = 0; i < (1 < n ? n - 1 : 0); ++i)
//
// Theorem: let j be the index plus a constant `shift` throughout the loop. The loop tests `index +
// ahead OP bound`, that is `j + c OP bound` with c = ahead - shift. For c = 0 this is canonical;
// `j + 1 <= b` is `j < b` (and so on), which cannot overflow where the source did not. For any
// other c, if the first test `j0 + c OP b` holds, then b - c lies between j0 and the last j, which
// the loop reaches, and is representable; if it does not, `j OP j0` is false for a strict OP and
// j = j0. So `j OP (first ? b - c : j0)` visits the same values.
//
//===----------------------------------------------------------------------===//

#include "analyses/HeaderText.h"
#include "analyses/BoundText.h"
#include "analyses/DealText.h"
#include "analyses/Judge.h"
#include "analyses/LoopParts.h"
#include "analyses/LoopText.h"

#include "clang/AST/StmtCXX.h"

#include <algorithm>

using namespace clang;

namespace loomp {

static bool spellHeader(const HeaderView &view, HeaderTexts &texts);

std::string parenthesized(const std::string &text) {
  bool atom = std::all_of(text.begin(), text.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '.';
  });
  bool enclosed = text.size() > 1 && text.front() == '(' && text.find(')') == text.size() - 1;
  return atom || enclosed ? text : "(" + text + ")";
}

static bool isNumeral(const std::string &text) {
  return !text.empty() && text.size() < 10 &&
         std::all_of(
             text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c); }) &&
         (text == "0" || text.front() != '0');
}

std::string plus(const std::string &text, Coefficient number) {
  if (number == 0)
    return text;
  if (isNumeral(text))
    return toString(Coefficient(std::stol(text)) + number);
  // `n + 1 - 1` is `n`.
  size_t blank = text.rfind(' ');
  if (blank != std::string::npos && blank >= 2 && isNumeral(text.substr(blank + 1)) &&
      text[blank - 2] == ' ' && (text[blank - 1] == '+' || text[blank - 1] == '-')) {
    Coefficient last = std::stol(text.substr(blank + 1));
    return plus(text.substr(0, blank - 2), number + (text[blank - 1] == '+' ? last : -last));
  }
  return text + (number < 0 ? " - " + toString(-number) : " + " + toString(number));
}

bool isStrict(BinaryOperatorKind op) { return op == BO_LT || op == BO_GT || op == BO_NE; }

/// Whether the loop runs at all, in terms of its first index; empty if that has no spelling.
static std::string nonEmptyText(const HeaderView &view, const std::string &lower, bool up) {
  auto last = view.render(*view.loop.last);
  if (!last)
    return "";
  // What the source itself compares with: one less than that might overflow.
  auto step = view.loop.step->asConstant();
  bool isUnit = step && (*step == 1 || *step == -1);
  auto bound = isStrict(view.loop.comparison) && (isUnit || view.loop.comparison != BO_NE)
                   ? view.render(*view.loop.last + Polynomial(up ? 1 : -1))
                   : std::nullopt;
  return bound ? lower + (up ? " < " : " > ") + *bound : lower + (up ? " <= " : " >= ") + *last;
}

void describeHeader(const ASTContext &context, const Model &model, LoopId id, LoopResult &result) {
  const Loop &loop = model.loops[id];
  const SourceManager &sources = context.getSourceManager();
  collectNames(partsOf(*loop.statement).body, result.namedInBody);
  result.provenNonEmpty = loop.provenNonEmpty;
  if (loop.trip)
    if (auto constant = loop.trip->asConstant())
      result.constantTrip = *constant < 0 ? 0 : static_cast<std::uint64_t>(*constant);
  if (!loop.rangeIsStable && result.editable) {
    result.editable = false;
    result.notEditableBecause = "each thread would look for the elements of the range anew";
  }
  if (result.constantTrip == std::uint64_t(0) && result.editable) {
    result.editable = false;
    result.notEditableBecause = "the loop never runs";
  }
  for (LoopId inner = 0; inner < static_cast<LoopId>(model.loops.size()); ++inner) {
    if (inner == id || !model.isInside(inner, id))
      continue;
    const Loop &nested = model.loops[inner];
    bool exits = false;
    for (size_t i = nested.effectBegin; i < nested.effectEnd; ++i)
      exits |= model.effects[i].reason == "early-exit";
    if (!nested.isCanonical || exits || !nested.trip || model.varies(*nested.trip, id))
      result.unevenWork = true;
  }
  HeaderView view{context, model, id, loop, partsOf(*loop.statement), {}};
  view.counter = {loop.index, loop.lowerExpression};
  if (!loop.index) {
    if (loop.isCanonical && loop.trip)
      result.tripCount =
          renderAtEntry(model, id, *loop.trip, context, EntryUse::Header).value_or("");
    if (loop.isCanonical && isa<CXXForRangeStmt>(loop.statement))
      describeRange(view, result);
    return;
  }
  result.indexName = loop.index->getNameAsString();
  result.indexDeclaredInLoop =
      !sources.isBeforeInTranslationUnit(loop.index->getLocation(), loop.statement->getBeginLoc());
  // A lambda's captured variable is read by whoever runs the lambda.
  bool isCaptured =
      std::any_of(model.objects.begin(), model.objects.end(), [&](const Object &object) {
        return object.declaration == loop.index && object.preexisting;
      });
  result.indexLiveOut = !result.indexDeclaredInLoop &&
                        (loop.liveOut.count(loop.index) || model.hasJumps || isCaptured);
  if (isCaptured && !loop.needsOwnIndex && result.editable) {
    result.editable = false;
    result.notEditableBecause = "g++ accepts no captured variable as the index of a directive";
  }
  if (loop.isCanonical && loop.isPosition)
    return describePositions(view, result);
  if (!loop.isCanonical || !loop.last || !loop.step)
    return;
  // gcc 12 takes a negative step for a huge one where it hands out chunks of such a loop.
  QualType indexType = loop.index->getType();
  auto step = loop.step->asConstant();
  result.staticScheduleOnly = indexType->isUnsignedIntegerType() &&
                              context.getTypeSize(indexType) < 64 && (!step || *step < 0);
  HeaderTexts texts{.name = result.indexName, .op = loop.comparison};
  // A directive evaluates the start more than once: in each thread, and to count the iterations.
  bool isCanonical = loop.startIsStable && isCanonicalText(view);
  if (!isCanonical) {
    if (!spellHeader(view, texts) || !spellForm(view, texts, result)) {
      result.canonicalForm.reset();
      result.needsCanonicalForm = true;
      return;
    }
    if (texts.name != result.indexName)
      result.countedVariable = std::exchange(result.indexName, texts.name);
  }
  bool up = step ? *step > 0 : loop.comparison == BO_LT || loop.comparison == BO_LE;
  auto lower = isCanonical ? view.render(loop.lower) : std::optional(texts.lower);
  // Compilers divide by the step before they look whether the loop runs, and g++ converts the bound
  // to the type of the index: `unsigned i < n` runs 2^32 - 1 iterations for a long n of -1.
  QualType bound =
      loop.boundExpression ? loop.boundExpression->IgnoreParenImpCasts()->getType() : QualType();
  bool isCut = !bound.isNull() && bound->isIntegerType() && !bound->isDependentType() &&
               context.getTypeSize(bound) > context.getTypeSize(indexType);
  result.miscountsIfEmpty = (!(step || loop.stepIsNotZero) || isCut) && !loop.provenNonEmpty;
  if (isCut && indexType->isUnsignedIntegerType() && step != Coefficient(1) && result.editable) {
    result.editable = false;
    result.notEditableBecause = "clang miscounts strides of an unsigned index below a wider bound";
  }
  if (comparesTooWide(view) && result.editable) {
    result.editable = false;
    result.notEditableBecause =
        "g++ accepts no index narrower than 'int' beside a bound of another type than that";
  }
  // From here on the start is compared with the bound.
  if (!comparesStartAlike(view, isCanonical)) {
    result.needsCanonicalForm |= !isCanonical;
    return;
  }
  describeNesting(view, result);
  if (lower && !isCanonical)
    result.nonEmptyCondition =
        *lower + " " + BinaryOperator::getOpcodeStr(texts.op).str() + " " + texts.bound;
  else if (lower)
    result.nonEmptyCondition = nonEmptyText(view, *lower, up);
  if (!lower || !step)
    return;
  Coefficient size = up ? *step : -*step;
  const std::string &name = result.indexName;
  std::string base = up ? (*lower == "0" ? name : name + " - " + parenthesized(*lower))
                        : parenthesized(*lower) + " - " + name;
  bool plain = base == name;
  if (size == 1)
    result.iterationNumber = plain ? name : "(" + base + ")";
  else
    result.iterationNumber = "(" + (plain ? base : "(" + base + ")") + " / " + toString(size) + ")";
  // The bound in the header of the canonical form may be more than the polynomial says.
  std::optional<std::string> end; // where the index stands after the last iteration
  if (!isCanonical && size == 1)
    end = isStrict(texts.op) ? texts.bound : plus(texts.bound, up ? 1 : -1);
  else if (size == 1)
    end = view.render(*loop.last + Polynomial(up ? 1 : -1));
  describeDealing(view, *lower, end, result);
  if (result.nonEmptyCondition.empty())
    return;
  // What is counted up to may have a narrower type than the index, or one with a sign.
  QualType counted = context.getCanonicalType(indexType).getUnqualifiedType();
  if (bound.isNull() || !context.hasSameUnqualifiedType(bound, counted))
    result.tripType = counted.getAsString(context.getPrintingPolicy());
  if (size == 1 && loop.trip) {
    auto trip = loop.startIsStable && loop.closing == 0 ? view.render(*loop.trip) : std::nullopt;
    if (trip)
      result.tripCount = parenthesized(*trip);
    else if (!isCanonical)
      result.tripCount =
          up && isNumeral(*lower) ? parenthesized(plus(*end, -Coefficient(std::stol(*lower))))
          : up ? "(" + *end + (*lower == "0" ? "" : " - " + parenthesized(*lower)) + ")"
               : "(" + *lower + " - " + parenthesized(*end) + ")";
    if (!end)
      return;
    bool oneMore = texts.shift == 0 && loop.updateSite == UpdateSite::Condition && !loop.testsLast;
    std::string ran = oneMore ? plus(*end, *step) : *end;
    std::string skipped = oneMore ? plus(*lower, *step) : *lower;
    bool isSame = loop.provenNonEmpty || loop.comparison == BO_NE || texts.boundIsReached;
    result.indexAfterLoop = isSame ? ran : result.nonEmptyCondition + " ? " + ran + " : " + skipped;
  } else if (size != 1 && !result.constantTrip) {
    describeStrides(view, *lower, size, up, isCanonical ? nullptr : &texts, result);
  } else if (result.constantTrip) {
    result.tripCount = std::to_string(*result.constantTrip);
    if (auto start = loop.lower.asConstant()) {
      bool oneMore = loop.updateSite == UpdateSite::Condition && !loop.testsLast;
      result.indexAfterLoop =
          toString(*start + *step * Coefficient(*result.constantTrip + (oneMore ? 1 : 0)));
    }
  }
}

/// The start that the header gives the index, in a form that can be compared and added to.
static std::string spellStart(const HeaderView &view, Coefficient shift) {
  const Expr &start = *view.loop.lowerExpression;
  if (const Expr *limit = view.loop.wrapBound) {
    std::string first = operandText(view, start), bound = operandText(view, *limit);
    QualType type = view.loop.index->getType().getUnqualifiedType();
    if (!view.context.hasSameUnqualifiedType(start.IgnoreParenImpCasts()->getType(), type))
      first = convertedTo(view.context, type, first);
    return first.empty() || bound.empty()
               ? ""
               : "(" + first + " < " + bound + " ? " + plus(first, 1) + " : 0)";
  }
  if (auto constant = view.loop.lower.asConstant())
    if (shift != 0 || view.loop.startOffset != 0)
      return toString(*constant + shift);
  std::string text = operandText(view, start);
  QualType type = view.loop.index->getType().getUnqualifiedType();
  // `0u` would make the comparisons of a signed index others.
  const auto *literal = dyn_cast<IntegerLiteral>(start.IgnoreParenImpCasts());
  if (literal && literal->getType()->isUnsignedIntegerType() && !type->isUnsignedIntegerType())
    if (auto constant = view.loop.lower.asConstant())
      return toString(*constant + shift + view.loop.startOffset);
  bool isPlain = isa<IntegerLiteral>(start.IgnoreParenImpCasts()) ||
                 view.context.hasSameUnqualifiedType(start.IgnoreParenImpCasts()->getType(), type);
  if (!isPlain && !text.empty())
    text = convertedTo(view.context, type, text);
  return text.empty() ? text : plus(text, shift + view.loop.startOffset);
}

/// The start as a constant in front of the loop, which may change what it was found by.
static bool keepStart(const HeaderView &view, HeaderTexts &texts) {
  const VarDecl &index = *view.loop.index;
  std::string type = copyType(view.context, index.getType(), view.model.isInstantiated);
  if (type.empty())
    return false;
  std::string name = freshName(view.context, index.getNameAsString() + "_first");
  texts.above =
      (type == "auto" ? "const auto " : "const " + type + " ") + name + " = " + texts.lower + ";";
  texts.lower = plus(name, texts.shift);
  return true;
}

static bool spellHeader(const HeaderView &view, HeaderTexts &texts) {
  const Loop &loop = view.loop;
  auto step = loop.step->asConstant();
  bool unit = step && (*step == 1 || *step == -1);
  bool isUnsigned = loop.index->getType()->isUnsignedIntegerType();
  // All uses in the body stand behind an update in the condition: show what they see, unless that
  // is -1 at the end of an unsigned index, or its largest value.
  bool isFirst = (loop.ahead - *loop.step).isZero(); // `--i > 0`
  if (loop.updateSite == UpdateSite::Condition && !loop.testsLast && unit &&
      (!isUnsigned || (*step > 0 && isFirst)))
    texts.shift = *step;
  if (loop.needsOwnIndex) {
    texts.lower = plus(texts.name, texts.shift);
    texts.name = freshName(view.context, texts.name + "_i");
  } else if (loop.lowerExpression) {
    texts.lower = spellStart(view, loop.startIsStable ? texts.shift : 0);
    if (texts.lower.empty())
      return false;
  } else if (auto lower = view.render(loop.lower + Polynomial(texts.shift))) {
    auto named = loop.scope.find(*lower); // it may have another type
    QualType type = loop.index->getType().getUnqualifiedType();
    bool isOwn =
        loop.lower.asConstant() ||
        (named != loop.scope.end() &&
         view.context.hasSameUnqualifiedType(named->second->getType().getNonReferenceType(), type));
    texts.lower = isOwn ? *lower : convertedTo(view.context, type, *lower);
  } else {
    return false;
  }

  if (!loop.startIsStable && !keepStart(view, texts))
    return false;

  if (loop.rootBits != 0 || loop.closing != 0)
    return loop.closing != 0 ? spellMeeting(view, texts) : spellRoot(view, texts);
  if (!loop.bounds.empty()) {
    auto nearest = combinedBound(loop.bounds, view.context, loop.index->getType(), texts.lower,
                                 [&](const Expr &bound) { return operandText(view, bound); });
    texts.bound = nearest.value_or("");
    return texts.shift == 0 && nearest;
  }
  std::string bound = comparedBound(view);
  auto offset = (loop.ahead - Polynomial(texts.shift)).asConstant();
  if (bound.empty())
    return false;
  // A signed index that has to meet its bound starts on the right side of it.
  if (texts.op == BO_NE && offset && *offset != 0 && !isUnsigned && unit)
    texts.op = *step > 0 ? BO_LT : BO_GT;
  Coefficient c = offset.value_or(0);
  if (offset && texts.op == BO_LE && c >= 1)
    texts.op = BO_LT, --c;
  else if (offset && texts.op == BO_LT && c <= -1)
    texts.op = BO_LE, ++c;
  else if (offset && texts.op == BO_GE && c <= -1)
    texts.op = BO_GT, ++c;
  else if (offset && texts.op == BO_GT && c >= 1)
    texts.op = BO_GE, --c;
  std::string opText = " " + BinaryOperator::getOpcodeStr(texts.op).str() + " ";
  bool isNumber = isNumeral(bound);
  if (offset && (c == 0 || (isNumber && !isUnsigned))) {
    bound = plus(bound, -c);
    texts.bound = bound;
    if (loop.testedLast) {
      std::string once = isStrict(texts.op) ? plus(texts.lower, *step) : texts.lower;
      texts.bound = "(" + texts.lower + opText + bound + " ? " + bound + " : " + once + ")";
    }
    return true;
  }
  // From here on the first test decides; it must mean what it means in the source.
  texts.boundIsReached = true;
  if (loop.testedLast || !unit)
    return false;
  if (texts.op == BO_LE)
    texts.op = BO_LT, --c;
  else if (texts.op == BO_GE)
    texts.op = BO_GT, ++c;
  opText = " " + BinaryOperator::getOpcodeStr(texts.op).str() + " ";
  bool ascends = *step > 0;
  if (ascends ? (offset && c < 0) : (offset && c > 0))
    if (isUnsigned)
      return false;
  auto literal = loop.lower.asConstant();
  QualType compared = loop.indexExpression->getType();
  bool sameType = view.context.hasSameUnqualifiedType(compared, loop.index->getType()) &&
                  (!loop.boundExpression ||
                   view.context.hasSameUnqualifiedType(
                       loop.boundExpression->IgnoreParenImpCasts()->getType(), compared));
  if (!offset) {
    // `i + w <= n`: the distance has a name.
    Polynomial ahead = loop.ahead - Polynomial(texts.shift);
    auto distance = view.render(ahead);
    if (!distance || !ahead.asSymbol() || !sameType)
      return false;
    std::string first = texts.lower == "0" ? *distance : texts.lower + " + " + *distance;
    texts.bound = "(" + first + " " + BinaryOperator::getOpcodeStr(loop.comparison).str() + " " +
                  bound + " ? " + plus(bound + " - " + *distance, -c) + " : " + texts.lower + ")";
    return true;
  }
  if (!literal && !sameType)
    return false;
  std::string first = plus(texts.lower, c) + opText + bound;
  texts.bound = "(" + first + " ? " + plus(bound, -c) + " : " + texts.lower + ")";
  return true;
}

/// `++i`, `i -= 2`; empty if the step has no text.
static std::string stepText(const HeaderView &view, const std::string &name) {
  const InductionCandidate &advance = view.loop.advance;
  auto constant = view.loop.step->asConstant();
  if (view.loop.isPosition && !view.loop.positionStride)
    constant = view.loop.positionStep;
  else if (view.loop.isPosition)
    constant.reset();
  if (constant && (*constant == 1 || *constant == -1)) {
    std::string sign = *constant > 0 ? "++" : "--";
    return isPostfix(*advance.update) ? name + sign : sign + name;
  }
  std::string step = advance.step ? view.text(advance.step->getSourceRange()) : "1";
  return step.empty() ? "" : name + (advance.negative ? " -= " : " += ") + step;
}

/// The value behind the update, in the type of the index.
static std::string advanced(const HeaderView &view, const std::string &name) {
  const InductionCandidate &advance = view.loop.advance;
  QualType type = view.loop.index->getType();
  auto constant = view.loop.step->asConstant();
  bool isWide = view.context.getTypeSize(type) >= view.context.getTypeSize(view.context.IntTy);
  std::string step = advance.step ? parenthesized(view.text(advance.step->getSourceRange())) : "1";
  std::string sum = name + (advance.negative ? " - " : " + ") + step;
  if (isWide && (constant || !advance.step))
    return "(" + sum + ")";
  std::string converted = convertedTo(view.context, type, sum);
  return view.context.getLangOpts().CPlusPlus ? converted : "(" + converted + ")";
}

/// What the init of the header does besides setting the index, as statements in front of the loop.
static bool hoistInit(const HeaderView &view, const HeaderTexts &texts, CanonicalForm &form,
                      bool &declaresIndex) {
  const std::string &lower = texts.lower, &above = texts.above;
  const Stmt *init = view.parts.init;
  std::vector<LoopStart> starts;
  bool complete = splitStarts(init, starts);
  declaresIndex = false;
  if (!init)
    return true;
  const auto *declarations = dyn_cast<DeclStmt>(init);
  if (!declarations) {
    if (complete && starts.size() == 1 && starts.front().variable == view.loop.index)
      return true;
    std::string text = view.text(init->getSourceRange());
    form.above.push_back(text + ";");
    return !text.empty() && isa<Expr>(init);
  }
  PrintingPolicy policy(view.context.getLangOpts());
  for (const LoopStart &start : starts) {
    if (start.variable == view.loop.index) {
      declaresIndex = true;
      continue;
    }
    // The start of the index reads what is there in front of this one, and names what is visible.
    bool isNumber = lower.find_first_not_of("-0123456789") == std::string::npos;
    if (declaresIndex && !isNumber && start.value && mayChangeStarts(view, *start.value))
      return false;
    if (declaresIndex && (mentionsName(lower, start.variable->getName()) ||
                          mentionsName(above, start.variable->getName())))
      return false;
    std::string text = start.value ? view.text(start.value->getSourceRange()) : "";
    bool spelled =
        !start.value || (!text.empty() && start.variable->getInitStyle() == VarDecl::CInit);
    if (!spelled || (start.value && mentions(start.value, view.loop.index)) ||
        start.variable->getType()->isReferenceType())
      return false;
    std::string declaration = start.variable->getNameAsString();
    bool isDeduced = start.variable->getTypeSourceInfo() &&
                     start.variable->getTypeSourceInfo()->getType()->getContainedDeducedType();
    QualType own = start.variable->getType();
    std::string type = isDeduced ? copyType(view.context, own, view.model.isInstantiated) : "";
    if (isDeduced ? type.empty() : own->isRecordType())
      return false;
    if (isDeduced)
      declaration = type + (type.back() == '*' ? "" : " ") + declaration;
    else
      own.getAsStringInternal(declaration, policy);
    form.above.push_back(declaration + (start.value ? " = " + text : "") + ";");
    form.declaresAbove = true;
  }
  return complete;
}

static bool holdsDirective(const Stmt *statement) {
  if (!statement)
    return false;
  if (isa<OMPExecutableDirective>(statement))
    return true;
  return std::any_of(statement->child_begin(), statement->child_end(), holdsDirective);
}

bool spellForm(const HeaderView &view, const HeaderTexts &texts, LoopResult &result) {
  const Loop &loop = view.loop;
  bool ownsIndex = loop.needsOwnIndex || texts.name != loop.index->getNameAsString();
  bool usesMove = ownsIndex || loop.updateSite != UpdateSite::Increment;
  if (usesMove && !knowsAllUses(view, view.parts.body))
    return false;
  CanonicalForm form;
  bool declaresIndex = false;
  std::string step = stepText(view, texts.name);
  if (step.empty() || !keepsLambdas(view, texts) || !hoistInit(view, texts, form, declaresIndex))
    return false;
  std::vector<std::string> computed = texts.below;
  if (!texts.above.empty())
    computed.insert(computed.begin(), texts.above);
  if (!computed.empty() && !form.above.empty() && !form.declaresAbove &&
      isEarlyStandard(view.context))
    return false; // no declaration behind a statement
  form.above.insert(form.above.end(), computed.begin(), computed.end());
  form.declaresAbove |= !computed.empty();
  std::string declared;
  if (declaresIndex || ownsIndex)
    declared = copyType(view.context, loop.index->getType(), view.model.isInstantiated);
  if ((declaresIndex || ownsIndex) && declared.empty())
    return false;
  if (!declared.empty() && declared.back() != '*')
    declared += ' ';
  if (!declared.empty() && isEarlyStandard(view.context) && !view.context.getLangOpts().CPlusPlus) {
    form.above.insert(form.above.begin(), declared + texts.name + ";");
    form.declaresAbove = true;
    declared.clear();
  }
  form.headerText = "for (" + declared + texts.name + " = " + texts.lower + "; " + texts.name +
                    " " + BinaryOperator::getOpcodeStr(texts.op).str() + " " + texts.bound + "; " +
                    step + ")";
  SourceLocation begin = loop.statement->getBeginLoc(), end = begin;
  if (const auto *counted = dyn_cast<ForStmt>(loop.statement))
    end = counted->getRParenLoc();
  else if (const auto *tested = dyn_cast<WhileStmt>(loop.statement))
    end = tested->getRParenLoc();
  auto header = view.rangeOf({begin, end});
  if (!header)
    return false;
  form.header = *header;
  if (isa<DoStmt>(loop.statement)) {
    if (cast<DoStmt>(loop.statement)->getWhileLoc().isMacroID())
      return false;
    form.tail = {result.body.end, result.statement.end};
  }
  TextRange exitTest;
  if (view.parts.exitTest) {
    auto range = view.rangeOf(view.parts.exitTest->getSourceRange());
    if (!range)
      return false;
    exitTest = *range;
    form.changes.push_back({exitTest, ""});
  }
  auto isDropped = [&](const TextRange &range) {
    auto within = [&](const TextRange &outer) {
      return range.begin >= outer.begin && range.end <= outer.end;
    };
    return within(form.header) || within(form.tail) || within(exitTest);
  };
  auto update = view.rangeOf(loop.advance.update->getSourceRange());
  if (!update)
    return false;
  const std::string &own = loop.index->getNameAsString();
  std::string after = texts.shift != 0 ? texts.name : advanced(view, texts.name);
  if (!isDropped(*update)) {
    bool postfix = isPostfix(*loop.advance.update);
    form.changes.push_back({*update, !loop.advance.valueUsed ? "" : postfix ? texts.name : after});
  }
  for (const auto &[use, isAfter] : loop.advance.uses) {
    const std::string &text = isAfter ? after : texts.name;
    auto range = view.rangeOf(use->getSourceRange());
    if (text == own)
      continue;
    if (!range)
      return false;
    TextChange change{*range, text};
    bool inUpdate = range->begin >= update->begin && range->end <= update->end;
    if (!isDropped(*range) && !inUpdate && !llvm::is_contained(form.changes, change))
      form.changes.push_back(std::move(change));
  }
  std::sort(form.changes.begin(), form.changes.end(),
            [](const TextChange &a, const TextChange &b) { return a.range.begin < b.range.begin; });
  for (size_t i = 1; i < form.changes.size(); ++i)
    if (form.changes[i].range.begin < form.changes[i - 1].range.end)
      return false;
  if (!form.changes.empty() && holdsDirective(view.parts.body))
    return false;
  result.canonicalForm = std::move(form);
  return true;
}

} // namespace loomp
