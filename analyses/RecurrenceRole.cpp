//===- RecurrenceRole.cpp - variables that an iteration starts anew -------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Theorem: if x has a closed form at the start of every iteration (Recurrence.cpp), the loop does
// the same with a new variable for each iteration in place of x that starts with the closed form,
// while x itself keeps its value. What the increment of the loop does to x is then done twice and
// goes away. After the loop x is given the closed form for the number of all iterations.
//
// The closed form is computed modulo 2^w, which is exact: x itself is in range at the start of each
// iteration. Its parts may not be, so they are formed in a wider type, or an unsigned one.
//
//===----------------------------------------------------------------------===//

#include "analyses/EntryText.h"
#include "analyses/Judge.h"
#include "analyses/LoopParts.h"
#include "analyses/StepProduct.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtOpenMP.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

#include <algorithm>

using namespace clang;

namespace loomp {

const VarDecl *updatedVariable(const Expr *operand) {
  operand = operand->IgnoreParens();
  const Expr *target = nullptr;
  std::vector<const Stmt *> pending;
  if (const auto *unary = dyn_cast<UnaryOperator>(operand)) {
    target = unary->isIncrementDecrementOp() ? unary->getSubExpr() : nullptr;
  } else if (const auto *binary = dyn_cast<BinaryOperator>(operand)) {
    target = binary->isAssignmentOp() ? binary->getLHS() : nullptr;
    pending.push_back(binary->getRHS());
  } else if (const auto *call = dyn_cast<CXXOperatorCallExpr>(operand)) {
    target = updateTarget(*call);
    if (target && call->getNumArgs() > 1)
      pending.push_back(call->getArg(1));
  }
  const auto *reference = target ? dyn_cast<DeclRefExpr>(target->IgnoreParenImpCasts()) : nullptr;
  while (!pending.empty()) {
    const Stmt *statement = pending.back();
    pending.pop_back();
    const auto *unary = dyn_cast_or_null<UnaryOperator>(statement);
    const auto *binary = dyn_cast_or_null<BinaryOperator>(statement);
    if (!statement || isa<CallExpr, CXXConstructExpr, LambdaExpr, StmtExpr>(statement) ||
        (unary && unary->isIncrementDecrementOp()) || (binary && binary->isAssignmentOp()))
      return nullptr;
    for (const Stmt *child : statement->children())
      pending.push_back(child);
  }
  return reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
}

bool isAdvancedByHeader(const Model &model, const Loop &loop, ObjectId object,
                        const std::vector<size_t> &accesses) {
  auto isWrite = [&](size_t i) { return model.accesses[i].isWrite; };
  auto isOfHeader = [&](const InductionCandidate &candidate) {
    auto isUpdate = [&](const Expr *extra) { return extra->IgnoreParens() == candidate.update; };
    return candidate.variable && candidate.variable == model.objects[object].declaration &&
           std::any_of(loop.extraIncrements.begin(), loop.extraIncrements.end(), isUpdate);
  };
  return std::count_if(accesses.begin(), accesses.end(), isWrite) == 1 &&
         std::any_of(loop.inductions.begin(), loop.inductions.end(), isOfHeader);
}

std::string copyType(const ASTContext &context, QualType type, bool isInstantiated) {
  if (type->isRecordType()) // an iterator
    return isEarlyStandard(context) ? "" : "auto";
  std::string text = spelledType(context, type);
  if (!type->isPointerType())
    return text;
  // `double (*)[4]` surrounds the name; and what a template's pointer points to has many names.
  bool isPlain = text.find('(') == std::string::npos && text.find('[') == std::string::npos;
  if (isPlain && !isInstantiated)
    return text;
  return context.getLangOpts().CPlusPlus11 ? "auto" : "";
}

std::string pointerCast(const ASTContext &context, const Loop &loop) {
  QualType index = loop.index ? loop.index->getType() : QualType();
  if (loop.isPosition) // the difference of two pointers
    return "";
  bool isWide = !index.isNull() && index->isSignedIntegerType() && context.getIntWidth(index) == 64;
  return isWide ? "" : wideInteger(context);
}

std::optional<std::vector<TextRange>> occurrences(const ASTContext &context, const Stmt *statement,
                                                  const ValueDecl *variable) {
  const SourceManager &sources = context.getSourceManager();
  std::vector<TextRange> ranges;
  std::vector<const Stmt *> pending = {statement};
  while (!pending.empty()) {
    const Stmt *each = pending.back();
    pending.pop_back();
    if (!each)
      continue;
    if (isa<OMPExecutableDirective>(each))
      return std::nullopt;
    if (const auto *reference = dyn_cast<DeclRefExpr>(each);
        reference && reference->getDecl() == variable) {
      CharSourceRange range = CharSourceRange::getTokenRange(reference->getSourceRange());
      range = Lexer::makeFileCharRange(range, sources, context.getLangOpts());
      if (range.isInvalid() || reference->getBeginLoc().isMacroID())
        return std::nullopt;
      TextRange found{sources.getFileOffset(range.getBegin()),
                      sources.getFileOffset(range.getEnd())};
      std::string text = Lexer::getSourceText(range, sources, context.getLangOpts()).str();
      if (text != variable->getNameAsString())
        return std::nullopt;
      if (std::find(ranges.begin(), ranges.end(), found) == ranges.end())
        ranges.push_back(found);
    }
    if (const auto *lambda = dyn_cast<LambdaExpr>(each)) {
      // What `[&]` and `[=]` capture has no text of its own there.
      pending.push_back(lambda->getBody());
      auto initializer = lambda->capture_init_begin();
      for (const LambdaCapture &capture : lambda->captures()) {
        if (capture.isExplicit())
          pending.push_back(*initializer);
        ++initializer;
      }
      continue;
    }
    if (const auto *declarations = dyn_cast<DeclStmt>(each))
      for (const Decl *declaration : declarations->decls())
        if (const auto *array = dyn_cast<VarDecl>(declaration);
            array && array->getType()->isVariablyModifiedType())
          return std::nullopt;
    for (const Stmt *child : each->children())
      pending.push_back(child);
  }
  std::sort(ranges.begin(), ranges.end(),
            [](const TextRange &a, const TextRange &b) { return a.begin < b.begin; });
  return ranges;
}

/// A number or name stands as it is, a sum or product in parentheses and in a wide type.
static std::optional<std::string> factorText(const JudgeContext &judgement, LoopId loop,
                                             const Polynomial &value) {
  if (value.isZero())
    return std::string();
  bool isSimple = value.isConstant() || value.asSymbol();
  auto text = renderAtEntry(judgement.model, loop, value, judgement.context,
                            isSimple ? EntryUse::Header : EntryUse::Body);
  if (!text)
    return std::nullopt;
  bool isAtom = std::all_of(text->begin(), text->end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
  });
  bool isEnclosed = value.asSymbol() && text->front() == '(';
  return isAtom || isEnclosed ? *text : "(" + *text + ")";
}

