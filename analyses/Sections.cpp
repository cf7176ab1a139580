//===- Sections.cpp - statements that can run at the same time ------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Theorem: let s1 .. sk be statements that follow each other in a block, and let some of them be
// put in front of the others, and those into sets, such that
//   1. nothing that a statement does has an effect beyond memory, and none leaves the block or is
//      jumped into;
//   2. what two statements of different sets access does not meet, unless both only read; nor does
//      what a statement in front accesses meet what one before it does that is not in front;
//   3. no statement names a variable that one of another set declares.
// Then the sets can run at the same time, behind the statements in front, each set in its order:
// the order of two statements that changes cannot be seen. Sets that need each other can be tasks:
// see TaskGraph.cpp.
//
// A variable that a set declares and that is named behind it is declared in front of all and
// assigned in the set, if that is the same: of a number, a pointer, or a container of the library
// that owns plain elements.
//
//===----------------------------------------------------------------------===//

#include "analyses/Sections.h"

#include "analyses/CallSummary.h"
#include "analyses/ConstantEvaluation.h"
#include "analyses/EntryText.h"
#include "analyses/Evaluator.h"
#include "analyses/ForkSites.h"
#include "analyses/Judge.h"
#include "analyses/LoopParts.h"
#include "analyses/LoopText.h"
#include "analyses/MetAccesses.h"
#include "analyses/SectionText.h"
#include "analyses/StatementGroups.h"
#include "analyses/StatementWork.h"
#include "analyses/TaskGraph.h"
#include "analyses/TaskItems.h"
#include "analyses/VisibleNames.h"

#include "clang/AST/StmtOpenMP.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <map>

using namespace clang;

namespace loomp {

namespace {

/// A statement of a block.
struct Part {
  const Stmt *statement = nullptr;
  const StatementSpan *span = nullptr;
  double weight = 0;
  bool hasWork = false;
  /// Why nothing may be exchanged with it.
  std::optional<Blocker> barrier;
};

class SectionJudge {
public:
  SectionJudge(const RecursionContext &judgement, const FunctionDecl &function,
               const ArgumentFacts &facts)
      : J(judgement), F(function), Facts(facts), Work(judgement.context) {}

  std::vector<LoopResult> run();

private:
  void collectBlocks(const Stmt *statement, std::vector<const CompoundStmt *> &blocks);
  std::vector<LoopResult> judgeBlock(const CompoundStmt &block);
  std::vector<Part> partsOf(const CompoundStmt &block);
  std::optional<Blocker> barrierIn(const Part &part) const;
  double weightOf(const StatementSpan &span, bool isRepeated, bool &isKnown) const;
  bool mayMeetEachOther(const Part &first, const Part &second);
  std::optional<MetAccesses> conflict(const StatementSpan &first, const StatementSpan &second);
  std::vector<LoopResult> divide(llvm::ArrayRef<Workload> works, size_t begin, size_t end);
  LoopResult describe(const StatementGroup &group, const TaskGraph *graph = nullptr);
  LoopResult refuse();
  LoopResult resultFor(size_t first, size_t last, Verdict verdict) const;
  std::optional<RunTimeCheck> checkOf(int first, int second);
  bool staysWithin(int parameter, const CallBounds &bounds) const;
  std::optional<ElementRange> rangeThrough(int parameter);
  bool isUnchanged(const ParmVarDecl &parameter);

