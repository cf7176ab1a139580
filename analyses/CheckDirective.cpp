//===- CheckDirective.cpp - are the directives right that stand there? ----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Theorem: a worksharing directive on loop L is right if everything that orders the iterations of L
// as serial code (Judge.h) is taken away by it:
//   1. every variable with a role has, through clauses or the place of its declaration, a sharing
//      that gives it this role;
//   2. every dependence that L carries runs through a variable of which each iteration or thread
//      has its own copy, or between accesses of which `atomic` or `critical` lets one happen at a
//      time;
//   3. with `collapse`, the same holds for the loops inside that it merges with L;
//   4. nothing meets what other threads run in front of L or behind it at the same time
//      (UntilBarrier.cpp).
// What is proven to be left over is a finding, with the two accesses; what is only not excluded
// leaves the loop unconfirmed.
//
//   #pragma omp parallel for             finding race-reduction: 's' is shared
//   for (int i = 0; i < n; i++)          fix: reduction(+ : s)
//     s += a[i];
//
//===----------------------------------------------------------------------===//

#include "analyses/CheckDirective.h"
#include "analyses/CheckNowait.h"
#include "analyses/DirectiveCheck.h"
#include "analyses/LoopParts.h"
#include "analyses/ThreadValues.h"
#include "analyses/UntilBarrier.h"

#include "clang/AST/StmtOpenMP.h"

#include <algorithm>

using namespace clang;

