/* photo: one photo in, all the small pictures of it out. */
#include "../check.h"

#include "decoded.h"
#include "drawn.h"

#include "base/arena.h"
#include "media/photo.h"

struct fixture {
	struct arena *arena;
	struct buf bytes;
	struct photo_made made;
};

static int
set_up(void **state)
{
	struct fixture *f = mem_alloc(sizeof *f);

	f->arena = arena_new();
	*state = f;
	return 0;
}

static void
again(struct fixture *f)
{
	photo_release(&f->made);
	buf_clear(&f->bytes);
}

static int
tear_down(void **state)
{
	struct fixture *f = *state;

	photo_release(&f->made);
	buf_release(&f->bytes);
	arena_free(f->arena);
	free(f);
	return 0;
}

static struct photo_order
order_of(const unsigned *widths, size_t len)
{
	struct photo_order order = { .widths_len = len,
		                     .quality = 75,
		                     .method = 2,
		                     .most_pixels = DECODED_PIXELS,
		                     .focus_x = 0.5,
		                     .focus_y = 0.5 };

	if (len)
		memcpy(order.widths, widths, len * sizeof *widths);
	return order;
}

static void
make(struct fixture *f, const struct photo_order *order)
{
	assert_int_equal(photo_make(&f->made, f->arena, buf_str(&f->bytes), order), DECODE_FINE);
}

/* The file of a rendition, as any browser sees it. */
static struct decoded
seen(const struct photo_rendition *item)
{
	struct decoded d = decoded_of(buf_str(&item->bytes));

	assert_int_equal(d.fault, DECODE_FINE);
	assert_int_equal(d.picture.type, DECODE_WEBP);
	assert_int_equal(d.picture.width, item->width);
	assert_int_equal(d.picture.height, item->height);
	return d;
}

static void
every_width_is_made_and_none_larger_than_the_photo(void **state)
{
	static const struct {
		unsigned width, height, ordered[5], want[5], tall[5];
	} cases[] = {
		{ 1000, 750, { 160, 320, 640 }, { 160, 320, 640 }, { 120, 240, 480 } },
		{ 500, 400, { 160, 320, 640, 1024 }, { 160, 320, 500 }, { 128, 256, 400 } },
		{ 640, 480, { 320, 640, 1024 }, { 320, 640 }, { 240, 480 } },
		{ 100, 20, { 320, 640 }, { 100 }, { 20 } },
		{ 1, 1, { 320 }, { 1 }, { 1 } },
		{ 3000, 2, { 160 }, { 160 }, { 1 } },
		/* Too tall for a WebP in its own width. */
		{ 100, 20000, { 40, 320 }, { 40, 81 }, { 8000, 16200 } },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		size_t len = 0, want = 0;
		struct photo_order order;

		again(f);
		while (len < 5 && cases[i].ordered[len])
			len++;
		while (want < 5 && cases[i].want[want])
			want++;
		drawn_photo(&f->bytes, cases[i].width, cases[i].height, 0);
		order = order_of(cases[i].ordered, len);
		make(f, &order);
		assert_int_equal(f->made.picture.width, cases[i].width);
		assert_int_equal(f->made.picture.height, cases[i].height);
		assert_true(f->made.sound == 1);
		assert_int_equal(f->made.len, want);
		for (size_t j = 0; j < want; j++) {
			struct decoded d = seen(&f->made.items[j]);

			assert_int_equal(d.width, cases[i].want[j]);
			assert_int_equal(d.height, cases[i].tall[j]);
			decoded_release(&d);
		}
	}
}

static void
a_photo_that_is_only_looked_at_has_no_files(void **state)
{
	struct fixture *f = *state;
	struct photo_order order = order_of(NULL, 0);

	drawn_photo(&f->bytes, 2000, 1000, 6);
	make(f, &order);
	assert_int_equal(f->made.len, 0);
	assert_int_equal(f->made.crop.width, 0);
	assert_true(str_starts(f->made.look.gradient, "linear-gradient("));
}

/* In decibels; both RGB. */
static double
psnr(const struct pixels *a, const struct pixels *b)
{
	double sum = 0;

	assert_int_equal(a->width, b->width);
	assert_int_equal(a->height, b->height);
	for (unsigned y = 0; y < a->height; y++)
		for (unsigned i = 0; i < 3 * a->width; i++) {
			int off = a->data[y * a->stride + i] - b->data[y * b->stride + i];

			sum += off * off;
		}
	return sum > 0 ? 10 * log10(65025.0 * 3 * a->width * a->height / sum) : 99;
}

