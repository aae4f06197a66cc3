#include "media/resize_kernel.h"

#include "base/str.h"

#if defined(__SSE2__)
static bool
has_avx2(void)
{
	return __builtin_cpu_supports("avx2");
}
#endif

static const struct {
	const struct resize_kernel *kernel;
	bool (*there)(void); /* NULL: always */
} kernels[] = {
#if defined(__SSE2__)
	{ &resize_avx2, has_avx2 },
	{ &resize_sse2, NULL },
#elif defined(__aarch64__)
	{ &resize_neon, NULL },
#endif
	{ &resize_plain, NULL },
};

const struct resize_kernel *
resize_kernel_at(size_t i)
{
	for (size_t k = 0; k < countof(kernels); k++)
		if ((!kernels[k].there || kernels[k].there()) && i-- == 0)
			return kernels[k].kernel;
	return NULL;
}
