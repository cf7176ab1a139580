//===- Judge.h - roles and verdict of one loop ----------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_JUDGE_H
#define LOOMP_ANALYSES_JUDGE_H

#include "analyses/Analyze.h"
#include "analyses/EffectTable.h"
#include "analyses/LinearSystem.h"
#include "analyses/LoopResult.h"
#include "analyses/Model.h"

#include "clang/AST/ASTContext.h"

namespace loomp {

/// What the judge needs besides the model.
struct JudgeContext {
  const clang::ASTContext &context;
  const Model &model;
  const IntegerSolver &solver;
  const AnalysisOptions &options;
  const EffectTable &effects;
  /// Taken to have their values in each iteration, whatever iterations before do to them: see
  /// Scan.cpp.
  std::vector<const clang::ValueDecl *> scanned = {};
  /// Two containers or objects that may be one are to be told apart even where to be one would
  /// carry nothing.
  bool tellsApart = false;
};

/// Fills verdict, roles, assumptions, blockers, accesses and dependences of `result`.
void judge(const JudgeContext &judgement, LoopId loop, LoopResult &result);

/// Notes which checks in front of the loop follow pointers or divide, so that they may only be
/// asked where the loop runs; refuses to edit where that cannot be asked.
void settleChecks(LoopResult &result);

/// The position of a location as the user sees it: expansions, file as given.
Position positionOf(const clang::ASTContext &context, clang::SourceLocation location);

// --- Roles.cpp

/// How one scalar variable takes part in the loop.
struct ScalarOutcome {
  std::optional<Role> role; ///< absent with no blocker: it needs none
  std::optional<Blocker> blocker;
  bool isAlsoLast = false; ///< the role is firstprivate, and lastprivate as well
  /// Where this does not hold in front of the loop, it must stay as it is; may be empty.
  std::string condition = {};
};

/// Does the text of the loop name the variable by its plain name in this access, so that a clause
/// would rename it there?
bool isNamedInText(const JudgeContext &judgement, const Loop &loop, const Access &access,
                   const clang::ValueDecl &variable);

// --- Speculation.cpp

/// May these expressions be evaluated in iterations that skip them, without anyone noticing?
/// `guard`: what holds where they would be (see Model::guards); absent: what holds at each access.
bool isHarmless(const JudgeContext &judgement, LoopId loop,
                const std::vector<const clang::Expr *> &expressions,
                std::optional<int> guard = std::nullopt);

/// Does the call write nothing, keep nothing, end, and divide by constants only?
bool isQuiet(const JudgeContext &judgement, LoopId loop, const clang::CallExpr &call);

// --- ConditionalValue.cpp

/// By how much `value` grows from one iteration of the loop to the next; absent if not by a
/// constant.
std::optional<Coefficient> growthPerIteration(const Model &model, LoopId loop,
                                              const Polynomial &value);

/// The index symbol in iteration 0.
Polynomial firstOfIndexSymbol(const Loop &loop);

/// The reduction that a variable is which iterations set to one value, or to rising ones, and
/// which no iteration reads.
std::optional<Role> asFlag(const JudgeContext &judgement, LoopId loop,
                           const clang::ValueDecl *variable, const std::vector<size_t> &accesses);

// --- OldValue.cpp

/// The role of a variable of which each iteration reads what it wrote itself, or what it held
/// before the loop. `isLive`: its value after the loop is used.
std::optional<ScalarOutcome> asOldValue(const JudgeContext &judgement, LoopId loop, ObjectId object,
                                        const std::vector<size_t> &accesses, bool isLive);

/// Does the last iteration certainly write what these accesses touch? Absent: it is not known to.
/// Else the condition under which it does, as text that is valid in front of the loop; empty: it
/// always does.
std::optional<std::string> writesLast(const JudgeContext &judgement, LoopId loop,
                                      const clang::ValueDecl *variable,
                                      const std::vector<size_t> &accesses);

// --- LocalCopy.cpp

/// A local variable for what these accesses touch, updates of one reduction, or else assignments of
/// which the last iteration's stays; absent if there can be none. Sets its name.
std::optional<LocalCopy> localCopyOf(const JudgeContext &judgement, LoopId loop,
                                     const std::vector<size_t> &accesses, std::string &name,
                                     bool isReduced = true);

/// The last of the names by which a text may call a place: a member, or the object. Never empty.
std::string placeName(const Model &model, const Path &place);

/// Where the text of the body names a place (MovedPlaces.cpp), if each of the accesses stands there
/// and in no call or lambda; `name` becomes how it may be named in front of the loop.
std::optional<std::vector<TextRange>> placesInBody(const JudgeContext &judgement, LoopId loop,
                                                   const std::vector<size_t> &accesses,
                                                   std::string &name);

/// Classifies a scalar that the loop writes. `accesses`: those of the loop that touch it, in order.
ScalarOutcome classifyScalar(const JudgeContext &judgement, LoopId loop, ObjectId object,
                             const std::vector<size_t> &accesses);

// --- LinearStep.cpp

/// The step of a variable that every iteration moves by `step` in all, as a clause `linear` may
/// name it in front of the loop; empty: no clause says it. `isExact`: its values do not wrap.
std::string linearStep(const JudgeContext &judgement, LoopId loop, const clang::VarDecl &variable,
                       const Polynomial &step, bool isExact);

// --- RecurrenceRole.cpp

/// The role of a variable that starts each iteration with a closed form and changes within it.
std::optional<ScalarOutcome> asRecurrence(const JudgeContext &judgement, LoopId loop,
                                          const clang::ValueDecl *variable,
                                          const std::vector<size_t> &accesses, bool isLiveOut);

/// The occurrences of the variable in a statement as ranges of the file; nothing if one of them
/// has no text of its own.
std::optional<std::vector<TextRange>> occurrences(const clang::ASTContext &context,
                                                  const clang::Stmt *statement,
                                                  const clang::ValueDecl *variable);

/// The type of a copy of a variable as it stands in a declaration; empty if it has no simple one.
std::string copyType(const clang::ASTContext &context, clang::QualType type, bool isInstantiated);

/// Type to which the number of an iteration is converted where a multiple of it moves a pointer.
std::string pointerCast(const clang::ASTContext &context, const Loop &loop);

/// The variable that an operand of the increment updates, if that is all it does.
const clang::VarDecl *updatedVariable(const clang::Expr *operand);

/// Does nothing but the header advance the variable, by a step? Then its value follows from the
/// number of the iteration, and nothing is proven serial even if no text for it is found.
bool isAdvancedByHeader(const Model &model, const Loop &loop, ObjectId object,
                        const std::vector<size_t> &accesses);

} // namespace loomp

#endif // LOOMP_ANALYSES_JUDGE_H
