#include "theme/view_private.h"

#include "base/arena.h"
#include "media/album.h"
#include "media/photo.h"

#include <math.h>
#include <string.h>

static const char *const use_keys[THEME_USES] = {
	[USE_CARD] = "card",       [USE_HERO] = "hero",   [USE_GALLERY] = "gallery",
	[USE_PRODUCT] = "product", [USE_FLYER] = "flyer",
};

/* A photo in what is the same in every language. */
struct view_shot {
	const struct album_photo *made;
	const struct value *width, *height, *ratio, *gradient;
	const struct value **sources;         /* an address for each of its sizes */
	const struct value *uses[THEME_USES]; /* NULL: nobody asked yet */
};

/* --- texts: by hand, because a guide has tens of thousands of them ------------------------------------- */

enum { DIGITS = 10 }; /* of a number of 32 bits */

static struct str
digits(char text[DIGITS], unsigned number)
{
	size_t at = DIGITS;

	do
		text[--at] = (char)('0' + number % 10);
	while ((number /= 10) > 0);
	return (struct str){ text + at, DIGITS - at };
}

static struct str
join(struct arena *arena, const struct str *parts, size_t count)
{
	size_t len = 0;
	char *text, *end;

	for (size_t i = 0; i < count; i++)
		len += parts[i].len;
	text = end = arena_alloc(arena, len + 1);
	for (size_t i = 0; i < count; i++)
		end = parts[i].len ? mempcpy(end, parts[i].ptr, parts[i].len) : end;
	return (struct str){ text, len };
}

/* "33.3%" */
static struct str
percent(struct arena *arena, double share)
{
	long tenths = lround(share * 1000);

	return tenths % 10 ? arena_printf(arena, "%ld.%ld%%", tenths / 10, tenths % 10)
	                   : arena_printf(arena, "%ld%%", tenths / 10);
}

static struct str
ratio(struct arena *arena, unsigned width, unsigned height)
{
	char w[DIGITS], h[DIGITS];

	return join(arena, (struct str[]){ digits(w, width), STR(" / "), digits(h, height) }, 3);
}

/* --- at one kind of place --------------------------------------------------------------------------- */

/* The album has a photo in all sizes that any place wants; and in its own, where it is narrower than that. */
static bool
belongs(const struct album_photo *photo, const struct album_rendition *item,
        const struct theme_sizes *sizes)
{
	for (size_t i = 0; i < sizes->len; i++)
		if (item->width == sizes->widths[i])
			return true;
	return sizes->len > 0 && item->width == photo->width &&
	       item->width < sizes->widths[sizes->len - 1];
}

/* Of a photo that was not ordered for the place: the smallest that suffices, else the largest. */
static size_t
nearest(const struct album_photo *photo, const struct theme_sizes *sizes)
{
	size_t i = 0;

	while (i + 1 < photo->len && sizes->len > 0 && photo->items[i].width < sizes->widths[0])
		i++;
	return i;
}

/* Sizes that suit a place, by their index: one at least. */
static size_t
choose(size_t chosen[PHOTO_WIDTHS], const struct album_photo *photo,
       const struct theme_sizes *sizes)
{
	size_t len = 0;

	for (size_t i = 0; i < photo->len && len < PHOTO_WIDTHS; i++)
		if (belongs(photo, &photo->items[i], sizes))
			chosen[len++] = i;
	if (len == 0)
		chosen[len++] = nearest(photo, sizes);
	return len;
}

/* "/photos/front-320.1a2b3c4d5e.webp 320w, …" */
static struct str
source_set(struct arena *arena, const struct view_shot *shot, const size_t *chosen, size_t len)
{
	struct str parts[5 * PHOTO_WIDTHS];
	char numbers[PHOTO_WIDTHS][DIGITS];
	size_t count = 0;

	for (size_t i = 0; i < len; i++) {
		if (i > 0)
			parts[count++] = STR(", ");
		parts[count++] = value_str(shot->sources[chosen[i]]);
		parts[count++] = STR(" ");
		parts[count++] = digits(numbers[i], shot->made->items[chosen[i]].width);
		parts[count++] = STR("w");
	}
	return join(arena, parts, count);
}

static const struct value *
use_value(const struct maker *maker, const struct view_shot *shot, enum theme_use use)
{
	size_t chosen[PHOTO_WIDTHS];
	size_t len = choose(chosen, shot->made, &maker->views->theme->sizes[use]);
	size_t largest = chosen[len - 1];
	struct fields f;

	fields_start(&f, maker->arena);
	fields_set(&f, "src", shot->sources[largest]);
	fields_text(&f, "srcset", source_set(maker->arena, shot, chosen, len));
	fields_int(&f, "width", shot->made->items[largest].width);
	fields_int(&f, "height", shot->made->items[largest].height);
	return fields_map(&f);
}

/* --- a photo ---------------------------------------------------------------------------------------- */

