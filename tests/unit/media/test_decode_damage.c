/* decode, of what came damaged: nothing crashes, and what is sound is told. */
#include "../check.h"

#include "decoded.h"
#include "made.h"

enum { WIDTH = 320, HEIGHT = 240 };

static const struct buf empty;

/* Where the last 0xff `marker` stands, but one in the middle of another thing. */
static size_t
last_marker(struct str bytes, uint8_t marker)
{
	size_t found = 0;

	for (size_t i = 0; i + 1 < bytes.len; i++)
		if ((uint8_t)bytes.ptr[i] == 0xff && (uint8_t)bytes.ptr[i + 1] == marker)
			found = i;
	return found;
}

static void
made_photo(struct buf *out, bool progressive, unsigned restart)
{
	struct made_jpeg how = {
		WIDTH, HEIGHT, JCS_RGB, JCS_YCbCr, .progressive = progressive, .restart = restart
	};

	made_jpeg(out, &how);
}

/* Of a file cut off at `share` of its data. */
static double
sound_when_cut(struct str bytes, double share)
{
	size_t start = last_marker(bytes, 0xda);
	struct decoded d;
	double sound;

	d = decoded_of(str_sub(bytes, 0, start + (size_t)(share * (double)(bytes.len - start))));
	assert_int_equal(d.fault, DECODE_FINE);
	sound = d.sound;
	decoded_release(&d);
	return sound;
}

static void
a_photo_that_was_cut_off_is_sound_as_far_as_it_goes(void **state)
{
	struct buf bytes = empty;

	(void)state;
	made_photo(&bytes, false, 0);
	for (double share = 0.1; share < 1; share += 0.1)
		assert_true(fabs(sound_when_cut(buf_str(&bytes), share) - share) < 0.15);
	assert_true(sound_when_cut(buf_str(&bytes), 0.99) < 1);
	assert_true(sound_when_cut(buf_str(&bytes), 1) == 1);
	buf_release(&bytes);
}

/* The passes that bring the last bit may be missing, and nothing else: libjpeg writes ten, and those
 * from the seventh on bring no more. */
static void
a_progressive_photo_may_lack_the_last_bit(void **state)
{
	static const struct {
		int pass; /* in which it ends */
		double least, most;
	} cases[] = { { 10, 0.99, 0.9999 }, { 8, 0.99, 0.9999 }, { 6, 0, 0.3 }, { 2, 0, 0.1 } };
	struct buf bytes = empty;
	struct decoded whole;

	(void)state;
	made_photo(&bytes, true, 0);
	whole = decoded_of(buf_str(&bytes));
	for (size_t i = 0; i < countof(cases); i++) {
		struct str cut = buf_str(&bytes);
		struct decoded d;

		for (int pass = 10; pass >= cases[i].pass; pass--)
			cut = str_sub(cut, 0, last_marker(cut, 0xda));
		d = decoded_of(str_sub(buf_str(&bytes), 0, cut.len + 15));
		assert_int_equal(d.rows, HEIGHT);
		assert_true(d.sound >= cases[i].least && d.sound <= cases[i].most);
		if (cases[i].least > 0)
			assert_true(decoded_psnr(&whole, &d) > 35);
		decoded_release(&d);
	}
	decoded_release(&whole);
	buf_release(&bytes);
}

/* Codes that are none in the middle of the data. Without markers libjpeg-turbo only knows in the end
 * that something was wrong. */
static void
restart_markers_save_what_follows(void **state)
{
	double sound[2];

	(void)state;
	for (unsigned restart = 0; restart < 2; restart++) {
		struct buf bytes = empty;
		struct decoded d;
		size_t start;

		made_photo(&bytes, false, restart);
		start = last_marker(buf_str(&bytes), 0xda);
		for (size_t k = 0; k < 40; k++) /* ones only */
			bytes.ptr[start + (bytes.len - start) / 2 + k] = k % 2 ? 0 : (char)0xff;
		d = decoded_of(buf_str(&bytes));
		assert_int_equal(d.rows, HEIGHT);
		sound[restart] = d.sound;
		decoded_release(&d);
		buf_release(&bytes);
	}
	assert_true(sound[1] > 0.7 && sound[1] < 1);
	assert_true(sound[0] < 1);
}