static void
every_orientation_gives_what_its_upright_twin_gives(void **state)
{
	static const struct {
		unsigned width, height;
		double x, y;
	} scenes[] = {
		{ 1500, 1000, 0.5, 0.5 },
		{ 1100, 1500, 0.2, 0.9 },
		{ 2700, 700, 0, 0 },
		{ 2700, 700, 0.8, 0.5 },
	};
	static const unsigned widths[] = { 200, 333 };
	struct fixture *f = *state;

	for (size_t s = 0; s < countof(scenes); s++) {
		struct photo_order order = order_of(widths, countof(widths));
		struct pixels twin = { 0 };
		struct decoded upright = { 0 };

		order.crop_width = 600;
		order.crop_height = 315;
		order.focus_x = scenes[s].x;
		order.focus_y = scenes[s].y;
		for (int orientation = 1; orientation <= 8; orientation++) {
			struct decoded d;

			again(f);
			drawn_photo(&f->bytes, scenes[s].width, scenes[s].height, orientation);
			make(f, &order);
			assert_int_equal(f->made.picture.width, scenes[s].width);
			assert_int_equal(f->made.picture.height, scenes[s].height);
			assert_int_equal(f->made.len, 2);
			d = seen(&f->made.items[1]);
			assert_int_equal(f->made.crop.width, 600);
			assert_int_equal(f->made.crop.height, 315);
			if (orientation == 1) {
				upright = d;
				twin = f->made.crop;
				f->made.crop = (struct pixels){ 0 };
				continue;
			}
			assert_true(decoded_psnr(&upright, &d) > 32);
			assert_true(psnr(&twin, &f->made.crop) > 34);
			decoded_release(&d);
		}
		decoded_release(&upright);
		pixels_release(&twin);
	}
}

/* Which corner's colour is at a pixel: 0 to 3 in the order of reading. */
static int
corner_at(const struct pixels *p, unsigned x, unsigned y)
{
	const uint8_t *c = p->data + y * p->stride + (size_t)x * p->channels;

	if (abs(c[0] - c[1]) < 40 && abs(c[1] - c[2]) < 40)
		return 3;
	return c[0] > c[1] && c[0] > c[2] ? 0 : c[1] > c[2] ? 1 : 2;
}

static void
a_crop_goes_to_the_focus_as_far_as_the_picture_reaches(void **state)
{
	static const struct {
		unsigned width, height;
		double x, y;
		int corners[4]; /* of the crop */
	} cases[] = {
		{ 1200, 2400, 0.5, 0.5, { 0, 1, 2, 3 } }, { 1200, 2400, 0.5, 0, { 0, 1, 0, 1 } },
		{ 1200, 2400, 0.5, 1, { 2, 3, 2, 3 } },   { 1200, 2400, 0, 0, { 0, 1, 0, 1 } },
		{ 4000, 700, 0, 0.5, { 0, 0, 2, 2 } },    { 4000, 700, 1, 1, { 1, 1, 3, 3 } },
		{ 4000, 700, 0.5, 0, { 0, 1, 2, 3 } },    { 1200, 630, 1, 1, { 0, 1, 2, 3 } },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct photo_order order = order_of(NULL, 0);
		const struct pixels *crop = &f->made.crop;

		again(f);
		order.crop_width = 1200;
		order.crop_height = 630;
		order.focus_x = cases[i].x;
		order.focus_y = cases[i].y;
		drawn_photo(&f->bytes, cases[i].width, cases[i].height, 0);
		make(f, &order);
		assert_int_equal(crop->width, 1200);
		assert_int_equal(crop->height, 630);
		for (int c = 0; c < 4; c++)
			assert_int_equal(corner_at(crop, c % 2 ? 1195 : 4, c > 1 ? 625 : 4),
			                 cases[i].corners[c]);
	}
}

