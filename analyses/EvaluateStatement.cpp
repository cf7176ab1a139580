//===- EvaluateStatement.cpp - statements other than loops ----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "analyses/Compaction.h"
#include "analyses/Evaluator.h"
#include "analyses/PeriodicCondition.h"
#include "analyses/PointerRanges.h"

#include <algorithm>

using namespace clang;

namespace loomp {

Evaluator::Evaluator(ASTContext &context, const AnalysisOptions &options,
                     const EffectTable &effects, ModifiedSets &modifiedSets,
                     const IntegerSolver &solver)
    : Context(context), Options(options), Effects(effects), Modified(modifiedSets), Solver(solver) {
  Result.strictAliasing = options.strictAliasing;
}

/// Does a statement of this kind stand anywhere in the tree?
template <typename Kind> static bool contains(const Stmt *statement) {
  if (!statement)
    return false;
  if (isa<Kind>(statement))
    return true;
  for (const Stmt *child : statement->children())
    if (contains<Kind>(child))
      return true;
  return false;
}

Model Evaluator::run(const FunctionDecl &function, ArgumentFacts facts,
                     const CallSummary *assumed) {
  Result.function = &function;
  Assumed = assumed;
  Result.facts = std::move(facts);
  noteAddressTaken(function);
  if (const auto *method = dyn_cast<CXXMethodDecl>(&function);
      method && method->getParent()->isLambda())
    noteCaptures(*method->getParent());
  Frames.push_back({.function = &function, .isLexical = true});
  for (const DeclContext *around = &function; around; around = around->getParent()) {
    const auto *each = dyn_cast<FunctionDecl>(around);
    Result.isInstantiated |= (each && each->getTemplateInstantiationPattern()) ||
                             isa<ClassTemplateSpecializationDecl>(around);
  }
  Result.hasJumps =
      mayBeJumpedInto(*function.getBody()) || contains<CXXTryStmt>(function.getBody());
  if (const auto *method = dyn_cast<CXXMethodDecl>(&function); method && method->isInstance()) {
    // In a lambda `this` is that of the method around it.
    const CXXMethodDecl *own = method;
    for (const DeclContext *around = method; around && own->getParent()->isLambda();
         around = around->getParent())
      if (const auto *outer = dyn_cast<CXXMethodDecl>(around);
          outer && outer->isInstance() && !outer->getParent()->isLambda())
        own = outer;
    QualType self = own->getFunctionObjectParameterType();
    ObjectId object = addObject(
        {.kind = ObjectKind::This, .name = "*this", .elementType = self, .parameter = -1});
    Frames.back().thisObject = Path{object, {}, self};
  }
  const auto ends = assumed ? rangeEnds(function) : std::map<unsigned, unsigned>();
  auto isBegin = [&](int number) {
    return llvm::any_of(ends,
                        [&](const auto &each) { return static_cast<int>(each.second) == number; });
  };
  for (const ParmVarDecl *parameter : function.parameters()) {
    QualType type = parameter->getType();
    int number = static_cast<int>(parameter->getFunctionScopeIndex());
    std::string name = parameter->getNameAsString();
    Result.parametersAtEntry.emplace_back();
    Frames.back().declared.push_back(parameter->getCanonicalDecl());
    if (type->isReferenceType()) {
      ObjectId object = addObject({.kind = ObjectKind::Pointee,
                                   .name = name,
                                   .declaration = parameter,
                                   .isRestrict = type.isRestrictQualified(),
                                   .isReference = true,
                                   .parameter = number});
      Frames.back().references[parameter] =
          Path{object, {}, scalarType(type.getNonReferenceType())};
      continue;
    }
    bool taken = AddressTaken.count(parameter);
    ObjectId variable =
        addObject({.kind = ObjectKind::Variable,
                   .name = name,
                   .declaration = parameter,
                   .reachable = taken || (type->isRecordType() && !isPosition(type)),
                   .preexisting = false,
                   .hasForeignStorage =
                       type->isRecordType() && !isPosition(type) && !ownsNothing(type, Context)});
    Frames.back().variables[parameter] = variable;
    Path path{variable, {}, scalarType(type)};
    Value value;
    bool countsUp = type->isPointerType() || positionDirection(Effects, type) == 1;
    if (auto begin = ends.find(number); begin != ends.end() && countsUp) {
      // It leads to another element of what the parameter leads to where the range begins.
      const ParmVarDecl *first = function.getParamDecl(begin->second);
      Path start{Frames.back().variables[first], {}, scalarType(first->getType())};
      Path target = Now.memory[keyOf(start)].value.target;
      Value distance = fresh(Context.getPointerDiffType(), NoLoop,
                             name + " - " + first->getNameAsString(), nullptr);
      Result.symbols.back().kind = SymbolKind::Input;
      Result.parametersAtEntry.back() = distance.number;
      target.components.back().index = distance.number;
      value = Value::pointer(target);
    } else if (isPosition(type) && !isBegin(number)) {
      value = fresh(path.type, NoLoop, name, nullptr);
    } else if (path.type->isPointerType() && !path.type->getPointeeType()->isFunctionType()) {
      ObjectId pointee =
          addObject({.kind = ObjectKind::Pointee,
                     .name = name,
                     .declaration = parameter,
                     .isRestrict = type.isRestrictQualified(),
                     .elementType = isPosition(type) ? path.type->getPointeeType() : QualType(),
                     .parameter = number});
      Path target{pointee, {}, path.type->getPointeeType()};
      target.components.push_back({.kind = Component::Kind::Index, .index = Polynomial()});
      value = Value::pointer(target);
    } else if (integerType(type)) {
      value = fresh(type, NoLoop, name, nullptr);
      Result.symbols.back().kind = SymbolKind::Input;
      if (value.kind == Value::Kind::Integer)
        Result.parametersAtEntry.back() = value.number;
    }
    if (const CXXRecordDecl *record = type->getAsCXXRecordDecl(); record && record->isLambda())
      value = unknownClosure(*record);
    Entry &entry = Now.memory[keyOf(path)];
    entry.path = path;
    entry.value = value;
  }
  if (const auto *constructor = dyn_cast<CXXConstructorDecl>(&function))
    for (const CXXCtorInitializer *initializer : constructor->inits())
      if (initializer->isWritten())
        evaluateValue(initializer->getInit());
  for (const Polynomial &required : assumed ? assumed->required : std::vector<Polynomial>())
    pushGuard(
        Constraint{instantiate(required, [&](unsigned i) { return Result.parametersAtEntry[i]; })});
  evaluate(function.getBody());
  Result.changing = AddressTaken;
  for (const ValueDecl *variable : Modified.of(*function.getBody()).variables)
    Result.changing.insert(cast<ValueDecl>(variable->getCanonicalDecl()));
  for (const ValueDecl *variable : Modified.of(*function.getBody()).called)
    Result.changing.insert(cast<ValueDecl>(variable->getCanonicalDecl()));
  return std::move(Result);
}

void Evaluator::evaluateDiscarded(const Expr *expression) {
  const Expr *inner = expression;
  while (true) {
    inner = inner->IgnoreParens();
    if (const auto *cleanups = dyn_cast<ExprWithCleanups>(inner))
      inner = cleanups->getSubExpr();
    else if (const auto *cast = dyn_cast<CastExpr>(inner); cast && cast->getCastKind() == CK_ToVoid)
      inner = cast->getSubExpr();
    else
      break;
  }
  if (const auto *comma = dyn_cast<BinaryOperator>(inner);
      comma && comma->getOpcode() == BO_Comma) {
    evaluateDiscarded(comma->getLHS());
    evaluateDiscarded(comma->getRHS());
    return;
  }
  Discarded.insert(inner);
  evaluateValue(expression);
}

void Evaluator::addCleanup(const Path &object, QualType type, const Expr *site) {
  const CXXRecordDecl *record = type->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition() || record->hasTrivialDestructor())
    return;
  Cleanups.push_back({object, record->getDestructor(), site});
}

