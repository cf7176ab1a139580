//===- BoundInHeader.cpp - the bound of a loop as it stands in the source -===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (unsigned j = 2; j < n; ++j)       with an int n: (unsigned int)n
//   for (long i = 0; i < int(size); ++i)   with a member of *this: int(size)
//
// Theorem: where the loop runs, the bound lies above (`<`) or at (`<=`) a start that is not below
// 0, so that `bound - c` does not wrap for a c up to there, whatever the type of the bound; and
// `bound + 1` is what an index ends at that is no wider. Texts of the header only matter where it
// runs.
//
//===----------------------------------------------------------------------===//

#include "analyses/BoundInHeader.h"

#include "analyses/LoopParts.h"

#include "clang/AST/ExprCXX.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace loomp {

/// `i = e`, where i is a variable of the function and e has no effects.
static bool assignsVariable(const Stmt &start, const ASTContext &context) {
  const auto *assignment = dyn_cast<BinaryOperator>(&start);
  const auto *reference =
      assignment ? dyn_cast<DeclRefExpr>(assignment->getLHS()->IgnoreParens()) : nullptr;
  const auto *variable = reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
  return variable && assignment->getOpcode() == BO_Assign && variable->hasLocalStorage() &&
         !variable->getType()->isReferenceType() && !assignment->getRHS()->HasSideEffects(context);
}

/// Is this a member of `*this` that the loop reads and leaves alone?
static bool isOwnMember(const Model &model, const Loop &judged, const MemberExpr &member) {
  const auto *field = dyn_cast<FieldDecl>(member.getMemberDecl());
  if (!field || field->isBitField() || !field->getType()->isIntegerType() ||
      field->getType().isVolatileQualified() ||
      !isa<CXXThisExpr>(member.getBase()->IgnoreParenImpCasts()))
    return false;
  bool isRead = false;
  for (size_t i = judged.accessBegin; i < judged.accessEnd; ++i) {
    const Access &read = model.accesses[i];
    if (read.isWrite || !read.expression || read.expression->IgnoreParens() != &member)
      continue;
    isRead = true;
    for (size_t w = judged.accessBegin; w < judged.accessEnd; ++w)
      if (model.accesses[w].isWrite && model.mayOverlap(model.accesses[w].path, read.path))
        return false;
  }
  return isRead;
}

