/* jpeg_store: packed or not, libjpeg gives the same pixels. */
#include "../check.h"

#include "made.h"

#include "media/jpeg_store.h"

/* Damage is meant here. */
static void
say_nothing(j_common_ptr info, int level)
{
	(void)info;
	(void)level;
}

/* All rows; `packed` tells whether the coefficients were. */
static void
decode(struct buf *out, struct str bytes, bool packed, unsigned scale)
{
	struct jpeg_decompress_struct info;
	struct jpeg_store *store = NULL;
	struct jpeg_error_mgr errors;
	JSAMPROW row;

	info.err = jpeg_std_error(&errors);
	errors.emit_message = say_nothing;
	jpeg_create_decompress(&info);
	jpeg_mem_src(&info, (const unsigned char *)bytes.ptr, bytes.len);
	jpeg_read_header(&info, TRUE);
	info.scale_denom = scale;
	if (packed)
		store = jpeg_store_new(&info);
	jpeg_start_decompress(&info);
	row = mem_alloc((size_t)info.output_width * (unsigned)info.output_components);
	while (info.output_scanline < info.output_height) {
		jpeg_read_scanlines(&info, &row, 1);
		buf_add(out, (struct str){ (const char *)row,
		                           (size_t)info.output_width *
		                                   (unsigned)info.output_components });
	}
	jpeg_destroy_decompress(&info);
	jpeg_store_free(store);
	free(row);
}

static void
packed_coefficients_give_the_same_pixels(void **state)
{
	static const struct made_jpeg cases[] = {
		{ 75, 53, JCS_RGB, JCS_YCbCr, .progressive = true },
		{ 75, 53, JCS_RGB, JCS_YCbCr, .progressive = true, .plain = true },
		{ 640, 17, JCS_RGB, JCS_YCbCr, .progressive = true, .arithmetic = true },
		{ 16, 480, JCS_GRAYSCALE, JCS_GRAYSCALE, .progressive = true, .restart = 1 },
		{ 1, 1, JCS_CMYK, JCS_YCCK, .progressive = true },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases) * 4; i++) {
		struct buf bytes = { 0 }, want = { 0 }, got = { 0 };

		made_jpeg(&bytes, &cases[i / 4]);
		decode(&want, buf_str(&bytes), false, 1u << i % 4);
		decode(&got, buf_str(&bytes), true, 1u << i % 4);
		assert_int_equal(want.len, got.len);
		assert_memory_equal(want.ptr, got.ptr, want.len);
		buf_release(&bytes);
		buf_release(&want);
		buf_release(&got);
	}
}

/* Missing passes: libjpeg then smooths over blocks, and asks for five rows of them at once. */
static void
a_picture_that_was_cut_off_is_smoothed_alike(void **state)
{
	struct made_jpeg how = { 320, 240, JCS_RGB, JCS_YCbCr, .progressive = true };
	struct buf bytes = { 0 };

	(void)state;
	made_jpeg(&bytes, &how);
	for (size_t len = bytes.len / 8; len < bytes.len; len += bytes.len / 8) {
		struct buf want = { 0 }, got = { 0 };

		decode(&want, str_sub(buf_str(&bytes), 0, len), false, 1);
		decode(&got, str_sub(buf_str(&bytes), 0, len), true, 1);
		assert_int_equal(want.len, got.len);
		assert_memory_equal(want.ptr, got.ptr, want.len);
		buf_release(&want);
		buf_release(&got);
	}
	buf_release(&bytes);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(packed_coefficients_give_the_same_pixels),
		cmocka_unit_test(a_picture_that_was_cut_off_is_smoothed_alike),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
