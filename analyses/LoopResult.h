//===- LoopResult.h - what the analysis says about one source loop --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The contract between the layers. `analyses/` fills these structs, `rewriters/` turns them into
// plans and edits, `tool/` prints them. Everything here is plain data: no AST pointers, no isl
// objects, so results outlive the compiler instance that produced them.
//
// All offsets are 0-based byte offsets into the file named by `LoopResult::position.file`; all
// lines and columns are 1-based (columns in bytes), as in Clang's diagnostics.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_LOOPRESULT_H
#define LOOMP_ANALYSES_LOOPRESULT_H

#include "analyses/FormFacts.h"
#include "analyses/InductionForm.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace loomp {

/// A place a person can go to.
struct Position {
  std::string file; ///< as given on the command line
  unsigned line = 0;
  unsigned column = 0;
  unsigned offset = 0;
};

enum class Verdict { Parallel, Serial, Unknown, AlreadyParallel };
/// `Function`: a recursive function. `Statements`: some that follow each other in a block.
enum class LoopKind { For, While, Do, RangeFor, Function, Statements };
enum class RoleKind {
  Index,
  Induction,
  Reduction,
  Private,
  FirstPrivate,
  LastPrivate,
  Shared,
  ArrayPrivate,
  ArrayReduction,
  Atomic,   ///< updated in place, each update as a whole
  Selection ///< what one iteration leaves, the best in some way or the last: see SelectionForm
};

/// An update to the smaller or the larger of two values, `x = min(x, e)`, done as a whole.
struct ComparedUpdate {
  TextRange statement; ///< with its semicolon or braces
  TextRange value;     ///< e
  std::string place;   ///< x
  std::string type;    ///< of x
  bool isLess = true;  ///< the smaller one
  bool operator==(const ComparedUpdate &) const = default;
};

/// What clauses and directives need to know of an array or an object.
struct ArrayForm {
  std::string section; ///< array-reduction: what follows the name in the clause, e.g. `[:256]`
  /// The clause needs a pointer with this value, e.g. `h.data()`; empty if the name itself will do.
  std::string data;
  std::vector<TextRange> uses;    ///< where the name stands for the elements: becomes the pointer
  std::vector<TextRange> updates; ///< atomic: the statements, each in a place of its own
  std::vector<ComparedUpdate> compared; ///< atomic: those that need a comparison
  std::uint64_t bytes = 0;              ///< of one private copy
  bool isLarge = false;  ///< too large for a stack: each thread gets memory of its own
  bool collides = false; ///< two iterations certainly touch one element, on some input
  bool mayTrap = false;  ///< the section may only be copied if the loop runs
};

/// A local variable that stands for a place that no clause can name, such as `s.sum`.
struct LocalCopy {
  std::string place;           ///< what it is copied from in front of the loop, and to after it
  std::string type;            ///< of the variable
  bool startsAsPlace = true;   ///< with the value of the place; else with 0
  std::vector<TextRange> uses; ///< what the variable replaces in the loop, in source order
  bool mayTrap = false;        ///< the place may only be evaluated if the loop runs
};

/// A variable that an arg-min or arg-max assigns.
struct SelectedVariable {
  std::string name;
  std::string type;            ///< of a copy of it
  std::vector<TextRange> uses; ///< where the loop names it
  bool operator==(const SelectedVariable &) const = default;
};

/// Where the number of the iteration is to be noted.
struct NotedAssignment {
  TextRange range;        ///< an assignment, or
  bool isOperand = false; ///< an operand that is assigned if it is evaluated
  bool isInBlock = false; ///< it is a statement of a block
  bool operator==(const NotedAssignment &) const = default;
};

/// An assignment of which only the iteration is kept that wins. It stands behind the loop instead.
struct DeferredAssignment {
  TextRange range;
  std::string text;
  bool operator==(const DeferredAssignment &) const = default;
};