void Evaluator::runCleanups(size_t downTo, bool pop) {
  for (size_t i = Cleanups.size(); i-- > downTo;) {
    Cleanup cleanup = Cleanups[i];
    if (!Now.dead) {
      if (cleanup.destructor)
        runDestructor(cleanup.object, *cleanup.destructor, cleanup.site);
      else
        unsupported(cleanup.site, "this destructor");
    }
  }
  if (pop)
    Cleanups.resize(downTo);
}

/// A body without braces is a scope, too: what it declares dies at its end.
void Evaluator::evaluateScoped(const Stmt *statement) {
  size_t cleanups = Cleanups.size();
  evaluate(statement);
  runCleanups(cleanups, true);
}

void Evaluator::evaluateIf(const IfStmt &statement) {
  if (statement.isConsteval())
    return evaluate(statement.isNonNegatedConsteval() ? statement.getElse() : statement.getThen());
  size_t cleanups = Cleanups.size();
  if (statement.getInit())
    evaluate(statement.getInit());
  if (const DeclStmt *declaration = statement.getConditionVariableDeclStmt())
    evaluate(declaration);
  if (statement.isConstexpr())
    if (auto taken = statement.getNondiscardedCase(Context)) {
      if (*taken)
        evaluate(*taken);
      return runCleanups(cleanups, true);
    }
  matchConditionalUpdate(statement);
  int selection = matchSelection(statement);
  size_t firstAccess = Result.accesses.size();
  Condition condition = evaluateCondition(statement.getCond());
  if (selection >= 0) {
    Result.selections[selection].conditionBegin = firstAccess;
    Result.selections[selection].conditionEnd = Result.accesses.size();
  }
  State before = Now;
  pushCondition(condition, true);
  int thenGuard = Now.guard;
  evaluateScoped(statement.getThen());
  State afterThen = std::exchange(Now, before);
  pushCondition(condition, false);
  int elseGuard = Now.guard;
  if (statement.getElse())
    evaluateScoped(statement.getElse());
  // Where only one branch goes on, its condition holds from here; where a branch may be left on the
  // way, what follows runs under a condition that a chain of guards cannot say.
  bool bothGoOn = !afterThen.dead && !Now.dead;
  bool mayLeave = afterThen.guard != thenGuard || Now.guard != elseGuard;
  int guard = afterThen.dead ? Now.guard : Now.dead ? afterThen.guard : before.guard;
  bool maySettle = IsTrial || mentionsQuotient(Result, condition);
  State afterElse = maySettle && bothGoOn && !mayLeave ? Now : State();
  Now = join(afterThen, Now);
  Now.guard = guard;
  if (maySettle)
    chooseValues(afterThen, afterElse, condition);
  if (bothGoOn && mayLeave)
    pushGuard(std::nullopt);
  runCleanups(cleanups, true);
}

