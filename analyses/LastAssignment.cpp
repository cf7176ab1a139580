//===- LastAssignment.cpp - what the last iteration that assigns leaves ---===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (i = 0; i < n; i++)          #pragma omp for schedule(static)
//     if (a[i] > limit) {              for (i = 0; i < n; i++)
//       where = i;                       if (a[i] > limit) {
//       value = a[i];            →         whereLocal = i;
//     }                                    valueLocal = a[i];
//                                          whereIteration = i;
//                                        }
//                                    #pragma omp critical
//                                      if (whereIteration > ...) { where = whereLocal; ... }
//
// Theorem: let no iteration of loop L read a scalar x before it certainly wrote x itself, and let
// each write of x be a statement of its own in the text of L. Then L leaves in x what the last
// iteration that wrote x left there, if any did. Give each thread an x of its own, and let it note
// the number of the iteration behind each write. A thread that runs its iterations in order ends
// with the value and the number of the last of its own that wrote; the largest number of all
// threads tells the last of all. To assign x from itself (`x = c ? e : x`, `x = x`) is to write it
// only where e is taken: the copy starts with the value of x, which nobody else changes meanwhile,
// and a copy with no number is not used. Then no read of x may stand anywhere else: behind `x = x`
// it would find what an earlier iteration left.
//
// OpenMP's own clause for this, `lastprivate(conditional: x)`, is not used: clang 22 takes the
// number from an earlier run of the loop for one of this, and g++ 12 errs with dynamic schedules.
//
// Variables that are always written together share a number.
//
//===----------------------------------------------------------------------===//

#include "analyses/EntryText.h"
#include "analyses/Judgement.h"
#include "analyses/LoopParts.h"

#include "clang/AST/DynamicRecursiveASTVisitor.h"
#include "clang/AST/ExprCXX.h"

#include <algorithm>

using namespace clang;

namespace loomp {

namespace {
/// Finds where the text of a loop assigns a variable, and refuses every other use of it but reads.
class Assignments {
public:
  Assignments(const ASTContext &context, const VarDecl &variable)
      : Context(context), Variable(variable) {}

  bool find(const Stmt *statement, const CompoundStmt *block);

  std::vector<NotedAssignment> found;
  std::vector<LastAssigned::Site> sites;
  std::set<const Expr *> fromItself; ///< reads of the variable that give it back its value

private:
  bool findAssigned(const Expr &expression, const Expr &statement, const CompoundStmt *block);
  bool onlyReads(const Stmt *statement) const;
  bool isVariable(const Expr *expression) const {
    const auto *reference = dyn_cast<DeclRefExpr>(expression->IgnoreParenImpCasts());
    return reference && reference->getDecl()->getCanonicalDecl() == Variable.getCanonicalDecl() &&
           !reference->hasQualifier();
  }

