//===- CatalogPage.h - where a finding is explained -----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_LSP_CATALOGPAGE_H
#define LOOMP_TOOL_LSP_CATALOGPAGE_H

#include "llvm/ADT/StringRef.h"

#include <string>

namespace loomp {

/// The URI of the page of the catalog, which is installed beside the program or stands in its
/// sources; empty if there is none.
std::string catalogPage(llvm::StringRef slug);

} // namespace loomp

#endif // LOOMP_TOOL_LSP_CATALOGPAGE_H
