//===- CallBlocks.cpp - blocks of matrices that recursive calls touch -----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   void multiply(int n, const double *a, const double *b, double *c, int ld)
//     ... multiply(h, a, b + h, c + h, ld);           writes c[r * ld + h + j], r < h, j < h
//
// A block is { low + r * stride + j : 0 <= r < rows, 0 <= j < high - low }.
//
// Theorem: an element with the number low + q * stride + m lies in the block if 0 <= q < rows and
// 0 <= m < high - low; for q and m are an r and a j. Nothing is asked of the stride. (Which q and m
// does not matter: here q is all that the number multiplies the stride by.)
//
// Two blocks with one stride, such as two quadrants, are disjoint by delinearisation
// (PairSystem.cpp), which needs no row to be longer than the stride: stride >= high - low. So that
// is required of every call, the first one included, which asks when the program runs. (Only of
// signed numbers: modulo 2^64 rows that are far apart may be the same.)
//
// What is tried: square blocks, whose side is a parameter; and elements at a distance, as in the
// even and the odd half of a signal (columns of width 1). Of each pointer the stride is the first
// integer parameter behind it, as in (a, lda, b, ldb), or else the last of all. And rectangles, as
// the loops of the base case run through them.
//
// A block may start at a corner, as in grid[y * stride + x].
//
// Where a base case is told by `n == 1`, what is behind it does not know that n is positive, and
// half of a negative number is no smaller; where it is told by `n < 2`, it writes one element for
// n == 0, too. So that n is not negative, or that it is positive, is required if nothing else will
// do.
//
//===----------------------------------------------------------------------===//

#include "analyses/CallSummary.h"

#include "analyses/Dependence.h"
#include "analyses/EntryText.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

using namespace clang;

