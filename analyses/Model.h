//===- Model.h - what the evaluator learns about a function ---------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The evaluator (Evaluator.h) walks one function and leaves a Model: the loops it met (also those
// of callees it walked through), and inside them, in evaluation order, every access to memory and
// every effect that is not an access. Judging (Judge.h) reads nothing else.
//
//   for (i = 0; i < n; i++)          loop 0: index symbol i, guards i >= 0, n - i - 1 >= 0
//     if (i > m) a[i + 1] = x;       read x, write a.[i + 1] under the guard i - m - 1 >= 0
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_MODEL_H
#define LOOMP_ANALYSES_MODEL_H

#include "analyses/Library.h"
#include "analyses/LoopResult.h"
#include "analyses/Polynomial.h"
#include "analyses/VisibleNames.h"

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/Stmt.h"
#include "clang/AST/StmtOpenMP.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace loomp {

using ObjectId = unsigned;
using LoopId = int;
constexpr LoopId NoLoop = -1;

/// Equal to `value` modulo `modulus`, and smaller in size than it.
struct Remainder {
  Polynomial value, modulus;
};

/// Where a value was read: an element of an array. See Contents.cpp.
struct ElementRead {
  std::string array;         ///< which array: key of its path
  ObjectId object = 0;       ///< of which the array is (a part of) the content
  Polynomial subscript;      ///< which element
  LoopId changesIn = NoLoop; ///< innermost loop around the read that may write the array
  /// Proven of the elements around this one, up to all others read with the same flag.
  bool isInjective = false; ///< no two elements are equal
  bool isRising = false;    ///< no element is less than the one before
};

enum class SymbolKind {
  Index,   ///< runs over the iterations of its loop
  Input,   ///< a parameter of the analysed function: may have any value of its type
  Derived, ///< determined by other symbols through its `facts` (quotient, wrap count)
  Opaque   ///< some value, the same wherever the symbol stands in one iteration of `loop`
};

struct Symbol {
  std::string name; ///< as the programmer would write it
  SymbolKind kind = SymbolKind::Opaque;
  LoopId loop = NoLoop; ///< innermost loop whose iterations may see different values
  std::optional<Coefficient> low, high;
  std::vector<Constraint> facts; ///< hold wherever the symbol is mentioned
  /// Yields the value, if to evaluate it at the entry of loops that do not vary it is meaningful.
  const clang::Expr *origin = nullptr;
  /// A truncating quotient: of what, by what. Where it is positive, it is a floor.
  std::optional<Polynomial> dividend;
  Coefficient divisor = 1;
  /// A quotient by `divisor` that leaves no remainder: of what.
  std::optional<Polynomial> exactDividend;
  std::optional<ElementRead> read;    ///< the value is what an element of an array held
  std::optional<Remainder> remainder; ///< of a division by what is no constant
  /// The larger of this value and 0.
  std::optional<Polynomial> positivePartOf;
  /// 1 where this holds, and 0 where it does not.
  std::optional<Constraint> indicatorOf;
  /// In any later iteration of `loop` the symbol is larger by at least this value.
  std::optional<Polynomial> growth;
};

enum class ObjectKind {
  Variable,   ///< a variable of any storage
  This,       ///< what `this` points to on entry
  Pointee,    ///< what a pointer or reference parameter points to on entry
  Loaded,     ///< what a pointer read from memory points to
  Allocation, ///< memory that the function itself allocated
  Temporary,
  Anything ///< what a pointer of unknown origin points to
};

/// What all calls of a function that only this translation unit can call have in common.
struct ArgumentFacts {
  /// Parameters (-1: the object of a method) that point to, or refer to, different objects.
  std::set<std::pair<int, int>> distinct;
  /// The variables with static storage that the parameter may lead to; absent: any.
  std::map<int, std::set<const clang::ValueDecl *>> globals;
};

/// No loop makes as many trips (docs/standing-assumptions.md).
constexpr Coefficient TooManyTrips = Coefficient(1) << 52;

/// What a parameter does not have.
constexpr int NoParameter = -2;

