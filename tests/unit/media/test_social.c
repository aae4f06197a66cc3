/* social: a card of the right size, with letters on it that can be read. */
#include "../check.h"

#include "decoded.h"

#include "base/buf.h"
#include "media/pixels.h"
#include "media/social.h"

/* fontconfig and pango keep what they found for as long as the program runs. */
const char *__lsan_default_suppressions(void);
const char *
__lsan_default_suppressions(void)
{
	return "leak:libfontconfig\nleak:libpango\nleak:libglib\n";
}

static struct decoded
card(const struct social *social, const struct pixels *photo)
{
	struct buf bytes = { 0 };
	struct decoded d;

	assert_int_equal(social_make(&bytes, social, photo), 0);
	d = decoded_of(buf_str(&bytes));
	assert_int_equal(d.fault, DECODE_FINE);
	assert_int_equal(d.picture.type, DECODE_JPEG);
	assert_int_equal(d.width, SOCIAL_WIDTH);
	assert_int_equal(d.height, SOCIAL_HEIGHT);
	assert_true(d.sound == 1);
	buf_release(&bytes);
	return d;
}

static int
lightness(const uint8_t *pixel)
{
	return (2 * pixel[0] + 7 * pixel[1] + pixel[2]) / 10;
}

/* Rows between two in which anything stands out from the row's first pixel, by more than `least`. */
static unsigned
inked_rows(const struct decoded *d, unsigned from, unsigned to, int least)
{
	unsigned rows = 0;

	for (unsigned y = from; y < to; y++) {
		int ground = lightness(decoded_at(d, 20, y));

		for (unsigned x = 60; x < SOCIAL_WIDTH - 60; x++)
			if (abs(lightness(decoded_at(d, x, y)) - ground) > least) {
				rows++;
				break;
			}
	}
	return rows;
}

static void
a_name_is_set_in_letters_that_stand_out(void **state)
{
	static const struct {
		const char *accent;
		bool light; /* the ground is: its letters are dark */
	} cases[] = { { "#9a3412", false }, { "#ffe8a3", true },  { "#000000", false },
		      { "#ffffff", true },  { "#1d4ed8", false }, { "", false } };
	const struct pixels none = { 0 };

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct social social = { .title = STR("Boulangerie Dumont"),
			                 .line = STR("Boulangerie · Rue du Moulin 12"),
			                 .site = STR("Quartier du Moulin"),
			                 .accent = str(cases[i].accent) };
		struct social bare = { .accent = social.accent };
		struct decoded d = card(&social, &none), plain = card(&bare, &none);
		int extreme = cases[i].light ? 255 : 0, found;

		/* WCAG asks 4.5 : 1, which no 70 steps give. */
		assert_in_range(inked_rows(&d, 350, 630, 70), 60, 200);
		assert_in_range(inked_rows(&d, 40, 160, 70), 20, 70);
		assert_int_equal(inked_rows(&plain, 0, 630, 30), 0);
		for (unsigned x = 0; x < SOCIAL_WIDTH * SOCIAL_HEIGHT; x++) {
			found = lightness(d.pixels + 3 * x);
			if (cases[i].light ? found < extreme : found > extreme)
				extreme = found;
		}
		assert_true(cases[i].light ? extreme < 60 : extreme > 220);
		decoded_release(&d);
		decoded_release(&plain);
	}
}

