#include "media/ssim.h"

#include "base/mem.h"

#include <stdlib.h>

enum { CELL = 4 }; /* pixels; a window is two by two of them */

struct sums {
	uint32_t a, b, squares, product; /* squares: those of both */
};

static void
add_cell(struct sums *sums, const uint8_t *a, const uint8_t *b)
{
	for (size_t i = 0; i < CELL; i++) {
		uint32_t va = a[i], vb = b[i];

		sums->a += va;
		sums->b += vb;
		sums->squares += va * va + vb * vb;
		sums->product += va * vb;
	}
}

static void
sum_row(struct sums *row, size_t cells, struct ssim_plane a, struct ssim_plane b, unsigned top)
{
	for (size_t x = 0; x < cells; x++) {
		row[x] = (struct sums){ 0 };
		for (size_t y = top; y < top + CELL; y++)
			add_cell(&row[x], a.data + y * a.stride + x * CELL,
			         b.data + y * b.stride + x * CELL);
	}
}

/* Everything times n squared, so that nothing is divided but the result. */
static double
window(const struct sums *above, const struct sums *below)
{
	const double n = 4 * CELL * CELL, c1 = 6.5025 * n * n, c2 = 58.5225 * n * n;
	double a = above[0].a + above[1].a + below[0].a + below[1].a;
	double b = above[0].b + above[1].b + below[0].b + below[1].b;
	double squares = above[0].squares + above[1].squares + below[0].squares + below[1].squares;
	double product = above[0].product + above[1].product + below[0].product + below[1].product;
	double means = a * a + b * b;

	return (2 * a * b + c1) * (2 * (n * product - a * b) + c2) /
	       ((means + c1) * (n * squares - means + c2));
}

double
ssim_of(struct ssim_plane a, struct ssim_plane b, unsigned width, unsigned height)
{
	size_t cells = width / CELL, rows = height / CELL;
	struct sums *above, *below;
	double sum = 0;

	if (cells < 2 || rows < 2)
		return 1;
	above = mem_alloc(size_mul(2 * cells, sizeof *above));
	below = above + cells;
	sum_row(above, cells, a, b, 0);
	for (size_t y = 1; y < rows; y++) {
		struct sums *last = above;

		sum_row(below, cells, a, b, (unsigned)y * CELL);
		for (size_t x = 0; x + 1 < cells; x++)
			sum += window(above + x, below + x);
		above = below;
		below = last;
	}
	free(above < below ? above : below);
	return sum / (double)((cells - 1) * (rows - 1));
}