namespace loomp {

bool isWithin(const Model &model, const IntegerSolver &solver, int guard, const Polynomial &number,
              const CallBounds &bounds) {
  auto isNonNegative = [&](const Polynomial &value) {
    return isNonNegativeAt(model, solver, guard, value);
  };
  Polynomial column = number - bounds.low;
  if (bounds.stride) {
    std::optional<SymbolId> stride = bounds.stride->asSymbol();
    if (!stride || !column.isValid())
      return false;
    Polynomial row, rest;
    for (const auto &[monomial, coefficient] : column.terms()) {
      Monomial others = monomial;
      auto place = std::find(others.begin(), others.end(), *stride);
      bool isRow = place != others.end();
      if (isRow)
        others.erase(place);
      (isRow ? row : rest).add(others, coefficient);
    }
    if (!isNonNegative(row) || !isNonNegative(bounds.rows - row - Polynomial(1)))
      return false;
    column = rest;
  }
  return isNonNegative(column) && isNonNegative(bounds.high - bounds.low - column - Polynomial(1));
}

CallBounds instantiate(const CallBounds &bounds,
                       llvm::function_ref<std::optional<Polynomial>(unsigned)> valueOf) {
  CallBounds result{instantiate(bounds.low, valueOf), instantiate(bounds.high, valueOf)};
  if (bounds.stride) {
    result.stride = instantiate(*bounds.stride, valueOf);
    result.rows = instantiate(bounds.rows, valueOf);
  }
  return result;
}

namespace {
/// The shape of the blocks that a guess tries.
enum class BlockShape { Square, StridedInput, Strided };
} // namespace

static bool isSigned(const FunctionDecl &function, unsigned parameter) {
  return function.getParamDecl(parameter)->getType()->isSignedIntegerType();
}

/// The parameter that says how far apart the rows of what another one leads to are.
static std::optional<unsigned> strideOf(const FunctionDecl &function, unsigned parameter,
                                        unsigned size) {
  std::optional<unsigned> found;
  for (unsigned each = 0; each < function.getNumParams(); ++each) {
    if (each == size || !isSigned(function, each))
      continue;
    found = each;
    if (each > parameter)
      break;
  }
  return found;
}

static std::optional<CallGuess> guessShape(const FunctionDecl &function, unsigned size,
                                           BlockShape shape) {
  CallGuess guess;
  Polynomial side = Polynomial::symbol(size);
  for (const ParmVarDecl *parameter : function.parameters()) {
    QualType type = parameter->getType();
    bool isPointer = type->isPointerType() || type->isReferenceType();
    if (!isPointer)
      continue;
    unsigned number = parameter->getFunctionScopeIndex();
    CallBounds bounds{Polynomial(), side};
    bool isRead = type->getPointeeType().isConstQualified();
    if (shape != BlockShape::StridedInput || isRead) {
      std::optional<unsigned> stride = strideOf(function, number, size);
      if (!stride)
        return std::nullopt;
      bounds.high = shape == BlockShape::Square ? side : Polynomial(1);
      bounds.stride = Polynomial::symbol(*stride);
      bounds.rows = side;
      guess.require(*bounds.stride - bounds.high);
    }
    guess.ofParameter[static_cast<int>(number)] = std::move(bounds);
  }
  if (guess.required.empty())
    return std::nullopt;
  return guess;
}

/// The parameter of the function that an expression names.
static std::optional<unsigned> namedParameter(const FunctionDecl &function,
                                              const Expr *expression) {
  const auto *reference = dyn_cast<DeclRefExpr>(expression->IgnoreParenImpCasts());
  for (unsigned i = 0; reference && i < function.getNumParams(); ++i)
    if (reference->getDecl() == function.getParamDecl(i))
      return i;
  return std::nullopt;
}

namespace {
/// `array[row * stride + column]`, all of them parameters.
struct Corner {
  unsigned array, row, stride, column;
};
} // namespace

static std::optional<Corner> findCorner(const FunctionDecl &function, const Stmt *statement) {
  if (!statement)
    return std::nullopt;
  const Expr *base = nullptr, *subscript = nullptr;
  if (const auto *element = dyn_cast<ArraySubscriptExpr>(statement)) {
    base = element->getBase();
    subscript = element->getIdx();
  } else if (const auto *call = dyn_cast<CXXOperatorCallExpr>(statement);
             call && call->getOperator() == OO_Subscript) {
    base = call->getArg(0);
    subscript = call->getArg(1);
  }
  const auto *sum =
      subscript ? dyn_cast<BinaryOperator>(subscript->IgnoreParenImpCasts()) : nullptr;
  for (bool isFirst : {true, false}) {
    if (!sum || sum->getOpcode() != BO_Add)
      break;
    const Expr *left = isFirst ? sum->getLHS() : sum->getRHS();
    const auto *product = dyn_cast<BinaryOperator>(left->IgnoreParenImpCasts());
    if (!product || product->getOpcode() != BO_Mul)
      continue;
    auto array = namedParameter(function, base), row = namedParameter(function, product->getLHS());
    auto stride = namedParameter(function, product->getRHS());
    auto column = namedParameter(function, isFirst ? sum->getRHS() : sum->getLHS());
    if (array && row && stride && column)
      return Corner{*array, *row, *stride, *column};
  }
  for (const Stmt *child : statement->children())
    if (auto corner = findCorner(function, child))
      return corner;
  return std::nullopt;
}

/// Squares with this corner, whose side is one of the other parameters.
static std::vector<CallGuess> guessFromCorner(const FunctionDecl &function, const Corner &corner) {
  std::vector<CallGuess> result;
  auto value = [](unsigned parameter) { return Polynomial::symbol(parameter); };
  for (auto [row, stride] :
       {std::pair(corner.row, corner.stride), std::pair(corner.stride, corner.row)})
    for (unsigned size = 0; size < function.getNumParams(); ++size) {
      QualType type = function.getParamDecl(size)->getType();
      if (size == row || size == stride || size == corner.column || !type->isSignedIntegerType() ||
          !isSigned(function, stride))
        continue;
      Polynomial low = value(row) * value(stride) + value(corner.column);
      result.push_back({.required = {value(stride) - value(size)},
                        .ofParameter = {{static_cast<int>(corner.array),
                                         {low, low + value(size), value(stride), value(size)}}}});
    }
  return result;
}

/// Does the function compare the parameter for equality?
static bool isComparedForEquality(const FunctionDecl &function, const Stmt *statement,
                                  unsigned parameter) {
  const auto *binary = dyn_cast_or_null<BinaryOperator>(statement);
  if (binary && binary->isEqualityOp() &&
      (namedParameter(function, binary->getLHS()) == parameter ||
       namedParameter(function, binary->getRHS()) == parameter))
    return true;
  return statement && llvm::any_of(statement->children(), [&](const Stmt *child) {
           return isComparedForEquality(function, child, parameter);
         });
}

/// The same guesses with the number of elements, or of rows, required not to be negative where the
/// function compares it for equality, and to be positive otherwise.
static std::vector<CallGuess> withLeastCounts(const FunctionDecl &function,
                                              const std::vector<CallGuess> &guesses) {
  std::vector<CallGuess> result;
  for (const CallGuess &guess : guesses) {
    const CallBounds *bounds = guess.bounds                 ? &*guess.bounds
                               : !guess.ofParameter.empty() ? &guess.ofParameter.begin()->second
                                                            : nullptr;
    Polynomial count = !bounds          ? Polynomial()
                       : bounds->stride ? bounds->rows
                                        : bounds->high - bounds->low;
    std::optional<SymbolId> parameter = count.asSymbol();
    if (!parameter || !function.getParamDecl(*parameter)->getType()->isSignedIntegerType())
      continue;
    bool mayBeZero = isComparedForEquality(function, function.getBody(), *parameter);
    result.push_back(guess);
    result.back().required.push_back(count - Polynomial(mayBeZero ? 0 : 1));
  }
  return result;
}

/// Requires of the blocks that their ends can be computed (blockEndText).
static void limitBlocks(const FunctionDecl &function, CallGuess &guess) {
  constexpr Coefficient mostRows = 1 << 24, mostStride = 1 << 30;
  for (const auto &[parameter, bounds] : guess.ofParameter) {
    if (!bounds.stride)
      continue;
    if (!bounds.rows.isConstant())
      guess.require(Polynomial(mostRows) - bounds.rows);
    std::optional<SymbolId> stride = bounds.stride->asSymbol();
    if (!stride ||
        function.getASTContext().getIntWidth(function.getParamDecl(*stride)->getType()) > 32)
      guess.require(Polynomial(mostStride) - *bounds.stride);
  }
}

std::vector<CallGuess> guessBlocks(const FunctionDecl &function) {
  std::vector<CallGuess> result;
  constexpr size_t most = 5; // parameters that could be a size, as in guessBounds
  size_t sizes = 0;
  for (const ParmVarDecl *parameter : function.parameters()) {
    if (!parameter->getType()->isSignedIntegerType() || ++sizes > most)
      continue;
    for (BlockShape shape : {BlockShape::Square, BlockShape::StridedInput, BlockShape::Strided})
      if (auto guess = guessShape(function, parameter->getFunctionScopeIndex(), shape))
        result.push_back(std::move(*guess));
  }
  if (auto corner = findCorner(function, function.getBody()))
    for (CallGuess &guess : guessFromCorner(function, *corner))
      result.push_back(std::move(guess));
  for (CallGuess &guess : result)
    limitBlocks(function, guess);
  for (const auto &guesses : {guessBounds(function), result})
    for (CallGuess &guess : withLeastCounts(function, guesses))
      result.push_back(std::move(guess));
  return result;
}

namespace {

/// Reads off the subscripts of a walk which blocks loops run through.
class LoopBlocks {
public:
  explicit LoopBlocks(const Model &model) : M(model) {
    for (unsigned i = 0; i < M.parametersAtEntry.size(); ++i)
      if (M.parametersAtEntry[i] && M.parametersAtEntry[i]->asSymbol())
        ParameterOf[*M.parametersAtEntry[i]->asSymbol()] = i;
    for (const Loop &loop : M.loops)
      if (loop.lower.isZero() && loop.direction == 1 && loop.trip &&
          loop.indexValue == Polynomial::symbol(loop.indexSymbol))
        TripOf[loop.indexSymbol] = *loop.trip;
  }
  std::optional<CallBounds> blockOf(const Polynomial &subscript) const;

private:
  std::optional<Polynomial> overParameters(const Polynomial &value) const;

