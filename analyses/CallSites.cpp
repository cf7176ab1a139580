//===- CallSites.cpp - what all calls of a function have in common --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "analyses/CallSites.h"

#include "analyses/AddedDeclarations.h"
#include "analyses/HeaderName.h"
#include "analyses/LoopText.h"

#include "clang/AST/Attr.h"
#include "clang/AST/DynamicRecursiveASTVisitor.h"
#include "clang/AST/ExprCXX.h"

#include <algorithm>

using namespace clang;

namespace loomp {

static bool mayPoint(QualType type) { return type->isPointerType() || type->isReferenceType(); }

/// Does a header know the function? Then it may call it, and if it defines it, each file that
/// includes the header has one of its own, which may be called in other ways.
static bool isOfHeader(const FunctionDecl &function) {
  const SourceManager &sources = function.getASTContext().getSourceManager();
  auto standsInHeader = [&](const FunctionDecl *declaration) {
    SourceLocation place = sources.getExpansionLoc(declaration->getLocation());
    return !sources.isInMainFile(place) || isHeaderName(sources.getFilename(place));
  };
  const FunctionDecl *pattern = function.getTemplateInstantiationPattern();
  return function.getASTContext().getLangOpts().IsHeaderFile ||
         llvm::any_of(function.redecls(), standsInHeader) ||
         (pattern && llvm::any_of(pattern->redecls(), standsInHeader));
}

bool isInternal(const FunctionDecl &function) {
  if (function.isExternallyVisible() || function.isMain() || function.isVariadic() ||
      function.isOverloadedOperator() || !function.getDeclName().isIdentifier() ||
      function.hasAttr<UsedAttr>() || function.hasAttr<AliasAttr>() || function.isWeak() ||
      isa<CXXConstructorDecl, CXXDestructorDecl, CXXConversionDecl>(function))
    return false;
  // A method of a local class or of one in an unnamed namespace may be called through a base.
  const auto *method = dyn_cast<CXXMethodDecl>(&function);
  if (method && (method->isVirtual() || method->getParent()->isLambda()))
    return false;
  unsigned pointers = method && method->isInstance() ? 1 : 0;
  for (const ParmVarDecl *parameter : function.parameters())
    pointers += mayPoint(parameter->getType());
  return pointers > 0 && !isOfHeader(function);
}

/// Finds every use of an internal function, in templates' instantiations and in headers, too.
class ReferenceCollector : public DynamicRecursiveASTVisitor {
public:
  explicit ReferenceCollector(CallSites &sites) : Sites(sites) {
    ShouldVisitTemplateInstantiations = true;
    ShouldVisitImplicitCode = true;
    ShouldVisitLambdaBody = true;
  }

  bool TraverseDecl(Decl *declaration) override {
    const auto *function = dyn_cast_or_null<FunctionDecl>(declaration);
    if (declaration)
      for (const Attr *attribute : declaration->attrs()) {
        // Names that stand in attributes are no expressions.
        if (const auto *cleanup = dyn_cast<CleanupAttr>(attribute))
          escape(cleanup->getFunctionDecl());
        NamesBySpelling |= isa<AliasAttr, IFuncAttr>(attribute);
      }
    if (function)
      Around.push_back(function);
    bool goOn = DynamicRecursiveASTVisitor::TraverseDecl(declaration);
    if (function)
      Around.pop_back();
    return goOn;
  }

  bool VisitCallExpr(CallExpr *call) override {
    const Expr *callee = call->getCallee()->IgnoreParenImpCasts();
    const FunctionDecl *function = call->getDirectCallee();
    if (!function || !isa<DeclRefExpr, MemberExpr>(callee) || !isInternal(*function))
      return true;
    Called.insert(callee);
    const FunctionDecl *around = Around.empty() ? nullptr : Around.back();
    if (!around || !around->isDependentContext()) // a pattern never runs
      Sites.Callees[function->getCanonicalDecl()].calls[call] = around;
    return true;
  }

  bool VisitDeclRefExpr(DeclRefExpr *reference) override {
    if (!Called.count(reference))
      escape(dyn_cast<FunctionDecl>(reference->getDecl()));
    return true;
  }

  bool VisitMemberExpr(MemberExpr *member) override {
    if (!Called.count(member))
      escape(dyn_cast<FunctionDecl>(member->getMemberDecl()));
    return true;
  }

  bool VisitAsmStmt(AsmStmt *) override {
    NamesBySpelling = true;
    return true;
  }
  bool VisitFileScopeAsmDecl(FileScopeAsmDecl *) override {
    NamesBySpelling = true;
    return true;
  }

