//===- ListWalk.cpp - loops over linked structures ------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (Node *p = head; p; p = p->next)      one thread walks, and leaves what it would do
//     p->value = f(p->value);                 with each node to the others
//
// Theorem. Let a loop set p to p->next at the end of each iteration, end where p is a fixed
// pointer, and write nothing that may be some node's link. Then the nodes it visits are different
// objects: were the i-th and the j-th one the same, i < j, the walk would repeat what lies between
// them for ever, since each node has but one successor. So iteration t accesses element t of an
// array of nodes that nobody else knows, as far as it accesses the node itself, and whether
// iterations depend on each other is the question of Judge.cpp. The walk, which reads p and the
// links only, goes on while they run: it needs that no iteration writes these.
//
// The array is a figure of speech. What lies behind a node in memory is not the next one, nor has
// it a range to be checked when the program runs:
//
//   - an access through p is to a member of node t itself; what p leads to over another pointer is
//     any object of its type, one of the nodes for instance;
//   - what a smart pointer of the node owns may be the next node;
//   - bytes behind a member, such as a flexible array, may hold anything.
//
// The elements of a list or a tree of the standard library are different objects by its contract,
// as long as nobody changes the container.
//
// What a task runs is the body without the update of p (TaskBody.cpp).
//
//===----------------------------------------------------------------------===//

#include "analyses/ListWalk.h"

#include "analyses/EntryText.h"
#include "analyses/Evaluator.h"
#include "analyses/LoopParts.h"
#include "analyses/TaskBody.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Lex/Lexer.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace loomp {

namespace {
struct Link {
  const FieldDecl *field = nullptr;
  bool isOwner = false;
};
} // namespace

/// `p->next`, `p->next.get()`, or a member function that returns no more than that.
static Link linkOf(const Expr *expression, const VarDecl *node) {
  expression = expression->IgnoreParenImpCasts();
  if (const auto *member = dyn_cast<MemberExpr>(expression)) {
    const auto *field = dyn_cast<FieldDecl>(member->getMemberDecl());
    bool isOfNode =
        member->isArrow() && (node ? namedVariable(member->getBase()) == node
                                   : isa<CXXThisExpr>(member->getBase()->IgnoreParens()));
    return isOfNode ? Link{field} : Link{};
  }
  const auto *call = dyn_cast<CXXMemberCallExpr>(expression);
  const CXXMethodDecl *callee = call ? call->getMethodDecl() : nullptr;
  if (!callee || call->getNumArgs() != 0 || callee->isVirtual())
    return {};
  const Expr *object = call->getImplicitObjectArgument();
  QualType owner = object->getType();
  const auto *ownerClass = owner->getAsCXXRecordDecl();
  if (isStandardClass(owner) && callee->getDeclName().isIdentifier() &&
      callee->getName() == "get" &&
      (ownerClass->getName() == "unique_ptr" || ownerClass->getName() == "shared_ptr")) {
    Link link = linkOf(object, node);
    link.isOwner = true;
    return link;
  }
  const auto *body = node && namedVariable(object) == node
                         ? dyn_cast_or_null<CompoundStmt>(callee->getBody())
                         : nullptr;
  const auto *returned =
      body && body->size() == 1 ? dyn_cast<ReturnStmt>(body->body_front()) : nullptr;
  return returned && returned->getRetValue() ? linkOf(returned->getRetValue(), nullptr) : Link{};
}

/// The link over which `update` moves a pointer, and the pointer.
static std::pair<const VarDecl *, const Expr *> assignedPointer(const Stmt *update) {
  const auto *expression = dyn_cast_or_null<Expr>(update);
  const auto *assignment =
      expression ? dyn_cast<BinaryOperator>(expression->IgnoreParenImpCasts()) : nullptr;
  if (!assignment || assignment->getOpcode() != BO_Assign)
    return {};
  return {namedVariable(assignment->getLHS()), assignment->getRHS()};
}