std::optional<std::string> boundInHeader(const Model &model, const Loop &judged,
                                         const Polynomial &value, const ASTContext &context,
                                         EntryUse use) {
  const Expr *bound = judged.boundExpression;
  auto step = judged.step ? judged.step->asConstant() : std::nullopt;
  bool mayDiffer = use == EntryUse::Header;
  if (!judged.isLexical || !bound || !judged.last || !step || *step < 1 ||
      (*step != 1 && !mayDiffer) || (judged.comparison != BO_LE && judged.comparison != BO_LT) ||
      !judged.ahead.isZero() || judged.testedLast || bound->getBeginLoc().isMacroID() ||
      bound->getEndLoc().isMacroID())
    return std::nullopt;
  Polynomial known = *judged.last + Polynomial(judged.comparison == BO_LT ? 1 : 0);
  auto less = (known - value).asConstant(), first = judged.lower.asConstant();
  bool isBetween = less && first && *first >= 0 && *less >= 0 &&
                   *less <= *first + (judged.comparison == BO_LT ? 1 : 0);
  QualType from = bound->IgnoreImpCasts()->getType(), to = judged.index->getType();
  // A comparison in another type may convert what the text says. With 64 bits a loop up to there
  // takes longer than any program runs.
  QualType compared = judged.indexExpression ? judged.indexExpression->getType() : to;
  bool isWider = context.getTypeSize(compared) > context.getTypeSize(from);
  bool isSameSign = compared->isSignedIntegerType() == from->isSignedIntegerType();
  bool isHuge = use == EntryUse::Check && context.getTypeSize(compared) >= 64;
  std::string conversion;
  if (!(isSameSign && context.getTypeSize(compared) >= context.getTypeSize(from)) &&
      !(isWider && compared->isSignedIntegerType()) && !isHuge) {
    if (!from->isIntegerType() || !compared.getCanonicalType()->isBuiltinType() ||
        !compared->isIntegerType())
      return std::nullopt;
    from = compared.getCanonicalType().getUnqualifiedType();
    conversion = "(" + from.getAsString(PrintingPolicy(context.getLangOpts())) + ")";
  }
  auto narrower = context.getTypeSize(to) <=> context.getTypeSize(from);
  bool reachesNext =
      less == Coefficient(-1) && judged.comparison == BO_LE && from->isIntegerType() &&
      (narrower < 0 ||
       (narrower == 0 && (from->isUnsignedIntegerType() || to->isSignedIntegerType())));
  if (!less || (*less != 0 && (!mayDiffer || !(isBetween || reachesNext))))
    return std::nullopt;
  const SourceManager &sources = context.getSourceManager();
  // The init of the header runs in between.
  const auto *counted = dyn_cast<ForStmt>(judged.statement);
  const Stmt *start = counted ? counted->getInit() : nullptr;
  if (const auto *declarations = dyn_cast_or_null<DeclStmt>(start)) {
    for (const Decl *declaration : declarations->decls())
      if (const auto *variable = dyn_cast<VarDecl>(declaration);
          !variable || (variable->getInit() && variable->getInit()->HasSideEffects(context)))
        return std::nullopt;
    start = nullptr;
  }
  std::vector<const Stmt *> pending = {bound};
  while (!pending.empty()) {
    const Stmt *statement = pending.back();
    pending.pop_back();
    if (const auto *reference = dyn_cast<DeclRefExpr>(statement)) {
      const auto *variable = dyn_cast<VarDecl>(reference->getDecl());
      if (!variable || !variable->hasLocalStorage() || !variable->getType()->isIntegerType() ||
          variable->getType().isVolatileQualified() || !judged.isVisible(*variable) ||
          !sources.isBeforeInTranslationUnit(variable->getLocation(),
                                             judged.statement->getBeginLoc()) ||
          (start && mentions(start, variable)))
        return std::nullopt;
      for (size_t i = judged.accessBegin; i < judged.accessEnd; ++i)
        if (const Access &access = model.accesses[i];
            access.isWrite &&
            model.objects[access.path.object].declaration == variable->getCanonicalDecl())
          return std::nullopt;
      continue;
    }
    if (const auto *member = dyn_cast<MemberExpr>(statement)) {
      if ((start && !assignsVariable(*start, context)) || !isOwnMember(model, judged, *member))
        return std::nullopt;
      continue;
    }
    const auto *binary = dyn_cast<BinaryOperator>(statement);
    bool isSum =
        binary && (binary->isAdditiveOp() || binary->isShiftOp() || binary->getOpcode() == BO_Mul);
    const auto *cast = dyn_cast<ExplicitCastExpr>(statement);
    bool isConverted = cast &&
                       (cast->getCastKind() == CK_IntegralCast || cast->getCastKind() == CK_NoOp) &&
                       cast->getType()->isIntegerType() &&
                       isa<CStyleCastExpr, CXXFunctionalCastExpr, CXXStaticCastExpr>(cast);
    if (!isSum && !isConverted && !isa<ImplicitCastExpr, ParenExpr, IntegerLiteral>(statement))
      return std::nullopt;
    for (const Stmt *child : statement->children())
      pending.push_back(child);
  }
  CharSourceRange range = CharSourceRange::getTokenRange(bound->getSourceRange());
  std::string text = Lexer::getSourceText(range, sources, context.getLangOpts()).str();
  if (!isa<DeclRefExpr, MemberExpr, ParenExpr, CXXFunctionalCastExpr, CXXStaticCastExpr>(
          bound->IgnoreImpCasts()))
    text = "(" + text + ")";
  if (!conversion.empty())
    text = "(" + conversion + text + ")";
  return *less == 0  ? text
         : *less < 0 ? text + " + " + toString(-*less)
                     : text + " - " + toString(*less);
}

} // namespace loomp
