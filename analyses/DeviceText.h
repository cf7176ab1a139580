//===- DeviceText.h - what the text of a loop asks of a device ------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to analyses/.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_DEVICETEXT_H
#define LOOMP_ANALYSES_DEVICETEXT_H

#include "analyses/EffectTable.h"
#include "analyses/LoopResult.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Stmt.h"

#include <set>
#include <string>
#include <vector>

namespace loomp {

/// How a loop uses a variable that is declared in front of it.
enum class DeviceUseKind {
  Scalar,   ///< a number
  Pointer,  ///< what it points to, and never the address itself
  Object,   ///< an array, or an object without pointers: all of it can be copied
  Container ///< elements by number, and how many there are
};

struct DeviceUse {
  const clang::VarDecl *variable = nullptr;
  DeviceUseKind kind = DeviceUseKind::Scalar;
  std::vector<TextRange> names; ///< Container: where it stands in front of a subscript
  std::vector<TextRange> sizes; ///< Container: the calls of `size`
};

struct DeviceUses {
  std::vector<DeviceUse> uses;                     ///< in order of first use
  std::set<const clang::VarDecl *> declared;       ///< in the loop, or in functions that it calls
  std::set<const clang::FunctionDecl *> functions; ///< definitions that run, in no order
  std::string problem; ///< why no device can run the loop, as a phrase; empty if one can
};

/// What the loop names, and what a device would have to call.
DeviceUses deviceUses(const clang::ASTContext &context, const EffectTable &effects,
                      const clang::Stmt &loop);

} // namespace loomp

#endif // LOOMP_ANALYSES_DEVICETEXT_H