  bool NamesBySpelling = false; ///< something may name a function in a string

private:
  void escape(const FunctionDecl *function) {
    if (function && isInternal(*function))
      Sites.Callees[function->getCanonicalDecl()].escapes = true;
  }

  CallSites &Sites;
  std::vector<const FunctionDecl *> Around;
  std::set<const Expr *> Called;
};

bool namesFunctionsInStrings(ASTContext &context) {
  CallSites none;
  ReferenceCollector collector(none);
  collector.TraverseDecl(context.getTranslationUnitDecl());
  return collector.NamesBySpelling;
}

CallSites::CallSites(ASTContext &context, const AnalysisOptions &options,
                     const std::vector<const FunctionDecl *> &wanted) {
  bool helps = std::any_of(wanted.begin(), wanted.end(), [](const FunctionDecl *function) {
    return isInternal(*function) && !function->isDependentContext() &&
           !collectLoops(function->getBody()).empty();
  });
  if (helps) {
    ReferenceCollector collector(*this);
    traverse(context, options.added, collector);
    collector.NamesBySpelling |= options.headers && options.headers->namesFunctions;
    for (auto &[function, callee] : Callees)
      callee.escapes |= collector.NamesBySpelling;
  }
  for (const FunctionDecl *function : wanted)
    arrange(function);
}

/// Puts the callers of an internal function in front of it, as far as no circle forbids.
void CallSites::arrange(const FunctionDecl *function) {
  if (!Arranged.try_emplace(function, false).second)
    return;
  auto callee = Callees.find(function->getCanonicalDecl());
  constexpr size_t limit = 64; // of calls that may tell something in common
  bool useful = callee != Callees.end() && !callee->second.escapes && isInternal(*function) &&
                callee->second.calls.size() <= limit;
  if (useful)
    for (const auto &[call, around] : callee->second.calls)
      if (around && around->doesThisDeclarationHaveABody()) {
        Callers.insert(around);
        arrange(around);
      }
  Arranged[function] = true;
  Order.push_back(function);
}

void CallSites::record(const Model &model) {
  for (const InternalCall &met : model.calls) {
    Call call;
    for (const auto &[parameter, object] : met.arguments) {
      for (const auto &[other, second] : met.arguments)
        if (parameter < other && object != second && !model.mayOverlap(object, second))
          call.facts.distinct.insert({parameter, other});
      const Object &argument = model.objects[object];
      bool isOwn = argument.kind == ObjectKind::Temporary ||
                   argument.kind == ObjectKind::Allocation ||
                   (argument.kind == ObjectKind::Variable && !argument.preexisting);
      const auto *variable = dyn_cast_or_null<VarDecl>(argument.declaration);
      if (isOwn)
        call.facts.globals[parameter];
      else if (argument.kind == ObjectKind::Variable && variable && variable->hasGlobalStorage())
        call.facts.globals[parameter].insert(variable->getCanonicalDecl());
      else if (argument.parameter != NoParameter)
        if (auto known = model.facts.globals.find(argument.parameter);
            known != model.facts.globals.end())
          call.facts.globals[parameter] = known->second;
    }
    auto [place, isNew] = Calls.try_emplace(met.call, call);
    if (isNew)
      continue;
    // A call walked through twice: only what holds both times counts.
    ArgumentFacts &facts = place->second.facts;
    std::erase_if(facts.distinct, [&](auto &pair) { return !call.facts.distinct.count(pair); });
    std::erase_if(facts.globals, [&](auto &each) { return !call.facts.globals.count(each.first); });
    for (auto &[parameter, variables] : facts.globals)
      variables.insert(call.facts.globals[parameter].begin(), call.facts.globals[parameter].end());
  }
}

ArgumentFacts CallSites::factsOf(const FunctionDecl &function) const {
  auto callee = Callees.find(function.getCanonicalDecl());
  if (callee == Callees.end() || callee->second.escapes || !isInternal(function))
    return {};
  ArgumentFacts common;
  bool isFirst = true;
  for (const auto &[site, around] : callee->second.calls) {
    auto call = Calls.find(site);
    if (call == Calls.end())
      return {};
    const ArgumentFacts &facts = call->second.facts;
    if (isFirst) {
      common = facts;
      isFirst = false;
      continue;
    }
    std::erase_if(common.distinct, [&](auto &pair) { return !facts.distinct.count(pair); });
    std::erase_if(common.globals, [&](auto &each) { return !facts.globals.count(each.first); });
    for (auto &[parameter, variables] : common.globals) {
      const auto &more = facts.globals.at(parameter);
      variables.insert(more.begin(), more.end());
    }
  }
  return common;
}

} // namespace loomp