static struct view_shot *
make_shot(const struct maker *maker, const struct album_photo *made)
{
	struct arena *arena = maker->arena;
	struct view_shot *shot = arena_alloc(arena, sizeof *shot);

	shot->made = made;
	shot->width = value_int(arena, made->width);
	shot->height = value_int(arena, made->height);
	shot->ratio = value_text(arena, ratio(arena, made->width, made->height));
	if (made->gradient.len > 0)
		shot->gradient = value_text(arena, made->gradient);
	shot->sources = arena_array(arena, made->len, sizeof *shot->sources);
	for (size_t i = 0; i < made->len; i++)
		shot->sources[i] = value_text(
			arena,
			join(arena, (struct str[]){ maker->views->root, made->items[i].path }, 2));
	return shot;
}

/* NULL: it cannot be shown. The album is asked once for what all languages show. */
static struct view_shot *
find_shot(const struct maker *maker, struct str file)
{
	struct table *known = &maker->worker->shots;
	const struct album_photo *made;
	struct view_shot *shot;

	if (file.len == 0 || !maker->guide->album)
		return NULL;
	shot = table_get(known, file);
	if (shot)
		return shot;
	made = album_photo(maker->guide->album, file);
	if (!made)
		return NULL;
	shot = make_shot(maker, made);
	table_put(known, maker->arena, file, shot);
	return shot;
}

/* focus, and style: all that a style attribute says of the photo. */
static void
add_style(struct fields *f, const struct maker *maker, const struct photo *photo,
          struct str gradient)
{
	struct str focus = { 0 }, parts[5];
	size_t len = 0;

	if (photo->focus_x >= 0 && photo->focus_y >= 0) {
		struct str x = percent(maker->arena, photo->focus_x);
		struct str y = percent(maker->arena, photo->focus_y);

		focus = join(maker->arena, (struct str[]){ x, STR(" "), y }, 3);
	}
	fields_text(f, "focus", focus);
	if (gradient.len > 0) {
		parts[len++] = STR("background:");
		parts[len++] = gradient;
	}
	if (focus.len > 0) {
		parts[len] = len > 0 ? STR(";object-position:") : STR("object-position:");
		parts[len + 1] = focus;
		len += 2;
	}
	fields_text(f, "style", join(maker->arena, parts, len));
}

const struct value *
view_photo(const struct maker *maker, const struct photo *photo, unsigned uses)
{
	struct view_shot *shot = find_shot(maker, photo->file);
	struct fields f;

	if (!shot)
		return NULL;
	fields_start(&f, maker->arena);
	fields_local(&f, maker, "alt", "alt_lang", &photo->alt);
	fields_text(&f, "credit", photo->credit);
	fields_set(&f, "width", shot->width);
	fields_set(&f, "height", shot->height);
	fields_set(&f, "ratio", shot->ratio);
	fields_bool(&f, "portrait", shot->made->height > shot->made->width);
	fields_set(&f, "gradient", shot->gradient);
	add_style(&f, maker, photo, shot->made->gradient);
	for (int use = 0; use < THEME_USES; use++) {
		if (!(uses & VIEW_USE(use)))
			continue;
		if (!shot->uses[use])
			shot->uses[use] = use_value(maker, shot, (enum theme_use)use);
		fields_set(&f, use_keys[use], shot->uses[use]);
	}
	return fields_map(&f);
}

/* --- where photos stand ------------------------------------------------------------------------------ */

void
view_photo_set(struct fields *f, const struct maker *maker, const char *key,
               const struct value *value)
{
	if (maker->guide->album)
		fields_set(f, key, value ? value : &value_null);
}

const struct value *
view_photo_main(const struct maker *maker, const struct photos *photos)
{
	const struct value *main = NULL;

	for (size_t i = 0; i < photos->len && !main; i++)
		main = view_photo(maker, &photos->items[i],
		                  VIEW_USE(USE_CARD) | VIEW_USE(USE_HERO) | VIEW_USE(USE_GALLERY));
	return main;
}

void
view_photo_gallery(struct fields *f, const struct maker *maker, const struct photos *photos,
                   const struct value *main)
{
	const struct value **items;
	size_t len = 0;

	if (!maker->guide->album)
		return;
	items = arena_array(maker->arena, photos->len, sizeof *items);
	for (size_t i = 0; main && i < photos->len; i++) {
		/* The first that can be shown is the main one, which is made already. */
		bool shown = find_shot(maker, photos->items[i].file) != NULL;

		if (shown && len == 0)
			items[len++] = main;
		else if (shown)
			items[len++] = view_photo(maker, &photos->items[i], VIEW_USE(USE_GALLERY));
	}
	view_photo_set(f, maker, "photos", list_over(maker->arena, items, len));
	view_photo_set(f, maker, "more_photos",
	               len > 1 ? list_over(maker->arena, items + 1, len - 1) : NULL);
	if (len == 0)
		fields_bool(f, "has_photos", false);
	fields_bool(f, "has_gallery", len > 1);
}

void
view_photos(struct fields *f, const struct maker *maker, const struct photos *photos)
{
	const struct value *main = view_photo_main(maker, photos);

	view_photo_set(f, maker, "photo", main);
	view_photo_gallery(f, maker, photos, main);
}
