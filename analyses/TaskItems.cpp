//===- TaskItems.cpp - what the clauses of tasks can name -----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A `depend` clause names storage, not values: two list items must be one object or have nothing in
// common, or OpenMP promises no order. So only whole variables are named. Two variables are two
// objects; what a reference parameter leads to is no variable of the function, and either the same
// as, or apart from, what another one of its type does, and any variable with static storage of
// this type. Where there are others, no reference is named.
//
// Not named, so that tokens take their place: elements and members, which may be part of each other
// (g++ 12 does not take members of `this` at all); what pointers lead to, for which the pointer
// would have to stand; other references.
//
// A name is looked up where the region starts. It means there what it means in a statement of the
// block that names a variable declared in front of the region: each scope that encloses the place
// encloses the statement, too.
//
//===----------------------------------------------------------------------===//

#include "analyses/TaskItems.h"

#include "analyses/SectionText.h"
#include "analyses/VisibleNames.h"

#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <set>

using namespace clang;

namespace loomp {

/// The variable that the statement declares and that stands in front of the tasks then; or null.
static const VarDecl *movedVariable(const Stmt *statement, const SectionStatement &text) {
  return text.declaredName.empty() ? nullptr
                                   : cast<VarDecl>(cast<DeclStmt>(statement)->getSingleDecl());
}

/// The variables that the statement names, each once, but for those that a lambda does.
static void collectNamed(const Stmt *statement, std::vector<const VarDecl *> &named) {
  if (!statement || isa<LambdaExpr>(statement))
    return;
  if (const auto *reference = dyn_cast<DeclRefExpr>(statement))
    if (const auto *variable = dyn_cast<VarDecl>(reference->getDecl());
        variable && !reference->hasQualifier() &&
        !llvm::is_contained(named, variable->getCanonicalDecl()))
      named.push_back(variable->getCanonicalDecl());
  for (const Stmt *child : statement->children())
    collectNamed(child, named);
}

/// Is there storage of its own that the name of the variable stands for, or what a reference
/// parameter leads to?
static bool isNameable(const FunctionDecl &function, const VarDecl &variable) {
  QualType type = variable.getType();
  bool isFound = variable.isLocalVarDeclOrParm() || findsGlobal(function, variable);
  return isFound && variable.getDeclName() && !isa<VarTemplateSpecializationDecl>(variable) &&
         !variable.isStaticDataMember() && variable.getTLSKind() == VarDecl::TLS_None &&
         variable.getStorageClass() != SC_Register &&
         !type.getNonReferenceType().isVolatileQualified() && !type->isVariablyModifiedType() &&
         !variable.hasAttrs() && (!type->isReferenceType() || isa<ParmVarDecl>(variable));
}

static ItemUse useOf(const VarDecl &variable, const Stmt *statement, const Model &model) {
  bool isRead = false, isWritten = false;
  const StatementSpan &span = model.spans.at(statement);
  for (size_t i = span.accessBegin; i < span.accessEnd; ++i) {
    const Access &access = model.accesses[i];
    const Object &object = model.objects[access.path.object];
    if (object.declaration != &variable ||
        (object.kind == ObjectKind::Pointee && !object.isReference))
      continue;
    (access.isWrite ? isWritten : isRead) = true;
  }
  if (isWritten)
    return isRead ? ItemUse::InOut : ItemUse::Out;
  return isRead ? ItemUse::In : ItemUse::None;
}

/// What a task does with a variable: one statement, and then another.
static ItemUse followedBy(ItemUse first, ItemUse second) {
  if (first == ItemUse::None || first == second)
    return second;
  if (second == ItemUse::None || first == ItemUse::Out)
    return first;
  return ItemUse::InOut;
}

/// The variables that the tasks name and clauses can, in the order of the text.
static std::vector<const VarDecl *> nameableVariables(const TaskStatements &statements,
                                                      const FunctionDecl &function) {
  const StatementGroup &group = statements.group;
  const SourceManager &sources = statements.context.getSourceManager();
  SourceLocation begin = statements.block[group.begin]->getBeginLoc();
  std::vector<const VarDecl *> named;
  std::set<const VarDecl *> moved;
  for (size_t i = group.begin; i < group.end; ++i) {
    const SectionStatement &text = statements.texts[i - group.begin];
    if (text.section == 0)
      continue;
    if (const VarDecl *variable = movedVariable(statements.block[i], text)) {
      moved.insert(variable);
      named.push_back(variable);
    }
    collectNamed(statements.block[i], named);
  }
  llvm::erase_if(named, [&](const VarDecl *each) {
    return !isNameable(function, *each) ||
           !(moved.count(each) || sources.isBeforeInTranslationUnit(each->getLocation(), begin));
  });
  return named;
}

namespace {
struct UsedVariable {
  const VarDecl *variable = nullptr;
  std::vector<ItemUse> uses; ///< by task
};
} // namespace

static UsedVariable usesOf(const VarDecl &variable, const TaskStatements &statements,
                           const Model &model) {
  const StatementGroup &group = statements.group;
  size_t count = *std::max_element(group.sets.begin(), group.sets.end());
  UsedVariable used{&variable, std::vector<ItemUse>(count, ItemUse::None)};
  for (size_t i = group.begin; i < group.end; ++i) {
    const SectionStatement &text = statements.texts[i - group.begin];
    if (text.section == 0)
      continue;
    ItemUse &use = used.uses[text.section - 1];
    bool isDeclared = movedVariable(statements.block[i], text) == &variable;
    use = followedBy(use, isDeclared ? ItemUse::Out : useOf(variable, statements.block[i], model));
  }
  return used;
}

/// Do the clauses order nothing, since one task alone lists the variable, or all as `in`?
static bool ordersNothing(const UsedVariable &used) {
  return llvm::count(used.uses, ItemUse::None) + 1 >= std::ptrdiff_t(used.uses.size()) ||
         llvm::all_of(used.uses,
                      [](ItemUse use) { return use == ItemUse::None || use == ItemUse::In; });
}

/// Without reference parameters, if what they lead to may be a part of something else.
static void dropReferences(const ASTContext &context, std::vector<UsedVariable> &variables) {
  std::set<const Type *> types;
  bool hasReferences = false;
  for (const auto &[variable, uses] : variables) {
    QualType type = variable->getType();
    hasReferences |= type->isReferenceType();
    if (type->isReferenceType() || !variable->hasLocalStorage())
      types.insert(context.getCanonicalType(type.getNonReferenceType()).getTypePtr());
  }
  if (hasReferences && types.size() > 1)
    llvm::erase_if(variables, [](const UsedVariable &each) {
      return each.variable->getType()->isReferenceType();
    });
}

std::vector<TaskItem> findTaskItems(const TaskStatements &statements, const Model &model) {
  std::vector<UsedVariable> variables;
  for (const VarDecl *each : nameableVariables(statements, *model.function))
    variables.push_back(usesOf(*each, statements, model));
  llvm::erase_if(variables, ordersNothing);
  dropReferences(statements.context, variables);
  std::vector<TaskItem> items;
  for (UsedVariable &each : variables)
    items.push_back({each.variable->getNameAsString(), std::move(each.uses)});
  return items;
}

void addConstants(const TaskStatements &statements, std::vector<DependentTask> &tasks) {
  const StatementGroup &group = statements.group;
  for (size_t i = group.begin; i < group.end; ++i) {
    const SectionStatement &text = statements.texts[i - group.begin];
    const VarDecl *variable = movedVariable(statements.block[i], text);
    if (!variable || !text.isConstant)
      continue;
    for (size_t k = i + 1; k < group.end; ++k) {
      unsigned task = statements.texts[k - group.begin].section;
      if (task == 0 || task == text.section ||
          !namesVariable(statements.context, statements.block[k], *variable))
        continue;
      std::vector<unsigned> &constants = tasks[task - 1].constants;
      if (!llvm::is_contained(constants, i - group.begin))
        constants.push_back(static_cast<unsigned>(i - group.begin));
    }
  }
}

} // namespace loomp
