#include "base/arena.h"

#include "base/mem.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 64 * 1024 };

struct block {
	struct block *next;
	size_t size, used;
	alignas(max_align_t) char bytes[];
};

struct arena {
	struct block *blocks; /* the first one is being filled */
};

static struct block *
block_new(size_t size)
{
	struct block *block = malloc(size_add(sizeof *block, size));

	if (!block)
		mem_exhausted();
	block->next = NULL;
	block->size = size;
	block->used = 0;
	return block;
}

struct arena *
arena_new(void)
{
	return mem_alloc(sizeof(struct arena));
}

void
arena_free(struct arena *arena)
{
	if (!arena)
		return;
	for (struct block *next, *b = arena->blocks; b; b = next) {
		next = b->next;
		free(b);
	}
	free(arena);
}

void
arena_reset(struct arena *arena)
{
	struct block *kept = NULL;

	for (struct block *next, *b = arena->blocks; b; b = next) {
		next = b->next;
		if (!kept && b->size == BLOCK_SIZE)
			kept = b;
		else
			free(b);
	}
	if (kept) {
		kept->next = NULL;
		kept->used = 0;
	}
	arena->blocks = kept;
}

/* Bytes that are not zeroed, `align` a power of two. */
static void *
take(struct arena *arena, size_t size, size_t align)
{
	struct block *block = arena->blocks;
	size_t at;

	if (block) {
		at = (block->used + align - 1) & ~(align - 1);
		if (at <= block->size && size <= block->size - at) {
			block->used = at + size;
			return block->bytes + at;
		}
	}
	if (size > BLOCK_SIZE / 4 && block) {
		/* A large piece gets a block of its own behind the one being filled. */
		struct block *own = block_new(size);

		own->used = size;
		own->next = block->next;
		block->next = own;
		return own->bytes;
	}
	block = block_new(size > BLOCK_SIZE ? size : BLOCK_SIZE);
	block->next = arena->blocks;
	arena->blocks = block;
	block->used = size;
	return block->bytes;
}

void *
arena_alloc(struct arena *arena, size_t size)
{
	return memset(take(arena, size, alignof(max_align_t)), 0, size);
}

void *
arena_array(struct arena *arena, size_t count, size_t size)
{
	return arena_alloc(arena, size_mul(count, size));
}

struct str
arena_str(struct arena *arena, struct str s)
{
	char *copy = take(arena, size_add(s.len, 1), 1);

	if (s.len)
		memcpy(copy, s.ptr, s.len);
	copy[s.len] = '\0';
	return (struct str){ copy, s.len };
}

const char *
arena_cstr(struct arena *arena, struct str s)
{
	return arena_str(arena, s).ptr;
}

struct str
arena_printf(struct arena *arena, const char *format, ...)
{
	va_list args, again;
	char *text;
	int len;

	va_start(args, format);
	va_copy(again, args);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (len < 0)
		mem_exhausted();
	text = take(arena, (size_t)len + 1, 1);
	vsnprintf(text, (size_t)len + 1, format, again);
	va_end(again);
	return (struct str){ text, (size_t)len };
}

void *
arena_copy(struct arena *arena, const void *ptr, size_t len)
{
	void *copy = take(arena, len, alignof(max_align_t));

	return len ? memcpy(copy, ptr, len) : copy;
}

void *
arena_push(struct arena *arena, void *array, size_t *count, size_t size)
{
	size_t n = *count;

	/* The capacity is the power of two at or above the count (at least 4), so it need not be kept. */
	if (n == 0 || (n >= 4 && (n & (n - 1)) == 0)) {
		size_t room = n < 4 ? 4 : size_mul(n, 2);
		void *grown = arena_array(arena, room, size);

		if (n)
			memcpy(grown, array, n * size);
		array = grown;
	}
	*count = n + 1;
	return array;
}

size_t
arena_size(const struct arena *arena)
{
	size_t total = sizeof *arena;

	for (const struct block *b = arena->blocks; b; b = b->next)
		total += sizeof *b + b->size;
	return total;
}
