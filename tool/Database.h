//===- Database.h - compilation databases ---------------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_DATABASE_H
#define LOOMP_TOOL_DATABASE_H

#include "clang/Tooling/CompilationDatabase.h"
#include "llvm/Support/VirtualFileSystem.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace loomp {

struct Database {
  std::unique_ptr<clang::tooling::CompilationDatabase> commands; ///< null: there is none
  std::string error;                                             ///< why one cannot be used
  bool isFlags = false;           ///< it is a `compile_flags.txt`, the same for all files
  std::string stamp;              ///< of the file it was read from
  std::vector<std::string> files; ///< that it lists, absolute, sorted, each once
  std::multimap<std::string, std::string> filesByName; ///< the same by their last component
};

/// Databases by folder, so that each is read once.
using Databases = std::map<std::string, Database>;

/// The database that is in `folder`.
const Database &databaseIn(llvm::StringRef folder, Databases &databases);

/// The database of the folder of `path` or of the nearest one above it that has any. As for clangd,
/// that is its `compile_commands.json`, else that of its folder `build`, else its
/// `compile_flags.txt`.
const Database &databaseFor(llvm::StringRef path, Databases &databases);

/// Forgets what is not as it was when it was read.
void forgetChanged(Databases &databases);

/// Whether the database speaks of the file at this absolute path, rather than of files like it.
bool listsFile(const Database &database, llvm::StringRef path);

/// The files in C and C++ that it lists, relative to the current folder where they are in it.
std::vector<std::string> sourceFilesOf(const Database &database);

/// `path`, which is absolute, relative to the current folder if it is in it.
std::string relativeToCurrent(llvm::StringRef path);

/// The disk, but for what has no end: what includes a pipe or a device cannot be read.
llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
regularFilesOf(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> disk);

} // namespace loomp

#endif // LOOMP_TOOL_DATABASE_H
