/* The smaller versions of a file: of which files, how small, and the same each time. */
#include "site/compress.h"

#include "../check.h"
#include "base/buf.h"

#include <string.h>
#include <zlib.h>

enum { OF_A_PAGE = 9000, OF_A_LIST = 400000 };

/* Text as pages are, and none that repeats itself. */
static void
write_text(struct buf *out, size_t size)
{
	for (unsigned i = 0; out->len < size; i++)
		buf_printf(out, "<li><a href=\"/merchants/shop-%u/\">Shop %x</a></li>\n", i,
		           i * 2654435761U);
}

static void
texts_are_worth_it(void **state)
{
	static const struct {
		const char *path;
		size_t size;
		bool wanted;
	} cases[] = {
		{ "index.html", 5000, true },
		{ "assets/style.0123456789.css", 5000, true },
		{ "assets/near.0123456789.js", 5000, true },
		{ "search.json", 5000, true },
		{ "atlas/fr/12/1/2.svg", 5000, true },
		{ "merchants/dumont/feed.xml", 5000, true },
		{ "agenda.ics", 5000, true },
		{ "merchants/dumont/dumont.vcf", 256, true },
		{ "merchants/dumont/dumont.vcf", 255, false },
		{ "robots.txt", 0, false },
		{ "manifest.webmanifest", 800, true },
		{ "merchants.geojson", 5000, true },
		{ "photos/dumont.webp", 5000, false },
		{ "social/dumont.jpg", 5000, false },
		{ "assets/icon.png", 5000, false },
		{ "assets/text.woff2", 5000, false },
		{ "flyers/promo.pdf", 5000, false },
		{ "_headers", 5000, false }, /* no server sends it */
		{ "index.html.gz", 5000, false },
		{ "search.json", SIZE_MAX, false },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++)
		if (compress_wanted(str(cases[i].path), cases[i].size) != cases[i].wanted)
			fail_msg("%s, %zu bytes", cases[i].path, cases[i].size);
}

static void
gzip_holds_the_file_behind_a_header_that_tells_nothing(void **state)
{
	static const unsigned char header[] = { 0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255 };
	struct buf text = { 0 }, out = { 0 };
	z_stream stream = { 0 };
	char *back;

	(void)state;
	write_text(&text, OF_A_LIST);
	back = test_malloc(text.len + 1);
	buf_adds(&out, "before");
	compress_gzip(&out, buf_str(&text));
	assert_memory_equal(out.ptr, "before", 6);
	assert_memory_equal(out.ptr + 6, header, sizeof header);
	assert_int_equal(out.ptr[out.len], '\0');
	assert_true(out.len < text.len / 3);
	assert_int_equal(inflateInit2(&stream, MAX_WBITS + 16), Z_OK);
	stream.next_in = (Bytef *)out.ptr + 6;
	stream.avail_in = (uInt)(out.len - 6);
	stream.next_out = (Bytef *)back;
	stream.avail_out = (uInt)(text.len + 1);
	assert_int_equal(inflate(&stream, Z_FINISH), Z_STREAM_END);
	assert_int_equal(stream.total_out, text.len);
	assert_memory_equal(back, text.ptr, text.len);
	inflateEnd(&stream);
	test_free(back);
	buf_release(&text);
	buf_release(&out);
}

/* tests/system/precompress.sh unpacks it. */
static void
brotli_is_smaller_than_gzip(void **state)
{
	static const size_t sizes[] = { OF_A_PAGE, OF_A_LIST };

	(void)state;
	for (size_t i = 0; i < countof(sizes); i++) {
		struct buf text = { 0 }, gzip = { 0 }, brotli = { 0 }, again = { 0 };

		write_text(&text, sizes[i]);
		compress_gzip(&gzip, buf_str(&text));
		buf_adds(&brotli, "before");
		compress_brotli(&brotli, buf_str(&text));
		assert_in_range(brotli.len, 100, gzip.len - 1);
		assert_memory_equal(brotli.ptr, "before", 6);
		compress_brotli(&again, buf_str(&text));
		assert_int_equal(again.len + 6, brotli.len);
		assert_memory_equal(again.ptr, brotli.ptr + 6, again.len);
		buf_release(&text);
		buf_release(&gzip);
		buf_release(&brotli);
		buf_release(&again);
	}
}

static void
what_would_hardly_be_smaller_is_nothing(void **state)
{
	struct buf noise = { 0 }, out = { 0 };
	unsigned x = 1;

	(void)state;
	for (size_t i = 0; i < OF_A_PAGE; i++) {
		x = x * 1664525U + 1013904223U;
		buf_addc(&noise, (char)(x >> 24));
	}
	compress_gzip(&out, buf_str(&noise));
	assert_int_equal(out.len, 0);
	compress_brotli(&out, buf_str(&noise));
	assert_int_equal(out.len, 0);
	buf_release(&noise);
	buf_release(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_are_worth_it),
		cmocka_unit_test(gzip_holds_the_file_behind_a_header_that_tells_nothing),
		cmocka_unit_test(brotli_is_smaller_than_gzip),
		cmocka_unit_test(what_would_hardly_be_smaller_is_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
