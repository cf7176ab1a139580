//===- Library.h - what belongs to the system's headers -------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_LIBRARY_H
#define LOOMP_ANALYSES_LIBRARY_H

#include "clang/AST/Decl.h"
#include "clang/AST/Type.h"

namespace loomp {

/// Does a header of the system declare it, or the compiler?
bool isOfSystem(const clang::Decl &declaration);

/// Is it what the library declares in namespace std? What a program specializes there is its own.
bool isOfLibrary(const clang::Decl &declaration);

/// A class of the standard library, whose functions do what their names say.
bool isStandardClass(clang::QualType type);

} // namespace loomp

#endif // LOOMP_ANALYSES_LIBRARY_H