static void
a_small_photo_gives_a_smaller_crop_and_a_tiny_one_none(void **state)
{
	static const struct {
		unsigned width, height, want_width, want_height;
	} cases[] = {
		{ 1199, 2000, 1199, 629 }, { 900, 700, 900, 472 }, { 600, 600, 600, 315 },
		{ 599, 600, 0, 0 },        { 2000, 300, 0, 0 },    { 1, 1, 0, 0 },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct photo_order order = order_of(NULL, 0);

		again(f);
		order.crop_width = 1200;
		order.crop_height = 630;
		drawn_photo(&f->bytes, cases[i].width, cases[i].height, 0);
		make(f, &order);
		assert_int_equal(f->made.crop.width, cases[i].want_width);
		assert_int_equal(f->made.crop.height, cases[i].want_height);
	}
}

/* What is missing below is nine parts of ten, or one of twenty. */
static void
of_a_torn_photo_what_is_there_is_shown_if_it_is_nearly_all(void **state)
{
	static const struct {
		double kept;
		bool shown;
	} cases[] = {
		{ 1, true }, { 0.96, true }, { 0.93, true }, { 0.85, false }, { 0.4, false }
	};
	static const unsigned widths[] = { 320 };
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct photo_order order = order_of(widths, 1);
		struct made_jpeg how = {
			.width = 1600, .height = 1200, .space = JCS_RGB, .stored = JCS_YCbCr
		};

		again(f);
		order.crop_width = 600;
		order.crop_height = 315;
		made_jpeg(&f->bytes, &how);
		f->bytes.len = (size_t)((double)f->bytes.len * cases[i].kept);
		make(f, &order);
		assert_true(fabs(f->made.sound - cases[i].kept) < 0.03);
		assert_true(cases[i].kept >= 1 || f->made.sound < 1);
		assert_int_equal(f->made.len, cases[i].shown);
		assert_int_equal(f->made.crop.width, cases[i].shown ? 600 : 0);
	}
}

/* A disc on nothing: few colours, hard edges, transparent around. */
static void
draw_logo(struct pixels *pixels, unsigned size)
{
	pixels_init(pixels, size, size, 4);
	for (unsigned y = 0; y < size; y++)
		for (unsigned x = 0; x < size; x++) {
			double dx = x - size / 2.0, dy = y - size / 2.0;
			bool in = dx * dx + dy * dy < size * size / 6.0;
			uint8_t *p = pixels->data + y * pixels->stride + (size_t)x * 4;

			p[0] = 180;
			p[1] = x > y ? 40 : 90;
			p[2] = 20;
			p[3] = in ? 255 : 0;
		}
}

static void
a_transparent_drawing_stays_sharp_and_transparent(void **state)
{
	static const unsigned widths[] = { 200, 800 };
	struct photo_order order = order_of(widths, 2);
	struct fixture *f = *state;
	struct pixels logo;

	draw_logo(&logo, 400);
	assert_int_equal(
		encode_webp(&f->bytes, &logo,
	                    &(struct encode_webp){ .quality = 90, .method = 2, .graphic = true }),
		0);
	make(f, &order);
	assert_true(f->made.look.graphic && f->made.picture.alpha);
	assert_int_equal(f->made.look.gradient.len, 0);
	assert_int_equal(f->made.len, 2);
	for (size_t i = 0; i < 2; i++) {
		struct decoded d = seen(&f->made.items[i]);
		unsigned middle = d.width / 2;

		assert_int_equal(d.channels, 4);
		assert_int_equal(decoded_at(&d, 0, 0)[3], 0);
		assert_int_equal(decoded_at(&d, middle, middle)[3], 255);
		assert_int_equal(decoded_at(&d, middle + 20, middle)[0], 180);
		assert_int_equal(decoded_at(&d, middle + 20, middle)[1], 40);
		decoded_release(&d);
	}
	pixels_release(&logo);
}

static void
no_file_is_larger_than_the_photo_that_it_shows(void **state)
{
	static const unsigned widths[] = { 640, 800 };
	struct fixture *f = *state;

	for (int quality = 5; quality <= 65; quality += 30) {
		struct photo_order order = order_of(widths, 2);
		struct pixels pixels;

		again(f);
		drawn_scene(&pixels, 800, 600);
		for (size_t i = 0; i < pixels.stride * 600; i += 7)
			pixels.data[i] = (uint8_t)(pixels.data[i] + made_noise((unsigned)i, 3) / 8);
		drawn_jpeg(&f->bytes, &pixels, 0, quality);
		make(f, &order);
		assert_int_equal(f->made.len, 2);
		assert_true(f->made.items[1].bytes.len <= f->bytes.len);
		if (quality > 5) /* below the coarsest that is tried */
			assert_true(f->made.items[0].bytes.len <= f->bytes.len);
		pixels_release(&pixels);
	}
}

