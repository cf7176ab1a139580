//===- DataSharing.cpp - which variables a directive shares ---------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// OpenMP 5.2, section 5.1, in its order: clauses on the loop's directive; variables declared inside
// the region and the indices of the loops of the directive; clauses on the region around; all else
// is shared. Without a region in sight the function runs in one of its caller's, so its automatic
// variables belong to the thread.
//
//   #pragma omp parallel private(t)       t: of the thread
//   {
//     double part = 0;                    part: of the thread
//     #pragma omp for reduction(+ : sum)  sum: reduction; n: shared
//     for (int i = 0; i < n; i++) ...
//
//===----------------------------------------------------------------------===//

#include "analyses/DataSharing.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclOpenMP.h"
#include "clang/AST/StmtOpenMP.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace loomp {

static const ValueDecl *variableOf(const Expr *expression);

DataSharing::DataSharing(const LoopSite &site) : Site(site) {
  // What stands on the loop itself wins.
  if (site.region && site.region != site.directive)
    read(*site.region, false);
  read(*site.directive, true);
  // The index of the first loop is known as such; those of the loops that it is collapsed with are
  // private, or keep their last value in lanes.
  if (const auto *nest = dyn_cast<OMPLoopDirective>(site.directive))
    for (const Expr *counter : nest->counters().drop_front(nest->counters().empty() ? 0 : 1))
      if (const ValueDecl *index = variableOf(counter))
        Listed.try_emplace(index, Sharing{isOpenMPSimdDirective(nest->getDirectiveKind())
                                              ? Sharing::Kind::LastPrivate
                                              : Sharing::Kind::Private,
                                          ""});
}

static const ValueDecl *variableOf(const Expr *expression) {
  expression = expression->IgnoreParenImpCasts();
  // `h[:256]` stands for h.
  while (true) {
    if (const auto *section = dyn_cast<ArraySectionExpr>(expression))
      expression = section->getBase()->IgnoreParenImpCasts();
    else if (const auto *subscript = dyn_cast<ArraySubscriptExpr>(expression))
      expression = subscript->getBase()->IgnoreParenImpCasts();
    else
      break;
  }
  if (const auto *reference = dyn_cast<DeclRefExpr>(expression)) {
    // A member is captured by a variable of clang's own.
    if (const auto *captured = dyn_cast<OMPCapturedExprDecl>(reference->getDecl()))
      return captured->getInit() ? variableOf(captured->getInit()) : nullptr;
    return cast<ValueDecl>(reference->getDecl()->getCanonicalDecl());
  }
  if (const auto *member = dyn_cast<MemberExpr>(expression))
    return cast<ValueDecl>(member->getMemberDecl()->getCanonicalDecl());
  return nullptr;
}

/// Fills in which elements of an array the section stands for. `h[:5]` of `int h[10]` is a part.
static void describeSection(const ASTContext &context, const Expr *expression, Sharing &sharing) {
  const auto *section = dyn_cast<ArraySectionExpr>(expression->IgnoreParenImpCasts());
  sharing.part.reset();
  if (!section) {
    sharing.isPart = isa<ArraySubscriptExpr>(expression->IgnoreParenImpCasts());
    return;
  }
  sharing.isPart = true;
  const Expr *base = section->getBase()->IgnoreParenImpCasts();
  const auto *reference = dyn_cast<DeclRefExpr>(base);
  if (!reference)
    return;
  auto constant = [&](const Expr *value) -> std::optional<std::int64_t> {
    if (!value || value->isValueDependent())
      return std::nullopt;
    auto known = value->getIntegerConstantExpr(context);
    return known ? std::optional(known->getExtValue()) : std::nullopt;
  };
  const auto *array =
      context.getAsConstantArrayType(reference->getDecl()->getType().getNonReferenceType());
  std::optional<std::int64_t> extent;
  if (array)
    extent = static_cast<std::int64_t>(array->getSize().getZExtValue());
  auto low = section->getLowerBound() ? constant(section->getLowerBound()) : 0;
  std::optional<std::int64_t> count;
  if (section->getLength())
    count = constant(section->getLength());
  else if (section->getColonLocFirst().isValid() && extent && low)
    count = *extent - *low;
  if (!low || !count)
    return;
  sharing.part = {*low, *count};
  sharing.isPart = !extent || *low != 0 || *count != *extent;
}

/// Is what the clause combines with declared by the program? Then it may be any function.
static bool isDeclared(const OMPReductionClause &reduction) {
  DeclarationName name = reduction.getNameInfo().getName();
  bool isNamed = name.getNameKind() != DeclarationName::CXXOperatorName &&
                 name.getAsString() != "min" && name.getAsString() != "max";
  return isNamed || reduction.getQualifierLoc() ||
         std::any_of(reduction.reduction_ops().begin(), reduction.reduction_ops().end(),
                     [](const Expr *combined) {
                       const auto *call = dyn_cast_or_null<CallExpr>(combined);
                       return call && isa<OpaqueValueExpr>(call->getCallee());
                     });
}