  const ASTContext &Context;
  const VarDecl &Variable;
};
} // namespace

/// Does the statement do no more with the variable than to load its value?
bool Assignments::onlyReads(const Stmt *statement) const {
  if (!statement || !mentions(statement, &Variable))
    return true;
  if (const auto *cast = dyn_cast<ImplicitCastExpr>(statement);
      cast && cast->getCastKind() == CK_LValueToRValue && isVariable(cast->getSubExpr()))
    return isa<DeclRefExpr>(cast->getSubExpr()->IgnoreParens());
  if (isa<DeclRefExpr, LambdaExpr, StmtExpr, OMPExecutableDirective, AsmStmt>(statement) ||
      !isa<Expr>(statement))
    return false;
  return std::all_of(statement->child_begin(), statement->child_end(),
                     [&](const Stmt *child) { return onlyReads(child); });
}

/// Is `choice`, one of whose results is the variable, converted back to the variable's type, still
/// the variable's value?
static bool keepsValue(const ASTContext &context, QualType variable, QualType choice) {
  variable = variable.getNonReferenceType().getCanonicalType().getUnqualifiedType();
  choice = choice.getNonReferenceType().getCanonicalType().getUnqualifiedType();
  if (variable == choice)
    return true;
  if (variable->isIntegerType() && choice->isIntegerType())
    return context.getIntWidth(choice) >= context.getIntWidth(variable);
  return variable->isRealFloatingType() && choice->isRealFloatingType() &&
         context.getFloatingTypeOrder(choice, variable) >= 0;
}

/// An expression that stands as a statement, or is a part of one that is evaluated for its effect.
bool Assignments::findAssigned(const Expr &expression, const Expr &statement,
                               const CompoundStmt *block) {
  const Expr *inner = &expression;
  if (const auto *cleanups = dyn_cast<ExprWithCleanups>(inner))
    inner = cleanups->getSubExpr();
  if (const auto *comma = dyn_cast<BinaryOperator>(inner); comma && comma->isCommaOp())
    return findAssigned(*comma->getLHS(), statement, nullptr) &&
           findAssigned(*comma->getRHS(), statement, nullptr);
  const auto *binary = dyn_cast<BinaryOperator>(inner);
  const auto *unary = dyn_cast<UnaryOperator>(inner);
  bool isStep = unary && unary->isIncrementDecrementOp() && isVariable(unary->getSubExpr());
  if (!isStep && !(binary && binary->isAssignmentOp() && isVariable(binary->getLHS())))
    return onlyReads(inner);
  if (binary && binary->getOpcode() == BO_Assign) {
    const Expr *value = binary->getRHS()->IgnoreParenImpCasts();
    if (isVariable(value)) {
      fromItself.insert(value);
      return true;
    }
    if (const auto *choice = dyn_cast<ConditionalOperator>(value)) {
      const Expr *yes = choice->getTrueExpr(), *no = choice->getFalseExpr();
      if (isVariable(yes) != isVariable(no) &&
          keepsValue(Context, Variable.getType(), choice->getType())) {
        const Expr *kept = isVariable(yes) ? yes : no, *taken = isVariable(yes) ? no : yes;
        auto range = textRange(Context, taken->getSourceRange());
        if (!range || !onlyReads(choice->getCond()) || !onlyReads(taken))
          return false;
        fromItself.insert(kept->IgnoreParenImpCasts());
        found.push_back({.range = *range, .isOperand = true});
        sites.push_back({});
        return true;
      }
    }
  }
  auto range = textRange(Context, inner->getSourceRange());
  if (!range || (binary && !onlyReads(binary->getRHS())))
    return false;
  found.push_back({.range = *range, .isInBlock = block != nullptr});
  sites.push_back({block, block ? &statement : nullptr});
  return true;
}

bool Assignments::find(const Stmt *statement, const CompoundStmt *block) {
  if (!statement || !mentions(statement, &Variable))
    return true;
  if (const auto *expression = dyn_cast<Expr>(statement))
    return findAssigned(*expression, *expression, block);
  auto all = [&](std::initializer_list<const Stmt *> read, const Stmt *run) {
    return std::all_of(read.begin(), read.end(),
                       [&](const Stmt *each) { return onlyReads(each); }) &&
           find(run, nullptr);
  };
  if (const auto *compound = dyn_cast<CompoundStmt>(statement))
    return std::all_of(compound->body_begin(), compound->body_end(),
                       [&](const Stmt *each) { return find(each, compound); });
  if (const auto *choice = dyn_cast<IfStmt>(statement))
    return !choice->isConstexpr() && find(choice->getInit(), nullptr) &&
           find(choice->getConditionVariableDeclStmt(), nullptr) &&
           all({choice->getCond()}, choice->getThen()) && find(choice->getElse(), nullptr);
  if (const auto *loop = dyn_cast<ForStmt>(statement))
    return find(loop->getInit(), nullptr) && find(loop->getInc(), nullptr) &&
           !loop->getConditionVariable() && all({loop->getCond()}, loop->getBody());
  if (const auto *loop = dyn_cast<WhileStmt>(statement))
    return !loop->getConditionVariable() && all({loop->getCond()}, loop->getBody());
  if (const auto *loop = dyn_cast<DoStmt>(statement))
    return all({loop->getCond()}, loop->getBody());
  if (const auto *loop = dyn_cast<CXXForRangeStmt>(statement))
    return !loop->getInit() && !mentions(loop->getRangeInit(), &Variable) &&
           find(loop->getBody(), nullptr);
  if (const auto *choice = dyn_cast<SwitchStmt>(statement))
    return !choice->getInit() && !choice->getConditionVariable() &&
           all({choice->getCond()}, choice->getBody());
  if (const auto *label = dyn_cast<CaseStmt>(statement))
    return find(label->getSubStmt(), nullptr);
  if (const auto *label = dyn_cast<DefaultStmt>(statement))
    return find(label->getSubStmt(), nullptr);
  if (const auto *declarations = dyn_cast<DeclStmt>(statement))
    return std::all_of(declarations->decl_begin(), declarations->decl_end(), [&](const Decl *each) {
      const auto *variable = dyn_cast<VarDecl>(each);
      return variable && variable->hasLocalStorage() &&
             !variable->getType()->isVariablyModifiedType() && onlyReads(variable->getInit());
    });
  return false;
}

namespace {
/// Names that the body of a loop declares.
struct DeclaredNames : DynamicRecursiveASTVisitor {
  std::set<std::string> names;
  bool VisitNamedDecl(NamedDecl *declaration) override {
    names.insert(declaration->getNameAsString());
    return true;
  }
};

struct ReadNames : DynamicRecursiveASTVisitor {
  std::set<std::string> names;
  bool VisitDeclRefExpr(DeclRefExpr *reference) override {
    names.insert(reference->getDecl()->getNameAsString());
    return true;
  }
};
} // namespace

bool hidesCounter(const Loop &loop) {
  DeclaredNames inside;
  ReadNames counts;
  inside.TraverseStmt(const_cast<Stmt *>(partsOf(*loop.statement).body));
  for (const Expr *each : {loop.lowerExpression, loop.advance.step})
    counts.TraverseStmt(const_cast<Expr *>(each));
  if (loop.index)
    counts.names.insert(loop.index->getNameAsString());
  return std::any_of(counts.names.begin(), counts.names.end(),
                     [&](const std::string &name) { return inside.names.count(name) != 0; });
}

/// Was the variable certainly given a value in front of the loop, as far as the text tells?
static bool mayHaveValue(const VarDecl &variable, const Model &model, const Loop &loop) {
  if (variable.hasInit() || isa<ParmVarDecl>(variable) || !variable.hasLocalStorage())
    return true;
  for (size_t i = 0; i < loop.accessBegin; ++i)
    if (model.accesses[i].isWrite && isWholeVariable(model.accesses[i].path) &&
        model.objects[model.accesses[i].path.object].declaration == &variable)
      return true;
  return false;
}

std::optional<LastAssigned> Judgement::asLastAssigned(const ScalarKey &key,
                                                      const std::vector<size_t> &accesses) const {
  const Object &object = M.objects[key.first];
  const auto *variable = dyn_cast_or_null<VarDecl>(object.declaration);
  const SourceManager &sources = J.context.getSourceManager();
  if (key.second || !variable || !Judged.isLexical || !Judged.isCanonical || M.hasJumps ||
      variable->getTLSKind() != VarDecl::TLS_None ||
      !(object.kind == ObjectKind::Variable || object.isReference) || object.isStaticLocal)
    return std::nullopt;
  QualType type = variable->getType().getNonReferenceType();
  if (!(type->isArithmeticType() || type->isPointerType() || type->isEnumeralType()) ||
      type->isAnyComplexType() || type.isVolatileQualified() || type->isAtomicType() ||
      type->isFunctionPointerType() ||
      (type->isPointerType() && type->getPointeeType()->isArrayType()) ||
      sources.isPointWithin(variable->getLocation(), Judged.statement->getBeginLoc(),
                            Judged.statement->getEndLoc()) ||
      !mayHaveValue(*variable, M, Judged) || hidesCounter(Judged))
    return std::nullopt;

  // What is no part of the body keeps its text.
  LoopParts parts = partsOf(*Judged.statement);
  const auto *range = dyn_cast<CXXForRangeStmt>(Judged.statement);
  if (range ? range->getInit() || mentions(range->getRangeInit(), variable)
            : parts.exitTest || mentions(parts.init, variable) ||
                  mentions(parts.condition, variable) || mentions(parts.increment, variable))
    return std::nullopt;
  Assignments assignments(J.context, *variable);
  auto uses = occurrences(J.context, parts.body, variable);
  if (!uses || !assignments.find(parts.body, nullptr) || assignments.found.empty())
    return std::nullopt;
  for (size_t i : accesses) {
    const Access &access = M.accesses[i];
    const Expr *expression = access.expression ? access.expression->IgnoreParenImpCasts() : nullptr;
    bool isExposed =
        std::find(access.exposedIn.begin(), access.exposedIn.end(), L) != access.exposedIn.end();
    if (!expression || !access.isInFunction || !isWholeVariable(access.path) ||
        !isNamedInText(J, Judged, access, *variable) ||
        (!access.isWrite && (isExposed || !assignments.fromItself.empty()) &&
         !assignments.fromItself.count(expression)))
      return std::nullopt;
  }
  auto copy = deducedType(J.context, type.getUnqualifiedType(), M.isInstantiated);
  if (!copy)
    return std::nullopt;
  LastAssigned last;
  last.form.isLast = true;
  last.form.key = variable->getNameAsString();
  last.form.variables.push_back({.name = last.form.key, .type = *copy, .uses = std::move(*uses)});
  last.form.noted = std::move(assignments.found);
  last.sites = std::move(assignments.sites);
  last.declaration = positionOf(J.context, variable->getLocation());
  return last;
}

/// Is this an expression or a declaration from which no jump leaves?
static bool runsThrough(const Stmt *statement) {
  if (!statement)
    return true;
  return isa<Expr, DeclStmt>(statement) && !isa<StmtExpr>(statement) &&
         std::all_of(statement->child_begin(), statement->child_end(), runsThrough);
}

/// Do the statements stand in one block, with nothing between them that may leave it?
static bool runTogether(const LastAssigned::Site &a, const LastAssigned::Site &b) {
  if (!a.block || a.block != b.block)
    return false;
  auto first = std::find(a.block->body_begin(), a.block->body_end(), a.statement);
  auto second = std::find(a.block->body_begin(), a.block->body_end(), b.statement);
  if (first == a.block->body_end() || second == a.block->body_end() || second <= first)
    return false;
  return std::all_of(first, second, runsThrough);
}

/// Gives the variable the role, if it can have it.
bool Judgement::noteLastAssigned(const ScalarKey &key, const std::vector<size_t> &accesses) {
  auto found = asLastAssigned(key, accesses);
  if (!found)
    return false;
  LastAssigned &last = *found;
  WithRole.insert(key.first);
  Role role{.variable = last.form.key,
            .kind = RoleKind::Selection,
            .op = "last",
            .declaration = last.declaration};
  describeRole(role);
  Out.roles.push_back(std::move(role));
  for (LastAssigned &other : LastOnes) {
    bool isTogether = other.sites.size() == last.sites.size();
    for (size_t i = 0; isTogether && i < last.sites.size(); ++i)
      isTogether = runTogether(other.sites[i], last.sites[i]);
    if (!isTogether)
      continue;
    // The number is noted behind the later one.
    other.form.variables.push_back(std::move(last.form.variables.front()));
    other.form.noted = std::move(last.form.noted);
    other.sites = std::move(last.sites);
    return true;
  }
  LastOnes.push_back(std::move(last));
  return true;
}

void Judgement::addLastAssigned() {
  for (LastAssigned &last : LastOnes)
    Out.selections.push_back(std::move(last.form));
}

} // namespace loomp
