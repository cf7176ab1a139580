//===- Scan.cpp - loops that use the sums they have so far ----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (int i = 0; i < n; i++) {        first pass: each thread adds up the a[i] of its block;
//     s += a[i];                         second pass: it starts with what s was in front of the
//     b[i] = s;                          loop and the sums of the blocks before its own
//   }
//
// Theorem. Let every iteration update a local variable s once, by s = s * e for an associative
// operation *, and let the loop be parallel for a given value of s in each iteration. Then
// iteration t finds s0 * e_0 * ... * e_(t-1), and leaves that * e_t. A thread whose block begins
// with iteration b may start with s0 * (e_0 * ... ) * ( ... * e_(b-1)), one factor for each block
// in front, and go through its block as the loop does (G. Blelloch, Prefix Sums and Their
// Applications, 1990). The factors come from a pass of their own, which computes all e before
// anything else is done, so
//
//   - the update stands in each iteration, and no write that may concern e is in front of it;
//   - e names only what has the same meaning there: the index, and what the loop does not change;
//   - e is computed twice.
//
// For + - * on integers the result is the same to the bit, as for & | ^ and the smallest or largest
// of integers; floating-point sums are rounded elsewhere, as those of any reduction are.
//
//===----------------------------------------------------------------------===//

#include "analyses/Scan.h"

#include "analyses/EntryText.h"
#include "analyses/LoopParts.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace loomp {

namespace {
/// The one update of a variable, and where it stands.
struct ScannedUpdate {
  const VarDecl *variable = nullptr;
  const Stmt *statement = nullptr;
  std::string op;
  size_t firstAccess = 0;
};
} // namespace

/// What a block starts with; empty: the value of the variable in front of the loop, which does no
/// harm twice. Absent: no such operation.
static std::optional<std::string> neutralElement(const std::string &op, QualType type) {
  bool isInteger = type->isIntegerType() && !type->isBooleanType() && !type->isEnumeralType();
  bool isFloating = type->isSpecificBuiltinType(BuiltinType::Float) ||
                    type->isSpecificBuiltinType(BuiltinType::Double);
  if (op == "+" && (isInteger || isFloating))
    return "0";
  if (op == "*" && isInteger) // the factors of a block may overflow where 0 comes first
    return "1";
  if (op == "^" && isInteger)
    return "0";
  if ((op == "max" || op == "min" || op == "&" || op == "|") && isInteger)
    return "";
  return std::nullopt;
}

static std::optional<ScannedUpdate> findScanned(const Model &model, LoopId id,
                                                const LoopResult &whole) {
  const Loop &loop = model.loops[id];
  const auto *body = dyn_cast_or_null<CompoundStmt>(partsOf(*loop.statement).body);
  if (!body)
    return std::nullopt;
  for (size_t i = loop.accessBegin; i < loop.accessEnd; ++i) {
    const Access &access = model.accesses[i];
    const Object &object = model.objects[access.path.object];
    const auto *variable = dyn_cast_or_null<VarDecl>(object.declaration);
    if (access.update < 0 || !isWholeVariable(access.path) || !variable ||
        object.kind != ObjectKind::Variable || object.reachable ||
        !variable->isLocalVarDeclOrParm() || !variable->hasLocalStorage() ||
        variable->getType()->isReferenceType() || !access.isInFunction ||
        llvm::none_of(
            whole.blockers,
            [&](const Blocker &blocker) { return blocker.object == variable->getNameAsString(); }))
      continue;
    const Update &update = model.updates[access.update];
    bool isFit = update.rejection.empty() && update.skipped.empty() && !update.needsTruthValue &&
                 access.loop == id && access.guard == loop.guardInside;
    // No other write, and no other update; and nothing is skipped behind `if (...) continue;`.
    for (size_t k = loop.accessBegin; k < loop.accessEnd && isFit; ++k) {
      const Access &other = model.accesses[k];
      if (other.path.object == access.path.object)
        isFit = other.isInFunction && other.updateInCallee < 0 && isWholeVariable(other.path) &&
                (!other.isWrite || other.guard == loop.guardInside) &&
                (other.update >= 0 ? model.updates[other.update].expression == update.expression
                                   : !other.isWrite);
    }
    if (!isFit)
      continue;
    for (const Stmt *statement : body->body()) {
      const auto *expression = dyn_cast<Expr>(statement);
      if (expression && update.expression &&
          expression->IgnoreImplicit() == update.expression->IgnoreImplicit())
        return ScannedUpdate{variable, statement, update.op, i};
    }
  }
  return std::nullopt;
}

bool isPlainText(const Stmt *statement) {
  if (!statement)
    return true;
  if (isa<LambdaExpr, StmtExpr, CXXNewExpr, CXXThrowExpr, CXXDefaultArgExpr>(statement))
    return false;
  if (const auto *reference = dyn_cast<DeclRefExpr>(statement);
      reference && reference->refersToEnclosingVariableOrCapture())
    return false;
  return llvm::all_of(statement->children(), isPlainText);
}