struct Object {
  ObjectKind kind = ObjectKind::Anything;
  std::string name; ///< as the programmer would write it
  const clang::ValueDecl *declaration = nullptr;
  LoopId loop = NoLoop; ///< innermost loop in whose iterations this is another object each time
  /// May be reached through pointers of unknown origin: globals, statics, address taken.
  bool reachable = true;
  /// Existed before the function was entered, so a parameter may point to it.
  bool preexisting = true;
  bool isRestrict = false;
  bool isStaticLocal = false;
  /// A static variable of the analysed function that is reached by its name only.
  bool isOwnStatic = false;
  /// A captured variable to which no pointer or reference leads.
  bool isNamedOnly = false;
  clang::QualType elementType; ///< Allocation: the type that its first use gave it; This: its class
  bool isReference = false;    ///< a Pointee that the programmer names like a variable
  /// A closure's copy of a variable: the variable that the body of the lambda calls by this name.
  const clang::ValueDecl *capturedFrom = nullptr;
  int parameter = NoParameter; ///< Pointee, This: number of the parameter (-1: `this`)
  /// An owner of memory that was handed to it: others may point there.
  bool isAdopter = false;
  /// What it owns may have existed before the function was entered, though it did not itself: it
  /// was handed over by value, moved, or returned by a function that is not known. So a parameter
  /// may point there.
  bool hasForeignStorage = false;
  /// What it owns was another's, to which pointers of unknown origin may lead.
  bool hasSharedStorage = false;
};

/// What `from` owned may have become what `to` owns. See MovedStorage.cpp.
struct StorageMove {
  ObjectId from = 0, to = 0;
  bool isPointer = false; ///< `to` owns what a pointer led to: `from` itself
};

struct Component {
  enum class Kind {
    Field,
    Index,  ///< element of an array or of what a pointer points to
    Buffer, ///< the storage owned by a container
    Size,   ///< the header of a container: its size and where its storage is
    Unknown ///< some part, perhaps all
  };
  Kind kind = Kind::Unknown;
  const clang::FieldDecl *field = nullptr;
  std::optional<Polynomial> index;   ///< absent: some element
  std::optional<Coefficient> extent; ///< of a declared array
  /// Reached through a pointer that may have left its row: compare linearised.
  bool isFlat = false;
  clang::QualType owner; ///< Buffer, Size: the class of the container; null if it has none
};

/// A part of an object: `s.a[i].x` is object s, then Field a, Index i, Field x.
struct Path {
  ObjectId object = 0;
  std::vector<Component> components;
  clang::QualType type; ///< of what stands at the end
  /// The variable whose name in the text of the analysed function led here, and the innermost loop
  /// in which it stood: a clause on that loop, or on one around it, renames what this path reaches.
  const clang::ValueDecl *name = nullptr;
  LoopId namedIn = NoLoop;
  bool asBytes = false; ///< accessed as characters: rules on types do not bind
};

/// A call of a function with internal linkage, and the objects that it hands over.
struct InternalCall {
  const clang::CallExpr *call = nullptr;
  std::map<int, ObjectId> arguments; ///< by parameter, -1 for the object; absent: unknown
};

struct Access {
  Path path;
  bool isWrite = false;
  LoopId loop = NoLoop; ///< innermost loop around it
  int guard = -1;       ///< see Model::guards
  const clang::Expr *expression = nullptr;
  clang::SourceLocation location;
  /// The name that the text of the function uses for the object; null if reached another way.
  const clang::ValueDecl *lexicalName = nullptr;
  bool isInFunction = false; ///< performed by the analysed function itself, not by a callee
  int update = -1;           ///< see Model::updates
  /// An update by a callee of what a reference parameter names. No text of it can be replaced.
  int updateInCallee = -1;
  int selection = -1;        ///< see Model::selections
  bool isSharedByte = false; ///< to a bit-field, which stands for all of its neighbours
  /// The construct that lets one thread in at a time, `atomic` or `critical(name)`, or none.
  std::string protection;
  /// The integer that a write leaves, or that a read of a container's size finds, if it is exact.
  std::optional<Polynomial> value;
  bool grows = false;   ///< a write that never makes an integer variable less
  bool mayKeep = false; ///< a write that may leave everything as it was: it proves nothing
  /// A read of what the loop, the outermost such, may write, but is assumed to leave alone.
  LoopId sparedIn = NoLoop;
  /// Reads of plain variables: loops in whose iteration no write certainly came before.
  std::vector<LoopId> exposedIn;
};