/// `if (price[i] < best) { best = price[i]; day = i; }`: each thread keeps results of its own,
/// which are merged after the loop.
struct SelectionForm {
  std::vector<SelectedVariable> variables; ///< in the order of their assignments
  bool isLess = true;                      ///< the smaller key wins
  bool takesEqual = false;                 ///< of equal keys the last one wins
  /// The key as text, split where it names variables, and these: {"", ""}, {"score[", "]"}.
  std::vector<std::string> kept, keys;
  std::string key; ///< one of them
  /// As long as nothing was found this variable has some value: ` == -1`; then another: ` != -1`.
  std::string none, isNone, isSome;
  bool isComputed = false; ///< the key is not the variable itself
  /// The variable that tells which of two iterations came first; empty: none does.
  std::string ordered;
  bool rises = true; ///< `ordered` grows from one iteration to the next
  /// There is no comparison: the last iteration that assigns wins. `key` is the first variable.
  bool isLast = false;
  /// The last of the assignments; `isLast`: all of them, in source order.
  std::vector<NotedAssignment> noted;
  std::vector<DeferredAssignment> deferred;
  std::string index, indexType; ///< what the deferred ones are functions of
  bool operator==(const SelectionForm &) const = default;
};

struct Role {
  std::string variable; ///< the name as it may stand in a clause
  RoleKind kind = RoleKind::Shared;
  std::string op; ///< reductions: + * & | ^ && || min max; selections: min max last
  std::optional<InductionForm> induction;
  std::string classType;              ///< of a reduction that OpenMP must be told of; else empty
  std::vector<MemberSum> memberSums;  ///< how such objects are added up; empty: with their `+=`
  std::optional<LocalCopy> localCopy; ///< then `variable` is the name of the local variable
  std::optional<ArrayForm> array;
  bool declaredInLoop = false; ///< declared in the loop itself: needs no clause
  bool inOrder = false;        ///< each thread must run its iterations in order
  /// The variable may hold a value before the loop that zero iterations would keep (lastprivate).
  bool hasValueBefore = true;
  Position declaration;
};

/// Is it an induction that is no variable of its own? See InductionForm::place.
inline bool movesPlace(const Role &role) {
  return role.induction && !role.induction->place.empty();
}

/// A contiguous range of elements that the loop touches through one pointer.
struct ElementRange {
  std::string pointer; ///< expression of pointer type, e.g. `a`, `v.data()`, `&s`
  std::string low;     ///< first element touched, relative to `pointer`; C expression, e.g. `0`
  std::string high;    ///< one past the last element, e.g. `n`; empty: whatever it leads to
  /// `pointer` is spelled through another pointer (`p->data`), which a loop without iterations may
  /// never follow: the check must ask first whether there are any.
  bool dereferences = false;
  /// These are all elements that there are; which of them the loop touches is not known.
  bool isUpperBound = false;
  bool operator==(const ElementRange &) const = default;
};

/// The two ranges must not overlap. Where one has no end, the other one is all of an object, and
/// the pointer must point neither into it nor to its end: see Provenance.cpp.
struct DisjointRanges {
  ElementRange first, second;
  bool operator==(const DisjointRanges &) const = default;
};
/// Two containers or objects must not be the same one: `&first != &second`.
struct DistinctObjects {
  std::string first, second;
  bool operator==(const DistinctObjects &) const = default;
};
/// A condition over values, as C text.
struct ValueCondition {
  std::string text;
  bool mayFail = false; ///< where the loop does not run: it follows a pointer, or divides
  bool operator==(const ValueCondition &) const = default;
};
/// No two of the elements may be equal. The program finds out by sorting a copy of them.
struct DistinctElements {
  ElementRange range; ///< `low` is a number
  std::string sorted; ///< an unused name for the copy
  /// Instead: none of them may be less than the one before, which needs no copy.
  bool isOrdered = false;
  bool operator==(const DistinctElements &) const = default;
};
/// Rows, each with storage of its own, of which none may overlap a range. The program walks through
/// them in front of the loop.
struct DisjointRows {
  DisjointRanges each;   ///< the first one is that of the row with the number `row`
  std::string row;       ///< an unused name
  std::string low, high; ///< the numbers of the rows: from `low` to below `high`,
  std::string size;      ///< and below this, where there may be fewer; else empty
  std::string result;    ///< an unused name for what the walk finds
  bool operator==(const DisjointRows &) const = default;
};
using RunTimeCheck =
    std::variant<DisjointRanges, DistinctObjects, ValueCondition, DistinctElements, DisjointRows>;