/// Does it not matter which thread evaluates this, where exceptions are caught and who holds a
/// lock?
static bool isPlainStart(const Stmt *statement, unsigned depth = 0) {
  if (!statement)
    return true;
  if (depth > 8 ||
      isa<LambdaExpr, CXXNewExpr, CXXDeleteExpr, CXXThrowExpr, CXXDynamicCastExpr, StmtExpr>(
          statement))
    return false;
  if (const auto *reference = dyn_cast<DeclRefExpr>(statement))
    if (const auto *variable = dyn_cast<VarDecl>(reference->getDecl());
        variable && (variable->getTLSKind() != VarDecl::TLS_None || variable->isStaticLocal() ||
                     variable->hasAttr<OMPThreadPrivateDeclAttr>()))
      return false;
  const FunctionDecl *callee = nullptr;
  if (const auto *call = dyn_cast<CallExpr>(statement)) {
    static const std::set<llvm::StringRef> plain = {"get", "front",  "back", "begin",
                                                    "end", "cbegin", "cend", "data"};
    callee = call->getDirectCallee();
    const auto *method = dyn_cast_or_null<CXXMethodDecl>(callee);
    bool isNamed = callee && callee->getDeclName().isIdentifier() && plain.count(callee->getName());
    OverloadedOperatorKind op = callee ? callee->getOverloadedOperator() : OO_None;
    if (method && isOfLibrary(*callee) &&
        (isNamed || op == OO_Subscript || op == OO_Star || op == OO_Arrow))
      callee = nullptr;
    else if (!callee || (method && method->isVirtual()) ||
             callee->getASTContext().getSourceManager().isInSystemHeader(callee->getLocation()))
      return false;
  } else if (const auto *construct = dyn_cast<CXXConstructExpr>(statement)) {
    return construct->getConstructor()->isTrivial();
  }
  const FunctionDecl *definition = nullptr;
  if (callee) {
    const auto *body = callee->hasBody(definition)
                           ? dyn_cast_or_null<CompoundStmt>(definition->getBody())
                           : nullptr;
    const auto *returned =
        body && body->size() == 1 ? dyn_cast<ReturnStmt>(body->body_front()) : nullptr;
    if (!returned || !isPlainStart(returned->getRetValue(), depth + 1))
      return false;
  }
  return llvm::all_of(statement->children(),
                      [&](const Stmt *each) { return isPlainStart(each, depth); });
}

/// `p`, `p != e`: is it where p is e, and nothing else, that the loop ends?
static bool endsAt(const Expr *condition, const VarDecl *node, const Expr *&bound) {
  if (!condition)
    return false;
  condition = condition->IgnoreParenImpCasts();
  if (namedVariable(condition) == node)
    return true;
  const auto *comparison = dyn_cast<BinaryOperator>(condition);
  if (!comparison || comparison->getOpcode() != BO_NE)
    return false;
  const Expr *left = comparison->getLHS(), *right = comparison->getRHS();
  if (namedVariable(right) == node)
    std::swap(left, right);
  bound = right;
  return namedVariable(left) == node && !mentions(right, node);
}

static std::optional<ListWalk> findPointerWalk(const Stmt &loop) {
  if (!isa<ForStmt, WhileStmt>(loop))
    return std::nullopt;
  LoopParts parts = writtenPartsOf(loop);
  // Any thread may be the one that walks.
  const Stmt *start = parts.init;
  if (const auto *declaration = dyn_cast_or_null<DeclStmt>(parts.init)) {
    const auto *variable =
        declaration->isSingleDecl() ? dyn_cast<VarDecl>(declaration->getSingleDecl()) : nullptr;
    if (!variable)
      return std::nullopt;
    start = variable->getInit();
  }
  if (!isPlainStart(start) || !isPlainStart(parts.condition))
    return std::nullopt;
  ListWalk walk;
  const auto *block = dyn_cast<CompoundStmt>(parts.body);
  std::vector<const Stmt *> inside = statementsOf(parts.body);
  const Stmt *update = parts.increment;
  if (!update && block && !inside.empty()) {
    update = walk.advance = inside.back();
    inside.pop_back();
  }
  auto [node, next] = assignedPointer(update);
  if (!node || !node->getType()->isPointerType())
    return std::nullopt;
  walk.node = node;
  Link link = linkOf(next, node);
  if (const VarDecl *ahead = namedVariable(next); ahead && walk.advance && !inside.empty()) {
    const auto *declared = dyn_cast<DeclStmt>(inside.front());
    if (!declared || !declared->isSingleDecl() || declared->getSingleDecl() != ahead ||
        !ahead->getInit() || ahead->getType()->isReferenceType())
      return std::nullopt;
    link = linkOf(ahead->getInit(), node);
    walk.ahead = ahead;
    inside.erase(inside.begin());
  }
  if (!link.field || inside.empty() || !endsAt(parts.condition, node, walk.bound))
    return std::nullopt;
  walk.link = link.field;
  walk.ownsNext = link.isOwner;
  walk.inside = std::move(inside);
  return walk;
}

