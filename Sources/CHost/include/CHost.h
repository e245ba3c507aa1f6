#pragma once

// The host's C library, where Swift cannot reach it.

/// Prepares malloc for what gomem does first: compiling makes a hundred thousand small values within milliseconds, and a
/// sixth of that time would go to the kernel, which gives memory out page by page. Takes one large piece of address space, in
/// large pages where the kernel offers them, and keeps one heap for all threads, of which only one works at any
/// time. Failing costs only time.
void gomem_prepare_heap(void);