namespace loomp {

namespace {

/// Do threads share the iterations of the loop? (`simd` alone has one thread, tasks have no loop.)
bool isWorksharing(const OMPExecutableDirective &directive) {
  return isOpenMPWorksharingDirective(directive.getDirectiveKind()) &&
         isOpenMPLoopDirective(directive.getDirectiveKind()) &&
         !isOpenMPTargetExecutionDirective(directive.getDirectiveKind()) &&
         !isOpenMPDistributeDirective(directive.getDirectiveKind());
}

} // namespace

std::vector<Finding> checkDirectives(const JudgeContext &judgement,
                                     const std::vector<JudgedLoop> &loops) {
  std::vector<Finding> findings;
  for (size_t i = 0; i < loops.size(); ++i) {
    const JudgedLoop &outer = loops[i];
    if (!outer.site->directive)
      continue;
    bool isMerged = i > 0 && outer.site->enclosing >= 0 &&
                    loops[outer.site->enclosing].site->directive == outer.site->directive;
    bool isRight = isWorksharing(*outer.site->directive) && outer.loop != NoLoop &&
                   outer.result->assumptions.empty();
    std::vector<Finding> here;
    // The loop itself, then those that `collapse` merges with it.
    for (size_t j = i; j < loops.size() && isWorksharing(*outer.site->directive) && !isMerged;
         ++j) {
      if (loops[j].site->directive != outer.site->directive || loops[j].loop == NoLoop)
        continue;
      DirectiveCheck check(judgement, loops[j], *outer.site);
      isRight &= check.run() && loops[j].result->assumptions.empty();
      here.insert(here.end(), check.findings.begin(), check.findings.end());
    }
    if (isMerged)
      continue; // keeps its verdict as serial code
    if (isRight && here.empty() && startsLateEnough(judgement, loops, outer) &&
        waitsLongEnough(judgement, loops, outer)) {
      outer.result->verdict = Verdict::AlreadyParallel;
      outer.result->blockers.clear();
    } else if (outer.result->verdict == Verdict::Unknown && here.empty()) {
      outer.result->blockers.insert(
          outer.result->blockers.begin(),
          Blocker{.reason = "existing-directive",
                  .message = "the loop carries a directive that cannot be confirmed",
                  .source = outer.result->position});
    }
    findings.insert(findings.end(), here.begin(), here.end());
  }
  for (Finding &finding : checkNowait(judgement, loops)) {
    for (const JudgedLoop &loop : loops)
      if (loop.result->position.offset == finding.position.offset &&
          loop.result->verdict == Verdict::AlreadyParallel)
        loop.result->verdict = Verdict::Parallel; // as serial code
    findings.push_back(std::move(finding));
  }
  return findings;
}

bool DirectiveCheck::run() {
  IsOpen = !Clauses.isUnderstood();
  IsExcluded = mayBeExcluded();
  for (const Role &role : Result.roles)
    checkRole(role);
  checkIndex();
  checkUninitialized();
  IsOpen |= !isInner() && !isSameForAll();
  for (const Blocker &blocker : Result.blockers)
    checkBlocker(blocker);
  if (isInner() && !checkRectangular())
    return false;
  // A variable that the loop advances in its header is no canonical form for OpenMP either.
  return !IsOpen && findings.empty() && Judged.isCanonical;
}

const ValueDecl *DirectiveCheck::variableOf(const std::string &name) const {
  for (size_t i = Judged.accessBegin; i < Judged.accessEnd; ++i) {
    const Path &path = M.accesses[i].path;
    if (const ValueDecl *declaration = M.objects[path.object].declaration;
        declaration && declaration->getDeclName().isIdentifier() && declaration->getName() == name)
      return declaration;
    if (M.objects[path.object].kind == ObjectKind::This && !path.components.empty() &&
        path.components.front().field && path.components.front().field->getName() == name)
      return path.components.front().field;
  }
  return nullptr;
}

std::vector<const Access *> DirectiveCheck::accessesOf(const ValueDecl *variable) const {
  std::vector<const Access *> found;
  for (size_t i = Judged.accessBegin; i < Judged.accessEnd; ++i) {
    const Access &access = M.accesses[i];
    bool isField =
        !access.path.components.empty() && access.path.components.front().field == variable;
    if (M.objects[access.path.object].declaration == variable || isField)
      found.push_back(&access);
  }
  return found;
}

/// Does every access happen where one thread is let in at a time? Two constructs of different kinds
/// or names do not exclude each other.
bool DirectiveCheck::isProtected(const ValueDecl *variable) const {
  std::vector<const Access *> accesses = accessesOf(variable);
  return !accesses.empty() && std::all_of(accesses.begin(), accesses.end(), [&](const Access *a) {
    return !a->protection.empty() && a->protection == accesses.front()->protection;
  });
}

/// A call that is not seen, or an atomic variable, may be a lock. A team of one thread races with
/// nobody. And a section that is reduced through a pointer stands for elements of some array.
bool DirectiveCheck::mayBeExcluded() const {
  for (size_t i = Judged.effectBegin; i < Judged.effectEnd; ++i)
    for (const char *reason :
         {"unknown-call", "hidden-state", "volatile-or-atomic", "unsupported-construct"})
      if (M.effects[i].reason == reason)
        return true;
  for (const OMPExecutableDirective *directive : {Outer.directive, Outer.region}) {
    if (!directive)
      continue;
    for (const OMPClause *clause : directive->clauses()) {
      const Expr *value = nullptr;
      std::int64_t alone = 1;
      if (const auto *threads = dyn_cast<OMPNumThreadsClause>(clause))
        value = threads->getNumThreads();
      else if (const auto *condition = dyn_cast<OMPIfClause>(clause))
        value = condition->getCondition(), alone = 0;
      auto constant = value && !value->isValueDependent() ? value->getIntegerConstantExpr(J.context)
                                                          : std::nullopt;
      if (constant && constant->getExtValue() == alone)
        return true;
    }
  }
  return Clauses.reducesThroughPointer() || Clauses.ordersIterations();
}

/// Is the variable reached by its name only, which a clause renames?
bool DirectiveCheck::isNamed(const ValueDecl *variable) const {
  std::vector<const Access *> accesses = accessesOf(variable);
  return std::all_of(accesses.begin(), accesses.end(), [&](const Access *access) {
    return access->path.name && M.isInside(access->path.namedIn, Checked.loop);
  });
}

/// May the elements of it that a thread touches be chosen by what each thread has of its own? That
/// is so where the region begins before the loop.
bool DirectiveCheck::dependsOnThread(const ValueDecl *variable) const {
  if (isOpenMPParallelDirective(Outer.directive->getDirectiveKind()))
    return false;
  for (const Access *access : accessesOf(variable))
    for (const Component &component : access->path.components)
      if (component.index)
        for (const auto &[monomial, coefficient] : component.index->terms())
          for (SymbolId symbol : monomial)
            if (!M.varies(symbol, Checked.loop) && M.symbols[symbol].kind != SymbolKind::Input)
              return true;
  return false;
}

/// Every access belongs to an update `x op= e` or `x++`: what `atomic` could take.
bool DirectiveCheck::isUpdatedOnly(const ValueDecl *variable) const {
  std::vector<const Access *> accesses = accessesOf(variable);
  return !accesses.empty() && std::all_of(accesses.begin(), accesses.end(),
                                          [](const Access *access) { return access->update >= 0; });
}

/// The operators of all updates of it; an empty one for an update that is no reduction.
std::set<std::string> DirectiveCheck::operatorsOf(const ValueDecl *variable) const {
  std::set<std::string> operators;
  for (const Access *access : accessesOf(variable))
    if (access->update >= 0)
      operators.insert(M.updates[access->update].rejection.empty() ? M.updates[access->update].op
                                                                   : "");
  return operators;
}

/// Are all accesses updates with one operator, so that their order is of no account?
bool DirectiveCheck::isOneReduction(const ValueDecl *variable) const {
  std::set<std::string> operators = operatorsOf(variable);
  return isUpdatedOnly(variable) && operators.size() == 1 && !operators.count("");
}

/// Is there nothing in the loop that each thread may have another value of, in the region around?
/// What the loop accumulates or computes anew is no matter.
bool DirectiveCheck::isSameForAll() const {
  if (isOpenMPParallelDirective(Outer.directive->getDirectiveKind()))
    return true;
  if (Outer.region && !isOpenMPParallelDirective(Outer.region->getDirectiveKind()))
    return false;
  ThreadValues values(Outer, *M.function->getBody(), J.effects);
  if (!values.isMetByAll() || values.namesOwnObject())
    return false;
  auto hasRole = [&](const ValueDecl *variable) {
    return std::any_of(Result.roles.begin(), Result.roles.end(), [&](const Role &role) {
      return role.kind != RoleKind::FirstPrivate && role.kind != RoleKind::Shared &&
             role.kind != RoleKind::Induction && !role.localCopy &&
             variableOf(role.variable) == variable;
    });
  };
  auto isWritten = [&](const ValueDecl *variable) {
    std::vector<const Access *> accesses = accessesOf(variable);
    return std::any_of(accesses.begin(), accesses.end(), [&](const Access *access) {
      return access->isWrite && M.objects[access->path.object].kind == ObjectKind::Variable;
    });
  };
  std::vector<const ValueDecl *> needed;
  for (const ValueDecl *variable : values.namedInLoop()) {
    if (!values.isOwn(*variable) || variable == Judged.index || hasRole(variable) ||
        Clauses.of(*variable).kind == Kind::Private)
      continue;
    if (isWritten(variable) || !values.isSame(*variable))
      return false;
    needed.push_back(variable);
  }
  return readsWhatStays(values.computedFor(needed));
}

/// Does nothing in the region write what threads read of shared memory in these expressions, but
/// constructs in front of all of them, outside of loops, that wait until all is written?
bool DirectiveCheck::readsWhatStays(const std::vector<const Expr *> &computed) const {
  const SourceManager &sources = J.context.getSourceManager();
  const Construct *region = Outer.region ? constructOf(M, Outer.region) : nullptr;
  if (Outer.region && !region)
    return computed.empty();
  auto isOwn = [&](const Path &path) {
    const auto *variable = dyn_cast_or_null<VarDecl>(M.objects[path.object].declaration);
    return variable && M.objects[path.object].kind == ObjectKind::Variable &&
           Clauses.of(*variable).kind == Kind::OfThread;
  };
  // As far as members and containers tell; elements count as one.
  auto mayOverlap = [&](Path a, Path b) {
    for (Path *path : {&a, &b})
      for (Component &component : path->components)
        component.index.reset();
    return M.mayOverlap(a, b);
  };
  std::vector<std::pair<const Construct *, std::vector<const Stmt *>>> constructs =
      constructsOfTeam(M, Outer);
  /// Is the access over before a thread gets to this place?
  auto isOver = [&](size_t access, SourceLocation place) {
    return std::any_of(constructs.begin(), constructs.end(), [&](const auto &each) {
      const auto &[construct, path] = each;
      return construct->accessBegin <= access && access < construct->accessEnd &&
             waitsAtEnd(construct->directive) &&
             std::none_of(
                 path.begin(), path.end(), [](const Stmt *s) { return isLoop(*s); }) &&
             sources.isBeforeInTranslationUnit(construct->directive->getRawStmt()->getEndLoc(),
                                               place);
    });
  };
  size_t begin = region ? region->accessBegin : 0;
  size_t end = region ? region->accessEnd : M.accesses.size();
  for (const Expr *expression : computed)
    for (size_t i = 0; i < M.accesses.size(); ++i) {
      const Access &read = M.accesses[i];
      bool isInside =
          sources.isPointWithin(read.location, expression->getBeginLoc(), expression->getEndLoc());
      if (read.isWrite || !isInside || isOwn(read.path))
        continue;
      for (size_t j = begin; j < end; ++j)
        if (M.accesses[j].isWrite && !isOwn(M.accesses[j].path) &&
            mayOverlap(M.accesses[j].path, read.path) && !isOver(j, expression->getBeginLoc()))
          return false;
    }
  return true;
}

void DirectiveCheck::report(std::string id, const ValueDecl *variable, const std::string &message,
                            std::optional<Role> missing) {
  bool isOfCopies = id == "missing-firstprivate" ||
                    (id == "missing-lastprivate" && Clauses.of(*variable).kind != Kind::Shared);
  if ((IsExcluded && !isOfCopies) || dependsOnThread(variable)) {
    IsOpen = true;
    return;
  }
  // Of the loops that `collapse` merges it is the merging that is wrong.
  if (isInner()) {
    id = "race-collapse";
    missing.reset();
  }
  for (const Finding &earlier : findings)
    if (earlier.id == id && earlier.message == message)
      return;
  Finding finding{.id = id,
                  .position = positionOf(J.context, Outer.statement->getBeginLoc()),
                  .message = message};
  std::vector<const Access *> accesses = accessesOf(variable);
  const Access *write = nullptr, *other = nullptr;
  for (const Access *access : accesses)
    if (access->isWrite && !write)
      write = access;
  for (const Access *access : accesses)
    if (access != write && (!other || (!access->isWrite && other->isWrite)))
      other = access;
  if (write)
    finding.notes.push_back({positionOf(J.context, write->location),
                             "one iteration writes '" + M.text(write->path) + "' here"});
  if (other && id != "missing-lastprivate")
    finding.notes.push_back({positionOf(J.context, other->location),
                             std::string("another ") + (other->isWrite ? "writes" : "reads") +
                                 " '" + M.text(other->path) + "' here"});
  if (missing && directiveEnd().isFileID())
    finding.fix = MissingClause{.kind = missing->kind,
                                .op = missing->op,
                                .variable = missing->variable,
                                .offset = positionOf(J.context, directiveEnd()).offset};
  findings.push_back(std::move(finding));
}

/// The index is private to the threads, whatever it holds after the loop as serial code.
void DirectiveCheck::checkIndex() {
  if (!Result.indexLiveOut || Result.indexDeclaredInLoop || !Judged.index)
    return;
  if (Clauses.of(*Judged.index).kind == Kind::LastPrivate) {
    IsOpen |= !Result.provenNonEmpty;
    return;
  }
  Role role{.variable = Result.indexName, .kind = RoleKind::LastPrivate};
  report("missing-lastprivate", Judged.index,
         "the index '" + Result.indexName + "' is used after the loop, but its copies are private",
         role);
}

/// A private copy is read before it is written.
void DirectiveCheck::checkUninitialized() {
  std::set<const ValueDecl *> seen;
  for (size_t i = Judged.accessBegin; i < Judged.accessEnd; ++i) {
    const Access &access = M.accesses[i];
    const ValueDecl *variable = M.objects[access.path.object].declaration;
    if (access.isWrite || !variable || !seen.insert(variable).second)
      continue;
    bool isExposed = std::find(access.exposedIn.begin(), access.exposedIn.end(), Checked.loop) !=
                     access.exposedIn.end();
    if (!isExposed || Clauses.of(*variable).kind != Kind::Private || variable == Judged.index)
      continue;
    // Elements are followed only where nothing in the loop writes the variable at all.
    std::vector<const Access *> all = accessesOf(variable);
    bool isWritten =
        std::any_of(all.begin(), all.end(), [](const Access *a) { return a->isWrite; });
    if (isWritten && !access.path.components.empty()) {
      IsOpen = true;
      continue;
    }
    Role role{.variable = variable->getNameAsString(), .kind = RoleKind::FirstPrivate};
    size_t before = findings.size();
    report("missing-firstprivate", variable,
           "the private copies of '" + role.variable + "' are read before they have a value");
    if (findings.size() == before)
      continue;
    findings.back().notes = {
        {positionOf(J.context, access.location), "'" + M.text(access.path) + "' is read here"}};
  }
}

void DirectiveCheck::checkBlocker(const Blocker &blocker) {
  bool isDependence = blocker.reason.rfind("carried-", 0) == 0 ||
                      blocker.reason == "not-a-reduction" ||
                      blocker.reason == "value-used-after-loop";
  const ValueDecl *variable = variableOf(blocker.object);
  if (!isDependence || !variable) {
    IsOpen = true;
    return;
  }
  Sharing sharing = Clauses.of(*variable);
  if (sharing.kind != Kind::Shared && !isNamed(variable)) {
    IsOpen = true;
    return;
  }
  auto both = [&](const std::string &id, const std::string &message) {
    size_t before = findings.size();
    report(id, variable, message);
    if (findings.size() > before && blocker.source && blocker.sink && !blocker.sourceNote.empty())
      findings.back().notes = {{*blocker.source, blocker.sourceNote},
                               {*blocker.sink, blocker.sinkNote}};
  };
  std::string name = "'" + blocker.object + "'";
  switch (sharing.kind) {
  case Kind::Private:
  case Kind::FirstPrivate:
  case Kind::OfThread:
    // Each thread has its own; whether an iteration needs what another one left there is not said.
    IsOpen |= blocker.reason == "carried-flow-dependence" ||
              blocker.reason == "value-used-after-loop" || sharing.kind != Kind::Private;
    return;
  case Kind::Reduction:
    if (isOneReduction(variable) && *operatorsOf(variable).begin() == sharing.op && !sharing.isPart)
      return;
    if (blocker.proven && isUpdatedOnly(variable) && operatorsOf(variable).size() > 1 &&
        accessesOf(variable).front()->path.components.empty())
      return report("race-reduction", variable,
                    "the reduction of " + name + " combines with '" + sharing.op +
                        "' what the loop accumulates with other operators, too");
    if (blocker.proven && !isUpdatedOnly(variable))
      return both("race-reduction-read",
                  "the loop reads " + name + ", of which its thread has a part only");
    IsOpen = true;
    return;
  case Kind::Shared:
    if (isProtected(variable) && isOneReduction(variable))
      return;
    if (isUpdatedOnly(variable) && !accessesOf(variable).front()->path.components.empty() &&
        !blocker.proven)
      return both("missing-atomic",
                  "two iterations may update the same element of " + name + " at once");
    if (blocker.proven && !isProtected(variable))
      return both("race-dependence", blocker.message);
    IsOpen = true;
    return;
  case Kind::LastPrivate:
  case Kind::Linear:
    IsOpen = true;
    return;
  }
}

/// `collapse` counts all iterations before the first one runs, with the bounds of that time. clang
/// runs the wrong ones if a bound depends on an outer index.
bool DirectiveCheck::checkRectangular() {
  for (const std::optional<Polynomial> &bound : {std::optional(Judged.lower), Judged.trip})
    for (LoopId outer = Judged.parent; bound && outer != NoLoop; outer = M.loops[outer].parent) {
      if (M.varies(*bound, outer)) {
        findings.push_back({.id = "race-collapse",
                            .position = positionOf(J.context, Outer.statement->getBeginLoc()),
                            .message = "'collapse' merges loops whose bounds depend on each other",
                            .notes = {{positionOf(J.context, Judged.statement->getBeginLoc()),
                                       "this loop's bounds differ between outer iterations"}}});
        return false;
      }
      if (M.loops[outer].statement == Outer.statement)
        break;
    }
  return true;
}

} // namespace loomp