static const Stmt *bodyOf(const Loop &judged) {
  bool isCounted = isa<ForStmt, WhileStmt, DoStmt>(judged.statement);
  return isCounted ? partsOf(*judged.statement).body : nullptr;
}

/// Files what becomes of each occurrence of the variable in the loop; false if one cannot change.
static bool addUses(const JudgeContext &judgement, const Loop &judged, const ValueDecl *variable,
                    InductionForm &form) {
  const ASTContext &context = judgement.context;
  const SourceManager &sources = context.getSourceManager();
  auto uses = occurrences(context, bodyOf(judged), variable);
  if (!uses)
    return false;
  for (const TextRange &range : *uses)
    form.uses.push_back({range, InductionUse::Becomes::Copy});
  unsigned deleted = 0;
  for (const Expr *extra : judged.extraIncrements) {
    if (updatedVariable(extra) != variable)
      continue;
    CharSourceRange range = CharSourceRange::getTokenRange(extra->getSourceRange());
    range = Lexer::makeFileCharRange(range, sources, context.getLangOpts());
    if (range.isInvalid() || extra->getBeginLoc().isMacroID())
      return false;
    form.uses.push_back(
        {{sources.getFileOffset(range.getBegin()), sources.getFileOffset(range.getEnd())},
         InductionUse::Becomes::Nothing});
    ++deleted;
  }
  // Elsewhere in the increment the variable has a value that the copy no longer reaches.
  for (const Expr *extra : judged.extraIncrements) {
    auto inside = occurrences(context, extra, variable);
    const VarDecl *updated = updatedVariable(extra);
    if (!inside || (!inside->empty() && !updated))
      return false;
  }
  if (uses->empty() && deleted == 0)
    return false;
  std::sort(form.uses.begin(), form.uses.end(), [](const InductionUse &a, const InductionUse &b) {
    return a.range.begin < b.range.begin;
  });
  return true;
}

