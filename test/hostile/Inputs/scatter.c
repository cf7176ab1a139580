//===- scatter.c - memory whose addresses are in no order -----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Preloaded into the tool. Every block of at least a page lies at a place that SCATTER, a number,
// decides: nodes of an AST that were made one after the other no longer follow each other. A result
// that depends on the order of addresses differs between two numbers.
//
//===----------------------------------------------------------------------===//

#define _GNU_SOURCE
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);
extern void *__libc_realloc(void *block, size_t size);
extern void __libc_free(void *block);

enum { Page = 4096 };
static const uintptr_t first = 0x100000000000, last = 0x300000000000;
static _Atomic uint64_t drawn;

static uint64_t next(void) {
  static _Atomic int isSeeded;
  if (!isSeeded) {
    const char *seed = getenv("SCATTER");
    drawn = seed ? strtoull(seed, NULL, 10) * 0x9e3779b97f4a7c15 : 0;
    isSeeded = 1;
  }
  uint64_t x = drawn += 0x9e3779b97f4a7c15;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
  x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
  return x ^ (x >> 31);
}

/// One page in front of the block holds its size.
static void *scattered(size_t size) {
  size_t length = (size + Page - 1) / Page * Page + Page;
  for (;;) {
    uintptr_t place = first + next() % (last - first) / Page * Page;
    size_t *base = mmap((void *)place, length, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
    if (base != MAP_FAILED) {
      *base = length;
      return (char *)base + Page;
    }
    if (errno != EEXIST)
      return NULL;
  }
}

static int isScattered(const void *block) {
  return (uintptr_t)block >= first && (uintptr_t)block < last;
}

void *malloc(size_t size) { return size >= Page ? scattered(size) : __libc_malloc(size); }
void *memalign(size_t alignment, size_t size) {
  return size >= Page && alignment <= Page ? scattered(size) : __libc_memalign(alignment, size);
}
void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }
int posix_memalign(void **block, size_t alignment, size_t size) {
  *block = memalign(alignment, size);
  return *block ? 0 : ENOMEM;
}
void free(void *block) {
  if (!isScattered(block)) {
    __libc_free(block);
    return;
  }
  size_t *base = (size_t *)((char *)block - Page);
  munmap(base, *base);
}
void *realloc(void *block, size_t size) {
  if (!isScattered(block) && size < Page)
    return __libc_realloc(block, size);
  if (!block)
    return malloc(size);
  size_t before = isScattered(block) ? *(size_t *)((char *)block - Page) - Page : 0;
  if (!before) { // grown out of the heap, whose blocks do not tell their size: first in place
    block = __libc_realloc(block, size);
    return block;
  }
  void *moved = malloc(size);
  if (moved) {
    memcpy(moved, block, before < size ? before : size);
    free(block);
  }
  return moved;
}
