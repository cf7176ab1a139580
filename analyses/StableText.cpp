//===- StableText.cpp - does C text mean the same at two places? ----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (t = 0; t < steps; t++)
//     for (i = 0; i < n; i++)       `x.size() > n` says in front of both loops what it says here,
//       x[i] += ...                 if neither n nor the size of x changes
//
// Theorem. Text of names, numbers and operators has the same value at two places if each name means
// the same variable at both, and nothing in between writes the variable. Of a container only where
// its elements are, and how many, is asked for, and of an array only where it is: both outlast what
// is written to elements.
//
// Default deny: a member, an element, what a pointer leads to, a call of another function, a name
// that is no variable.
//
//===----------------------------------------------------------------------===//

#include "analyses/StableText.h"

#include "clang/Lex/Lexer.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"

#include <vector>

using namespace clang;
using llvm::StringRef;

namespace loomp {

static std::vector<Token> tokensOf(const std::string &text) {
  LangOptions language;
  language.CPlusPlus = true;
  Lexer lexer(SourceLocation(), language, text.data(), text.data(), text.data() + text.size());
  std::vector<Token> tokens;
  for (bool isLast = false; !isLast;) {
    Token token;
    isLast = lexer.LexFromRawLexer(token);
    if (token.isNot(tok::eof))
      tokens.push_back(token);
  }
  return tokens;
}

/// Does an operand end here, so that `*` is a product?
static bool endsOperand(const Token &token) {
  return token.isOneOf(tok::raw_identifier, tok::numeric_constant, tok::r_paren);
}

static bool followsPointers(const std::vector<Token> &tokens) {
  for (size_t i = 0; i < tokens.size(); ++i)
    if (tokens[i].isOneOf(tok::l_square, tok::arrow) ||
        (tokens[i].is(tok::star) && (i == 0 || !endsOperand(tokens[i - 1]))))
      return true;
  return false;
}

bool followsPointers(StringRef text) {
  const std::string copy = text.str(); // which ends with 0, as the lexer asks for
  return followsPointers(tokensOf(copy));
}

static const ValueDecl *variableNamed(const Model &model, const Loop &at, StringRef name) {
  if (auto local = at.scope.find(name.str()); local != at.scope.end())
    return local->second;
  for (const Object &object : model.objects)
    if (object.kind == ObjectKind::Variable && object.declaration &&
        object.declaration->getDeclName().isIdentifier() && object.declaration->getName() == name &&
        at.nameAtStart(*object.declaration) == name)
      return object.declaration;
  return nullptr;
}

/// Does the loop write the variable, or make another container of it?
static bool isChanged(const Model &model, const Loop &around, const ValueDecl &variable) {
  QualType type = variable.getType().getNonReferenceType();
  if (type->isArrayType())
    return false;
  for (ObjectId id = 0; id < model.objects.size(); ++id) {
    const Object &object = model.objects[id];
    if (object.declaration != &variable ||
        (object.kind != ObjectKind::Variable && !object.isReference))
      continue;
    Path place{.object = id, .components = {}, .type = type};
    if (type->isRecordType()) {
      place.components.push_back({.kind = Component::Kind::Size});
      place.type = variable.getASTContext().getSizeType();
    }
    for (size_t i = around.accessBegin; i < around.accessEnd; ++i)
      if (model.accesses[i].isWrite && model.mayOverlap(model.accesses[i].path, place))
        return true;
  }
  return false;
}

/// `x.size()`, from the point on.
static bool asksForStorage(const std::vector<Token> &tokens, size_t i) {
  bool isCall = i + 2 < tokens.size() && tokens[i + 1].is(tok::l_paren) &&
                tokens[i + 2].is(tok::r_paren) && i >= 2 && tokens[i - 1].is(tok::period) &&
                tokens[i - 2].is(tok::raw_identifier);
  return isCall && llvm::StringSwitch<bool>(tokens[i].getRawIdentifier())
                       .Cases({"size", "data", "get"}, true)
                       .Default(false);
}

static bool isTypeWord(StringRef name) {
  return llvm::StringSwitch<bool>(name)
      .Cases({"long", "int", "short", "char", "unsigned", "signed", "const", "sizeof"}, true)
      .Default(false);
}

bool isFixedText(const Model &model, LoopId around, LoopId at, const std::string &text) {
  const Loop &outer = model.loops[around], &inner = model.loops[at];
  const std::vector<Token> tokens = tokensOf(text);
  if (tokens.empty() || followsPointers(tokens))
    return false;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].is(tok::period) && (i + 1 == tokens.size() || !asksForStorage(tokens, i + 1)))
      return false;
    if (tokens[i].isNot(tok::raw_identifier) || asksForStorage(tokens, i))
      continue;
    StringRef name = tokens[i].getRawIdentifier();
    const ValueDecl *variable = variableNamed(model, inner, name);
    if (!variable && isTypeWord(name))
      continue;
    bool isCalled = i + 1 < tokens.size() && tokens[i + 1].is(tok::l_paren);
    if (!variable || isCalled || variable != variableNamed(model, outer, name) ||
        isChanged(model, outer, *variable))
      return false;
  }
  return true;
}

} // namespace loomp
