#ifndef BASE_ARENA_H
#define BASE_ARENA_H
/*
 * arena: memory that is given out piece by piece and taken back all at once.
 *
 * Memory   what an arena returns lives until arena_reset or arena_free; nothing is freed alone.
 * Threads  one thread at a time per arena; finished arenas may be read by all.
 */
#include "base/str.h"

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *arena);  /* NULL does nothing */
void arena_reset(struct arena *arena); /* everything given out is gone; one block is kept */

/* `size` bytes, zeroed, aligned for any type; never NULL. */
void *arena_alloc(struct arena *arena, size_t size);
/* `count` times `size` bytes, the product checked; zeroed. */
void *arena_array(struct arena *arena, size_t count, size_t size);
/* A copy with a NUL behind it that `len` does not count. */
struct str arena_str(struct arena *arena, struct str s);
/* The same as a C string. */
const char *arena_cstr(struct arena *arena, struct str s);
/* Formatted text, NUL-terminated. */
struct str
arena_printf(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* `len` bytes of `ptr`, as they are. */
void *arena_copy(struct arena *arena, const void *ptr, size_t len);

/* Room for one more behind `array`, which holds `*count` things of `size` bytes, doubling as it
 * grows (an old, smaller array stays behind in the arena). Returns the array, perhaps moved, and
 * counts the new one, zeroed:
 *
 *     list->items = arena_push(arena, list->items, &list->len, sizeof *list->items);
 *     list->items[list->len - 1] = item;
 */
void *arena_push(struct arena *arena, void *array, size_t *count, size_t size);

/* Bytes taken from the heap, for measurements. */
size_t arena_size(const struct arena *arena);
#endif
