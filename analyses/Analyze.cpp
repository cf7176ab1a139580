//===- Analyze.cpp - every loop of a translation unit ---------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// 1. Collect the functions with a body, instantiations of templates included; the callers of
//    functions that nobody else can call come first (CallSites.h).
// 2. Walk each function once (Evaluator.h) and judge its loops (Judge.h).
// 3. Merge what the instantiations of one source loop say: the worst verdict counts.
//
//===----------------------------------------------------------------------===//

#include "analyses/Analyze.h"

#include "analyses/AddedDeclarations.h"
#include "analyses/CallSites.h"
#include "analyses/CheckDirective.h"
#include "analyses/ConstantEvaluation.h"
#include "analyses/DeviceData.h"
#include "analyses/DeviceRegion.h"
#include "analyses/EffectTable.h"
#include "analyses/Evaluator.h"
#include "analyses/ForkSites.h"
#include "analyses/FurtherWalks.h"
#include "analyses/HeaderText.h"
#include "analyses/Judge.h"
#include "analyses/ListWalk.h"
#include "analyses/LoopPlace.h"
#include "analyses/LoopText.h"
#include "analyses/MisleadingNames.h"
#include "analyses/ModifiedSet.h"
#include "analyses/ProgramFacts.h"
#include "analyses/Sections.h"
#include "analyses/TaskRecursion.h"

#include "clang/AST/DynamicRecursiveASTVisitor.h"

#include <algorithm>

using namespace clang;

namespace loomp {

namespace {

class FunctionCollector : public DynamicRecursiveASTVisitor {
public:
  explicit FunctionCollector(ASTContext &context, const AnalysisOptions &options)
      : Context(context), Options(options) {
    ShouldVisitTemplateInstantiations = true;
    ShouldVisitLambdaBody = true;
  }

  /// Each function once, in source order; those of one text by the arguments of their template.
  std::vector<FunctionDecl *> collect() {
    traverse(Context, Options.includeHeader ? nullptr : Options.added, *this);
    std::vector<FunctionDecl *> inOrder(Functions.begin(), Functions.end());
    const SourceManager &sources = Context.getSourceManager();
    std::map<const FunctionDecl *, std::string> names;
    for (const FunctionDecl *function : inOrder)
      names[function] = nameOfInstance(*function);
    llvm::sort(inOrder, [&](const FunctionDecl *a, const FunctionDecl *b) {
      SourceLocation x = a->getLocation(), y = b->getLocation();
      return x == y ? names[a] < names[b] : sources.isBeforeInTranslationUnit(x, y);
    });
    return inOrder;
  }

  bool TraverseDecl(Decl *declaration) override {
    // Headers that nobody asked for are most of a translation unit. But what a header declares, a
    // class template or one of its members, the file may define; a block that one opens, it may
    // fill.
    if (declaration && isa<DeclContext>(declaration) && !mayHoldOthers(*declaration) &&
        !isWanted(declaration->getLocation()))
      return true;
    return DynamicRecursiveASTVisitor::TraverseDecl(declaration);
  }

  bool VisitFunctionDecl(FunctionDecl *function) override {
    if (function->doesThisDeclarationHaveABody() && isWanted(function->getLocation()) &&
        function->getBody())
      Functions.insert(function);
    return true;
  }