/// The text of a function of the index with another text in place of the index.
static std::optional<std::string> withIndex(const ASTContext &context, const Expr *value,
                                            const VarDecl *index, const std::string &replacement) {
  const SourceManager &sources = context.getSourceManager();
  CharSourceRange range = CharSourceRange::getTokenRange(value->getSourceRange());
  range = Lexer::makeFileCharRange(range, sources, context.getLangOpts());
  auto places = occurrences(context, value, index);
  if (range.isInvalid() || value->getBeginLoc().isMacroID() || !places)
    return std::nullopt;
  unsigned begin = sources.getFileOffset(range.getBegin());
  std::string text = Lexer::getSourceText(range, sources, context.getLangOpts()).str();
  for (auto place = places->rbegin(); place != places->rend(); ++place) {
    size_t from = place->begin - begin, size = place->end - place->begin;
    bool isSubscript = from > 0 && text[from - 1] == '[' && text[from + size] == ']';
    bool isAtom = replacement.find(' ') == std::string::npos;
    text.replace(from, size,
                 isSubscript || isAtom || text.size() == size ? replacement
                                                              : "(" + replacement + ")");
  }
  return text;
}

static std::string textOfSource(const ASTContext &context, const Expr *expression) {
  CharSourceRange range = CharSourceRange::getTokenRange(expression->getSourceRange());
  range = Lexer::makeFileCharRange(range, context.getSourceManager(), context.getLangOpts());
  return Lexer::getSourceText(range, context.getSourceManager(), context.getLangOpts()).str();
}

/// `last = x[i]` in every iteration: all but the first find x[i - 1].
static std::optional<ScalarOutcome> asPreviousValue(const JudgeContext &judgement, LoopId loop,
                                                    const ValueDecl *variable, bool isLiveOut) {
  const Loop &judged = judgement.model.loops[loop];
  const PreviousValue *previous = nullptr;
  for (const PreviousValue &each : judged.previousValues)
    if (each.variable == variable)
      previous = &each;
  auto step = judged.step ? judged.step->asConstant() : std::nullopt;
  // Elsewhere the index has its next value before the body ends, or another name.
  bool isPlain = isa<ForStmt>(judged.statement) && judged.updateSite == UpdateSite::Increment &&
                 !judged.needsOwnIndex;
  if (!previous || !step || !isPlain)
    return std::nullopt;
  std::string index = judged.index->getNameAsString(), name = variable->getNameAsString();
  auto before =
      withIndex(judgement.context, previous->value, judged.index,
                index + (*step > 0 ? " - " : " + ") + toString(*step > 0 ? *step : -*step));
  bool isUnit = *step == 1 || *step == -1;
  std::optional<std::string> last;
  if (isLiveOut && isUnit && judged.last)
    if (auto text =
            renderAtEntry(judgement.model, loop, *judged.last, judgement.context, EntryUse::Header))
      last = withIndex(judgement.context, previous->value, judged.index, *text);
  if (!before || (isLiveOut && !last))
    return std::nullopt;
  InductionForm form;
  form.previousText = *before;
  form.lastText = last.value_or("");
  form.isCopied = true;
  form.liveOut = isLiveOut;
  form.isFloating = variable->getType()->isFloatingType();
  form.type = copyType(judgement.context, variable->getType(), judgement.model.isInstantiated);
  form.closedForm = name + ", then " + *before;
  if (form.type.empty() || !addUses(judgement, judged, variable, form))
    return std::nullopt;
  Role role{.variable = name, .kind = RoleKind::Induction};
  role.induction = std::move(form);
  return ScalarOutcome{role, {}};
}

