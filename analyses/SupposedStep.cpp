//===- SupposedStep.cpp - steps that are fixed on some inputs -------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   void f(int n, long step, double *a) {        step >= 1 && step <= 1073741823 &&
//     for (int i = 0; i < n; i += step)              n <= 1073741823
//       a[i] = 0;
//   }
//
// The sum of `i` and a wider or an unsigned step is cut to the type of `i`: a step that is negative
// or huge wraps around, which is defined. So the loop is canonical on some inputs only.
//
// Theorem: let i have w >= 32 bits, and let each test compare it with a bound, `i < b` or `i <= b`.
// If 1 <= step <= L and b <= L, with L = 2^30 - 1, then i is at most L where it is updated, and
// i + step at most 2 * L, which fits every such type: nothing is cut off, and i visits lb,
// lb + step, ... up to b. The same downwards, of a signed i, with bounds not below -L. With 64
// bits, L is taken for granted of what is no conversion of a narrower value
// (docs/standing-assumptions.md: distance and step fit). A conversion of step or bound from a
// signed to an unsigned type keeps values from 0 up to L.
//
// Where these conditions are proven the loop is like any other. Else a further walk of the function
// supposes them of all loops of one nest.
//
// Theorem: let S be conditions on symbols that no loop varies, of a function in which nothing jumps
// back: each of them has one value in one call of the function. The model of a walk that supposes S
// is right in each call where S holds. Let L be a loop, and C text that means S in front of L. Then
// what the model says of L holds wherever C does, and where C does not, L runs as it is written. If
// the header of L itself is supposed, C chooses between two versions of it: to count its iterations
// would be wrong even for a team of one thread. So it does where variables have roles, which may
// rest on S.
//
// Theorem: the same of values. A number of 32 bits that may wrap around does not if those of its
// symbols that no loop varies, and those that bound the others, are from 0 up to some limit: that
// may be supposed, too.
//
//   for (unsigned i = 0; i < 8; ++i)        0 <= m && m <= 16777216
//     for (long j = 0; j < m; ++j)
//       a[i * m + j] = 0;
//
// It may be the header of a loop that holds such a value. So the condition chooses between two
// versions of each.
//
// A directive is there for canonical loops only (OpenMP 5.2, 4.4.1): of its loops the step may be
// taken to be what it has to be.
//
// A bound that a loop around varies fits where the second of these theorems says so.
//
// Not handled: loops of callees; indices narrower than int; `do` loops and updates in the
// condition, which advance once before anything is tested.
//
//===----------------------------------------------------------------------===//

#include "analyses/SupposedStep.h"
#include "analyses/Evaluator.h"
#include "analyses/LoopParts.h"
#include "analyses/ParameterCondition.h"

#include "clang/AST/StmtOpenMP.h"

#include <functional>
#include <set>
#include <tuple>

using namespace clang;