std::optional<ListWalk> findListWalk(const Stmt &loop, const EffectTable &effects) {
  const auto *range = dyn_cast<CXXForRangeStmt>(&loop);
  if (!range)
    return findPointerWalk(loop);
  if (!isLinked(effects, range->getRangeInit()->getType()) || range->getInit() ||
      !range->getRangeInit()->isLValue() || !isPlainStart(range->getRangeInit()))
    return std::nullopt;
  ListWalk walk;
  walk.node = range->getLoopVariable();
  walk.inside = statementsOf(range->getBody());
  return walk.inside.empty() ? std::nullopt : std::optional(walk);
}

/// The number of the node that an iteration visits, which stands for its place in the array.
Polynomial Evaluator::numberNodes(LoopId id) {
  SymbolId number = addSymbol({.name = "node number",
                               .kind = SymbolKind::Index,
                               .loop = id,
                               .low = 0,
                               .high = TooManyTrips});
  SymbolId nodes = addSymbol({.name = "number of nodes",
                              .kind = SymbolKind::Opaque,
                              .loop = Result.loops[id].parent,
                              .low = 0,
                              .high = Coefficient(1) << 62});
  Loop &loop = Result.loops[id];
  loop.isCanonical = true;
  loop.indexSymbol = number;
  loop.indexValue = loop.iteration = Polynomial::symbol(number);
  loop.lower = Polynomial();
  loop.step = Polynomial(1);
  loop.trip = Polynomial::symbol(nodes);
  loop.last = *loop.trip - Polynomial(1);
  pushGuard(Constraint{Polynomial::symbol(number), false});
  pushGuard(Constraint{*loop.trip - Polynomial::symbol(number) - Polynomial(1), false});
  return Polynomial::symbol(number);
}

bool Evaluator::enterNodes(LoopId id, const LoopParts &parts) {
  const ListWalk &walk = *Walk;
  auto fail = [&](const std::string &problem) {
    setProblem(id, problem, Result.loops[id].statement, "unsupported-loop-form");
    return false;
  };
  const ModifiedSet &modified = *LoopModified.back();
  auto isPlain = [&](const VarDecl *variable, unsigned assignments) {
    auto count = modified.assignments.find(variable->getCanonicalDecl());
    return variable->hasLocalStorage() && !AddressTaken.count(variable) &&
           !variable->getType().isVolatileQualified() &&
           (count == modified.assignments.end() ? 0 : count->second) == assignments;
  };
  std::string name = walk.node->getNameAsString();
  if (!isPlain(walk.node, 1) || (walk.ahead && !isPlain(walk.ahead, 0)))
    return fail("'" + name + "' is changed in more than one place, or reached in another way");
  QualType pointee = walk.node->getType()->getPointeeType();
  const auto *record = pointee->getAsRecordDecl();
  QualType linked = walk.ownsNext ? QualType() : walk.link->getType();
  if (!record || !record->isCompleteDefinition() || record->isUnion() ||
      pointee.isVolatileQualified() ||
      walk.link->getParent()->getCanonicalDecl() != record->getCanonicalDecl() ||
      (!walk.ownsNext && (!linked->isPointerType() || linked.isVolatileQualified() ||
                          !Context.hasSameUnqualifiedType(linked->getPointeeType(), pointee))))
    return fail("the nodes are not all of one class");
  if (!Result.strictAliasing)
    return fail("objects of one class may overlap where types do not tell them apart");
  if (walk.bound && !isInvariant(walk.bound, modified))
    return fail("where the walk ends may change");
  Value start = fresh(walk.node->getType(), Result.loops[id].parent, name, nullptr);
  auto known = Result.loops[id].targetsAtEntry.find(walk.node);
  if (start.kind != Value::Kind::Pointer || known == Result.loops[id].targetsAtEntry.end() ||
      !Result.mayOverlap(start.target.object, known->second.object))
    return fail("what '" + name + "' points to is not known");
  Loop &loop = Result.loops[id];
  loop.index = walk.node;
  Path target = start.target;
  target.components.back().index = numberNodes(id);
  Path path{objectOf(*walk.node), {}, scalarType(walk.node->getType())};
  Entry &entry = Now.memory[keyOf(path)];
  entry.path = path;
  entry.value = Value::pointer(target);
  Result.loops[id].nodes = target;
  if (parts.condition)
    pushCondition(evaluateCondition(parts.condition), true);
  return true;
}