void DataSharing::read(const OMPExecutableDirective &directive, bool isOnLoop) {
  auto list = [&](const auto &clause, Sharing sharing) {
    for (const Expr *expression : clause.varlist()) {
      const ValueDecl *variable = variableOf(expression);
      if (!variable) {
        Understood = false;
        continue;
      }
      bool ofThread = !isOnLoop && sharing.kind != Sharing::Kind::Shared &&
                      sharing.kind != Sharing::Kind::Reduction;
      if (sharing.kind == Sharing::Kind::Reduction)
        describeSection(variable->getASTContext(), expression, sharing);
      Listed[variable] = ofThread ? Sharing{Sharing::Kind::OfThread, ""} : sharing;
      if (ofThread)
        PrivateInRegion.insert(variable);
      if (ofThread && sharing.kind == Sharing::Kind::Private)
        UnsetInRegion.insert(variable);
    }
  };
  for (const OMPClause *clause : directive.clauses()) {
    if (clause->isImplicit())
      continue;
    if (const auto *reduction = dyn_cast<OMPReductionClause>(clause)) {
      std::string op = reduction->getNameInfo().getName().getAsString();
      if (op.rfind("operator", 0) == 0)
        op.erase(0, 8);
      bool isPlain = reduction->getModifier() == OMPC_REDUCTION_unknown;
      Ordered |= isOnLoop && (!isPlain || isDeclared(*reduction));
      Understood &= isPlain && !isDeclared(*reduction);
      list(*reduction, {Sharing::Kind::Reduction, op == "-" ? "+" : op});
      for (const Expr *expression : reduction->varlist())
        if (const ValueDecl *variable = variableOf(expression))
          ThroughPointer |= isa<ArraySectionExpr>(expression->IgnoreParenImpCasts()) &&
                            variable->getType().getNonReferenceType()->isPointerType();
    } else if (const auto *privates = dyn_cast<OMPPrivateClause>(clause)) {
      list(*privates, {Sharing::Kind::Private, ""});
    } else if (const auto *first = dyn_cast<OMPFirstprivateClause>(clause)) {
      // Together with lastprivate the value goes in and comes out.
      for (const Expr *expression : first->varlist())
        if (const ValueDecl *variable = variableOf(expression); !variable)
          Understood = false;
        else if (auto known = Listed.find(variable);
                 known == Listed.end() || known->second.kind != Sharing::Kind::LastPrivate) {
          Listed[variable] = {isOnLoop ? Sharing::Kind::FirstPrivate : Sharing::Kind::OfThread, ""};
          if (!isOnLoop)
            PrivateInRegion.insert(variable);
        }
    } else if (const auto *last = dyn_cast<OMPLastprivateClause>(clause)) {
      Understood &= last->getKind() == OMPC_LASTPRIVATE_unknown;
      list(*last, {Sharing::Kind::LastPrivate, ""});
    } else if (const auto *linear = dyn_cast<OMPLinearClause>(clause)) {
      Understood &= linear->getModifier() == OMPC_LINEAR_val;
      list(*linear, {.kind = Sharing::Kind::Linear, .step = linear->getStep()});
    } else if (const auto *shared = dyn_cast<OMPSharedClause>(clause)) {
      list(*shared, {Sharing::Kind::Shared, ""});
    } else if (const auto *fallback = dyn_cast<OMPDefaultClause>(clause)) {
      auto kind = fallback->getDefaultKind();
      Understood &= kind == llvm::omp::OMP_DEFAULT_shared || kind == llvm::omp::OMP_DEFAULT_none;
    } else if (const auto *ordered = dyn_cast<OMPOrderedClause>(clause)) {
      Ordered |= isOnLoop && ordered->getNumForLoops();
      Understood = false;
    } else if (!isa<OMPScheduleClause, OMPNumThreadsClause, OMPIfClause, OMPProcBindClause,
                    OMPCollapseClause, OMPNowaitClause, OMPSimdlenClause, OMPSafelenClause,
                    OMPAlignedClause>(clause)) {
      Understood = false;
    }
  }
}

static bool contains(const std::set<const ValueDecl *> &set, const ValueDecl &variable) {
  return set.count(cast<ValueDecl>(variable.getCanonicalDecl())) > 0;
}

bool DataSharing::isPrivateInRegion(const ValueDecl &variable) const {
  return contains(PrivateInRegion, variable);
}

bool DataSharing::isUnsetInRegion(const ValueDecl &variable) const {
  return contains(UnsetInRegion, variable);
}

Sharing DataSharing::of(const ValueDecl &variable) const {
  auto listed = Listed.find(cast<ValueDecl>(variable.getCanonicalDecl()));
  if (listed != Listed.end())
    return listed->second;
  const auto *local = dyn_cast<VarDecl>(&variable);
  if (local && local->hasAttr<OMPThreadPrivateDeclAttr>())
    return {Sharing::Kind::OfThread, ""};
  if (!local || !local->hasLocalStorage() || local->getType()->isReferenceType())
    return {Sharing::Kind::Shared, ""};
  if (isOpenMPParallelDirective(Site.directive->getDirectiveKind()))
    return {Sharing::Kind::Shared, ""}; // what the loop itself declares never gets here
  if (!Site.region)
    return {Sharing::Kind::OfThread, ""};
  const SourceManager &sources = variable.getASTContext().getSourceManager();
  bool isInside = sources.isPointWithin(variable.getLocation(), Site.region->getBeginLoc(),
                                        Site.region->getRawStmt()->getEndLoc());
  return {isInside ? Sharing::Kind::OfThread : Sharing::Kind::Shared, ""};
}

} // namespace loomp