/// `x += e` and its other spellings.
struct Update {
  std::string op;                             ///< as in a reduction clause
  const clang::ValueDecl *variable = nullptr; ///< null: an element, a member or what `*p` is
  const clang::Expr *expression = nullptr;
  std::string rejection;        ///< why it is not a reduction; empty if it is
  std::string rejectionReason;  ///< a row of Registry.def
  bool needsTruthValue = false; ///< && and ||: exact only if the variable starts as 0 or 1
  /// What a parallel reduction evaluates more often: e of `ok = ok && e`.
  std::vector<const clang::Expr *> skipped;
};

/// `if (e < best) { best = e; at = i; }` and its kin: see MatchSelection.cpp and SelectionRole.cpp.
struct Selection {
  struct None { ///< `variable op value` holds until the first candidate is taken
    const clang::VarDecl *variable = nullptr;
    clang::BinaryOperatorKind op = clang::BO_EQ;
    Coefficient value = 0;
  };
  const clang::IfStmt *statement = nullptr;
  LoopId loop = NoLoop; ///< innermost loop around it
  int guard = -1;       ///< in front of it
  std::vector<const clang::BinaryOperator *> assignments;
  std::vector<const clang::VarDecl *> keys; ///< what `kept` names: all, one if it is no expression
  bool isComputed = false;                  ///< the key is an expression that names `keys`
  const clang::Expr *kept = nullptr;        ///< what the candidates are compared with
  std::map<const clang::VarDecl *, Polynomial> narrowed; ///< keys that might not hold their index
  std::vector<const clang::DeclRefExpr *> places;        ///< of `keys` in it, and in what follows
  std::optional<None> none;
  bool isLess = true, takesEqual = false;      ///< as in SelectionForm
  std::vector<const clang::Expr *> skipped;    ///< evaluated only where the comparison holds
  size_t conditionBegin = 0, conditionEnd = 0; ///< accesses of the condition
};

/// Something other than an access that bears on the order of iterations.
struct Effect {
  std::string reason; ///< a row of Registry.def
  std::string message;
  bool proven = false;
  LoopId loop = NoLoop;      ///< innermost loop around it
  int guard = -1;            ///< see Model::guards
  LoopId outermost = NoLoop; ///< outermost loop it concerns; NoLoop: all
  clang::SourceLocation location;
  std::string remedy;
  std::vector<Polynomial> margins; ///< it does not happen where none is negative; empty: unknown
};

/// One link of a chain of conditions that hold at a point of the program, innermost first.
struct Guard {
  std::optional<Constraint> constraint; ///< absent: a condition that the model cannot express
  bool onData = false; ///< absent because it tests data that the model does not follow
  int parent = -1;
  LoopId loop = NoLoop;
};

/// A scalar that the loop advances by the same step in every iteration.
struct InductionCandidate {
  const clang::VarDecl *variable = nullptr; ///< null: another place, see MovedPlaces.cpp
  Path place;                               ///< that place
  const clang::Expr *update = nullptr;      ///< `x += step`, `x++`, ...
  const clang::Expr *step = nullptr;        ///< null: 1
  bool negative = false;
  std::optional<Polynomial> stepValue;                    ///< integers
  std::vector<std::pair<const clang::Expr *, bool>> uses; ///< reads; true: after the update
  bool updated = false;      ///< during evaluation: the update of this iteration has run
  bool valueUsed = false;    ///< the update stands inside an expression: `a[k++]`
  bool usedInLambda = false; ///< captured, or read in a lambda: no text there can be replaced
  Polynomial start;          ///< integers: the value before the loop
  Path target;               ///< pointers: what it points to before the loop
  unsigned modulus = 0;      ///< integers: the closed form holds modulo 2^modulus; 0: exactly
};

