//===- EntryText.cpp - text that is valid in front of a loop -------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A member that the text may not name is read through the accessor of its class, a function that
// does nothing but return it:
//
//   double *data() const { return data_; }        g.data_ is spelled `g.data()`
//
// A value that is fixed in the loop is spelled by a variable that holds it there, or as a sum of
// products of such names; sums are formed in a type that holds every element number.
//
//===----------------------------------------------------------------------===//

#include "analyses/EntryText.h"

#include "analyses/BoundInHeader.h"
#include "analyses/FollowedPointers.h"
#include "analyses/LoopParts.h"
#include "analyses/ProgramFacts.h"

#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/CharInfo.h"
#include "clang/Lex/Lexer.h"

using namespace clang;
using llvm::StringRef;

namespace loomp {

/// The name of the member of the object itself that the only statement of the function returns. A
/// member of a class template has a body only where it is used: else its pattern says the same.
static std::string returnedMember(const CXXMethodDecl &method) {
  const FunctionDecl *definition = nullptr;
  const Stmt *body = method.getBody(definition);
  if (!body)
    if (const FunctionDecl *pattern = method.getTemplateInstantiationPattern())
      body = pattern->getBody(definition);
  const auto *block = dyn_cast_or_null<CompoundStmt>(body);
  const auto *statement =
      block && block->size() == 1 ? dyn_cast<ReturnStmt>(block->body_front()) : nullptr;
  if (!statement || !statement->getRetValue())
    return {};
  const Expr *value = statement->getRetValue()->IgnoreParens()->IgnoreImplicit();
  auto isSelf = [](const Expr *base) { return isa<CXXThisExpr>(base->IgnoreParenImpCasts()); };
  if (const auto *member = dyn_cast<MemberExpr>(value))
    return isSelf(member->getBase()) && isa<FieldDecl>(member->getMemberDecl())
               ? member->getMemberDecl()->getNameAsString()
               : "";
  if (const auto *member = dyn_cast<CXXDependentScopeMemberExpr>(value))
    return member->isImplicitAccess() || isSelf(member->getBase())
               ? member->getMember().getAsString()
               : "";
  return {};
}

/// No conversion but the load: what the function returns is what the member holds.
static bool returnsAsItIs(const CXXMethodDecl &method, const FieldDecl &field) {
  return method.getASTContext().hasSameUnqualifiedType(method.getReturnType().getNonReferenceType(),
                                                       field.getType().getNonReferenceType());
}

/// The name of a public function of the class that returns the member; absent if there is none, or
/// if `object` is not exactly of that class, so that the name could mean another one.
static std::optional<std::string> accessorOf(QualType object, const FieldDecl &field) {
  const CXXRecordDecl *record = object.isNull() ? nullptr : object->getAsCXXRecordDecl();
  if (!record || record->getCanonicalDecl() != field.getParent()->getCanonicalDecl())
    return std::nullopt;
  // A copy of a number or a pointer says the same; a copy of an object is another object.
  bool mayCopy = field.getType()->isScalarType();
  // The name must mean this function, whatever the object is qualified with.
  auto isOnly = [&](const CXXMethodDecl *method) {
    return record->lookup(method->getDeclName()).isSingleResult() &&
           !method->hasAttr<DeprecatedAttr>() && !method->hasAttr<UnavailableAttr>();
  };
  for (const CXXMethodDecl *method : record->methods())
    if ((mayCopy || method->getReturnType()->isReferenceType()) &&
        method->getAccess() == AS_public && method->isInstance() && method->isConst() &&
        !method->isVirtual() && method->getNumParams() == 0 &&
        method->getRefQualifier() == RQ_None && method->getDeclName().isIdentifier() &&
        isOnly(method) && returnsAsItIs(*method, field) &&
        returnedMember(*method) == field.getNameAsString())
      return method->getNameAsString();
  return std::nullopt;
}

bool isEarlyStandard(const ASTContext &context) {
  const LangOptions &language = context.getLangOpts();
  return language.CPlusPlus ? !language.CPlusPlus11 : !language.C99;
}

std::string wideInteger(const ASTContext &context) {
  bool isLong = isEarlyStandard(context) && context.getTypeSize(context.LongTy) == 64;
  return isLong ? "long" : "long long";
}

std::string wideSuffix(const ASTContext &context) {
  return wideInteger(context) == "long" ? "L" : "LL";
}

/// `auto i = v.size()`, `decltype(x) i`: clang prints the word by which a deduced type was declared
/// elsewhere, `size_type`, which means nothing here, or something else.
static bool isNamedElsewhere(const ASTContext &context, QualType type) {
  if (type->getContainedDeducedType())
    return true;
  while (true) {
    if (isa<DecltypeType, TypeOfType, TypeOfExprType>(type))
      return true;
    if (const auto *pointer = dyn_cast<PointerType>(type))
      return isNamedElsewhere(context, pointer->getPointeeType());
    QualType next = type.getSingleStepDesugaredType(context);
    if (next == type || isa<TypedefType>(type)) // the source itself uses the name
      return false;
    type = next;
  }
}

std::string spelledType(const ASTContext &context, QualType type) {
  if (isNamedElsewhere(context, type))
    type = type.getCanonicalType();
  return type.getUnqualifiedType().getAsString(PrintingPolicy(context.getLangOpts()));
}

std::string convertedTo(const ASTContext &context, QualType type, const std::string &text) {
  std::string name = spelledType(context, type);
  return context.getLangOpts().CPlusPlus ? "static_cast<" + name + ">(" + text + ")"
                                         : "(" + name + ")(" + text + ")";
}

std::optional<std::string> deducedType(const ASTContext &context, QualType type,
                                       bool isInstantiated) {
  if (context.getLangOpts().CPlusPlus11)
    return "auto";
  // No type is that of all instantiations; and some surround the name: `double (*)[4]`.
  std::string text = spelledType(context, type);
  bool isPlain = !isInstantiated && text.find_first_of("([") == std::string::npos;
  return isPlain ? std::optional(text) : std::nullopt;
}

std::string freshName(const ASTContext &context, const std::string &base) {
  std::string name = base;
  for (unsigned number = 2; findSpelled(context, name); ++number)
    name = base + std::to_string(number);
  return name;
}

std::optional<std::string> bufferMember(QualType container) {
  if (!isStandardClass(container))
    return std::nullopt;
  if (const CXXRecordDecl *record = container->getAsCXXRecordDecl())
    for (const CXXMethodDecl *method : record->methods())
      for (const char *name : {"data", "get"})
        if (method->getDeclName().isIdentifier() && method->getName() == name)
          return name;
  return std::nullopt;
}

std::optional<std::string> placeAtEntry(const Model &model, LoopId loop, const Path &path,
                                        bool &dereferences) {
  const Object &object = model.objects[path.object];
  const Loop &judged = model.loops[loop];
  std::string text;
  size_t next = 0;
  QualType type = model.typeAt(path, 0);
  bool isSelf = object.kind == ObjectKind::This;
  if (isSelf) {
    if (path.components.empty())
      return std::nullopt;
  } else if (object.kind == ObjectKind::Variable || object.isReference) {
    auto name = object.declaration ? judged.nameAtStart(*object.declaration) : std::nullopt;
    if (!name)
      return std::nullopt;
    text = *name;
  } else {
    for (const auto &[variable, target] : judged.pointersAtEntry)
      if (text.empty() && !path.components.empty() && target.object == path.object &&
          !variable->getType()->isVoidPointerType() && target.components.size() == 1 &&
          target.components[0].index && path.components[0].index &&
          *target.components[0].index == *path.components[0].index) {
        text = variable->getNameAsString() + "->";
        type = variable->getType()->getPointeeType();
      }
    if (text.empty() || path.components.size() < 2)
      return std::nullopt;
    // Where the loop runs, it must follow the pointer for certain.
    bool isFollowed = false;
    for (size_t i = judged.accessBegin; i < judged.accessEnd && !isFollowed; ++i) {
      const Access &access = model.accesses[i];
      isFollowed = access.path.object == path.object &&
                   (access.guard == judged.guardInside || access.guard == judged.guardBefore);
    }
    if (!isFollowed)
      return std::nullopt;
    dereferences = true;
    next = 1;
  }
  for (; next < path.components.size(); ++next) {
    const FieldDecl *field = path.components[next].field;
    if (path.components[next].kind != Component::Kind::Field || !field->getDeclName())
      return std::nullopt;
    std::string name = field->getNameAsString();
    if (!isAccessible(model, *field)) {
      auto accessor = accessorOf(type, *field);
      if (!accessor)
        return std::nullopt;
      name = *accessor + "()";
    } else if (!namesMember(type, *field)) {
      return std::nullopt;
    }
    type = field->getType().getNonReferenceType();
    if (isSelf && next == 0)
      text = judged.scope.count(StringRef(name).split('(').first.str()) || model.isInstantiated
                 ? "this->" + name
                 : name;
    else
      text += (StringRef(text).ends_with("->") ? "" : ".") + name;
  }
  return text;
}

/// Does the expression, evaluated in front of the loop, give the value that it gave where it
/// stands? Inside the loop it does: its value is the same in all iterations, so that nothing in
/// them changes what it reads. In front of the loop it does if it only names variables that never
/// change.
static bool meansTheSameAtEntry(const Model &model, const Loop &loop, const Expr *expression,
                                const SourceManager &sources, bool mayLoad) {
  SourceLocation loopBegin = loop.statement->getBeginLoc();
  bool isInside =
      sources.isPointWithin(expression->getBeginLoc(), loopBegin, loop.statement->getEndLoc());
  std::vector<const Stmt *> pending = {expression};
  while (!pending.empty()) {
    const Stmt *statement = pending.back();
    pending.pop_back();
    if (!statement)
      continue;
    if (const auto *reference = dyn_cast<DeclRefExpr>(statement)) {
      const auto *variable = dyn_cast<VarDecl>(reference->getDecl());
      if (variable && !sources.isBeforeInTranslationUnit(variable->getLocation(), loopBegin))
        return false;
      if (!variable && !isa<EnumConstantDecl, CXXMethodDecl>(reference->getDecl()))
        return false;
      if (variable && !isInside &&
          (!variable->hasLocalStorage() || variable->getType()->isReferenceType() ||
           !loop.isVisible(*variable) || model.changing.count(variable->getCanonicalDecl())))
        return false;
    } else if (!isInside && isa<MemberExpr, ArraySubscriptExpr, CXXOperatorCallExpr>(statement)) {
      return false;
    } else if (mayLoad &&
               isa<ArraySubscriptExpr, BinaryOperator, CXXOperatorCallExpr, CStyleCastExpr,
                   UnaryOperator, FloatingLiteral, CXXStaticCastExpr>(statement)) {
      const auto *unary = dyn_cast<UnaryOperator>(statement);
      const auto *binary = dyn_cast<BinaryOperator>(statement);
      const auto *call = dyn_cast<CXXOperatorCallExpr>(statement);
      if ((unary && unary->isIncrementDecrementOp()) || (binary && binary->isAssignmentOp()) ||
          (call && call->getOperator() != OO_Subscript) ||
          (unary && unary->getOpcode() == UO_Deref && !isInside))
        return false;
    } else if (!isa<MemberExpr, ImplicitCastExpr, ParenExpr, CXXThisExpr, IntegerLiteral>(
                   statement)) {
      return false;
    }
    for (const Stmt *child : statement->children())
      pending.push_back(child);
  }
  return true;
}

/// A value that the loop itself reads from a container's header or from a member, the same in all
/// its iterations: so nothing in them changes the place, and it holds the value where the loop
/// starts.
static std::optional<std::string> placeOfValue(const Model &model, LoopId loop, SymbolId symbol) {
  const Loop &judged = model.loops[loop];
  auto read = model.loadedBy.find(symbol);
  if (read == model.loadedBy.end() || read->second < judged.accessBegin ||
      read->second >= judged.accessEnd || model.varies(symbol, loop))
    return std::nullopt;
  Path path = model.accesses[read->second].path;
  bool isSize = isHeader(path), dereferences = false;
  if (isSize)
    path.components.pop_back();
  else if (path.components.empty() || path.components.back().kind != Component::Kind::Field)
    return std::nullopt;
  auto text = placeAtEntry(model, loop, path, dereferences);
  if (!text || dereferences || (!isSize && path.type->isScopedEnumeralType()) ||
      (isSize && !isStandardClass(model.typeAt(path, path.components.size()))))
    return std::nullopt;
  return isSize ? *text + ".size()" : *text;
}

/// A call in the header of the loop, evaluated before the first iteration, that returns the value
/// in all iterations.
static std::optional<std::string> callInHeader(const Model &model, const Loop &judged,
                                               SymbolId symbol, const SourceManager &sources) {
  auto returned = model.returnedBy.find(symbol);
  if (returned == model.returnedBy.end() || !judged.isLexical)
    return std::nullopt;
  const CXXMemberCallExpr *call = returned->second;
  const Stmt *condition = nullptr;
  if (const auto *counted = dyn_cast<ForStmt>(judged.statement))
    condition = counted->getCond();
  else if (const auto *tested = dyn_cast<WhileStmt>(judged.statement))
    condition = tested->getCond();
  if (!condition || call->getBeginLoc().isMacroID() ||
      !sources.isPointWithin(call->getBeginLoc(), condition->getBeginLoc(),
                             condition->getEndLoc()) ||
      !meansTheSameAtEntry(model, judged, call->getImplicitObjectArgument(), sources, false))
    return std::nullopt;
  CharSourceRange range = CharSourceRange::getTokenRange(call->getSourceRange());
  return Lexer::getSourceText(range, sources, LangOptions()).str();
}

bool mayBeOperand(QualType type) {
  return type.getNonReferenceType()->isIntegralOrUnscopedEnumerationType();
}

bool isSpelledAsNumber(const Expr &expression, const ASTContext &context) {
  QualType spelled = expression.IgnoreImpCasts()->getType();
  return mayBeOperand(spelled) &&
         context.hasSameUnqualifiedType(spelled.getNonReferenceType(), expression.getType());
}

/// 1 or 0: of a value plus a constant, which is compared without being formed.
static std::optional<std::string> truthAtEntry(const Model &model, LoopId loop,
                                               const Constraint &constraint,
                                               const ASTContext &context) {
  Coefficient constant = constraint.value.constantTerm();
  Polynomial rest = constraint.value - Polynomial(constant);
  auto rising = rest.asSymbol(), falling = (Polynomial() - rest).asSymbol();
  if (!rising && !falling)
    return std::nullopt;
  Coefficient bound = rising ? -constant : constant;
  const Symbol &symbol = model.symbols[rising ? *rising : *falling];
  bool isUnsigned = symbol.low.value_or(0) >= 0; // it may be
  auto text = renderAtEntry(model, loop, rising ? rest : Polynomial() - rest, context);
  if (!text || bound > INT32_MAX || bound < (isUnsigned ? 0 : INT32_MIN + 1))
    return std::nullopt;
  return "(" + *text +
         (constraint.isEquality ? " == "
          : rising              ? " >= "
                                : " <= ") +
         toString(bound) + " ? 1 : 0)";
}

static std::optional<std::string> nameAtEntry(const Model &model, LoopId loop, SymbolId symbol,
                                              const ASTContext &context, bool mayLoad) {
  const Loop &judged = model.loops[loop];
  auto place = judged.namesAtEntry.find(symbol);
  if (place != judged.namesAtEntry.end())
    return place->second;
  if (const auto &held = model.symbols[symbol].indicatorOf)
    return truthAtEntry(model, loop, *held, context);
  if (const auto &value = model.symbols[symbol].positivePartOf) {
    auto text = renderAtEntry(model, loop, *value, context);
    return text ? std::optional("(" + *text + " > 0 ? " + *text + " : 0)") : std::nullopt;
  }
  if (auto text = placeOfValue(model, loop, symbol))
    return text;
  const SourceManager &sources = context.getSourceManager();
  if (auto text = callInHeader(model, judged, symbol, sources))
    return text;
  const Expr *origin = model.symbols[symbol].origin;
  if (!origin || !isSpelledAsNumber(*origin, context) || !judged.isLexical ||
      origin->getBeginLoc().isMacroID() ||
      !meansTheSameAtEntry(model, judged, origin, sources, mayLoad) ||
      !isFollowedForCertain(model, loop, *origin))
    return std::nullopt;
  CharSourceRange range = CharSourceRange::getTokenRange(origin->getSourceRange());
  std::string text = Lexer::getSourceText(range, sources, context.getLangOpts()).str();
  bool isPrimary = isa<DeclRefExpr, MemberExpr, ArraySubscriptExpr, CallExpr, ParenExpr>(
      origin->IgnoreImpCasts());
  return isPrimary ? text : "(" + text + ")";
}

static bool isWrittenIn(const Model &model, const Loop &judged, const ValueDecl *declaration) {
  for (size_t i = judged.accessBegin; i < judged.accessEnd; ++i)
    if (model.accesses[i].isWrite &&
        model.objects[model.accesses[i].path.object].declaration == declaration)
      return true;
  return false;
}

/// A variable that holds the value where the loop starts, and that the loop leaves alone unless it
/// `mayChange`.
static std::optional<std::string> variableAtEntry(const Model &model, LoopId loop,
                                                  const Polynomial &value, bool mayChange) {
  const Loop &judged = model.loops[loop];
  for (const auto &[name, declaration] : judged.scope) {
    auto known = judged.valuesAtEntry.find(declaration);
    if (!judged.isLexical || known == judged.valuesAtEntry.end() || !(known->second == value) ||
        declaration == judged.index || !mayBeOperand(declaration->getType()))
      continue;
    if (mayChange || !isWrittenIn(model, judged, declaration))
      return name;
  }
  return std::nullopt;
}

/// The type in which a text is computed, where those of its names do not do: a sum or product that
/// the source forms in a wide type must not be formed in the type of its parts.
struct WideType {
  std::string name, suffix; ///< of the type, and of its literals; empty: the parts decide
  /// Of literals that no `int` holds: without it they would be wider than their sum. Absent: no
  /// sum has any.
  std::optional<std::string> largeSuffix = "";
};

/// Texts of the header are compared with the index. Where that is no wider than `int`, the source
/// has formed the value in a type that is no wider either; `-n + 3000000000U` is the value modulo
/// 2^32, as it was there.
static WideType wideTypeFor(const Loop &loop, const ASTContext &context, EntryUse use) {
  WideType wide{wideInteger(context), wideSuffix(context)};
  QualType index = loop.index ? loop.index->getType().getNonReferenceType() : QualType();
  if (use != EntryUse::Header || index.isNull() || !index->isIntegerType())
    return wide;
  if (context.getTypeSize(index) <= context.getTypeSize(context.IntTy))
    return {.largeSuffix = context.hasSameUnqualifiedType(index, context.UnsignedIntTy)
                               ? std::optional<std::string>("U")
                               : std::nullopt};
  // Modulo 2^w, a sum of parts that wrap is the sum.
  if (index->isUnsignedIntegerType())
    return {"unsigned " + wide.name, "U" + wide.suffix};
  return wide;
}

/// A sum of products of the names of its symbols.
static std::optional<std::string> renderTerms(const Model &model, LoopId loop,
                                              const Polynomial &value, const ASTContext &context,
                                              bool mayLoad, const WideType &wide) {
  // Beside an unsigned operand a negative literal would be warned of.
  if (value.isConstant() && value.constantTerm() < 0 && StringRef(wide.suffix).starts_with("U"))
    return toString(value.constantTerm() + (Coefficient(1) << 64)) + wide.suffix;
  std::string text;
  bool leading = true, isSingle = value.asSymbol().has_value(), mayWiden = !wide.name.empty();
  // No name of a value tells its type; but what is large is no `int`.
  auto isNarrow = [&](SymbolId symbol) {
    return model.symbols[symbol].high.value_or(INT64_MAX) < INT64_MAX / 2;
  };
  for (int pass = 0; pass < 3; ++pass) {
    for (const auto &[monomial, coefficient] : value.terms()) {
      if (pass != (monomial.empty() ? 2 : coefficient > 0 ? 0 : 1))
        continue;
      bool negative = coefficient < 0;
      if (coefficient > INT64_MAX || -coefficient > INT64_MAX)
        return std::nullopt; // no literal of a signed type
      text += text.empty() ? (negative ? "-" : "") : (negative ? " - " : " + ");
      Coefficient magnitude = negative ? -coefficient : coefficient;
      bool isLarge = magnitude > INT32_MAX;
      if (isLarge && !value.isConstant() &&
          (!wide.largeSuffix || (!wide.largeSuffix->empty() && magnitude > UINT32_MAX)))
        return std::nullopt;
      bool first = true;
      if (magnitude != 1 || monomial.empty()) {
        bool widen = mayWiden && !monomial.empty() && (leading || llvm::any_of(monomial, isNarrow));
        text += toString(magnitude) + (widen     ? wide.suffix
                                       : isLarge ? wide.largeSuffix.value_or("")
                                                 : "");
        leading &= !widen;
        first = false;
      }
      for (SymbolId symbol : monomial) {
        auto name = nameAtEntry(model, loop, symbol, context, mayLoad);
        if (!name)
          return std::nullopt;
        // Products, and sums whose parts may leave a narrow or unsigned type, are formed in a type
        // that holds every element number; the first operand decides.
        bool isProduct = monomial.size() > 1, isPart = mayWiden && leading && !isSingle;
        bool widen = first && (isProduct || (isPart && isNarrow(symbol)));
        std::string type = mayWiden ? wide.name : wideInteger(context);
        text += (first ? "" : " * ") + (widen ? "(" + type + ")" + *name : *name);
        leading = false;
        first = false;
      }
    }
  }
  return text.empty() ? "0" : text;
}

/// A multiple of a variable, whose value has parts without a name, and a rest that has none of
/// them: `n - 1`, `8 * count + n`. In a header the variable itself, which the loop leaves alone.
static std::optional<std::string> variableAndRest(const Model &model, LoopId loop,
                                                  const Polynomial &value,
                                                  const ASTContext &context, EntryUse use) {
  constexpr Coefficient most = 1 << 30;
  const Loop &judged = model.loops[loop];
  for (const auto &[name, declaration] : judged.scope) {
    auto known = judged.valuesAtEntry.find(declaration);
    if (!judged.isLexical || known == judged.valuesAtEntry.end() || declaration == judged.index ||
        known->second.isConstant() || !mayBeOperand(declaration->getType()))
      continue;
    const auto &[monomial, coefficient] = *known->second.terms().rbegin();
    auto share = value.terms().find(monomial);
    if (share == value.terms().end() || share->second % coefficient != 0)
      continue;
    Coefficient factor = share->second / coefficient;
    Polynomial rest = value - Polynomial(factor) * known->second;
    WideType wide = wideTypeFor(judged, context, use);
    auto others = renderTerms(model, loop, rest, context, false, wide);
    if (!others || factor > most || factor < -most ||
        (use == EntryUse::Header && (factor != 1 || isWrittenIn(model, judged, declaration))))
      continue;
    std::string text = factor == 1 ? (wide.name.empty() ? name : "(" + wide.name + ")" + name)
                                   : toString(factor) + wideSuffix(context) + " * " + name;
    if (rest.isZero())
      return text;
    bool isLess = llvm::StringRef(*others).starts_with("-");
    return text + (isLess ? " - " + others->substr(1) : " + " + *others);
  }
  return std::nullopt;
}

std::optional<std::string> renderAtEntry(const Model &model, LoopId loop, const Polynomial &value,
                                         const ASTContext &context, EntryUse use) {
  if (!value.isValid() || model.varies(value, loop))
    return std::nullopt;
  if (!value.isConstant() && !value.asSymbol())
    if (auto name = variableAtEntry(model, loop, value, use == EntryUse::Check))
      return name;
  WideType wide = wideTypeFor(model.loops[loop], context, use);
  if (auto text = renderTerms(model, loop, value, context, use == EntryUse::Header, wide))
    return text;
  if (use == EntryUse::Body)
    return std::nullopt;
  if (auto text = boundInHeader(model, model.loops[loop], value, context, use))
    return text;
  return variableAndRest(model, loop, value, context, use);
}

bool isPartOfName(unsigned char c) { return isAsciiIdentifierContinue(c, true) || c >= 0x80; }

bool mentionsName(llvm::StringRef text, llvm::StringRef name) {
  for (size_t at = text.find(name); at != llvm::StringRef::npos; at = text.find(name, at + 1)) {
    size_t end = at + name.size();
    if ((at == 0 || !isPartOfName(text[at - 1])) &&
        (end == text.size() || !isPartOfName(text[end])))
      return true;
  }
  return false;
}

std::optional<TextRange> textRange(const ASTContext &context, SourceRange tokens) {
  if (tokens.getBegin().isMacroID() || tokens.getEnd().isMacroID())
    return std::nullopt;
  const SourceManager &sources = context.getSourceManager();
  SourceLocation end =
      Lexer::getLocForEndOfToken(tokens.getEnd(), 0, sources, context.getLangOpts());
  return TextRange{sources.getFileOffset(tokens.getBegin()), sources.getFileOffset(end)};
}

} // namespace loomp
