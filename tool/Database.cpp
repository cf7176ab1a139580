//===- Database.cpp - compilation databases -------------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Clang finds and reads them, too, but then says on stderr what is wrong with one, or passes over
// it in silence and goes on without the flags that the file needs.
//
//===----------------------------------------------------------------------===//

#include "tool/Database.h"
#include "tool/ReadFile.h"

#include "clang/Driver/Types.h"
#include "clang/Tooling/JSONCompilationDatabase.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLParser.h"

using namespace llvm;
using namespace clang::tooling;

namespace loomp {

namespace {

class RegularFiles : public vfs::ProxyFileSystem {
public:
  using ProxyFileSystem::ProxyFileSystem;
  ErrorOr<std::unique_ptr<vfs::File>> openFileForRead(const Twine &path) override {
    auto status = getUnderlyingFS().status(path); // before it is opened, which may wait
    if (status && !status->isRegularFile() && !status->isDirectory() && path.str() != "/dev/null")
      return std::make_error_code(std::errc::operation_not_supported);
    return getUnderlyingFS().openFileForRead(path);
  }
};

} // namespace

IntrusiveRefCntPtr<vfs::FileSystem> regularFilesOf(IntrusiveRefCntPtr<vfs::FileSystem> disk) {
  return makeIntrusiveRefCnt<RegularFiles>(std::move(disk));
}

/// What a strict reader says of the text. It stops at the first error; the reader of the database
/// would print it.
static std::string findSyntaxError(StringRef text) {
  if (bracketsNestTooDeep(text))
    return "nests too deep";
  std::string error;
  SourceMgr sources;
  auto keep = [](const SMDiagnostic &diagnostic, void *context) {
    std::string &error = *static_cast<std::string *>(context);
    if (error.empty())
      error = formatv("line {0}, column {1}: {2}", diagnostic.getLineNo(),
                      diagnostic.getColumnNo() + 1, diagnostic.getMessage());
  };
  sources.setDiagHandler(keep, &error);
  yaml::Stream stream(text, sources);
  stream.skip();
  return error.empty() && stream.failed() ? "no JSON" : error;
}

static std::unique_ptr<CompilationDatabase> readCommands(StringRef file, std::string &error) {
  constexpr uint64_t largest = 1 << 30;
  std::unique_ptr<MemoryBuffer> buffer = readFile(file, largest, error);
  if (!buffer)
    return nullptr;
  error = findSyntaxError(buffer->getBuffer());
  if (!error.empty())
    return nullptr;
  std::unique_ptr<CompilationDatabase> commands = JSONCompilationDatabase::loadFromBuffer(
      buffer->getBuffer(), error, JSONCommandLineSyntax::AutoDetect);
  if (!commands)
    return nullptr;
  return inferTargetAndDriverMode(inferMissingCompileCommands(std::move(commands)));
}

/// Another one for each content of the files that a database may be read from.
static std::string stampOf(StringRef folder) {
  std::string stamp;
  for (const char *name : {"compile_commands.json", "compile_flags.txt"}) {
    SmallString<256> file(folder);
    sys::path::append(file, name);
    sys::fs::file_status status;
    if (!sys::fs::status(file, status))
      stamp += formatv("{0} {1} {2};", name, status.getSize(),
                       status.getLastModificationTime().time_since_epoch().count());
  }
  return stamp;
}

void forgetChanged(Databases &databases) {
  for (auto entry = databases.begin(); entry != databases.end();)
    entry =
        stampOf(entry->first) == entry->second.stamp ? std::next(entry) : databases.erase(entry);
}

const Database &databaseIn(StringRef folder, Databases &databases) {
  auto [entry, isNew] = databases.try_emplace(folder.str());
  Database &database = entry->second;
  if (!isNew)
    return database;
  database.stamp = stampOf(folder);
  SmallString<256> json(folder), flags(folder);
  sys::path::append(json, "compile_commands.json");
  sys::path::append(flags, "compile_flags.txt");
  std::string why;
  if (sys::fs::exists(json)) {
    database.commands = readCommands(json, why);
  } else if (sys::fs::is_regular_file(flags)) {
    database.isFlags = true;
    database.commands = FixedCompilationDatabase::loadFromFile(flags, why);
  }
  if (database.commands)
    database.files = database.commands->getAllFiles();
  llvm::sort(database.files); // the reader keeps them in the order of a hash
  database.files.erase(llvm::unique(database.files), database.files.end());
  for (const std::string &file : database.files)
    database.filesByName.emplace(sys::path::filename(file), file);
  if (!why.empty())
    database.error = formatv("compile_commands.json in '{0}' cannot be used: {1}", folder, why);
  return database;
}

const Database &databaseFor(StringRef path, Databases &databases) {
  static const Database none;
  auto isThere = [](const Database &database) {
    return database.commands || !database.error.empty();
  };
  for (StringRef folder = sys::path::parent_path(path); !folder.empty();
       folder = sys::path::parent_path(folder)) {
    const Database &own = databaseIn(folder, databases);
    if (isThere(own) && !own.isFlags)
      return own;
    SmallString<256> build(folder);
    sys::path::append(build, "build");
    const Database &built = databaseIn(build, databases);
    if (isThere(built) && !built.isFlags)
      return built;
    if (isThere(own))
      return own;
  }
  return none;
}

bool listsFile(const Database &database, StringRef path) {
  if (llvm::binary_search(database.files, path))
    return true;
  auto [begin, end] = database.filesByName.equal_range(sys::path::filename(path).str());
  return std::any_of(begin, end,
                     [&](const auto &named) { return sys::fs::equivalent(named.second, path); });
}

std::vector<std::string> sourceFilesOf(const Database &database) {
  namespace types = clang::driver::types;
  std::vector<std::string> sources;
  for (const std::string &file : database.files) {
    types::ID type = types::lookupTypeForExtension(sys::path::extension(file).ltrim('.'));
    if (type == types::TY_C || type == types::TY_CXX)
      sources.push_back(relativeToCurrent(file));
  }
  return sources;
}

std::string relativeToCurrent(StringRef path) {
  SmallString<256> current;
  sys::fs::current_path(current);
  StringRef name = path;
  bool isBelow = name.consume_front(current) && (name.consume_front("/") || current == "/");
  return (isBelow && !name.empty() ? name : path).str();
}

} // namespace loomp
