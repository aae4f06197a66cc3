/* decode_probe: what is a picture, which, how large, told from the header alone. */
#include "../check.h"

#include "decoded.h"
#include "made.h"

enum { WIDTH = 75, HEIGHT = 53 };

static const struct buf empty;

static void
a_type_is_told_by_its_first_bytes(void **state)
{
#define TEXT(literal)                                                                              \
	{                                                                                          \
		literal, sizeof(literal) - 1                                                       \
	}
	static const struct {
		struct str bytes;
		enum decode_type type;
		enum decode_fault fault;
	} cases[] = {
		{ TEXT(""), DECODE_UNKNOWN, DECODE_TYPE },
		{ TEXT("hello"), DECODE_UNKNOWN, DECODE_TYPE },
		{ TEXT("\xff\xd8\xff"), DECODE_JPEG, DECODE_BROKEN },
		{ TEXT("\x89PNG\r\n\x1a\n"), DECODE_PNG, DECODE_BROKEN },
		{ TEXT("\x89PNG\n\n\x1a\n"), DECODE_UNKNOWN, DECODE_TYPE },
		{ TEXT("RIFF\x10\0\0\0WEBPVP8 "), DECODE_WEBP, DECODE_BROKEN },
		{ TEXT("RIFF\x10\0\0\0WAVEfmt "), DECODE_UNKNOWN, DECODE_TYPE },
		{ TEXT("xxxx\x10\0\0\0WEBPVP8 "), DECODE_UNKNOWN, DECODE_TYPE },
		{ TEXT("GIF89a"), DECODE_GIF, DECODE_BROKEN },
		{ TEXT("\0\0\0\x18"
		       "ftypavif\0\0\0\0mif1miaf"),
		  DECODE_AVIF, DECODE_TYPE },
		{ TEXT("\0\0\0\x1c"
		       "ftypmif1\0\0\0\0mif1avifmiaf"),
		  DECODE_AVIF, DECODE_TYPE },
		{ TEXT("\0\0\0\x18"
		       "ftypmp42\0\0\0\0mp42isom"),
		  DECODE_UNKNOWN, DECODE_TYPE },
		{ TEXT("\0\0\0\x14"
		       "ftypmp42heicmp42heic"),
		  DECODE_UNKNOWN, DECODE_TYPE },
		{ TEXT("II*\0\x08\0\0\0"), DECODE_TIFF, DECODE_TYPE },
		{ TEXT("MM\0*\0\0\0\x08"), DECODE_TIFF, DECODE_TYPE },
#ifdef QUARTIER_PDF
		{ TEXT("%PDF-1.7\n"), DECODE_PDF, DECODE_BROKEN },
#else
		{ TEXT("%PDF-1.7\n"), DECODE_PDF, DECODE_TYPE },
#endif
		{ TEXT("BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0"), DECODE_BMP, DECODE_TYPE },
		{ TEXT("BM is a text, and long enough"), DECODE_UNKNOWN, DECODE_TYPE },
		{ TEXT("<svg xmlns='http://www.w3.org/2000/svg'/>"), DECODE_SVG, DECODE_TYPE },
		{ TEXT("\xef\xbb\xbf\n<?xml version='1.0'?>\n<!-- logo -->\n<svg/>"), DECODE_SVG,
		  DECODE_TYPE },
		{ TEXT("<html>"), DECODE_UNKNOWN, DECODE_TYPE },
	};
	struct picture picture;

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		assert_int_equal(decode_type(cases[i].bytes), cases[i].type);
		assert_int_equal(decode_probe(&picture, cases[i].bytes, 1), cases[i].fault);
		assert_int_equal(picture.type, cases[i].type);
	}
	assert_string_equal(decode_type_name(DECODE_HEIF), "HEIC");
}

