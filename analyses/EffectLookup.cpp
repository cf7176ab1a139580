//===- EffectLookup.cpp - what the effect tables say of a declaration -----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The tables spell functions and classes by name; here declarations get those names.
//
//===----------------------------------------------------------------------===//

#include "analyses/ModifiedSet.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"

#include <algorithm>

using namespace clang;

namespace loomp {

/// Qualified name without template arguments and inline namespaces, as the effect tables spell it.
static std::string effectTableName(const FunctionDecl &function) {
  std::string name;
  llvm::raw_string_ostream stream(name);
  PrintingPolicy policy(function.getASTContext().getLangOpts());
  policy.SuppressInlineNamespace =
      llvm::to_underlying(PrintingPolicy::SuppressInlineNamespaceMode::All);
  policy.SuppressUnwrittenScope = true;
  function.printNestedNameSpecifier(stream, policy);
  std::string qualifier = stream.str();
  // Template arguments of enclosing classes do not take part in the name.
  std::string plain;
  int depth = 0;
  for (char c : qualifier) {
    depth += c == '<';
    if (depth == 0)
      plain += c;
    depth -= c == '>';
  }
  if (const auto *destructor = dyn_cast<CXXDestructorDecl>(&function))
    return plain + "~" + destructor->getParent()->getNameAsString();
  if (const auto *constructor = dyn_cast<CXXConstructorDecl>(&function))
    return plain + constructor->getParent()->getNameAsString();
  return plain + function.getNameAsString();
}

const EffectRow *effectRow(const EffectTable &effects, const FunctionDecl &function) {
  return effects.remember(function.getCanonicalDecl(), [&]() -> const EffectRow * {
    std::string name = effectTableName(function);
    if (!isa<CXXMethodDecl>(function))
      for (const ParmVarDecl *parameter : function.parameters())
        if (const auto *record = parameter->getType().getNonReferenceType()->getAsCXXRecordDecl()) {
          if (const EffectRow *row = effects.find(name + "(" + record->getNameAsString() + ")"))
            return row;
          break;
        }
    return effects.find(name);
  });
}

/// The row of a class template; null if there is none, or the type is no class.
static const EffectRow *classRow(const EffectTable &effects, QualType type) {
  const auto *record = type.isNull() ? nullptr
                                     : dyn_cast_or_null<ClassTemplateSpecializationDecl>(
                                           type.getNonReferenceType()->getAsCXXRecordDecl());
  if (!record)
    return nullptr;
  return effects.remember(record->getCanonicalDecl(), [&] {
    const EffectRow *row = effects.find(record->getQualifiedNameAsString());
    return row && row->effect >= CallEffect::Position && row->effect <= CallEffect::Linked
               ? row
               : nullptr;
  });
}

int positionDirection(const EffectTable &effects, QualType type) {
  const EffectRow *row = classRow(effects, type);
  if (!row || row->effect == CallEffect::Linked)
    return 0;
  if (row->effect == CallEffect::Position)
    return 1;
  // Whatever it turns around must be a position itself.
  const auto *record =
      cast<ClassTemplateSpecializationDecl>(type.getNonReferenceType()->getAsCXXRecordDecl());
  const TemplateArgument &turned = record->getTemplateArgs()[0];
  if (turned.getKind() != TemplateArgument::Type)
    return 0;
  return turned.getAsType()->isPointerType() ? -1 : -positionDirection(effects, turned.getAsType());
}

bool isLinked(const EffectTable &effects, QualType type) {
  const EffectRow *row = classRow(effects, type);
  return row && row->effect == CallEffect::Linked;
}

QualType elementOf(const EffectTable &effects, QualType position) {
  if (position->isPointerType())
    return position->getPointeeType();
  if (positionDirection(effects, position) != 0)
    for (const CXXMethodDecl *method : position->getAsCXXRecordDecl()->methods())
      if (method->getOverloadedOperator() == OO_Star && method->getNumParams() == 0)
        return method->getReturnType().getNonReferenceType();
  return {};
}

bool isPositionCall(const EffectTable &effects, const FunctionDecl &callee) {
  ASTContext &context = callee.getASTContext();
  if (const auto *method = dyn_cast<CXXMethodDecl>(&callee))
    return !method->isStatic() &&
           positionDirection(effects, context.getCanonicalTagType(method->getParent()));
  return callee.isOverloadedOperator() &&
         std::any_of(callee.param_begin(), callee.param_end(), [&](const ParmVarDecl *parameter) {
           return positionDirection(effects, parameter->getType()) != 0;
         });
}

} // namespace loomp