namespace loomp {

static constexpr Coefficient Limit = (Coefficient(1) << 30) - 1;

namespace {
/// An operand beneath conversions that keep its value if that is from 0 up to the limit.
struct Converted {
  const Expr *operand = nullptr;
  bool isNarrowed = false; ///< to less than 64 bits
  bool isUnsigned = false; ///< from a signed type to an unsigned one
  bool mayRise = false;    ///< what is negative may become positive
  bool mayFall = false;    ///< what is above the limit may become less
};
} // namespace

static std::optional<Converted> beneathConversions(const ASTContext &context, const Expr *value) {
  Converted result;
  while (true) {
    value = value->IgnoreParens();
    const auto *cast = dyn_cast<CastExpr>(value);
    if (!cast || (cast->getCastKind() != CK_IntegralCast && cast->getCastKind() != CK_NoOp) ||
        !cast->getSubExpr()->getType()->isIntegerType())
      break;
    QualType type = cast->getType();
    QualType from = cast->getSubExpr()->getType();
    if (!type->isIntegerType() || type->isBooleanType() ||
        context.getIntWidth(type) < context.getIntWidth(context.IntTy))
      return std::nullopt;
    unsigned width = context.getIntWidth(type), before = context.getIntWidth(from);
    bool wasSigned = from->isSignedIntegerOrEnumerationType();
    bool isSigned = type->isSignedIntegerOrEnumerationType();
    result.isNarrowed |= width < 64;
    result.isUnsigned |= wasSigned && !isSigned;
    result.mayRise |= wasSigned && (!isSigned || width < before);
    result.mayFall |= width < before || (width == before && !wasSigned && isSigned);
    value = cast->getSubExpr();
  }
  result.operand = value;
  return result;
}

/// The canonical loops of the directive.
void Evaluator::noteLoops(const OMPExecutableDirective &directive) {
  const auto *shared = dyn_cast<OMPLoopDirective>(&directive);
  if (!shared || !shared->hasAssociatedStmt())
    return;
  OMPLoopBasedDirective::doForAllLoops(shared->getInnermostCapturedStmt()->getCapturedStmt(),
                                       /*TryImperfectlyNestedLoops=*/true, shared->getLoopsNumber(),
                                       [&](unsigned, const Stmt *loop) {
                                         LoopsOfDirectives.insert(loop);
                                         return false;
                                       });
}

/// May it be supposed that the value is not negative?
bool Evaluator::maySuppose(const Polynomial &value) const {
  if (!value.isAffine() || value.terms().empty())
    return false;
  std::optional<SymbolId> only;
  for (const auto &[monomial, coefficient] : value.terms())
    if (!monomial.empty()) {
      if (only)
        return false;
      only = monomial.front();
    }
  return only && Result.symbols[*only].loop == NoLoop;
}

void Evaluator::suppose(const Polynomial &value) {
  for (const auto &[monomial, coefficient] : value.terms()) {
    if (monomial.empty())
      continue;
    // c * s + d >= 0: s is at least -d / c, rounded up, or at most d / -c, rounded down.
    Symbol &symbol = Result.symbols[monomial.front()];
    Coefficient rest = value.constantTerm();
    Coefficient size = coefficient > 0 ? coefficient : -coefficient;
    Coefficient most = rest >= 0 ? rest / size : -((-rest + size - 1) / size); // floor
    if (coefficient > 0)
      symbol.low = std::max(symbol.low.value_or(-most), -most);
    else
      symbol.high = std::min(symbol.high.value_or(most), most);
  }
  Result.supposed.push_back(value);
}

/// Is none of the values negative where the loop starts, or may that be supposed?
bool Evaluator::requireSteps(LoopId loop, const std::vector<Polynomial> &required) {
  std::vector<Polynomial> open;
  for (const Polynomial &value : required)
    if (!provenNonNegative(value)) {
      if (provenNonNegative(Polynomial(-1) - value))
        return false;
      if (maySuppose(value))
        open.push_back(value);
      else if (!supposeWithin(value, 0, Coefficient(1) << 70))
        return false;
    }
  if (open.empty()) {
    // Perhaps since another loop of the nest supposed it.
    Result.loops[loop].stepMayWrap |= !Result.supposed.empty();
    return true;
  }
  if (Result.hasJumps || !Frames.back().isLexical)
    return false;
  Result.loops[loop].stepMayWrap = true;
  bool isInNest = llvm::any_of(
      LoopStack, [&](LoopId around) { return Result.loops[around].statement == SupposedNest; });
  if (!SupposedNest || !isInNest || Quiet)
    return false;
  for (const Polynomial &value : open)
    suppose(value);
  return true;
}

/// Is the value in range if those of its symbols that no loop varies are small? Supposes so, or
/// notes that a further walk might.
bool Evaluator::supposeWithin(const Polynomial &value, Coefficient low, Coefficient high) {
  constexpr int limits[] = {24, 20, 16, 15, 12, 10, 7};
  if (LoopStack.empty() || Quiet || Result.hasJumps || !Frames.back().isLexical)
    return false;
  const Loop &outermost = Result.loops[LoopStack.front()];
  bool isSupposing = SupposedNest && outermost.statement == SupposedNest;
  if (!outermost.isLexical || (SupposedNest && !isSupposing) ||
      (!SupposedNest && outermost.valueMayWrap))
    return false;
  std::set<SymbolId> varying, fixed, parts; // parts: max(0, x), and quotients of fixed ones
  std::function<void(const Polynomial &)> add = [&](const Polynomial &part) {
    for (const auto &[monomial, coefficient] : part.terms())
      for (SymbolId id : monomial) {
        const Symbol &symbol = Result.symbols[id];
        if (symbol.loop != NoLoop) {
          varying.insert(id);
        } else if (outermost.namesAtEntry.count(id)) {
          fixed.insert(id);
        } else if (parts.insert(id).second) {
          if (symbol.positivePartOf)
            add(*symbol.positivePartOf);
          for (const Constraint &fact : symbol.facts)
            add(fact.value);
        }
      }
  };
  add(value);
  const std::set<SymbolId> bounded = varying;
  for (int guard = Now.guard; guard >= 0; guard = Result.guards[guard].parent)
    if (const auto &constraint = Result.guards[guard].constraint)
      if (llvm::any_of(bounded, [&](SymbolId each) { return constraint->value.mentions(each); }))
        add(constraint->value);
  std::map<SymbolId, std::pair<std::optional<Coefficient>, std::optional<Coefficient>>> before;
  for (const auto &symbols : {fixed, parts})
    for (SymbolId symbol : symbols)
      before[symbol] = {Result.symbols[symbol].low, Result.symbols[symbol].high};
  auto restore = [&] {
    for (const auto &[symbol, range] : before)
      std::tie(Result.symbols[symbol].low, Result.symbols[symbol].high) = range;
  };
  // What is known of max(0, x) since something is known of x.
  auto boundParts = [&] {
    for (SymbolId id : parts) {
      Symbol &part = Result.symbols[id];
      if (auto high = part.positivePartOf ? upperBound(*part.positivePartOf) : std::nullopt)
        part.high = std::max<Coefficient>(std::min(part.high.value_or(*high), *high), 0);
    }
  };
  for (int bits : limits) {
    Coefficient limit = Coefficient(1) << bits;
    bool isNew = false, isPossible = true;
    for (SymbolId id : fixed) {
      Symbol &symbol = Result.symbols[id];
      isNew |= symbol.low.value_or(-1) < 0 || symbol.high.value_or(limit + 1) > limit;
      symbol.low = std::max<Coefficient>(symbol.low.value_or(0), 0);
      symbol.high = std::min(symbol.high.value_or(limit), limit);
      isPossible &= *symbol.low <= *symbol.high;
    }
    boundParts();
    bool holds = isNew && isPossible && provenWithin(value, low, high);
    restore();
    if (!holds)
      continue;
    if (!isSupposing) {
      Result.loops[LoopStack.front()].valueMayWrap = true;
      return false;
    }
    for (SymbolId symbol : fixed) {
      const auto &[least, most] = before[symbol];
      if (least.value_or(-1) < 0)
        suppose(Polynomial::symbol(symbol));
      if (most.value_or(limit + 1) > limit)
        suppose(Polynomial(limit) - Polynomial::symbol(symbol));
    }
    boundParts();
    for (SymbolId id : parts)
      if (const auto &whole = Result.symbols[id].positivePartOf; whole && provenNonNegative(*whole))
        Result.symbols[id].facts.push_back({*whole - Polynomial::symbol(id), false});
    Result.supposesValues = true;
    return true;
  }
  return false;
}

/// The step of a loop that may wrap around, or be cut to the type of its index, if it does not.
std::optional<Polynomial> Evaluator::stepThatFits(LoopId id, const LoopParts &parts) {
  const Loop &loop = Result.loops[id];
  const VarDecl *index = loop.index;
  const InductionCandidate advance = loop.advance;
  auto type = integerType(index->getType());
  if (!type || type->isBool || type->width < Context.getIntWidth(Context.IntTy) ||
      !parts.condition || parts.testsLast || parts.wrapsBy ||
      loop.updateSite == UpdateSite::Condition)
    return std::nullopt;
  auto isExact = [](const Value &value) {
    return value.kind == Value::Kind::Integer && value.modulus == 0 && value.number.isValid();
  };
  auto step = beneathConversions(Context, advance.step);
  if (!step)
    return std::nullopt;
  Value stepValue = evaluateQuietly(step->operand);
  if (!isExact(stepValue))
    return std::nullopt;
  if (LoopsOfDirectives.count(loop.statement))
    return stepValue.number;

  for (const LoopTest &test : splitTests(parts.condition, parts.isNegated)) {
    Comparison compared = comparisonOf(test.expression, test.isNegated);
    bool isLeft = compared.left && namedVariable(compared.left) == index;
    bool isRight = compared.right && namedVariable(compared.right) == index;
    if (isLeft == isRight)
      continue;
    BinaryOperatorKind op = isLeft ? compared.op : BinaryOperator::reverseComparisonOp(compared.op);
    bool up = op == BO_LT || op == BO_LE, down = op == BO_GT || op == BO_GE;
    const Expr *bound = isLeft ? compared.right : compared.left;
    if ((!up && !down) || (down && !type->isSigned) || (bound && !isPure(bound)))
      continue;
    std::optional<Converted> inner =
        bound ? beneathConversions(Context, bound) : std::optional(Converted());
    if (!inner)
      continue;
    Value limit = bound ? evaluateQuietly(inner->operand) : Value::integer(Polynomial());
    if (!isExact(limit))
      continue;
    std::vector<Polynomial> required;
    bool isPositive = up != advance.negative;
    if (!isPositive && step->isUnsigned)
      continue;
    Polynomial size = isPositive ? stepValue.number : Polynomial() - stepValue.number;
    required.push_back(size - Polynomial(1));
    if (type->width < 64 || step->isNarrowed || step->mayFall)
      required.push_back(Polynomial(Limit) - size);
    if (inner->mayRise)
      required.push_back(limit.number);
    if (up ? type->width < 64 || inner->isNarrowed : inner->mayFall)
      required.push_back(Polynomial(Limit) - limit.number);
    if (down && type->width < 64)
      required.push_back(limit.number + Polynomial(Limit));
    if (requireSteps(id, required))
      return stepValue.number;
  }
  return std::nullopt;
}

std::optional<std::string> suppositionText(const JudgeContext &judgement, LoopId loop) {
  std::string text;
  const std::vector<Polynomial> &supposed = judgement.model.supposed;
  for (const Polynomial &value : supposed) {
    bool isImplied = llvm::any_of(supposed, [&](const Polynomial &other) {
      auto more = (value - other).asConstant();
      return more && *more > 0;
    });
    if (isImplied)
      continue;
    auto comparison = nonNegativeText(judgement, loop, value);
    if (!comparison)
      return std::nullopt;
    text += (text.empty() ? "" : " && ") + *comparison;
  }
  return text.empty() ? std::nullopt : std::optional(text);
}

bool restsOnSupposition(const Model &model, const Loop &loop, const LoopResult &result) {
  return loop.stepMayWrap || model.supposesValues ||
         llvm::any_of(result.roles, [](const Role &role) {
           return role.kind != RoleKind::Index && role.kind != RoleKind::Shared &&
                  !role.declaredInLoop;
         });
}

} // namespace loomp