/// A scalar that iteration t of the loop finds at x0 + linear * t + quadratic * t * (t - 1) / 2,
/// wherever in the body it changes in between; and what was added in some iterations only.
struct Recurrence {
  const clang::VarDecl *variable = nullptr; ///< null: a place
  Path place;
  Polynomial linear, quadratic;
  std::vector<CountedStep> counts;
  Polynomial start; ///< these as above
  Path target;
  unsigned modulus = 0;
};

/// A scalar that every iteration finds as the one before left it, with a value that it can compute.
struct PreviousValue {
  const clang::VarDecl *variable = nullptr;
  const clang::Expr *value = nullptr; ///< assigned in every iteration, a function of the index
};

/// A counter that starts again at 0: iteration t finds (x0 + t * step) % modulus.
struct CircularCounter {
  const clang::VarDecl *variable = nullptr;
  Polynomial step, modulus;
  bool isChecked = false; ///< that x0 is in range is to be asked in front of the loop
};

/// A scalar that every iteration multiplies once by a factor that is the same in all.
struct GeometricProgression {
  const clang::VarDecl *variable = nullptr;
  const clang::Expr *factor = nullptr;
  unsigned shift = 0; ///< instead: multiplied by 2^shift
};

/// A scalar that every iteration replaces by a function of itself that is its own inverse.
struct Alternation {
  const clang::VarDecl *variable = nullptr;
  const clang::Expr *value = nullptr; ///< assigned, in terms of the variable; or
  std::string prefix;                 ///< what stands in front of the name for the same, e.g. `-`,
  const clang::Expr *mask = nullptr;  ///< and behind it: `^` and this
};

/// One of the comparisons that a loop tests before each iteration: `index OP bound`.
struct BoundTest {
  const clang::Expr *bound = nullptr;
  clang::BinaryOperatorKind comparison = clang::BO_LT;
  clang::QualType compared; ///< the type in which they are
};

/// Where a loop advances its index.
enum class UpdateSite { Increment, Condition, Body };