void Evaluator::evaluateSwitch(const SwitchStmt &statement) {
  size_t cleanups = Cleanups.size();
  if (statement.getInit())
    evaluate(statement.getInit());
  if (const DeclStmt *declaration = statement.getConditionVariableDeclStmt())
    evaluate(declaration);
  Value value = evaluateValue(statement.getCond());
  addDecision(value.taint);
  const auto *body = dyn_cast<CompoundStmt>(statement.getBody());
  if (!body) {
    unsupported(&statement, "this switch");
    return;
  }
  State entry = Now;
  // What stands behind one label need not have run where another one is reached: each has a
  // condition of its own.
  std::set<int> guarded;
  int outside = Now.guard, current = -1;
  Targets.push_back({.statement = &statement, .cleanups = Cleanups.size()});
  Now.dead = true;
  bool hasDefault = false, leftOnTheWay = false;
  unsigned labels = 0;
  for (const Stmt *child : body->body()) {
    const Stmt *inner = child;
    while (const auto *label = dyn_cast<SwitchCase>(inner)) {
      ++labels;
      hasDefault |= isa<DefaultStmt>(label);
      State fresh = entry;
      leftOnTheWay |= !Now.dead && Now.guard != current;
      Now = join(Now, fresh);
      Now.guard = outside;
      pushGuard(std::nullopt);
      guarded.insert(current = Now.guard);
      inner = label->getSubStmt();
    }
    if (Now.dead)
      continue;
    size_t breaksBefore = Targets.back().breaks.size();
    evaluate(inner);
    leftOnTheWay |= Now.dead && Targets.back().breaks.size() == breaksBefore;
  }
  for (const SwitchCase *label = statement.getSwitchCaseList(); label;
       label = label->getNextSwitchCase())
    --labels;
  if (labels != 0)
    unsupported(&statement, "a switch with labels inside nested blocks");
  // A case that ends neither in `break` nor at the end leaves what follows under a condition.
  bool mayLeave = leftOnTheWay || (!Now.dead && Now.guard != current);
  if (Cleanups.size() > Targets.back().cleanups)
    unsupported(&statement, "an object with a destructor between the labels of a switch");
  std::vector<State> exits = std::move(Targets.back().breaks);
  for (const State &state : exits)
    mayLeave |= !guarded.count(state.guard);
  Targets.pop_back();
  exits.push_back(Now);
  if (!hasDefault)
    exits.push_back(entry);
  Now = joinAll(std::move(exits));
  Now.guard = entry.guard;
  if (mayLeave && !Now.dead)
    pushGuard(std::nullopt);
  runCleanups(cleanups, true);
}

