//===- ModifiedSet.h - what a piece of code may write ---------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A syntactic over-approximation, computed before the evaluator enters a loop: which variables are
// assigned by name, which types and
// members are written through pointers and references, or "anything". Callees
// with a body are included, others count by their row in the effect tables.
//
//   for (...) { k++; a[i] = x; f(&y); }     variables {k, a if it is an array}, types {double}, ...
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_MODIFIEDSET_H
#define LOOMP_ANALYSES_MODIFIEDSET_H

#include "analyses/EffectTable.h"
#include "analyses/Model.h"
#include "analyses/Recursion.h"

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "clang/AST/Stmt.h"

#include "llvm/ADT/STLFunctionalExtras.h"

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace loomp {

/// Something written other than through the name of a variable.
struct IndirectWrite {
  clang::QualType type;
  /// The member that the scalar stands in, directly or as an element; null if none is named.
  const clang::FieldDecl *field = nullptr;
  /// The local pointer or reference through which it is written, if it is spelled so; where that
  /// leads is known to the evaluator.
  const clang::VarDecl *through = nullptr;
  /// A scalar in the storage of a container, or `errno`, so no member of a class.
  bool isOwnedElement = false;
};

struct ModifiedSet {
  std::set<const clang::ValueDecl *> variables; ///< written by name, wholly or in part
  /// Of these the class objects that are written as wholes: containers that may have another size.
  std::set<const clang::ValueDecl *> reorganized;
  /// Class objects that are handed to functions, as `*this` or by reference, which may change them
  /// (what they write is in `indirect`).
  std::set<const clang::ValueDecl *> called;
  std::vector<IndirectWrite> indirect;
  bool anything = false;
  /// It is assumed that what is written by name is no part of what pointers and references lead to.
  bool sparesNamed = false;
  /// Number of places that assign the variable by name.
  std::map<const clang::ValueDecl *, unsigned> assignments;

  void merge(const ModifiedSet &other);
  /// Forgets the variables of the function, which mean nothing to its callers, even if it is one of
  /// them.
  void leaveFunction(const clang::FunctionDecl &function);
  /// May a container that is part of the variable (null: any) give up its storage? An object of
  /// class type that is written as a whole other than by name may be any.
  bool mayMoveStorage(const clang::ValueDecl *variable) const;
  /// May the number of elements and the storage of this container change other than by name?
  bool mayReorganize(clang::QualType container) const;
  /// May a scalar of this type, standing in this member (null: anywhere), be written indirectly?
  /// `isInMember`: it is part of a class object, and so no element of a container of scalars.
  /// `isElsewhere`: is what the variable leads to certainly other memory?
  bool
  mayWriteIndirectly(const Model &model, clang::QualType type, const clang::FieldDecl *field,
                     bool isInMember = false,
                     llvm::function_ref<bool(const clang::VarDecl &)> isElsewhere = nullptr) const;
};

/// The variables of a function that may be reached other than by their name.
struct TakenAddresses {
  std::set<const clang::ValueDecl *> byPointers; ///< and references
  std::set<const clang::ValueDecl *> byClosures; ///< whose bodies assign them
};

class ModifiedSets {
public:
  explicit ModifiedSets(const EffectTable &effects)
      : Effects(effects), RecursionSummaries(effects) {}

  /// The set of a statement; remembered for loops and function bodies.
  const ModifiedSet &of(const clang::Stmt &statement);
  /// The set of a loop's iterations: without what the init of a `for` does once, in front of them.
  const ModifiedSet &ofIterations(const clang::Stmt &loop);
  /// The same, but of these calls, which append to vectors, only that an element is written.
  ModifiedSet ofIterationsWithout(const clang::Stmt &loop,
                                  const std::set<const clang::Stmt *> &calls);
  const ModifiedSet &ofFunction(const clang::FunctionDecl &function);
  /// Of the body, and of what a constructor does in front of it; remembered.
  const TakenAddresses &takenIn(const clang::FunctionDecl &function);
  Recursions &recursions() { return RecursionSummaries; }

private:
  friend class ModifiedSetBuilder;
  const EffectTable &Effects;
  Recursions RecursionSummaries;
  std::map<const clang::Stmt *, ModifiedSet> Statements, Iterations;
  std::map<const clang::FunctionDecl *, ModifiedSet> Functions;
  std::map<const clang::FunctionDecl *, TakenAddresses> Taken;
  std::set<const clang::FunctionDecl *> InProgress;
};

/// Is code run that the type holds: `int (*)[next()]`?
bool runsCode(clang::QualType type, const clang::ASTContext &context);

/// Without parentheses and casts, but not without what makes a temporary: `const long &x = i` is
/// bound to an object of its own.
const clang::Expr *placeWithoutCasts(const clang::Expr *place);

/// What an lvalue may be a part of.
struct PlaceRoots {
  std::set<const clang::VarDecl *> variables; ///< `s` for `s.a[i]`; both for `c ? x : y`
  bool indirect = false; ///< also something that is reached through a pointer or reference
};
PlaceRoots rootsOf(const clang::Expr *place);

/// The one variable that the lvalue is certainly a part of; null if there is none or a choice.
const clang::VarDecl *rootVariable(const clang::Expr *place);

/// What the tables say of the function; null if nothing.
const EffectRow *effectRow(const EffectTable &effects, const clang::FunctionDecl &function);

/// `erase(4)`, `append(other, 4)`: does the function throw if the container is shorter?
bool takesPosition(const EffectRow &row, const clang::FunctionDecl &callee);

/// Is this a class whose objects are positions among elements, as pointers are? 1 or -1 is which
/// way `++` leads; 0 if it is none.
int positionDirection(const EffectTable &effects, clang::QualType type);

/// Is this a position among elements that have no numbers?
bool isLinkedPosition(const EffectTable &effects, clang::QualType type);

/// The type of what a pointer or a position designates; null if it is none of the two.
clang::QualType elementOf(const EffectTable &effects, clang::QualType position);

/// Is this a container that owns its elements and gives them no numbers?
bool isLinked(const EffectTable &effects, clang::QualType type);

/// Does the container hold objects of this type, its template argument? Other arguments are
/// functions, allocators and the like.
bool isElementArgument(const clang::ClassTemplateSpecializationDecl &container,
                       const clang::TemplateArgument &argument);

/// The type of the elements of a container of the library that owns them, if they are scalars that
/// it stores as such; null for other types.
clang::QualType ownedScalar(const EffectTable &effects, clang::QualType container);

/// A type that the class gives a name to; null if there is none.
clang::QualType memberType(const clang::CXXRecordDecl &record, llvm::StringRef name);

/// Are keys of the container compared and hashed by the library alone?
bool comparesQuietly(const clang::ClassTemplateSpecializationDecl &container);
bool isComparedByLibrary(clang::QualType type, unsigned depth = 0);

/// Does `std::min(a, b)` compare without a function of the program?
bool areComparedByLibrary(llvm::ArrayRef<const clang::Expr *> arguments);

/// What a call of this argument of an algorithm calls; null if that is not known.
const clang::FunctionDecl *functionOf(const clang::Expr *callable);

/// Can an algorithm copy the argument, call it with elements of the type and use its result, all
/// without another function of the program?
bool isCalledQuietly(const clang::FunctionDecl &function, const clang::Expr *callable,
                     clang::QualType element);

/// Is this a number, or an object without parts of a class of the library that takes elements as
/// they are?
bool isPlainArgument(const clang::Expr *argument);

/// Is this an operator, member or construction of a position that touches nothing but positions?
bool isPositionCall(const EffectTable &effects, const clang::FunctionDecl &callee);

/// Can the library make an object of this type of any arguments, without a function of the program
/// that does more than store them?
bool isMadeQuietly(const EffectTable &effects, clang::QualType type, unsigned depth = 0);

/// Does the constructor, run without arguments, do nothing but set members to constants?
bool setsConstantsOnly(const clang::CXXConstructorDecl &constructor);

/// May a call of this function of a container, such as `emplace`, make elements of the arguments
/// by functions of the program that do more than store them?
bool mayRunConstructors(const EffectTable &effects, const clang::CXXMethodDecl &callee,
                        llvm::ArrayRef<const clang::Expr *> arguments);

/// Can objects of the type be exchanged without a function of the program?
bool movesQuietly(const EffectTable &effects, clang::QualType type);

/// Does the library read these arguments without a function of the program? Only classes of the
/// library have it read.
bool isReadQuietly(const EffectTable &effects, llvm::ArrayRef<const clang::Expr *> arguments);

/// Does `delete` of an object of the class run no `operator delete` of a class?
bool deletesQuietly(const clang::CXXRecordDecl &record);

/// Is an exception of this type copied and destroyed without a function of the program?
bool isThrownQuietly(clang::QualType type);

/// The scalars that a class object consists of, each with the members that lead to it; nothing if
/// they are more than a few, or not all told apart (unions, bit-fields, long arrays).
struct Leaf {
  std::vector<Component> components;
  clang::QualType type;
};
std::optional<std::vector<Leaf>> leavesOf(clang::QualType type);

/// The function that a plain call reaches, also by way of a constant pointer with an initializer;
/// null if it is not known.
const clang::FunctionDecl *calledFunction(const clang::CallExpr &call);

/// The function that a call through this object expression reaches; null if it is not known.
const clang::CXXMethodDecl *calledMethod(const clang::CXXMethodDecl &method,
                                         const clang::Expr *object, bool isQualified);

/// `thread_local int memo = 7;` in a function that only reads it: all threads have the same there.
bool keepsFirstValue(const clang::ASTContext &context, const clang::VarDecl &variable);

/// May the constructor, or one that it calls, leave the address of its object somewhere?
bool keepsItself(const clang::CXXConstructorDecl &constructor);

} // namespace loomp

#endif // LOOMP_ANALYSES_MODIFIEDSET_H
