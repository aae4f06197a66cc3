#ifndef BASE_MEM_H
#define BASE_MEM_H
/*
 * mem: the heap, and the arithmetic of sizes.
 *
 * Errors  memory running out, or a size that overflows, ends the program here and nowhere else
 *         (exit code 3, a message): the site that is online is untouched, because nothing is put
 *         in place before everything is written. Input must meet its limits long before.
 */
#include <stddef.h>

void *mem_alloc(size_t size);             /* zeroed; free() it; never NULL */
void *mem_resize(void *ptr, size_t size); /* as realloc; never NULL */
size_t size_mul(size_t a, size_t b);
size_t size_add(size_t a, size_t b);
_Noreturn void mem_exhausted(void);
#endif