/// `do { ... } while (0)`: a block that `break` and `continue` leave.
void Evaluator::evaluateOnce(const Stmt &loop) {
  int outside = Now.guard;
  Targets.push_back({.statement = &loop, .runsOnce = true, .cleanups = Cleanups.size()});
  evaluateScoped(partsOf(loop).body);
  Target target = std::move(Targets.back());
  Targets.pop_back();
  std::vector<State> exits = std::move(target.breaks);
  exits.insert(exits.end(), std::make_move_iterator(target.continues.begin()),
               std::make_move_iterator(target.continues.end()));
  if (exits.empty())
    return;
  exits.push_back(std::move(Now));
  Now = joinAll(std::move(exits));
  // Whoever left early comes back here, unless the function is left as well.
  Now.guard = outside;
  if (!Now.dead)
    pushGuard(std::nullopt);
}

void Evaluator::evaluateReturn(const ReturnStmt &statement) {
  Frame &frame = Frames.back();
  Value value;
  Place place;
  bool hasPlace = false;
  if (const Expr *result = statement.getRetValue()) {
    if (result->isGLValue() && frame.isLoaded) {
      value = loadFrom(*result->IgnoreParens());
      // What runs before the caller reads it might change it.
      if (Cleanups.size() > frame.cleanups)
        value = unsupported(result, "a reference returned past destructors");
    } else if (result->isGLValue()) {
      place = evaluatePlace(result);
      hasPlace = true;
    } else if (result->getType()->isRecordType()) {
      place = temporary(result->getType());
      value = evaluateInitializer(place.path, result->getType(), result);
      hasPlace = true;
      if (Frames.size() == 1)
        Result.returned.push_back(place.path.object);
    } else {
      value = evaluateValue(result);
    }
  }
  // Leaving the function leaves every loop of it that is still running.
  LoopId outermost = NoLoop;
  for (LoopId loop : LoopStack)
    if (loop != frame.loop && !Result.isInside(frame.loop, loop)) {
      outermost = loop;
      break;
    }
  if (outermost != NoLoop)
    addEffect({.reason = "early-exit",
               .message = "'return' leaves the loop before its last iteration",
               .proven = true,
               .outermost = outermost},
              &statement);
  runCleanups(frame.cleanups, false);
  Frame &current = Frames.back();
  current.returns.push_back(Now);
  current.returnValues.push_back(value);
  if (hasPlace)
    current.returnPlaces.push_back(place.path);
  Now.dead = true;
}

void Evaluator::evaluateDirective(const OMPExecutableDirective &directive) {
  // The clauses change how the code runs, not what it means as serial code.
  std::string around = Protection;
  if (isa<OMPAtomicDirective>(directive))
    Protection = "atomic";
  else if (isa<OMPOrderedDirective>(directive))
    Protection = "ordered";
  else if (const auto *critical = dyn_cast<OMPCriticalDirective>(&directive))
    Protection = "critical(" + critical->getDirectiveName().getAsString() + ")";
  Construct met{.directive = &directive,
                .accessBegin = Result.accesses.size(),
                .effectBegin = Result.effects.size()};
  noteLoops(directive);
  if (directive.hasAssociatedStmt())
    evaluate(directive.getRawStmt());
  met.accessEnd = Result.accesses.size();
  met.effectEnd = Result.effects.size();
  if (!Quiet)
    Result.constructs.push_back(met);
  Protection = around;
}

