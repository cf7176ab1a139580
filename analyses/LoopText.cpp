//===- LoopText.cpp - what a rewriter needs to know of a loop's text ------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "analyses/LoopText.h"

#include "analyses/EntryText.h"
#include "analyses/HeaderText.h"
#include "analyses/Judge.h"
#include "analyses/LaneText.h"
#include "analyses/LoopParts.h"
#include "analyses/LoopPlace.h"

#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/OpenMPKinds.h"
#include "clang/Lex/Lexer.h"

#include <algorithm>

using namespace clang;

namespace loomp {

namespace {
struct Surroundings {
  const Stmt *parent = nullptr;
  const Stmt *attributed = nullptr;
  int enclosing = -1;
  unsigned depth = 0;
  const OMPExecutableDirective *directive = nullptr;
  unsigned directiveLoops = 0; ///< how many nested loops the directive still applies to
  bool parallel = false;
  const OMPExecutableDirective *region = nullptr;
  bool serialVersion = false;
};
} // namespace

static bool holdsParallelLoop(const CompoundStmt &block) {
  return std::any_of(block.body_begin(), block.body_end(), [](const Stmt *each) {
    const auto *directive = dyn_cast<OMPExecutableDirective>(each);
    return isa<OMPSimdDirective>(each) ||
           (directive && (isOpenMPParallelDirective(directive->getDirectiveKind()) ||
                          isOpenMPTargetExecutionDirective(directive->getDirectiveKind())));
  });
}

/// `if (apart) { #pragma omp parallel for ... } else { one loop }`: is the loop of the second
/// branch there for when the first must not run?
static bool isVersionOf(const IfStmt &choice) {
  const auto *first = dyn_cast_or_null<CompoundStmt>(choice.getThen());
  const auto *second = dyn_cast_or_null<CompoundStmt>(choice.getElse());
  return first && second && second->size() == 1 &&
         isa<ForStmt, CXXForRangeStmt>(second->body_front()) && holdsParallelLoop(*first);
}

/// `for (int i = 0; i == 0; i++)`, `for (int i = n - 1; i < n; i++)`: is it the form of the header
/// that lets the loop run once? See Peeling.cpp.
static bool hasPeeledForm(const Stmt *statement) {
  const auto *loop = dyn_cast_or_null<ForStmt>(statement);
  const auto *condition = loop ? dyn_cast_or_null<BinaryOperator>(loop->getCond()) : nullptr;
  std::vector<LoopStart> starts;
  if (!condition || !loop->getInit() || !splitStarts(loop->getInit(), starts) ||
      starts.size() != 1 || !starts.front().value)
    return false;
  const ASTContext &context = starts.front().variable->getASTContext();
  auto text = [&](const Expr &expression) {
    return Lexer::getSourceText(CharSourceRange::getTokenRange(expression.getSourceRange()),
                                context.getSourceManager(), context.getLangOpts())
        .str();
  };
  auto isStart = [&](std::string other) {
    std::string start = text(*starts.front().value);
    for (std::string *each : {&start, &other})
      std::erase_if(*each, [](char c) { return c == '(' || c == ')' || c == ' '; });
    return !start.empty() && start == other;
  };
  std::string bound = text(*condition->getRHS());
  switch (condition->getOpcode()) {
  case BO_EQ:
    return true;
  case BO_LE:
  case BO_GE:
    return isStart(bound);
  case BO_LT:
    return isStart(plus(bound, -1));
  case BO_GT:
    return isStart(plus(bound, 1));
  case BO_NE:
    return isStart(plus(bound, -1)) || isStart(plus(bound, 1));
  default:
    return false;
  }
}

static void collect(const Stmt *statement, Surroundings around, std::vector<LoopSite> &sites) {
  if (!statement || isa<LambdaExpr>(statement))
    return;
  if (const auto *directive = dyn_cast<OMPExecutableDirective>(statement)) {
    around.directive = directive;
    around.directiveLoops = 0;
    if (const auto *loops = dyn_cast<OMPLoopDirective>(directive))
      around.directiveLoops = loops->getLoopsNumber();
    around.parent = statement;
    around.attributed = nullptr;
    bool parallel = isOpenMPParallelDirective(directive->getDirectiveKind()) ||
                    isOpenMPTargetExecutionDirective(directive->getDirectiveKind()) ||
                    isOpenMPTaskingDirective(directive->getDirectiveKind());
    if (around.directiveLoops == 0) {
      around.parallel |= parallel;
      if (parallel)
        around.region = directive;
    }
    if (directive->hasAssociatedStmt())
      collect(directive->getRawStmt(), around, sites);
    return;
  }
  if (const auto *captured = dyn_cast<CapturedStmt>(statement))
    return collect(captured->getCapturedStmt(), around, sites);
  if (isa<AttributedStmt>(statement)) {
    around.attributed = statement;
    return collect(cast<AttributedStmt>(statement)->getSubStmt(), around, sites);
  }
  bool repeats = isLoop(*statement);
  Surroundings inside = around;
  inside.attributed = nullptr;
  inside.parent = statement;
  if (repeats) {
    LoopSite site{.statement = statement,
                  .parent = around.parent,
                  .attributed = around.attributed,
                  .enclosing = around.enclosing,
                  .depth = around.depth};
    if (around.directiveLoops > 0)
      site.directive = around.directive;
    site.insideParallelRegion = around.parallel;
    site.region = around.region;
    site.isSerialVersion = around.serialVersion;
    inside.enclosing = static_cast<int>(sites.size());
    inside.depth = around.depth + 1;
    sites.push_back(site);
    inside.directiveLoops = around.directiveLoops > 0 ? around.directiveLoops - 1 : 0;
    if (around.directiveLoops > 0)
      inside.parallel = true;
  }
  const auto *choice = dyn_cast<IfStmt>(statement);
  const auto *block = dyn_cast<CompoundStmt>(statement);
  // A loop that runs once beside a parallel one is what was peeled off it.
  bool isPeeled = block && holdsParallelLoop(*block);
  for (const Stmt *child : statement->children()) {
    Surroundings branch = inside;
    branch.serialVersion |= choice && child == choice->getElse() && isVersionOf(*choice);
    branch.serialVersion |= isPeeled && hasPeeledForm(child);
    collect(child, branch, sites);
  }
}

std::vector<LoopSite> collectLoops(const Stmt *body) {
  std::vector<LoopSite> sites;
  collect(body, {}, sites);
  return sites;
}

static const Stmt *bodyOf(const Stmt *loop) { return writtenPartsOf(*loop).body; }

static LoopKind kindOf(const Stmt *loop) {
  if (isa<ForStmt>(loop))
    return LoopKind::For;
  if (isa<CXXForRangeStmt>(loop))
    return LoopKind::RangeFor;
  return isa<WhileStmt>(loop) ? LoopKind::While : LoopKind::Do;
}

/// The statement that stands last in the text of this one.
static const Stmt *lastIn(const Stmt *statement) {
  while (true) {
    if (const auto *choice = dyn_cast<IfStmt>(statement))
      statement = choice->getElse() ? choice->getElse() : choice->getThen();
    else if (const auto *labelled = dyn_cast<LabelStmt>(statement))
      statement = labelled->getSubStmt();
    else if (const auto *attributed = dyn_cast<AttributedStmt>(statement))
      statement = attributed->getSubStmt();
    else if (const auto *single = dyn_cast<SwitchCase>(statement))
      statement = single->getSubStmt();
    else if (const auto *cases = dyn_cast<SwitchStmt>(statement))
      statement = cases->getBody();
    else if (isa<ForStmt, WhileStmt, CXXForRangeStmt>(statement))
      statement = bodyOf(statement);
    else if (const auto *directive = dyn_cast<OMPExecutableDirective>(statement);
             directive && directive->hasAssociatedStmt())
      statement = directive->getRawStmt(); // the range of a directive is its line alone
    else
      return statement;
  }
}

/// Does the range of the statement hold all of its tokens? That of an expression lacks the
/// semicolon, even if it ends with a brace: `p[i] = P{1, 2};`.
static bool endsItself(const Stmt *statement) {
  return isa<CompoundStmt, CXXTryStmt, NullStmt, DeclStmt, OMPExecutableDirective>(statement);
}

/// Offset just past the statement, with the semicolon of an expression statement. `isWhole`: is
/// that where the statement ends in the file?
static unsigned endOffset(const ASTContext &context, const Stmt *statement, bool &isWhole) {
  const SourceManager &sources = context.getSourceManager();
  statement = lastIn(statement);
  SourceLocation end = sources.getExpansionRange(statement->getEndLoc()).getEnd();
  // The last token of a nested unbraced body decides.
  SourceLocation past = Lexer::getLocForEndOfToken(end, 0, sources, context.getLangOpts());
  if (past.isInvalid())
    return sources.getFileOffset(end);
  if (endsItself(statement))
    return sources.getFileOffset(past);
  auto next = Lexer::findNextToken(end, sources, context.getLangOpts());
  if (next && next->is(tok::semi))
    return sources.getFileOffset(next->getEndLoc());
  isWhole = false; // a macro holds it
  return sources.getFileOffset(past);
}

std::optional<TextRange> statementRange(const ASTContext &context, const Stmt *statement) {
  if (statement->getBeginLoc().isMacroID() || lastIn(statement)->getEndLoc().isMacroID())
    return std::nullopt;
  bool isWhole = true;
  unsigned end = endOffset(context, statement, isWhole);
  unsigned begin = context.getSourceManager().getFileOffset(statement->getBeginLoc());
  return isWhole && begin < end ? std::optional(TextRange{begin, end}) : std::nullopt;
}

/// Moves the place of the directive above `#pragma clang loop` and its kin; clang wants it there
/// and g++ ignores the hint. False for other attributes: clang wants the directive above, g++
/// below.
static bool describeHints(const ASTContext &context, const LoopSite &site, LoopResult &result) {
  const SourceManager &sources = context.getSourceManager();
  unsigned first = result.directiveOffset;
  for (const Attr *attribute : cast<AttributedStmt>(site.attributed)->getAttrs()) {
    SourceLocation begin = attribute->getLocation();
    if (!isa<LoopHintAttr>(attribute) || begin.isInvalid() || begin.isMacroID())
      return false;
    bool invalid = false;
    llvm::StringRef text = sources.getBufferData(sources.getFileID(begin), &invalid);
    size_t pragma = text.substr(0, sources.getFileOffset(begin) + 1).rfind('#');
    if (invalid || pragma == llvm::StringRef::npos)
      return false;
    first = std::min(first, static_cast<unsigned>(pragma));
  }
  result.directiveOffset = first;
  return true;
}

/// Does the text of the body hold a jump out of the loop? OpenMP rejects it even where the analysis
/// knows that it is never reached.
static bool holdsJumpOut(const ASTContext &context, const Stmt *body, const Stmt *exitTest) {
  struct Entry {
    const Stmt *statement;
    bool breakStaysInside; // a nested loop or switch is what `break` leaves
  };
  const SourceManager &sources = context.getSourceManager();
  SmallVector<Entry> worklist = {{body, false}};
  while (!worklist.empty()) {
    auto [statement, breakStaysInside] = worklist.pop_back_val();
    if (!statement || isa<LambdaExpr>(statement) || statement == exitTest)
      continue;
    if (isa<ReturnStmt, CoreturnStmt, IndirectGotoStmt>(statement) ||
        (isa<BreakStmt>(statement) && !breakStaysInside))
      return true;
    if (const auto *jump = dyn_cast<GotoStmt>(statement))
      if (!sources.isPointWithin(jump->getLabel()->getLocation(), body->getBeginLoc(),
                                 body->getEndLoc()))
        return true;
    breakStaysInside |= isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt, SwitchStmt>(statement);
    for (const Stmt *child : statement->children())
      worklist.push_back({child, breakStaysInside});
  }
  return false;
}

bool usesOuterBinding(const ASTContext &context, const Stmt *statement) {
  const SourceManager &sources = context.getSourceManager();
  SmallVector<const Stmt *> worklist = {statement};
  while (!worklist.empty()) {
    const Stmt *each = worklist.pop_back_val();
    if (!each)
      continue;
    if (const auto *reference = dyn_cast<DeclRefExpr>(each))
      if (isa<BindingDecl>(reference->getDecl()) &&
          !sources.isPointWithin(reference->getDecl()->getLocation(), statement->getBeginLoc(),
                                 statement->getEndLoc()))
        return true;
    for (const Stmt *child : each->children())
      worklist.push_back(child);
  }
  return false;
}

std::string whyNotRepeatable(const ASTContext &context, const Stmt *whole) {
  SmallVector<StringRef> lines;
  Lexer::getSourceText(CharSourceRange::getTokenRange(whole->getSourceRange()),
                       context.getSourceManager(), context.getLangOpts())
      .split(lines, '\n');
  for (StringRef line : lines) {
    line = line.ltrim();
    if (!line.consume_front("#"))
      continue;
    line = line.ltrim();
    if (line.starts_with("if") || line.starts_with("el") || line.starts_with("end"))
      return "it depends on conditions of the preprocessor";
  }
  SmallVector<const Stmt *> worklist = {whole};
  while (!worklist.empty()) {
    const Stmt *statement = worklist.pop_back_val();
    if (!statement)
      continue;
    if (isa<LabelStmt>(statement))
      return "it holds a label";
    if (const auto *declarations = dyn_cast<DeclStmt>(statement))
      for (const Decl *declaration : declarations->decls()) {
        if (const auto *variable = dyn_cast<VarDecl>(declaration);
            variable && variable->isStaticLocal())
          return "it holds a static variable";
        if (isa<CXXRecordDecl>(declaration)) // whose functions may have static variables
          return "it declares a class";
      }
    worklist.append(statement->child_begin(), statement->child_end());
  }
  return "";
}

using Functions = std::set<const FunctionDecl *>;
static void collectCalls(const Stmt *statement, Functions &found);
static std::vector<std::string> keysOf(const Functions &functions);

/// One phrase; empty: nothing. clang 22 looks for `try` and `throw` in templates, too, that it
/// instantiates where the loop calls them.
static std::string unfitForSimd(const Stmt *statement) {
  if (!statement)
    return "";
  if (isa<OMPExecutableDirective>(statement))
    return "another directive";
  if (isa<CXXTryStmt, CXXThrowExpr>(statement))
    return "'try' or 'throw'";
  if (isa<AsmStmt, CoroutineSuspendExpr>(statement))
    return "assembly or a suspension";
  for (const Stmt *child : statement->children())
    if (std::string found = unfitForSimd(child); !found.empty())
      return found;
  return "";
}

/// Does an object, such as an iterator, count the iterations?
static bool isCountedByObject(const Stmt *loop) {
  if (const auto *range = dyn_cast<CXXForRangeStmt>(loop))
    return !range->getCond() || isa<CXXOperatorCallExpr>(range->getCond()->IgnoreImplicit()) ||
           isa<CXXRewrittenBinaryOperator>(range->getCond()->IgnoreImplicit());
  const Expr *condition = nullptr;
  if (const auto *statement = dyn_cast<ForStmt>(loop))
    condition = statement->getCond();
  else if (const auto *statement = dyn_cast<WhileStmt>(loop))
    condition = statement->getCond();
  else if (const auto *statement = dyn_cast<DoStmt>(loop))
    condition = statement->getCond();
  SmallVector<const Stmt *> worklist = {condition};
  while (!worklist.empty()) {
    const Stmt *part = worklist.pop_back_val();
    const auto *call = dyn_cast_or_null<CXXOperatorCallExpr>(part);
    if (isa_and_nonnull<CXXRewrittenBinaryOperator>(part) || (call && call->isComparisonOp()))
      return true;
    if (part)
      worklist.append(part->child_begin(), part->child_end());
  }
  return false;
}

/// What lanes cannot run (OpenMP 5.2, 10.4: no other constructs, also in functions that are called,
/// and no exceptions), and loops, which run in lanes themselves. `called`: by the body.
static std::string whyNotSimd(const Stmt *loop, const Functions &called) {
  if (isCountedByObject(loop))
    return "an object counts its iterations"; // g++ 12 wants an integer or a pointer
  SmallVector<const Stmt *> worklist = {bodyOf(loop)};
  while (!worklist.empty()) {
    const Stmt *statement = worklist.pop_back_val();
    if (!statement)
      continue;
    if (isLoop(*statement))
      return "it holds another loop";
    if (isa<GotoStmt, IndirectGotoStmt, LabelStmt>(statement))
      return "it holds a jump";
    worklist.append(statement->child_begin(), statement->child_end());
  }
  if (std::string found = unfitForSimd(bodyOf(loop)); !found.empty())
    return "it holds " + found;
  std::set<std::string> reasons; // the set of functions has no order that stays the same
  for (const FunctionDecl *function : called)
    if (std::string found = unfitForSimd(function->getBody()); !found.empty())
      reasons.insert("it calls '" + function->getNameAsString() + "', which holds " + found);
  return reasons.empty() ? "" : *reasons.begin();
}

/// Calls of functions without a body here that may do more than compute, such as setting `errno`.
static bool callsOutside(const ASTContext &context, const Stmt *statement) {
  if (!statement)
    return false;
  if (const auto *call = dyn_cast<CallExpr>(statement)) {
    const FunctionDecl *callee = call->getDirectCallee();
    unsigned builtin = callee ? callee->getBuiltinID() : 0;
    if (!callee || (!callee->hasBody() && !callee->hasAttr<ConstAttr>() &&
                    !(builtin && context.BuiltinInfo.isConst(builtin))))
      return true;
  }
  for (const Stmt *child : statement->children())
    if (callsOutside(context, child))
      return true;
  return false;
}

/// The same, also behind calls.
static bool leavesFile(const ASTContext &context, const Stmt *body, const Functions &called) {
  for (const FunctionDecl *function : called)
    if (callsOutside(context, function->getBody()))
      return true;
  return callsOutside(context, body);
}

void describeText(const ASTContext &context, const LoopSite &site, LoopResult &result) {
  const SourceManager &sources = context.getSourceManager();
  const Stmt *loop = site.statement, *body = bodyOf(loop);
  result.position = positionOf(context, loop->getBeginLoc());
  result.kind = kindOf(loop);
  result.depth = site.depth;
  result.isCxx = context.getLangOpts().CPlusPlus;
  result.isEarly = isEarlyStandard(context);
  result.wideInteger = wideInteger(context);
  bool isWhole = true;
  result.statement = {result.position.offset, endOffset(context, loop, isWhole)};
  result.endLine =
      sources.getLineNumber(sources.getFileID(sources.getExpansionLoc(loop->getEndLoc())),
                            result.statement.end ? result.statement.end - 1 : 0);
  result.body = {sources.getFileOffset(sources.getExpansionLoc(body->getBeginLoc())),
                 endOffset(context, body, isWhole)};
  result.bodyIsBlock = isa<CompoundStmt>(body);
  result.directiveOffset = result.statement.begin;
  if (isa_and_nonnull<CompoundStmt>(site.parent) || !site.parent)
    result.placement = Placement::Block;
  else if (isa<LabelStmt, SwitchCase>(site.parent))
    result.placement = Placement::AfterLabel;
  else
    result.placement = Placement::Unbraced;
  result.hasDirective = site.directive != nullptr;
  result.insideParallelRegion = site.insideParallelRegion;
  if (site.directive) {
    CharSourceRange range =
        CharSourceRange::getCharRange(site.directive->getBeginLoc(), site.directive->getEndLoc());
    result.existingDirective = Lexer::getSourceText(range, sources, context.getLangOpts()).str();
  }
  auto notEditable = [&](const std::string &why) { refuseEdits(result, why); };
  if (site.attributed && !describeHints(context, site, result))
    notEditable("the compilers disagree on where a directive stands beside an attribute");
  if (std::string why = whyNothingFits(context, site); !why.empty())
    notEditable(why);
  if (loop->getBeginLoc().isMacroID() || loop->getEndLoc().isMacroID() ||
      body->getBeginLoc().isMacroID())
    notEditable("the loop comes from a macro");
  if (!isWhole)
    notEditable("the end of the loop comes from a macro");
  if (sources.isInSystemHeader(loop->getBeginLoc()))
    notEditable("the loop stands in a system header");
  if (holdsJumpOut(context, body, partsOf(*loop).exitTest))
    notEditable("a jump leaves the loop, though never in a run");
  result.notRepeatableBecause = whyNotRepeatable(context, loop);
  Functions called;
  collectCalls(body, called);
  result.notSimdBecause = whyNotSimd(loop, called);
  if (result.notSimdBecause.empty())
    describeLaneFunctions(context, loop, body, called, result);
  result.callsOutside = leavesFile(context, body, called);
  if (site.isSerialVersion)
    notEditable("it is the serial version, or part, of a parallel loop");
  if (site.directive)
    notEditable("the loop already carries a directive");
  else if (site.insideParallelRegion)
    notEditable("the loop stands in a parallel region");
  result.bodyCost = estimateCost(context, loop);
  collectCalls(loop, called); // of the header, too
  result.callees = keysOf(called);
}

/// `left`: statements to look at, as functions in functions may be more than anyone can count.
static double costOf(const ASTContext &context, const Stmt *statement, bool countLoops,
                     unsigned depth, std::set<const FunctionDecl *> &active, unsigned &left) {
  if (!statement || depth > 8 || left == 0)
    return 0;
  --left;
  double cost = 0;
  bool repeats = isLoop(*statement);
  if (repeats && !countLoops)
    return 1;
  if (const auto *binary = dyn_cast<BinaryOperator>(statement))
    cost += binary->getOpcode() == BO_Div || binary->getOpcode() == BO_Rem ? 8 : 1;
  else if (isa<UnaryOperator, ArraySubscriptExpr>(statement))
    cost += 1;
  else if (const auto *call = dyn_cast<CallExpr>(statement)) {
    const FunctionDecl *callee = call->getDirectCallee(), *definition = nullptr;
    bool isSubscript = isa<CXXOperatorCallExpr>(call);
    bool inSystem = callee && context.getSourceManager().isInSystemHeader(callee->getLocation());
    if (callee && !inSystem && callee->hasBody(definition) && active.insert(definition).second) {
      cost += 2 + costOf(context, definition->getBody(), true, depth + 1, active, left);
      active.erase(definition);
    } else {
      bool isMember = isa<CXXMemberCallExpr>(call);
      cost += isSubscript || isMember ? 1 : 20;
    }
  }
  double inside = 0;
  for (const Stmt *child : statement->children())
    inside += costOf(context, child, countLoops, depth, active, left);
  return cost + (repeats ? 64 * inside : inside);
}

double estimateCost(const ASTContext &context, const Stmt *loop) {
  std::set<const FunctionDecl *> active;
  unsigned left = 200000;
  return 1 + costOf(context, bodyOf(loop), false, 0, active, left);
}

std::string functionKey(const FunctionDecl &function) {
  const FunctionDecl *pattern = function.getTemplateInstantiationPattern();
  const FunctionDecl &named = pattern ? *pattern : function; // one text, whatever its arguments
  return named.getQualifiedNameAsString() + " " + named.getType().getCanonicalType().getAsString();
}

static void collectCalls(const Stmt *statement, Functions &found) {
  if (!statement)
    return;
  const FunctionDecl *callee = nullptr;
  if (const auto *call = dyn_cast<CallExpr>(statement))
    callee = call->getDirectCallee();
  else if (const auto *construct = dyn_cast<CXXConstructExpr>(statement))
    callee = construct->getConstructor();
  const FunctionDecl *definition = nullptr;
  if (callee && callee->hasBody(definition) && found.insert(definition->getCanonicalDecl()).second)
    collectCalls(definition->getBody(), found);
  for (const Stmt *child : statement->children())
    collectCalls(child, found);
}

std::vector<std::string> calleesOf(llvm::ArrayRef<const Stmt *> statements) {
  Functions called;
  for (const Stmt *each : statements)
    collectCalls(each, called);
  return keysOf(called);
}

static std::vector<std::string> keysOf(const Functions &functions) {
  std::vector<std::string> keys;
  for (const FunctionDecl *function : functions)
    keys.push_back(functionKey(*function));
  std::sort(keys.begin(), keys.end());
  return keys;
}

} // namespace loomp
