//===- LoopPlace.cpp - where a loop stands in its file --------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "analyses/LoopPlace.h"

#include "clang/AST/ExprCXX.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace loomp {

static bool standsInOneFile(const ASTContext &context, const Stmt &loop) {
  const SourceManager &sources = context.getSourceManager();
  auto fileOf = [&](SourceLocation place) {
    return sources.getFileID(sources.getExpansionLoc(place));
  };
  FileID file = fileOf(loop.getBeginLoc());
  auto isThere = [&](SourceLocation place) { return place.isInvalid() || fileOf(place) == file; };
  SmallVector<const Stmt *> pending = {&loop};
  while (!pending.empty()) {
    const Stmt *statement = pending.pop_back_val();
    if (!statement)
      continue;
    if (!isThere(statement->getBeginLoc()) || !isThere(statement->getEndLoc()))
      return false;
    if (const auto *declarations = dyn_cast<DeclStmt>(statement))
      for (const Decl *each : declarations->decls())
        if (!isThere(each->getLocation()))
          return false;
    // Defaults stand where they are declared.
    if (!isa<CXXDefaultArgExpr, CXXDefaultInitExpr>(statement))
      pending.append(statement->child_begin(), statement->child_end());
  }
  return true;
}

/// Is a directive all that the verdict asks for?
static bool asksForClausesOnly(const LoopResult &result) {
  auto isClause = [](const Role &role) {
    bool isPlain = role.kind == RoleKind::Index || role.kind == RoleKind::Private ||
                   role.kind == RoleKind::FirstPrivate || role.kind == RoleKind::LastPrivate ||
                   role.kind == RoleKind::Shared || role.kind == RoleKind::Reduction;
    return isPlain && !role.induction && !role.localCopy && !role.array && role.classType.empty();
  };
  return llvm::all_of(result.roles, isClause) && result.selections.empty() && !result.peeling &&
         !result.canonicalForm && !result.indexLiveOut &&
         llvm::none_of(result.assumptions, [](const Assumption &each) { return each.guardsLoop; });
}

void leaveIncluded(const ASTContext &context, const Stmt &loop, LoopResult &result) {
  if (standsInOneFile(context, loop))
    return;
  const char *why = "a part of the loop stands in another file";
  if (!asksForClausesOnly(result))
    refuseEdits(result, why);
  result.dealt.reset();
  result.device.reset();
  result.notOnDeviceBecause = result.notSimdBecause = result.notRepeatableBecause = why;
  result.numberedForm.reset();
  result.counting.reset();
  result.asScan.clear();
  result.asTasks.clear();
  result.taskLoop.reset();
  result.deviceRegions.clear();
  result.laneFunctions.clear();
}

/// Where what stands directly in front of the loop begins, as far as the statement around it says.
static SourceLocation endOfWhatIsBefore(const LoopSite &site) {
  const Stmt *first = site.attributed ? site.attributed : site.statement;
  if (const auto *block = dyn_cast_or_null<CompoundStmt>(site.parent)) {
    SourceLocation end = block->getLBracLoc();
    for (const Stmt *each : block->body()) {
      if (each == first)
        break;
      end = each->getEndLoc();
    }
    return end;
  }
  if (const auto *choice = dyn_cast_or_null<IfStmt>(site.parent))
    return choice->getElse() == first ? choice->getElseLoc() : choice->getRParenLoc();
  if (const auto *loop = dyn_cast_or_null<ForStmt>(site.parent))
    return loop->getRParenLoc();
  if (const auto *loop = dyn_cast_or_null<WhileStmt>(site.parent))
    return loop->getRParenLoc();
  if (const auto *label = dyn_cast_or_null<LabelStmt>(site.parent))
    return label->getIdentLoc();
  return site.parent ? site.parent->getBeginLoc() : SourceLocation();
}

std::string whyNothingFits(const ASTContext &context, const LoopSite &site) {
  const SourceManager &sources = context.getSourceManager();
  SourceLocation before = endOfWhatIsBefore(site), loop = site.statement->getBeginLoc();
  if (before.isInvalid() || loop.isMacroID())
    return "";
  if (before.isMacroID())
    before = sources.getExpansionRange(before).getEnd();
  FileID file = sources.getFileID(loop);
  unsigned begin = sources.getFileOffset(before), end = sources.getFileOffset(loop);
  if (sources.getFileID(before) != file || begin >= end)
    return "";
  StringRef text = sources.getBufferData(file);
  Lexer lexer(sources.getLocForStartOfFile(file), context.getLangOpts(), text.begin(),
              text.begin() + begin, text.end());
  const char *hint = "g++ accepts no directive beside '#pragma GCC'";
  const char *ignored = "it stands behind an attribute that clang ignores";
  // The token that ends what stands before, then all up to the loop, also what `#if` leaves out: a
  // pragma may stand above that. `problem`: directly in front of the loop.
  bool isFirst = true, isPragma = false, isDirective = false;
  const char *problem = "";
  for (Token token;
       !lexer.LexFromRawLexer(token) && sources.getFileOffset(token.getLocation()) < end;
       isFirst = false) {
    if (token.isAtStartOfLine()) {
      isDirective = token.is(tok::hash);
      isPragma = false;
    }
    if (isFirst || isDirective || token.isOneOf(tok::semi, tok::l_brace, tok::r_brace))
      problem = "";
    else if (token.is(tok::l_square) && !site.attributed)
      problem = ignored;
    if (isFirst || !token.is(tok::raw_identifier))
      continue;
    StringRef word = token.getRawIdentifier();
    if ((isPragma && word == "GCC") || word == "_Pragma")
      return hint;
    isPragma |= isDirective && word == "pragma";
    if (isDirective)
      continue;
    auto known = context.Idents.find(word);
    if (word == "__attribute__" && !site.attributed)
      problem = ignored;
    else if (known != context.Idents.end() && known->second->hadMacroDefinition())
      problem = hint;
  }
  return problem;
}

} // namespace loomp