/// One execution of a loop statement, as met by the evaluator.
struct Loop {
  const clang::Stmt *statement = nullptr;
  LoopId parent = NoLoop;
  bool isLexical = true; ///< stands in the analysed function itself, not in a callee
  bool isCanonical = false;
  std::string problem, problemReason; ///< why it is not canonical, and the registry row
  clang::SourceLocation problemLocation;
  const clang::VarDecl *index = nullptr;
  SymbolId indexSymbol = 0; ///< grows by one in each iteration times `direction`
  int direction = 1;
  Polynomial indexValue;          ///< of the index variable
  Polynomial iteration;           ///< number of the iteration from 0, in terms of indexSymbol
  std::optional<Polynomial> trip; ///< number of iterations if it is not negative
  std::optional<Polynomial> last; ///< no index goes further than this
  bool provenNonEmpty = false;
  Polynomial lower; ///< first value of the index
  std::optional<Polynomial> step;
  const clang::Expr *lowerExpression = nullptr, *boundExpression = nullptr;
  const clang::Expr *indexExpression = nullptr; ///< what is compared with the bound
  Polynomial ahead;                             ///< `index + ahead OP bound` is tested
  InductionCandidate advance;                   ///< of the index itself
  UpdateSite updateSite = UpdateSite::Increment;
  bool testsLast = false; ///< a `do` loop
  /// Values of the step and the bound decide whether it advances by a fixed step: SupposedStep.cpp.
  bool stepMayWrap = false;
  /// Values in its nest might not wrap around if some that it leaves alone are small: there, too.
  bool valueMayWrap = false;
  bool stepIsNotZero = false; ///< certainly, where the loop starts
  /// Walked through as if it wrote nothing that it reads at a fixed place: see SparedPlaces.cpp.
  bool isSpeculative = false;
  /// The index is a pointer or an iterator: in iteration t it stands `positionStep * t` elements
  /// behind where it starts. To the model its value is t; lower is 0 and step 1.
  bool isPosition = false;
  Coefficient positionStep = 1;
  std::optional<Polynomial> positionStride; ///< what it is where it is no constant, but 0 here
  Polynomial positionMove() const { return positionStride.value_or(Polynomial(positionStep)); }
  Path start; ///< positions: what the index points to in the first iteration
  /// The iterations visit the nodes of a linked structure, which stand for the elements of an
  /// array: that of the iteration. See ListWalk.cpp.
  std::optional<Path> nodes;
  bool startIsStable = false; ///< the text of the start means the same in the body and behind it
  bool rangeIsStable = true;  ///< range-based: to evaluate the range again would be harmless
  /// The index needs another name in the rewritten loop, where its own still means the value before
  /// the loop: that value has no other spelling.
  bool needsOwnIndex = false;
  /// Where the first iteration runs untested: `last` if the loop were tested first.
  std::optional<Polynomial> testedLast;
  clang::BinaryOperatorKind comparison = clang::BO_LT; ///< as `index OP bound`
  /// Where the bound is the smallest (or largest) of several, a root, or moves, what it is found
  /// from; `boundExpression` is null then. See LoopCondition.cpp.
  std::vector<BoundTest> bounds;
  unsigned rootBits = 0;   ///< not 0: the square of the index is compared, a root has so many
  Coefficient closing = 0; ///< not 0: the bound moves, too, and comes nearer by so much each time
  Coefficient startOffset = 0;            ///< the index starts as `lowerExpression` plus this,
  const clang::Expr *wrapBound = nullptr; ///< or as 0 if `lowerExpression` is not less than this
  int guardBefore = -1, guardInside = -1;
  SymbolId firstSymbol = 0; ///< those from this one on came to be in it, or behind it
  size_t accessBegin = 0, accessEnd = 0;
  size_t effectBegin = 0, effectEnd = 0;
  std::vector<InductionCandidate> inductions;
  std::vector<Path> movedPlaces; ///< by its own text only, as is supposed: see MovedPlaces.cpp
  std::vector<Recurrence> recurrences;
  std::vector<PreviousValue> previousValues;
  std::vector<CircularCounter> circularCounters;
  std::vector<Alternation> alternations;
  std::vector<GeometricProgression> geometric;
  /// Operands of a comma in the increment besides the index: each must be recast away.
  std::vector<const clang::Expr *> extraIncrements;
  /// Variables written in the loop and read after it (or in a later iteration of a loop around it).
  std::set<const clang::ValueDecl *> liveOut;
  /// Variables that every iteration certainly writes.
  std::set<const clang::ValueDecl *> writtenInEveryIteration;
  std::vector<Path> membersWrittenInEveryIteration; ///< the same of `x`, `s.x`, `s.t.x`, `p->x`
  /// Names for symbols that are valid where the loop starts.
  std::map<SymbolId, std::string> namesAtEntry;
  std::set<SymbolId> renamed; ///< of these, where the body may change what has the name
  std::map<const clang::ValueDecl *, Polynomial> valuesAtEntry;
  /// Values that are known modulo 2^w only, w the width of the variable.
  std::map<const clang::ValueDecl *, Polynomial> residuesAtEntry;
  /// What each name of a local variable means where the loop starts.
  std::map<std::string, const clang::ValueDecl *> scope;
  /// The function that the loop stands in, and what it calls its globals (see VisibleNames.h).
  const clang::FunctionDecl *function = nullptr;
  std::shared_ptr<const GlobalNames> globalNames;
  /// Does the name of the variable mean this very variable where the loop starts?
  bool isVisible(const clang::ValueDecl &declaration) const;
  /// What the variable is called where the loop starts, perhaps qualified; absent: nothing.
  std::optional<std::string> nameAtStart(const clang::ValueDecl &declaration) const;
  /// What pointer variables visible by their name point to where the loop starts.
  std::vector<std::pair<const clang::ValueDecl *, Path>> pointersAtEntry;
  /// The same for all local pointer variables.
  std::map<const clang::ValueDecl *, Path> targetsAtEntry;
  std::vector<std::pair<Path, Path>> placesAtEntry; ///< the same for members and other places
};