static void
a_photo_of_endless_passes_is_refused(void **state)
{
	struct buf bytes = empty, many = empty;
	struct decoded d;
	size_t at;

	(void)state;
	made_photo(&bytes, true, 0);
	at = last_marker(buf_str(&bytes), 0xda);
	buf_add(&many, str_sub(buf_str(&bytes), 0, at));
	for (int i = 0; i < 60; i++)
		buf_add(&many, str_sub(buf_str(&bytes), at, bytes.len - 2));
	buf_add(&many, str_sub(buf_str(&bytes), bytes.len - 2, bytes.len));
	d = decoded_of(buf_str(&many));
	assert_int_equal(d.fault, DECODE_BROKEN);
	decoded_release(&d);
	buf_release(&bytes);
	buf_release(&many);
}

/* --- One of every kind ------------------------------------------------------------------------- */

enum { KINDS = 12 };

/* Small, so that thousands of rounds are quick. */
static void
made_kind(struct buf *out, int kind, unsigned width, unsigned height, struct str profile)
{
	struct made_jpeg jpegs[] = {
		{ width, height, JCS_RGB, JCS_YCbCr, .orientation = 6, .profile = profile },
		{ width, height, JCS_RGB, JCS_YCbCr, .progressive = true },
		{ width, height, JCS_CMYK, JCS_YCCK, .restart = 1 },
		{ width, height, JCS_GRAYSCALE, JCS_GRAYSCALE, .arithmetic = true },
	};
	struct made_png pngs[] = {
		{ width, height, PNG_COLOR_TYPE_RGB, 8, .profile = profile },
		{ width, height, PNG_COLOR_TYPE_RGB_ALPHA, 16, .gamma = 1 },
		{ width, height, PNG_COLOR_TYPE_PALETTE, 4, .interlaced = true, .holes = true },
	};
	struct made_webp webps[] = {
		{ width, height, .lossy = true, .alpha = true, .profile = profile },
		{ width, height, .lossy = true },
		{ width, height, .canvas_width = width + 8, .canvas_height = height, .left = 2 },
	};
	struct made_gif gifs[] = { { width, height, 0, 0, width, height, .frames = 1 },
		                   { width, height, 1, 1, width, height, .interlaced = true,
		                     .holes = true, .frames = 2 } };

	if (kind < 4)
		made_jpeg(out, &jpegs[kind]);
	else if (kind < 7)
		made_png(out, &pngs[kind - 4]);
	else if (kind < 10)
		made_webp(out, &webps[kind - 7]);
	else
		made_gif(out, &gifs[kind - 10]);
}

/* A copy of just its size on the heap, so that a byte read beyond the end is caught. */
static void
check_harmless(struct str bytes)
{
	char *copy = mem_alloc(bytes.len);
	struct decoded d;

	memcpy(copy, bytes.ptr, bytes.len);
	d = decoded_scaled((struct str){ copy, bytes.len }, 10, 10);
	assert_true(d.rows <= d.height);
	assert_true(d.sound >= 0 && d.sound <= 1);
	assert_in_range(d.picture.orientation, 1, 8);
	if (d.fault == DECODE_FINE && d.rows < d.height)
		assert_true(d.sound < 1);
	decoded_release(&d);
	free(copy);
}

static void
pictures_cut_off_anywhere_do_no_harm(void **state)
{
	struct buf profile = empty;

	(void)state;
	made_saved(&profile, made_rgb(made_p3, 0));
	for (int kind = 0; kind < KINDS; kind++) {
		struct buf bytes = empty;

		made_kind(&bytes, kind, 33, 21, buf_str(&profile));
		for (size_t len = 1; len < bytes.len; len += 1 + bytes.len / 300)
			check_harmless(str_sub(buf_str(&bytes), 0, len));
		buf_release(&bytes);
	}
	buf_release(&profile);
}

/* Bits turned, more of them near the front, where the headers are. Without profiles: those have
 * a test of their own. */
static void
pictures_with_bits_turned_do_no_harm(void **state)
{
	(void)state;
	srand(1);
	for (int kind = 0; kind < KINDS; kind++) {
		struct buf bytes = empty;

		made_kind(&bytes, kind, 33, 21, (struct str){ 0 });
		for (int round = 0; round < 500; round++) {
			struct buf bad = empty;

			buf_add(&bad, buf_str(&bytes));
			for (int i = 0; i < 1 + round % 5; i++) {
				size_t within = i % 2 || bad.len < 100 ? bad.len : 100;

				bad.ptr[(size_t)rand() % within] ^= (char)(1 << rand() % 8);
			}
			check_harmless(buf_str(&bad));
			buf_release(&bad);
		}
		buf_release(&bytes);
	}
}

