//===- fault.c - a system that fails at a chosen moment -------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Preloaded into the tool. FAULT is CALL:N:ACTION: at the N-th call of CALL that has to do with
// writing a file, the ACTION happens:
//
//   kill          the process and its parent are killed, as if the machine lost its power
//   before after  the shell command in FAULT_RUN runs before or after the call
//   ENOSPC ...    the call fails with this error
//
//===----------------------------------------------------------------------===//

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static int calls;

/// Whether the call must fail; `isAfter` is set if the command runs when it is done.
static int strike(const char *call, int *isAfter) {
  const char *fault = getenv("FAULT");
  size_t length = strlen(call);
  *isAfter = 0;
  if (!fault || strncmp(fault, call, length) != 0 || fault[length] != ':')
    return 0;
  char *action;
  if (strtol(fault + length + 1, &action, 10) != ++calls || *action++ != ':')
    return 0;
  if (strcmp(action, "kill") == 0)
    kill(0, SIGKILL);
  if (strcmp(action, "after") == 0)
    *isAfter = 1;
  if (strcmp(action, "before") == 0) {
    unsetenv("LD_PRELOAD");
    if (system(getenv("FAULT_RUN")) != 0)
      abort();
  }
  if (strcmp(action, "ENOSPC") == 0)
    return errno = ENOSPC;
  if (strcmp(action, "EIO") == 0)
    return errno = EIO;
  if (strcmp(action, "EDQUOT") == 0)
    return errno = EDQUOT;
  if (strcmp(action, "EROFS") == 0)
    return errno = EROFS;
  if (strcmp(action, "EACCES") == 0)
    return errno = EACCES;
  if (strcmp(action, "EPERM") == 0)
    return errno = EPERM;
  if (strcmp(action, "ENOTSUP") == 0)
    return errno = ENOTSUP;
  if (strcmp(action, "EINTR") == 0)
    return errno = EINTR;
  return 0;
}

static void after(int isAfter) {
  int saved = errno;
  if (isAfter) {
    unsetenv("LD_PRELOAD");
    if (system(getenv("FAULT_RUN")) != 0)
      abort();
  }
  errno = saved;
}

static int isTemporary(int file) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0)
    return 0;
  path[length] = 0;
  return strstr(path, ".loomp-") != NULL;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define FAULTY(name, call, isMeant)                                                               \
  int isAfter = 0;                                                                                 \
  if ((isMeant) && strike(#name, &isAfter))                                                        \
    return -1;                                                                                     \
  __auto_type result = call;                                                                       \
  after(isAfter);                                                                                  \
  return result

ssize_t write(int file, const void *data, size_t size) {
  FAULTY(write, REAL(write)(file, data, size), isTemporary(file));
}
int fsync(int file) { FAULTY(fsync, REAL(fsync)(file), 1); }
int fchmod(int file, mode_t mode) { FAULTY(fchmod, REAL(fchmod)(file, mode), isTemporary(file)); }
int fchown(int file, uid_t user, gid_t group) {
  FAULTY(fchown, REAL(fchown)(file, user, group), isTemporary(file));
}
int rename(const char *from, const char *to) {
  FAULTY(rename, REAL(rename)(from, to), strstr(from, ".loomp-") != NULL);
}
int flock(int file, int operation) {
  FAULTY(flock, REAL(flock)(file, operation), !isTemporary(file));
}
int mkostemp(char *name, int flags) { FAULTY(mkostemp, REAL(mkostemp)(name, flags), 1); }
