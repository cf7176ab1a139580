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
// is required of every call, the first one included, which asks when the program runs.
//
// What is tried: square blocks, whose side is a parameter; and elements at a distance, as in the
// even and the odd half of a signal (columns of width 1). Of each pointer the stride is the first
// integer parameter behind it, as in (a, lda, b, ldb), or else the last of all.
//
//===----------------------------------------------------------------------===//

#include "analyses/CallSummary.h"

#include "analyses/Dependence.h"
#include "analyses/EntryText.h"

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

/// The parameter that says how far apart the rows of what another one leads to are.
static std::optional<unsigned> strideOf(const FunctionDecl &function, unsigned parameter,
                                        unsigned size) {
  auto isSigned = [&](unsigned number) {
    return function.getParamDecl(number)->getType()->isSignedIntegerType();
  };
  std::optional<unsigned> found;
  for (unsigned each = 0; each < function.getNumParams(); ++each) {
    if (each == size || !function.getParamDecl(each)->getType()->isIntegerType() ||
        isSigned(each) != isSigned(size))
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
      Polynomial required = *bounds.stride - bounds.high;
      if (std::find(guess.required.begin(), guess.required.end(), required) == guess.required.end())
        guess.required.push_back(required);
    }
    guess.ofParameter[static_cast<int>(number)] = std::move(bounds);
  }
  if (guess.required.empty())
    return std::nullopt;
  return guess;
}

std::vector<CallGuess> guessBlocks(const FunctionDecl &function) {
  std::vector<CallGuess> result;
  constexpr size_t most = 5; // parameters that could be a size, as in guessBounds
  size_t sizes = 0;
  for (const ParmVarDecl *parameter : function.parameters()) {
    if (!parameter->getType()->isIntegerType() || ++sizes > most)
      continue;
    for (BlockShape shape : {BlockShape::Square, BlockShape::StridedInput, BlockShape::Strided})
      if (auto guess = guessShape(function, parameter->getFunctionScopeIndex(), shape))
        result.push_back(std::move(*guess));
  }
  return result;
}

/// `(rows - 1) * stride + columns`. In 64 bits that cannot overflow if the values have 32; if they
/// have more it is computed without a sign, where it is right if there is such a block in memory,
/// and no trap otherwise.
std::optional<std::string> blockEndText(const ASTContext &context, const FunctionDecl &function,
                                        const CallBounds &bounds) {
  bool isNarrow = true;
  auto textOf = [&](const Polynomial &value) -> std::optional<std::string> {
    if (auto constant = value.asConstant())
      return toString(*constant);
    std::optional<SymbolId> parameter = value.asSymbol();
    if (!parameter)
      return std::nullopt;
    QualType type = function.getParamDecl(*parameter)->getType();
    isNarrow &= type->isSignedIntegerType() && context.getIntWidth(type) <= 32;
    return function.getParamDecl(*parameter)->getNameAsString();
  };
  if (!bounds.stride || !bounds.low.isZero())
    return std::nullopt;
  auto rows = textOf(bounds.rows), stride = textOf(*bounds.stride), columns = textOf(bounds.high);
  if (!rows || !stride || !columns || rows->empty() || stride->empty() || columns->empty())
    return std::nullopt;
  std::string wide = (isNarrow ? "" : "unsigned ") + wideInteger(context);
  return "((" + wide + ")" + *rows + " - 1) * " + *stride + " + " + *columns;
}

} // namespace loomp