/// Something the verdict depends on.
struct Assumption {
  std::string kind; ///< slug: no-alias, ...
  std::string text; ///< e.g. `'a' and 'b' do not overlap`
  /// How `fix` can test it when the program runs; absent if it can only be stated.
  std::optional<RunTimeCheck> check;
  /// An `if` clause would be unsound, since it keeps the copies of variables with a role, and one
  /// of them may overlap the ranges: the check must choose between two versions of the loop.
  bool guardsLoop = false;
  /// Vouched for by the user (`--assume`): neither proven nor checked.
  bool isGiven = false;
  bool operator==(const Assumption &) const = default;
};

/// Why a loop was not proven parallel.
struct Blocker {
  std::string reason; ///< slug, a row of the catalog, e.g. carried-flow-dependence
  bool proven = false;
  std::string message;  ///< one line, Clang style, e.g. `loop carries a flow dependence on 'a'`
  std::string object;   ///< the variable or array, may be empty
  std::string distance; ///< in iterations of this loop, e.g. `1`, `>= 1`; empty if not a dependence
  std::optional<Position> source, sink; ///< the colliding accesses, or the offending construct
  std::string sourceNote;               ///< e.g. `iteration i=1 writes 'a[1]' here`; empty if none
  std::string sinkNote;
  std::string witness; ///< `iteration i=1 writes a[1], iteration i=2 reads a[1]`; empty if none
  std::string remedy;  ///< how the programmer can help, printed last as its own note; may be empty
};

/// One memory access, for `explain`.
struct AccessInfo {
  Position position;
  bool isWrite = false;
  bool isExact = true; ///< executed whenever its (affine) domain says so
  std::string text;    ///< what the model sees, e.g. `a[i - 1]`
  std::string domain;  ///< e.g. `0 <= i < n and 0 <= j < i`
};

/// One dependence that the loop carries, for `explain`.
struct DependenceInfo {
  std::string kind; ///< flow | anti | output
  std::string object;
  std::string distance;
  std::string witness;
  bool proven = false;
  std::string removedBy; ///< `reduction(+)`, `private`, `run-time check`, ...; empty if it blocks
};

/// Text that replaces a range; empty: a statement or operand goes.
struct TextChange {
  TextRange range;
  std::string text;
  bool operator==(const TextChange &) const = default;
};

/// How to spell the loop as OpenMP's canonical `for`, where the source does not.
struct CanonicalForm {
  TextRange header;                ///< `while (i < n)`, `do`, `for (; i < n; ++i)`
  std::string headerText;          ///< what it becomes: `for (i = 0; i < n; ++i)`
  TextRange tail;                  ///< of a `do` loop, `while (...);`, which goes; empty if none
  std::vector<TextChange> changes; ///< in the body: the update goes, uses behind it add the step
  std::vector<std::string> above;  ///< what the header's init did besides, as statements
  std::string inside;              ///< a statement at the begin of the body; may be empty
  bool declaresAbove = false;      ///< `above` declares names: they need a block
  bool operator==(const CanonicalForm &) const = default;
};

/// What the header of a loop needs that runs some of the iterations only. See DealText.cpp.
struct DealtHeader {
  TextRange header;  ///< from the keyword to past the `)`, or what the canonical form replaces
  std::string type;  ///< of the index
  std::string first; ///< its value in the first iteration, in front of the loop
  std::int64_t step = 1;
  std::string count;       ///< how many iterations there are, none included; exact in 64 bits
  bool isCounter = false;  ///< the index is the number of the iteration, and `count` is of its type
  bool isWide = false;     ///< the type has 64 bits
  std::string element;     ///< of `for (int &x : r)`, `int &x`; else empty
  std::string elementName; ///< x
  bool operator==(const DealtHeader &) const = default;
};

/// A variable of which a device gets a copy, or what it leads to.
struct MappedData {
  std::string variable;
  std::string data; ///< a pointer to the elements, where no clause can name them: `v.data()`
  /// The elements from `low` to below `high`; `high` is empty: all of the variable.
  std::string low, high;
  bool isRead = false;          ///< what the host has left there may be read, or stay as it is
  bool isWritten = false;       ///< the loop leaves something there
  bool isScratch = false;       ///< which the host never reads, nor the device what the host left
  std::vector<TextRange> uses;  ///< where that pointer takes the place of the variable
  std::vector<TextRange> sizes; ///< where a constant takes the place of `v.size()`
  bool operator==(const MappedData &) const = default;
};

/// How a device can run the loop. See DeviceData.cpp.
struct DeviceForm {
  std::vector<MappedData> data;
  std::vector<RunTimeCheck> checks; ///< what has to hold besides the assumptions
};

