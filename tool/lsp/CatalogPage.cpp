//===- CatalogPage.cpp - where a finding is explained ---------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/lsp/CatalogPage.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/LSP/Protocol.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace loomp {

/// Beside the program, which stands in `bin`, or in its sources.
static std::string findCatalog() {
  // That this function is in the program tells where it is.
  std::string program = sys::fs::getMainExecutable("loomp", reinterpret_cast<void *>(&findCatalog));
  SmallString<256> installed(sys::path::parent_path(sys::path::parent_path(program)));
  sys::path::append(installed, "share", "doc", "loomp");
  sys::path::append(installed, "docs", "catalog");
  return sys::fs::is_directory(installed) ? installed.str().str() : LOOMP_CATALOG_DIR;
}

std::string catalogPage(StringRef slug) {
  static const std::string catalog = findCatalog();
  SmallString<256> page(catalog);
  sys::path::append(page, slug + ".md");
  if (!sys::fs::is_regular_file(page))
    return "";
  Expected<lsp::URIForFile> uri = lsp::URIForFile::fromFile(page);
  if (!uri)
    return consumeError(uri.takeError()), "";
  return uri->uri().str();
}

} // namespace loomp
