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

std::string catalogPage(StringRef slug) {
  // The program stands in `bin`; that this function is in it tells where.
  std::string program = sys::fs::getMainExecutable("loomp", reinterpret_cast<void *>(&catalogPage));
  SmallString<256> installed(sys::path::parent_path(sys::path::parent_path(program)));
  sys::path::append(installed, "share", "doc", "loomp", "catalog");
  for (StringRef folder : {StringRef(installed), StringRef(LOOMP_CATALOG_DIR)}) {
    SmallString<256> page(folder);
    sys::path::append(page, slug + ".md");
    if (!sys::fs::is_regular_file(page))
      continue;
    if (Expected<lsp::URIForFile> uri = lsp::URIForFile::fromFile(page))
      return uri->uri().str();
    else
      consumeError(uri.takeError());
  }
  return "";
}

} // namespace loomp