static void
a_photo_is_laid_below_whatever_its_size(void **state)
{
	static const struct {
		unsigned width, height, channels;
	} cases[] = { { 1200, 630, 3 }, { 600, 315, 3 }, { 900, 472, 4 } };
	struct social social = { .title = STR("Dumont"), .accent = STR("#9a3412") };

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		struct pixels photo;
		struct decoded d;
		const uint8_t *left, *right;

		pixels_init(&photo, cases[i].width, cases[i].height, cases[i].channels);
		for (unsigned y = 0; y < photo.height; y++)
			for (unsigned x = 0; x < photo.width; x++) {
				uint8_t *p = photo.data + y * photo.stride + x * photo.channels;

				p[0] = 2 * x < photo.width ? 240 : 20;
				p[1] = 20;
				p[2] = 2 * x < photo.width ? 20 : 240;
				if (photo.channels == 4)
					p[3] = 255;
			}
		d = card(&social, &photo);
		left = decoded_at(&d, 300, 220);
		right = decoded_at(&d, 900, 220);
		assert_true(left[0] > 150 && left[1] < 60 && left[2] < 60);
		assert_true(right[2] > 150 && right[1] < 60 && right[0] < 60);
		assert_in_range(inked_rows(&d, 400, 630, 120), 40, 110);
		decoded_release(&d);
		pixels_release(&photo);
	}
}

static void
what_is_transparent_in_a_photo_is_white(void **state)
{
	struct social social = { .accent = STR("#9a3412") };
	struct pixels photo;
	struct decoded d;

	(void)state;
	pixels_init(&photo, 1200, 630, 4);
	memset(photo.data, 0, photo.stride * photo.height);
	d = card(&social, &photo);
	assert_true(lightness(decoded_at(&d, 600, 200)) > 180);
	decoded_release(&d);
	pixels_release(&photo);
}

static void
whatever_a_name_is_there_is_room_for_it(void **state)
{
	static const char *const names[] = {
		"",
		" ",
		"A",
		"Coopérative d'achats groupés, de réparations, de prêts d'outils et de bien d'autres choses "
		"encore, du haut et du bas de la rue du Commerce et des rues voisines, société à finalité "
		"sociale reconnue d'utilité publique par arrêté du collège communal",
		"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsversammlung"
		"sraumschlüsselbundverwaltungsstelle",
		"مخبز الحي القديم",
		"面包店 🍞 パン屋",
		"\xe2\x80\xae"
		"Dumont\xe2\x80\xac \xcc\x81\xcc\x81\xcc\x81",
		"<b>Dumont</b> & %s%n",
	};
	const struct pixels none = { 0 };

	(void)state;
	for (size_t i = 0; i < countof(names); i++) {
		struct social social = { .title = str(names[i]),
			                 .line = str(names[i]),
			                 .site = str(names[i]),
			                 .accent = STR("#9a3412") };
		struct decoded d = card(&social, &none);

		/* The margins stay empty. */
		for (unsigned x = 0; x < SOCIAL_WIDTH; x++) {
			assert_true(lightness(decoded_at(&d, x, 24)) < 110);
			assert_true(lightness(decoded_at(&d, x, SOCIAL_HEIGHT - 24)) < 110);
		}
		for (unsigned y = 0; y < SOCIAL_HEIGHT; y++) {
			assert_true(lightness(decoded_at(&d, 30, y)) < 110);
			assert_true(lightness(decoded_at(&d, SOCIAL_WIDTH - 30, y)) < 110);
		}
		decoded_release(&d);
	}
}

static void
the_same_card_has_the_same_bytes(void **state)
{
	struct social social = { .title = STR("Dumont"),
		                 .line = STR("Pains"),
		                 .accent = STR("#9a3412") };
	struct buf a = { 0 }, b = { 0 };
	const struct pixels none = { 0 };

	(void)state;
	assert_int_equal(social_make(&a, &social, &none), 0);
	assert_int_equal(social_make(&b, &social, &none), 0);
	assert_true(str_eq(buf_str(&a), buf_str(&b)));
	buf_clear(&a);
	social_versions(&a);
	assert_non_null(strstr(a.ptr, "pango "));
	buf_release(&a);
	buf_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_is_set_in_letters_that_stand_out),
		cmocka_unit_test(a_photo_is_laid_below_whatever_its_size),
		cmocka_unit_test(what_is_transparent_in_a_photo_is_white),
		cmocka_unit_test(whatever_a_name_is_there_is_room_for_it),
		cmocka_unit_test(the_same_card_has_the_same_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