static void
heif_is_read_where_libheif_is(void **state)
{
	struct picture picture;

	(void)state;
#ifdef QUARTIER_HEIF
	assert_int_equal(decode_probe(&picture,
	                              STR("\0\0\0\x18"
	                                  "ftypheic\0\0\0\0mif1heic"),
	                              1),
	                 DECODE_BROKEN);
#else
	assert_int_equal(decode_probe(&picture,
	                              STR("\0\0\0\x18"
	                                  "ftypheic\0\0\0\0mif1heic"),
	                              1),
	                 DECODE_NO_HEIF);
#endif
	assert_int_equal(picture.type, DECODE_HEIF);
}

static void
limits_are_met_by_the_header_alone(void **state)
{
	static const struct str gif =
		TEXT("GIF89a\x10\0\x10\0\0\0\0,\0\0\0\0\xff\xff\xff\xff\0\x02");
	struct buf bytes = empty;
	struct picture picture;

	(void)state;
	made_png(&bytes, &(struct made_png){ WIDTH, HEIGHT, PNG_COLOR_TYPE_RGB, 8, .gamma = 0 });
	assert_int_equal(decode_probe(&picture, buf_str(&bytes), WIDTH * HEIGHT), DECODE_FINE);
	assert_int_equal(decode_probe(&picture, buf_str(&bytes), WIDTH * HEIGHT - 1),
	                 DECODE_TOO_LARGE);
	assert_int_equal(picture.width, WIDTH);
	/* A frame may be larger than the canvas that is announced. */
	assert_int_equal(decode_probe(&picture, gif, DECODED_PIXELS), DECODE_TOO_LARGE);
	assert_int_equal(picture.width, 65535);
	buf_release(&bytes);
}

/* Nothing is there but the header, and its checksum is wrong: nobody asked libpng. */
static void
a_png_with_an_endless_side_is_refused_by_its_header(void **state)
{
	static const struct {
		struct str bytes;
		enum decode_fault fault;
	} cases[] = {
		{ TEXT("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\x05\xf5\xe1\0\0\0\0\1\x08\2\0\0\0\0\0\0\0"),
		  DECODE_TOO_LONG },
		{ TEXT("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\1\x7f\xff\xff\xff\x08\2\0\0\0\0\0\0\0"),
		  DECODE_TOO_LONG },
		{ TEXT("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\x05\xf5\xe1\0\0\0\0"), DECODE_BROKEN },
	};
	struct picture picture;

	(void)state;
	for (size_t i = 0; i < countof(cases); i++)
		assert_int_equal(decode_probe(&picture, cases[i].bytes, 100000000), cases[i].fault);
}

static void
bytes_that_are_not_what_was_probed_are_refused(void **state)
{
	struct made_jpeg small = { 16, 16, JCS_RGB, JCS_YCbCr, .plain = false };
	struct made_jpeg large = { 160, 160, JCS_RGB, JCS_YCbCr, .plain = false };
	struct buf first = empty, second = empty;
	struct picture picture;
	enum decode_fault fault;

	(void)state;
	made_jpeg(&first, &small);
	made_jpeg(&second, &large);
	assert_int_equal(decode_probe(&picture, buf_str(&first), DECODED_PIXELS), DECODE_FINE);
	assert_null(decoder_new(&picture, buf_str(&second), 1, 1, &fault));
	assert_int_equal(fault, DECODE_BROKEN);
	buf_release(&first);
	buf_release(&second);
}

static void
the_libraries_are_named(void **state)
{
	struct buf out = empty;

	(void)state;
	decode_versions(&out);
	assert_non_null(strstr(out.ptr, "libjpeg-turbo "));
	assert_non_null(strstr(out.ptr, "lcms2 2."));
	buf_release(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_type_is_told_by_its_first_bytes),
		cmocka_unit_test(heif_is_read_where_libheif_is),
		cmocka_unit_test(limits_are_met_by_the_header_alone),
		cmocka_unit_test(a_png_with_an_endless_side_is_refused_by_its_header),
		cmocka_unit_test(bytes_that_are_not_what_was_probed_are_refused),
		cmocka_unit_test(the_libraries_are_named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