  bool VisitLambdaExpr(LambdaExpr *lambda) override {
    if (lambda->getCallOperator() && lambda->getCallOperator()->getBody())
      Functions.insert(lambda->getCallOperator());
    for (FunctionDecl *instance : instancesOf(*lambda->getLambdaClass())) {
      Functions.insert(instance);
      TraverseStmt(instance->getBody());
    }
    return true;
  }

private:
  /// With the arguments of its template and of those around it.
  static std::string nameOfInstance(const FunctionDecl &function) {
    std::string name;
    llvm::raw_string_ostream out(name);
    for (const DeclContext *around = &function; around; around = around->getParent())
      if (const auto *each = dyn_cast<FunctionDecl>(around))
        each->getNameForDiagnostic(out, each->getASTContext().getPrintingPolicy(),
                                   /*Qualified=*/true);
    return name;
  }
  bool mayHoldOthers(const Decl &declaration) const {
    if (isa<TranslationUnitDecl, NamespaceDecl, LinkageSpecDecl>(declaration))
      return true;
    const auto *record = dyn_cast<CXXRecordDecl>(&declaration);
    const auto *function = dyn_cast<FunctionDecl>(&declaration);
    return ((record && record->getTemplateInstantiationPattern()) ||
            (function && function->isTemplateInstantiation())) &&
           !Context.getSourceManager().isInSystemHeader(declaration.getLocation());
  }
  bool isWanted(SourceLocation location) const {
    const SourceManager &sources = Context.getSourceManager();
    location = sources.getExpansionLoc(location);
    if (location.isInvalid())
      return false;
    if (sources.isInMainFile(location))
      return true;
    return Options.includeHeader && !sources.isInSystemHeader(location) &&
           Options.includeHeader(sources.getFilename(location).str());
  }