/// A loop that a device runs while data stays there.
struct ResidentLoop {
  unsigned directiveOffset = 0;
  /// What it asks of the numbers of its iterations means the same in front of all.
  bool countsAlike = false;
  bool operator==(const ResidentLoop &) const = default;
};

/// Data that can stay on a device while a serial loop runs, or statements that follow each other,
/// in which only loops on the device use it. See DeviceRegion.cpp.
struct DeviceRegion {
  TextRange statements;         ///< from where a directive goes
  bool isSeveral = false;       ///< they need a block
  std::vector<TextRange> moved; ///< declarations among them that others need behind the block
  std::vector<MappedData> data;
  std::vector<RunTimeCheck> checks; ///< where they do not hold, each loop copies its own
  std::vector<ResidentLoop> loops;
};

/// What a task runs of an iteration.
struct TaskBody {
  TextRange inside;         ///< statements of the body, from the first to the last
  bool isStatement = false; ///< one that needs no braces
  /// Variables that the thread that makes the tasks changes, or declares in front of them.
  std::vector<std::string> firstPrivate;
  bool operator==(const TaskBody &) const = default;
};

/// A loop whose iterations can run as tasks. See ListWalk.cpp and ForkLoops.cpp.
struct TaskLoop {
  TaskBody body;
  /// `auto &x` in the header, up to the colon, which each task declares anew; else empty.
  TextRange element;
  std::string elementName; ///< x
  bool operator==(const TaskLoop &) const = default;
};

/// Which iteration stands apart: it runs in front of the others, behind them, or between those in
/// front of it and those behind it.
enum class PeeledPart { First, Last, Middle };

/// One iteration runs on its own, as a loop of the same text with another header; so do the others.
/// See Peeling.cpp.
struct Peeling {
  PeeledPart part = PeeledPart::First;
  TextChange others;              ///< in the header of the loop over the others
  std::vector<TextChange> alone;  ///< in the header of the loop over the one
  std::vector<TextChange> behind; ///< Middle: in that over the others behind it
  std::string declaration;        ///< Middle: of the constant that the headers name
  std::string point;              ///< Middle: the value of the index, which may be out of range
  bool operator==(const Peeling &) const = default;
};

/// A call of a recursive function that may run at the same time as others.
struct ForkedCall {
  TextRange statement;      ///< that a task can run; of an operand, the call itself
  bool isOperand = false;   ///< the call is part of a larger expression
  TextRange call;           ///< the call
  unsigned taskOffset = 0;  ///< where the task begins: the statement, or that under a condition
  std::string declaredName; ///< the statement declares this variable, and the call is its value,
  std::string type;         ///< of this type; of an operand, the type of the call
  std::vector<std::string> shared, firstPrivate; ///< the variables that it names
  bool operator==(const ForkedCall &) const = default;
};

/// `return condition ? other : taken;`, or with the operands in the other order.
struct ForkChoice {
  TextRange condition, other, taken; ///< `taken` holds the calls
  bool isTakenIfTrue = false;
  bool isKept = false; ///< the expression stays as it is, and asks once more
  bool operator==(const ForkChoice &) const = default;
};

/// Calls that follow each other and are independent of each other and of all in between.
struct ForkGroup {
  std::vector<ForkedCall> calls; ///< in source order; the last one needs no task
  TextRange last;                ///< the statement in which the last call stands
  unsigned hoistedTo = 0;        ///< offset of the statement in front of which operands run
  bool isUnbraced = false;       ///< which is the only one under an `if` or `else`
  std::optional<ForkChoice> choice;
  bool operator==(const ForkGroup &) const = default;
};

/// A loop whose iterations make independent calls.
struct ForkLoop {
  unsigned directiveOffset = 0; ///< where a directive goes
  TaskLoop loop;
  bool bodyIsBlock = true;
  std::vector<Role> roles; ///< private variables and reductions
};

/// How deep into the recursion tasks are worth it.
struct RecursionMeasure {
  std::string text;         ///< what gets smaller with each call, e.g. `hi - lo`; may be empty
  std::uint64_t base = 0;   ///< calls are only made where it is at least this
  bool isCountdown = false; ///< it gets smaller by a constant; else by a part of itself
  /// A problem has about this power of the measure of elements. 0: unknown.
  unsigned degree = 0;
  bool operator==(const RecursionMeasure &) const = default;
};