/* What comes row by row ends where the data does. */
static void
rows_end_where_the_data_does(void **state)
{
	struct buf files[4] = { empty, empty, empty, empty };

	(void)state;
	made_png(&files[0],
	         &(struct made_png){ WIDTH, HEIGHT, PNG_COLOR_TYPE_RGB, 8, .stored = true });
	made_png(&files[1], &(struct made_png){ WIDTH, HEIGHT, PNG_COLOR_TYPE_GRAY_ALPHA, 16,
	                                        .stored = true, .gamma = 1 });
	made_webp(&files[2], &(struct made_webp){ WIDTH, HEIGHT, .lossy = true, .noisy = true });
	made_gif(&files[3], &(struct made_gif){ WIDTH, HEIGHT, 0, 0, WIDTH, HEIGHT, .frames = 1 });
	for (size_t i = 0; i < countof(files); i++) {
		struct buf bytes = files[i];
		struct decoded whole, d;

		whole = decoded_of(buf_str(&bytes));
		assert_true(whole.sound == 1);
		d = decoded_of(str_sub(buf_str(&bytes), 0, bytes.len * 3 / 4));
		assert_in_range(d.rows, HEIGHT / 3, HEIGHT - 1);
		assert_true(fabs(d.sound - (double)d.rows / HEIGHT) < 0.01);
		assert_memory_equal(d.pixels, whole.pixels, (size_t)d.rows * d.width * d.channels);
		decoded_release(&d);
		decoded_release(&whole);
		buf_release(&bytes);
	}
}

/* Interlaced: all rows come, coarse, and the share tells how many pixels are their own. */
static void
an_interlaced_png_that_was_cut_off_is_coarse(void **state)
{
	struct made_png how = { WIDTH,         HEIGHT, PNG_COLOR_TYPE_RGB, 8, .interlaced = true,
		                .stored = true };
	struct buf bytes = empty;
	struct decoded whole, d;

	(void)state;
	made_png(&bytes, &how);
	whole = decoded_of(buf_str(&bytes));
	d = decoded_of(str_sub(buf_str(&bytes), 0, bytes.len / 2));
	assert_int_equal(d.rows, HEIGHT);
	assert_true(d.sound > 0.1 && d.sound < 0.9);
	assert_true(decoded_psnr(&whole, &d) > 20);
	decoded_release(&d);
	decoded_release(&whole);
	buf_release(&bytes);
}

/* libpng believes some chunks: 2 GB for each, where only the name says so. */
static void
a_chunk_that_claims_gigabytes_is_given_none(void **state)
{
	static const char *const names[] = { "eXIf", "iCCP", "tRNS", "PLTE", "tEXt", "zTXt",
		                             "iTXt", "sPLT", "hIST", "sCAL", "pCAL", "IDAT" };
	struct made_png how = { 16, 16, PNG_COLOR_TYPE_PALETTE, 8, .stored = true };
	struct buf bytes = empty;
	const size_t after_header = 33;

	(void)state;
	made_png(&bytes, &how);
	for (size_t i = 0; i < countof(names); i++) {
		struct buf bad = empty;
		struct decoded d;

		buf_add(&bad, str_sub(buf_str(&bytes), 0, after_header));
		buf_add(&bad, (struct str){ "\x7f\xff\xff\xf0", 4 });
		buf_adds(&bad, names[i]);
		buf_add(&bad, str_sub(buf_str(&bytes), after_header, bytes.len));
		d = decoded_of(buf_str(&bad));
		assert_int_equal(d.fault, DECODE_BROKEN);
		decoded_release(&d);
		buf_release(&bad);
	}
	buf_release(&bytes);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_photo_that_was_cut_off_is_sound_as_far_as_it_goes),
		cmocka_unit_test(a_progressive_photo_may_lack_the_last_bit),
		cmocka_unit_test(restart_markers_save_what_follows),
		cmocka_unit_test(a_photo_of_endless_passes_is_refused),
		cmocka_unit_test(pictures_cut_off_anywhere_do_no_harm),
		cmocka_unit_test(pictures_with_bits_turned_do_no_harm),
		cmocka_unit_test(rows_end_where_the_data_does),
		cmocka_unit_test(a_chunk_that_claims_gigabytes_is_given_none),
		cmocka_unit_test(an_interlaced_png_that_was_cut_off_is_coarse),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