  ASTContext &Context;
  const AnalysisOptions &Options;
  llvm::SetVector<FunctionDecl *> Functions;
};

/// Unknown counts as worse than parallel, serial as worse than unknown.
int rank(Verdict verdict) {
  switch (verdict) {
  case Verdict::AlreadyParallel:
    return 0;
  case Verdict::Parallel:
    return 1;
  case Verdict::Unknown:
    return 2;
  case Verdict::Serial:
    return 3;
  }
  return 2;
}

bool samePlan(const LoopResult &a, const LoopResult &b) {
  if (a.roles.size() != b.roles.size() || a.assumptions.size() != b.assumptions.size())
    return false;
  for (size_t i = 0; i < a.roles.size(); ++i)
    if (a.roles[i].variable != b.roles[i].variable || a.roles[i].kind != b.roles[i].kind ||
        a.roles[i].op != b.roles[i].op || a.roles[i].induction != b.roles[i].induction ||
        a.roles[i].classType != b.roles[i].classType ||
        a.roles[i].memberSums != b.roles[i].memberSums ||
        a.roles[i].inOrder != b.roles[i].inOrder ||
        a.roles[i].localCopy.has_value() != b.roles[i].localCopy.has_value() ||
        a.roles[i].array.has_value() != b.roles[i].array.has_value() ||
        (a.roles[i].array && (a.roles[i].array->section != b.roles[i].array->section ||
                              a.roles[i].array->data != b.roles[i].array->data)) ||
        (a.roles[i].induction && a.roles[i].hasValueBefore != b.roles[i].hasValueBefore))
      return false;
  for (size_t i = 0; i < a.assumptions.size(); ++i)
    if (a.assumptions[i].text != b.assumptions[i].text ||
        !(a.assumptions[i].check == b.assumptions[i].check))
      return false;
  return a.tripCount == b.tripCount && a.indexAfterLoop == b.indexAfterLoop &&
         a.unevenWork == b.unevenWork && a.staticScheduleOnly == b.staticScheduleOnly &&
         a.provenNonEmpty == b.provenNonEmpty && a.miscountsIfEmpty == b.miscountsIfEmpty &&
         a.indexLiveOut == b.indexLiveOut && a.iterationNumber == b.iterationNumber &&
         a.nonEmptyCondition == b.nonEmptyCondition && a.canonicalForm == b.canonicalForm &&
         a.selections == b.selections && a.peeling == b.peeling;
}

/// Is there an `if constexpr`? What it leaves out has no uses of variables in this instantiation,
/// and edits would not reach them.
bool choosesByType(const Stmt *statement) {
  const auto *choice = dyn_cast_or_null<IfStmt>(statement);
  return statement &&
         ((choice && choice->isConstexpr()) || llvm::any_of(statement->children(), choosesByType));
}

} // namespace

/// Loops are edited in the main file and in headers that the user names. What is included inside a
/// function may be included elsewhere, too.
static bool isOpenToEdits(const ASTContext &context, const AnalysisOptions &options,
                          SourceLocation location) {
  const SourceManager &sources = context.getSourceManager();
  location = sources.getExpansionLoc(location);
  return sources.getFileID(location) == sources.getMainFileID() ||
         (options.includeHeader && options.includeHeader(sources.getFilename(location).str()));
}

/// File and offset.
using SourcePlace = std::pair<std::string, unsigned>;

static bool sameTasks(const LoopResult &a, const LoopResult &b) {
  if (a.verdict != b.verdict || a.editable != b.editable || !samePlan(a, b) ||
      a.tasks.has_value() != b.tasks.has_value())
    return false;
  if (!a.tasks)
    return true;
  auto sameLoop = [](const ForkLoop &one, const ForkLoop &other) {
    LoopResult withRoles, withOtherRoles;
    withRoles.roles = one.roles, withOtherRoles.roles = other.roles;
    return one.directiveOffset == other.directiveOffset && one.loop == other.loop &&
           samePlan(withRoles, withOtherRoles);
  };
  const TaskForm &one = *a.tasks, &other = *b.tasks;
  return one.selfNames == other.selfNames && one.selfCalls == other.selfCalls &&
         one.returnType == other.returnType && one.groups == other.groups &&
         one.measure == other.measure &&
         std::equal(one.loops.begin(), one.loops.end(), other.loops.begin(), other.loops.end(),
                    sameLoop);
}

/// Keeps what holds for all instantiations of a template.
static void addRecursion(LoopResult recursion, std::map<SourcePlace, LoopResult> &found) {
  SourcePlace key(recursion.position.file, recursion.position.offset);
  auto [place, isNew] = found.try_emplace(key, recursion);
  if (isNew)
    return;
  LoopResult &earlier = place->second;
  bool agree = sameTasks(earlier, recursion);
  if (rank(recursion.verdict) > rank(earlier.verdict))
    earlier = std::move(recursion);
  if (!agree)
    refuseEdits(earlier, "the instantiations of the template disagree");
}

/// In some instantiations calls of this name may reach other functions.
static void compareSelfCalls(const ASTContext &context,
                             const std::vector<FunctionDecl *> &functions,
                             std::map<SourcePlace, LoopResult> &found) {
  for (const FunctionDecl *function : functions) {
    if (!function->getTemplateInstantiationPattern())
      continue;
    Position position = positionOf(context, function->getLocation());
    auto place = found.find(SourcePlace(position.file, position.offset));
    if (place == found.end() || !place->second.tasks || !place->second.editable ||
        place->second.tasks->selfCalls.size() == countSelfCalls(*function))
      continue;
    place->second.editable = false;
    place->second.notEditableBecause = "the instantiations of the template disagree";
  }
}

/// Judges all loops of one function and files the results under their place in the source.
static void
analyzeFunction(ASTContext &context, const AnalysisOptions &options, const EffectTable &effects,
                ModifiedSets &modified, const IntegerSolver &solver, CallSites &calls,
                ConstantEvaluation &constants, const MacroWords &macros,
                const std::set<const FunctionDecl *> &ofTasks, const FunctionDecl &function,
                bool isWanted, std::map<SourcePlace, LoopResult> &found,
                std::map<SourcePlace, SourcePlace> &parents, std::vector<Finding> &findings) {
  if (isWanted && !function.isDependentContext())
    if (auto recursion = judgeRecursion({context, options, effects, modified, solver, ofTasks},
                                        function, calls.factsOf(function))) {
      const SourceManager &sources = context.getSourceManager();
      // Other files may instantiate a template in another way.
      bool isElsewhere = function.getTemplateInstantiationPattern() &&
                         sources.getFileID(function.getLocation()) != sources.getMainFileID();
      if (isElsewhere || !isOpenToEdits(context, options, function.getLocation()))
        refuseEdits(*recursion, "it stands in a file that is included");
      refuseMacros(macros, *recursion);
      addRecursion(std::move(*recursion), found);
    }
  std::vector<LoopSite> sites =
      isWanted ? collectLoops(function.getBody()) : std::vector<LoopSite>();
  if (sites.empty() && !calls.asksFor(function))
    return;
  bool isPattern = function.isDependentContext();
  Model model;
  solver.startTask();
  if (!isPattern)
    model = Evaluator(context, options, effects, modified, solver)
                .run(function, calls.factsOf(function));
  calls.record(model);
  if (sites.empty())
    return;
  const std::string misleading = misleadingName(function);
  FurtherWalks further{
      context, options, effects, modified, solver, function, calls.factsOf(function)};
  bool mayHaveTasks = !holdsTask(function.getBody()) && !ofTasks.count(function.getCanonicalDecl());
  std::vector<LoopResult> results(sites.size()), texts(sites.size());
  std::vector<JudgedLoop> judged;
  for (size_t i = 0; i < sites.size(); ++i) {
    const LoopSite &site = sites[i];
    LoopResult &result = results[i];
    describeText(context, site, result);
    result.function = function.getQualifiedNameAsString();
    result.functionKey = functionKey(function);
    const auto *method = dyn_cast<CXXMethodDecl>(&function);
    if (method && method->getParent()->isLambda() &&
        isa_and_nonnull<FieldDecl, ParmVarDecl>(method->getParent()->getLambdaContextDecl()))
      refuseEdits(result, "no directive may stand in the initializer of a member or parameter");
    if (!misleading.empty())
      refuseEdits(result, "'" + misleading + "' means something else in the function");
    if (result.editable && constants.reaches(function))
      refuseEdits(result, "the function is constexpr");
    if (result.editable && model.isInstantiated && choosesByType(site.statement))
      refuseEdits(result, "another instantiation may run what 'if constexpr' leaves out");
    if (result.editable && !isOpenToEdits(context, options, site.statement->getBeginLoc()))
      refuseEdits(result, "it stands in a file that is included");
    LoopId id = model.lexicalLoop(*site.statement);
    SourcePlace key{result.position.file, result.position.offset};
    // All loops of one expansion of a macro stand in one place: none is the parent of another.
    for (int around = site.enclosing; around >= 0; around = sites[around].enclosing) {
      Position enclosing = positionOf(context, sites[around].statement->getBeginLoc());
      if (key == std::pair{enclosing.file, enclosing.offset})
        continue;
      parents[key] = {enclosing.file, enclosing.offset};
      break;
    }
    if (id == NoLoop) {
      result.verdict = Verdict::Unknown;
      result.blockers.push_back(
          isPattern ? Blocker{.reason = "uninstantiated-template",
                              .message = "the template '" + function.getNameAsString() +
                                         "' is never instantiated",
                              .source = result.position}
                    : Blocker{.reason = "unsupported-construct",
                              .message = "the loop cannot be reached by the analysis",
                              .source = result.position});
    } else {
      solver.startTask();
      auto walk = mayHaveTasks ? findListWalk(*site.statement, effects) : std::nullopt;
      const LoopResult text = texts[i] = result;
      describeHeader(context, model, id, result);
      const LoopResult described = result;
      const JudgeContext judgement{context, model, solver, options, effects};
      judgeLoop(judgement, model, modified, id, described, result);
      describeDevice(judgement, id, result);
      further.count(*site.statement, text, described, result);
      if (walk)
        further.visit(*site.statement, *walk, text, result);
    }
    judged.push_back({&site, id, &result});
  }
  further.spare(model, sites, texts, results);
  further.suppose(model, sites, texts, results);
  describeDeviceRegions({context, model, solver, options, effects}, judged);
  if (!isPattern) {
    std::vector<Finding> here = checkDirectives({context, model, solver, options, effects}, judged);
    findings.insert(findings.end(), here.begin(), here.end());
  }
  for (size_t i = 0; i < sites.size(); ++i) {
    LoopResult &result = results[i];
    leaveIncluded(context, *sites[i].statement, result);
    refuseMacros(macros, result);
    settleChecks(result);
    SourcePlace key{result.position.file, result.position.offset};
    auto [place, isNew] = found.try_emplace(key, result);
    if (isNew)
      continue;
    LoopResult &earlier = place->second;
    bool earlierIsPattern =
        !earlier.blockers.empty() && earlier.blockers.front().reason == "uninstantiated-template";
    if (isPattern)
      continue;
    if (earlierIsPattern) {
      earlier = std::move(result);
      continue;
    }
    bool agree = earlier.verdict == result.verdict && samePlan(earlier, result);
    if (earlier.dealt != result.dealt)
      earlier.dealt = result.dealt = std::nullopt;
    if (earlier.counting != result.counting)
      earlier.counting = result.counting = std::nullopt;
    if (earlier.laneFunctions != result.laneFunctions)
      earlier.laneFunctions = result.laneFunctions = {};
    // Only what all instantiations have in common is a form of the text.
    earlier.device.reset(), result.device.reset();
    earlier.deviceRegions.clear(), result.deviceRegions.clear();
    if (earlier.deviceFunctions != result.deviceFunctions)
      earlier.deviceFunctions = result.deviceFunctions = {};
    earlier.asScan.clear(), result.asScan.clear();
    earlier.asTasks.clear(), result.asTasks.clear();
    if (rank(result.verdict) > rank(earlier.verdict))
      earlier = std::move(result);
    if (!agree) {
      earlier.editable = false;
      earlier.notEditableBecause = "the instantiations of the template disagree";
    }
  }
}

/// In source order; what several instantiations of a template say is said once.
static void sortFindings(std::vector<Finding> &findings) {
  auto key = [](const Finding &finding) {
    return std::tie(finding.position.file, finding.position.offset, finding.id, finding.message);
  };
  std::sort(findings.begin(), findings.end(),
            [&](const Finding &a, const Finding &b) { return key(a) < key(b); });
  auto isSame = [&](const Finding &a, const Finding &b) { return key(a) == key(b); };
  findings.erase(std::unique(findings.begin(), findings.end(), isSame), findings.end());
}

TranslationUnitResult analyze(ASTContext &context, const AnalysisOptions &given) {
  AnalysisOptions options = given;
  options.errnoIsRead = readsErrno(context, options.headers);
  options.strictAliasing &= !hasAliasingType(context, options.headers);
  FunctionCollector collector(context, options);
  std::vector<FunctionDecl *> functions = collector.collect();
  EffectTable effects(options.effects);
  ModifiedSets modified(effects);
  IntegerSolver solver(options.queryBudget, options.answers);
  std::map<SourcePlace, LoopResult> found;
  std::map<SourcePlace, SourcePlace> parents;
  std::vector<LoopResult> statements;
  TranslationUnitResult result;
  std::set<const FunctionDecl *> wanted(functions.begin(), functions.end());
  CallSites calls(context, options, {functions.begin(), functions.end()});
  const std::set<const FunctionDecl *> ofTasks = calledByTasks(functions);
  ConstantEvaluation constants(context, options);
  const MacroWords macros = macroWords(context, options.preprocessor);
  for (const FunctionDecl *function : calls.order()) {
    analyzeFunction(context, options, effects, modified, solver, calls, constants, macros, ofTasks,
                    *function, wanted.count(function), found, parents, result.findings);
    if (options.findsSections && wanted.count(function) && !function->isDependentContext())
      for (LoopResult &each : judgeSections({context, options, effects, modified, solver, ofTasks},
                                            *function, calls.factsOf(*function)))
        if (isOpenToEdits(context, options, function->getLocation())) {
          refuseMacros(macros, each);
          statements.push_back(std::move(each));
        }
  }
  compareSelfCalls(context, functions, found);
  sortFindings(result.findings);

  std::map<SourcePlace, int> indices;
  for (auto &[key, loop] : found) {
    indices[key] = static_cast<int>(result.loops.size());
    result.loops.push_back(std::move(loop));
  }
  // Readers rely on parents coming first. In a loop whose body another file holds (`#include`) they
  // may not: such a loop is judged all the same, and not rewritten.
  for (const auto &[key, parent] : parents) {
    if (!indices.count(parent))
      continue;
    LoopResult &loop = result.loops[indices[key]];
    if (parent < key) {
      loop.parent = indices[parent];
    } else {
      loop.editable = false;
      loop.notEditableBecause = "the loop around it stands in another file";
    }
  }
  insertStatements(std::move(statements), result.loops);
  std::optional<std::set<std::string>> declared;
  for (const LoopResult &loop : result.loops)
    if (auto [names, isNew] = result.declared.try_emplace(loop.position.file); isNew) {
      if (!declared)
        declared = declaredNames(context, options.headers);
      names->second = *declared;
    }
  return result;
}

} // namespace loomp
