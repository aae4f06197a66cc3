/* exif: which way up the camera was held, whatever else the bytes say. */
#include "../check.h"

#include "made.h"

#include "media/exif.h"

static void
orientation_is_read_in_either_byte_order_and_type(void **state)
{
	static const unsigned types[] = { 1, 3, 4 };

	(void)state;
	for (int orientation = 1; orientation <= 8; orientation++)
		for (int little = 0; little < 2; little++)
			for (size_t i = 0; i < countof(types); i++) {
				struct buf bytes = { 0 }, signed_bytes = { 0 };

				made_exif(&bytes, orientation, little, types[i]);
				assert_int_equal(exif_orientation(buf_str(&bytes)), orientation);
				buf_add(&signed_bytes, (struct str){ "Exif\0\0", 6 });
				buf_add(&signed_bytes, buf_str(&bytes));
				assert_int_equal(exif_orientation(buf_str(&signed_bytes)),
				                 orientation);
				buf_release(&bytes);
				buf_release(&signed_bytes);
			}
}

static void
what_makes_no_sense_is_upright(void **state)
{
#define TEXT(literal)                                                                              \
	{                                                                                          \
		literal, sizeof(literal) - 1                                                       \
	}
#define HEAD "II*\0\x08\0\0\0"
	static const struct str cases[] = {
		TEXT(""),
		TEXT("Exif\0\0"),
		TEXT("II*\0"),
		TEXT("II*\0\x08\0\0"),
		TEXT(HEAD),
		TEXT(HEAD "\x01"),
		TEXT("XX*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0"),
		TEXT("II+\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0"),
		/* a directory beyond the end, and one that wraps round */
		TEXT("II*\0\xff\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0"),
		TEXT("II*\0\xff\xff\xff\xff\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0"),
		/* 0, 9, two values, a text, a type that is none */
		TEXT(HEAD "\x01\0\x12\x01\x03\0\x01\0\0\0\0\0\0\0"),
		TEXT(HEAD "\x01\0\x12\x01\x03\0\x01\0\0\0\x09\0\0\0"),
		TEXT(HEAD "\x01\0\x12\x01\x03\0\x02\0\0\0\x06\0\0\0"),
		TEXT(HEAD "\x01\0\x12\x01\x02\0\x01\0\0\0\x06\0\0\0"),
		TEXT(HEAD "\x01\0\x12\x01\xff\xff\x01\0\0\0\x06\0\0\0"),
		/* cut off within the entry */
		TEXT(HEAD "\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0"),
		/* the directory is the header itself */
		TEXT("II*\0\0\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0"),
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++)
		assert_int_equal(exif_orientation(cases[i]), 1);
}

/* Says it has 65,535 entries, and ends after two. */
static void
a_directory_that_is_cut_off_is_read_as_far_as_it_goes(void **state)
{
	struct buf bytes = { 0 };

	(void)state;
	made_exif(&bytes, 6, true, 3);
	bytes.ptr[8] = bytes.ptr[9] = (char)0xff;
	assert_int_equal(exif_orientation(str_sub(buf_str(&bytes), 0, 34)), 6);
	assert_int_equal(exif_orientation(str_sub(buf_str(&bytes), 0, 33)), 1);
	buf_release(&bytes);
}

static void
no_bytes_lead_astray(void **state)
{
	(void)state;
	srand(1);
	for (int round = 0; round < 20000; round++) {
		struct buf bytes = { 0 };
		int orientation;

		made_exif(&bytes, 1 + round % 8, round & 8, 3);
		for (int i = 0; i < 3; i++)
			bytes.ptr[(size_t)rand() % bytes.len] = (char)rand();
		/* A copy of just that size, so that a step too far is caught. */
		bytes.ptr = mem_resize(bytes.ptr, bytes.len = (size_t)rand() % bytes.len + 1);
		orientation = exif_orientation(buf_str(&bytes));
		assert_in_range(orientation, 1, 8);
		buf_release(&bytes);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(orientation_is_read_in_either_byte_order_and_type),
		cmocka_unit_test(what_makes_no_sense_is_upright),
		cmocka_unit_test(a_directory_that_is_cut_off_is_read_as_far_as_it_goes),
		cmocka_unit_test(no_bytes_lead_astray),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