/// Iteration t finds (x0 + t * step) % n.
static std::optional<ScalarOutcome> asCircularCounter(const JudgeContext &judgement, LoopId loop,
                                                      const ValueDecl *variable, bool isLiveOut) {
  const Loop &judged = judgement.model.loops[loop];
  const CircularCounter *counter = nullptr;
  for (const CircularCounter &each : judged.circularCounters)
    if (each.variable == variable)
      counter = &each;
  if (!counter || !bodyOf(judged))
    return std::nullopt;
  auto step = factorText(judgement, loop, counter->step);
  auto modulus = factorText(judgement, loop, counter->modulus);
  if (!step || !modulus || step->empty())
    return std::nullopt;
  InductionForm form;
  form.step = *step;
  form.modulus = *modulus;
  form.iterationCast = pointerCast(judgement.context, judged);
  form.isCopied = true;
  form.liveOut = isLiveOut;
  form.type = copyType(judgement.context, variable->getType(), judgement.model.isInstantiated);
  std::string iteration = judgement.model.text(judged.iteration),
              name = variable->getNameAsString();
  if (!judged.iteration.asSymbol())
    iteration = "(" + iteration + ")";
  if (counter->isChecked)
    form.condition = "0 <= " + name + " && " + name + " < " + *modulus;
  form.closedForm =
      "(" + name + " + " + iteration + (*step == "1" ? "" : " * " + *step) + ") % " + *modulus;
  if (!addUses(judgement, judged, variable, form))
    return std::nullopt;
  Role role{.variable = name, .kind = RoleKind::Induction};
  role.induction = std::move(form);
  return ScalarOutcome{role, {}};
}

/// Iteration t finds x0 * factor^t.
static std::optional<ScalarOutcome> asGeometric(const JudgeContext &judgement, LoopId loop,
                                                const ValueDecl *variable, bool isLiveOut) {
  const Loop &judged = judgement.model.loops[loop];
  const GeometricProgression *found = nullptr;
  for (const GeometricProgression &each : judged.geometric)
    if (each.variable == variable)
      found = &each;
  if (!found || !bodyOf(judged))
    return std::nullopt;
  const ASTContext &context = judgement.context;
  QualType type = variable->getType();
  InductionForm form;
  form.factor =
      found->factor ? textOfSource(context, found->factor) : std::to_string(1U << found->shift);
  form.isCopied = true;
  form.liveOut = isLiveOut;
  form.isFloating = type->isFloatingType();
  form.type = copyType(context, type, judgement.model.isInstantiated);
  if (!form.isFloating) {
    QualType bits = type.getCanonicalType().getUnqualifiedType();
    form.powerType = bits->isUnsignedIntegerType()
                         ? form.type
                         : context.getCorrespondingUnsignedType(bits).getAsString(
                               PrintingPolicy(context.getLangOpts()));
  }
  std::string iteration = judgement.model.text(judged.iteration),
              name = variable->getNameAsString();
  form.closedForm = name + " * pow(" + form.factor + ", " + iteration + ")";
  if (form.factor.empty() || form.type.empty() || judgement.model.isInstantiated ||
      !addUses(judgement, judged, variable, form))
    return std::nullopt;
  Role role{.variable = name, .kind = RoleKind::Induction};
  role.induction = std::move(form);
  return ScalarOutcome{role, {}};
}