/// The declaration, in its class, of a member function that is defined elsewhere in the file.
struct MemberDeclaration {
  TextRange whole; ///< up to its `;`
  TextRange name;
  unsigned parametersEnd = 0; ///< offset of the `)` behind the parameters
  bool operator==(const MemberDeclaration &) const = default;
};

/// A function whose recursive calls can run as tasks.
struct TaskForm {
  TextRange definition;          ///< all of it, from its first word to its `}`
  TextRange name;                ///< in it
  unsigned parametersEnd = 0;    ///< offset of the `)` behind the parameters
  unsigned bodyBegin = 0;        ///< offset of its `{`
  unsigned specifiersBegin = 0;  ///< behind the head of a template
  bool isStatic = false;         ///< `static` stands there, or would change something
  std::string templateArguments; ///< `<T, N>`, of a function template
  std::optional<MemberDeclaration> declaration;
  std::vector<TextRange> selfNames; ///< where the recursive calls name the function
  std::vector<TextRange> selfCalls; ///< the calls
  std::vector<std::string> parameters;
  std::string returnType; ///< empty: void
  std::vector<ForkGroup> groups;
  std::vector<ForkLoop> loops;
  RecursionMeasure measure;
};

/// Where the loop statement stands in its parent.
enum class Placement {
  Block,      ///< a statement of a `{ }` block: a directive may stand before it
  Unbraced,   ///< sole substatement of if/else/for/while/do: needs braces around it
  AfterLabel, ///< directly after a label, `case` or `default`: braces after the label
};

struct LoopResult {
  Position position; ///< of the keyword; for a macro, its expansion
  unsigned endLine = 0;
  std::string function; ///< qualified name of the enclosing function
  LoopKind kind = LoopKind::For;
  unsigned depth = 0; ///< number of enclosing loops in the function
  int parent = -1;    ///< index in TranslationUnitResult::loops of the enclosing loop
  Verdict verdict = Verdict::Unknown;
  std::vector<Role> roles; ///< every variable with a role, in order of first access
  std::vector<SelectionForm> selections;
  std::vector<Assumption> assumptions;
  std::vector<Blocker> blockers;
  std::vector<AccessInfo> accesses;
  std::vector<DependenceInfo> dependences;