/// An OpenMP construct that was met, and what was met within it.
struct Construct {
  const clang::OMPExecutableDirective *directive = nullptr;
  size_t accessBegin = 0, accessEnd = 0;
  size_t effectBegin = 0, effectEnd = 0;
};

/// A write that leaves a pointer behind, alone or within an object.
struct PointerStore {
  size_t access = 0;
  std::optional<ObjectId> target; ///< absent: not known
};

/// Where a floating-point value goes: see Judge.cpp on floating-point induction.
struct FloatingFlow {
  /// Variables whose value reaches a comparison, subscript, bound or integer conversion.
  std::set<const clang::ValueDecl *> decides;
  /// object written -> variables whose value is stored there.
  std::map<ObjectId, std::set<const clang::ValueDecl *>> storedIn;
  /// objects whose content reaches a decision.
  std::set<ObjectId> decidingObjects;
};

/// A call of the function itself, answered by a summary: see CallSummary.h.
struct SummarizedCall {
  const clang::CallExpr *call = nullptr;
  size_t accessBegin = 0, accessEnd = 0; ///< without those of its arguments
  LoopId loop = NoLoop;
  bool isOwn = false; ///< stands in the text of the function
};

/// What one statement of the function accessed.
struct StatementSpan {
  size_t accessBegin = 0, accessEnd = 0;
  size_t effectBegin = 0, effectEnd = 0;
  int guard = -1;          ///< in front of it
  ObjectId objects = 0;    ///< those from this one on were made by it
  bool isRepeated = false; ///< it was walked through before: there is more than this
};

struct Model {
  std::vector<Symbol> symbols;
  std::vector<Object> objects;
  std::vector<Guard> guards;
  std::vector<Loop> loops;
  std::vector<Access> accesses;
  std::vector<Update> updates;
  std::vector<Selection> selections;
  std::vector<Effect> effects;
  std::vector<Construct> constructs;
  std::vector<PointerStore> pointerStores;
  std::vector<StorageMove> moves;
  FloatingFlow floating;
  std::vector<Polynomial> supposed; ///< not negative, or the model is wrong: see SupposedStep.cpp
  bool supposesValues = false;      ///< of these, some for other values than steps
  bool strictAliasing = true;
  const clang::FunctionDecl *function = nullptr;
  ArgumentFacts facts;                 ///< what the callers are known to pass
  std::vector<InternalCall> calls;     ///< what the function itself passes on
  std::map<ObjectId, Path> loadedFrom; ///< Loaded: where the pointer stands, if it has a name
  std::map<ObjectId, size_t> loadedAt; ///< and how many accesses there were before
  /// Values that the analysed function got from a member function that only reads.
  std::map<SymbolId, const clang::CXXMemberCallExpr *> returnedBy;
  std::map<SymbolId, size_t> loadedBy; ///< values that memory held: the access that first read it
  std::map<ObjectId, ObjectId> rowsOf; ///< rows of an array of pointers -> their allocation
  /// Variables that are assigned after their initialization, or may be by way of their address.
  std::set<const clang::ValueDecl *> changing;
  bool isInstantiated = false; ///< from a template, or within such a function or class
  // Where a summary answers recursive calls, what the walk met of them.
  std::vector<SummarizedCall> summarizedCalls;
  std::map<const clang::Stmt *, StatementSpan> spans;       ///< of the text of the function
  std::vector<ObjectId> returned;                           ///< objects that the function returned
  bool breaksSummary = false;                               ///< some call may lack what it requires
  std::vector<std::optional<Polynomial>> parametersAtEntry; ///< of the function; of integers
  bool hasJumps = false; ///< labels or handlers: any value may be read again later

