//===- State.h - what is known at one point of a walk ---------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to the evaluator (Evaluator.h): values, places, and what memory holds.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_STATE_H
#define LOOMP_ANALYSES_STATE_H

#include "analyses/Model.h"

#include "clang/AST/ExprCXX.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace loomp {

struct EffectRow;

using Taint = std::set<const clang::ValueDecl *>;

/// A value that may be another one each time it is computed.
constexpr LoopId AnyLoop = -2;

struct Value {
  enum class Kind { Unknown, Integer, Pointer, Closure };
  Kind kind = Kind::Unknown;
  LoopId level = AnyLoop; ///< Unknown: innermost loop in which it may vary
  Polynomial number;      ///< Integer
  unsigned modulus = 0;   ///< Integer: 0 if exact, else equal to `number` modulo 2^modulus
  Path target;            ///< Pointer: what it points to; Closure: the captured object of `this`
  const clang::LambdaExpr *lambda = nullptr; ///< Closure
  /// Closure: what the captured variables are: others of the same name, or copies of them.
  std::shared_ptr<const std::map<const clang::ValueDecl *, Path>> captures;
  Taint taint; ///< floating-point induction candidates that the value depends on

  static Value integer(Polynomial number, unsigned modulus = 0) {
    Value value;
    value.kind = Kind::Integer;
    value.number = std::move(number);
    value.modulus = modulus;
    return value;
  }
  static Value pointer(Path target) {
    Value value;
    value.kind = Kind::Pointer;
    value.target = std::move(target);
    return value;
  }
};

/// An lvalue.
struct Place {
  Path path;
  const clang::ValueDecl *name = nullptr; ///< see Access::lexicalName
  bool isVolatile = false;
  bool isSharedByte = false; ///< a bit-field
};

/// What is known about one scalar place.
struct Entry {
  Path path;
  Value value;
  std::vector<LoopId> definedIn; ///< loops in whose current iteration it was certainly written
  std::set<LoopId> mayComeFrom;  ///< finished loops whose write may still be the last one
};

/// A scalar place that the text of a loop updates; see MovedPlaces.cpp.
struct MovedPlace {
  Path path;
  Value value; ///< in front of the loop
  unsigned updates = 0;
};

/// What is known about the elements low .. high of an array; see Contents.cpp.
struct ArrayFact {
  Path array;                 ///< without the subscript; the type is that of the elements
  std::string key;            ///< keyOf(array)
  Polynomial low, high;       ///< first and last element; nothing is said if high < low
  std::optional<Value> value; ///< what element number `number` holds
  SymbolId number = 0;
  /// Not the value itself, but what is equal to it modulo this; the value is from `least` on.
  std::optional<Coefficient> modulus;
  Coefficient least = 0;
  bool isInjective = false;         ///< no two elements are equal
  bool isRising = false;            ///< no element is less than the one before
  std::optional<ObjectId> counter;  ///< a variable that is not less than the last element ...
  std::optional<Polynomial> noLess; ///< ... and its value after the loop

  /// Any element.
  Path element() const {
    Path path = array;
    path.components.push_back({.kind = Component::Kind::Index});
    return path;
  }
};

/// What both say.
std::vector<ArrayFact> commonFacts(const std::vector<ArrayFact> &a,
                                   const std::vector<ArrayFact> &b);

/// What an element of an array was overwritten with.
struct ElementStore {
  Value value;
  std::set<ObjectId> counters; ///< variables that held this value, too
};

struct State {
  std::map<std::string, Entry> memory;
  std::vector<ArrayFact> facts;
  int guard = -1;
  bool dead = false; ///< this point cannot be reached
};

/// What the iterations of a loop add to its counters: see CounterRelations.cpp.
struct CounterPaths {
  std::vector<const clang::VarDecl *> counters;
  std::vector<Polynomial> before; ///< their values in front of the loop
  /// What is added on each way through an iteration, or out of it.
  std::vector<std::map<const clang::VarDecl *, Coefficient>> paths;
  struct Bound {
    const clang::VarDecl *counter = nullptr;
    Polynomial limit;
    bool isUpper = true;
  };
  std::vector<Bound> bounds; ///< not exceeded behind it
};

/// The two outcomes of a condition.
struct Condition {
  std::vector<Constraint> whenTrue, whenFalse;
  bool exactTrue = true, exactFalse = true; ///< the constraints say all there is to say
  std::optional<bool> constant;
  bool onData = false; ///< inexact because it tests data that the model does not follow
};

/// Arithmetic on a pointer to an element of an inner row may cross into the next row.
void loseRow(Path &path);

/// Two ways that lead to one path keep the name that stands in the text of both.
void joinNames(Path &path, const Path &other);

/// The block of a `try` that is being walked through.
struct Attempt {
  const clang::CXXTryStmt *statement = nullptr;
  size_t frames = 0, loops = 0, cleanups = 0; ///< how many are around it
  std::optional<State> before;                ///< the first statement that may throw
  int guard = -1;                             ///< of what runs from there on
};

/// What is thrown: something of this type, or what the row says; unknown if there is neither.
struct Thrown {
  clang::QualType type = {};
  const EffectRow *row = nullptr;
};

} // namespace loomp

#endif // LOOMP_ANALYSES_STATE_H