static void
what_cannot_be_read_is_told(void **state)
{
	static const struct {
		const char *bytes;
		enum decode_fault fault;
		enum decode_type type;
	} cases[] = {
		{ "", DECODE_TYPE, DECODE_UNKNOWN },
		{ "a letter", DECODE_TYPE, DECODE_UNKNOWN },
		{ "<svg xmlns='http://www.w3.org/2000/svg'/>", DECODE_TYPE, DECODE_SVG },
		{ "\xff\xd8\xff\xe0", DECODE_BROKEN, DECODE_JPEG },
		{ "\x89PNG\r\n\x1a\n", DECODE_BROKEN, DECODE_PNG },
		{ "GIF89a", DECODE_BROKEN, DECODE_GIF },
	};
	static const unsigned widths[] = { 320 };
	struct photo_order order = order_of(widths, 1);
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		assert_int_equal(photo_make(&f->made, f->arena, str(cases[i].bytes), &order),
		                 cases[i].fault);
		assert_int_equal(f->made.picture.type, cases[i].type);
		assert_int_equal(f->made.len, 0);
	}
	drawn_photo(&f->bytes, 100, 80, 6);
	order.most_pixels = 7999;
	assert_int_equal(photo_make(&f->made, f->arena, buf_str(&f->bytes), &order),
	                 DECODE_TOO_LARGE);
	order.most_pixels = 8000;
	make(f, &order);
}

static void
the_first_page_of_a_pdf_is_a_picture(void **state)
{
#ifdef QUARTIER_PDF
	static const struct {
		int across, down;
		unsigned width, height;
	} cases[] = {
		{ 595, 842, 1280, 1811 }, { 842, 595, 1280, 905 }, { 10, 10, 1280, 1280 },
		{ 100, 4000, 64, 2560 },  { 4000, 1, 1280, 1 },
	};
	static const unsigned widths[] = { 640, 2000 };
	struct photo_order order = order_of(widths, 2);
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct decoded d;

		again(f);
		drawn_pdf(&f->bytes, cases[i].across, cases[i].down, "0.8 0.2 0.4 rg");
		make(f, &order);
		assert_int_equal(f->made.picture.type, DECODE_PDF);
		assert_int_equal(f->made.picture.width, cases[i].width);
		assert_int_equal(f->made.picture.height, cases[i].height);
		d = seen(&f->made.items[f->made.len - 1]);
		assert_int_equal(d.width, cases[i].width);
		assert_true(abs(decoded_at(&d, d.width / 2, d.height / 2)[0] - 204) < 5);
		assert_true(abs(decoded_at(&d, d.width / 2, d.height / 2)[1] - 51) < 5);
		assert_true(abs(decoded_at(&d, d.width / 2, d.height / 2)[2] - 102) < 5);
		decoded_release(&d);
	}
	again(f);
	drawn_pdf(&f->bytes, 595, 842, "");
	f->bytes.len /= 2;
	buf_adds(&f->bytes, "rubbish");
	assert_int_equal(photo_make(&f->made, f->arena, STR("%PDF-1.4\nrubbish"), &order),
	                 DECODE_BROKEN);
#else
	(void)state;
	print_message("skipped: poppler was not there when this was compiled\n");
	skip();
#endif
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_width_is_made_and_none_larger_than_the_photo),
		TEST(a_photo_that_is_only_looked_at_has_no_files),
		TEST(every_orientation_gives_what_its_upright_twin_gives),
		TEST(a_crop_goes_to_the_focus_as_far_as_the_picture_reaches),
		TEST(a_small_photo_gives_a_smaller_crop_and_a_tiny_one_none),
		TEST(of_a_torn_photo_what_is_there_is_shown_if_it_is_nearly_all),
		TEST(a_transparent_drawing_stays_sharp_and_transparent),
		TEST(no_file_is_larger_than_the_photo_that_it_shows),
		TEST(what_cannot_be_read_is_told),
		TEST(the_first_page_of_a_pdf_is_a_picture),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
