//===- TaskRecursion.cpp - recursive calls that can run as tasks ----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Theorem: let c1 .. ck be calls of the function f in the text of f itself, in statements that
// follow each other and run one after the other. Each may be deferred, to run at any time before
// the end of the statement of ck, if
//   1. nothing that a call may do has an effect beyond memory: no input or output, no exception, no
//      jump out, no state of threads;
//   2. what the statement of ci accesses, the call included, does not meet what the statements
//      behind it access, up to that of ck and with it, unless both only read;
//   3. nothing in between leaves the block.
// By 2 the order of ci and of all that runs at the same time cannot be seen. What a call may access
// is its summary (CallSummary.h), which must not contain a pointer that is written.
//
// The operands of one expression are taken out of it: the calls run first, the rest after them.
// That changes nothing if every evaluation of the expression evaluates the calls, if it writes
// nothing else but the variable that it is for, and if no call meets the rest.
//
// Calls in a loop: its iterations are independent of each other in the sense of Judge.cpp, with the
// summary for what a call accesses.
//
// Ranges are guessed and then verified. For integer parameters x and y the elements [x, y), [x, y],
// [0, y) and [x, x + y) are tried for all that pointers and containers lead to; what does not stay
// inside is any element. Where the type is unsigned, x <= y is required of each call, too. Blocks
// of matrices are tried behind them (CallBlocks.cpp).
//
//===----------------------------------------------------------------------===//

#include "analyses/TaskRecursion.h"

#include "analyses/CallSummary.h"
#include "analyses/Dependence.h"
#include "analyses/EntryText.h"
#include "analyses/Evaluator.h"
#include "analyses/ForkLoops.h"
#include "analyses/ForkSites.h"
#include "analyses/Judge.h"
#include "analyses/MetAccesses.h"
#include "analyses/RecursionMeasure.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

using namespace clang;

namespace loomp {

namespace {

class RecursionJudge {
public:
  RecursionJudge(const RecursionContext &judgement, const FunctionDecl &function,
                 const ArgumentFacts &facts, LoopResult &result)
      : J(judgement), F(function), Facts(facts), Out(result) {}

  void run(const std::vector<ForkSite> &sites);

private:
  bool summarize(const CallGuess &guess);
  bool isSound();
  void judgeGuess(const std::vector<ForkSite> &sites, const CallGuess &guess);
  bool judgeGuesses(const std::vector<ForkSite> &sites, const std::vector<CallGuess> &guesses,
                    std::vector<Blocker> &first);
  bool group(const std::vector<ForkSite> &sites);
  std::optional<MetAccesses> conflict(const StatementSpan &first, const StatementSpan &second);
  std::pair<std::vector<StatementSpan>, std::vector<StatementSpan>>
  partsOf(const ForkSite &site) const;
  bool writesOnlyResult(const ForkSite &site) const;
  bool takesOutOperands(const ForkSite &site);
  void closeGroup(SiteGroup &open);
  bool canHoist(const SiteGroup &open, const std::vector<StatementSpan> &between,
                const ForkSite &site);
  bool assume(const std::set<std::pair<int, int>> &pairs);
  bool isReached(const std::vector<Polynomial> &required) const;
  bool require(const std::vector<Polynomial> &required);
  std::optional<RunTimeCheck> checkOf(int first, int second) const;
  void block(const std::string &reason, const std::string &message, SourceLocation where);
  std::optional<std::string> textOf(const Polynomial &sum, bool isWide) const {
    return sumText(J.context, F, sum, isWide);
  }
  std::string nameOf(const Access &access) const { return M.text(access.path); }
  const SummarizedCall *callOf(const CallExpr &call) const;