/// Every second iteration finds the same.
static std::optional<ScalarOutcome> asAlternation(const JudgeContext &judgement, LoopId loop,
                                                  const ValueDecl *variable, bool isLiveOut) {
  const Loop &judged = judgement.model.loops[loop];
  const Alternation *alternation = nullptr;
  for (const Alternation &each : judged.alternations)
    if (each.variable == variable)
      alternation = &each;
  if (!alternation || !bodyOf(judged))
    return std::nullopt;
  std::string name = variable->getNameAsString(), mask;
  const ASTContext &context = judgement.context;
  auto textOf = [&](const Expr *expression) { return textOfSource(context, expression); };
  InductionForm form;
  if (alternation->value)
    form.alternate = textOf(alternation->value);
  else
    form.alternate = alternation->prefix + name;
  if (alternation->mask) {
    mask = textOf(alternation->mask);
    bool isName = isa<DeclRefExpr, IntegerLiteral>(alternation->mask->IgnoreParenImpCasts());
    form.alternate += isName ? " ^ " + mask : " ^ (" + mask + ")";
  }
  form.isCopied = true;
  form.liveOut = isLiveOut;
  form.isFloating = variable->getType()->isFloatingType();
  form.type = copyType(context, variable->getType(), judgement.model.isInstantiated);
  form.closedForm = name + ", " + form.alternate + " by turns";
  bool isText = !form.alternate.empty() && (!alternation->mask || !mask.empty());
  if (!isText || form.type.empty() || !addUses(judgement, judged, variable, form))
    return std::nullopt;
  Role role{.variable = name, .kind = RoleKind::Induction};
  role.induction = std::move(form);
  return ScalarOutcome{role, {}};
}

/// How large the value may be, up or down, as far as the ranges of its symbols tell.
static std::optional<Coefficient> largest(const Model &model, const Polynomial &value) {
  constexpr Coefficient most = Coefficient(1) << 40;
  Coefficient total = 0;
  for (const auto &[monomial, coefficient] : value.terms()) {
    Coefficient size = coefficient < 0 ? -coefficient : coefficient;
    for (SymbolId id : monomial) {
      const Symbol &symbol = model.symbols[id];
      if (!symbol.low || !symbol.high || *symbol.low < -most || *symbol.high > most || size > most)
        return std::nullopt;
      size *= std::max(*symbol.high, -*symbol.low);
    }
    if (size > most)
      return std::nullopt;
    total += size;
  }
  return total;
}

/// May forming the sum or product overflow? Not a name and a number; nor narrow or unsigned values.
static bool mayOverflow(const Model &model, const Polynomial &value) {
  constexpr Coefficient most = Coefficient(1) << 40;
  if ((value - Polynomial(value.constantTerm())).asSymbol())
    return false;
  return llvm::any_of(value.terms(), [&](const auto &term) {
    return llvm::any_of(term.first, [&](SymbolId id) {
      return !model.symbols[id].low || *model.symbols[id].low < -most;
    });
  });
}

/// Steps of some iterations: with numbers of iterations in a signed type of 64 bits nothing
/// overflows, and no two types meet in which a comparison means something else.
static bool addCounts(const JudgeContext &judgement, LoopId loop, const Recurrence &recurrence,
                      InductionForm &form) {
  constexpr Coefficient mostSteps = 2048, mostNumbers = Coefficient(1) << 31;
  const Model &model = judgement.model;
  const Loop &judged = model.loops[loop];
  bool isNarrow =
      !judged.isPosition && judgement.context.getIntWidth(judged.index->getType()) <= 32;
  auto steps = largest(model, recurrence.linear);
  for (const CountedStep &count : recurrence.counts) {
    auto own = largest(model, count.step);
    steps = steps && own ? std::optional(*steps + *own) : std::nullopt;
    Coefficient offset = count.from.constantTerm();
    Polynomial rest = count.from - Polynomial(offset);
    auto step = factorText(judgement, loop, count.step), from = factorText(judgement, loop, rest);
    if (!step || step->empty() || !from || offset < -mostNumbers || offset > mostNumbers)
      return false;
    InductionCount text{.step = *step, .from = *from, .isOnce = count.isOnce};
    if (count.period > 1) {
      text.from.clear();
      text.offset = static_cast<std::int64_t>(offset);
      text.period = static_cast<std::int64_t>(count.period);
    } else if (rest.isZero()) {
      text.from = toString(offset);
    } else {
      // One value of up to 64 bits with a sign, or a sum of narrower ones.
      auto single = rest.asSymbol();
      auto high = single ? model.symbols[*single].high : std::nullopt;
      if (!(high && *high <= INT64_MAX) && !largest(model, rest))
        return false;
      text.offset = static_cast<std::int64_t>(offset);
      text.mayBeNegative = count.mayBeNegative;
    }
    form.counts.push_back(std::move(text));
  }
  form.iterationCast = pointerCast(judgement.context, judged);
  return steps && *steps <= (isNarrow ? mostNumbers : mostSteps);
}