namespace {
/// Why iterations cannot be left to tasks, each reason with its place.
class TaskLoopJudge {
public:
  TaskLoopJudge(const JudgeContext &judgement, LoopId loop, const ListWalk &walk,
                LoopResult &result)
      : J(judgement), M(judgement.model), L(loop), Judged(judgement.model.loops[loop]), Walk(walk),
        Out(result) {}
  void checkNodes();
  void checkRoles();
  void describe();

private:
  void block(const std::string &reason, const std::string &message, SourceLocation where);
  bool isPlainPart(const Path &path) const;
  bool isMember(llvm::StringRef name) const;

  const JudgeContext &J;
  const Model &M;
  LoopId L;
  const Loop &Judged;
  const ListWalk &Walk;
  LoopResult &Out;
};
} // namespace

void TaskLoopJudge::block(const std::string &reason, const std::string &message,
                          SourceLocation where) {
  Out.blockers.push_back(
      {.reason = reason, .message = message, .source = positionOf(J.context, where)});
  if (Out.verdict == Verdict::Parallel)
    Out.verdict = Verdict::Unknown;
}

/// Is this a part of node t itself, and of no other?
bool TaskLoopJudge::isPlainPart(const Path &path) const {
  const std::vector<Component> &parts = path.components;
  size_t length = Judged.nodes->components.size(); // of what leads to the node
  if (parts.size() < length || path.asBytes)
    return false;
  const Component &number = parts[length - 1];
  if (number.kind != Component::Kind::Index || !number.index || number.isFlat ||
      !(*number.index == Judged.iteration))
    return false;
  // A larger object, of which the node is the base, may hold other nodes.
  const auto *node =
      Walk.link ? Walk.node->getType()->getPointeeType()->getAsCXXRecordDecl() : nullptr;
  const FieldDecl *member = length < parts.size() ? parts[length].field : nullptr;
  const auto *holder = member ? dyn_cast<CXXRecordDecl>(member->getParent()) : nullptr;
  if (Walk.link && member && node && holder &&
      node->getCanonicalDecl() != holder->getCanonicalDecl() && !node->isDerivedFrom(holder))
    return false;
  for (size_t i = length; i < parts.size(); ++i) {
    const Component &part = parts[i];
    bool isOwned = i > 0 && llvm::any_of(llvm::ArrayRef(parts).slice(length, i - length),
                                         [](const Component &each) {
                                           return each.kind == Component::Kind::Buffer;
                                         });
    QualType type = M.typeAt(path, i + 1);
    bool isContent = i + 1 == parts.size() && wholeContainer(M, path); // of plain elements
    if ((part.kind == Component::Kind::Unknown && !isContent) ||
        (part.kind == Component::Kind::Index && !isOwned &&
         (!part.extent || *part.extent < 2 || part.isFlat)) ||
        (part.kind == Component::Kind::Index && isOwned &&
         (type.isNull() || !type->isScalarType() || type->isPointerType())))
      return false;
  }
  return true;
}

void TaskLoopJudge::checkNodes() {
  Path link = *Judged.nodes;
  if (Walk.link) {
    link.components.back().index.reset();
    link.components.push_back({.kind = Component::Kind::Field, .field = Walk.link});
    link.type = Walk.link->getType();
  } else {
    link.components.resize(link.components.size() - 2);
    link.components.push_back({.kind = Component::Kind::Size});
  }
  bool changesNodes = false;
  for (size_t i = Judged.accessBegin; i < Judged.accessEnd; ++i)
    changesNodes |= M.accesses[i].isWrite && M.accesses[i].path.object == Judged.nodes->object;
  for (size_t i = Judged.accessBegin; i < Judged.accessEnd; ++i) {
    const Access &access = M.accesses[i];
    const Object &object = M.objects[access.path.object];
    bool isOwn = (object.kind == ObjectKind::Variable || object.kind == ObjectKind::Temporary) &&
                 M.isInside(object.loop, L);
    if (access.isWrite && !isOwn && M.mayOverlap(access.path, link))
      return block("changed-links",
                   "the loop may change which node comes next: '" + M.text(access.path) + "'",
                   access.location);
    bool isLink = !access.isWrite && isHeader(access.path) && !Walk.link;
    bool isOfNodes = access.path.object == Judged.nodes->object && !isLink &&
                     (Walk.link || M.mayOverlap(access.path, *Judged.nodes));
    if (isOfNodes && changesNodes && !isPlainPart(access.path))
      return block("changed-links", "'" + M.text(access.path) + "' may belong to another node",
                   access.location);
  }
}