  const RecursionContext &J;
  const FunctionDecl &F;
  ArgumentFacts Facts;
  WorkFinder Work;
  Model M;
  std::vector<Part> Parts; ///< of the block that is being judged
  std::vector<bool> Meets; ///< may two of them not be exchanged?
  /// Parameters that must lead to different memory, and how to find out.
  std::map<std::pair<int, int>, RunTimeCheck> Needed, Assumed;
  std::optional<std::set<std::string>> LocalNames; ///< that some block of the function declares
};

} // namespace

void SectionJudge::collectBlocks(const Stmt *statement, std::vector<const CompoundStmt *> &blocks) {
  if (!statement || isa<LambdaExpr, OMPExecutableDirective, StmtExpr>(statement))
    return;
  if (const auto *block = dyn_cast<CompoundStmt>(statement)) {
    constexpr size_t most = 200; // each is compared with all others
    auto count =
        llvm::count_if(block->body(), [&](const Stmt *each) { return Work.hasWork(each); });
    if (count > 1 && block->size() <= most)
      blocks.push_back(block);
  }
  // What runs where a condition of the sections does not hold stays as it is.
  if (const auto *choice = dyn_cast<IfStmt>(statement); choice && holdsTask(choice->getThen()))
    return collectBlocks(choice->getThen(), blocks);
  for (const Stmt *child : statement->children())
    collectBlocks(child, blocks);
}

/// What stands between the statement and another order.
std::optional<Blocker> SectionJudge::barrierIn(const Part &part) const {
  auto blocker = [&](const std::string &reason, const std::string &message, SourceLocation place) {
    return Blocker{.reason = reason, .message = message, .source = positionOf(J.context, place)};
  };
  if (leavesBlock(part.statement))
    return blocker("early-exit", "the statement may leave the block",
                   part.statement->getBeginLoc());
  const auto *declaration = dyn_cast<DeclStmt>(part.statement);
  bool declaresOthers = declaration && llvm::any_of(declaration->decls(), [](const Decl *each) {
                          return !isa<VarDecl>(each) || isa<DecompositionDecl>(each);
                        });
  if (declaresOthers || !part.span || part.span->isRepeated)
    return blocker("unsupported-construct", "the statement cannot be reached by the analysis",
                   part.statement->getBeginLoc());
  for (size_t i = part.span->effectBegin; i < part.span->effectEnd; ++i) {
    const Effect &effect = M.effects[i];
    bool isInside = effect.reason == "early-exit" && effect.outermost != NoLoop &&
                    M.loops[effect.outermost].accessBegin >= part.span->accessBegin &&
                    M.loops[effect.outermost].accessEnd <= part.span->accessEnd;
    if (!isInside)
      return blocker(effect.reason, effect.message, effect.location);
  }
  // A directive may ask which thread it is that runs it, or wait for all of them.
  for (const Construct &met : M.constructs)
    if (part.span->accessBegin <= met.accessBegin && met.accessEnd <= part.span->accessEnd &&
        part.span->effectBegin <= met.effectBegin && met.effectEnd <= part.span->effectEnd)
      return blocker("existing-directive", "the statement holds, or calls what holds, a directive",
                     part.statement->getBeginLoc());
  for (size_t i = part.span->accessBegin; i < part.span->accessEnd; ++i) {
    const auto *variable =
        dyn_cast_or_null<VarDecl>(M.objects[M.accesses[i].path.object].declaration);
    if (variable && variable->getTLSKind() != VarDecl::TLS_None)
      return blocker("hidden-state",
                     "each thread has a '" + variable->getNameAsString() + "' of its own",
                     M.accesses[i].location);
  }
  return std::nullopt;
}

/// Accesses, each as often as the loops around it run. `isKnown`: no number was made up. Where the
/// block is itself repeated, loops that do not count are taken for short.
double SectionJudge::weightOf(const StatementSpan &span, bool isRepeated, bool &isKnown) const {
  constexpr double assumedTrip = 1000;
  double weight = 0;
  for (size_t i = span.accessBegin; i < span.accessEnd; ++i) {
    double times = 1;
    for (LoopId loop = M.accesses[i].loop;
         loop != NoLoop && M.loops[loop].accessBegin >= span.accessBegin;
         loop = M.loops[loop].parent) {
      auto trip = M.loops[loop].trip ? M.loops[loop].trip->asConstant() : std::nullopt;
      if (isRepeated && !M.loops[loop].trip)
        trip = 1;
      isKnown &= trip.has_value();
      times *= trip ? static_cast<double>(std::max<Coefficient>(*trip, 0)) : assumedTrip;
    }
    weight += times;
  }
  return weight;
}

std::vector<Part> SectionJudge::partsOf(const CompoundStmt &block) {
  /// Operations below which a team of threads costs more than it saves.
  constexpr double worthATeam = 50000;
  std::vector<Part> parts;
  auto isRepeated = [&](const StatementSpan &span) {
    return llvm::any_of(M.loops, [&](const Loop &loop) {
      return loop.isLexical && loop.accessBegin < span.accessBegin &&
             span.accessEnd <= loop.accessEnd;
    });
  };
  for (const Stmt *each : block.body()) {
    Part part{.statement = each};
    if (auto found = M.spans.find(each); found != M.spans.end())
      part.span = &found->second;
    part.barrier = barrierIn(part);
    if (part.span) {
      bool isKnown = true, hasLoop = false;
      part.weight = weightOf(*part.span, isRepeated(*part.span), isKnown);
      for (const Loop &loop : M.loops)
        hasLoop |= loop.accessBegin >= part.span->accessBegin &&
                   loop.accessEnd <= part.span->accessEnd && loop.accessBegin < loop.accessEnd;
      part.hasWork = Work.hasWork(each) && (!isKnown || !hasLoop || part.weight >= worthATeam);
      if (part.hasWork && isKnown && !hasLoop)
        part.weight = std::max(part.weight, worthATeam); // recursion, or the library
    }
    parts.push_back(std::move(part));
  }
  return parts;
}

/// Do the statements name a variable that one of them declares or changes by name?
static bool sharesName(ModifiedSets &modified, const Stmt &first, const Stmt &second) {
  for (const auto *each : {&first, &second}) {
    const Stmt &other = each == &first ? second : first;
    if (const auto *declaration = dyn_cast<DeclStmt>(each))
      for (const Decl *declared : declaration->decls()) {
        const auto *variable = dyn_cast<VarDecl>(declared);
        if (!variable || isa<DecompositionDecl>(variable) || mentions(&other, variable))
          return true;
      }
    for (const ValueDecl *written : modified.of(*each).variables)
      if (const auto *variable = dyn_cast<VarDecl>(written);
          variable && isScalar(variable->getType()) && mentions(&other, variable))
        return true;
  }
  return false;
}

std::optional<MetAccesses> SectionJudge::conflict(const StatementSpan &first,
                                                  const StatementSpan &second) {
  return findMet(M, J.solver, first, second, [&](int p, int q) {
    if (Needed.count({p, q}))
      return true;
    std::optional<RunTimeCheck> check = checkOf(p, q);
    if (check)
      Needed.emplace(std::pair(p, q), std::move(*check));
    return check.has_value();
  });
}

/// May the two not be exchanged?
bool SectionJudge::mayMeetEachOther(const Part &first, const Part &second) {
  if (first.barrier || second.barrier ||
      sharesName(J.modified, *first.statement, *second.statement))
    return true;
  return conflict(*first.span, *second.span).has_value();
}

/// Does the function never give the parameter another value?
bool SectionJudge::isUnchanged(const ParmVarDecl &parameter) {
  const ModifiedSet &modified = J.modified.of(*F.getBody());
  return !modified.anything && !modified.variables.count(&parameter) &&
         !J.modified.takenIn(F).byPointers.count(&parameter);
}

/// How to find out, in front of the statements, that two parameters lead to different memory.
std::optional<RunTimeCheck> SectionJudge::checkOf(int first, int second) {
  if (first < 0)
    return std::nullopt;
  // Where a block hides the name of a parameter, a check would ask for something else.
  if (!LocalNames)
    LocalNames = globalNames(F).local;
  if (llvm::any_of(F.parameters(), [&](const ParmVarDecl *each) {
        return LocalNames->count(each->getNameAsString());
      }))
    return std::nullopt;
  const ParmVarDecl &a = *F.getParamDecl(first), &b = *F.getParamDecl(second);
  if (auto check = distinctContainers(J.context, a, b))
    return check;
  if (!a.getType()->isPointerType() || !b.getType()->isPointerType() || !isUnchanged(a) ||
      !isUnchanged(b))
    return std::nullopt;
  auto left = rangeThrough(first), right = rangeThrough(second);
  if (!left || !right)
    return std::nullopt;
  return DisjointRanges{*left, *right};
}

/// Does all that is accessed through the parameter lie within the bounds?
bool SectionJudge::staysWithin(int parameter, const CallBounds &bounds) const {
  return llvm::all_of(M.accesses, [&](const Access &access) {
    if (M.objects[access.path.object].parameter != parameter)
      return true;
    auto range = rangeOf(M, access);
    if (!range || range->parameter != parameter || !range->base.empty())
      return false;
    range->bounds = bounds;
    return isCovered(M, J.solver, access, {.function = &F, .ranges = {*range}});
  });
}

/// Bounds that hold all that is accessed through the pointer, as of recursive calls.
std::optional<ElementRange> SectionJudge::rangeThrough(int parameter) {
  bool isFixed = llvm::all_of(F.parameters(), [&](const ParmVarDecl *each) {
    return !each->getType()->isIntegerType() || isUnchanged(*each);
  });
  for (const CallGuess &guess : isFixed ? guessBounds(F) : std::vector<CallGuess>()) {
    if (!guess.bounds || !guess.required.empty())
      continue;
    auto low = sumText(J.context, F, guess.bounds->low, true);
    auto high = sumText(J.context, F, guess.bounds->high, true);
    if (low && high && staysWithin(parameter, *guess.bounds))
      return ElementRange{F.getParamDecl(parameter)->getNameAsString(), *low, *high};
  }
  return std::nullopt;
}

/// A result for the statements from one to another.
LoopResult SectionJudge::resultFor(size_t first, size_t last, Verdict verdict) const {
  LoopResult result;
  result.kind = LoopKind::Statements;
  result.isCxx = J.context.getLangOpts().CPlusPlus;
  result.verdict = verdict;
  result.position = positionOf(J.context, Parts[first].statement->getBeginLoc());
  result.endLine = positionOf(J.context, Parts[last].statement->getEndLoc()).line;
  result.function = F.getQualifiedNameAsString();
  result.functionKey = functionKey(F);
  return result;
}

/// Of statements that are sections, or tasks if `graph` is given.
LoopResult SectionJudge::describe(const StatementGroup &group, const TaskGraph *graph) {
  LoopResult result = resultFor(group.begin, group.end - 1, Verdict::Parallel);
  result.isEarly = isEarlyStandard(J.context);
  result.wideInteger = wideInteger(J.context);
  auto notEditable = [&](const std::string &why) { refuseEdits(result, why); };
  const auto *method = dyn_cast<CXXMethodDecl>(&F);
  if (method && method->getParent()->isLambda()) // which clang makes constexpr where it can be
    notEditable("it stands in a lambda");
  if (isDeclaredConstexpr(F))
    notEditable("the function is constexpr");
  if (F.isTemplateInstantiation())
    notEditable("the function is a template");
  std::string problem;
  std::vector<const Stmt *> block;
  for (const Part &part : Parts)
    block.push_back(part.statement);
  for (size_t i = group.begin; i < group.end; ++i) {
    SectionStatement statement;
    if (!describeSectionStatement(J.context, block, group, i, statement, problem)) {
      notEditable(problem);
      break;
    }
    result.sections.push_back(std::move(statement));
  }
  auto statements = llvm::ArrayRef(block).slice(group.begin, group.end - group.begin);
  if (graph)
    result.graph.resize(graph->before.size());
  if (graph && result.sections.size() == statements.size()) {
    TaskStatements tasks{J.context, block, group, result.sections};
    result.graph = orderTasks(*graph, findTaskItems(tasks, M));
    addConstants(tasks, result.graph);
  }
  for (const Stmt *each : statements) {
    if (usesOuterBinding(J.context, each))
      notEditable("clang cannot use a structured binding from outside in a " +
                  std::string(graph ? "task" : "section"));
    problem = Assumed.empty() ? "" : whyNotRepeatable(J.context, each);
    if (!problem.empty())
      notEditable(problem);
  }
  result.callees = calleesOf(statements);
  if (!result.sections.empty()) {
    result.statement = {result.sections.front().range.begin, result.sections.back().range.end};
    result.directiveOffset = result.statement.begin;
  }
  for (const auto &[pair, check] : Assumed)
    result.assumptions.push_back(
        {.kind = "no-alias",
         .text = "'" + F.getParamDecl(pair.first)->getNameAsString() + "' and '" +
                 F.getParamDecl(pair.second)->getNameAsString() + "' do not overlap",
         .check = check,
         .guardsLoop = true});
  return result;
}

/// Why no two statements of the block can run at the same time.
LoopResult SectionJudge::refuse() {
  std::vector<size_t> withWork;
  for (size_t i = 0; i < Parts.size(); ++i)
    if (Work.hasWork(Parts[i].statement))
      withWork.push_back(i);
  LoopResult result = resultFor(withWork.front(), withWork.back(), Verdict::Unknown);
  for (size_t i : withWork)
    if (Parts[i].barrier) {
      result.blockers.push_back(*Parts[i].barrier);
      return result;
    }
  for (size_t k = 0; k + 1 < withWork.size(); ++k) {
    const Part &a = Parts[withWork[k]], &b = Parts[withWork[k + 1]];
    auto met = conflict(*a.span, *b.span);
    Blocker blocker{.reason = "dependent-statements",
                    .message = "the statements depend on each other",
                    .source = positionOf(J.context, a.statement->getBeginLoc()),
                    .sink = positionOf(J.context, b.statement->getBeginLoc())};
    if (met) {
      const Access &x = M.accesses[met->first], &y = M.accesses[met->second];
      blocker.message = "two statements may both access '" + M.text(x.path) + "', and " +
                        (x.isWrite && y.isWrite ? "both write it" : "one writes it");
      blocker.source = positionOf(J.context, x.location);
      blocker.sink = positionOf(J.context, y.location);
    } else if (!sharesName(J.modified, *a.statement, *b.statement)) {
      continue; // what stands between them needs the first, and the second needs it
    }
    result.blockers.push_back(std::move(blocker));
    break;
  }
  for (size_t i = withWork.front(); i < withWork.back() && result.blockers.empty(); ++i)
    if (Parts[i].barrier)
      result.blockers.push_back(*Parts[i].barrier);
  if (result.blockers.empty())
    result.blockers.push_back({.reason = "dependent-statements",
                               .message = "each statement needs one before it",
                               .source = result.position});
  return result;
}

std::vector<LoopResult> SectionJudge::judgeBlock(const CompoundStmt &block) {
  Parts = partsOf(block);
  Meets.assign(Parts.size() * Parts.size(), false);
  std::vector<Workload> works;
  for (const Part &part : Parts)
    works.push_back({part.weight, part.hasWork, isKnownInFront(part.statement)});
  std::vector<LoopResult> results;
  for (size_t begin = 0; begin < Parts.size();) {
    size_t end = begin;
    while (end < Parts.size() && !Parts[end].barrier)
      ++end;
    for (size_t a = begin; a < end; ++a)
      for (size_t b = a + 1; b < end; ++b)
        Meets[a * Parts.size() + b] = mayMeetEachOther(Parts[a], Parts[b]);
    llvm::append_range(results, divide(works, begin, end));
    begin = end + 1;
  }
  return results;
}

/// What can be made of the statements [begin, end), none of them a barrier.
std::vector<LoopResult> SectionJudge::divide(llvm::ArrayRef<Workload> works, size_t begin,
                                             size_t end) {
  bool mayMove = Assumed.empty(); // where what is assumed does not hold, nothing must have
  auto meets = [&](size_t a, size_t b) { return Meets[a * Parts.size() + b]; };
  std::vector<LoopResult> asTasks, results;
  if (auto graph = findTaskGraph(works, begin, end, meets, mayMove))
    asTasks.push_back(describe(graph->group, &*graph));
  if (J.options.prefersTaskGraphs && !asTasks.empty())
    return asTasks;
  for (const StatementGroup &each : cutIntoGroups(works, begin, end, meets, mayMove))
    results.push_back(describe(each));
  if (!results.empty())
    results.front().asTasks = std::move(asTasks);
  return results;
}

std::vector<LoopResult> SectionJudge::run() {
  std::vector<const CompoundStmt *> blocks;
  if (!J.ofTasks.count(F.getCanonicalDecl()))
    collectBlocks(F.getBody(), blocks);
  std::vector<LoopResult> results;
  if (blocks.empty())
    return results;
  auto walk = [&] {
    Parts.clear();
    J.solver.startTask();
    M = Evaluator(J.context, J.options, J.effects, J.modified, J.solver)
            .spanStatements()
            .run(F, Facts);
  };
  const ArgumentFacts given = Facts;
  auto assumeNothing = [&] {
    if (Assumed.empty())
      return;
    Assumed.clear();
    Facts = given;
    walk();
  };
  walk();
  for (const CompoundStmt *block : blocks) {
    assumeNothing();
    std::vector<LoopResult> here;
    constexpr unsigned most = 3;
    for (unsigned round = 0; round < most; ++round) {
      Needed.clear();
      here = judgeBlock(*block);
      if (Needed.empty() || here.empty())
        break;
      // The same with these parameters known to lead to different memory, which is checked.
      here.clear();
      for (const auto &[pair, check] : Needed)
        Facts.distinct.insert(pair);
      Assumed.merge(Needed);
      walk();
    }
    if (here.empty()) {
      assumeNothing();
      if (Parts.empty())
        Parts = partsOf(*block);
      here.push_back(refuse());
    }
    llvm::append_range(results, here);
  }
  return results;
}

std::vector<LoopResult> judgeSections(const RecursionContext &judgement,
                                      const FunctionDecl &function, const ArgumentFacts &facts) {
  return SectionJudge(judgement, function, facts).run();
}

void insertStatements(std::vector<LoopResult> found, std::vector<LoopResult> &loops) {
  auto place = [](const LoopResult &result) {
    return std::tie(result.position.file, result.position.offset);
  };
  for (LoopResult &each : found) {
    auto next =
        llvm::find_if(loops, [&](const LoopResult &other) { return place(each) <= place(other); });
    if (next != loops.end() && next->kind == LoopKind::Statements && place(*next) == place(each))
      continue; // another instance of a template
    int index = static_cast<int>(next - loops.begin());
    for (LoopResult &other : loops)
      other.parent += other.parent >= index;
    loops.insert(next, std::move(each));
  }
}

} // namespace loomp