std::optional<ScalarOutcome> asRecurrence(const JudgeContext &judgement, LoopId loop,
                                          const ValueDecl *variable,
                                          const std::vector<size_t> &accesses, bool isLiveOut) {
  const ASTContext &context = judgement.context;
  const Model &model = judgement.model;
  const Loop &judged = model.loops[loop];
  if (auto previous = asPreviousValue(judgement, loop, variable, isLiveOut))
    return previous;
  if (auto alternation = asAlternation(judgement, loop, variable, isLiveOut))
    return alternation;
  if (auto geometric = asGeometric(judgement, loop, variable, isLiveOut))
    return geometric;
  if (auto circular = asCircularCounter(judgement, loop, variable, isLiveOut))
    return circular;
  const Recurrence *recurrence = nullptr;
  const Path &path = model.accesses[accesses.front()].path;
  for (const Recurrence &each : judged.recurrences)
    if (each.variable ? each.variable == variable : isSamePlace(each.place, path))
      recurrence = &each;
  if (!recurrence || !judged.isLexical || !judged.index)
    return std::nullopt;
  if (!bodyOf(judged))
    return std::nullopt;
  bool isPlace = !recurrence->variable;
  QualType type = isPlace ? path.type.getCanonicalType() : variable->getType();
  QualType indexType = judged.isPosition ? context.getPointerDiffType() : judged.index->getType();
  std::string name = isPlace ? "" : variable->getNameAsString();
  InductionForm form;
  if (isPlace) {
    form.place = placeName(model, path);
    auto uses = placesInBody(judgement, loop, accesses, name);
    if (!uses)
      return std::nullopt;
    for (const TextRange &use : *uses)
      form.uses.push_back({use, InductionUse::Becomes::Copy});
  }
  unsigned indexWidth = context.getIntWidth(indexType);
  Polynomial constant = recurrence->linear, growing = recurrence->quadratic;
  if (!growing.isZero() && indexWidth <= 32 && !type->isPointerType() &&
      context.getIntWidth(type) <= 32 && recurrence->modulus == 0) {
    // a * t + b * t * (t - 1) / 2 as one product, which is twice a number of 33 bits at most: the
    // difference of two values, unless they are known modulo 2^w only.
    bool isEven = std::all_of(growing.terms().begin(), growing.terms().end(),
                              [](const auto &term) { return term.second % 2 == 0; });
    form.divisor = isEven ? 1 : 2;
    Polynomial half;
    for (const auto &[monomial, coefficient] : growing.terms())
      half.add(monomial, isEven ? coefficient / 2 : coefficient);
    growing = half;
    constant = constant * Polynomial(form.divisor) - half;
  }
  auto linear = factorText(judgement, loop, constant);
  auto quadratic = factorText(judgement, loop, growing);
  if (!linear || !quadratic)
    return std::nullopt;
  // A sum of steps of 64 bits may overflow where the variable only wraps.
  if (recurrence->modulus != 0 && (mayOverflow(model, constant) || mayOverflow(model, growing)))
    return std::nullopt;
  form.step = *linear;
  form.quadratic = *quadratic;
  form.isCopied = true;
  form.liveOut = isLiveOut || isPlace;
  form.type = copyType(context, type, model.isInstantiated);
  if (form.type.empty())
    return std::nullopt;

  if (!form.quadratic.empty()) {
    form.iterationCast = (form.divisor ? "" : "unsigned ") + wideInteger(context);
  } else if (type->isPointerType()) {
    form.iterationCast = form.step == "1" ? "" : pointerCast(context, judged);
  } else {
    auto start = recurrence->start.asConstant(), step = recurrence->linear.asConstant();
    StepProduct product{.variable = type,
                        .index = indexType,
                        .isOne = form.step == "1",
                        .isExact = recurrence->modulus == 0};
    if (auto size = largest(model, recurrence->linear))
      product.low = -*size, product.high = *size;
    if (step && *step < INT32_MAX && *step > -INT32_MAX)
      product.step = context.IntTy;
    product.isLarger =
        step && (*step == 1 || (start && (*start == 0 || (*start > 0) == (*step > 0))));
    form.iterationCast = iterationType(context, product);
  }

  if (!recurrence->counts.empty() && !addCounts(judgement, loop, *recurrence, form))
    return std::nullopt;
  if (!isPlace && !addUses(judgement, judged, variable, form))
    return std::nullopt;

  std::string iteration = model.text(judged.iteration);
  if (!judged.iteration.asSymbol())
    iteration = "(" + iteration + ")";
  form.closedForm = name;
  if (auto start = recurrence->start.asConstant(); start && !type->isPointerType())
    form.closedForm = *start == 0 ? "" : toString(*start);
  auto add = [&](const std::string &term) {
    form.closedForm += (form.closedForm.empty() ? "" : " + ") + term;
  };
  auto times = [](const std::string &a, const std::string &b) {
    return b == "1" ? a : a + " * " + b;
  };
  if (!recurrence->linear.isZero())
    add(times(iteration, factorText(judgement, loop, recurrence->linear).value_or("?")));
  if (!recurrence->quadratic.isZero())
    add(times(iteration + " * (" + iteration + " - 1) / 2",
              factorText(judgement, loop, recurrence->quadratic).value_or("?")));
  for (const CountedStep &count : recurrence->counts) {
    std::string from = model.text(count.from), step = model.text(count.step);
    if (count.period > 1) {
      Polynomial ahead = Polynomial(count.period - 1) - count.from;
      std::string number =
          ahead.isZero() ? iteration : "(" + iteration + " + " + model.text(ahead) + ")";
      std::string passed = number + " / " + toString(count.period);
      if (step == "-1" && !form.closedForm.empty())
        form.closedForm += " - " + passed;
      else
        add(times(passed, step));
      continue;
    }
    add((step == "1" ? "" : step + " * ") +
        (count.isOnce ? "(" + iteration + " > " + from + ")"
                      : "max(0, " + iteration + " - " +
                            (count.mayBeNegative ? "max(0, " + from + ")" : from) + ")"));
  }
  if (form.closedForm.empty())
    form.closedForm = "0";
  // In the body the name of the index means the index.
  auto isWord = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; };
  std::string index = judged.index->getNameAsString();
  std::vector<std::string> texts = {form.step, form.quadratic};
  for (const InductionCount &count : form.counts)
    texts.insert(texts.end(), {count.step, count.from});
  for (const std::string &text : texts)
    for (size_t at = text.find(index); at != std::string::npos; at = text.find(index, at + 1))
      if ((at == 0 || !isWord(text[at - 1])) &&
          (at + index.size() == text.size() || !isWord(text[at + index.size()])))
        return std::nullopt;
  if (!isPlace && recurrence->quadratic.isZero() && recurrence->counts.empty())
    form.linearStep = linearStep(judgement, loop, *recurrence->variable, recurrence->linear,
                                 recurrence->modulus == 0);
  Role role{.variable = name, .kind = RoleKind::Induction};
  role.induction = std::move(form);
  return ScalarOutcome{role, {}};
}

} // namespace loomp
