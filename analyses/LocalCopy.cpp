//===- LocalCopy.cpp - roles of what no clause can name -------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (i = 0; i < n; i++)            auto sumLocal = s.sum;
//     s.sum += a[i];                   for (i = 0; i < n; i++)
//                                  →     sumLocal += a[i];
//                                      s.sum = sumLocal;
//
// Theorem: let every access of the loop to a place be an update of one reduction, and let each
// spell the place with variables and members that the loop does not change and calls without
// effects. Then the value of the place matters in front of the loop and after it only, and a local
// variable may stand for it in between. A place that is not a variable or a member of one (`y[i]`,
// `p->sum`) may not exist unless the loop runs.
//
// Theorem: the same holds where iterations assign the place before they read it and the last one
// certainly assigns it, but that its value in front of the loop never matters: it may have none.
//
//===----------------------------------------------------------------------===//

#include "analyses/EntryText.h"
#include "analyses/Judgement.h"
#include "analyses/LoopParts.h"
#include "analyses/ProgramFacts.h"

#include "clang/AST/ExprCXX.h"
#include "clang/Lex/Lexer.h"

#include <algorithm>
#include <map>
#include <set>

using namespace clang;

namespace loomp {

namespace {
/// What the text of a place depends on.
struct PlaceText {
  std::vector<const VarDecl *> variables;
  std::string name; ///< of the member, array or pointer that it names last
  bool mayTrap = false;
};
} // namespace

/// Reads a place: a chain of members, subscripts and dereferences, without effects.
static bool readPlace(const JudgeContext &judgement, LoopId loop, const Stmt *place,
                      PlaceText &text) {
  if (!place)
    return true;
  auto readParts = [&] {
    return std::all_of(place->child_begin(), place->child_end(),
                       [&](const Stmt *child) { return readPlace(judgement, loop, child, text); });
  };
  switch (place->getStmtClass()) {
  case Stmt::DeclRefExprClass: {
    // A structured binding names the same place as long as it lives.
    const ValueDecl *named = cast<DeclRefExpr>(place)->getDecl();
    const auto *variable = dyn_cast<VarDecl>(named);
    const auto *binding = dyn_cast<BindingDecl>(named);
    if (variable)
      text.variables.push_back(variable);
    if (binding)
      text.variables.push_back(cast<VarDecl>(binding->getDecomposedDecl()));
    if ((variable || binding) && text.name.empty())
      text.name = named->getNameAsString();
    return variable || binding || isa<FunctionDecl, EnumConstantDecl>(named);
  }
  case Stmt::MemberExprClass: {
    const auto *member = cast<MemberExpr>(place);
    const Expr *base = member->getBase()->IgnoreParenImpCasts();
    if (text.name.empty() && isa<FieldDecl, VarDecl>(member->getMemberDecl()))
      text.name = member->getMemberDecl()->getNameAsString();
    if (isa<VarDecl>(member->getMemberDecl())) { // a static member
      text.variables.push_back(cast<VarDecl>(member->getMemberDecl()));
      return true;
    }
    text.mayTrap |= member->isArrow() && !isa<CXXThisExpr>(base);
    return isa<CXXThisExpr>(base) || readParts();
  }
  case Stmt::ArraySubscriptExprClass:
    text.mayTrap = true;
    return readPlace(judgement, loop, cast<ArraySubscriptExpr>(place)->getBase(), text) &&
           readPlace(judgement, loop, cast<ArraySubscriptExpr>(place)->getIdx(), text);
  case Stmt::UnaryOperatorClass: {
    UnaryOperatorKind op = cast<UnaryOperator>(place)->getOpcode();
    text.mayTrap |= op == UO_Deref;
    return (op == UO_Deref || op == UO_Plus || op == UO_Minus) && readParts();
  }
  case Stmt::BinaryOperatorClass: {
    const auto *binary = cast<BinaryOperator>(place);
    bool isSum = binary->isAdditiveOp() || binary->getOpcode() == BO_Mul;
    return isSum && readParts();
  }
  case Stmt::CallExprClass:
  case Stmt::CXXMemberCallExprClass:
  case Stmt::CXXOperatorCallExprClass: {
    const auto *call = cast<CallExpr>(place);
    text.mayTrap = true;
    if (!isQuiet(judgement, loop, *call))
      return false;
    if (const auto *member = dyn_cast<CXXMemberCallExpr>(call);
        member && !readPlace(judgement, loop, member->getImplicitObjectArgument(), text))
      return false;
    if (!std::all_of(call->arg_begin(), call->arg_end(), [&](const Expr *argument) {
          return readPlace(judgement, loop, argument, text);
        }))
      return false;
    if (const FunctionDecl *callee = call->getDirectCallee();
        text.name.empty() && callee && callee->getDeclName().isIdentifier())
      text.name = callee->getNameAsString();
    return true;
  }
  case Stmt::ParenExprClass:
  case Stmt::ImplicitCastExprClass:
  case Stmt::MaterializeTemporaryExprClass:
    return readParts();
  case Stmt::IntegerLiteralClass:
  case Stmt::CharacterLiteralClass:
  case Stmt::CXXThisExprClass:
  case Stmt::SubstNonTypeTemplateParmExprClass:
    return true;
  default:
    return false;
  }
}

/// Does the name mean the same value in front of the loop and anywhere in it?
static bool isStable(const JudgeContext &judgement, LoopId id, const VarDecl &variable) {
  const Model &model = judgement.model;
  const Loop &loop = model.loops[id];
  if (judgement.context.getSourceManager().isPointWithin(
          variable.getLocation(), loop.statement->getBeginLoc(), loop.statement->getEndLoc()))
    return false;
  const auto *counted = dyn_cast<ForStmt>(loop.statement);
  if (counted && counted->getInit() && !isa<DeclStmt>(counted->getInit()) &&
      mentions(counted->getInit(), &variable))
    return false;
  for (size_t i = loop.accessBegin; i < loop.accessEnd; ++i)
    if (model.accesses[i].isWrite && isWholeVariable(model.accesses[i].path) &&
        model.objects[model.accesses[i].path.object].declaration == variable.getCanonicalDecl())
      return false;
  return loop.index != &variable;
}

static void collectParts(const Stmt *statement, std::set<const Stmt *> &found) {
  for (const Stmt *child : statement->children())
    if (child) {
      found.insert(child);
      collectParts(child, found);
    }
}

/// Does the loop write what the text of the place reads, as `s.k = n; a[s.k] = 1` does? In front of
/// the loop the text is another place then. (What is another object by name meets none of these, or
/// the loop is judged by whether they overlap.)
static bool readsWritten(const Model &model, const Loop &loop, const Expr *place,
                         const std::multimap<ObjectId, const Path *> &written) {
  std::set<const Stmt *> parts;
  collectParts(place, parts);
  for (size_t read = loop.accessBegin; !parts.empty() && read < loop.accessEnd; ++read) {
    const Access &access = model.accesses[read];
    if (access.isWrite || !parts.count(access.expression))
      continue;
    auto [begin, end] = written.equal_range(access.path.object);
    if (std::any_of(begin, end,
                    [&](auto &each) { return model.mayOverlap(*each.second, access.path); }))
      return true;
  }
  return false;
}

/// `m_sum_` → `sum`
static std::string plainName(std::string name) {
  if (name.starts_with("m_") && name.size() > 2)
    name.erase(0, 2);
  while (name.size() > 1 && name.back() == '_')
    name.pop_back();
  while (name.size() > 1 && name.front() == '_')
    name.erase(0, 1);
  return name;
}

/// Where lambdas in the statement capture, by name or by default.
static void findIntroducers(const Stmt *statement, std::vector<SourceRange> &found) {
  if (!statement)
    return;
  if (const auto *lambda = dyn_cast<LambdaExpr>(statement)) {
    found.push_back(lambda->getIntroducerRange());
    return findIntroducers(lambda->getBody(), found);
  }
  for (const Stmt *child : statement->children())
    findIntroducers(child, found);
}

/// The name, or else with a number behind it, that means nothing in the loop, nor in a macro, and
/// is fine.
static std::string nameNotIn(const JudgeContext &judgement, const Loop &loop,
                             const std::string &base,
                             llvm::function_ref<bool(const std::string &)> isFine) {
  StringRef text =
      Lexer::getSourceText(CharSourceRange::getTokenRange(loop.statement->getSourceRange()),
                           judgement.context.getSourceManager(), judgement.context.getLangOpts());
  std::string name = base;
  for (unsigned number = 2;
       text.contains(name) || findSpelled(judgement.context, name) || !isFine(name); ++number)
    name = base + std::to_string(number);
  return name;
}

/// The variables that the statement names, but for those uses.
static void findOtherUses(const Stmt *statement, const std::vector<const Expr *> &uses,
                          std::set<const VarDecl *> &found) {
  if (!statement || llvm::is_contained(uses, statement))
    return;
  if (const auto *named = dyn_cast<DeclRefExpr>(statement)) {
    const ValueDecl *declaration = named->getDecl();
    if (const auto *binding = dyn_cast<BindingDecl>(declaration))
      declaration = binding->getDecomposedDecl();
    if (const auto *variable = dyn_cast<VarDecl>(declaration))
      found.insert(variable);
  }
  for (const Stmt *child : statement->children())
    findOtherUses(child, uses, found);
}

/// Which of the places, one that may be assigned, keeps all variables in use that the others name:
/// `int &r = t;` would warn of `r` if only `t` was named from now on. None if one does not suffice.
static std::optional<size_t> placeToName(const JudgeContext &judgement,
                                         const std::vector<const Expr *> &places,
                                         const std::vector<PlaceText> &texts) {
  std::set<const VarDecl *> others;
  if (const FunctionDecl *function = judgement.model.function)
    findOtherUses(function->getBody(), places, others);
  for (size_t chosen = 0; chosen < texts.size(); ++chosen)
    if (!places[chosen]->getType().isConstQualified() &&
        llvm::all_of(texts, [&](const PlaceText &text) {
          return llvm::all_of(text.variables, [&](const VarDecl *each) {
            return !each->isLocalVarDeclOrParm() || others.count(each) ||
                   llvm::is_contained(texts[chosen].variables, each);
          });
        }))
      return chosen;
  return std::nullopt;
}

std::optional<LocalCopy> localCopyOf(const JudgeContext &judgement, LoopId id,
                                     const std::vector<size_t> &accesses, std::string &name,
                                     bool isReduced) {
  const Model &model = judgement.model;
  const Loop &loop = model.loops[id];
  const SourceManager &sources = judgement.context.getSourceManager();
  const LangOptions &language = judgement.context.getLangOpts();
  LocalCopy copy;
  std::vector<const Expr *> places;
  std::vector<PlaceText> texts;
  std::vector<SourceRange> introducers;
  findIntroducers(loop.statement, introducers);
  std::multimap<ObjectId, const Path *> written;
  for (size_t i = loop.accessBegin; i < loop.accessEnd; ++i)
    if (model.accesses[i].isWrite)
      written.emplace(model.accesses[i].path.object, &model.accesses[i].path);
  for (size_t each : accesses) {
    const Access &access = model.accesses[each];
    const Expr *place = access.expression ? access.expression->IgnoreParenImpCasts() : nullptr;
    PlaceText text;
    // The copy of a whole object reads the member, too.
    if (!place || !access.isInFunction || !isFixed(model, id, access.path) ||
        !judgement.context.hasSameUnqualifiedType(place->getType(),
                                                  access.path.type.getNonReferenceType()) ||
        llvm::any_of(introducers,
                     [&](SourceRange range) {
                       return sources.isPointWithin(place->getBeginLoc(), range.getBegin(),
                                                    range.getEnd());
                     }) ||
        place->getBeginLoc().isMacroID() || place->getEndLoc().isMacroID() ||
        !readPlace(judgement, id, place, text) || readsWritten(model, loop, place, written) ||
        !sources.isPointWithin(place->getBeginLoc(), loop.statement->getBeginLoc(),
                               loop.statement->getEndLoc()))
      return std::nullopt;
    // A place that is a variable is what the loop changes.
    for (const VarDecl *each : text.variables)
      if (!isa<DeclRefExpr>(place) && !isStable(judgement, id, *each))
        return std::nullopt;
    if (isa<DeclRefExpr>(place) &&
        sources.isPointWithin(text.variables.front()->getLocation(), loop.statement->getBeginLoc(),
                              loop.statement->getEndLoc()))
      return std::nullopt;
    copy.mayTrap |= text.mayTrap;
    if (copy.uses.empty()) {
      QualType own = place->getType().getCanonicalType().getUnqualifiedType();
      auto type = deducedType(judgement.context, place->getType(), model.isInstantiated);
      if (!isReduced)
        type = own->isBuiltinType() && own->isArithmeticType() && !model.isInstantiated
                   ? std::optional(own.getAsString(PrintingPolicy(language)))
                   : std::nullopt;
      if (!type)
        return std::nullopt;
      copy.type = *type;
      copy.startsAsPlace = isReduced;
    }
    copy.uses.push_back({sources.getFileOffset(place->getBeginLoc()),
                         sources.getFileOffset(Lexer::getLocForEndOfToken(place->getEndLoc(), 0,
                                                                          sources, language))});
    places.push_back(place);
    texts.push_back(std::move(text));
  }
  auto before = [](const TextRange &a, const TextRange &b) { return a.begin < b.begin; };
  auto same = [](const TextRange &a, const TextRange &b) { return a.begin == b.begin; };
  std::sort(copy.uses.begin(), copy.uses.end(), before);
  copy.uses.erase(std::unique(copy.uses.begin(), copy.uses.end(), same), copy.uses.end());
  std::optional<size_t> named = placeToName(judgement, places, texts);
  if (!named)
    return std::nullopt;
  auto range = CharSourceRange::getTokenRange(places[*named]->getSourceRange());
  copy.place = Lexer::getSourceText(range, sources, language).str();
  if (copy.place.empty())
    return std::nullopt;
  name = nameNotIn(judgement, loop, plainName(texts.front().name) + "Local",
                   [](auto &) { return true; });
  return copy;
}

std::string placeName(const Model &model, const Path &place) {
  std::string name = model.objects[place.object].name;
  for (const Component &component : place.components)
    if (component.kind == Component::Kind::Field)
      name = component.field->getNameAsString();
  llvm::erase(name, '*');
  return name.empty() ? "*" : name;
}

std::optional<std::vector<TextRange>> placesInBody(const JudgeContext &judgement, LoopId loop,
                                                   const std::vector<size_t> &accesses,
                                                   std::string &name) {
  const Loop &judged = judgement.model.loops[loop];
  const SourceManager &sources = judgement.context.getSourceManager();
  const Stmt *body = partsOf(*judged.statement).body;
  if (body->getBeginLoc().isMacroID() || body->getEndLoc().isMacroID())
    return std::nullopt;
  std::string unused;
  auto copy = localCopyOf(judgement, loop, accesses, unused);
  if (!copy)
    return std::nullopt;
  unsigned begin = sources.getFileOffset(body->getBeginLoc()),
           end = sources.getFileOffset(
               Lexer::getLocForEndOfToken(body->getEndLoc(), 0, sources, LangOptions()));
  if (llvm::any_of(copy->uses,
                   [&](const TextRange &each) { return each.begin < begin || each.end > end; }))
    return std::nullopt;
  // Another name for the same place may be left without a use.
  StringRef file = sources.getBufferData(sources.getFileID(body->getBeginLoc()));
  auto bare = [](StringRef text) {
    text.consume_front("this->");
    return text;
  };
  if (llvm::any_of(copy->uses, [&](const TextRange &each) {
        return bare(file.substr(each.begin, each.end - each.begin)) != bare(copy->place);
      }))
    return std::nullopt;
  name = copy->place;
  return std::move(copy->uses);
}

/// Two places that are called alike need two variables.
void Judgement::nameApart(Role &role) const {
  if (role.localCopy)
    role.variable = nameNotIn(J, Judged, role.variable, [&](const std::string &name) {
      return llvm::none_of(Out.roles, [&](const Role &other) { return other.variable == name; });
    });
}

/// clang 22 adds up wrongly where a template reduces a variable that is not local to it. Numbers
/// that are wider than the machine's it combines by calls that only libatomic has.
void Judgement::checkReduction(ObjectId object, const std::vector<size_t> &accesses, Role &role) {
  const ValueDecl *reduced = M.objects[object].declaration;
  const auto *variable = dyn_cast_or_null<VarDecl>(reduced);
  QualType type = M.accesses[accesses.front()].path.type;
  if (role.kind == RoleKind::Reduction && role.classType.empty() &&
      isWiderThanMachine(J.context, type)) {
    Out.editable = false;
    Out.notEditableBecause = "clang would need libatomic for a reduction of '" +
                             type.getUnqualifiedType().getAsString() + "'";
    return;
  }
  if ((role.kind != RoleKind::Reduction && role.kind != RoleKind::ArrayReduction) ||
      !M.isInstantiated || !Out.editable || role.localCopy ||
      (variable && variable->hasLocalStorage()))
    return;
  for (const Component &component : M.accesses[accesses.front()].path.components)
    if (component.kind == Component::Kind::Field)
      reduced = component.field;
  if (reduced && role.kind == RoleKind::Reduction)
    if (auto copy = localCopyOf(J, L, accesses, role.variable)) {
      role.localCopy = std::move(copy);
      return;
    }
  Out.editable = false;
  Out.notEditableBecause = "clang 22 miscompiles a reduction of a variable outside the template";
}

} // namespace loomp
