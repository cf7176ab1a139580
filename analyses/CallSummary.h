//===- CallSummary.h - what a recursive call may touch --------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A call of the function that is being walked through cannot be walked through itself. It is
// answered by a summary: parts of what the arguments lead to, and of variables with static storage,
// in terms of the arguments.
//
//   void sort(int *a, int lo, int hi)      writes a[lo .. hi - 1]
//     ... sort(a, lo, mid);                writes a[lo .. mid - 1], where mid is what it is there
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_CALLSUMMARY_H
#define LOOMP_ANALYSES_CALLSUMMARY_H

#include "analyses/LinearSystem.h"
#include "analyses/Model.h"

#include "clang/AST/Decl.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/STLFunctionalExtras.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace loomp {

/// Elements low .. high - 1, counted from where the argument points to. The polynomials are over
/// parameters: symbol p is the value of parameter p.
struct CallBounds {
  Polynomial low, high;
  /// Of a block of a matrix: there are `rows` rows of such elements, each so far behind the one
  /// before.
  std::optional<Polynomial> stride = std::nullopt;
  Polynomial rows = 1;
};

/// A part of memory that a call may touch.
struct CallRange {
  /// What leads there: a parameter (-1: the object of a method) or a variable with static storage.
  /// With neither it may be anywhere.
  int parameter = NoParameter;
  const clang::VarDecl *global = nullptr;
  /// What leads from there to the elements, e.g. the buffer of a container.
  std::vector<Component> base;
  clang::QualType type; ///< of what is touched, or of the elements; null if there are several
  clang::QualType leaf; ///< of the parts of it that are touched; null if there are several
  bool isWrite = false;
  std::optional<CallBounds> bounds; ///< absent: any part
};

struct CallSummary {
  const clang::FunctionDecl *function = nullptr; ///< the definition
  std::vector<CallRange> ranges;
  std::vector<Polynomial> required; ///< over parameters: each is >= 0 in all calls
  /// What the object that it returns owns, the call has allocated. (A pointer that leads there,
  /// too, does not outlast a call that may become a task.)
  bool returnsNew = false;
};

/// Bounds to try, with what they require.
struct CallGuess {
  std::optional<CallBounds> bounds;
  std::vector<Polynomial> required;
  std::map<int, CallBounds> ofParameter = {}; ///< other bounds for what these parameters lead to

  void require(const Polynomial &value) {
    if (!llvm::is_contained(required, value))
      required.push_back(value);
  }
};
std::vector<CallGuess> guessBounds(const clang::FunctionDecl &function);
/// The same for blocks of matrices, and for elements that stand at a fixed distance.
std::vector<CallGuess> guessBlocks(const clang::FunctionDecl &function);
/// Blocks as the loops of the function itself, and of what it calls, run through them. `model`: of
/// a walk with any summary. Absent if there are no such loops.
std::optional<CallGuess> guessFromLoops(const Model &model);

/// Is the element with this number, accessed under the guard, one of the bounds? They are over
/// values of the model here.
bool isWithin(const Model &model, const IntegerSolver &solver, int guard, const Polynomial &number,
              const CallBounds &bounds);

/// The bounds with the values of the parameters; invalid polynomials where one is not known.
CallBounds instantiate(const CallBounds &bounds,
                       llvm::function_ref<std::optional<Polynomial>(unsigned parameter)> valueOf);

/// C text for the distance from the pointer to the end of a block that starts there. Absent where
/// there is no text that is right for all values that a guess of blocks allows.
std::optional<std::string> blockEndText(const clang::ASTContext &context,
                                        const clang::FunctionDecl &function, int parameter,
                                        const CallBounds &bounds);

/// The polynomial over parameters with these values; invalid if one is not known.
Polynomial instantiate(const Polynomial &overParameters,
                       llvm::function_ref<std::optional<Polynomial>(unsigned parameter)> valueOf);

/// The ranges of a summary that an access touches something else than. `atEntry`: the values of the
/// parameters.
bool isCovered(const Model &model, const IntegerSolver &solver, const Access &access,
               const CallSummary &summary);

/// The range that an access needs which no bounds are known of; absent if no other call can tell
/// that it was made, as it is to an object of this very call.
std::optional<CallRange> rangeOf(const Model &model, const Access &access);

/// Does the range have parts of the types that are touched?
bool hasLeaf(const CallRange &range, const CallRange &touched);

/// Do both speak of the same memory, bounds and types of parts aside?
bool isSamePart(const CallRange &a, const CallRange &b);

} // namespace loomp

#endif // LOOMP_ANALYSES_CALLSUMMARY_H
