#include "CHost.h"

#ifdef __linux__

#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

enum { chunk = 32 << 20, huge_page = 2 << 20 };

void gomem_prepare_heap(void) {
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_MMAP_THRESHOLD, chunk);
  mallopt(M_TRIM_THRESHOLD, INT32_MAX);
  mallopt(M_TOP_PAD, chunk);
  // Larger than what is free now, so that the heap grows by the chunk. Volatile, or the compiler takes the pair away.
  void *volatile block = malloc(1 << 20);
  free(block);
  uintptr_t end = (uintptr_t)sbrk(0);
  uintptr_t start = (end - chunk + huge_page - 1) & ~(uintptr_t)(huge_page - 1);
  madvise((void *)start, end - start, MADV_HUGEPAGE);
}

#else

void gomem_prepare_heap(void) {}

#endif
