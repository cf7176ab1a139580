//===- ConstantEvaluation.cpp - what the compiler evaluates ---------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "analyses/ConstantEvaluation.h"

#include "analyses/AddedDeclarations.h"

#include "clang/AST/DynamicRecursiveASTVisitor.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace loomp {

static const CXXRecordDecl *closureOf(QualType type) {
  const CXXRecordDecl *record = type.isNull() ? nullptr : type->getAsCXXRecordDecl();
  return record && record->isLambda() ? record : nullptr;
}

static bool namesClosure(const Stmt *statement) {
  const auto *expression = dyn_cast_or_null<Expr>(statement);
  return (expression && closureOf(expression->getType())) ||
         (statement && llvm::any_of(statement->children(), namesClosure));
}

namespace {
class ConstantVisitor : public DynamicRecursiveASTVisitor {
public:
  explicit ConstantVisitor(const SourceManager &sources) : Sources(sources) {
    ShouldVisitTemplateInstantiations = true;
    ShouldVisitLambdaBody = true;
  }

  /// Goes on through the functions that were found.
  void visitCalled() {
    while (!Waiting.empty()) {
      const FunctionDecl *function = Waiting.pop_back_val();
      inConstant(true, [&] {
        if (const auto *constructor = dyn_cast<CXXConstructorDecl>(function))
          for (const CXXCtorInitializer *each : constructor->inits())
            TraverseStmt(each->getInit());
        return TraverseStmt(function->getBody());
      });
    }
  }

  bool TraverseDecl(Decl *declaration) override {
    // What a header of the system evaluates names no closure of the program.
    return !declaration ||
           (Depth == 0 && isa<DeclContext>(declaration) && !isa<TranslationUnitDecl>(declaration) &&
            Sources.isInSystemHeader(declaration->getLocation())) ||
           DynamicRecursiveASTVisitor::TraverseDecl(declaration);
  }
  bool TraverseVarDecl(VarDecl *variable) override {
    bool isConstant = variable->isConstexpr() || variable->hasAttr<ConstInitAttr>() ||
                      (!variable->isInvalidDecl() && variable->getInit() &&
                       !variable->getInit()->isValueDependent() &&
                       namesClosure(variable->getInit()) && variable->hasConstantInitialization());
    return inConstant(isConstant, [&] { return Base::TraverseVarDecl(variable); });
  }
  bool TraverseConstantExpr(ConstantExpr *each) override {
    return inConstant(true, [&] { return Base::TraverseConstantExpr(each); });
  }
  bool TraverseStaticAssertDecl(StaticAssertDecl *each) override {
    return inConstant(true, [&] { return Base::TraverseStaticAssertDecl(each); });
  }
  bool TraverseEnumConstantDecl(EnumConstantDecl *each) override {
    return inConstant(true, [&] { return Base::TraverseEnumConstantDecl(each); });
  }
  bool TraverseFieldDecl(FieldDecl *field) override {
    return inConstant(field->isBitField(), [&] { return Base::TraverseFieldDecl(field); });
  }
  bool TraverseAttr(Attr *each) override {
    return inConstant(true, [&] { return Base::TraverseAttr(each); });
  }
  bool TraverseTemplateArgumentLoc(const TemplateArgumentLoc &each) override {
    return inConstant(true, [&] { return Base::TraverseTemplateArgumentLoc(each); });
  }
  /// Bounds of arrays, `noexcept`, arguments of templates.
  bool TraverseTypeLoc(TypeLoc type, bool traverseQualifier) override {
    if (type.getAs<DecltypeTypeLoc>() || type.getAs<TypeOfExprTypeLoc>())
      return true; // not evaluated
    return inConstant(true, [&] { return Base::TraverseTypeLoc(type, traverseQualifier); });
  }

  bool VisitExpr(Expr *expression) override {
    if (Depth == 0)
      return true;
    if (const CXXRecordDecl *closure = closureOf(expression->getType()))
      addClosure(*closure);
    return true;
  }
  bool VisitDeclRefExpr(DeclRefExpr *reference) override { return add(reference->getDecl()); }
  bool VisitMemberExpr(MemberExpr *member) override { return add(member->getMemberDecl()); }
  bool VisitCXXConstructExpr(CXXConstructExpr *made) override {
    return add(made->getConstructor());
  }
  bool VisitLambdaExpr(LambdaExpr *lambda) override {
    for (const FunctionDecl *instance : instancesOf(*lambda->getLambdaClass()))
      TraverseStmt(instance->getBody());
    return true;
  }

  std::set<SourceLocation> Closures;

private:
  using Base = DynamicRecursiveASTVisitor;

  template <typename Function> bool inConstant(bool isConstant, Function traverse) {
    Depth += isConstant;
    bool goOn = traverse();
    Depth -= isConstant;
    return goOn;
  }

  bool add(const ValueDecl *called) {
    const auto *function = Depth > 0 ? dyn_cast_or_null<FunctionDecl>(called) : nullptr;
    if (function && function->hasBody(function) && Seen.insert(function).second)
      Waiting.push_back(function);
    return true;
  }
  void addClosure(const CXXRecordDecl &closure) {
    Closures.insert(closure.getBeginLoc());
    add(closure.getLambdaCallOperator());
    for (const FunctionDecl *instance : instancesOf(closure))
      add(instance);
  }

  const SourceManager &Sources;
  unsigned Depth = 0; ///< constants around what is visited
  llvm::SmallVector<const FunctionDecl *> Waiting;
  std::set<const FunctionDecl *> Seen;
};
} // namespace

bool isDeclaredConstexpr(const FunctionDecl &function) {
  const FunctionDecl *pattern = function.getTemplateInstantiationPattern();
  return function.isConstexpr() || (pattern && pattern->isConstexpr());
}

bool ConstantEvaluation::reaches(const FunctionDecl &function) {
  const auto *method = dyn_cast<CXXMethodDecl>(&function);
  const CXXRecordDecl *closure = method ? method->getParent() : nullptr;
  if (!closure || !closure->isLambda())
    return isDeclaredConstexpr(function);
  const auto *holder = dyn_cast_or_null<VarDecl>(closure->getLambdaContextDecl());
  if (holder && holder->isConstexpr())
    return true;
  // As far as clang tells every lambda is constexpr that can be; what counts is what it says.
  CharSourceRange head =
      CharSourceRange::getCharRange(closure->getBeginLoc(), function.getBody()->getBeginLoc());
  StringRef text = Lexer::getSourceText(head, Context.getSourceManager(), Context.getLangOpts());
  if (text.contains("constexpr") || text.contains("consteval"))
    return true;
  for (const DeclContext *around = closure->getParent(); around; around = around->getParent())
    if (const auto *outer = dyn_cast<FunctionDecl>(around))
      return reaches(*outer) || isCalled(*closure);
  return isCalled(*closure);
}

bool ConstantEvaluation::isCalled(const CXXRecordDecl &closure) {
  if (!Called) {
    ConstantVisitor visitor(Context.getSourceManager());
    traverse(Context, Options.includeHeader ? nullptr : Options.added, visitor);
    visitor.visitCalled();
    Called = std::move(visitor.Closures);
  }
  return Called->count(closure.getBeginLoc());
}

} // namespace loomp