  // What a rewriter needs.
  bool editable = true;           ///< false in macros, system headers, constexpr functions, ...
  std::string notEditableBecause; ///< one phrase, e.g. `the loop comes from a macro`
  bool isCxx = true;
  /// C90 or C++98: no `auto`, no <cstdint>, no declaration in the header of a C loop.
  bool isEarly = false;
  std::string wideInteger = "long long"; ///< the type in which counts are multiplied
  Placement placement = Placement::Block;
  TextRange statement;          ///< the loop statement: from keyword to past `}` or `;`
  unsigned directiveOffset = 0; ///< where a directive goes (before attributes), <= statement.begin
  TextRange body;               ///< body statement, including its braces or its `;`
  bool bodyIsBlock = false;
  /// Why the text cannot stand in the function twice, e.g. `it holds a label`; empty if it can.
  std::string notRepeatableBecause;
  /// Why vector lanes cannot run its iterations, e.g. `it holds another loop`; empty if they can.
  std::string notSimdBecause;
  std::vector<LaneFunction> laneFunctions; ///< in order of offset
  bool callsOutside = false; ///< calls functions whose bodies are not in the translation unit
  std::string indexName;     ///< empty if the loop has no canonical index
  bool indexDeclaredInLoop = true;
  /// Set if the source is not in canonical form but has one.
  std::optional<CanonicalForm> canonicalForm;
  /// Of a range-based loop, where the number of an iteration can be spelled.
  std::optional<CanonicalForm> numberedForm;
  std::optional<CountingHeader> counting; ///< set if an integer counts in a canonical header
  /// Set if threads can deal the iterations out among themselves.
  std::optional<DealtHeader> dealt;
  /// Set if a device can run the iterations; else `notOnDeviceBecause` says why not, if the loop is
  /// parallel.
  std::optional<DeviceForm> device;
  std::string notOnDeviceBecause;
  /// Of a loop that is not parallel: what it is in two passes, with `scan` set. None or one.
  std::vector<LoopResult> asScan;
  std::optional<ScanForm> scan;
  /// Of a loop over a linked structure: what it is with its iterations as tasks, with `taskLoop`
  /// set if they can be; else the blockers say why not. Of statements that can be sections: what
  /// they and those around them are as a graph of tasks. None or one.
  std::vector<LoopResult> asTasks;
  std::optional<TaskLoop> taskLoop;
  /// Where data can stay on the device while this loop and others run: the statements begin with
  /// it, or with one around it.
  std::vector<DeviceRegion> deviceRegions;
  std::vector<DeviceFunction> deviceFunctions; ///< that a device would call, in order of offset
  /// Set if the loop is parallel without its first or last iteration.
  std::optional<Peeling> peeling;
  /// The source is not in canonical form, and there is no text for one.
  bool needsCanonicalForm = false;
  /// The source's name for the index, where the canonical form has its own; else empty.
  std::string countedVariable;
  /// The index is read after the loop: after it, assign `indexAfterLoop`.
  bool indexLiveOut = false;
  std::string indexAfterLoop; ///< C expression for the index after the loop, valid for zero trips
  /// Number of the current iteration from 0 as C text, e.g. `i`, `(i - 1)`, `(i / 2)`.
  std::string iterationNumber;
  std::string tripCount; ///< C text of the number of iterations if > 0, e.g. `n`, `(n - 1)`
  /// The type of the index, where `tripCount` may have another one: a product has to be formed in
  /// it.
  std::string tripType;
  std::string nonEmptyCondition; ///< C text that is true iff the loop runs at all, e.g. `0 < n`
  bool provenNonEmpty = false;
  /// Where the loop does not run, its step may be 0, or its bound no value of the index's type:
  /// compilers then count other iterations than none, or trap.
  bool miscountsIfEmpty = false;
  std::optional<std::uint64_t> constantTrip;
  /// Estimated scalar operations of one iteration, without nested loops of the same function.
  double bodyCost = 0;
  /// Work differs between iterations: triangular bounds, data-dependent inner loops or guards.
  bool unevenWork = false;
  /// A dynamic schedule would meet a bug of a compiler.
  bool staticScheduleOnly = false;
  /// Functions defined in the translation unit that the loop calls, transitively (qualified names
  /// with parameter types): their own loops are not selected when this one is.
  std::vector<std::string> callees;
  std::string functionKey; ///< the same kind of key for the function the loop stands in
  /// What the body names or declares, also by macros: a new name must not stand in front of it.
  std::set<std::string> namedInBody;
  /// An existing OpenMP directive on this loop, or a region around it.
  bool hasDirective = false;
  bool insideParallelRegion = false;
  std::string existingDirective; ///< its text, e.g. `#pragma omp parallel for`
  bool suppressed = false;       ///< by NOLINT
  /// Kind `Function`: set if its calls can run as tasks. `position` is that of its name.
  std::optional<TaskForm> tasks;
  /// Kind `Statements`: in source order, and what section each runs in; else empty. `statement` is
  /// the range of all of them, and `position` that of the first.
  std::vector<SectionStatement> sections;
  /// Set if they run as tasks that wait for each other, in the order in which they are made.
  std::vector<DependentTask> graph;
};

/// The first reason stays.
inline void refuseEdits(LoopResult &result, const std::string &why) {
  if (result.editable)
    result.notEditableBecause = why;
  result.editable = false;
}

/// A clause that an existing directive lacks.
struct MissingClause {
  RoleKind kind = RoleKind::Private;
  std::string op; ///< of a reduction
  std::string variable;
  unsigned offset = 0; ///< where a clause can be added to the directive
};

/// Something wrong with an existing directive.
struct Finding {
  std::string id; ///< slug, a row of the catalog: race-*, missing-*
  Position position;
  std::string message;
  std::vector<std::pair<Position, std::string>> notes; ///< the accesses that it speaks of
  std::optional<MissingClause> fix;
  bool suppressed = false; ///< by NOLINT
};

/// A file that could not be analysed.
struct InputError {
  std::string file;
  std::string message;
};

struct TranslationUnitResult {
  std::vector<LoopResult> loops; ///< in source order per file
  std::vector<Finding> findings; ///< in source order per file
  std::vector<InputError> errors;
  /// By each file that has loops: names that are declared or defined, perhaps elsewhere, where its
  /// texts stand.
  std::map<std::string, std::set<std::string>> declared;
};

} // namespace loomp

#endif // LOOMP_ANALYSES_LOOPRESULT_H