  const RecursionContext &J;
  const FunctionDecl &F;
  ArgumentFacts Facts;
  LoopResult &Out;
  CallSummary Summary;
  Model M;
  std::set<std::pair<int, int>> Needed; ///< parameters that must lead to different memory
  std::vector<SiteGroup> Groups;
  std::vector<std::pair<const ForkSite *, ForkLoop>> Loops;
  std::vector<Blocker> Blockers;
};

} // namespace

std::optional<LoopResult> judgeRecursion(const RecursionContext &judgement,
                                         const FunctionDecl &function, const ArgumentFacts &facts) {
  std::vector<ForkSite> sites = collectForkSites(function);
  size_t calls = 0;
  for (const ForkSite &site : sites)
    calls +=
        site.kind == ForkKind::Loop ? std::max<size_t>(site.calls.size(), 2) : site.calls.size();
  constexpr size_t most = 64; // each is compared with all others
  if (calls < 2 || calls > most || holdsTask(function.getBody()) ||
      judgement.ofTasks.count(function.getCanonicalDecl()))
    return std::nullopt;
  LoopResult result;
  result.kind = LoopKind::Function;
  result.verdict = Verdict::Unknown;
  describeRecursion(judgement.context, function, result);
  RecursionJudge(judgement, function, facts, result).run(sites);
  return result;
}

void RecursionJudge::block(const std::string &reason, const std::string &message,
                           SourceLocation where) {
  Blocker blocker{.reason = reason, .message = message};
  if (where.isValid())
    blocker.source = positionOf(J.context, where);
  Blockers.push_back(std::move(blocker));
}

/// Finds parts that cover what calls access, as narrow as the guess allows. False: nobody knows
/// where they write.
bool RecursionJudge::summarize(const CallGuess &guess) {
  Summary = {.function = &F,
             .required = guess.required,
             .returnsNew = ownsPlainElements(F.getReturnType(), J.context)};
  auto hasNumbers = [](const CallRange &range, const Access &access) {
    size_t base = range.base.size();
    return base < access.path.components.size() && access.path.components[base].index;
  };
  constexpr unsigned most = 8;
  for (unsigned round = 0; round < most; ++round) {
    J.solver.startTask();
    M = Evaluator(J.context, J.options, J.effects, J.modified, J.solver).run(F, Facts, &Summary);
    if (M.breaksSummary) {
      if (guess.required.empty()) // others have tried without
        block("dependent-calls", "it is not known which part of the problem each call gets",
              F.getLocation());
      return false;
    }
    bool returnsNew = std::all_of(M.returned.begin(), M.returned.end(), [&](ObjectId id) {
      const Object &object = M.objects[id];
      return !object.hasForeignStorage && !object.isAdopter;
    });
    if (std::exchange(Summary.returnsNew, Summary.returnsNew && returnsNew) != Summary.returnsNew)
      continue; // what was found rests on it
    bool isCoveredAll = true;
    for (const Access &access : M.accesses) {
      if (isCovered(M, J.solver, access, Summary))
        continue;
      isCoveredAll = false;
      CallRange part = *rangeOf(M, access);
      if (part.parameter == NoParameter && !part.global && part.isWrite) {
        block("dependent-calls",
              "a call may write '" + nameOf(access) + "', and it is not known what that is",
              access.location);
        return false;
      }
      constexpr std::ptrdiff_t mostLeaves = 4;
      auto isSame = [&](const CallRange &range) { return isSamePart(part, range); };
      auto known = llvm::find_if(Summary.ranges, [&](const CallRange &range) {
        return isSame(range) && hasLeaf(range, part);
      });
      bool isFurtherLeaf = known == Summary.ranges.end() && !part.leaf.isNull() &&
                           llvm::count_if(Summary.ranges, isSame) < mostLeaves;
      if (known == Summary.ranges.end() && !isFurtherLeaf)
        known = llvm::find_if(Summary.ranges, isSame);
      if (known == Summary.ranges.end()) {
        auto own = guess.ofParameter.find(part.parameter);
        if (hasNumbers(part, access))
          part.bounds = own != guess.ofParameter.end() ? own->second : guess.bounds;
        Summary.ranges.push_back(std::move(part));
      } else if (!hasLeaf(*known, part)) {
        known->leaf = QualType();
      } else {
        known->bounds.reset();
      }
    }
    if (isCoveredAll)
      return true;
  }
  return false;
}

/// Does the effect tell that a call was made? A jump within the function does not.
static bool isSeen(const Effect &effect) {
  return effect.reason != "early-exit" || effect.outermost == NoLoop;
}

/// Does nothing but memory tell that a call was made, and does no call leave a pointer behind?
bool RecursionJudge::isSound() {
  size_t before = Blockers.size();
  for (const Effect &effect : M.effects)
    if (isSeen(effect))
      block(effect.reason, effect.message, effect.location);
  for (const Access &access : M.accesses) {
    const auto *variable = dyn_cast_or_null<VarDecl>(M.objects[access.path.object].declaration);
    if (variable && variable->getTLSKind() != VarDecl::TLS_None)
      block("hidden-state", "each thread has a '" + variable->getNameAsString() + "' of its own",
            access.location);
    bool isHeaderWrite = !access.path.components.empty() &&
                         access.path.components.back().kind == Component::Kind::Size;
    if (access.isWrite && rangeOf(M, access) && !isHeaderWrite &&
        !(access.path.type.isNull() && !access.path.components.empty() &&
          access.path.components.back().kind == Component::Kind::Unknown) &&
        mayLeadElsewhere(access.path.type, J.context))
      block("dependent-calls", "a call may leave a pointer in '" + nameOf(access) + "'",
            access.location);
    if (Blockers.size() > before + 3)
      break;
  }
  for (const CallRange &range : Summary.ranges)
    if (range.isWrite && range.type.isNull())
      block("dependent-calls", "it is not known what calls write", F.getLocation());
  return Blockers.size() == before;
}

const SummarizedCall *RecursionJudge::callOf(const CallExpr &call) const {
  const SummarizedCall *found = nullptr;
  for (const SummarizedCall &each : M.summarizedCalls)
    if (each.call == &call && each.isOwn && each.loop == NoLoop) {
      if (found)
        return nullptr; // met twice: which of them is meant?
      found = &each;
    }
  return found;
}

std::optional<MetAccesses> RecursionJudge::conflict(const StatementSpan &first,
                                                    const StatementSpan &second) {
  return findMet(M, J.solver, first, second, [&](int p, int q) {
    if (!Needed.count({p, q}) && !checkOf(p, q))
      return false;
    Needed.insert({p, q});
    return true;
  });
}

/// What the calls of a statement access, and the stretches in front of, between and behind them.
std::pair<std::vector<StatementSpan>, std::vector<StatementSpan>>
RecursionJudge::partsOf(const ForkSite &site) const {
  const StatementSpan &whole = M.spans.at(site.statement);
  std::vector<StatementSpan> calls, rest;
  for (const CallExpr *call : site.calls)
    calls.push_back({callOf(*call)->accessBegin, callOf(*call)->accessEnd});
  std::sort(calls.begin(), calls.end(), [](const StatementSpan &a, const StatementSpan &b) {
    return a.accessBegin < b.accessBegin;
  });
  size_t at = whole.accessBegin;
  for (const StatementSpan &call : calls) {
    rest.push_back({at, call.accessBegin});
    at = call.accessEnd;
  }
  rest.push_back({at, whole.accessEnd});
  return {calls, rest};
}

/// Does the statement write nothing itself but the variables that it is for, and what it made? One
/// that a task runs as it stands may write what no task has a copy of.
bool RecursionJudge::writesOnlyResult(const ForkSite &site) const {
  ObjectId made = M.spans.at(site.statement).objects;
  auto isCopied = [](const ValueDecl *written) {
    return written && isScalar(written->getType().getNonReferenceType());
  };
  for (const StatementSpan &part : partsOf(site).second)
    for (size_t i = part.accessBegin; i < part.accessEnd; ++i) {
      const Access &access = M.accesses[i];
      const Object &object = M.objects[access.path.object];
      bool isMeant =
          std::count(site.assigned.begin(), site.assigned.end(), object.declaration) ||
          (site.isWhole && !(object.kind == ObjectKind::Variable && isCopied(object.declaration)));
      if (access.isWrite && access.path.object < made && !isMeant)
        return false;
    }
  return true;
}

/// May the calls in the expression run in front of the rest of it?
bool RecursionJudge::takesOutOperands(const ForkSite &site) {
  auto [calls, rest] = partsOf(site);
  for (const StatementSpan &part : rest)
    for (const StatementSpan &call : calls)
      if (auto met = conflict(call, part)) {
        block("dependent-calls",
              "a call and the rest of the expression may both access '" +
                  nameOf(M.accesses[met->first]) + "'",
              M.accesses[met->second].location);
        return false;
      }
  for (size_t i = 0; i < calls.size(); ++i)
    for (size_t j = i + 1; j < calls.size(); ++j)
      if (auto met = conflict(calls[i], calls[j])) {
        const Access &a = M.accesses[met->first], &b = M.accesses[met->second];
        block("dependent-calls",
              "two calls may both access '" + nameOf(a) + "', and " +
                  (a.isWrite && b.isWrite ? "both write it" : "one writes it"),
              b.location);
        return false;
      }
  return true;
}

void RecursionJudge::closeGroup(SiteGroup &open) {
  size_t tasks = 0;
  for (const ForkSite *site : open.sites)
    tasks += site->isWhole ? 1 : site->calls.size();
  if (tasks >= 2)
    Groups.push_back(open);
  open = {};
}

/// `n += f(a); n += f(b);`: may all calls, of the open group and of the site, run in front of the
/// group? What their statements do besides then comes after them, in the same order as before.
bool RecursionJudge::canHoist(const SiteGroup &open, const std::vector<StatementSpan> &between,
                              const ForkSite &site) {
  auto isValue = [](const ForkSite &each) {
    return !each.choice && !each.isWhole &&
           (each.kind == ForkKind::Operands || each.kind == ForkKind::Assignment ||
            each.kind == ForkKind::Declaration);
  };
  if (!isValue(site) || !std::all_of(open.sites.begin(), open.sites.end(),
                                     [&](const ForkSite *each) { return isValue(*each); }))
    return false;
  if (namesLater(J.context, site, *open.sites.front()->statement))
    return false;
  auto [calls, rest] = partsOf(site);
  std::vector<StatementSpan> early = calls; // what comes to run before the rest of the others
  early.insert(early.end(), rest.begin(), rest.end() - 1);
  std::vector<StatementSpan> late = between;
  for (const ForkSite *each : open.sites) {
    auto [earlierCalls, earlierRest] = partsOf(*each);
    late.insert(late.end(), earlierRest.begin(), earlierRest.end());
    for (const StatementSpan &call : earlierCalls)
      for (const StatementSpan &span : early)
        if (conflict(call, span))
          return false;
    if (each->kind != ForkKind::Operands && !takesOutOperands(*each))
      return false;
  }
  for (const StatementSpan &first : late)
    for (const StatementSpan &second : early)
      if (conflict(first, second))
        return false;
  return site.kind == ForkKind::Operands || takesOutOperands(site);
}

/// Puts calls into groups, as many into each as are independent. False if there is no group.
bool RecursionJudge::group(const std::vector<ForkSite> &sites) {
  Groups.clear();
  Loops.clear();
  SiteGroup open;
  std::vector<StatementSpan> between; // of statements behind the last call of the open group
  std::vector<StatementSpan> allBetween;
  for (const ForkSite &site : sites) {
    bool isReached = M.spans.count(site.statement);
    bool startsAnew = open.sites.empty() || site.block != open.sites.front()->block ||
                      site.kind == ForkKind::Barrier || site.kind == ForkKind::Loop;
    if (startsAnew) {
      closeGroup(open);
      between.clear();
      allBetween.clear();
    }
    if (site.kind == ForkKind::Loop && isReached) {
      auto loop = judgeForkLoop({J.context, M, J.solver, J.options, J.effects}, F, site, Blockers);
      if (loop)
        Loops.emplace_back(&site, std::move(*loop));
    }
    if (site.kind == ForkKind::Barrier || site.kind == ForkKind::Loop || !isReached)
      continue;
    if (site.kind == ForkKind::Plain) {
      if (!open.sites.empty()) {
        between.push_back(M.spans.at(site.statement));
        allBetween.push_back(between.back());
      }
      continue;
    }
    bool areMet = std::all_of(site.calls.begin(), site.calls.end(),
                              [&](const CallExpr *call) { return callOf(*call); });
    if (!areMet || !writesOnlyResult(site) ||
        (site.kind == ForkKind::Operands && !takesOutOperands(site))) {
      closeGroup(open);
      between.clear();
      continue;
    }
    // Everything between the calls so far and this one runs beside them, and so does this one.
    StatementSpan own = M.spans.at(site.statement);
    std::optional<MetAccesses> met;
    for (const ForkSite *earlier : open.sites) {
      std::vector<StatementSpan> behind = between;
      behind.push_back(own);
      for (const StatementSpan &span : behind)
        if (!met)
          met = conflict(M.spans.at(earlier->statement), span);
    }
    bool followsOperands = !open.sites.empty() && open.sites.back()->kind == ForkKind::Operands;
    // What stands apart in front of the group keeps its place: only one statement may start it.
    if ((met || open.isHoisted || followsOperands) && !open.sites.empty() &&
        (open.isHoisted || open.sites.size() == 1) && canHoist(open, allBetween, site)) {
      open.isHoisted = true;
      open.sites.push_back(&site);
      between.clear();
      continue;
    }
    if (met) {
      const Access &a = M.accesses[met->first], &b = M.accesses[met->second];
      block("dependent-calls",
            "a call and what follows it may both access '" + nameOf(a) + "', and " +
                (a.isWrite && b.isWrite ? "both write it" : "one writes it"),
            b.location);
    }
    // Operands are ready where their statement begins; `return` may then leave the function.
    if (met || open.isHoisted || followsOperands || site.choice) {
      closeGroup(open);
      allBetween.clear();
    }
    between.clear();
    open.sites.push_back(&site);
  }
  closeGroup(open);
  return !Groups.empty() || !Loops.empty();
}

/// How to find out, in front of the first call, that two parameters lead to different memory.
std::optional<RunTimeCheck> RecursionJudge::checkOf(int first, int second) const {
  if (first < 0)
    return std::nullopt;
  auto rangeOfParameter = [&](int parameter) -> std::optional<ElementRange> {
    std::optional<ElementRange> result;
    for (const CallRange &range : Summary.ranges) {
      if (range.parameter != parameter)
        continue;
      if (!range.bounds || !range.base.empty())
        return std::nullopt;
      auto low = textOf(range.bounds->low, true);
      auto high = range.bounds->stride ? blockEndText(J.context, F, parameter, *range.bounds)
                                       : textOf(range.bounds->high, true);
      if (!low || !high)
        return std::nullopt;
      result = ElementRange{F.getParamDecl(parameter)->getNameAsString(), *low, *high};
    }
    return result;
  };
  const ParmVarDecl &one = *F.getParamDecl(first), &other = *F.getParamDecl(second);
  if (auto check = distinctContainers(J.context, one, other))
    return check;
  if (!one.getType()->isPointerType() || !other.getType()->isPointerType())
    return std::nullopt;
  auto left = rangeOfParameter(first), right = rangeOfParameter(second);
  if (!left || !right)
    return std::nullopt;
  return DisjointRanges{*left, *right};
}

/// Judges again with these parameters known to lead to different memory, which the program checks.
bool RecursionJudge::assume(const std::set<std::pair<int, int>> &pairs) {
  for (const auto &[first, second] : pairs) {
    std::optional<RunTimeCheck> check = checkOf(first, second);
    if (!check)
      return false;
    std::string a = F.getParamDecl(first)->getNameAsString();
    std::string b = F.getParamDecl(second)->getNameAsString();
    Out.assumptions.push_back({.kind = "no-alias",
                               .text = "'" + a + "' and '" + b + "' do not overlap",
                               .check = std::move(check)});
  }
  return true;
}

/// Can all groups run where this holds? Whatever is required, tasks that never run meet nothing.
bool RecursionJudge::isReached(const std::vector<Polynomial> &required) const {
  auto isContradiction = [&](int guard) {
    return llvm::any_of(required, [&](const Polynomial &each) {
      Polynomial value = instantiate(each, [&](unsigned i) { return M.parametersAtEntry[i]; });
      return isNonNegativeAt(M, J.solver, guard, value) &&
             isNonNegativeAt(M, J.solver, guard, Polynomial(-1) - value);
    });
  };
  return llvm::none_of(Groups, [&](const SiteGroup &group) {
    return isContradiction(M.spans.at(group.sites.front()->statement).guard);
  });
}

/// What each call requires of its arguments, the program asks of those of the first one.
bool RecursionJudge::require(const std::vector<Polynomial> &required) {
  for (const Polynomial &each : required) {
    Polynomial low, high; // each == high - low
    for (const auto &[monomial, coefficient] : each.terms())
      coefficient < 0 ? low.add(monomial, -coefficient) : high.add(monomial, coefficient);
    auto lowText = textOf(low, false), highText = textOf(high, false);
    if (!lowText || !highText)
      return false;
    Out.assumptions.push_back({.kind = "size",
                               .text = "'" + *lowText + "' is at most '" + *highText + "'",
                               .check = ValueCondition{*lowText + " <= " + *highText}});
  }
  return true;
}

void RecursionJudge::judgeGuess(const std::vector<ForkSite> &sites, const CallGuess &guess) {
  const ArgumentFacts given = Facts;
  Out.assumptions.clear();
  std::set<std::pair<int, int>> assumed;
  for (unsigned round = 0; round < 3; ++round) {
    Blockers.clear();
    Needed.clear();
    bool isParallel = summarize(guess) && isSound() && group(sites);
    if (isParallel && Needed.empty()) {
      if (isReached(guess.required) && assume(assumed) && require(guess.required))
        Out.verdict = Verdict::Parallel;
      break;
    }
    if (!isParallel)
      break;
    assumed.insert(Needed.begin(), Needed.end());
    Facts.distinct.insert(Needed.begin(), Needed.end());
  }
  Facts = given;
}

/// Tries each. Is there a point in trying others? No bounds make up for an effect.
bool RecursionJudge::judgeGuesses(const std::vector<ForkSite> &sites,
                                  const std::vector<CallGuess> &guesses,
                                  std::vector<Blocker> &first) {
  for (const CallGuess &guess : guesses) {
    judgeGuess(sites, guess);
    if (Out.verdict == Verdict::Parallel)
      return false;
    if (first.empty())
      first = Blockers;
    constexpr size_t large = 2000; // accesses: each further guess walks through all of them again
    if (M.accesses.size() > large)
      return false;
  }
  return llvm::none_of(M.effects, isSeen);
}

void RecursionJudge::run(const std::vector<ForkSite> &sites) {
  std::vector<Blocker> best;
  if (judgeGuesses(sites, guessBounds(F), best) && judgeGuesses(sites, guessBlocks(F), best)) {
    std::vector<CallGuess> guesses;
    if (auto guess = guessFromLoops(M)) {
      guesses = {*guess, *guess};
      for (const auto &[parameter, bounds] : guess->ofParameter)
        for (const Polynomial &count : {bounds.rows, bounds.high - bounds.low})
          if (!count.isConstant())
            guesses.back().require(count); // half a negative number is no smaller
    }
    judgeGuesses(sites, guesses, best);
  }
  if (Out.verdict != Verdict::Parallel) {
    if (best.empty())
      best.push_back({.reason = "dependent-calls",
                      .message = "no two calls of '" + F.getNameAsString() +
                                 "' follow each other in one block",
                      .source = Out.position});
    Out.blockers = std::move(best);
    Out.assumptions.clear();
    return;
  }
  bool isCalledBack = std::any_of(M.summarizedCalls.begin(), M.summarizedCalls.end(),
                                  [](const SummarizedCall &call) { return !call.isOwn; });
  if (isCalledBack && Out.editable) {
    Out.editable = false;
    Out.notEditableBecause = "a function that it calls calls it back";
  }
  std::vector<ForkLoop> loops;
  for (const auto &[site, loop] : Loops)
    loops.push_back(loop);
  describeForks(J.context, F, Groups, std::move(loops), Out);
  if (Out.tasks)
    Out.tasks->measure = findMeasure(
        J.context, F, M, Groups.empty() ? std::vector{Loops.front().first} : Groups.front().sites,
        Summary);
}

} // namespace loomp