  /// The loop where it stands in the text of the function itself; NoLoop if it was not met.
  LoopId lexicalLoop(const clang::Stmt &statement) const;
  /// Is `inner` equal to `outer` or nested in it?
  bool isInside(LoopId inner, LoopId outer) const;
  /// May the value of the symbol differ between iterations of `loop`?
  bool varies(SymbolId symbol, LoopId loop) const { return isInside(symbols[symbol].loop, loop); }
  bool varies(const Polynomial &value, LoopId loop) const;
  void moveStorage(ObjectId from, ObjectId to, bool isPointer = false);
  /// It is not known where the object got what it owns.
  void loseStorage(ObjectId id);
  /// The same of all objects that code which is not known may reach, or of all.
  void loseReachableStorage(bool everything);
  /// May the two objects share memory, as far as their origins tell?
  bool mayOverlap(ObjectId a, ObjectId b) const;
  /// May memory of these types overlap, as far as type-based rules tell?
  bool typesMayOverlap(clang::QualType a, clang::QualType b) const;
  bool isPlainElement(const Path &path) const;
  /// Do both stand in the storage of containers, and of different ones? (true is certain)
  bool ownersDiffer(const Path &a, const Path &b) const;
  /// The type of what stands at the first `count` components; null if it is not known.
  clang::QualType typeAt(const Path &path, size_t count) const;
  /// The type as which the rules of aliasing see what stands there: of the header of a container of
  /// the standard library, one that no lvalue has.
  clang::QualType typeInMemory(const Path &path) const;
  /// May the two paths overlap in one and the same evaluation context? (false is certain)
  bool mayOverlap(const Path &a, const Path &b) const;
  /// A path as the programmer would write it.
  std::string text(const Path &path) const;
  std::string text(const Polynomial &value) const;
};

/// Is this a scalar that stands in a member of a class object or in the header of a container?
bool isInMember(const Path &path);

/// Does the path lead to a member of the one object that a pointer points to?
inline bool leadsThroughPointer(const Path &path) {
  return path.components.size() > 1 && path.components[0].kind == Component::Kind::Index &&
         path.components[0].index && path.components[0].index->isZero() &&
         !path.components[0].isFlat && path.components[1].kind == Component::Kind::Field;
}

/// Does the path lead through a union?
inline bool standsInUnion(const Path &path) {
  return std::any_of(path.components.begin(), path.components.end(),
                     [](const Component &component) {
                       return component.field && component.field->getParent()->isUnion();
                     });
}

/// Does all of an object of this type stand in the object itself, so that to move it is to copy it?
bool ownsNothing(clang::QualType type, const clang::ASTContext &context);

/// Is this a value that owns nothing, all of which stands where the path leads?
bool isPlainValue(const Model &model, const Path &path);

/// How many components lead to a container of plain elements, if the path stands for all of one.
std::optional<size_t> wholeContainer(const Model &model, const Path &path);

/// Is this a container of the standard library that owns its elements, which own nothing?
bool ownsPlainElements(clang::QualType type, const clang::ASTContext &context);

bool ownsAnother(const Model &model, const Path &path, clang::QualType type);

/// Is this the header of a container?
inline bool isHeader(const Path &path) {
  return !path.components.empty() && path.components.back().kind == Component::Kind::Size;
}

/// Where in the path the innermost storage of a container begins; none if it is in no storage.
std::optional<size_t> innermostBuffer(const Path &path);

/// Does taking the address of such an object with `&` call a function?
bool overloadsAddress(clang::QualType type);

/// Does the name of the member, behind an object of this type, mean this very member, one of the
/// class or of a public base?
bool namesMember(clang::QualType object, const clang::FieldDecl &field);

/// May the text of the function name this member?
bool isAccessible(const Model &model, const clang::FieldDecl &field);

/// Does the variable outlive all calls, and have its first value before the program runs?
bool isSetAtStart(const clang::ASTContext &context, const clang::VarDecl &variable);

/// Is this path a whole plain variable (or what a reference parameter names)?
inline bool isWholeVariable(const Path &path) { return path.components.empty(); }

/// Is this the same place in all iterations?
bool isFixed(const Model &model, LoopId loop, const Path &path);

/// Are the places the same, one within the other's object?
bool isSamePlace(const Path &a, const Path &b);

} // namespace loomp

#endif // LOOMP_ANALYSES_MODEL_H