/// Does everything that the update names mean in front of all iterations what it means in its own?
static bool meansTheSameBefore(const Loop &loop, const ScannedUpdate &scanned,
                               const LoopResult &judged, const ASTContext &context) {
  const SourceManager &sources = context.getSourceManager();
  if (!isPlainText(scanned.statement))
    return false;
  SmallVector<const Stmt *> pending = {scanned.statement};
  while (!pending.empty()) {
    const Stmt *statement = pending.pop_back_val();
    if (!statement)
      continue;
    if (const auto *reference = dyn_cast<DeclRefExpr>(statement))
      if (const auto *variable = dyn_cast<VarDecl>(reference->getDecl());
          variable && variable != scanned.variable && variable != loop.index) {
        bool isInside = sources.isPointWithin(
            variable->getLocation(), loop.statement->getBeginLoc(), loop.statement->getEndLoc());
        bool changes = llvm::any_of(judged.roles, [&](const Role &role) {
          return role.kind != RoleKind::Shared && role.variable == variable->getNameAsString();
        });
        if (isInside || changes)
          return false;
      }
    pending.append(statement->child_begin(), statement->child_end());
  }
  return true;
}

bool mayHavePasses(const LoopResult &described) {
  return described.dealt && described.isCxx && !described.isEarly &&
         (!described.canonicalForm ||
          (described.canonicalForm->changes.empty() && described.canonicalForm->inside.empty()));
}

std::optional<ScanForm> judgeGivenVariables(JudgeContext judgement, LoopId id,
                                            llvm::ArrayRef<const VarDecl *> variables,
                                            LoopResult &result) {
  judgement.scanned.assign(variables.begin(), variables.end());
  judge(judgement, id, result);
  bool hasPlainRoles = llvm::all_of(result.roles, [](const Role &role) {
    return role.declaredInLoop || role.kind == RoleKind::Index ||
           (role.kind == RoleKind::Shared && !role.localCopy) || role.kind == RoleKind::Private ||
           (role.kind == RoleKind::Reduction && !role.localCopy && role.classType.empty());
  });
  if (result.verdict != Verdict::Parallel || !hasPlainRoles || !result.selections.empty())
    return std::nullopt;
  // In one thread, too, the pass in front would come before what iterations write.
  for (Assumption &assumption : result.assumptions)
    assumption.guardsLoop |= assumption.check.has_value();
  ScanForm form;
  const Stmt *body = partsOf(*judgement.model.loops[id].statement).body;
  for (const VarDecl *variable : variables) {
    ScannedVariable scanned{.variable = variable->getNameAsString()};
    scanned.type = copyType(judgement.context, variable->getType().getUnqualifiedType(),
                            judgement.model.isInstantiated);
    auto uses = occurrences(judgement.context, body, variable);
    if (!uses || scanned.type.empty() || scanned.type == "auto")
      return std::nullopt;
    scanned.uses = std::move(*uses);
    form.variables.push_back(std::move(scanned));
  }
  return form;
}

std::optional<LoopResult> judgeAsScan(const JudgeContext &judgement, ModifiedSets &modified,
                                      LoopId id, const LoopResult &described,
                                      const LoopResult &whole) {
  const Model &model = judgement.model;
  const Loop &loop = model.loops[id];
  bool mayBe = (whole.verdict == Verdict::Serial || whole.verdict == Verdict::Unknown) &&
               loop.isCanonical && loop.index && mayHavePasses(described);
  auto scanned = mayBe ? findScanned(model, id, whole) : std::nullopt;
  if (!scanned)
    return std::nullopt;
  // What the pass in front evaluates must change nothing else.
  const ModifiedSet &changed = modified.of(*scanned->statement);
  if (changed.anything || !changed.indirect.empty() || changed.variables.size() != 1)
    return std::nullopt;
  QualType type = scanned->variable->getType().getUnqualifiedType();
  auto neutral = neutralElement(scanned->op, type);
  if (!neutral || (type->isFloatingType() && judgement.options.strictFloatingPoint))
    return std::nullopt;
  // The pass in front sees memory as it is before any iteration.
  for (size_t i = loop.accessBegin; i < scanned->firstAccess; ++i) {
    const Access &access = model.accesses[i];
    const Object &object = model.objects[access.path.object];
    if (!access.isWrite || object.declaration == loop.index || model.isInside(object.loop, id))
      continue;
    for (size_t k = loop.accessBegin; k <= scanned->firstAccess; ++k)
      if (!model.accesses[k].isWrite &&
          model.mayOverlap(access.path.object, model.accesses[k].path.object))
        return std::nullopt;
  }

  LoopResult result = described;
  auto form = judgeGivenVariables(judgement, id, scanned->variable, result);
  if (!form || !meansTheSameBefore(loop, *scanned, result, judgement.context))
    return std::nullopt;
  form->variables.front().op = scanned->op;
  form->variables.front().neutral = *neutral;
  auto update = textRange(judgement.context, scanned->statement->getSourceRange());
  auto own = occurrences(judgement.context, scanned->statement, scanned->variable);
  // `s += e`, `s++` name it once, `s = s + e` twice: any more are in e.
  const auto *assignment =
      dyn_cast<BinaryOperator>(cast<Expr>(scanned->statement)->IgnoreImplicit());
  size_t named = assignment && !assignment->isCompoundAssignmentOp() ? 2 : 1;
  if (!update || !own || own->size() != named)
    return std::nullopt;
  form->update = *update;
  form->usesInUpdate = std::move(*own);
  result.scan = std::move(*form);
  return result;
}

} // namespace loomp
