#include "base/mem.h"

#include <stdlib.h>
#include <unistd.h>

enum { EXIT_ENVIRONMENT = 3 };

_Noreturn void
mem_exhausted(void)
{
	static const char message[] = "quartier: error: memory ran out; the site was not changed\n";

	/* Neither stdio nor gettext: both may want memory. What cannot be printed is lost anyway. */
	if (write(STDERR_FILENO, message, sizeof message - 1) < 0)
		_exit(EXIT_ENVIRONMENT);
	_exit(EXIT_ENVIRONMENT);
}

void *
mem_alloc(size_t size)
{
	void *ptr = calloc(1, size ? size : 1);

	if (!ptr)
		mem_exhausted();
	return ptr;
}

void *
mem_resize(void *ptr, size_t size)
{
	ptr = realloc(ptr, size ? size : 1);
	if (!ptr)
		mem_exhausted();
	return ptr;
}

size_t
size_mul(size_t a, size_t b)
{
	size_t product;

	if (__builtin_mul_overflow(a, b, &product))
		mem_exhausted();
	return product;
}

size_t
size_add(size_t a, size_t b)
{
	size_t sum;

	if (__builtin_add_overflow(a, b, &sum))
		mem_exhausted();
	return sum;
}
