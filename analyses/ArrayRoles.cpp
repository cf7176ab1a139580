//===- ArrayRoles.cpp - elements that a loop only updates -----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//     for (int i = 0; i < n; i++)         each iteration adds to some element, nobody looks
//       histogram[bin[i]] += weight[i];
//
// Theorem: let every dependence that loop L carries on an object be one between two updates
// `x = x OP e` (MatchUpdate.cpp) with one and the same OP, whose values nobody uses. Then the order
// of the updates does not matter, and L carries nothing on the object if
//   (array-reduction)  each thread updates a copy of its own, all copies are combined at the end,
//                      and L has no other access to the object, or
//   (atomic)           each update is done as a whole, in place.
// No operand reads an element that another iteration updates: that would be a dependence between a
// read that belongs to no update and the update.
//
// A clause copies what its name stands for, so each access must stand in the text of the loop under
// that name. An atomic update names nothing anew, but must be a statement in the text of the loop.
// Copies are made on the stack of each thread, so arrays of unknown or large size are atomic. One
// element that all iterations update is left to the reduction of scalars.
//
//===----------------------------------------------------------------------===//

#include "analyses/Judgement.h"
#include "analyses/Ranges.h"

#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Lex/Lexer.h"

#include <algorithm>

using namespace clang;

namespace loomp {

/// Pairs of updates of one object that are compared at most.
static constexpr size_t MaximalUpdates = 24;

static std::string textOf(const ASTContext &context, const Expr &expression) {
  CharSourceRange range = CharSourceRange::getTokenRange(expression.getSourceRange());
  range = Lexer::makeFileCharRange(range, context.getSourceManager(), context.getLangOpts());
  return Lexer::getSourceText(range, context.getSourceManager(), context.getLangOpts()).str();
}

void Judgement::judgeArrays() {
  std::vector<ObjectId> order;
  std::map<ObjectId, std::vector<size_t>> byObject;
  for (size_t i : Elements) {
    std::vector<size_t> &accesses = byObject[M.accesses[i].path.object];
    if (accesses.empty())
      order.push_back(M.accesses[i].path.object);
    accesses.push_back(i);
  }
  for (ObjectId object : order) {
    Collides = false;
    if (auto sum = asClassReduction(object, byObject[object])) {
      Settled.insert(object);
      WithRole.insert(object);
      describeRole(*sum);
      Out.roles.push_back(std::move(*sum));
      continue;
    }
    bool isFixedOnly = std::all_of(byObject[object].begin(), byObject[object].end(),
                                   [&](size_t i) { return isFixed(M, L, M.accesses[i].path); });
    // A variable may rather get its own copy as a whole.
    bool isElsewhere = M.objects[object].kind != ObjectKind::Variable;
    if (isFixedOnly && reduceInvariantElements(object, true, isElsewhere))
      continue;
    std::optional<Role> role = asUpdates(object, byObject[object]);
    // Places that every iteration updates, not all of which a variable can stand for.
    bool isUpdatedOnly = std::all_of(byObject[object].begin(), byObject[object].end(),
                                     [&](size_t i) { return M.accesses[i].update >= 0; });
    if (!role && isFixedOnly && isUpdatedOnly)
      role = asUpdates(object, byObject[object], true);
    if (!role && reduceInvariantElements(object, false, isElsewhere))
      continue;
    if (!role) {
      if (isPrivateObject(object, byObject[object])) {
        Settled.insert(object);
        WithRole.insert(object);
      } else {
        reduceInvariantElements(object, false, true);
      }
      continue;
    }
    Settled.insert(object);
    if (role->kind != RoleKind::Atomic)
      WithRole.insert(object);
    CopiedBytes += role->array->bytes;
    role->array->collides = Collides;
    describeRole(*role);
    checkReduction(object, accessesOf(object), *role);
    Out.roles.push_back(std::move(*role));
  }
}

std::vector<size_t> Judgement::accessesOf(ObjectId object) const {
  std::vector<size_t> found;
  for (size_t i = Judged.accessBegin; i < Judged.accessEnd; ++i)
    if (M.accesses[i].path.object == object)
      found.push_back(i);
  return found;
}

/// Does the loop carry a dependence between the two accesses, in either direction?
bool Judgement::depends(size_t a, size_t b) {
  auto dependence = carriedDependence(M, J.solver, L, a, b);
  if (!dependence && a != b)
    dependence = carriedDependence(M, J.solver, L, b, a);
  Collides |= dependence && dependence->proven;
  return dependence.has_value();
}

/// Does every access stand in the text of the loop under the object's own name?
bool Judgement::isNamedInLoop(ObjectId object, const std::vector<size_t> &accesses) const {
  const ValueDecl *declaration = M.objects[object].declaration;
  return declaration && std::all_of(accesses.begin(), accesses.end(), [&](size_t i) {
           const Path &path = M.accesses[i].path;
           return path.name && path.name->getCanonicalDecl() == declaration->getCanonicalDecl() &&
                  M.isInside(path.namedIn, L);
         });
}

/// May another object of the loop share memory with this one?
bool Judgement::overlapsAnother(ObjectId object, const std::vector<size_t> &accesses) const {
  std::map<ObjectId, std::vector<size_t>> others;
  for (size_t i : Elements)
    others[M.accesses[i].path.object].push_back(i);
  for (const auto &[key, scalar] : Scalars)
    others[key.first].insert(others[key.first].end(), scalar.begin(), scalar.end());
  others.erase(object);
  return std::any_of(others.begin(), others.end(),
                     [&](const auto &other) { return firstOverlap(accesses, other.second); });
}

std::optional<Role> Judgement::asUpdates(ObjectId object, const std::vector<size_t> &accesses,
                                         bool mayBeFixed) {
  auto updateOf = [&](size_t i) -> const Update * {
    int id = M.accesses[i].update;
    const Update *update = id >= 0 && !M.accesses[i].isSharedByte ? &M.updates[id] : nullptr;
    return update && update->rejection.empty() && update->skipped.empty() &&
                   !update->needsTruthValue
               ? update
               : nullptr;
  };
  std::vector<size_t> writes, others;
  for (size_t i : accesses) {
    if (!updateOf(i))
      others.push_back(i);
    else if (M.accesses[i].isWrite)
      writes.push_back(i);
  }
  if (writes.empty() || writes.size() > MaximalUpdates ||
      isWiderThanMachine(J.context, M.accesses[writes.front()].path.type))
    return std::nullopt;

  // The read of an update has the place and the guard of its write. What else there is must not
  // meet an update of another iteration.
  std::set<size_t> colliding;
  for (size_t x = 0; x < writes.size(); ++x)
    for (size_t y = x; y < writes.size(); ++y)
      if (depends(writes[x], writes[y])) {
        const Access &a = M.accesses[writes[x]], &b = M.accesses[writes[y]];
        if (updateOf(writes[x])->op != updateOf(writes[y])->op ||
            !J.context.hasSameUnqualifiedType(a.path.type, b.path.type))
          return std::nullopt;
        colliding.insert({writes[x], writes[y]});
      }
  if (colliding.empty())
    return std::nullopt;
  for (size_t other : others)
    for (size_t each : accesses)
      if ((M.accesses[other].isWrite || M.accesses[each].isWrite) && depends(other, each))
        return std::nullopt;

  // Copies do not follow what another object does to the same memory; atomic updates do.
  auto reduction = others.empty() ? asArrayReduction(object, accesses) : std::nullopt;
  if (reduction && !overlapsAnother(object, accesses))
    return reduction;
  // One place for all iterations: a variable, though not by name.
  for (size_t i : colliding) {
    const Path &path = M.accesses[i].path;
    bool varies = M.isInside(M.objects[path.object].loop, L);
    for (const Component &component : path.components)
      varies |= component.kind == Component::Kind::Unknown ||
                (component.kind == Component::Kind::Index &&
                 (!component.index || M.varies(*component.index, L)));
    if (!varies && !mayBeFixed)
      return reduction;
  }
  std::vector<size_t> atomics(colliding.begin(), colliding.end());
  auto statements = atomicStatements(atomics);
  if (!statements)
    return reduction;
  AtomicWrites.insert(atomics.begin(), atomics.end());
  Role role{.variable = nameOf(object),
            .kind = RoleKind::Atomic,
            .op = updateOf(atomics.front())->op,
            .array = std::move(*statements)};
  // What has no name of its own is called as the first update calls it.
  if (!M.objects[object].declaration)
    role.variable = textOf(J.context, *M.accesses[atomics.front()].expression);
  if (const ValueDecl *declaration = M.objects[object].declaration)
    role.declaration = positionOf(J.context, declaration->getLocation());
  return role;
}

std::optional<Role> Judgement::asArrayReduction(ObjectId object,
                                                const std::vector<size_t> &accesses) const {
  std::string op;
  for (size_t i : accesses) {
    int id = M.accesses[i].update;
    if (id < 0 || (!op.empty() && op != M.updates[id].op))
      return std::nullopt;
    op = M.updates[id].op;
  }
  if (!isNamedInLoop(object, accesses))
    return std::nullopt;
  auto form = reductionForm(object);
  if (!form || form->bytes + CopiedBytes > MaximalCopy)
    return std::nullopt;
  const ValueDecl *declaration = M.objects[object].declaration;
  return Role{.variable = declaration->getNameAsString(),
              .kind = RoleKind::ArrayReduction,
              .op = op,
              .array = std::move(form),
              .declaration = positionOf(J.context, declaration->getLocation())};
}

/// The places where the variable stands as `v[...]` in the text of the statement.
static bool collectSubscripted(const ASTContext &context, const Stmt *statement,
                               const ValueDecl *variable, std::vector<TextRange> &found) {
  if (!statement)
    return true;
  const auto *call = dyn_cast<CXXOperatorCallExpr>(statement);
  if (call && call->getOperator() == OO_Subscript)
    if (const auto *name = dyn_cast<DeclRefExpr>(call->getArg(0)->IgnoreParenImpCasts());
        name && name->getDecl()->getCanonicalDecl() == variable->getCanonicalDecl()) {
      const SourceManager &sources = context.getSourceManager();
      CharSourceRange range = CharSourceRange::getTokenRange(name->getSourceRange());
      range = Lexer::makeFileCharRange(range, sources, context.getLangOpts());
      if (range.isInvalid() || name->getBeginLoc().isMacroID())
        return false;
      found.push_back(
          {sources.getFileOffset(range.getBegin()), sources.getFileOffset(range.getEnd())});
    }
  for (const Stmt *child : statement->children())
    if (!collectSubscripted(context, child, variable, found))
      return false;
  return true;
}

/// How a clause names all elements that the loop may touch; absent if their number is not known.
/// Does every iteration access this element of what a pointer points to?
bool Judgement::isCertainlyTouched(ObjectId object, Coefficient number) const {
  for (size_t i : accessesOf(object)) {
    const Access &access = M.accesses[i];
    if (access.path.components.empty() || !access.path.components[0].index)
      continue;
    Polynomial index = *access.path.components[0].index;
    if (access.guard == Judged.guardInside && index == Polynomial(number))
      return true;
    // An element that a loop inside, which always runs, reaches first or last.
    if (access.loop == L || access.loop == NoLoop)
      continue;
    const Loop &inner = M.loops[access.loop];
    if (!inner.isCanonical || !inner.provenNonEmpty || inner.parent != L || !inner.last ||
        inner.guardBefore != Judged.guardInside || access.guard != inner.guardInside)
      continue;
    bool isUnit = inner.step && (inner.step->asConstant() == 1 || inner.step->asConstant() == -1);
    if (index.substitute(inner.indexSymbol, inner.lower) == Polynomial(number) ||
        (isUnit && index.substitute(inner.indexSymbol, *inner.last) == Polynomial(number)))
      return true;
  }
  return false;
}

std::optional<ArrayForm> Judgement::reductionForm(ObjectId object) const {
  const ValueDecl *declaration = M.objects[object].declaration;
  QualType type = declaration->getType().getNonReferenceType();
  ArrayForm form;
  QualType element = type;
  std::uint64_t count = 1;
  while (const auto *array = J.context.getAsConstantArrayType(element)) {
    count *= array->getSize().getZExtValue();
    form.section += "[:" + std::to_string(array->getSize().getZExtValue()) + "]";
    element = array->getElementType();
  }
  // One element: a clause for all of them would change a NaN, or an infinity, beside it.
  int first = 0, end = 0;
  if (auto range = type->isConstantArrayType() && !element->isArrayType() &&
                           J.context.getAsConstantArrayType(type)->getElementType() == element
                       ? touchedRange(M, J.solver, L, touchesOf(M, accessesOf(object)), J.context)
                       : std::nullopt;
      range && range->pointer == declaration->getNameAsString() &&
      !llvm::StringRef(range->low).getAsInteger(10, first) &&
      !llvm::StringRef(range->high).getAsInteger(10, end) && first >= 0 && end == first + 1) {
    form.section = "[" + std::to_string(first) + ":1]";
    count = 1;
  }
  if (form.section.empty()) {
    const auto *record =
        dyn_cast_or_null<ClassTemplateSpecializationDecl>(type->getAsCXXRecordDecl());
    if (record && record->getQualifiedNameAsString() == "std::array") {
      element = record->getTemplateArgs()[0].getAsType();
      count = record->getTemplateArgs()[1].getAsIntegral().getZExtValue();
      form.section = "[:" + std::to_string(count) + "]";
      form.data = declaration->getNameAsString() + ".data()";
      if (!collectSubscripted(J.context, Judged.statement, declaration, form.uses))
        return std::nullopt;
    } else if (type->isPointerType() && M.objects[object].kind == ObjectKind::Pointee) {
      // A pointer that the loop does not move, to a range of known size.
      auto range = touchedRange(M, J.solver, L, touchesOf(M, accessesOf(object)), J.context);
      int low = 0, high = 0;
      if (!range || range->pointer != declaration->getNameAsString() ||
          llvm::StringRef(range->low).getAsInteger(10, low) ||
          llvm::StringRef(range->high).getAsInteger(10, high) || low < 0 || high <= low)
        return std::nullopt;
      // The clause reads and writes the whole section, so all of it must exist.
      if (!isCertainlyTouched(object, low) || !isCertainlyTouched(object, high - 1))
        return std::nullopt;
      form.mayTrap = true;
      for (const auto &[key, accesses] : Scalars)
        for (size_t i : accesses)
          if (M.objects[key.first].declaration == declaration && M.accesses[i].isWrite)
            return std::nullopt;
      element = type->getPointeeType();
      count = high - low;
      form.section = "[" + (low ? std::to_string(low) : "") + ":" + std::to_string(count) + "]";
    } else {
      return std::nullopt;
    }
  }
  if (!element->isArithmeticType() || element->isBooleanType())
    return std::nullopt;
  form.bytes = count * J.context.getTypeSizeInChars(element).getQuantity();
  return form;
}

/// The expressions that are statements, in places where a directive may stand above them.
static void collectStatements(const Stmt *statement, std::set<const Expr *> &found) {
  if (!statement || isa<Expr>(statement))
    return;
  auto take = [&](const Stmt *child) {
    if (const auto *expression = dyn_cast_or_null<Expr>(child)) {
      if (const auto *full = dyn_cast<ExprWithCleanups>(expression))
        expression = full->getSubExpr();
      found.insert(expression);
    }
  };
  if (isa<CompoundStmt>(statement))
    for (const Stmt *child : statement->children())
      take(child);
  else if (const auto *choice = dyn_cast<IfStmt>(statement))
    take(choice->getThen()), take(choice->getElse());
  else if (const auto *loop = dyn_cast<ForStmt>(statement))
    take(loop->getBody());
  else if (const auto *range = dyn_cast<CXXForRangeStmt>(statement))
    take(range->getBody());
  else if (const auto *repeat = dyn_cast<WhileStmt>(statement))
    take(repeat->getBody());
  for (const Stmt *child : statement->children())
    collectStatements(child, found);
}

/// `x++`, `x OP= e`, `x = x OP e` or `x = e OP x`: what OpenMP 4.5 updates atomically. Not
/// `x = (x OP e)`, which g++ takes for none of these.
static bool hasAtomicForm(const ASTContext &context, const Update &update) {
  static const std::set<std::string> operators = {"+", "*", "&", "|", "^"};
  if (!operators.count(update.op))
    return false;
  if (isa<UnaryOperator, CompoundAssignOperator>(update.expression))
    return true;
  const auto *assignment = dyn_cast<BinaryOperator>(update.expression);
  const auto *binary =
      assignment ? dyn_cast<BinaryOperator>(assignment->getRHS()->IgnoreImpCasts()) : nullptr;
  if (!binary || isa<CompoundAssignOperator>(binary) ||
      !context.hasSameUnqualifiedType(binary->getType(), assignment->getLHS()->getType()))
    return false;
  auto profile = [&](const Expr *expression) {
    llvm::FoldingSetNodeID id;
    expression->IgnoreParenImpCasts()->Profile(id, context, true);
    return id;
  };
  auto target = profile(assignment->getLHS());
  return (profile(binary->getLHS()) == target) != (profile(binary->getRHS()) == target);
}

static std::optional<TextRange> fileRange(const ASTContext &context, SourceRange tokens) {
  const SourceManager &sources = context.getSourceManager();
  if (tokens.getBegin().isMacroID() || tokens.getEnd().isMacroID())
    return std::nullopt;
  CharSourceRange range = Lexer::makeFileCharRange(CharSourceRange::getTokenRange(tokens), sources,
                                                   context.getLangOpts());
  if (range.isInvalid())
    return std::nullopt;
  return TextRange{sources.getFileOffset(range.getBegin()), sources.getFileOffset(range.getEnd())};
}

/// The `if` that does nothing but this assignment.
static const IfStmt *choiceOf(const Stmt *statement, const Expr *assignment) {
  if (!statement || isa<Expr>(statement))
    return nullptr;
  if (const auto *choice = dyn_cast<IfStmt>(statement)) {
    const Stmt *then = choice->getThen();
    if (const auto *block = dyn_cast<CompoundStmt>(then); block && block->size() == 1)
      then = block->body_front();
    if (then == assignment)
      return choice;
  }
  for (const Stmt *child : statement->children())
    if (const IfStmt *found = choiceOf(child, assignment))
      return found;
  return nullptr;
}

/// `x = min(x, e)`, `x = e < x ? e : x` or `if (e < x) x = e`. The update has been matched as
/// evaluating e without effects, and as leaving the smaller of the two.
std::optional<ComparedUpdate> Judgement::asCompared(const Update &update, QualType type) const {
  const auto *assignment = dyn_cast<BinaryOperator>(update.expression);
  if (!assignment || assignment->getOpcode() != BO_Assign)
    return std::nullopt;
  auto isPlace = [&](const Expr *expression) {
    llvm::FoldingSetNodeID a, b;
    expression->IgnoreParenImpCasts()->Profile(a, J.context, true);
    assignment->getLHS()->IgnoreParenImpCasts()->Profile(b, J.context, true);
    return a == b;
  };
  const Expr *value = assignment->getRHS()->IgnoreParenImpCasts();
  SourceRange statement = assignment->getSourceRange();
  bool hasSemicolon = true;
  if (const auto *choice = dyn_cast<ConditionalOperator>(value)) {
    value = isPlace(choice->getTrueExpr()) ? choice->getFalseExpr() : choice->getTrueExpr();
  } else if (const auto *call = dyn_cast<CallExpr>(value);
             call && call->getNumArgs() == 2 &&
             isPlace(call->getArg(0)) != isPlace(call->getArg(1))) {
    value = isPlace(call->getArg(0)) ? call->getArg(1) : call->getArg(0);
  } else {
    const IfStmt *choice = choiceOf(Judged.statement, assignment);
    if (!choice || choice->getInit() || choice->hasVarStorage() || choice->getElse() ||
        !isa<BinaryOperator>(choice->getCond()->IgnoreParenImpCasts()) ||
        cast<BinaryOperator>(choice->getCond()->IgnoreParenImpCasts())->isLogicalOp())
      return std::nullopt;
    statement = choice->getSourceRange();
    hasSemicolon = !isa<CompoundStmt>(choice->getThen());
  }
  auto range = fileRange(J.context, statement),
       operand = fileRange(J.context, value->getSourceRange());
  auto place = fileRange(J.context, assignment->getLHS()->getSourceRange());
  if (!range || !operand || !place)
    return std::nullopt;
  if (hasSemicolon) {
    SourceLocation behind =
        Lexer::findLocationAfterToken(statement.getEnd(), tok::semi, J.context.getSourceManager(),
                                      J.context.getLangOpts(), false);
    if (behind.isInvalid())
      return std::nullopt;
    range->end = J.context.getSourceManager().getFileOffset(behind);
  }
  PrintingPolicy policy(J.context.getLangOpts());
  return ComparedUpdate{.statement = *range,
                        .value = *operand,
                        .place = textOf(J.context, *assignment->getLHS()),
                        .type = type.getCanonicalType().getUnqualifiedType().getAsString(policy),
                        .isLess = update.op == "min"};
}

std::optional<ArrayForm> Judgement::atomicStatements(const std::vector<size_t> &updates) const {
  std::set<const Expr *> statements;
  collectStatements(Judged.statement, statements);
  ArrayForm form;
  for (size_t i : updates) {
    const Update &update = M.updates[M.accesses[i].update];
    QualType type = M.accesses[i].path.type;
    bool isNumber =
        type->isArithmeticType() && !type->isBooleanType() && J.context.getTypeSize(type) <= 64;
    if (!isNumber || !statements.count(update.expression))
      return std::nullopt;
    if (update.op == "min" || update.op == "max") {
      auto compared = asCompared(update, type);
      if (!compared)
        return std::nullopt;
      form.compared.push_back(std::move(*compared));
      continue;
    }
    auto range = fileRange(J.context, update.expression->getSourceRange());
    if (!range || !hasAtomicForm(J.context, update))
      return std::nullopt;
    form.updates.push_back(*range);
  }
  return form;
}

} // namespace loomp
