//===- FolderGuard.cpp - a folder that programs cannot change -------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/verify/FolderGuard.h"

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Path.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#if defined(__linux__) && __has_include(<linux/landlock.h>)
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

using namespace llvm;

namespace loomp {

#if defined(LANDLOCK_ACCESS_FS_REFER) && defined(SYS_landlock_create_ruleset)

// Moving a file to another folder is always refused by a kernel that does not know this right.
static constexpr long NeededVersion = 2;
static constexpr __u64 OnFiles = LANDLOCK_ACCESS_FS_WRITE_FILE;
static constexpr __u64 OnFolders =
    OnFiles | LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE |
    LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |
    LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK |
    LANDLOCK_ACCESS_FS_MAKE_SYM | LANDLOCK_ACCESS_FS_REFER;

// Known to headers and kernels since version 3; before, a path could be truncated unseen.
static constexpr __u64 Truncate = __u64(1) << 14;
static constexpr long TruncateVersion = 3;

static void allow(int rules, __u64 handled, const std::string &path) {
  // What a link leads to may be protected; it is allowed where it lies, or not at all.
  int entry = open(path.c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC);
  struct stat status;
  if (entry < 0)
    return;
  if (fstat(entry, &status) == 0 && !S_ISLNK(status.st_mode)) {
    landlock_path_beneath_attr rule = {};
    rule.allowed_access =
        handled & (S_ISDIR(status.st_mode) ? OnFolders | Truncate : OnFiles | Truncate);
    rule.parent_fd = entry;
    syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  }
  close(entry);
}

/// Whether anybody may create files somewhere above, as in /tmp: programs do, and shall go on to.
static bool isBelowSharedFolder(StringRef folder) {
  for (folder = sys::path::parent_path(folder); folder != "/";
       folder = sys::path::parent_path(folder)) {
    struct stat status;
    if (stat(folder.str().c_str(), &status) == 0 && (status.st_mode & S_IWOTH))
      return true;
  }
  return false;
}

void FolderGuard::protect(const std::string &folder, const std::string &writable) {
  if (folder == "/" || rules >= 0 || isBelowSharedFolder(folder))
    return;
  long version = syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < NeededVersion)
    return;
  landlock_ruleset_attr handled = {};
  handled.handled_access_fs = version >= TruncateVersion ? OnFolders | Truncate : OnFolders;
  rules = int(syscall(SYS_landlock_create_ruleset, &handled, sizeof(handled), 0));
  if (rules < 0)
    return;
  fcntl(rules, F_SETFD, FD_CLOEXEC);
  StringRef kept = folder;
  while (kept != "/") {
    std::string above = sys::path::parent_path(kept).str();
    if (DIR *stream = opendir(above.c_str())) {
      while (const dirent *entry = readdir(stream))
        if (StringRef name = entry->d_name;
            name != "." && name != ".." && name != sys::path::filename(kept))
          allow(rules, handled.handled_access_fs, above + "/" + name.str());
      closedir(stream);
    }
    kept = sys::path::parent_path(kept);
  }
  allow(rules, handled.handled_access_fs, writable);
}

void restrictProcess(int descriptor) {
  if (descriptor >= 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0)
    syscall(SYS_landlock_restrict_self, descriptor, 0);
}

#else

void FolderGuard::protect(const std::string &, const std::string &) {}
void restrictProcess(int) {}

#endif

FolderGuard::~FolderGuard() {
  if (rules >= 0)
    close(rules);
}

} // namespace loomp
