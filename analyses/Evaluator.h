//===- Evaluator.h - symbolic walk through one function -------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// An abstract interpreter over the AST, in C++17's evaluation order. Integers become polynomials,
// pointers and references become paths into objects, everything else is a value without a symbol.
// It walks each statement once: loops are entered with fresh symbols for what their body may change
// (ModifiedSet.h says what that is), branches are joined, callees with a body are walked through at
// the call. What it does not understand becomes an Effect that blocks all loops around it.
//
// Internal to analyses/: the public entry is Analyze.h. The members are defined in the files that
// docs/ARCHITECTURE.md lists from `AddressTaken.cpp` on.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_EVALUATOR_H
#define LOOMP_ANALYSES_EVALUATOR_H

#include "analyses/Analyze.h"
#include "analyses/CallSummary.h"
#include "analyses/EffectTable.h"
#include "analyses/LoopParts.h"
#include "analyses/Model.h"
#include "analyses/ModifiedSet.h"
#include "analyses/State.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/AST/StmtOpenMP.h"

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace loomp {

struct Compaction;
struct ListWalk;

class Evaluator {
public:
  Evaluator(clang::ASTContext &context, const AnalysisOptions &options, const EffectTable &effects,
            ModifiedSets &modifiedSets, const IntegerSolver &solver);

  /// Walks the function (which has a body) as if called with arbitrary arguments, of which `facts`
  /// hold. `assumed` answers the calls of the function itself.
  Model run(const clang::FunctionDecl &function, ArgumentFacts facts = {},
            const CallSummary *assumed = nullptr);

  /// In the walk to come the loop visits the nodes of a linked structure. Nothing that the model
  /// says of other loops holds then.
  Evaluator &visitNodes(const clang::Stmt &loop, const ListWalk &walk) {
    NodeLoop = &loop;
    Walk = &walk;
    return *this;
  }

  /// In the walk to come counters are followed that iterations of a loop move under a condition.
  Evaluator &countUpdates(const Compaction &compaction) {
    Followed = &compaction;
    return *this;
  }

  /// In the walk to come the loops of the nest are supposed to advance by a fixed step.
  Evaluator &supposeSteps(const clang::Stmt &nest) {
    SupposedNest = &nest;
    return *this;
  }

  /// In the walk to come the nest is supposed to leave alone what it reads at fixed places.
  Evaluator &sparePlacesIn(const clang::Stmt &nest) {
    SparedNest = &nest;
    return *this;
  }

  /// The walk to come notes what each statement accesses.
  Evaluator &spanStatements() {
    SpansStatements = true;
    return *this;
  }

private:
  /// A scope with objects that end: destructors to run, in order of construction.
  struct Cleanup {
    Path object;
    const clang::CXXDestructorDecl *destructor;
    const clang::Expr *site;
  };
  /// Where `break` and `continue` go.
  struct Target {
    const clang::Stmt *statement = nullptr;
    LoopId loop = NoLoop;  ///< NoLoop for a switch, and for what only looks like a loop
    bool runsOnce = false; ///< a loop in the text only
    size_t cleanups = 0;
    std::vector<State> breaks, continues;
    const clang::Stmt *exitTest = nullptr; ///< is part of the header: see LoopParts
  };
  /// A block, the condition in front of it, and what there is to clean up behind the statement of
  /// it that is being walked through.
  struct Block {
    const clang::CompoundStmt *statement = nullptr;
    int guard = -1;
    size_t cleanups = 0;
  };
  /// One function being walked through.
  struct Frame {
    const clang::FunctionDecl *function = nullptr;
    const clang::Expr *site = nullptr;                   ///< the call
    bool isSystem = false;                               ///< stands in a system header
    std::map<const clang::ValueDecl *, Path> references; ///< what reference variables are bound to
    std::map<const clang::ValueDecl *, ObjectId> variables;
    std::vector<const clang::ValueDecl *> declared;    ///< what is in scope, innermost last
    std::map<const clang::ValueDecl *, Path> captures; ///< of the lambda that is being run
    std::optional<Path> thisObject;
    std::vector<State> returns;
    std::vector<Value> returnValues;
    std::vector<Path> returnPlaces;
    std::vector<Block> blocks;                                    ///< that are being walked through
    std::map<const clang::LabelDecl *, std::vector<State>> jumps; ///< on their way to a label
    size_t cleanups = 0;
    size_t targets = 0;
    LoopId loop = NoLoop; ///< innermost loop around the call
    bool isLexical = false;
    bool isLoaded = false; ///< the caller only wants the value of the reference that it returns
    /// A lambda in the text of the analysed function: a clause around it renames its names, too.
    bool isLambdaInText = false;
  };

  // --- EvaluateStatement.cpp
  void evaluate(const clang::Stmt *statement);
  void evaluateScoped(const clang::Stmt *statement);
  void evaluateDeclaration(const clang::VarDecl &variable);
  void evaluateIf(const clang::IfStmt &statement);
  void evaluateSwitch(const clang::SwitchStmt &statement);
  void evaluateOnce(const clang::Stmt &loop);
  void evaluateReturn(const clang::ReturnStmt &statement);
  void evaluateDirective(const clang::OMPExecutableDirective &directive);
  void evaluateDiscarded(const clang::Expr *expression);
  void runCleanups(size_t downTo, bool pop);
  void addCleanup(const Path &object, clang::QualType type, const clang::Expr *site);
  void noteAddressTaken(const clang::FunctionDecl &function);
  void noteCaptures(const clang::CXXRecordDecl &closure);
  bool constructionSharesAddress(const clang::VarDecl &variable) const;
  // --- EvaluateJump.cpp
  void evaluateJump(const clang::Stmt &statement, bool isBreak);
  void evaluateGoto(const clang::Stmt &statement);
  void evaluateBlock(const clang::CompoundStmt &block);
  void evaluateLabel(const clang::LabelStmt &label);
  const clang::CompoundStmt *blockOf(const clang::LabelDecl &label);
  bool mayBeJumpedInto(const clang::Stmt &statement);

  // --- EvaluateLoop.cpp
  void evaluateCounted(const clang::Stmt &statement);
  void evaluateRangeFor(const clang::CXXForRangeStmt &statement);
  void evaluateRange(const clang::CXXForRangeStmt &statement, const clang::VarDecl &range,
                     Value &begin, std::optional<Polynomial> &size);
  void declareLinked(const clang::VarDecl &variable, Path element, LoopId loop);
  void declareUnknown(const clang::VarDecl &variable, LoopId loop);
  LoopId enterLoop(const clang::Stmt &statement, const clang::VarDecl *index = nullptr);
  void forgetModified();
  void forgetWritten(const ModifiedSet &modified, llvm::function_ref<bool(const Path &)> isWritten);
  void makeStartExact(const clang::VarDecl *index);
  void evaluateBody(LoopId loop, const clang::Stmt *body, const clang::Expr *increment);
  void walkBody(LoopId loop, const clang::Stmt *body, const clang::Expr *increment);
  void leaveLoop(LoopId loop, const State &before, std::vector<State> breaks);
  bool isInsideOnly(const Path &path, LoopId loop) const;
  void closeValues(LoopId loop, State &state, const std::map<std::string, Value> &known,
                   bool hasBreaks);
  void nameSymbols(LoopId loop, const clang::VarDecl *index);
  void advanceSkipped(LoopId loop, State &skipped);
  void letIndexWrap(LoopId loop);

  // --- ListWalk.cpp
  bool visitsNodes(const clang::Stmt &loop) const {
    return &loop == NodeLoop && Frames.size() == 1;
  }
  Polynomial numberNodes(LoopId loop);
  bool enterNodes(LoopId loop, const LoopParts &parts);
  // --- Compaction.cpp
  void startCounts(LoopId loop);
  // --- Append.cpp
  void evaluateAppend(size_t number);
  void forgetAppended(const clang::Stmt &loop);
  // --- LoopHeader.cpp
  bool analyzeHeader(LoopId loop, const LoopParts &parts, const LoopCounter &counter);
  bool analyzeStep(LoopId loop, const LoopParts &parts);
  void setProblem(LoopId loop, const std::string &problem, const clang::Stmt *site,
                  const std::string &reason = "non-canonical-loop");
  // --- Induction.cpp
  void findInductions(LoopId loop, const LoopParts &parts);
  void addInduction(LoopId loop, const clang::Expr *update, bool valueUsed);
  // --- LoopCondition.cpp
  bool analyzeCondition(LoopId loop, const LoopParts &parts);
  bool analyzeComparison(LoopId loop, const LoopParts &parts);
  bool analyzeConjunction(LoopId loop, const LoopParts &parts, llvm::ArrayRef<LoopTest> tests);
  bool analyzeSquare(LoopId loop, const clang::Expr &square, const BoundTest &test,
                     const Polynomial &bound);
  std::optional<Value> endsByWrapping(LoopParts &parts, const LoopCounter &counter);
  // --- MovingBound.cpp
  std::optional<Polynomial> startOfMovingBound(LoopId loop, const BoundTest &test,
                                               const Value &bound);
  void meetBound(LoopId loop, const BoundTest &test, const Polynomial &start);
  std::optional<Path> startOfMovingPosition(LoopId loop, const clang::Expr &bound,
                                            clang::BinaryOperatorKind op, const Path &target);
  Polynomial tripsUntilMet(LoopId loop, const Polynomial &most);
  // --- SupposedStep.cpp
  std::optional<Polynomial> stepThatFits(LoopId loop, const LoopParts &parts);
  void noteLoops(const clang::OMPExecutableDirective &directive);
  bool requireSteps(LoopId loop, const std::vector<Polynomial> &required);
  bool maySuppose(const Polynomial &value) const;
  void suppose(const Polynomial &value);
  bool supposeWithin(const Polynomial &value, Coefficient low, Coefficient high);
  // --- Invariant.cpp
  std::optional<bool> isHeaderFixed(const clang::CXXMemberCallExpr &call,
                                    const ModifiedSet &modified) const;
  bool isStable(const Loop &loop, const Polynomial &value) const;
  bool isInvariant(const clang::Expr *expression, const ModifiedSet &modified,
                   const clang::VarDecl *except = nullptr) const;
  // --- SparedPlaces.cpp
  void sparePlaces(LoopId loop);
  bool maySpare(size_t depth, const Path &path) const;
  bool isSpared(const Path &path) const;
  bool isSparedPlace(const clang::Expr &expression);
  LoopId sparedIn(const Place &place) const;
  bool isInSparedNest(const clang::Stmt &statement) const;
  // --- MovedPlaces.cpp
  void noteMovedPlaces(const clang::Stmt &loop);
  std::optional<Path> movedPlace(const clang::Expr &target);
  bool isMoved(const Path &path) const;
  // --- Recurrence.cpp
  struct Candidate;
  void findRecurrences(LoopId loop, const clang::Stmt *body, const clang::Expr *increment);
  std::vector<Candidate> recurrenceCandidates(LoopId loop, const clang::Stmt *body,
                                              const clang::Expr *increment);
  std::vector<Candidate> placeCandidates(LoopId loop);
  bool solveRecurrence(LoopId loop, Candidate &candidate, const std::vector<Candidate> &all);
  std::optional<Polynomial> importInvariant(const Evaluator &trial, LoopId loop,
                                            const Polynomial &value,
                                            std::map<SymbolId, SymbolId> &imported);
  std::map<std::string, Value> valuesAfter(LoopId loop, const State &before);
  Polynomial positivePart(const Polynomial &value);
  // --- CountedSteps.cpp
  Polynomial indicator(const Constraint &constraint);
  std::optional<Polynomial> truthOf(const Constraint &constraint);
  void chooseValues(const State &chosen, const State &otherwise, const Condition &condition);
  bool addCount(LoopId loop, const Polynomial &step, const Constraint &condition, Recurrence &sum);
  std::optional<Polynomial> countAt(const CountedStep &count, const Polynomial &number);
  // --- CounterRelations.cpp
  Polynomial counterValue(const clang::VarDecl &variable, LoopId loop);
  void addRelations(const std::vector<const clang::VarDecl *> &counters,
                    const std::vector<std::map<const clang::VarDecl *, Coefficient>> &paths,
                    const std::vector<Polynomial> &before, LoopId loop, SymbolId first);
  void relateCounters(LoopId loop, const clang::Stmt *body, const clang::Expr *increment);
  void relateAfter(LoopId loop);
  // --- PreviousValue.cpp
  void findPreviousValues(LoopId loop, const clang::Stmt *body);
  const clang::Expr *functionOfIndex(LoopId loop, const clang::Stmt *body,
                                     const clang::VarDecl &variable, const clang::Expr *value);
  bool dependsOnIndexOnly(LoopId loop, const clang::Expr *expression);
  const clang::Expr *alternationOf(const clang::Stmt *statement, const clang::VarDecl &variable,
                                   Alternation &found);
  bool addAlternation(LoopId loop, const clang::Stmt *body, const clang::VarDecl &variable,
                      const Path *path);
  std::optional<Coefficient> alternated(const Alternation &alternation, const Path &path,
                                        Coefficient start);
  bool subtractsExactly(const clang::VarDecl &variable, const clang::Expr &other);
  bool addGeometric(LoopId loop, const clang::Stmt *body, const clang::VarDecl &variable);
  bool addCircularCounter(LoopId loop, const clang::Stmt *body, const clang::VarDecl &variable,
                          const Path &path);

  // --- EvaluateException.cpp
  void evaluateTry(const clang::CXXTryStmt &statement);
  void evaluateThrow(const clang::CXXThrowExpr &expression);
  void evaluateException(const Thrown &thrown, Effect effect, const clang::Stmt *site);
  const Attempt *catching(const Thrown &thrown) const;
  void checkElement(const EffectRow &row, const std::string &name, const Value &number,
                    clang::QualType type, std::initializer_list<Value> sizes,
                    const clang::Expr *site);
  void declareException(const clang::VarDecl &variable);
  void mayThrowFrom(const clang::CompoundStmt &block, const clang::Stmt &child);

  // --- EvaluateExpression.cpp
  Value evaluateValue(const clang::Expr *expression);
  Value evaluateQuietly(const clang::Expr *expression); ///< without recording
  Place evaluatePlace(const clang::Expr *expression);
  Condition evaluateCondition(const clang::Expr *expression);
  Value evaluateCast(const clang::CastExpr &cast);
  Value loadFrom(const clang::Expr &expression);
  Value evaluateCallPlace(const clang::CallExpr &call, Place &place);
  Value loadNamed(const Place &place, const clang::Expr *expression);
  Value evaluateInitializer(const Path &target, clang::QualType type,
                            const clang::Expr *initializer);
  void bindReference(Path member, const clang::Expr *initializer);
  void nameInText(Place &place, const clang::Expr *site) const;
  void loseResult(Place &place, const clang::Expr *expression);
  Place placeOfDeclaration(const clang::ValueDecl &declaration, const clang::Expr *site);
  Place temporary(clang::QualType type);
  Place lastingTemporary(const clang::MaterializeTemporaryExpr &materialized);
  Value unsupported(const clang::Stmt *statement, const std::string &what);
  void readNamedIn(const clang::Stmt *statement, const clang::Stmt *site);
  Value evaluateStatementExpression(const clang::StmtExpr &expression);
  // --- EvaluateAllocation.cpp
  Value evaluateNew(const clang::CXXNewExpr &allocation);
  Value evaluateDelete(const clang::CXXDeleteExpr &release);

  // --- EvaluateObject.cpp
  void copyObject(Place from, Place to, clang::QualType type, const clang::Expr *source,
                  const clang::Expr *site);
  Value initializeFromCall(const Path &target, clang::QualType type, const clang::CallExpr &call);
  Value initializeFromChoice(const Path &target, clang::QualType type,
                             const clang::ConditionalOperator &choice);
  void evaluateBindings(const clang::DecompositionDecl &declaration);
  void initializeArray(const Path &target, const clang::ArrayType &array,
                       const clang::Expr *initializer, const clang::Expr *filler);
  void runElementMembers(const Path &container, clang::QualType type, const clang::Expr *site,
                         bool onlyDestructors, unsigned depth = 0);
  Value evaluateLambda(const clang::LambdaExpr &lambda);
  Value unknownClosure(const clang::CXXRecordDecl &type);
  Value copyClosure(const Value &closure, const clang::Expr *site);
  Value closureOf(const clang::Expr *object);

  // --- EvaluateOperator.cpp
  Value evaluateUnary(const clang::UnaryOperator &expression);
  Value evaluateBinary(const clang::BinaryOperator &expression);
  /// `assigned` becomes the place that is assigned to, if there is one only.
  Value evaluateAssignment(const clang::BinaryOperator &expression, Place *assigned = nullptr);
  Value evaluateCompoundAssignment(const clang::CompoundAssignOperator &expression,
                                   Place *assigned = nullptr);
  Value updated(const clang::CompoundAssignOperator &expression, const Value &old,
                const Value &change);
  void forEachChosen(const clang::Expr &place,
                     llvm::function_ref<void(const clang::Expr &)> assign);
  void markUpdated(const clang::Expr &update);
  Value evaluateConditional(const clang::AbstractConditionalOperator &expression);
  Value evaluateIncrement(const clang::UnaryOperator &expression, Place *assigned = nullptr);
  Value choose(const clang::AbstractConditionalOperator &expression, bool loadOperands);
  Value arithmetic(clang::BinaryOperatorKind op, const Value &left, const Value &right,
                   clang::QualType type);
  std::optional<Value> remainderBy(const Value &left, const Value &right, clang::QualType type);
  Value masked(const Value &left, const Value &right, clang::QualType type);
  Value shifted(const Value &left, const Value &right, clang::QualType type);
  std::optional<Value> exactQuotient(const Polynomial &of, Coefficient by, clang::QualType type,
                                     bool mayWrap);
  std::optional<Value> changeBits(clang::BinaryOperatorKind op, const Value &left, Coefficient mask,
                                  clang::QualType type);
  Value offsetPointer(const Value &pointer, const Value &offset, bool negative);
  std::vector<Constraint> constraintsApart(const Polynomial &value);
  Condition compare(clang::BinaryOperatorKind op, const Value &left, const Value &right,
                    clang::QualType operandType);

  // --- Positions.cpp
  bool isPosition(clang::QualType type) const { return positionDirection(Effects, type) != 0; }
  clang::QualType scalarType(clang::QualType type) const;
  Value positionValue(const clang::Expr *expression);
  Value evaluatePositionCall(const clang::CallExpr &call, const clang::FunctionDecl &callee,
                             Place *resultPlace);
  std::optional<Polynomial> positionDifference(const Value &a, const Value &b) const;

  // --- PositionHeader.cpp
  bool enterPositions(LoopId loop);
  bool analyzePositionCondition(LoopId loop, const LoopParts &parts);

  // --- MatchUpdate.cpp
  void matchUpdate(const clang::Expr *statement);
  void matchConditionalUpdate(const clang::IfStmt &statement);
  void addUpdate(Update update, const std::vector<const clang::Expr *> &occurrences);
  void matchChosenUpdate(const clang::BinaryOperator &assignment, const clang::Expr *place);
  void matchAssignedUpdate(const clang::BinaryOperator &assignment);
  const clang::ValueDecl *updatableVariable(const clang::Expr *expression) const;
  /// `depth`: of calls around; from the maximal one on, calls of functions of the tables only.
  static constexpr unsigned MaximalPureDepth = 8;
  bool isPure(const clang::Stmt *expression, unsigned depth = 0) const;
  bool isSame(const clang::Expr *a, const clang::Expr *b) const;
  std::optional<std::string> extremum(const clang::Expr *condition, const clang::Expr *variable,
                                      const clang::Expr *assigned) const;

  // --- MatchSelection.cpp
  int matchSelection(const clang::IfStmt &statement);
  Polynomial narrowedIndex(const clang::Expr &assigned, clang::QualType type);

  // --- EvaluateCall.cpp
  Value evaluateCall(const clang::Expr *site, const clang::FunctionDecl *callee,
                     const clang::Expr *object, llvm::ArrayRef<const clang::Expr *> arguments,
                     Place *resultPlace, std::optional<Path> constructed = std::nullopt);
  void evaluateCalled(const clang::CallExpr &call);
  Value evaluateCallExpression(const clang::CallExpr &call, Place *resultPlace);
  Value evaluateConstruct(const clang::CXXConstructExpr &construct, const Path &target);
  // --- ApplyMemoryUses.cpp
  void applyMemoryUses(const EffectRow &row, const clang::Expr *site,
                       llvm::ArrayRef<const clang::Expr *> arguments,
                       const std::vector<Value> &values);
  void accessMemory(Path path, clang::QualType pointee, std::optional<Polynomial> bytes,
                    bool isWrite, bool isExact, const clang::Expr *site);
  void accessElements(Path path, const std::optional<Polynomial> &count, bool isWrite, bool isExact,
                      const clang::Expr *site);
  void enterElements(Path &path, const Polynomial &count, const clang::Expr *site);
  void leaveElements();
  void accessAsBytes(Path path, bool isWrite, const clang::Expr *site);
  Value constantTable(const clang::FunctionDecl &callee);
  // --- ApplyEffectRow.cpp
  void readThroughView(const Path &view, const clang::Expr *site);
  Value applyRow(const EffectRow &row, const clang::Expr *site, const clang::FunctionDecl &callee,
                 std::optional<Place> object, llvm::ArrayRef<const clang::Expr *> arguments,
                 Place *resultPlace, std::optional<Path> constructed);
  // --- ModifyRange.cpp
  bool modifyRange(const EffectRow &row, const clang::Expr *site,
                   llvm::ArrayRef<const clang::Expr *> arguments, const std::vector<Value> &values,
                   const std::vector<Place> &places);
  std::optional<Value> readRange(const EffectRow &row, const clang::Expr *site,
                                 llvm::ArrayRef<const clang::Expr *> arguments,
                                 const std::vector<Value> &values,
                                 const std::vector<Place> &places);
  bool callRepeatedly(const clang::FunctionDecl &function, const clang::Expr *callable,
                      const Value &closure, const Place &object, const clang::Expr *site,
                      clang::QualType elementType, llvm::function_ref<Path()> element);
  // --- ApplyLookup.cpp
  Value lookUp(const EffectRow &row, const clang::Expr *site, const clang::FunctionDecl &callee,
               const Place &object, llvm::ArrayRef<const clang::Expr *> arguments,
               const std::vector<Place> &places, Place *resultPlace);
  Value changedContainer(const Place &container, clang::QualType type, Place *resultPlace);

  /// `given`: what the parameters are bound to, or read, if there are no arguments for them.
  Value walkThrough(const clang::FunctionDecl &callee, const clang::Expr *site,
                    std::optional<Path> object, llvm::ArrayRef<const clang::Expr *> arguments,
                    Place *resultPlace, const Value *closure, llvm::ArrayRef<Path> given = {});
  // --- CallSummary.cpp
  struct PassedArguments {
    std::map<int, Value> values; ///< by parameter
    std::map<int, Path> places;  ///< of references; -1: the object
  };
  Value callSummarized(const clang::Expr *site, const PassedArguments &passed,
                       clang::QualType type);
  void touchRange(Path path, const CallRange &range, const CallBounds &bounds,
                  llvm::function_ref<std::optional<Polynomial>(unsigned)> valueOf,
                  const clang::Expr *site);
  void touchPart(Path path, const CallRange &range, const clang::Expr *site);
  void callUnknown(const clang::Expr *site, const std::string &name,
                   const std::string &because = "");
  void forgetLocals(const Frame &finished, State &state) const;
  bool callRecursive(const clang::FunctionDecl &callee, const clang::Expr *site,
                     const std::vector<Value> &pointers);
  void runDestructor(const Path &object, const clang::CXXDestructorDecl &destructor,
                     const clang::Expr *site);
  void runDestructorOnce(const Path &object, const clang::CXXDestructorDecl &destructor,
                         const clang::Expr *site);
  std::string qualifiedName(const clang::FunctionDecl &function) const;

  // --- EvaluateMemory.cpp
  ObjectId objectOf(const clang::VarDecl &variable);
  bool isNamedHere(const Path &path, const clang::ValueDecl *variable) const;
  ObjectId addObject(Object object);
  SymbolId addSymbol(Symbol symbol);
  bool isUntouchedInput(const Path &path) const;
  bool isInput(const Path &path) const;
  std::optional<Value> initialValue(const Place &place);
  Value load(const Place &place, const clang::Expr *expression);
  Value loadValue(const Place &place, const clang::Expr *expression);
  void store(const Place &place, const Value &value, const clang::Expr *expression);
  void recordRead(const Place &place, const clang::Expr *expression);
  void recordAccess(const Place &place, bool isWrite, const clang::Expr *expression);
  void recordUnseenRead(const Path &path, const clang::Stmt *site);
  void forgetOverlapping(const Path &written, const std::string &exceptKey);
  void forgetReachable();
  State join(const State &a, const State &b);
  State joinAll(std::vector<State> states);
  void forgetEverything(); ///< code that is not understood, or not seen, may have run
  void forgetReferences(const Path &container);
  /// Innermost loop in which one of the values may vary.
  LoopId levelOf(std::initializer_list<const Value *> values) const;
  LoopId levelOf(const Polynomial &value) const;
  const clang::Stmt *visibleSite(const clang::Stmt *site) const;
  Value fresh(clang::QualType type, LoopId loop, const std::string &name,
              const clang::Expr *origin);
  std::optional<ObjectId> leadsTo(const clang::VarDecl &variable) const;
  bool leadsElsewhere(const clang::VarDecl &variable, LoopId loop, ObjectId object) const;
  bool mayWrite(const ModifiedSet &modified, const ModifiedSet &indirectly, const Path &path,
                llvm::function_ref<bool(const clang::VarDecl &)> isElsewhere = nullptr) const;
  bool mayReachNamed(const ModifiedSet &modified, clang::QualType type,
                     const clang::FieldDecl *field) const;
  bool loopMayWrite(size_t depth, const Path &path) const; ///< a loop of LoopStack
  bool bodyMayWrite(const Path &path) const;               ///< the body of the current loop
  LoopId outermostInvariant(const Path &path) const;
  void addEffect(Effect effect, const clang::Stmt *site);
  void addDecision(const Taint &taint);
  std::string keyOf(const Path &path) const;

  // --- Contents.cpp
  std::optional<Value> elementFromFacts(const Place &place);
  void markElementRead(const Path &path, SymbolId symbol);
  std::vector<ArrayFact> noteStore(const Path &path, const Value &value);
  void forgetWrittenFacts(const ModifiedSet &modified,
                          llvm::function_ref<bool(const Path &)> isWritten);
  void leaveFacts(LoopId loop, State &state) const;
  std::vector<ArrayFact> factsOfLoop(LoopId loop, const State &before);
  std::optional<ArrayFact> factOfStore(LoopId loop, size_t store, const State &before);
  void addFacts(std::vector<ArrayFact> facts);
  bool onlyGrows(LoopId loop, ObjectId counter) const;

  // --- Integer.cpp
  struct IntegerType {
    unsigned width = 0;
    bool isSigned = false;
    bool isBool = false;
  };
  std::optional<IntegerType> integerType(clang::QualType type) const;
  Polynomial exact(const Value &value, clang::QualType type); ///< as a number, not a residue
  Value convert(const Value &value, clang::QualType from, clang::QualType to);
  /// The value of an element number: exact within any object that can exist.
  Polynomial elementNumber(const Value &value, clang::QualType type);
  std::optional<Coefficient> lowerBound(const Polynomial &value) const;
  std::optional<Coefficient> upperBound(const Polynomial &value) const;
  /// Is `value >= 0` certain at this point of the program?
  bool provenNonNegative(const Polynomial &value);
  /// Can this point of the program never be reached?
  bool isContradiction() const;
  bool provenWithin(const Polynomial &value, Coefficient low, Coefficient high);
  /// A symbol q with `value - q * modulus` in [low, low + modulus).
  Polynomial wrap(const Polynomial &value, Coefficient modulus, Coefficient low);

  void pushGuard(std::optional<Constraint> constraint, bool onData = false);
  void pushCondition(const Condition &condition, bool outcome);
  /// Does what is walked through use the names of the analysed function?
  bool isInText() const { return Frames.back().isLexical || Frames.back().isLambdaInText; }
  LoopId currentLoop() const { return LoopStack.empty() ? NoLoop : LoopStack.back(); }
  const clang::SourceManager &sources() const { return Context.getSourceManager(); }
  std::string sourceText(const clang::Expr *expression) const;
  void evaluateSizes(clang::QualType type);

  clang::ASTContext &Context;
  const AnalysisOptions &Options;
  const EffectTable &Effects;
  ModifiedSets &Modified;
  const IntegerSolver &Solver;

  const CallSummary *Assumed = nullptr; ///< of the function that is being walked through
  bool SpansStatements = false;
  const clang::Stmt *NodeLoop = nullptr; ///< the loop that visits nodes, and how
  const ListWalk *Walk = nullptr;
  const Compaction *Followed = nullptr;
  const clang::Stmt *SupposedNest = nullptr;       ///< see supposeSteps
  const clang::Stmt *SparedNest = nullptr;         ///< see sparePlacesIn
  std::set<const clang::Stmt *> LoopsOfDirectives; ///< that are canonical, or mean nothing
  std::vector<SymbolId> CountGrowths;  ///< by how much an iteration moves each of its counters
  std::vector<Polynomial> CountValues; ///< what they hold as it starts
  ModifiedSet WithoutAppends;          ///< see forgetAppended

  Model Result;
  State Now;
  std::vector<LoopId> LoopStack;
  std::vector<const ModifiedSet *> LoopModified; ///< parallel to LoopStack
  /// The same without what is assumed to spare all fixed places; see SparedPlaces.cpp.
  std::vector<std::shared_ptr<const ModifiedSet>> LoopSpared;
  std::map<std::string, MovedPlace> MovedStarts; ///< see noteMovedPlaces
  std::deque<Frame> Frames; // references to frames stay valid while callees are walked through
  std::vector<Target> Targets;
  std::vector<Cleanup> Cleanups;
  std::vector<Attempt> Attempts;
  /// What closures refer to by the names of variables: whoever gets a closure may read it.
  std::map<std::string, Path> ReadByClosures;
  std::vector<Cleanup> Lasting; ///< of temporaries that live as long as the variable declared here
  std::map<const clang::VarDecl *, ObjectId> Globals;
  std::map<const clang::FunctionDecl *, std::shared_ptr<const GlobalNames>> GlobalsNamed;
  std::set<const clang::ValueDecl *> AddressTaken, NamedOnly; ///< see noteCaptures
  std::map<const clang::FunctionDecl *, bool> HasLabel;
  std::map<const clang::FunctionDecl *,
           std::map<const clang::LabelDecl *, const clang::CompoundStmt *>>
      LabelBlocks;                               ///< see blockOf
  std::set<const clang::FunctionDecl *> Scanned; ///< functions whose variables AddressTaken covers
  std::map<const clang::Expr *, int> UpdateOccurrences, CalleeUpdates; ///< -> Model::updates
  std::map<const clang::Expr *, int> SelectionOccurrences; ///< expression -> Model::selections
  std::map<std::string, SymbolId> NonAffineParts, PositiveParts, Indicators; ///< of values
  std::map<std::string, SymbolId> Shifted, ExactQuotients; ///< see functions of these names
  std::set<const clang::Expr *> Discarded;                 ///< expressions whose value nobody uses
  const clang::Expr *Loaded = nullptr;                     ///< a call: see loadFrom
  /// See constantTable: the pointer and the table.
  std::map<const clang::FunctionDecl *, std::pair<Path, Path>> ConstantTables;
  std::map<const clang::Expr *, Value> OpaqueValues;
  std::set<const clang::CXXRecordDecl *> Destroying; ///< classes whose destructor is running
  std::map<LoopId, CounterPaths> Counted;            ///< see relateCounters
  std::map<size_t, ElementStore> ElementStores;      ///< by number of the access
  unsigned Depth = 0;       ///< of nested evaluation, against a stack overflow
  unsigned Capturing = 0;   ///< captures of lambdas that are being evaluated
  unsigned Steps = 0;       ///< statements walked
  unsigned CalleeSteps = 0; ///< those of callees, against exponential call trees
  unsigned TrialSteps = 0;  ///< those of trial walks: see Recurrence.cpp
  bool Quiet = false;       ///< evaluate without recording
  bool IsTrial = false;     ///< walks through a loop's body once, only on trial: see Recurrence.cpp
  std::string Protection;   ///< see Access::protection
};

} // namespace loomp

#endif // LOOMP_ANALYSES_EVALUATOR_H
