//===- EntryText.h - text that is valid in front of a loop ---------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_ENTRYTEXT_H
#define LOOMP_ANALYSES_ENTRYTEXT_H

#include "analyses/Model.h"

#include "clang/AST/ASTContext.h"

#include <optional>
#include <string>

namespace loomp {

/// What the text of a value is for.
enum class EntryUse {
  Body,   ///< it may also stand in the body of the loop: no name that the loop changes
  Header, ///< stands in the header: it may read memory that the header reads anyway
  Check   ///< evaluated once, in front of the loop
};

/// May what has this type be added as it stands, as an integer? Not floating, not scoped enums.
bool mayBeOperand(clang::QualType type);

/// Does the text of an expression have its value? An implicit conversion has its operand's text,
/// `d` for what is `int(d)`.
bool isSpelledAsNumber(const clang::Expr &expression, const clang::ASTContext &context);

/// C text for a value that is fixed in the loop, valid where the loop starts; absent if some part
/// of it has no name there.
std::optional<std::string> renderAtEntry(const Model &model, LoopId loop, const Polynomial &value,
                                         const clang::ASTContext &context,
                                         EntryUse use = EntryUse::Body);

/// The expression for a variable, or a member of an object, valid where the loop starts; absent if
/// there is none. `dereferences` becomes true if it follows a pointer, which a loop without
/// iterations may never do.
std::optional<std::string> placeAtEntry(const Model &model, LoopId loop, const Path &path,
                                        bool &dereferences);

/// C90 or C++98: words that came later must not be written.
bool isEarlyStandard(const clang::ASTContext &context);

/// `long long`, or its equal where the standard has no such type; and what marks its literals.
std::string wideInteger(const clang::ASTContext &context);
std::string wideSuffix(const clang::ASTContext &context);

/// The type of a variable as text that means it where the variable is visible, without qualifiers.
std::string spelledType(const clang::ASTContext &context, clang::QualType type);

/// The text of an expression that is converted to the type.
std::string convertedTo(const clang::ASTContext &context, clang::QualType type,
                        const std::string &text);

/// The type of a copy of a variable, as text: `auto` where the language deduces it. Absent if only
/// `auto` would do.
std::optional<std::string> deducedType(const clang::ASTContext &context, clang::QualType type,
                                       bool isInstantiated);

/// May the byte be part of an identifier?
bool isPartOfName(unsigned char c);

/// Does the identifier stand in the text as a word of its own?
bool mentionsName(llvm::StringRef text, llvm::StringRef name);

/// A name that nothing in the translation unit has.
std::string freshName(const clang::ASTContext &context, const std::string &base);

/// The member function that returns where the elements of a container of the standard library
/// begin; none if they do not stand in one piece.
std::optional<std::string> bufferMember(clang::QualType container);

/// The bytes of the tokens; absent if they do not stand in the file as they are.
std::optional<TextRange> textRange(const clang::ASTContext &context, clang::SourceRange tokens);

} // namespace loomp

#endif // LOOMP_ANALYSES_ENTRYTEXT_H