/// Does the loop reach a member of this name through `this`? Compilers fail where a task reduces
/// it.
bool TaskLoopJudge::isMember(llvm::StringRef name) const {
  for (size_t i = Judged.accessBegin; i < Judged.accessEnd; ++i) {
    const Path &path = M.accesses[i].path;
    if (M.objects[path.object].kind == ObjectKind::This && !path.components.empty() &&
        path.components[0].field && path.components[0].field->getName() == name)
      return true;
  }
  return false;
}

/// Tasks have no last iteration, and number none.
void TaskLoopJudge::checkRoles() {
  for (const Role &role : Out.roles) {
    auto named = Judged.scope.find(role.variable);
    bool isVariable =
        named == Judged.scope.end() ? !isMember(role.variable) : isa<VarDecl>(named->second);
    if (!isRoleOfTask(role, isVariable))
      block("value-used-after-loop",
            "tasks have no order in which '" + role.variable + "' could get its values",
            Judged.statement->getBeginLoc());
  }
  for (const Assumption &assumption : Out.assumptions)
    if (!assumption.isGiven)
      block("needs-assumption", "tasks are independent only if " + assumption.text,
            Judged.statement->getBeginLoc());
  if (!Out.selections.empty())
    block("value-used-after-loop", "tasks have no order in which the best one could win",
          Judged.statement->getBeginLoc());
}

void TaskLoopJudge::describe() {
  TaskLoop form;
  std::string problem;
  bool isLocal = Walk.node->getType()->isReferenceType() || isa<DecompositionDecl>(Walk.node);
  auto body =
      taskBodyOf(J.context, Judged, Walk.inside, !Walk.advance && !isLocal, Out.roles, problem);
  if (!body)
    return block("early-exit", problem, Judged.statement->getBeginLoc());
  form.body = std::move(*body);
  if (const auto *range = dyn_cast<CXXForRangeStmt>(Judged.statement); range && isLocal) {
    SourceLocation begin = range->getLoopVarStmt()->getBeginLoc(), colon = range->getColonLoc();
    auto parenthesis = Lexer::findNextToken(range->getForLoc(), J.context.getSourceManager(),
                                            J.context.getLangOpts());
    if (begin.isMacroID() || colon.isMacroID() || !parenthesis ||
        parenthesis->isNot(tok::l_paren) ||
        overloadsAddress(M.typeAt(*Judged.nodes, Judged.nodes->components.size())) ||
        overloadsAddress(Walk.node->getType().getNonReferenceType()))
      return block("unsupported-construct", "the elements have no address that can be taken",
                   begin);
    begin = parenthesis->getEndLoc(); // attributes stand in front of the declaration
    form.element = {positionOf(J.context, begin).offset, positionOf(J.context, colon).offset};
    form.elementName = isa<DecompositionDecl>(Walk.node) ? "element" : Walk.node->getNameAsString();
  } else {
    form.body.firstPrivate.insert(form.body.firstPrivate.begin(), Walk.node->getNameAsString());
  }
  Out.taskLoop = std::move(form);
}

LoopResult judgeAsTasks(const JudgeContext &judgement, LoopId id, const ListWalk &walk,
                        const LoopResult &described) {
  LoopResult result = described;
  judge(judgement, id, result);
  TaskLoopJudge judge(judgement, id, walk, result);
  if (judgement.model.loops[id].nodes) {
    judge.checkNodes();
    judge.checkRoles();
  }
  if (result.verdict == Verdict::Parallel)
    judge.describe();
  return result;
}

} // namespace loomp