void Evaluator::evaluate(const Stmt *statement) {
  if (!statement)
    return;
  const auto *label = dyn_cast<LabelStmt>(statement);
  if (Now.dead && !(label && blockOf(*label->getDecl()))) {
    if (!label && !mayBeJumpedInto(*statement))
      return;
    forgetEverything();
    Now.dead = false;
    Now.guard = -1;
    pushGuard(std::nullopt);
  }
  CalleeSteps += !Frames.back().isLexical;
  constexpr size_t deepestNest = 64; // each level copies what is known of all levels around it
  if (++Steps > 200000 || Depth > 400 || LoopStack.size() > deepestNest) {
    Result.hasJumps = true; // what follows is not seen, and may read anything
    if (Steps <= 200001)
      unsupported(statement, "a function this large or nested this deeply");
    Now.dead = true;
    return;
  }
  ++Depth;
  std::optional<size_t> appending;
  for (size_t i = 0; i < CountGrowths.size() && Frames.size() == 1; ++i) {
    const CountedPlace &place = Followed->places[i];
    if (statement == place.certain)
      pushGuard(Constraint{Polynomial::symbol(CountGrowths[i]) - Polynomial(place.step),
                           /*isEquality=*/true});
    if (statement == place.statement && place.append)
      appending = i;
  }
  bool isSpanned = (Assumed || Followed || SpansStatements) && Frames.size() == 1 && !Quiet;
  StatementSpan span{.accessBegin = Result.accesses.size(),
                     .effectBegin = Result.effects.size(),
                     .guard = Now.guard,
                     .objects = static_cast<ObjectId>(Result.objects.size())};
  auto endSpan = [&] {
    span.accessEnd = Result.accesses.size();
    span.effectEnd = Result.effects.size();
    if (!isSpanned)
      return;
    span.isRepeated = Result.spans.count(statement);
    Result.spans[statement] = span;
  };
  if (const auto *expression = dyn_cast<Expr>(statement)) {
    appending ? evaluateAppend(*appending) : evaluateDiscarded(expression);
    endSpan();
    --Depth;
    return;
  }
  size_t inScope = Frames.back().declared.size();
  switch (statement->getStmtClass()) {
  case Stmt::CompoundStmtClass:
    evaluateBlock(*cast<CompoundStmt>(statement));
    break;
  case Stmt::DeclStmtClass:
    for (const Decl *declaration : cast<DeclStmt>(statement)->decls())
      if (const auto *variable = dyn_cast<VarDecl>(declaration))
        evaluateDeclaration(*variable);
    break;
  case Stmt::IfStmtClass:
    if (Targets.empty() || Targets.back().exitTest != statement)
      evaluateIf(*cast<IfStmt>(statement));
    break;
  case Stmt::SwitchStmtClass:
    evaluateSwitch(*cast<SwitchStmt>(statement));
    break;
  case Stmt::ForStmtClass:
  case Stmt::WhileStmtClass:
  case Stmt::DoStmtClass:
    if (runsOnce(*statement))
      evaluateOnce(*statement);
    else
      evaluateCounted(*statement);
    break;
  case Stmt::CXXForRangeStmtClass:
    evaluateRangeFor(*cast<CXXForRangeStmt>(statement));
    break;
  case Stmt::ReturnStmtClass:
    evaluateReturn(*cast<ReturnStmt>(statement));
    break;
  case Stmt::BreakStmtClass:
  case Stmt::ContinueStmtClass:
    evaluateJump(*statement, isa<BreakStmt>(statement));
    break;
  case Stmt::NullStmtClass:
    break;
  case Stmt::AttributedStmtClass:
    evaluate(cast<AttributedStmt>(statement)->getSubStmt());
    break;
  case Stmt::LabelStmtClass:
    evaluateLabel(*label);
    break;
  case Stmt::GotoStmtClass:
  case Stmt::IndirectGotoStmtClass:
    evaluateGoto(*statement);
    break;
  case Stmt::CXXTryStmtClass:
    evaluateTry(*cast<CXXTryStmt>(statement));
    break;
  case Stmt::CapturedStmtClass:
    evaluate(cast<CapturedStmt>(statement)->getCapturedStmt());
    break;
  case Stmt::OMPCanonicalLoopClass:
    evaluate(cast<OMPCanonicalLoop>(statement)->getLoopStmt());
    break;
  default:
    if (const auto *directive = dyn_cast<OMPExecutableDirective>(statement)) {
      evaluateDirective(*directive);
      break;
    }
    unsupported(statement, std::string("this construct (") + statement->getStmtClassName() + ")");
    break;
  }
  if (!isa<DeclStmt>(statement))
    Frames.back().declared.resize(inScope);
  endSpan();
  --Depth;
}

} // namespace loomp