  const Model &M;
  std::map<SymbolId, unsigned> ParameterOf;
  std::map<SymbolId, Polynomial> TripOf;
};

} // namespace

std::optional<Polynomial> LoopBlocks::overParameters(const Polynomial &value) const {
  Polynomial result;
  for (const auto &[monomial, coefficient] : value.terms()) {
    Monomial parameters;
    for (SymbolId symbol : monomial) {
      auto parameter = ParameterOf.find(symbol);
      if (parameter == ParameterOf.end())
        return std::nullopt;
      parameters.push_back(parameter->second);
    }
    std::sort(parameters.begin(), parameters.end());
    result.add(parameters, coefficient);
  }
  return result;
}

/// `low + i * stride + j`, where i and j count rows and columns from 0.
std::optional<CallBounds> LoopBlocks::blockOf(const Polynomial &subscript) const {
  Polynomial fixed, columns = 1, rows = 1;
  std::optional<Polynomial> stride;
  for (const auto &[monomial, coefficient] : subscript.terms()) {
    auto counter = llvm::find_if(monomial, [&](SymbolId symbol) { return TripOf.count(symbol); });
    if (counter == monomial.end()) {
      fixed.add(monomial, coefficient);
      continue;
    }
    auto trip = overParameters(TripOf.at(*counter));
    if (!trip || coefficient != 1)
      return std::nullopt;
    Monomial others = monomial;
    others.erase(others.begin() + (counter - monomial.begin()));
    if (others.empty() && columns == Polynomial(1)) {
      columns = *trip;
    } else if (others.size() == 1 && !stride && ParameterOf.count(others.front())) {
      stride = Polynomial::symbol(ParameterOf.at(others.front()));
      rows = *trip;
    } else {
      return std::nullopt;
    }
  }
  auto low = overParameters(fixed);
  if (!low || !stride)
    return std::nullopt;
  return CallBounds{*low, *low + columns, stride, rows};
}

std::optional<CallGuess> guessFromLoops(const Model &model) {
  LoopBlocks blocks(model);
  CallGuess guess;
  for (size_t i = 0; i < model.accesses.size(); ++i) {
    const Access &access = model.accesses[i];
    int parameter = model.objects[access.path.object].parameter;
    bool isOfCall = llvm::any_of(model.summarizedCalls, [&](const SummarizedCall &call) {
      return call.accessBegin <= i && i < call.accessEnd;
    });
    std::optional<CallRange> range = rangeOf(model, access);
    if (isOfCall || parameter < 0 || !range || guess.ofParameter.count(parameter) ||
        range->base.size() >= access.path.components.size() ||
        !access.path.components[range->base.size()].index)
      continue;
    auto block = blocks.blockOf(*access.path.components[range->base.size()].index);
    if (!block)
      continue;
    Polynomial width = block->high - block->low;
    std::optional<SymbolId> size = width.asSymbol();
    if (!isSigned(*model.function, *block->stride->asSymbol()) ||
        (size && !isSigned(*model.function, *size)))
      continue;
    guess.require(*block->stride - width);
    guess.ofParameter[parameter] = std::move(*block);
  }
  if (guess.ofParameter.empty())
    return std::nullopt;
  limitBlocks(*model.function, guess);
  return guess;
}

/// `(rows - 1) * stride + columns`, formed in 64 bits: below 2^56 for what limitBlocks requires, so
/// that the number of bytes does not wrap if an element has no more than 256.
std::optional<std::string> blockEndText(const ASTContext &context, const FunctionDecl &function,
                                        int parameter, const CallBounds &bounds) {
  auto textOf = [&](const Polynomial &value) -> std::optional<std::string> {
    if (auto constant = value.asConstant())
      return toString(*constant);
    std::optional<SymbolId> named = value.asSymbol();
    return named ? std::optional(function.getParamDecl(*named)->getNameAsString()) : std::nullopt;
  };
  QualType element = function.getParamDecl(parameter)->getType()->getPointeeType();
  constexpr int64_t mostBytes = 256;
  if (!bounds.stride || !bounds.low.isZero() || element.isNull() || element->isIncompleteType() ||
      context.getTypeSizeInChars(element).getQuantity() > mostBytes)
    return std::nullopt;
  auto rows = textOf(bounds.rows), stride = textOf(*bounds.stride), columns = textOf(bounds.high);
  if (!rows || !stride || !columns || rows->empty() || stride->empty() || columns->empty())
    return std::nullopt;
  return "((" + wideInteger(context) + ")" + *rows + " - 1) * " + *stride + " + " + *columns;
}

} // namespace loomp
