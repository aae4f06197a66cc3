#include "media/jpeg_store.h"

#include "base/mem.h"

#include <jerror.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/*
 * A packed block: which coefficients are not 0 (64 bits, in the order of memory; bit 0, the place of
 * the mean, which is always written, says instead that the others need 16 bits), the mean (16
 * bits), the others.
 */
enum { MEAN = 2, MASK = 8, WIDE = 1, MOST = MASK + DCTSIZE2 * 2 };

struct row {
	uint8_t *packed; /* NULL: all 0 */
	size_t room;
};

/* libjpeg knows it by pointer alone: jvirt_barray_ptr. */
struct array {
	struct array *next;
	JDIMENSION width, height, band; /* blocks in a row, rows, most rows asked for at once */
	struct row *rows;
	JBLOCK *blocks; /* the band that is unpacked */
	JBLOCKARRAY lines;
	JDIMENSION first, count; /* which rows it holds */
	bool changed;
	uint8_t *scratch; /* one row, packed */
};

struct jpeg_store {
	struct array *arrays;
};

static uint64_t
nonzero(const JCOEF *block, bool *wide)
{
	uint64_t mask = 0, word;

	*wide = false;
	for (unsigned i = 0; i < DCTSIZE2; i += 4) {
		memcpy(&word, block + i, sizeof(word));
		if (!word)
			continue;
		for (unsigned k = i; k < i + 4; k++) {
			mask |= (uint64_t)(block[k] != 0) << k;
			*wide = *wide || (k && block[k] != (int8_t)block[k]);
		}
	}
	return mask & ~(uint64_t)WIDE;
}

static uint8_t *
pack_block(uint8_t *out, const JCOEF *block)
{
	bool wide;
	uint64_t mask = nonzero(block, &wide), head = mask | (wide ? WIDE : 0);

	memcpy(out, &head, MASK);
	memcpy(out + MASK, block, MEAN);
	out += MASK + MEAN;
	for (; mask; mask &= mask - 1) {
		JCOEF value = block[__builtin_ctzll(mask)];

		if (wide)
			memcpy(out, &value, 2);
		else
			*out = (uint8_t)value;
		out += wide ? 2 : 1;
	}
	return out;
}

static const uint8_t *
unpack_block(JCOEF *block, const uint8_t *in)
{
	uint64_t mask;
	bool wide;

	memcpy(&mask, in, MASK);
	memset(block, 0, sizeof(JBLOCK));
	memcpy(block, in + MASK, MEAN);
	in += MASK + MEAN;
	wide = mask & WIDE;
	mask &= ~(uint64_t)WIDE;
	for (; mask; mask &= mask - 1) {
		JCOEF *value = &block[__builtin_ctzll(mask)];

		if (wide)
			memcpy(value, in, 2);
		else
			*value = (int8_t)*in;
		in += wide ? 2 : 1;
	}
	return in;
}

static void
pack_row(struct array *array, struct row *row, JBLOCKROW blocks)
{
	uint8_t *end = array->scratch;
	size_t len;

	for (JDIMENSION i = 0; i < array->width; i++)
		end = pack_block(end, blocks[i]);
	len = (size_t)(end - array->scratch);
	if (len > row->room) {
		free(row->packed); /* rather than realloc: what is in it is not wanted */
		row->packed = mem_alloc(len);
		row->room = len;
	}
	memcpy(row->packed, array->scratch, len);
}

static void
unpack_row(const struct array *array, const struct row *row, JBLOCKROW blocks)
{
	const uint8_t *in = row->packed;

	if (!in)
		memset(blocks, 0, array->width * sizeof(JBLOCK));
	for (JDIMENSION i = 0; in && i < array->width; i++)
		in = unpack_block(blocks[i], in);
}

static void
put_away(struct array *array)
{
	for (JDIMENSION i = 0; array->changed && i < array->count; i++)
		pack_row(array, &array->rows[array->first + i], array->lines[i]);
	array->changed = false;
	array->count = 0;
}

static void
take_out(struct array *array, JDIMENSION first, JDIMENSION count)
{
	put_away(array);
	if (count > array->height - first)
		count = array->height - first;
	for (JDIMENSION i = 0; i < count; i++)
		unpack_row(array, &array->rows[first + i], array->lines[i]);
	array->first = first;
	array->count = count;
}

static struct jpeg_store *
store_of(j_common_ptr info)
{
	return info->client_data;
}

static jvirt_barray_ptr
request_array(j_common_ptr info, int pool, boolean zeroed, JDIMENSION width, JDIMENSION height,
              JDIMENSION band)
{
	struct array *array = mem_alloc(sizeof(*array));

	(void)pool;
	(void)zeroed;
	*array = (struct array){
		.next = store_of(info)->arrays, .width = width, .height = height, .band = band
	};
	store_of(info)->arrays = array;
	array->rows = mem_alloc(size_mul(height, sizeof(*array->rows)));
	array->scratch = mem_alloc(size_mul(width, MOST));
	array->blocks = mem_alloc(size_mul(size_mul(width, band), sizeof(JBLOCK)));
	array->lines = mem_alloc(size_mul(band, sizeof(*array->lines)));
	for (JDIMENSION i = 0; i < band; i++)
		array->lines[i] = array->blocks + (size_t)i * width;
	return (jvirt_barray_ptr)array;
}

/* To read, a whole band is taken out: where passes are missing, libjpeg-turbo smooths over five rows
 * of blocks, and near the top it looks at one more than it has asked for. */
static JBLOCKARRAY
access_array(j_common_ptr info, jvirt_barray_ptr which, JDIMENSION first, JDIMENSION count,
             boolean writable)
{
	struct array *array = (struct array *)which;

	if (count > array->band || first > array->height || count > array->height - first)
		ERREXIT(info, JERR_BAD_VIRTUAL_ACCESS);
	if (first != array->first || count > array->count)
		take_out(array, first, writable ? count : array->band);
	array->changed = array->changed || writable;
	return array->lines;
}

struct jpeg_store *
jpeg_store_new(struct jpeg_decompress_struct *info)
{
	struct jpeg_store *store = mem_alloc(sizeof(*store));

	info->client_data = store;
	info->mem->request_virt_barray = request_array;
	info->mem->access_virt_barray = access_array;
	return store;
}

static void
array_free(struct array *array)
{
	for (JDIMENSION i = 0; i < array->height; i++)
		free(array->rows[i].packed);
	free(array->rows);
	free(array->scratch);
	free(array->blocks);
	free(array->lines);
	free(array);
}

void
jpeg_store_free(struct jpeg_store *store)
{
	struct array *next;

	for (struct array *array = store ? store->arrays : NULL; array; array = next) {
		next = array->next;
		array_free(array);
	}
	free(store);
}
